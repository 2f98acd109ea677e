//! A reschedule up to the write: what would be where, what goes along with it, what the rules say, and which records
//! would change.

use chrono::{Duration, NaiveDateTime};
use domain::{Slot, Takes, Touchpoint, TouchpointId};
use planner::{Busy, Level, Proposal, Verdict};

use super::sight::Sight;
use super::{Reschedule, Subject, Target};
use crate::days;
use crate::done::{Answer, Noted};
use crate::fault::Fault;
use crate::following::{self, Followed};
use crate::house::House;
use crate::placing::{self, Writes};
use crate::reads;
use crate::seen::Seen;

/// How far other places are sought, and a day more for what passes midnight, in days.
const NEAR: u64 = 8;
/// How far what hangs on a meeting may go, and a day more, in days.
const FAR: u64 = 16;

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
    let mut notes = Vec::new();
    let (verdict, follows) = match (proposal.to, slot) {
        (Target::Timed { start, minutes }, Some(slot)) => {
            notes.extend(Noted::of_clock_change(slot, house.home()));
            let until = start + Duration::minutes(i64::from(minutes));
            let asked = proposed(house, proposal, seen, (start, until));
            let mut sight = Sight::of(house, proposal, seen, asked);
            let (follows, set_aside) = follows(&mut sight)?;
            (judge_among(&mut sight, &set_aside)?, follows)
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

/// What the planner is asked: what is in the hand, between these two wall times at home.
fn proposed(
    house: &House,
    proposal: Reschedule,
    seen: Option<&Seen>,
    (from, until): (NaiveDateTime, NaiveDateTime),
) -> Proposal {
    let (takes, confidential) = match (proposal.subject, seen) {
        (
            Subject::New {
                takes,
                confidential,
            },
            _,
        ) => (takes, confidential),
        (Subject::Existing { .. }, Some(seen)) => {
            (seen.touchpoint.takes(), seen.touchpoint.confidential)
        }
        (Subject::Existing { .. }, None) => (Takes::Work, false),
    };
    Proposal {
        from,
        until,
        takes,
        confidential,
        origin: seen
            .filter(|_| !proposal.copy)
            .and_then(|seen| following::walls(house, seen)),
    }
}

/// What goes along with what is in the hand, and which of it does not stand in its way. A copy leaves all of that where
/// it is, and a series has nothing of the kind.
fn follows(sight: &mut Sight<'_>) -> Result<(Vec<Followed>, Vec<TouchpointId>), Fault> {
    let house = sight.house;
    let moves = sight
        .seen
        .filter(|seen| !sight.proposal.copy && !seen.repeats());
    let Some(seen) = moves else {
        return Ok((Vec::new(), Vec::new()));
    };
    let tied = reads::tied_to(house, seen.touchpoint.id)?;
    let set_aside: Vec<TouchpointId> = tied.hanging.iter().map(|one| one.id).collect();
    let mut follows = Vec::new();
    if !tied.hanging.is_empty() {
        let around = sight.around(FAR, &set_aside)?;
        let after = following::earlier(house, &seen.touchpoint)?;
        follows = following::follow(house, seen, sight.walls(), tied.hanging, after, &around);
    }
    for concluding in tied.concluding {
        follows.extend(led_to(sight, seen, concluding, &set_aside)?);
    }
    Ok((follows, set_aside))
}

/// The work between a meeting that moves and one that concludes it, which stays: it is still to come after the first.
fn led_to(
    sight: &mut Sight<'_>,
    first: &Seen,
    concluding: Touchpoint,
    set_aside: &[TouchpointId],
) -> Result<Vec<Followed>, Fault> {
    let house = sight.house;
    let work = reads::hanging_on(house, concluding.id)?;
    let concluding = days::single(concluding);
    let Some(stays) = following::walls(house, &concluding).filter(|_| !work.is_empty()) else {
        return Ok(Vec::new());
    };
    let mut aside = set_aside.to_vec();
    aside.push(concluding.touchpoint.id);
    aside.extend(work.iter().map(|one| one.id));
    let asked = sight.asked;
    let around = sight.around(FAR, &aside)?.with(Busy {
        span: asked.span(house.home()),
        title: first.title(&house.words().say("title-none", &[])),
        takes: asked.takes,
    });
    let after = Some(sight.walls().1);
    Ok(following::follow(
        house,
        &concluding,
        stays,
        work,
        after,
        &around,
    ))
}

/// What touches the slot decides; only when it speaks, and nobody pressed to place it all the same, are the days around
/// read for other places. A drop on a free slot reads a day, not a fortnight.
fn judge_among(sight: &mut Sight<'_>, set_aside: &[TouchpointId]) -> Result<Verdict, Fault> {
    let asked = sight.asked;
    let verdict = planner::weigh(asked, sight.around(0, set_aside)?.days());
    if verdict.level == Level::Free || sight.proposal.force {
        return Ok(verdict);
    }
    let around = sight.around(NEAR, set_aside)?;
    Ok(planner::judge(asked, around.days(), sight.house.now_wall()))
}
