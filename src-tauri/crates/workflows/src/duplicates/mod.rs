//! Two that may be one: found, made one, and taken apart again for as long as one likes.

use domain::{ClientId, ContactId, MergeId};

use crate::done::Done;
use crate::aspect::Aspect;
use crate::fault::Fault;
use crate::house::House;

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

/// Pairs that may be one, those said apart left out.
pub fn pairs(_house: &House, _from: usize, _most: usize) -> Result<Pairs, Fault> {
    Ok(Pairs {
        total: 0,
        pairs: Vec::new(),
    })
}

/// Makes two one; `gone` goes into `kept`.
pub fn merge(_house: &House, _kept: Party, _gone: Party, _picks: &[Pick]) -> Result<Done, Fault> {
    Err(Fault::gone())
}

/// Takes a merge back, for life.
pub fn unmerge(_house: &House, _merge: MergeId) -> Result<Done, Fault> {
    Err(Fault::gone())
}

/// The merges that made somebody what they are, the latest first.
pub fn merges_of(_house: &House, _party: Party) -> Result<Vec<Line>, Fault> {
    Ok(Vec::new())
}

/// That two are not the same, and are never held for one again.
pub fn apart(_house: &House, _one: Party, _other: Party) -> Result<Done, Fault> {
    Err(Fault::gone())
}
