//! Air: the time a day keeps free, and the rules that keep it. Limits are in time, never in a number of calls.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use crate::{Hours, Kind};

/// What a block of time is for, when it is no meeting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Air that was laid on purpose.
    Air,
    /// Air that came of itself, where a meeting was called off or made shorter.
    Freed,
    /// Work between two meetings.
    Work,
    /// Getting ready for a meeting.
    Preparation,
    /// On the way.
    Travel,
    /// One meets somebody, or it came from a calendar that does not tell; also a purpose of a later version.
    #[default]
    #[serde(other)]
    Meeting,
}

impl Purpose {
    /// Whether it is breathing time.
    pub fn is_air(self) -> bool {
        matches!(self, Self::Air | Self::Freed)
    }
}

/// What a span of time is taken by, as far as the rules of a day care.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Takes {
    /// A meeting, or what a calendar says takes the time.
    Meeting(Kind),
    /// Work of one's own.
    Work,
    /// Being on the way: neither work nor air.
    Travel,
    /// Nothing: it is air.
    Air,
}

/// Minutes a kind of meeting keeps clear around itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Buffer {
    /// Before it, in minutes.
    pub before: u32,
    /// After it, in minutes.
    pub after: u32,
}

/// The buffer of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Buffers {
    /// By phone.
    pub phone: Buffer,
    /// By video.
    pub video: Buffer,
    /// In person.
    pub in_person: Buffer,
}

impl Default for Buffers {
    fn default() -> Self {
        Self {
            phone: Buffer::default(),
            video: Buffer {
                before: 0,
                after: 5,
            },
            in_person: Buffer {
                before: 15,
                after: 15,
            },
        }
    }
}

impl Buffers {
    /// What is kept clear around what takes the time; only meetings own a buffer.
    pub fn of(&self, takes: Takes) -> Buffer {
        match takes {
            Takes::Meeting(Kind::Phone) => self.phone,
            Takes::Meeting(Kind::Video) => self.video,
            Takes::Meeting(Kind::InPerson) => self.in_person,
            Takes::Meeting(Kind::Other) | Takes::Work | Takes::Travel | Takes::Air => {
                Buffer::default()
            }
        }
    }
}

/// When one eats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Lunch {
    /// Not before, wall time at home.
    pub from: NaiveTime,
    /// Over by then, wall time at home.
    pub until: NaiveTime,
    /// In one piece, in minutes; none asks for none.
    pub minutes: u32,
}

impl Default for Lunch {
    fn default() -> Self {
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        Self {
            from: time(11, 30),
            until: time(14, 0),
            minutes: 45,
        }
    }
}

/// What every worked day keeps free. Minutes throughout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct AirRules {
    /// Air a whole day keeps, lunch not counted.
    pub day: u32,
    /// The shortest piece that is air.
    pub piece: u32,
    /// When one eats.
    pub lunch: Lunch,
    /// Video a day bears.
    pub video: u32,
    /// Videos one after the other without a pause.
    pub row: u32,
    /// What ends such a row.
    pub pause: u32,
    /// What meetings keep clear around themselves.
    pub buffers: Buffers,
}

impl Default for AirRules {
    fn default() -> Self {
        Self {
            day: 90,
            piece: 15,
            lunch: Lunch::default(),
            video: 240,
            row: 3,
            pause: 15,
            buffers: Buffers::default(),
        }
    }
}

impl AirRules {
    /// A day this long, in minutes, keeps the whole of [`AirRules::day`]; a shorter one its share.
    pub const WHOLE_DAY: u32 = 8 * 60;
    /// The longest buffer, in minutes.
    pub const BUFFER_MOST: u32 = 4 * 60;

    /// The air a day with these hours keeps, in minutes, rounded down to five.
    pub fn wanted(&self, hours: Hours) -> u32 {
        let worked = u32::try_from((hours.until - hours.from).num_minutes()).unwrap_or_default();
        let share = self.day.saturating_mul(worked.min(Self::WHOLE_DAY)) / Self::WHOLE_DAY;
        share / 5 * 5
    }

    /// Whether somebody with these hours eats within them: they hold the whole window.
    pub fn eats(&self, hours: Hours) -> bool {
        self.lunch.minutes > 0 && hours.from <= self.lunch.from && hours.until >= self.lunch.until
    }

    /// The same rules with every figure where it means something.
    #[must_use]
    pub fn within_reason(self) -> Self {
        let buffer = |one: Buffer| Buffer {
            before: one.before.min(Self::BUFFER_MOST),
            after: one.after.min(Self::BUFFER_MOST),
        };
        let lunch = Lunch {
            until: self.lunch.until.max(self.lunch.from),
            ..self.lunch
        };
        let window = u32::try_from((lunch.until - lunch.from).num_minutes()).unwrap_or_default();
        Self {
            day: self.day.min(Self::WHOLE_DAY),
            piece: self.piece.clamp(5, 120),
            lunch: Lunch {
                minutes: lunch.minutes.min(window),
                ..lunch
            },
            video: self.video.min(24 * 60),
            row: self.row.clamp(1, 50),
            pause: self.pause.clamp(5, 120),
            buffers: Buffers {
                phone: buffer(self.buffers.phone),
                video: buffer(self.buffers.video),
                in_person: buffer(self.buffers.in_person),
            },
        }
    }
}
