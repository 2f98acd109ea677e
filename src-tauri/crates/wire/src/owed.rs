//! Needs and promises.

use serde::{Deserialize, Serialize};
use specta::Type;

/// What a client said they need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Need {
    /// Its id.
    pub id: String,
    /// The day it was voiced.
    pub on: String,
    /// In their words.
    pub words: String,
    /// What answered it; may be empty.
    pub answer: String,
    /// The day it was answered; `null` while it is open.
    pub answered: Option<String>,
}

/// Who owes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Owner {
    /// We do.
    Us,
    /// They do.
    Them,
}

/// Where a promise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum PromiseState {
    /// Still owed.
    Open,
    /// Kept.
    Kept,
    /// Let go.
    Dropped,
}

/// What was promised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Promised {
    /// Its id.
    pub id: String,
    /// Who owes it.
    pub owner: Owner,
    /// What.
    pub words: String,
    /// The day it was made.
    pub on: String,
    /// The day it is due.
    pub due: Option<String>,
    /// `demain`, `mar. 1er déc.`; empty when no day was said.
    pub when: String,
    /// Whether it is due today or before.
    pub late: bool,
    /// Where it stands.
    pub state: PromiseState,
}

/// A need as it is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NeedGiven {
    /// Which one; `null` is a new one.
    pub id: Option<String>,
    /// In their words; empty takes it away.
    pub words: String,
    /// What answers it; empty leaves it open.
    pub answer: String,
    /// The touchpoint it was voiced in, for a new one.
    #[serde(default)]
    pub touchpoint: Option<String>,
}

/// A promise as it is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PromiseGiven {
    /// Which one; `null` is a new one.
    pub id: Option<String>,
    /// Who owes it.
    pub owner: Owner,
    /// What; empty takes it away.
    pub words: String,
    /// The day it is due.
    pub due: Option<String>,
    /// Where it stands.
    pub state: PromiseState,
}
