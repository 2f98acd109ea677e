//! The door to the `rrule` crate: wall times in, wall times out.
//!
//! rrule is given every wall time as if it were UTC, so that it meets no clock change, and neither UNTIL nor an
//! unordered set, which it refuses or repeats. Where nothing counts from the first occurrence (no COUNT), it is
//! started near the time asked for instead of years before.

use chrono::{DateTime, Datelike, Duration, Months, NaiveDate, NaiveDateTime, Weekday};
use domain::Slot;
use rrule::{NWeekday, RRule, RRuleSet, Tz, Unvalidated};

use crate::SeriesError;
use crate::rule::{Day, Frequency, Rule};

/// Occurrences of one rule that are looked at before giving up; a daily rule would be 500 years old.
pub(crate) const WORK_MOST: usize = 200_000;

/// The wall times of one rule, in order, from about `from` on (never before the series' start), without UNTIL.
///
/// The iterator ends by itself when the rule does, and after [`WORK_MOST`] steps.
pub(crate) fn walls(
    text: &str,
    rule: &Rule,
    slot: Slot,
    from: NaiveDateTime,
) -> Result<impl Iterator<Item = NaiveDateTime> + use<>, SeriesError> {
    let start = slot.start_wall();
    // rrule knows no year beyond 10000.
    let last =
        NaiveDate::from_ymd_opt(9_000, 1, 1).map_or(from, |date| date.and_time(start.time()));
    let from = from.min(last);
    let mut full = spelled_out(text, rule, start)?;
    if slot.is_all_day() {
        if full.frequency > Frequency::Daily {
            return Err(Rule::unsupported(text));
        }
        // "MUST be ignored" for dates (RFC 5545 §3.3.10).
        full.hours.clear();
        full.minutes.clear();
        full.seconds.clear();
    }
    let mut begin = nearer(&full, start, from);
    if let Some(count) = full.count {
        match passed(&full, start, begin) {
            Some(passed) => full.count = Some(count.saturating_sub(passed)),
            None => begin = start,
        }
    }
    let dt_start = begin.and_utc().with_timezone(&Tz::UTC);
    let built = handed_over(&full)
        .validate(dt_start)
        .map_err(|_| Rule::unsupported(text))?;
    let set: RRuleSet = RRuleSet::new(dt_start).rrule(built).limit();
    let none = full.count == Some(0) || can_never_be(&full);
    Ok(set
        .into_iter()
        .take(if none { 0 } else { WORK_MOST })
        .map(|at: DateTime<Tz>| at.naive_utc())
        .skip_while(move |wall| *wall < start))
}

/// The rule with everything said that RFC 5545 takes from DTSTART, so that it can be started elsewhere.
fn spelled_out(text: &str, rule: &Rule, start: NaiveDateTime) -> Result<Rule, SeriesError> {
    let mut full = rule.clone();
    if !full.names_days() {
        match full.frequency {
            Frequency::Yearly => {
                if full.months.is_empty() {
                    full.months = vec![start.month() as u8];
                }
                full.month_days = vec![start.day() as i8];
            }
            Frequency::Monthly => full.month_days = vec![start.day() as i8],
            Frequency::Weekly => {
                full.days = vec![Day {
                    nth: None,
                    weekday: start.weekday(),
                }];
            }
            _ => {}
        }
    }
    // RFC 5545 has no meaning for days of the month or the year in a weekly rule; dateutil gives them one, real
    // files have them, and rrule refuses: every week of a daily filter is the same thing.
    if full.frequency == Frequency::Weekly
        && !(full.month_days.is_empty() && full.year_days.is_empty() && full.weeks.is_empty())
    {
        if full.interval != 1 || !full.positions.is_empty() || !full.weeks.is_empty() {
            return Err(Rule::unsupported(text));
        }
        full.frequency = Frequency::Daily;
    }
    // Below the month, "the second Tuesday" has nothing to be counted in: dateutil drops the number.
    if full.frequency > Frequency::Monthly {
        full.days.iter_mut().for_each(|day| day.nth = None);
    }
    // A position in a set of one, which rrule refuses for want of a set.
    let is_bare = !full.names_days()
        && full.months.is_empty()
        && full.hours.is_empty()
        && full.minutes.is_empty()
        && full.seconds.is_empty();
    if is_bare && !full.positions.is_empty() {
        if !full.positions.iter().any(|n| n.abs() == 1) {
            full.count = Some(0);
        }
        full.positions.clear();
    }
    Ok(full)
}

fn handed_over(rule: &Rule) -> RRule<Unvalidated> {
    let months: Vec<chrono::Month> = rule
        .months
        .iter()
        .filter_map(|month| chrono::Month::try_from(*month).ok())
        .collect();
    let days = rule
        .days
        .iter()
        .map(|day| NWeekday::new(day.nth, day.weekday))
        .collect();
    let mut built = RRule::new(match rule.frequency {
        Frequency::Yearly => rrule::Frequency::Yearly,
        Frequency::Monthly => rrule::Frequency::Monthly,
        Frequency::Weekly => rrule::Frequency::Weekly,
        Frequency::Daily => rrule::Frequency::Daily,
        Frequency::Hourly => rrule::Frequency::Hourly,
        Frequency::Minutely => rrule::Frequency::Minutely,
        Frequency::Secondly => rrule::Frequency::Secondly,
    })
    .interval(rule.interval)
    .week_start(rule.week_start)
    .by_weekday(days)
    .by_month(&months)
    .by_month_day(rule.month_days.clone())
    .by_year_day(rule.year_days.clone())
    .by_week_no(rule.weeks.clone())
    .by_hour(rule.hours.clone())
    .by_minute(rule.minutes.clone())
    .by_second(rule.seconds.clone())
    .by_set_pos(rule.positions.iter().map(|n| i32::from(*n)).collect());
    if let Some(count) = rule.count {
        built = built.count(count);
    }
    built
}

/// A start in the rhythm of the rule, a period or two before `from`, or `start` itself.
fn nearer(rule: &Rule, start: NaiveDateTime, from: NaiveDateTime) -> NaiveDateTime {
    let gap = from - start;
    let every = i64::from(rule.interval);
    let steps = |unit: Duration| {
        (gap.num_seconds() / (unit.num_seconds() * every) - 2)
            .max(0)
            .saturating_mul(every)
    };
    let moved = match rule.frequency {
        Frequency::Secondly => {
            start.checked_add_signed(Duration::seconds(steps(Duration::seconds(1))))
        }
        Frequency::Minutely => {
            start.checked_add_signed(Duration::minutes(steps(Duration::minutes(1))))
        }
        Frequency::Hourly => start.checked_add_signed(Duration::hours(steps(Duration::hours(1)))),
        Frequency::Daily => start.checked_add_signed(Duration::days(steps(Duration::days(1)))),
        Frequency::Weekly => start.checked_add_signed(Duration::weeks(steps(Duration::weeks(1)))),
        Frequency::Monthly => {
            let months = i64::from(from.year() - start.year()) * 12 + i64::from(from.month())
                - i64::from(start.month());
            match (months / every - 1) * every {
                1.. => u32::try_from((months / every - 1) * every)
                    .ok()
                    .and_then(|months| start.with_day(1)?.checked_add_months(Months::new(months))),
                _ => None,
            }
        }
        Frequency::Yearly => {
            let years = i64::from(from.year() - start.year());
            match (years / every - 1) * every {
                years @ 1.. => i32::try_from(i64::from(start.year()) + years)
                    .ok()
                    .and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1))
                    .map(|date| date.and_time(start.time())),
                _ => None,
            }
        }
    };
    moved.filter(|moved| *moved > start).unwrap_or(start)
}

/// How many occurrences of a rule lie from `start` to `begin`, that [`nearer`] gave; `None` when only counting would
/// tell.
fn passed(rule: &Rule, start: NaiveDateTime, begin: NaiveDateTime) -> Option<u32> {
    let is_plain = rule.months.is_empty()
        && rule.year_days.is_empty()
        && rule.weeks.is_empty()
        && rule.hours.is_empty()
        && rule.minutes.is_empty()
        && rule.seconds.is_empty()
        && rule.positions.is_empty();
    let every = i64::from(rule.interval);
    let each = match rule.frequency {
        Frequency::Daily if rule.days.is_empty() && rule.month_days.is_empty() => 1,
        // Each weekday stands once in as many weeks as lie between two starts on the same weekday.
        Frequency::Weekly if rule.month_days.is_empty() => i64::try_from(rule.days.len()).ok()?,
        _ => return (begin == start).then_some(0),
    };
    let period = match rule.frequency {
        Frequency::Daily => every,
        _ => every * 7,
    };
    is_plain
        .then(|| u32::try_from((begin - start).num_days() / period * each).ok())
        .flatten()
}

/// Whether a rule names only days no month has (30 February), which rrule would seek until the year 10000.
fn can_never_be(rule: &Rule) -> bool {
    let longest = |month: &u8| match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    !rule.months.is_empty()
        && !rule.month_days.is_empty()
        && rule.months.iter().all(|month| {
            rule.month_days
                .iter()
                .all(|day| day.unsigned_abs() > longest(month))
        })
}

/// The weekday `by` days later.
pub(crate) fn turned(weekday: Weekday, by: i64) -> Weekday {
    (0..by.rem_euclid(7)).fold(weekday, |day, _| day.succ())
}
