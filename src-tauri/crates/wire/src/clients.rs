//! Clients, plainly: their depth has its own issue.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Block;

/// A client named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ClientRef {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ClientRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The last touchpoint before now.
    pub last: Option<Block>,
    /// The next one.
    pub next: Option<Block>,
    /// How many touchpoints are its own.
    pub touchpoints: u32,
    /// Whether it belongs to the examples.
    pub example: bool,
}

/// A client's page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ClientPage {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Free text.
    pub notes: String,
    /// To come, the nearest first; those of the tray last.
    pub coming: Vec<Block>,
    /// Past, the latest first.
    pub past: Vec<Block>,
    /// Whether it is in the trash.
    pub trashed: bool,
}

/// What to change of a client; `None` leaves a field as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct ClientEdit {
    /// One line, not empty.
    pub name: Option<String>,
    /// Free text.
    pub notes: Option<String>,
}
