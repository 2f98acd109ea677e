//! What the person chose.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Offset, TimeZone, Utc, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::{AirRules, Half, Leave, Locking, Mailbox, Region, Reminding, Spot, Spots};

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

impl Hours {
    /// The half of the day that is worked, when only one is.
    pub fn only(self) -> Option<Half> {
        if self.until <= Half::noon() {
            Some(Half::Morning)
        } else {
            (self.from >= Half::noon()).then_some(Half::Afternoon)
        }
    }

    /// What of them is in a half; nothing when there is none.
    fn within(self, half: Half) -> Option<Self> {
        let noon = Half::noon();
        let part = match half {
            Half::Morning => Self {
                until: self.until.min(noon),
                ..self
            },
            Half::Afternoon => Self {
                from: self.from.max(noon),
                ..self
            },
        };
        (part.from < part.until).then_some(part)
    }
}

/// What the person chose. One record; a field of a later version has its default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// `None` follows the system.
    pub language: Option<Language>,
    /// Light or dark.
    pub theme: Theme,
    /// The zone the calendar is kept in; `None` only until the first start is answered.
    pub home: Option<Tz>,
    /// The zone in which the machine was, when it was said that the calendar stays as it is; asked once there.
    pub stayed: Option<Tz>,
    /// By weekday from Monday; `None` is a day off.
    pub hours: [Option<Hours>; 7],
    /// What a day keeps free.
    pub air: AirRules,
    /// Whose holidays are kept.
    pub region: Region,
    /// When one is away.
    pub leave: Vec<Leave>,
    /// Where one is, and what can be held there.
    pub spots: Spots,
    /// How one wants to be reminded.
    pub reminding: Reminding,
    /// Who the person is to those they invite; empty until they say it.
    pub me: Mailbox,
    /// When a sealed book locks itself.
    pub locking: Locking,
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
            stayed: None,
            hours: [day, day, day, day, day, None, None],
            air: AirRules::default(),
            region: Region::default(),
            leave: Vec::new(),
            spots: Spots::default(),
            reminding: Reminding::default(),
            me: Mailbox::default(),
            locking: Locking::default(),
            welcomed: false,
        }
    }
}

impl Settings {
    /// The most leaves that are kept.
    pub const LEAVE_MOST: usize = 100;

    /// The hours truly worked on `date`: nothing on a closed weekday, a public holiday or leave, and one half of them
    /// where leave takes the other. Some exactly when [`crate::Workdays::is_worked`].
    pub fn open_on(&self, date: NaiveDate) -> Option<Hours> {
        let hours = self.hours_on(date)?;
        let there = Half::BOTH.map(|half| !self.leave.iter().any(|leave| leave.takes(date, half)));
        let open = match there {
            [true, true] => Some(hours),
            [true, false] => hours.within(Half::Morning),
            [false, true] => hours.within(Half::Afternoon),
            [false, false] => None,
        };
        open.filter(|_| self.region.holiday(date).is_none())
    }

    /// Where one is in a half of `date`, when that was said.
    pub fn spot_at(&self, date: NaiveDate, half: Half) -> Option<Spot> {
        self.spots.at(date, half)
    }

    /// The hours of the weekday of `date`, whatever day it is, or nothing on a day off.
    pub fn hours_on(&self, date: NaiveDate) -> Option<Hours> {
        self.hours_of(date.weekday())
    }

    /// Whether to ask if the calendar moves along to `here`, the machine's zone: its clocks are others than home's, and
    /// nobody answered there yet. The hours never change unasked.
    pub fn asks_of(&self, here: Tz, now: DateTime<Utc>) -> bool {
        self.home.is_some_and(|home| !same_clocks(home, here, now)) && self.stayed != Some(here)
    }

    /// Whether the machine is back where the clocks are home's: another journey there is asked of again.
    pub fn is_back(&self, here: Tz, now: DateTime<Utc>) -> bool {
        self.stayed.is_some() && self.home.is_some_and(|home| same_clocks(home, here, now))
    }

    /// The hours worked on a weekday.
    pub fn hours_of(&self, weekday: Weekday) -> Option<Hours> {
        self.hours
            .get(weekday.num_days_from_monday() as usize)
            .copied()
            .flatten()
    }
}

/// Whether two zones show the same hours through the year that comes: Paris and Brussels do, and nobody travels between
/// them for the calendar.
fn same_clocks(one: Tz, other: Tz, now: DateTime<Utc>) -> bool {
    const STEP: u64 = 26;
    let offset = |zone: Tz, at: DateTime<Utc>| zone.offset_from_utc_datetime(&at.naive_utc()).fix();
    one == other
        || (0..14)
            .filter_map(|step| now.checked_add_days(Days::new(step * STEP)))
            .all(|at| offset(one, at) == offset(other, at))
}
