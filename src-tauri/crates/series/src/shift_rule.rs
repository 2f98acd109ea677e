//! Moving one rule: what its parts become. [`crate::shift`] checks the result against the original.

use chrono::{Datelike, Duration, NaiveDateTime};
use chrono_tz::Tz;
use domain::{Slot, Zone};

use crate::engine::turned;
use crate::rule::{Frequency, Rule, Until};
use crate::rule_text::{weekday_name, with_part};
use crate::{Obstacle, SeriesError};

pub(crate) fn moved_rule(
    text: &str,
    start: Slot,
    by: Duration,
    home: Tz,
) -> Result<String, SeriesError> {
    let rule = Rule::parse(text)?;
    let mut moved = text.to_owned();
    if let Some(until) = rule.until {
        let until = moved_until(until, start, by, home)
            .ok_or(SeriesError::CannotShift(Obstacle::OutOfRange))?;
        moved = with_part(&moved, "UNTIL", Some(&until));
    }
    let moved = moved_clock(&rule, moved, by).map_err(SeriesError::CannotShift)?;
    let begin = start.start_wall();
    let days = (begin + by)
        .date()
        .signed_duration_since(begin.date())
        .num_days();
    if days == 0 {
        return Ok(moved);
    }
    moved_days(&rule, moved, begin, days).map_err(SeriesError::CannotShift)
}

fn moved_until(until: Until, start: Slot, by: Duration, home: Tz) -> Option<String> {
    let zoned = |zone: Zone, at: NaiveDateTime| {
        let wall = zone.wall(at.and_utc(), home).checked_add_signed(by)?;
        let (instant, _) = zone.instant(wall, false, home);
        Some(instant.format("%Y%m%dT%H%M%SZ").to_string())
    };
    match (start, until) {
        (Slot::AllDay { .. }, Until::Date(date)) => {
            Some(date.checked_add_signed(by)?.format("%Y%m%d").to_string())
        }
        (Slot::AllDay { .. }, Until::Utc(at) | Until::Wall(at)) => Some(
            at.date()
                .checked_add_signed(by)?
                .format("%Y%m%d")
                .to_string(),
        ),
        (
            Slot::Timed {
                zone: Zone::Floating,
                ..
            },
            until,
        ) => Some(
            at_midnight(until)
                .checked_add_signed(by)?
                .format("%Y%m%dT%H%M%S")
                .to_string(),
        ),
        (Slot::Timed { zone, .. }, until) => zoned(zone, at_midnight(until)),
    }
}

fn at_midnight(until: Until) -> NaiveDateTime {
    match until {
        Until::Date(date) => date.and_time(chrono::NaiveTime::MIN),
        Until::Utc(at) | Until::Wall(at) => at,
    }
}

/// BYHOUR, BYMINUTE and BYSECOND, when they are named: they slide while they stay on their day.
fn moved_clock(rule: &Rule, mut text: String, by: Duration) -> Result<String, Obstacle> {
    let named = !(rule.hours.is_empty() && rule.minutes.is_empty() && rule.seconds.is_empty());
    let within = by.num_seconds().rem_euclid(86_400);
    if !named || within == 0 {
        return Ok(text);
    }
    if within % 3_600 != 0 || rule.hours.is_empty() || rule.frequency >= Frequency::Hourly {
        return Err(Obstacle::TimeOfDay);
    }
    // The distance beyond whole days, as the start's own date counts them, may be negative.
    let hours = if by.num_seconds() < 0 {
        within / 3_600 - 24
    } else {
        within / 3_600
    };
    let candidates = [hours, hours + 24, hours - 24];
    let slid = candidates.iter().find_map(|hours| {
        rule.hours
            .iter()
            .map(|named| {
                u8::try_from(i64::from(*named) + hours)
                    .ok()
                    .filter(|h| *h <= 23)
            })
            .collect::<Option<Vec<u8>>>()
    });
    let slid = slid.ok_or(Obstacle::TimeOfDay)?;
    text = with_part(&text, "BYHOUR", Some(&joined(&slid)));
    Ok(text)
}

fn moved_days(
    rule: &Rule,
    text: String,
    begin: NaiveDateTime,
    days: i64,
) -> Result<String, Obstacle> {
    if rule.days.iter().any(|day| day.nth.is_some()) {
        return Err(Obstacle::CountedWeekday);
    }
    if !(rule.weeks.is_empty() && rule.year_days.is_empty()) {
        return Err(Obstacle::Counted);
    }
    let has_month_days = !rule.month_days.is_empty();
    match rule.frequency {
        Frequency::Hourly
        | Frequency::Minutely
        | Frequency::Secondly
        | Frequency::Daily
        | Frequency::Weekly => {
            if has_month_days {
                return Err(Obstacle::MonthDay);
            }
            if !rule.months.is_empty() {
                return Err(Obstacle::Month);
            }
            Ok(turned_week(rule, text, days))
        }
        Frequency::Monthly if !rule.days.is_empty() => {
            // "Every Tuesday, month by month" is a week's rhythm; anything finer is counted within the month.
            if has_month_days || !rule.positions.is_empty() || rule.interval != 1 {
                return Err(Obstacle::MonthDay);
            }
            if !rule.months.is_empty() {
                return Err(Obstacle::Month);
            }
            Ok(turned_week(rule, text, days))
        }
        Frequency::Monthly => moved_month_days(rule, text, begin, days),
        Frequency::Yearly if !rule.days.is_empty() => Err(Obstacle::CountedWeekday),
        Frequency::Yearly => moved_date(rule, text, begin, days),
    }
}

fn turned_week(rule: &Rule, mut text: String, days: i64) -> String {
    if !rule.days.is_empty() {
        let turned_days: Vec<&str> = rule
            .days
            .iter()
            .map(|day| weekday_name(turned(day.weekday, days)))
            .collect();
        text = with_part(&text, "BYDAY", Some(&turned_days.join(",")));
    }
    // Which days share a week matters when weeks are skipped or counted in: the week turns with its days.
    if rule.frequency == Frequency::Weekly && (rule.interval > 1 || !rule.positions.is_empty()) {
        text = with_part(
            &text,
            "WKST",
            Some(weekday_name(turned(rule.week_start, days))),
        );
    }
    text
}

fn moved_month_days(
    rule: &Rule,
    text: String,
    begin: NaiveDateTime,
    days: i64,
) -> Result<String, Obstacle> {
    let named: Vec<i64> = if rule.month_days.is_empty() {
        vec![i64::from(begin.day())]
    } else {
        rule.month_days.iter().map(|day| i64::from(*day)).collect()
    };
    // Days 1 to 28, from either end, are there in every month.
    let slid = named
        .iter()
        .map(|day| {
            let to = day + days;
            let stays = (1..=28).contains(day) && (1..=28).contains(&to)
                || (-28..=-1).contains(day) && (-28..=-1).contains(&to);
            stays.then_some(to)
        })
        .collect::<Option<Vec<i64>>>()
        .ok_or(Obstacle::MonthDay)?;
    Ok(if rule.month_days.is_empty() {
        text
    } else {
        with_part(&text, "BYMONTHDAY", Some(&joined(&slid)))
    })
}

/// A date of the year: a birthday slides as long as no 29 February lies on the way.
fn moved_date(
    rule: &Rule,
    text: String,
    begin: NaiveDateTime,
    days: i64,
) -> Result<String, Obstacle> {
    if rule.months.is_empty() && rule.month_days.is_empty() {
        return Ok(text);
    }
    let to = begin
        .date()
        .checked_add_signed(Duration::days(days))
        .ok_or(Obstacle::OutOfRange)?;
    let is_plain = rule.months.len() <= 1
        && rule.month_days.len() <= 1
        && rule
            .months
            .iter()
            .all(|month| u32::from(*month) == begin.month())
        && rule
            .month_days
            .iter()
            .all(|day| i64::from(*day) == i64::from(begin.day()));
    if is_plain && !rule.months.is_empty() {
        let text = with_part(&text, "BYMONTH", Some(&to.month().to_string()));
        return Ok(if rule.month_days.is_empty() {
            text
        } else {
            with_part(&text, "BYMONTHDAY", Some(&to.day().to_string()))
        });
    }
    moved_month_days(rule, text, begin, days)
}

fn joined<T: ToString>(values: &[T]) -> String {
    values
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(",")
}
