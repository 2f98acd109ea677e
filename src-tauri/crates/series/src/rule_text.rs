//! RRULE values as text: reading them, and changing one part of one without touching the others.

use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use crate::RuleProblem;
use crate::rule::{Day, Frequency, Rule, Until};

/// A rule has no reason to name more values than this in one part (seconds have 61).
const VALUES_MOST: usize = 400;

pub(crate) fn parse(text: &str) -> Result<Rule, RuleProblem> {
    let mut rule = Rule::every(Frequency::Daily);
    let mut frequency = None;
    for (name, value) in parts(text) {
        match name.to_ascii_uppercase().as_str() {
            "FREQ" => frequency = Some(frequency_of(value).ok_or(RuleProblem::Frequency)?),
            "INTERVAL" => {
                rule.interval = number(value)
                    .filter(|n: &u16| *n > 0)
                    .ok_or(RuleProblem::Interval)?;
            }
            "COUNT" => {
                let count: i64 = number(value).ok_or(RuleProblem::Count)?;
                rule.count = u32::try_from(count.min(i64::from(u32::MAX))).ok();
            }
            "UNTIL" => rule.until = Some(until_of(value).ok_or(RuleProblem::Until)?),
            "WKST" => rule.week_start = weekday_of(value).ok_or(RuleProblem::Part)?,
            "BYDAY" => rule.days = list(value, day_of)?,
            "BYMONTHDAY" => rule.month_days = list(value, |v| signed(v, 31))?,
            "BYMONTH" => rule.months = list(value, |v| number(v).filter(|n| (1..=12).contains(n)))?,
            "BYYEARDAY" => rule.year_days = list(value, |v| signed(v, 366))?,
            "BYWEEKNO" => rule.weeks = list(value, |v| signed(v, 53))?,
            "BYHOUR" => rule.hours = list(value, |v| number(v).filter(|n| *n <= 23))?,
            "BYMINUTE" => rule.minutes = list(value, |v| number(v).filter(|n| *n <= 59))?,
            "BYSECOND" => {
                rule.seconds = list(value, |v| {
                    number(v).filter(|n: &u8| *n <= 60).map(|n| n.min(59))
                })?;
            }
            "BYSETPOS" => rule.positions = list(value, |v| signed(v, 366))?,
            "RSCALE" if !value.eq_ignore_ascii_case("GREGORIAN") => {
                return Err(RuleProblem::Unsupported);
            }
            "SKIP" if !value.eq_ignore_ascii_case("OMIT") => return Err(RuleProblem::Unsupported),
            "BYEASTER" => return Err(RuleProblem::Unsupported),
            _ => {}
        }
    }
    rule.frequency = frequency.ok_or(RuleProblem::Frequency)?;
    Ok(rule)
}

/// The rule with one part given another value, or removed; the others stay as written.
pub(crate) fn with_part(text: &str, name: &str, value: Option<&str>) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut placed = false;
    for (known, old) in parts(text) {
        if !known.eq_ignore_ascii_case(name) {
            out.push(format!("{known}={old}"));
        } else if let Some(value) = value.filter(|_| !placed) {
            out.push(format!("{known}={value}"));
            placed = true;
        }
    }
    if let Some(value) = value.filter(|_| !placed) {
        out.push(format!("{name}={value}"));
    }
    out.join(";")
}

pub(crate) fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}

fn parts(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split(';')
        .filter_map(|part| part.split_once('='))
        .map(|(name, value)| (name.trim(), value.trim()))
        .filter(|(name, value)| !name.is_empty() && !value.is_empty())
}

fn number<T: FromStr>(text: &str) -> Option<T> {
    text.trim().parse().ok()
}

/// A number from -most to most, without zero.
fn signed<T: FromStr + TryFrom<i32>>(text: &str, most: i32) -> Option<T> {
    number::<i32>(text)
        .filter(|n| *n != 0 && n.abs() <= most)
        .and_then(|n| T::try_from(n).ok())
}

fn list<T: PartialEq>(text: &str, read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, RuleProblem> {
    let mut values = Vec::new();
    for item in text.split(',').map(str::trim).filter(|v| !v.is_empty()) {
        let value = read(item).ok_or(RuleProblem::Part)?;
        if !values.contains(&value) {
            values.push(value);
        }
        if values.len() > VALUES_MOST {
            return Err(RuleProblem::Part);
        }
    }
    Ok(values)
}

fn frequency_of(text: &str) -> Option<Frequency> {
    Some(match text.to_ascii_uppercase().as_str() {
        "YEARLY" => Frequency::Yearly,
        "MONTHLY" => Frequency::Monthly,
        "WEEKLY" => Frequency::Weekly,
        "DAILY" => Frequency::Daily,
        "HOURLY" => Frequency::Hourly,
        "MINUTELY" => Frequency::Minutely,
        "SECONDLY" => Frequency::Secondly,
        _ => return None,
    })
}

fn weekday_of(text: &str) -> Option<Weekday> {
    Some(match text.trim().to_ascii_uppercase().as_str() {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    })
}

fn day_of(text: &str) -> Option<Day> {
    let split = text.len().checked_sub(2)?;
    if !text.is_char_boundary(split) {
        return None;
    }
    let (nth, weekday) = text.split_at(split);
    Some(Day {
        nth: match nth.trim() {
            "" => None,
            nth => Some(signed(nth, 366)?),
        },
        weekday: weekday_of(weekday)?,
    })
}

fn until_of(text: &str) -> Option<Until> {
    let digits: String = text
        .chars()
        .filter(|c| !matches!(c, '-' | ':'))
        .flat_map(char::to_uppercase)
        .collect();
    let (stamp, utc) = match digits.strip_suffix('Z') {
        Some(stamp) => (stamp, true),
        None => (digits.as_str(), false),
    };
    let (date, time) = match stamp.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (stamp, None),
    };
    let date = (date.len() == 8)
        .then(|| NaiveDate::parse_from_str(date, "%Y%m%d").ok())
        .flatten()?;
    let Some(time) = time.filter(|time| !time.is_empty()) else {
        return Some(Until::Date(date));
    };
    let padded = format!("{time:0<6}");
    let at = NaiveDateTime::new(
        date,
        NaiveTime::parse_from_str(padded.get(..6)?, "%H%M%S").ok()?,
    );
    Some(if utc { Until::Utc(at) } else { Until::Wall(at) })
}
