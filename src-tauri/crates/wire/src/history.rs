//! What was done, and what it touched.

use domain::Origin;
use serde::{Deserialize, Serialize};
use specta::Type;
use workflows::history::{Line, Way};

use crate::Done;

/// A line of the history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct HistoryLine {
    /// Its number.
    pub seq: u32,
    /// The steps it stands for, the latest first: several where one thing was edited in one sitting.
    pub steps: Vec<u32>,
    /// The day at home: `2026-11-24`.
    pub day: String,
    /// `14:02`.
    pub hour: String,
    /// `mar. 24 nov. 14:02`.
    pub when: String,
    /// `Déplacé « Visio Dupont » de mar. 24 nov. 14:00 à jeu. 26 nov. 10:00`.
    pub said: String,
    /// Who wrote it.
    pub by: HistoryBy,
    /// Whether it was undone.
    pub undone: bool,
    /// What can be done about it.
    pub way: HistoryWay,
}

/// Who wrote a line of the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum HistoryBy {
    /// The window.
    Window,
    /// A verb of the command line.
    CommandLine,
    /// A file that was brought in.
    Import,
    /// The examples of the first start.
    Examples,
    /// The app itself.
    House,
}

/// What can be done about a line of the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum HistoryWay {
    /// It can be taken back, when nothing depends on it.
    Back,
    /// It was taken back, and can be done again.
    Again,
    /// What it changed is no longer known.
    TooOld,
    /// It is no step: it stays.
    Never,
}

/// What came of taking a line back by itself, or doing it again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Turned {
    /// It is done.
    Done(Box<Done>),
    /// Something depends on it: nothing was changed.
    Depends {
        /// What, the latest first.
        on: Vec<HistoryLine>,
        /// Whether all of it can go along in one press.
        together: bool,
    },
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

impl From<Line> for HistoryLine {
    fn from(line: Line) -> Self {
        Self {
            seq: crate::number(line.seq),
            steps: line.steps.into_iter().map(crate::number).collect(),
            day: line.at.date().to_string(),
            hour: line.at.format("%H:%M").to_string(),
            when: line.when,
            said: line.said,
            by: line.by.into(),
            undone: line.undone,
            way: line.way.into(),
        }
    }
}

impl From<Origin> for HistoryBy {
    fn from(origin: Origin) -> Self {
        match origin {
            Origin::Window => Self::Window,
            Origin::CommandLine => Self::CommandLine,
            Origin::Import => Self::Import,
            Origin::Examples => Self::Examples,
            Origin::House => Self::House,
        }
    }
}

impl From<Way> for HistoryWay {
    fn from(way: Way) -> Self {
        match way {
            Way::Back => Self::Back,
            Way::Again => Self::Again,
            Way::TooOld => Self::TooOld,
            Way::Never => Self::Never,
        }
    }
}
