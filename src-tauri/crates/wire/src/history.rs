//! What was done, and what it touched.

use serde::{Deserialize, Serialize};
use specta::Type;

/// A line of the history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct HistoryLine {
    /// Its number.
    pub seq: u32,
    /// `mar. 24 nov. 14:02`.
    pub when: String,
    /// `Déplacé « Visio Dupont »`.
    pub said: String,
    /// Whether it was undone.
    pub undone: bool,
}

/// A part of the truth that a write can touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Topic {
    /// What the calendar shows, and the tray.
    Touchpoints,
    /// The clients.
    Clients,
    /// The settings.
    Settings,
    /// What was missed and not seen yet.
    Reminders,
    /// What is kept of the book elsewhere.
    Backups,
}

impl From<workflows::undo::Line> for HistoryLine {
    fn from(
        workflows::undo::Line {
            seq,
            when,
            said,
            undone,
        }: workflows::undo::Line,
    ) -> Self {
        Self {
            seq: crate::number(seq),
            when,
            said,
            undone,
        }
    }
}
