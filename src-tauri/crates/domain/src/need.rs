//! What a client said they need, and what was promised on either side. Both are the client's own fields: they come and
//! go with it, through merges, archives and the trash.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Id, Noun, TouchpointId};

/// The id of a [`Need`].
pub type NeedId = Id<Need>;
/// The id of a [`Promise`].
pub type PromiseId = Id<Promise>;

/// What a client said they need.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Need {
    /// Its identity.
    pub id: NeedId,
    /// The day it was voiced, on the person's own calendar.
    pub on: NaiveDate,
    /// In their words, one line, never empty.
    pub words: String,
    /// What answered it; empty while it is open.
    #[serde(default)]
    pub answer: String,
    /// The day it was answered; `None` while it is open.
    #[serde(default)]
    pub answered_on: Option<NaiveDate>,
    /// The touchpoint it was voiced in.
    #[serde(default)]
    pub touchpoint: Option<TouchpointId>,
}

impl Need {
    /// Whether nothing answered it yet.
    pub fn is_open(&self) -> bool {
        self.answered_on.is_none()
    }
}

impl Noun for Need {
    const PREFIX: &'static str = "ne";
}

/// Who owes it.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// They do.
    Them,
    /// We do.
    #[default]
    #[serde(other)]
    Us,
}

/// Where a promise stands.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum PromiseState {
    /// Kept.
    Kept,
    /// Let go, by agreement or by time.
    Dropped,
    /// Still owed.
    #[default]
    #[serde(other)]
    Open,
}

/// What was promised.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Promise {
    /// Its identity.
    pub id: PromiseId,
    /// Who owes it.
    #[serde(default)]
    pub owner: Owner,
    /// One line, never empty.
    pub words: String,
    /// The day it was made.
    pub on: NaiveDate,
    /// The day it is due; `None` was not said.
    #[serde(default)]
    pub due: Option<NaiveDate>,
    /// Where it stands.
    #[serde(default)]
    pub state: PromiseState,
    /// The touchpoint it was made in.
    #[serde(default)]
    pub touchpoint: Option<TouchpointId>,
}

impl Promise {
    /// Whether it is still owed.
    pub fn is_open(&self) -> bool {
        self.state == PromiseState::Open
    }

    /// Whether it is owed by now: due today or before.
    pub fn is_due(&self, today: NaiveDate) -> bool {
        self.is_open() && self.due.is_some_and(|due| due <= today)
    }
}

impl Noun for Promise {
    const PREFIX: &'static str = "pr";
}
