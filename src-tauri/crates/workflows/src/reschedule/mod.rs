//! The drag: dry run and drop are one function up to the write.

mod asked;
mod sight;

use chrono::{NaiveDate, NaiveDateTime};
use domain::{Moment, Slot, Takes, Touchpoint, TouchpointId, Zone};
use planner::Level;

use crate::air;
use crate::departures;
use crate::done::{Answer, Done, Outcome};
use crate::fault::Fault;
use crate::following;
use crate::house::House;
use crate::path;
use crate::placing::Writes;
use crate::reads;
use crate::rights;
use crate::seen::Seen;
use crate::trash;
use asked::{Prepared, prepare};

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
    /// One that is being drawn, and what it would take the time for.
    New {
        /// What takes the time.
        takes: Takes,
        /// Whether it is a call nobody else should hear.
        confidential: bool,
    },
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
    contactable(house, seen.as_ref(), proposal)?;
    let repeats = seen.as_ref().is_some_and(Seen::repeats);
    let writes = complete(house, writes, &answer, seen.as_ref(), proposal)?;
    let done = write(house, writes, proposal)?;
    let left = seen
        .as_ref()
        .filter(|seen| takes_step(house, proposal, seen));
    let done = match left {
        Some(seen) => done.leaving(house, seen.touchpoint.client)?,
        None => done,
    };
    *house.last.lock() = (repeats && !proposal.copy).then_some(Last {
        proposal,
        seq: done.revision,
    });
    Ok(Outcome::Done(Box::new(Done {
        scope: repeats.then_some(proposal.scope),
        ..done
    })))
}

/// Nothing is planned again with somebody who objects: not elsewhere, not out of the tray, not as a copy. It may be put
/// back into the tray.
fn contactable(house: &House, seen: Option<&Seen>, proposal: Reschedule) -> Result<(), Fault> {
    let Some(one) = seen.map(|seen| &seen.touchpoint) else {
        return Ok(());
    };
    let meets = one.purpose == domain::Purpose::Meeting && one.state == domain::State::Planned;
    if !meets || proposal.to == Target::Tray {
        return Ok(());
    }
    rights::may_contact(house, one.client, &one.participants)
}

/// Does the last reschedule of a series again with another scope: undone and done anew.
pub fn rescope(house: &House, scope: Scope) -> Result<Outcome, Fault> {
    let last = house.last.lock().take();
    let Some(last) = last.filter(|last| house.store.top_step() == Some(last.seq)) else {
        return Err(Fault::invalid("error-rescope"));
    };
    crate::undo::undo_last(house)?;
    perform(
        house,
        Reschedule {
            scope,
            ..last.proposal
        },
    )
}

/// The writes with what goes along: what hangs on it, the air it frees, and the air that is owed for forcing it.
fn complete(
    house: &House,
    mut writes: Writes,
    answer: &Answer,
    seen: Option<&Seen>,
    proposal: Reschedule,
) -> Result<Writes, Fault> {
    if answer.verdict.level == Level::Refused {
        let debt = answer.verdict.debt();
        let shown = writes.shown.0;
        if let Some(placed) = writes.put.iter_mut().find(|one| one.id == shown) {
            placed.debt = debt;
        }
        writes.put.extend(on_air(house, answer)?);
    }
    writes
        .put
        .extend(answer.follows.iter().filter_map(|one| one.moved(house)));
    if let Some(seen) = seen.filter(|seen| !proposal.copy && !seen.repeats()) {
        match answer.slot {
            Some(slot) => writes
                .put
                .extend(air::freed_by_shortening(house, seen, slot)),
            None => writes.put.extend(following::left_behind(
                house,
                seen.touchpoint.id,
                trash::stamp(house)?,
            )?),
        }
    }
    Ok(writes)
}

/// The air a refused place lies on, as it gives way.
pub(crate) fn on_air(house: &House, answer: &Answer) -> Result<Vec<Touchpoint>, Fault> {
    let lies_there = answer
        .verdict
        .rules
        .iter()
        .any(|rule| matches!(rule, planner::Rule::OnAir { .. }));
    match answer.slot {
        Some(slot) if lies_there => {
            let span = slot.span(house.home());
            let wall = |at| Zone::Floating.wall(at, house.home());
            air::gives_way(house, wall(span.start), wall(span.end))
        }
        _ => Ok(Vec::new()),
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

/// Whether a step that was to come no longer is. A drop among the days to come asks nothing more of the store.
fn takes_step(house: &House, proposal: Reschedule, seen: &Seen) -> bool {
    let is_to_come = match proposal.to {
        Target::Timed { start, .. } => start.date() >= house.now_wall().date(),
        Target::AllDay { first, .. } => first >= house.now_wall().date(),
        Target::Tray => false,
    };
    !is_to_come && !proposal.copy && path::was_step(seen)
}

/// The wall time of the home zone at which a slot starts.
pub(crate) fn home_start(house: &House, slot: Slot) -> NaiveDateTime {
    match slot {
        Slot::Timed { .. } => Zone::Floating.wall(slot.span(house.home()).start, house.home()),
        Slot::AllDay { .. } => slot.start_wall(),
    }
}
