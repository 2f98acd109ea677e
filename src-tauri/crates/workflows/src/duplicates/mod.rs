//! Two that may be one: found, made one, and taken apart again for as long as one likes.

mod client;
mod contact;
mod fields;
mod find;
mod join;
mod like;
mod merge;
mod moving;
mod unmerge;

use domain::{ClientId, ContactId, MergeId};

use crate::aspect::Aspect;

pub(crate) use contact::card_field;
pub(crate) use fields::{Fielded, covers_all, holds_many};
pub(crate) use find::Kept;
pub use find::pairs;
pub(crate) use join::contacts as join_contacts;
pub(crate) use like::{Alike, Company, alike, apart_said, are_apart};
pub use merge::{apart, merge, merges_of};
pub use unmerge::unmerge;

/// Pairs that may be one.
#[derive(Debug, Clone)]
pub struct Pairs {
    /// How many there are in all.
    pub total: usize,
    /// Those that were asked for, the surest first.
    pub pairs: Vec<Pair>,
}

/// Two that may be one.
#[derive(Debug, Clone)]
pub struct Pair {
    /// One: the one that says more.
    pub a: Side,
    /// The other.
    pub b: Side,
    /// What they have in common.
    pub why: Vec<Likeness>,
    /// Field by field, what each says; those nobody says are left out.
    pub fields: Vec<Compared>,
}

/// One of a pair.
#[derive(Debug, Clone)]
pub struct Side {
    /// Which.
    pub id: Party,
    /// Its name.
    pub name: String,
    /// What tells it from others of that name; may be empty.
    pub subtitle: String,
}

/// What can be one with another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// A person.
    Contact(ContactId),
    /// An organisation.
    Client(ClientId),
}

/// What two have in common, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Which.
    pub field: Aspect,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pick {
    /// Which field.
    pub field: Aspect,
    /// From whom.
    pub take: Take,
}

/// Whose value stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    /// That of the one that stays.
    Kept,
    /// That of the one that goes.
    Gone,
    /// Both.
    Both,
}

/// A merge that can be taken back.
#[derive(Debug, Clone)]
pub struct Line {
    /// Which.
    pub id: MergeId,
    /// When, in words.
    pub when: String,
    /// Who went into it.
    pub gone: String,
    /// Whether nobody was asked.
    pub quiet: bool,
}
