//! Two that are one, and two that are not.
//!
//! A [`Merge`] keeps both sides whole, so that it can be taken back for life: the journal may have been cut by then,
//! and what was edited since stays as it is now.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    ApartId, Client, ClientId, Contact, ContactId, LinkKind, MergeId, Noun, PlaceId, TouchpointId,
};

/// Two records that were made one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Merge {
    /// Its identity.
    pub id: MergeId,
    /// When, UTC.
    pub at: DateTime<Utc>,
    /// Whether nobody was asked: the two were exactly alike.
    #[serde(default)]
    pub quiet: bool,
    /// What was made one.
    pub of: Merged,
}

/// The two sides of a merge, as they were, and what they became.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Merged {
    /// Two contacts.
    Contacts {
        /// The one that stays, as it was.
        kept: Box<Contact>,
        /// The one that went, as it was.
        gone: Box<Contact>,
        /// What they became.
        made: Box<Contact>,
    },
    /// Two clients.
    Clients {
        /// The one that stays, as it was.
        kept: Box<Client>,
        /// The one that went, as it was.
        gone: Box<Client>,
        /// What they became.
        made: Box<Client>,
        /// What was the gone one's, and is the kept one's now.
        moved: Moved,
    },
}

/// What changed hands in a merge of clients.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Moved {
    /// Contacts.
    pub contacts: Vec<ContactId>,
    /// Places.
    pub places: Vec<PlaceId>,
    /// Touchpoints.
    pub touchpoints: Vec<TouchpointId>,
    /// Links of clients that led to the gone one.
    pub linked: Vec<Tied>,
    /// Contacts whose card no longer says for whom they work: the two have other names.
    pub marked: Vec<ContactId>,
}

/// A link that led to a client that went into another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tied {
    /// The client that has it.
    pub from: ClientId,
    /// What kind of link.
    pub kind: LinkKind,
    /// Whether it had the same link to the kept one already.
    pub already: bool,
}

impl Noun for Merge {
    const PREFIX: &'static str = "mg";
}

/// Two records a person said are not the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Apart {
    /// Made from the pair, so that it is found without an order.
    pub id: ApartId,
    /// The two, the smaller id first.
    pub pair: [[u8; 16]; 2],
    /// When it was said, UTC.
    pub at: DateTime<Utc>,
}

impl Apart {
    /// That these two are not the same, whichever is named first.
    pub fn of<N>(one: crate::Id<N>, other: crate::Id<N>, at: DateTime<Utc>) -> Self {
        let mut pair = [one.to_bytes(), other.to_bytes()];
        pair.sort_unstable();
        Self {
            id: ApartId::from_content(&pair.concat()),
            pair,
            at,
        }
    }
}

impl Noun for Apart {
    const PREFIX: &'static str = "ap";
}
