//! Clocks: how long since each way of meeting, one a kind. A video never turns back the clock of visits, and a visit
//! turns it back only when something was seen.

use chrono::{Days, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::{Kind, State, Tier, Touchpoint};

/// How long between two touchpoints of a kind, in days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Interval {
    /// As it should be.
    pub ideal: u16,
    /// At most; never less than the ideal.
    pub most: u16,
}

impl Interval {
    /// Ten years: longer is no rhythm.
    pub const LONGEST: u16 = 3_650;

    /// An interval within bounds: at least a day, the most no less than the ideal.
    pub fn new(ideal: u16, most: u16) -> Self {
        let ideal = ideal.clamp(1, Self::LONGEST);
        Self {
            ideal,
            most: most.clamp(ideal, Self::LONGEST),
        }
    }
}

/// The kinds that have a clock.
pub const CLOCKED: [Kind; 3] = [Kind::Phone, Kind::Video, Kind::InPerson];

/// The intervals of the three clocks; `None` leaves a kind to the tier.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Rhythm {
    /// By phone.
    pub phone: Option<Interval>,
    /// By video.
    pub video: Option<Interval>,
    /// In person.
    pub in_person: Option<Interval>,
}

impl Rhythm {
    /// What a tier starts with. One that has none is seen as often as a B.
    pub fn of_tier(tier: Tier) -> Self {
        let (phone, video, in_person) = match tier {
            Tier::A => ((21, 45), (30, 60), (90, 180)),
            Tier::B | Tier::None => ((45, 90), (60, 120), (180, 365)),
            Tier::C => ((90, 180), (120, 240), (365, 730)),
        };
        let interval = |(ideal, most)| Some(Interval::new(ideal, most));
        Self {
            phone: interval(phone),
            video: interval(video),
            in_person: interval(in_person),
        }
    }

    /// Its own intervals, and `other`'s where it has none.
    pub fn or(self, other: Self) -> Self {
        Self {
            phone: self.phone.or(other.phone),
            video: self.video.or(other.video),
            in_person: self.in_person.or(other.in_person),
        }
    }

    /// The interval of a kind.
    pub fn of(&self, kind: Kind) -> Option<Interval> {
        match kind {
            Kind::Phone => self.phone,
            Kind::Video => self.video,
            Kind::InPerson => self.in_person,
            Kind::Other => None,
        }
    }
}

/// Where a clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockState {
    /// Never met that way.
    Never,
    /// Within the ideal interval.
    OnTrack,
    /// Past the ideal, within the most.
    Soon,
    /// Past the most.
    Overdue,
}

/// The clock of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Which way of meeting.
    pub kind: Kind,
    /// The day it was turned back last.
    pub last: Option<NaiveDate>,
    /// Its interval.
    pub interval: Interval,
    /// Where it stands.
    pub state: ClockState,
}

impl Clock {
    /// A clock turned back on `last`, read `today`. What is dated after today has not happened yet.
    pub fn read(kind: Kind, interval: Interval, last: Option<NaiveDate>, today: NaiveDate) -> Self {
        let last = last.filter(|last| *last <= today);
        let state = match last.map(|last| (today - last).num_days()) {
            None => ClockState::Never,
            Some(days) if days <= i64::from(interval.ideal) => ClockState::OnTrack,
            Some(days) if days <= i64::from(interval.most) => ClockState::Soon,
            Some(_) => ClockState::Overdue,
        };
        Self {
            kind,
            last,
            interval,
            state,
        }
    }

    /// The last day within the most; `None` when it was never turned back.
    pub fn until(&self) -> Option<NaiveDate> {
        self.last
            .and_then(|last| last.checked_add_days(Days::new(self.interval.most.into())))
    }
}

impl Touchpoint {
    /// Whether it turned a clock back: it took place, and in person something was seen. A series says of none of its
    /// occurrences that it took place; one that did is a record of its own.
    pub fn turns_clock(&self) -> bool {
        self.trashed_at.is_none()
            && self.recurrence.is_none()
            && self.state == State::Held
            && match self.kind {
                Kind::Phone | Kind::Video => true,
                Kind::InPerson => !self.sights.is_empty(),
                Kind::Other => false,
            }
    }
}

/// The three clocks of a client, from its touchpoints in any order and the wall times they started at home.
pub fn clocks<'a>(
    rhythm: Rhythm,
    touchpoints: impl Iterator<Item = (&'a Touchpoint, NaiveDateTime)>,
    today: NaiveDate,
) -> Vec<Clock> {
    let mut last = [None::<NaiveDate>; 3];
    for (touchpoint, start) in touchpoints.filter(|(one, _)| one.turns_clock()) {
        let at = CLOCKED.iter().position(|kind| *kind == touchpoint.kind);
        let day = Some(start.date()).filter(|day| *day <= today);
        if let Some(last) = at.and_then(|at| last.get_mut(at)) {
            *last = (*last).max(day);
        }
    }
    CLOCKED
        .into_iter()
        .zip(last)
        .filter_map(|(kind, last)| Some(Clock::read(kind, rhythm.of(kind)?, last, today)))
        .collect()
}
