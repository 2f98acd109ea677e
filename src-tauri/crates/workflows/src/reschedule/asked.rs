//! A reschedule up to the write: what would be where, what goes along with it, what the rules say, and which records
//! would change.

use chrono::{Days, Duration};
use domain::{Slot, Takes, Touchpoint, TouchpointId};
use planner::{Busy, Days as Around, Level, Proposal, Verdict};

use super::{Reschedule, Scope, Subject, Target};
use crate::days;
use crate::done::{Answer, Noted};
use crate::fault::Fault;
use crate::following::{self, Followed};
use crate::house::House;
use crate::placing::{self, Writes};
use crate::reads;
use crate::seen::Seen;

/// A reschedule up to the write.
pub(super) struct Prepared {
    pub(super) answer: Answer,
    pub(super) seen: Option<Seen>,
    pub(super) writes: Option<Writes>,
}

/// Everything up to the write: what would be where, what the rules say, and which records would change.
pub(super) fn prepare(house: &House, proposal: Reschedule) -> Result<Prepared, Fault> {
    let seen = match proposal.subject {
        Subject::Existing { id, occurrence } => Some(reads::seen(house, id, occurrence)?),
        Subject::New { .. } => None,
    };
    let slot = placing::slot_for(house, seen.as_ref(), proposal.to);
    if slot.is_some_and(|slot| !slot.is_in_range()) {
        return Err(Fault::invalid("verdict-out-of-calendar"));
    }
    let mut answer = answer(house, proposal, seen.as_ref(), slot)?;
    if answer.follows.iter().any(Followed::is_stuck) {
        answer.verdict.level = Level::Refused;
    }
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
    let hanging = hanging(house, proposal, seen)?;
    let (verdict, follows) = match (proposal.to, slot) {
        (Target::Timed { start, minutes }, Some(slot)) => {
            notes.extend(Noted::of_clock_change(slot, home));
            let asked = Proposal {
                from: start,
                until: start + Duration::minutes(i64::from(minutes)),
                confidential: match proposal.subject {
                    Subject::New { confidential, .. } => confidential,
                    Subject::Existing { .. } => {
                        seen.is_some_and(|seen| seen.touchpoint.confidential)
                    }
                },
                takes: match proposal.subject {
                    Subject::New { takes, .. } => takes,
                    Subject::Existing { .. } => {
                        seen.map_or(Takes::Work, |seen| seen.touchpoint.takes())
                    }
                },
                origin: seen
                    .filter(|_| !proposal.copy)
                    .and_then(|seen| following::walls(house, seen)),
            };
            let set_aside: Vec<TouchpointId> = hanging.iter().map(|one| one.id).collect();
            let follows = match seen {
                Some(seen) if !hanging.is_empty() => {
                    let busy = busy_around(
                        house,
                        asked,
                        proposal,
                        Some(seen),
                        &set_aside,
                        Days::new(16),
                    )?;
                    let after = following::earlier(house, &seen.touchpoint)?;
                    let to = (asked.from, asked.until);
                    following::follow(house, seen, to, hanging, after, &busy)?
                }
                _ => Vec::new(),
            };
            let follows = match seen {
                Some(seen) if !proposal.copy && !seen.repeats() => {
                    let led = led_to_conclusions(house, asked, proposal, seen, &set_aside)?;
                    follows.into_iter().chain(led).collect()
                }
                _ => follows,
            };
            let verdict = judge_among(house, asked, proposal, seen, &set_aside)?;
            (verdict, follows)
        }
        _ => (Verdict::free(), Vec::new()),
    };
    Ok(Answer {
        verdict,
        notes,
        follows,
        slot,
        to: proposal.to,
    })
}

/// What hangs on what is in the hand. A copy leaves it where it is, and a series has nothing of the kind.
fn hanging(
    house: &House,
    proposal: Reschedule,
    seen: Option<&Seen>,
) -> Result<Vec<Touchpoint>, Fault> {
    match seen {
        Some(seen) if !proposal.copy && !seen.repeats() => {
            reads::hanging_on(house, seen.touchpoint.id)
        }
        _ => Ok(Vec::new()),
    }
}

/// The work between a meeting that moves and those that conclude it, which stay: it is still to come after the one.
fn led_to_conclusions(
    house: &House,
    asked: Proposal,
    proposal: Reschedule,
    first: &Seen,
    set_aside: &[TouchpointId],
) -> Result<Vec<Followed>, Fault> {
    let mut led = Vec::new();
    for concluding in reads::concluding(house, first.touchpoint.id)? {
        let work = reads::hanging_on(house, concluding.id)?;
        let concluding = days::single(concluding);
        let Some(stays) = following::walls(house, &concluding).filter(|_| !work.is_empty()) else {
            continue;
        };
        let mut aside = set_aside.to_vec();
        aside.push(concluding.touchpoint.id);
        aside.extend(work.iter().map(|one| one.id));
        let days = Days::new(16);
        let mut busy = busy_around(house, asked, proposal, Some(first), &aside, days)?;
        busy.push(Busy {
            span: asked.span(house.home()),
            title: first.title(&house.words().say("title-none", &[])),
            takes: asked.takes,
        });
        let after = Some(asked.until);
        led.extend(following::follow(
            house,
            &concluding,
            stays,
            work,
            after,
            &busy,
        )?);
    }
    Ok(led)
}

/// What touches the slot decides; only when it speaks, and nobody pressed to place it all the same, are the days around
/// read for other places. A drop on a free slot reads a day, not a fortnight.
fn judge_among(
    house: &House,
    asked: Proposal,
    proposal: Reschedule,
    seen: Option<&Seen>,
    set_aside: &[TouchpointId],
) -> Result<Verdict, Fault> {
    let settings = house.settings();
    let home = house.home();
    let busy = |days: u64| busy_around(house, asked, proposal, seen, set_aside, Days::new(days));
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
    set_aside: &[TouchpointId],
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
        .filter(|other| !set_aside.contains(&other.touchpoint.id))
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
