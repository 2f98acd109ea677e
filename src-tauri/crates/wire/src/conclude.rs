//! The concluding meeting, asked for and looked at.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Block, Done, Reason};

/// A piece of work between two meetings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BetweenWork {
    /// What is to be done.
    pub title: String,
    /// How long that takes, in minutes.
    pub minutes: u32,
}

/// Which day one concludes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum ConcludeOn {
    /// So many working days later.
    After {
        /// How many.
        days: i32,
    },
    /// This day, `2026-11-26`; the next worked one, when it is not worked.
    Day {
        /// Which.
        date: String,
    },
}

/// A concluding meeting as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Conclude {
    /// The block's `id`.
    pub id: String,
    /// The block's `occurrence`.
    pub occurrence: Option<String>,
    /// When.
    pub on: ConcludeOn,
    /// Minute of the day at home; `None` is the meeting's own hour.
    pub hour: Option<u32>,
    /// The work between the two; `None` is that of the first template.
    pub work: Option<Vec<BetweenWork>>,
    /// Why; `None` is what the promises and needs say.
    pub reason: Option<Reason>,
}

/// A meeting and its work, laid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BridgeLaid {
    /// `2026-11-30`.
    pub date: String,
    /// Wall time of the home zone, `2026-11-30T10:00`.
    pub start: String,
    /// Wall time of the home zone.
    pub end: String,
    /// `lun. 30 nov. · 10:00 – 11:00`.
    pub when: String,
    /// How many working days later.
    pub after: i32,
    /// Whether it is the hour of the first meeting.
    pub same_hour: bool,
    /// The work, in order.
    pub work: Vec<LaidWork>,
}

/// A piece of work, laid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LaidWork {
    /// What is to be done.
    pub title: String,
    /// Wall time of the home zone.
    pub start: String,
    /// Wall time of the home zone.
    pub end: String,
    /// `jeu. 26 nov. · 09:00 – 10:00`.
    pub when: String,
}

/// What a concluding meeting would be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ConcludeLook {
    /// The meeting it concludes.
    pub block: Block,
    /// How many working days later.
    pub after: i32,
    /// The meeting and its work; `None` when that day is impossible.
    pub bridge: Option<BridgeLaid>,
    /// The day asked for, in words.
    pub day: String,
    /// Why it is impossible, a sentence each.
    pub why: Vec<String>,
    /// The next possibility, when it is.
    pub instead: Option<BridgeLaid>,
    /// The work, as it was asked for.
    pub work: Vec<BetweenWork>,
    /// The reason it would have.
    pub reason: Reason,
    /// What is wrong with the reason; `None` when it says something.
    pub weak: Option<String>,
}

/// Work that usually leads to a concluding meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BetweenTemplate {
    /// What it is called.
    pub name: String,
    /// The work, in order.
    pub work: Vec<BetweenWork>,
}

/// What asking for one answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Concluded {
    /// It is on disk.
    Done(Box<Done>),
    /// A no: nothing was changed.
    Impossible(Box<ConcludeLook>),
}
