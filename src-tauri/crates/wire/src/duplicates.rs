//! Two that may be one: found, made one, and taken apart again.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Aspect;

/// Pairs that may be one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Duplicates {
    /// How many there are in all.
    pub total: u32,
    /// Those that were asked for, the surest first.
    pub pairs: Vec<DuplicatePair>,
}

/// Two that may be one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DuplicatePair {
    /// One: the one that says more, and stays unless the person chooses otherwise.
    pub a: DuplicateSide,
    /// The other.
    pub b: DuplicateSide,
    /// What they have in common.
    pub why: Vec<Likeness>,
    /// Field by field, what each says; those nobody says are left out.
    pub fields: Vec<DuplicateField>,
}

/// One of a pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DuplicateSide {
    /// What it is.
    pub what: Party,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What tells it from others of that name: the client, an address; may be empty.
    pub subtitle: String,
}

/// What can be one with another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Party {
    /// A person.
    Contact,
    /// An organisation.
    Client,
}

/// What two have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Likeness {
    /// An identity another program gave them, or a SIREN.
    Uid,
    /// An e-mail address.
    Email,
    /// A number.
    Phone,
    /// The name, and nothing against it.
    Name,
}

/// What two say of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DuplicateField {
    /// Which.
    pub field: Aspect,
    /// Its name, in the person's words.
    pub label: String,
    /// What one says; may be empty.
    pub a: String,
    /// What the other says; may be empty.
    pub b: String,
    /// Whether they say the same.
    pub same: bool,
    /// Whether both can be kept.
    pub both: bool,
}

/// Which side a field is taken from when two become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MergePick {
    /// Which field.
    pub field: Aspect,
    /// From whom.
    pub take: Take,
}

/// Whose value stays. Without a pick: both where both can be kept, else the kept one's unless it says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Take {
    /// That of the one that stays.
    Kept,
    /// That of the one that goes.
    Gone,
    /// Both.
    Both,
}
