//! Moving a whole series.

use chrono::{Datelike, Duration};
use chrono_tz::Tz;
use domain::{Moment, Recurrence, Slot, YEARS};

use crate::expand::{ends, later, walls_between};
use crate::key::{key, named, wall_of};
use crate::shift_rule::moved_rule;
use crate::{Obstacle, SeriesError};

/// Occurrences compared before a moved rule is believed.
const COMPARED: usize = 1_000;
/// Years looked at; twelve hold three leap days.
const YEARS_COMPARED: i64 = 12;

/// The series moved by a wall-clock distance: every occurrence of the result is one of the original, `by` later.
///
/// RDATE and EXDATE move with it, in the series' own zone; UNTIL moves on the series' clock; BYDAY, BYMONTHDAY,
/// BYMONTH and BYHOUR move when the distance can be said in them.
///
/// # Errors
/// [`SeriesError::CannotShift`] with what stands in the way: "the second Tuesday", moved by a day, is not always "the
/// second Wednesday", and saying so is better than a series that drifts. [`SeriesError::Rule`] when a rule cannot be
/// followed.
pub fn shift(
    start: Slot,
    recurrence: &Recurrence,
    by: Duration,
    home: Tz,
) -> Result<(Slot, Recurrence), SeriesError> {
    let out_of_range = SeriesError::CannotShift(Obstacle::OutOfRange);
    let moved = start
        .shifted(by)
        .filter(|slot| slot.is_in_range())
        .ok_or(out_of_range.clone())?;
    let carried = |moment: &Moment| {
        wall_of(start, *moment, home)
            .checked_add_signed(by)
            .filter(|wall| YEARS.contains(&wall.year()))
            .map(|wall| named(moved, wall))
            .ok_or(out_of_range.clone())
    };
    let whole_days = by.num_seconds() % 86_400 == 0;
    let mut changed = Recurrence {
        rules: Vec::new(),
        dates: recurrence
            .dates
            .iter()
            .map(carried)
            .collect::<Result<_, _>>()?,
        except: recurrence
            .except
            .iter()
            .map(|moment| match (start, moment) {
                // "Not on that day" stays a day where it can.
                (Slot::Timed { .. }, Moment::Date(date)) if whole_days => Ok(Moment::Date(
                    date.checked_add_signed(by).ok_or(out_of_range.clone())?,
                )),
                (Slot::Timed { .. }, Moment::Date(date)) => carried(&Moment::Wall {
                    at: date.and_time(start.start_wall().time()),
                    zone: start.zone(),
                }),
                _ => carried(&key(start, *moment, home)),
            })
            .collect::<Result<_, _>>()?,
        ends: None,
    };
    for rule in &recurrence.rules {
        changed.rules.push(moved_rule(rule, start, by, home)?);
    }
    changed.ends = ends(moved, &changed, home)?;

    let until = later(start.start_wall(), Duration::days(366 * YEARS_COMPARED));
    let from = chrono::NaiveDateTime::MIN;
    let wanted = walls_between(start, recurrence, from, until, home, COMPARED)?.walls;
    let given = walls_between(moved, &changed, from, later(until, by), home, COMPARED)?.walls;
    let same = wanted
        .iter()
        .take(COMPARED)
        .map(|wall| *wall + by)
        .eq(given.iter().take(COMPARED).copied());
    if same {
        Ok((moved, changed))
    } else {
        Err(SeriesError::CannotShift(obstacle(recurrence)))
    }
}

/// The likeliest reason, for a sentence.
fn obstacle(recurrence: &Recurrence) -> Obstacle {
    let rules = recurrence
        .rules
        .iter()
        .filter_map(|text| crate::Rule::parse(text).ok());
    for rule in rules {
        if rule.days.iter().any(|day| day.nth.is_some()) {
            return Obstacle::CountedWeekday;
        }
        if !(rule.weeks.is_empty() && rule.year_days.is_empty() && rule.positions.is_empty()) {
            return Obstacle::Counted;
        }
        if !(rule.hours.is_empty() && rule.minutes.is_empty() && rule.seconds.is_empty()) {
            return Obstacle::TimeOfDay;
        }
    }
    Obstacle::MonthDay
}
