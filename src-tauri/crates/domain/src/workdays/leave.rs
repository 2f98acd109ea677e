//! Days, and halves of days, on which one is away.

use chrono::{NaiveDate, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

/// The hour, home zone, at which the second half of a day begins: lunch belongs to the first.
const NOON: u32 = 13;

/// A half of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Half {
    /// Before 13:00.
    Morning,
    /// From 13:00 on.
    Afternoon,
}

impl Half {
    /// Both, in their order.
    pub const BOTH: [Self; 2] = [Self::Morning, Self::Afternoon];

    /// The half a wall time is in.
    pub fn of(time: NaiveTime) -> Self {
        if time.hour() < NOON {
            Self::Morning
        } else {
            Self::Afternoon
        }
    }

    /// When the second half begins, wall time.
    pub fn noon() -> NaiveTime {
        NaiveTime::from_hms_opt(NOON, 0, 0).unwrap_or(NaiveTime::MIN)
    }
}

/// Days on which one is away; the first may begin, and the last may end, at noon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Leave {
    /// The first day away.
    pub first: NaiveDate,
    /// The last day away, included; before `first` there is none.
    pub last: NaiveDate,
    /// Whether one is there in the morning of the first day.
    #[serde(default)]
    pub from_noon: bool,
    /// Whether one is back in the afternoon of the last day.
    #[serde(default)]
    pub until_noon: bool,
}

impl Leave {
    /// Away on whole days, both included.
    pub fn days(first: NaiveDate, last: NaiveDate) -> Self {
        Self {
            first,
            last,
            from_noon: false,
            until_noon: false,
        }
    }

    /// Whether one is away in a half of `date`.
    pub fn takes(&self, date: NaiveDate, half: Half) -> bool {
        let there = match half {
            Half::Morning => self.from_noon && date == self.first,
            Half::Afternoon => self.until_noon && date == self.last,
        };
        (self.first..=self.last).contains(&date) && !there
    }

    /// Whether there is anything of it.
    pub fn is_some(&self) -> bool {
        self.first < self.last || self.first == self.last && !(self.from_noon && self.until_noon)
    }
}
