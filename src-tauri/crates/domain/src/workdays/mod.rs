//! Which days are worked, and which day is the n-th of them: weekends, public holidays and leave set aside.
//!
//! Everything is a date without a zone, and computed: no table of years, no network. The holidays are those of the law as
//! it stands in any year, past ones included: a history is not judged by them. No library was found to lean on
//! (`docs/HOLIDAYS.md` says which were looked at); what is computed is held against one (`tests/domain/holidays.rs`).
//!
//! To know one more region: a line in `region.rs`, its days in `lands/`, the names of the region and of new
//! [`Holiday`]s in the Fluent files, and its code in `tests/oracle/rest_days.py`.

mod holiday;
mod lands;
mod leave;
mod region;
mod rule;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::{Hours, Settings, YEARS};

pub use holiday::Holiday;
pub use leave::{Half, Leave};
pub use region::{Country, Region};
pub use rule::easter;

/// The days somebody works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Workdays {
    /// Whose holidays are kept.
    pub region: Region,
    /// Which weekdays are never worked, from Monday.
    pub closed: [bool; 7],
    /// On which weekdays only one half is, from Monday.
    pub only: [Option<Half>; 7],
    /// When one is away: holidays of one's own, bridges, the house's closing.
    pub leave: Vec<Leave>,
}

impl Default for Workdays {
    fn default() -> Self {
        Self {
            region: Region::default(),
            closed: [false, false, false, false, false, true, true],
            only: [None; 7],
            leave: Vec::new(),
        }
    }
}

impl From<&Settings> for Workdays {
    /// The weekdays without hours are closed.
    fn from(settings: &Settings) -> Self {
        Self {
            region: settings.region,
            closed: settings.hours.map(|hours| hours.is_none()),
            only: settings.hours.map(|hours| hours.and_then(Hours::only)),
            leave: settings.leave.clone(),
        }
    }
}

impl Workdays {
    /// The holiday on `date`, worked or not.
    pub fn holiday(&self, date: NaiveDate) -> Option<Holiday> {
        self.region.holiday(date)
    }

    /// Whether a weekday is never worked.
    pub fn is_closed(&self, weekday: Weekday) -> bool {
        self.closed
            .get(weekday.num_days_from_monday() as usize)
            .copied()
            .unwrap_or_default()
    }

    /// Whether `date` is worked, be it a half of it: neither closed, nor a holiday, nor away.
    pub fn is_worked(&self, date: NaiveDate) -> bool {
        let weekday = date.weekday();
        let only = self.only.get(weekday.num_days_from_monday() as usize);
        let only = only.copied().flatten();
        let there = |half: Half| {
            only.is_none_or(|only| only == half)
                && !self.leave.iter().any(|leave| leave.takes(date, half))
        };
        !self.is_closed(weekday)
            && Half::BOTH.into_iter().any(there)
            && self.holiday(date).is_none()
    }

    /// The `count`-th worked day after `date`, which itself is not counted, worked or not; before it when `count` is
    /// negative. Zero is `date` when it is worked, else the first worked day after it.
    ///
    /// `None` when there is none within [`YEARS`]: somebody who works no day of the week, or a count of centuries.
    pub fn add(&self, date: NaiveDate, count: i32) -> Option<NaiveDate> {
        if count == 0 && YEARS.contains(&date.year()) && self.is_worked(date) {
            return Some(date);
        }
        // Nobody works: said at once rather than after a walk through the centuries.
        if self.closed.iter().all(|closed| *closed) {
            return None;
        }
        let mut left = count.unsigned_abs().max(1);
        let mut day = date;
        loop {
            day = if count < 0 {
                day.checked_sub_days(Days::new(1))
            } else {
                day.checked_add_days(Days::new(1))
            }
            .filter(|day| YEARS.contains(&day.year()))?;
            if self.is_worked(day) {
                left -= 1;
            }
            if left == 0 {
                return Some(day);
            }
        }
    }
}
