//! What the person chose.

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::{Leave, Mailbox, Region, Reminding};

/// The languages Sentier speaks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    En,
    /// French, written first.
    #[default]
    #[serde(other)]
    Fr,
}

/// Light, dark, or as the desktop says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// As the desktop says.
    #[default]
    #[serde(other)]
    System,
}

/// Working hours of one weekday, wall time of the home zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Hours {
    /// First minute worked.
    pub from: NaiveTime,
    /// First minute not worked any more.
    pub until: NaiveTime,
}

/// What the person chose. One record; a field of a later version has its default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// `None` follows the system.
    pub language: Option<Language>,
    /// Light or dark.
    pub theme: Theme,
    /// `None` follows the system.
    pub home: Option<Tz>,
    /// By weekday from Monday; `None` is a day off.
    pub hours: [Option<Hours>; 7],
    /// Whose holidays are kept.
    pub region: Region,
    /// When one is away.
    pub leave: Vec<Leave>,
    /// How one wants to be reminded.
    pub reminding: Reminding,
    /// Who the person is to those they invite; empty until they say it.
    pub me: Mailbox,
    /// Whether the first start's two choices were answered.
    pub welcomed: bool,
}

impl Default for Settings {
    fn default() -> Self {
        let day = NaiveTime::from_hms_opt(9, 0, 0)
            .zip(NaiveTime::from_hms_opt(18, 0, 0))
            .map(|(from, until)| Hours { from, until });
        Self {
            language: None,
            theme: Theme::System,
            home: None,
            hours: [day, day, day, day, day, None, None],
            region: Region::default(),
            leave: Vec::new(),
            reminding: Reminding::default(),
            me: Mailbox::default(),
            welcomed: false,
        }
    }
}

impl Settings {
    /// The most leaves that are kept.
    pub const LEAVE_MOST: usize = 100;

    /// The hours worked on `date`, or nothing on a day off.
    pub fn hours_on(&self, date: NaiveDate) -> Option<Hours> {
        self.hours_of(date.weekday())
    }

    /// The hours worked on a weekday.
    pub fn hours_of(&self, weekday: Weekday) -> Option<Hours> {
        self.hours
            .get(weekday.num_days_from_monday() as usize)
            .copied()
            .flatten()
    }
}
