//! Which days are worked, and which day is the n-th of them: weekends, public holidays and leave set aside.
//!
//! Everything is a date without a zone, and computed: no table, no network. The holidays are those of the law as it
//! stands (Code du travail L3133-1, and L3134-13 for Alsace and Moselle) in any year, past ones included: a history is
//! not judged by them. To know one more region: a variant of [`Region`], its days in [`Region::holiday`], a vector in
//! `tests/domain/workdays.rs`, and the names of new [`Holiday`]s in the Fluent files.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::{Settings, YEARS};

/// A day nobody is expected to work, by law. What it is called is said elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// The Friday before Easter.
    GoodFriday,
    /// The day after Easter.
    EasterMonday,
    /// 1 May.
    LabourDay,
    /// 8 May.
    VictoryDay,
    /// The Thursday 39 days after Easter.
    Ascension,
    /// The Monday 50 days after Easter.
    WhitMonday,
    /// 14 July.
    NationalDay,
    /// 15 August.
    Assumption,
    /// 1 November.
    AllSaints,
    /// 11 November.
    Armistice,
    /// 25 December.
    Christmas,
    /// 26 December.
    SaintStephen,
}

/// Whose law says which days are holidays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Region {
    /// Bas-Rhin, Haut-Rhin and Moselle: the national days, Good Friday and 26 December.
    AlsaceMoselle,
    /// The eleven national days of France; also what a region of a later version is read as.
    #[default]
    #[serde(other)]
    France,
}

impl Region {
    /// The holiday on `date`. Where two fall together (Ascension on 1 or 8 May) the one with a date of its own is said.
    pub fn holiday(self, date: NaiveDate) -> Option<Holiday> {
        let national = fixed(date).or_else(|| movable(date));
        match self {
            Self::France => national,
            Self::AlsaceMoselle => national.or_else(|| local_law(date)),
        }
    }
}

/// Days on which one is away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Leave {
    /// The first day away.
    pub first: NaiveDate,
    /// The last day away, included; before `first` there is none.
    pub last: NaiveDate,
}

impl Leave {
    /// Whether one is away on `date`.
    pub fn holds(&self, date: NaiveDate) -> bool {
        (self.first..=self.last).contains(&date)
    }
}

/// The days somebody works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Workdays {
    /// Whose holidays are kept.
    pub region: Region,
    /// Which weekdays are never worked, from Monday.
    pub closed: [bool; 7],
    /// When one is away: holidays of one's own, bridges, the house's closing.
    pub leave: Vec<Leave>,
}

impl Default for Workdays {
    fn default() -> Self {
        Self {
            region: Region::default(),
            closed: [false, false, false, false, false, true, true],
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

    /// Whether `date` is worked: neither closed, nor a holiday, nor within leave.
    pub fn is_worked(&self, date: NaiveDate) -> bool {
        !self.is_closed(date.weekday())
            && self.holiday(date).is_none()
            && !self.leave.iter().any(|leave| leave.holds(date))
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

/// Easter Sunday of the Gregorian calendar (Meeus, *Astronomical Algorithms*, ch. 8; the anonymous algorithm Butcher
/// printed in 1876). `None` in years chrono cannot say.
pub fn easter(year: i32) -> Option<NaiveDate> {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let f = (b + 8).div_euclid(25);
    let g = (b - f + 1).div_euclid(3);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(n / 31).ok()?,
        u32::try_from(n % 31 + 1).ok()?,
    )
}

fn fixed(date: NaiveDate) -> Option<Holiday> {
    match (date.month(), date.day()) {
        (1, 1) => Some(Holiday::NewYear),
        (5, 1) => Some(Holiday::LabourDay),
        (5, 8) => Some(Holiday::VictoryDay),
        (7, 14) => Some(Holiday::NationalDay),
        (8, 15) => Some(Holiday::Assumption),
        (11, 1) => Some(Holiday::AllSaints),
        (11, 11) => Some(Holiday::Armistice),
        (12, 25) => Some(Holiday::Christmas),
        _ => None,
    }
}

fn movable(date: NaiveDate) -> Option<Holiday> {
    match after_easter(date)? {
        1 => Some(Holiday::EasterMonday),
        39 => Some(Holiday::Ascension),
        50 => Some(Holiday::WhitMonday),
        _ => None,
    }
}

fn local_law(date: NaiveDate) -> Option<Holiday> {
    if (date.month(), date.day()) == (12, 26) {
        return Some(Holiday::SaintStephen);
    }
    (after_easter(date)? == -2).then_some(Holiday::GoodFriday)
}

/// How many days after the Easter of its year; negative before it.
fn after_easter(date: NaiveDate) -> Option<i64> {
    Some((date - easter(date.year())?).num_days())
}
