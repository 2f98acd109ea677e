use chrono::{Days as DaySpan, Duration, NaiveDate, NaiveDateTime, NaiveTime};

use crate::breath::Piece;
use crate::day::minute;
use crate::rules::is_free;
use crate::{Agenda, Proposal, Rule};

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
        let apart = (start.date() - proposal.from.date()).num_days().abs();
        let hour = (start.time() - proposal.from.time()).num_minutes().abs();
        (apart * 120 + hour, apart, start)
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
    is_free(proposal, agenda) && touched(proposal, agenda).is_none()
}

/// The day's air that lies under a proposal, as the rule that would speak if somebody had laid it.
pub(crate) fn air_under(proposal: Proposal, agenda: &Agenda<'_>) -> Option<Rule> {
    let proposal = proposal.shown(agenda.days.home);
    let midnight = proposal.from.date().and_time(NaiveTime::MIN);
    let wall = |minute: u32| midnight + Duration::minutes(minute.into());
    touched(proposal, agenda).map(|piece| {
        let (from, until) = (wall(piece.from), wall(piece.until));
        let under = until.min(proposal.until) - from.max(proposal.from);
        Rule::OnAir {
            from,
            until,
            minutes: under.num_minutes().try_into().unwrap_or_default(),
        }
    })
}

/// The first piece of the day's laid air that a proposal takes a minute of.
fn touched(proposal: Proposal, agenda: &Agenda<'_>) -> Option<Piece> {
    let proposal = proposal.shown(agenda.days.home);
    let from = minute(proposal.from.time());
    let until = from + (proposal.until - proposal.from).num_minutes();
    let takes = |piece: &&Piece| from < i64::from(piece.until) && i64::from(piece.from) < until;
    agenda.look(proposal.from.date(), |breath| {
        breath.laid.iter().find(takes).copied()
    })
}
