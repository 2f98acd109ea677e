use chrono::{Days as DaySpan, Duration, NaiveDateTime};

use crate::rules::is_free;
use crate::{Days, Proposal};

/// How far a suggestion may lie from what was asked.
const REACH_DAYS: u64 = 7;
/// The grid suggestions stand on, in minutes.
const STEP: i64 = 15;

/// The `most` nearest starts of the proposal's length that nothing speaks against, never before `now`,
/// the same day first among equals, and none overlapping another.
pub fn nearest(
    proposal: Proposal,
    days: Days<'_>,
    now: NaiveDateTime,
    most: usize,
) -> Vec<NaiveDateTime> {
    let length = proposal.until - proposal.from;
    let mut starts: Vec<NaiveDateTime> = starts_around(proposal, days, length)
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
        if apart
            && is_free(
                Proposal {
                    from: start,
                    until: start + length,
                },
                days,
            )
        {
            found.push(start);
        }
    }
    found
}

fn starts_around<'a>(
    proposal: Proposal,
    days: Days<'a>,
    length: Duration,
) -> impl Iterator<Item = NaiveDateTime> + 'a {
    let middle = proposal.from.date();
    let first = middle
        .checked_sub_days(DaySpan::new(REACH_DAYS))
        .unwrap_or(middle);
    first
        .iter_days()
        .take(2 * REACH_DAYS as usize + 1)
        .flat_map(move |date| {
            let worked = days.settings.hours_on(date);
            let steps = worked.map_or(0, |hours| {
                ((hours.until - hours.from - length).num_minutes() / STEP + 1).max(0)
            });
            (0..steps).filter_map(move |step| {
                worked.map(|hours| date.and_time(hours.from) + Duration::minutes(step * STEP))
            })
        })
}
