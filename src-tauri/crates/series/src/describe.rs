//! A series said in data, so that the window can say it in words.

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::{Recurrence, Slot};

use crate::SeriesError;
use crate::rule::{Day, Frequency, Rule, Until};

/// What a series does, for a sentence such as "every 2 weeks on Monday and Friday, until 12 June".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
    /// How often.
    pub frequency: Frequency,
    /// Every how many of them, at least 1.
    pub interval: u16,
    /// On which days of the week, in the order of the week unless they are counted; of a weekly rule never empty.
    pub days: Vec<Day>,
    /// On which days of the month, from its end when negative; of a plain monthly or yearly rule the start's.
    pub month_days: Vec<i8>,
    /// In which months, 1 to 12; of a plain yearly rule the start's.
    pub months: Vec<u8>,
    /// Which of the set (BYSETPOS).
    pub positions: Vec<i16>,
    /// The last day it may fall on, on the clock of the series.
    pub until: Option<NaiveDate>,
    /// How many times in all.
    pub count: Option<u32>,
    /// Dates besides the rule (RDATE).
    pub further_dates: usize,
    /// Whether there is more to it than these fields say (several rules, weeks, days of the year, hours).
    pub more: bool,
}

/// What the series does; `None` when it has no rule, only dates.
///
/// # Errors
/// [`SeriesError::Rule`] when one of the rules cannot be followed.
pub fn describe(
    start: Slot,
    recurrence: &Recurrence,
    home: Tz,
) -> Result<Option<Description>, SeriesError> {
    use chrono::Datelike;

    let Some(text) = recurrence.rules.first() else {
        return Ok(None);
    };
    let mut rule = Rule::parse(text)?;
    let begin = start.start_wall();
    if !rule.names_days() {
        match rule.frequency {
            Frequency::Yearly => {
                if rule.months.is_empty() {
                    rule.months.push(begin.month() as u8);
                }
                rule.month_days.push(begin.day() as i8);
            }
            Frequency::Monthly => rule.month_days.push(begin.day() as i8),
            Frequency::Weekly => rule.days.push(Day {
                nth: None,
                weekday: begin.weekday(),
            }),
            _ => {}
        }
    }
    rule.days
        .sort_by_key(|day| (day.nth.is_some(), day.weekday.num_days_from_monday()));
    let until = rule.until.map(|until| match (until, start) {
        (Until::Date(date), _) => date,
        (Until::Utc(at) | Until::Wall(at), Slot::AllDay { .. }) => at.date(),
        (Until::Utc(at) | Until::Wall(at), Slot::Timed { zone, .. }) => match zone {
            domain::Zone::Floating => at,
            zone => zone.wall(at.and_utc(), home),
        }
        .date(),
    });
    Ok(Some(Description {
        frequency: rule.frequency,
        interval: rule.interval,
        more: recurrence.rules.len() > 1
            || !(rule.weeks.is_empty()
                && rule.year_days.is_empty()
                && rule.hours.is_empty()
                && rule.minutes.is_empty()
                && rule.seconds.is_empty()),
        days: rule.days,
        month_days: rule.month_days,
        months: rule.months,
        positions: rule.positions,
        until,
        count: rule.count,
        further_dates: recurrence.dates.len(),
    }))
}
