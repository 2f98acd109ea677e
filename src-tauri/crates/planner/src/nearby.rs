use chrono::{Days as DaySpan, Duration, NaiveDate, NaiveDateTime};

use crate::breath::Piece;
use crate::day::minute;
use crate::rules::is_free;
use crate::{Agenda, Proposal};

/// How far a suggestion may lie from what was asked.
const REACH_DAYS: u64 = 7;
/// The grid suggestions stand on, in minutes.
const STEP: i64 = 15;

/// The `most` nearest starts of the proposal's length that nothing speaks against and where no air lies, never before
/// `now`, the same day first among equals, and none overlapping another.
pub fn nearest(
    proposal: Proposal,
    agenda: &Agenda<'_>,
    now: NaiveDateTime,
    most: usize,
) -> Vec<NaiveDateTime> {
    let length = proposal.until - proposal.from;
    let middle = proposal.from.date();
    let first = middle
        .checked_sub_days(DaySpan::new(REACH_DAYS))
        .unwrap_or(middle);
    let dates = first.iter_days().take(2 * REACH_DAYS as usize + 1);
    let mut starts: Vec<NaiveDateTime> = dates
        .flat_map(|date| starts_on(date, length, agenda))
        .filter(|start| *start >= now && *start != proposal.from)
        .collect();
    // Another day at the same hour is nearer to what was meant than the same day at night: a day counts as two hours.
    let distance = |start: NaiveDateTime| {
        let apart = (start.date() - proposal.from.date()).num_days();
        let hour = (start.time() - proposal.from.time()).num_minutes().abs();
        (apart.abs() * 120 + hour, apart, start)
    };
    starts.sort_by_key(|start| distance(*start));
    let mut found: Vec<NaiveDateTime> = Vec::with_capacity(most);
    for start in starts {
        if found.len() == most {
            break;
        }
        let apart = found.iter().all(|other| (*other - start).abs() >= length);
        if apart && is_breathable(proposal.starting(start), agenda) {
            found.push(start);
        }
    }
    found
}

/// Every start on the grid that stays within the hours of a day.
pub(crate) fn starts_on(
    date: NaiveDate,
    length: Duration,
    agenda: &Agenda<'_>,
) -> impl Iterator<Item = NaiveDateTime> + use<> {
    let worked = agenda.hours(date);
    let steps = worked.map_or(0, |hours| {
        ((hours.until - hours.from - length)
            .num_minutes()
            .div_euclid(STEP)
            + 1)
        .max(0)
    });
    (0..steps).filter_map(move |step| {
        worked.map(|hours| date.and_time(hours.from) + Duration::minutes(step * STEP))
    })
}

/// Whether it may be suggested: nothing speaks against it, and it leaves the day's air where it lies.
pub(crate) fn is_breathable(proposal: Proposal, agenda: &Agenda<'_>) -> bool {
    is_free(proposal, agenda) && !touches(proposal, &agenda.breath(proposal.from.date()).laid)
}

/// Whether a proposal takes a minute of these pieces of its day.
fn touches(proposal: Proposal, pieces: &[Piece]) -> bool {
    let from = minute(proposal.from.time());
    let until = from + (proposal.until - proposal.from).num_minutes();
    pieces
        .iter()
        .any(|piece| from < i64::from(piece.until) && i64::from(piece.from) < until)
}
