//! What was done, in order, and how undo and redo are threaded through it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::Origin;
use serde::{Deserialize, Serialize};

use crate::StoreError;
use crate::error::without_values;
use crate::journal::Place;

/// What a group was, as data: a label and its variables, so that the history speaks every language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// A word for it, such as `moved`.
    pub label: String,
    /// What its sentence needs, such as a title.
    #[serde(default)]
    pub args: BTreeMap<String, String>,
    /// Who asked for it.
    #[serde(default)]
    pub origin: Origin,
    /// When, UTC.
    pub at: DateTime<Utc>,
}

/// What a group does to the line of undo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Effect {
    /// A step of its own.
    Step,
    /// A write that is no step: it is never taken back, and leaves what can be where it is.
    Aside,
    /// It takes group `0` back.
    Undo(u64),
    /// It does group `0` again.
    Redo(u64),
    /// A step that takes these back wherever they lie.
    Back(Vec<u64>),
    /// A step that does group `0` again wherever it lies.
    Again(u64),
}

impl Effect {
    /// The groups it turns.
    pub(crate) fn targets(&self) -> Vec<u64> {
        match self {
            Self::Step | Self::Aside => Vec::new(),
            Self::Undo(target) | Self::Redo(target) | Self::Again(target) => vec![*target],
            Self::Back(targets) => targets.clone(),
        }
    }
}

/// A line of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number: that of its last frame.
    pub seq: u64,
    /// What it was.
    pub note: Note,
    /// Whether it is a step, and the journal still has what it takes to undo it.
    pub undoable: bool,
    /// Whether it is taken back now.
    pub undone: bool,
    /// Whether it is no step: it is never taken back.
    pub aside: bool,
}

/// A line as the state keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Kept {
    pub(crate) note: Note,
    pub(crate) effect: Effect,
    /// The step below it on its pile (undo's for a step, redo's for an undo).
    pub(crate) below: Option<u64>,
    /// Where its frames begin in the journal.
    pub(crate) place: Place,
    pub(crate) undone: bool,
    /// The group that took it back or did it again last, and where it stood among those that group turned.
    #[serde(default)]
    pub(crate) turned: Option<(u64, u32)>,
}

/// The tops of the two piles, as of some group.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Piles {
    /// The step undo would take back.
    pub(crate) undo: Option<u64>,
    /// The undo that redo would take back.
    pub(crate) redo: Option<u64>,
}

impl Kept {
    /// Whether the history shows it as a line: undo and redo show in [`Entry::undone`].
    pub(crate) fn is_own_line(&self) -> bool {
        !matches!(self.effect, Effect::Undo(_) | Effect::Redo(_))
    }

    /// Whether it writes something of its own, rather than turning what others wrote.
    pub(crate) fn is_deed(&self) -> bool {
        matches!(self.effect, Effect::Step | Effect::Aside)
    }

    /// Since when it stands, or is taken back: a group, and a place in it.
    pub(crate) fn since(&self, seq: u64) -> (u64, u32) {
        self.turned.unwrap_or((seq, 0))
    }

    /// The line it is, while the journal's oldest file is `oldest`.
    pub(crate) fn entry(self, seq: u64, oldest: u64) -> Entry {
        Entry {
            seq,
            undoable: self.effect != Effect::Aside && !self.undone && self.place.file >= oldest,
            undone: self.undone,
            aside: self.effect == Effect::Aside,
            note: self.note,
        }
    }

    pub(crate) fn pack(&self) -> Result<Vec<u8>, StoreError> {
        rmp_serde::to_vec_named(self).map_err(|error| {
            StoreError::State(format!("a line of the history: {}", without_values(&error)))
        })
    }

    pub(crate) fn unpack(value: &[u8]) -> Result<Self, StoreError> {
        rmp_serde::from_slice(value).map_err(|error| {
            StoreError::State(format!("a line of the history: {}", without_values(&error)))
        })
    }
}

/// A line's key: the latest sorts first.
pub(crate) fn line_key(seq: u64) -> [u8; 8] {
    (u64::MAX - seq).to_be_bytes()
}

/// The number of the line with this key.
pub(crate) fn seq_of_line(key: &[u8]) -> Option<u64> {
    key.try_into()
        .ok()
        .map(|bytes| u64::MAX - u64::from_be_bytes(bytes))
}
