//! One RRULE value, read (RFC 5545 §3.3.10).

use chrono::{NaiveDate, NaiveDateTime, Weekday};

use crate::rule_text;
use crate::{RuleProblem, SeriesError};

/// How often, before INTERVAL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Frequency {
    /// Every year.
    Yearly,
    /// Every month.
    Monthly,
    /// Every week.
    Weekly,
    /// Every day.
    Daily,
    /// Every hour.
    Hourly,
    /// Every minute.
    Minutely,
    /// Every second.
    Secondly,
}

/// A BYDAY value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Day {
    /// Which one within the month or the year, from the end when negative; `None` is every one.
    pub nth: Option<i16>,
    /// The day of the week.
    pub weekday: Weekday,
}

/// An UNTIL value as written. What it means depends on the series' start: see [`crate::expand`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Until {
    /// `20261231`.
    Date(NaiveDate),
    /// `20261231T090000Z`, UTC.
    Utc(NaiveDateTime),
    /// `20261231T090000`, no zone.
    Wall(NaiveDateTime),
}

/// One RRULE value, read. Values are within the ranges of RFC 5545; lists are sorted as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// FREQ.
    pub frequency: Frequency,
    /// INTERVAL, at least 1.
    pub interval: u16,
    /// COUNT.
    pub count: Option<u32>,
    /// UNTIL.
    pub until: Option<Until>,
    /// WKST.
    pub week_start: Weekday,
    /// BYDAY.
    pub days: Vec<Day>,
    /// BYMONTHDAY, 1 to 31, from the end when negative.
    pub month_days: Vec<i8>,
    /// BYMONTH, 1 to 12.
    pub months: Vec<u8>,
    /// BYYEARDAY, 1 to 366, from the end when negative.
    pub year_days: Vec<i16>,
    /// BYWEEKNO, 1 to 53, from the end when negative.
    pub weeks: Vec<i8>,
    /// BYHOUR.
    pub hours: Vec<u8>,
    /// BYMINUTE.
    pub minutes: Vec<u8>,
    /// BYSECOND; a leap second is read as 59.
    pub seconds: Vec<u8>,
    /// BYSETPOS.
    pub positions: Vec<i16>,
}

impl Rule {
    /// A rule of one frequency and nothing else.
    pub fn every(frequency: Frequency) -> Self {
        Self {
            frequency,
            interval: 1,
            count: None,
            until: None,
            week_start: Weekday::Mon,
            days: Vec::new(),
            month_days: Vec::new(),
            months: Vec::new(),
            year_days: Vec::new(),
            weeks: Vec::new(),
            hours: Vec::new(),
            minutes: Vec::new(),
            seconds: Vec::new(),
            positions: Vec::new(),
        }
    }

    /// Reads an RRULE value such as `FREQ=WEEKLY;COUNT=12`.
    ///
    /// Liberal in what real calendars write: any case, blanks, empty parts, unknown `X-` parts, a negative COUNT
    /// (which Outlook once wrote for "no end", and `recurring-ical-events` reads so). COUNT and UNTIL together,
    /// which RFC 5545 forbids, both hold.
    ///
    /// # Errors
    /// [`SeriesError::Rule`] when a part has no meaning.
    pub fn parse(text: &str) -> Result<Self, SeriesError> {
        rule_text::parse(text).map_err(|problem| SeriesError::Rule {
            rule: text.chars().take(200).collect(),
            problem,
        })
    }

    /// Whether it names the days of its periods itself, rather than taking them from the start of the series.
    pub(crate) fn names_days(&self) -> bool {
        !(self.days.is_empty()
            && self.month_days.is_empty()
            && self.year_days.is_empty()
            && self.weeks.is_empty())
    }

    pub(crate) fn unsupported(text: &str) -> SeriesError {
        SeriesError::Rule {
            rule: text.chars().take(200).collect(),
            problem: RuleProblem::Unsupported,
        }
    }
}
