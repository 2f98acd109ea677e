//! The drag: dry run and drop are one function up to the write.

use chrono::{Days, Duration, NaiveDate, NaiveDateTime};
use domain::{Moment, Slot, TouchpointId, Zone};
use planner::{Busy, Days as Around, Level, Proposal, Verdict};

use crate::days;
use crate::departures;
use crate::done::{Answer, Done, Noted, Outcome};
use crate::fault::Fault;
use crate::house::House;
use crate::placing::{self, Writes};
use crate::reads;
use crate::seen::Seen;

/// What is in the hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A touchpoint that is here, or one occurrence of a series.
    Existing {
        /// The touchpoint, or the series.
        id: TouchpointId,
        /// Where the rule of its series puts it.
        occurrence: Option<Moment>,
    },
    /// One that is being drawn.
    New,
}

/// Where it would go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A wall time of the home zone, and a length in minutes.
    Timed {
        /// The start.
        start: NaiveDateTime,
        /// The length.
        minutes: u32,
    },
    /// Whole days.
    AllDay {
        /// The first.
        first: NaiveDate,
        /// How many.
        days: u32,
    },
    /// The tray.
    Tray,
}

/// How much of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// This occurrence.
    This,
    /// This one and those after it.
    Following,
    /// The whole series.
    All,
}

/// A drag, a resize, a copy, a keyboard move: all are this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reschedule {
    /// What is in the hand.
    pub subject: Subject,
    /// Where it would go.
    pub to: Target,
    /// How much of a series.
    pub scope: Scope,
    /// Leave the original and put a copy.
    pub copy: bool,
    /// The explicit press that places it although it was refused.
    pub force: bool,
}

/// The last reschedule of a series, so that its scope can be changed after the drop.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Last {
    pub(crate) proposal: Reschedule,
    pub(crate) seq: u64,
}

/// What the rules say of `proposal`. Nothing is written.
pub fn judge(house: &House, proposal: Reschedule) -> Result<Answer, Fault> {
    Ok(prepare(house, proposal)?.answer)
}

/// Puts the proposal on disk, unless it is refused.
pub fn perform(house: &House, proposal: Reschedule) -> Result<Outcome, Fault> {
    let _gate = house.gate();
    let Prepared {
        answer,
        seen,
        writes,
    } = prepare(house, proposal)?;
    if answer.verdict.level == Level::Refused && !proposal.force {
        return Ok(Outcome::Refused(answer));
    }
    let Some(writes) = writes else {
        return Err(Fault::gone());
    };
    let repeats = seen.as_ref().is_some_and(Seen::repeats);
    let done = write(house, writes, proposal)?;
    *house.last.lock() = (repeats && !proposal.copy).then_some(Last {
        proposal,
        seq: done.revision,
    });
    Ok(Outcome::Done(Box::new(Done {
        scope: repeats.then_some(proposal.scope),
        ..done
    })))
}

/// Does the last reschedule of a series again with another scope: undone and done anew.
pub fn rescope(house: &House, scope: Scope) -> Result<Outcome, Fault> {
    let last = house.last.lock().take();
    let Some(last) = last.filter(|last| house.store.last_seq() == last.seq) else {
        return Err(Fault::invalid("error-rescope"));
    };
    crate::undo::undo(house)?;
    perform(
        house,
        Reschedule {
            scope,
            ..last.proposal
        },
    )
}

struct Prepared {
    answer: Answer,
    seen: Option<Seen>,
    writes: Option<Writes>,
}

/// Everything up to the write: what would be where, what the rules say, and which records would change.
fn prepare(house: &House, proposal: Reschedule) -> Result<Prepared, Fault> {
    let seen = match proposal.subject {
        Subject::Existing { id, occurrence } => Some(reads::seen(house, id, occurrence)?),
        Subject::New => None,
    };
    let slot = placing::slot_for(house, seen.as_ref(), proposal.to);
    if slot.is_some_and(|slot| !slot.is_in_range()) {
        return Err(Fault::invalid("verdict-out-of-calendar"));
    }
    let mut answer = answer(house, proposal, seen.as_ref(), slot)?;
    let writes = match &seen {
        Some(seen) => match placing::writes(house, seen, slot, proposal.scope, proposal.copy) {
            Ok(writes) => Some(writes),
            // A rule that cannot be shifted is a no with a way out, not a failure.
            Err(fault) if fault.kind == crate::FaultKind::Invalid => {
                answer.verdict.level = Level::Refused;
                answer.notes.push(Noted::CannotShift);
                None
            }
            Err(fault) => return Err(fault),
        },
        None => None,
    };
    Ok(Prepared {
        answer,
        seen,
        writes,
    })
}

fn answer(
    house: &House,
    proposal: Reschedule,
    seen: Option<&Seen>,
    slot: Option<Slot>,
) -> Result<Answer, Fault> {
    let home = house.home();
    let mut notes = Vec::new();
    let verdict = match (proposal.to, slot) {
        (Target::Timed { start, minutes }, Some(slot)) => {
            notes.extend(Noted::of_clock_change(slot, home));
            let asked = Proposal {
                from: start,
                until: start + Duration::minutes(i64::from(minutes)),
            };
            judge_among(house, asked, proposal, seen)?
        }
        _ => Verdict::free(),
    };
    Ok(Answer {
        verdict,
        notes,
        slot,
        to: proposal.to,
    })
}

/// What touches the slot decides; only when it speaks, and nobody pressed to place it all the same, are the days around
/// read for other places. A drop on a free slot reads a day, not a fortnight.
fn judge_among(
    house: &House,
    asked: Proposal,
    proposal: Reschedule,
    seen: Option<&Seen>,
) -> Result<Verdict, Fault> {
    let settings = house.settings();
    let home = house.home();
    let busy = |days: u64| busy_around(house, asked, proposal, seen, Days::new(days));
    let own = busy(0)?;
    let verdict = planner::weigh(
        asked,
        Around {
            busy: &own,
            settings: &settings,
            home,
        },
    );
    if verdict.level == Level::Free || proposal.force {
        return Ok(verdict);
    }
    let around = busy(8)?;
    let around = Around {
        busy: &around,
        settings: &settings,
        home,
    };
    Ok(planner::judge(asked, around, house.now_wall()))
}

/// What takes time on the days of `asked` and `by` days before and after, what moves left out.
fn busy_around(
    house: &House,
    asked: Proposal,
    proposal: Reschedule,
    seen: Option<&Seen>,
    by: Days,
) -> Result<Vec<Busy>, Fault> {
    let (first, last) = (asked.from.date(), asked.until.date());
    let around = days::between(
        house,
        first.checked_sub_days(by).unwrap_or(first),
        last.succ_opt()
            .and_then(|next| next.checked_add_days(by))
            .unwrap_or(last),
    )?;
    let others: Vec<Seen> = around
        .into_iter()
        .filter(|other| !is_in_hand(other, proposal, seen))
        .collect();
    Ok(days::busy(house, &others))
}

/// Whether `other` is what moves: it does not stand in its own way, unless a copy is left behind.
fn is_in_hand(other: &Seen, proposal: Reschedule, seen: Option<&Seen>) -> bool {
    let Some(seen) = seen.filter(|_| !proposal.copy) else {
        return false;
    };
    match (proposal.scope, seen.series()) {
        (Scope::Following | Scope::All, Some(series)) => other.series() == Some(series),
        _ => other.touchpoint.id == seen.touchpoint.id && other.occurrence == seen.occurrence,
    }
}

fn write(house: &House, writes: Writes, proposal: Reschedule) -> Result<Done, Fault> {
    let note = writes.note(house, proposal);
    let shown = writes.shown;
    let ((), receipt) = house
        .store
        .commit(note, |tx| departures::put(house, tx, &writes.put))?;
    let seen = reads::seen(house, shown.0, shown.1)?;
    Done::of(house, writes.said, Some(seen), receipt.seq)
}

/// The wall time of the home zone at which a slot starts.
pub(crate) fn home_start(house: &House, slot: Slot) -> NaiveDateTime {
    match slot {
        Slot::Timed { .. } => Zone::Floating.wall(slot.span(house.home()).start, house.home()),
        Slot::AllDay { .. } => slot.start_wall(),
    }
}
