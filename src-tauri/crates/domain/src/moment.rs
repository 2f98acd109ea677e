//! Time as a person keeps it: wall time and zone. Instants are computed when they are read,
//! so that a new zone database moves future meetings with the law, not against it.

use std::ops::RangeInclusive;

use chrono::offset::LocalResult;
use chrono::{DateTime, Days, Duration, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// The years a date may have; anything else is a mistake of the file or of the hand.
pub const YEARS: RangeInclusive<i32> = 1900..=2200;

/// Where a wall time is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Option<Tz>", into = "Option<Tz>")]
pub enum Zone {
    /// The same wall time wherever one is (RFC 5545 §3.3.5, form 1).
    Floating,
    /// A zone of the IANA database.
    Iana(Tz),
}

impl From<Option<Tz>> for Zone {
    fn from(zone: Option<Tz>) -> Self {
        zone.map_or(Self::Floating, Self::Iana)
    }
}
impl From<Zone> for Option<Tz> {
    fn from(zone: Zone) -> Self {
        match zone {
            Zone::Floating => None,
            Zone::Iana(tz) => Some(tz),
        }
    }
}

/// How a wall time met its zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fit {
    /// It happens once.
    Exact,
    /// It never happens (spring): read with the offset from before the change, so it shows later.
    Skipped,
    /// It happens twice (autumn): one of the two was taken.
    Twice,
}

impl Zone {
    /// The instant at which clocks of this zone show `wall`; floating times are read in `home`.
    ///
    /// In a spring gap the offset from before the change is used; of an autumn pair the first
    /// instant is taken unless `later` (RFC 5545 §3.3.5).
    pub fn instant(self, wall: NaiveDateTime, later: bool, home: Tz) -> (DateTime<Utc>, Fit) {
        let tz = Option::from(self).unwrap_or(home);
        match tz.from_local_datetime(&wall) {
            LocalResult::Single(at) => (at.with_timezone(&Utc), Fit::Exact),
            LocalResult::Ambiguous(first, second) => (
                (if later { second } else { first }).with_timezone(&Utc),
                Fit::Twice,
            ),
            LocalResult::None => (across_gap(tz, wall), Fit::Skipped),
        }
    }

    /// What clocks of this zone show at `instant`; floating clocks are those of `home`.
    pub fn wall(self, instant: DateTime<Utc>, home: Tz) -> NaiveDateTime {
        instant
            .with_timezone(&Option::from(self).unwrap_or(home))
            .naive_local()
    }

    /// The IANA name, or nothing when floating.
    pub fn name(self) -> Option<&'static str> {
        Option::<Tz>::from(self).map(Tz::name)
    }
}

/// No gap of the zone database is longer than a day (Samoa skipped one whole day in 2011).
fn across_gap(tz: Tz, wall: NaiveDateTime) -> DateTime<Utc> {
    let before = (1..=26)
        .filter_map(|hours| wall.checked_sub_signed(Duration::hours(hours)))
        .find_map(|earlier| {
            tz.from_local_datetime(&earlier)
                .latest()
                .map(|at| (earlier, at))
        });
    match before {
        Some((earlier, at)) => at.with_timezone(&Utc) + (wall - earlier),
        None => wall.and_utc(),
    }
}

/// One moment as calendars write it: a date, or a wall time in a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// A day, without a zone.
    Date(NaiveDate),
    /// A wall time and where it is read.
    Wall {
        /// What the clock shows.
        at: NaiveDateTime,
        /// Whose clock.
        zone: Zone,
    },
}

impl Moment {
    /// The wall time, midnight for a date.
    pub fn wall(self) -> NaiveDateTime {
        match self {
            Self::Date(date) => date.and_time(NaiveTime::MIN),
            Self::Wall { at, .. } => at,
        }
    }
}

/// A place in time. Wall time and zone are the truth; a drag across a clock change keeps them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Slot {
    /// From a wall time, for a nominal length.
    Timed {
        /// What the clock of `zone` shows at the start.
        start: NaiveDateTime,
        /// Wall-clock length in seconds: the end is the wall time `start + seconds`.
        seconds: u32,
        /// Whose clock.
        zone: Zone,
        /// Of a start that happens twice (autumn), the second.
        #[serde(default)]
        later: bool,
    },
    /// Whole days: dates without a zone, that no journey shifts.
    AllDay {
        /// The first day.
        first: NaiveDate,
        /// How many days, at least one.
        days: u32,
    },
}

/// Two instants, the end not before the start, and excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// UTC.
    pub start: DateTime<Utc>,
    /// UTC, excluded.
    pub end: DateTime<Utc>,
}

impl Span {
    /// Whether the two share a moment; a touchpoint of no length shares the moment it stands on.
    pub fn overlaps(self, other: Self) -> bool {
        let (a_end, b_end) = (
            self.end.max(self.start + Duration::seconds(1)),
            other.end.max(other.start + Duration::seconds(1)),
        );
        self.start < b_end && other.start < a_end
    }
}

impl Slot {
    /// A timed slot in a zone.
    pub fn timed(start: NaiveDateTime, minutes: u32, zone: Zone) -> Self {
        Self::Timed {
            start,
            seconds: minutes.saturating_mul(60),
            zone,
            later: false,
        }
    }

    /// Where it begins, as a wall time (midnight for whole days).
    pub fn start_wall(self) -> NaiveDateTime {
        match self {
            Self::Timed { start, .. } => start,
            Self::AllDay { first, .. } => first.and_time(NaiveTime::MIN),
        }
    }

    /// Where it ends, as a wall time of the same zone, excluded.
    pub fn end_wall(self) -> NaiveDateTime {
        match self {
            Self::Timed { start, seconds, .. } => start
                .checked_add_signed(Duration::seconds(i64::from(seconds)))
                .unwrap_or(NaiveDateTime::MAX),
            Self::AllDay { first, days } => first
                .checked_add_days(Days::new(u64::from(days)))
                .unwrap_or(NaiveDate::MAX)
                .and_time(NaiveTime::MIN),
        }
    }

    /// The wall-clock length in seconds.
    pub fn seconds(self) -> u32 {
        match self {
            Self::Timed { seconds, .. } => seconds,
            Self::AllDay { days, .. } => days.saturating_mul(86_400),
        }
    }

    /// Whose clock; whole days float.
    pub fn zone(self) -> Zone {
        match self {
            Self::Timed { zone, .. } => zone,
            Self::AllDay { .. } => Zone::Floating,
        }
    }

    /// Whether it takes whole days.
    pub fn is_all_day(self) -> bool {
        matches!(self, Self::AllDay { .. })
    }

    /// The two instants, floating times read in `home`. Each end is resolved by itself, so
    /// 01:00–04:00 stays 01:00–04:00 on the night the clocks change; only a start that never happens takes its
    /// length along (02:30–03:00 in a spring gap is 03:30–04:00).
    pub fn span(self, home: Tz) -> Span {
        let later = matches!(self, Self::Timed { later: true, .. });
        let (start, _) = self.zone().instant(self.start_wall(), later, home);
        let (end, _) = self.zone().instant(self.end_wall(), later, home);
        // A start in a spring gap shows no earlier than its own end: it keeps its length then.
        let end = if end <= start {
            start + Duration::seconds(i64::from(self.seconds()))
        } else {
            end
        };
        Span { start, end }
    }

    /// How the start met its zone.
    pub fn fit(self, home: Tz) -> Fit {
        match self {
            Self::Timed {
                start, later, zone, ..
            } => zone.instant(start, later, home).1,
            Self::AllDay { .. } => Fit::Exact,
        }
    }

    /// The same length and zone, from another wall time (whole days take its date).
    pub fn starting(self, wall: NaiveDateTime) -> Self {
        match self {
            Self::Timed { seconds, zone, .. } => Self::Timed {
                start: wall,
                seconds,
                zone,
                later: false,
            },
            Self::AllDay { days, .. } => Self::AllDay {
                first: wall.date(),
                days,
            },
        }
    }

    /// Moved by a wall-clock distance; `None` when it would leave the calendar.
    pub fn shifted(self, by: Duration) -> Option<Self> {
        self.start_wall()
            .checked_add_signed(by)
            .map(|wall| self.starting(wall))
    }

    /// As the moment calendars write for its start.
    pub fn start_moment(self) -> Moment {
        match self {
            Self::Timed { start, zone, .. } => Moment::Wall { at: start, zone },
            Self::AllDay { first, .. } => Moment::Date(first),
        }
    }

    /// Whether every year of it is one that [`YEARS`] allows.
    pub fn is_in_range(self) -> bool {
        use chrono::Datelike;
        YEARS.contains(&self.start_wall().year()) && YEARS.contains(&self.end_wall().year())
    }
}
