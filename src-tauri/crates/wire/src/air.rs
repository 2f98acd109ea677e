//! Air, as the calendar draws it and the settings say it. Minutes throughout; times of a day are minutes since its
//! midnight, in the home zone.

use serde::{Deserialize, Serialize};
use specta::Type;

/// What a block of time is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Purpose {
    /// One meets somebody, or a calendar does not tell.
    Meeting,
    /// Air that was laid on purpose.
    Air,
    /// Air that came of a meeting called off or made shorter.
    Freed,
    /// Work between two meetings.
    Work,
    /// Getting ready for a meeting.
    Preparation,
    /// On the way.
    Travel,
}

/// The air of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Breath {
    /// What the day keeps.
    pub kept: u32,
    /// What it is to keep; 0 on a day that is not worked.
    pub wanted: u32,
    /// Where its air lies, once the day is so full that this matters: `[from, until]`.
    pub laid: Vec<(u32, u32)>,
    /// Whether one eats within its hours.
    pub eats: bool,
    /// When one can.
    pub lunch: Option<(u32, u32)>,
    /// Video it holds.
    pub video: u32,
    /// Videos that follow each other without a pause.
    pub row: u32,
}

/// The air owed in a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct WeekAir {
    /// Its Monday, `2026-11-23`.
    pub monday: String,
    /// What was forced on its days.
    pub owed: u32,
    /// What was laid for it.
    pub repaid: u32,
    /// What is still owed.
    pub left: u32,
}

/// Something that goes where the meeting goes, before it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Follows {
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub purpose: Purpose,
    /// Where it would be, `jeu. 26 nov. · 09:00 – 10:00`; where it is, when it stays.
    pub when: String,
    /// Whether it moves.
    pub moves: bool,
    /// Why there is no place for it, a sentence; empty when there is one.
    pub stuck: String,
}

/// What a kind of meeting keeps clear around itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BufferSheet {
    /// Before it.
    pub before: u32,
    /// After it.
    pub after: u32,
}

/// The rules of air.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AirSheet {
    /// Air a day keeps.
    pub day: u32,
    /// The shortest piece that is air.
    pub piece: u32,
    /// Lunch: not before.
    pub lunch_from: u32,
    /// Lunch: over by then.
    pub lunch_until: u32,
    /// How long lunch takes; 0 asks for none.
    pub lunch_minutes: u32,
    /// Video a day bears.
    pub video: u32,
    /// Videos one after the other without a pause.
    pub row: u32,
    /// What ends such a row.
    pub pause: u32,
    /// By phone.
    pub phone: BufferSheet,
    /// By video.
    pub by_video: BufferSheet,
    /// In person.
    pub in_person: BufferSheet,
}

/// A day with the air some rules would give it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DayBreath {
    /// `2026-11-26`.
    pub date: String,
    /// Its air.
    pub breath: Breath,
}

/// What time that was freed becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum FreedUse {
    /// It stays air.
    Nothing,
    /// Work of one's own.
    Work,
}

/// So much of so much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Shared {
    /// What was kept.
    pub kept: u32,
    /// Of what was to be.
    pub of: u32,
}

/// A day of a week looked back at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DayKept {
    /// `mar. 24 nov.`
    pub label: String,
    /// Minutes of air kept, of those wanted.
    pub air: Shared,
}

/// A week looked back at, for oneself alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LookBack {
    /// Its Monday.
    pub monday: String,
    /// The worked days that are over, or today.
    pub days: Vec<DayKept>,
    /// Air still owed.
    pub owed: u32,
    /// Meetings held without anybody saying why.
    pub without_reason: u32,
    /// Meetings planned as urgent.
    pub urgent: u32,
    /// Promises of ours that were due, and kept.
    pub promises: Shared,
}
