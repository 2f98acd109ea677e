//! An organisation one sells to.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{ClientId, Noun};

/// An organisation one sells to. Contacts, places and the path come with their own issues.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Client {
    /// Its identity.
    pub id: ClientId,
    /// One line, never empty.
    pub name: String,
    /// Free text.
    #[serde(default)]
    pub notes: String,
    /// UTC.
    pub created_at: DateTime<Utc>,
    /// UTC.
    pub updated_at: DateTime<Utc>,
    /// UTC, when it was put in the trash.
    #[serde(default)]
    pub trashed_at: Option<DateTime<Utc>>,
    /// Whether it belongs to the examples of the first start.
    #[serde(default)]
    pub example: bool,
}

impl Client {
    /// The longest name, in characters.
    pub const NAME_MOST: usize = 200;
}

impl Noun for Client {
    const PREFIX: &'static str = "cl";
}
impl Noun for crate::SourceFile {
    const PREFIX: &'static str = "src";
}
impl Noun for crate::Touchpoint {
    const PREFIX: &'static str = "tp";
}
