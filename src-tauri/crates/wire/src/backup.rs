//! Backups, as the window shows them.

use serde::{Deserialize, Serialize};
use specta::Type;

/// How often a backup is written without asking again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum BackupEvery {
    /// Only when it is asked for.
    Never,
    /// Each day.
    Day,
    /// Each week.
    Week,
}

/// How the backups stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BackupSheet {
    /// When the newest good copy of any kind was made, `mar. 24 nov. 14:02`.
    pub last: Option<String>,
    /// The copies on this computer, the newest first.
    pub snapshots: Vec<SnapshotLine>,
    /// The newest backup elsewhere.
    pub outside: Option<SavedLine>,
    /// The folder the schedule writes into.
    pub folder: Option<String>,
    /// How often.
    pub every: BackupEvery,
    /// How many of them stay.
    pub keep: u32,
    /// The most that can stay.
    pub most: u32,
    /// The folder is not there: since when.
    pub away: Option<String>,
    /// What the person should know, and what to do about it.
    pub notice: Option<String>,
    /// Whether the book is locked: a backup is in clear all the same, and says so.
    pub sealed: bool,
    /// What the last drill found.
    pub drilled: Option<DrillLine>,
}

/// A copy on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SnapshotLine {
    /// What it is called by.
    pub seq: u32,
    /// When it was made.
    pub when: String,
    /// How many clients it has.
    pub clients: u32,
    /// How many touchpoints it has.
    pub touchpoints: u32,
}

/// A backup elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SavedLine {
    /// When it was made.
    pub when: String,
    /// Where.
    pub path: String,
    /// Whether it is there now.
    pub there: bool,
    /// How many attached files the book had lost by then.
    pub missing: u32,
}

/// What a drill found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DrillLine {
    /// Whether all of it came back.
    pub whole: bool,
    /// In a sentence, with its date.
    pub said: String,
}

/// What can be restored from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum RestoreSource {
    /// An archive.
    File {
        /// Where.
        path: String,
    },
    /// A copy on this computer.
    Snapshot {
        /// What it is called by.
        seq: u32,
    },
}

/// How much comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum RestoreExtent {
    /// The book becomes what it was.
    Whole,
    /// Only what is not here any more comes back.
    Missing,
}

/// What a restore would change, before it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RestoreLook {
    /// What to name it by.
    pub ticket: String,
    /// The archive's name; nothing for a copy on this computer.
    pub name: Option<String>,
    /// When it was made.
    pub when: String,
    /// The nouns something would change in.
    pub nouns: Vec<NounMoves>,
    /// How many records read as none.
    pub unreadable: u32,
    /// How many attached files are nowhere any more.
    pub missing: u32,
    /// Who was erased since and stays away; nothing when there is nobody.
    pub erased: Option<ErasedSince>,
}

/// Those who were erased since a copy was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ErasedSince {
    /// How many.
    pub count: u32,
    /// `24 nov., 3 déc.`: on which days.
    pub days: String,
}

/// What would change in a noun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NounMoves {
    /// Its name on disk: `client`, `touchpoint`…
    pub noun: String,
    /// What comes back.
    pub back: Moving,
    /// What becomes what it was.
    pub changes: Moving,
    /// What goes.
    pub goes: Moving,
}

/// How many, and the first by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Moving {
    /// How many.
    pub count: u32,
    /// The names of the first; fewer where some have none.
    pub first: Vec<String>,
}

/// A backup that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BackupWritten {
    /// Where.
    pub path: String,
    /// How many attached files are not in it, since the book had lost them.
    pub missing: u32,
}

/// What a repair did and could not do, a sentence each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BookMended {
    /// What was done.
    pub done: Vec<String>,
    /// What no copy of the book has any more, by name.
    pub lost: Vec<String>,
    /// What is still not as it should be, and what helps.
    pub left: Vec<String>,
    /// Where what was touched is kept.
    pub kept: Option<String>,
}

/// What a check of the whole book found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BookCheck {
    /// How many records were read.
    pub records: u32,
    /// What is not as it should be, a sentence each.
    pub faults: Vec<String>,
}
