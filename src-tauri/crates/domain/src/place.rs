//! Where a client is found.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{Address, ClientId, Noun, PlaceId};

/// An office, a workshop, a shop of a client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Its identity.
    pub id: PlaceId,
    /// Whose.
    pub client: ClientId,
    /// What it is called, one line: "Atelier"; may be empty.
    #[serde(default)]
    pub name: String,
    /// Where.
    #[serde(default)]
    pub address: Address,
    /// Door code, parking, whom to ask for; free text.
    #[serde(default)]
    pub notes: String,
    /// UTC.
    pub created_at: DateTime<Utc>,
    /// UTC.
    pub updated_at: DateTime<Utc>,
    /// UTC, when it was put aside: kept, found, and out of the way.
    #[serde(default)]
    pub archived_at: Option<DateTime<Utc>>,
    /// UTC, when it was put in the trash.
    #[serde(default)]
    pub trashed_at: Option<DateTime<Utc>>,
    /// Whether it belongs to the examples of the first start.
    #[serde(default)]
    pub example: bool,
}

impl Place {
    /// A place of a client, with nothing said yet.
    pub fn new(id: PlaceId, client: ClientId, now: DateTime<Utc>) -> Self {
        Self {
            id,
            client,
            name: String::new(),
            address: Address::default(),
            notes: String::new(),
            created_at: now,
            updated_at: now,
            archived_at: None,
            trashed_at: None,
            example: false,
        }
    }
}

impl Noun for Place {
    const PREFIX: &'static str = "pl";
}
