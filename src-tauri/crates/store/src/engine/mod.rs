//! What the state asks of an engine. Small on purpose: another engine is one file, and it is held
//! to the conformance suite beside it.

mod blocks;
#[cfg(test)]
mod conformance;
mod directory;
mod keyed;
mod memory;
mod sled;

use crate::StoreError;
use crate::tree::Tree;

pub(crate) use memory::MemoryEngine;
pub(crate) use sled::SledEngine;

/// One key's new value; `None` takes it away.
pub(crate) type Write<'a> = (Space, &'a [u8], Option<&'a [u8]>);
/// A key and its value, as a scan gives them.
pub(crate) type Pair = (Vec<u8>, Vec<u8>);
/// What a scan gives.
pub(crate) type Pairs<'a> = Box<dyn Iterator<Item = Result<Pair, StoreError>> + 'a>;

/// A page of pairs, and where the next one begins; nothing behind the last.
pub(crate) type Page = (Vec<Pair>, Option<Vec<u8>>);

/// What keys alone come as.
pub(crate) type Keys<'a> = Box<dyn Iterator<Item = Result<Vec<u8>, StoreError>> + 'a>;

/// A named space of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub(crate) enum Space {
    Touchpoint = 1,
    Client = 2,
    Source = 3,
    Settings = 4,
    Index = 5,
    History = 6,
    Meta = 7,
    Contact = 8,
    Place = 9,
    Merge = 10,
    Apart = 11,
    View = 12,
    Mapping = 13,
    Reminders = 14,
    Market = 15,
    Departure = 16,
    Erasure = 17,
}

impl Space {
    pub(crate) const ALL: [Self; 17] = [
        Self::Touchpoint,
        Self::Client,
        Self::Source,
        Self::Settings,
        Self::Index,
        Self::History,
        Self::Meta,
        Self::Contact,
        Self::Place,
        Self::Merge,
        Self::Apart,
        Self::View,
        Self::Mapping,
        Self::Reminders,
        Self::Market,
        Self::Departure,
        Self::Erasure,
    ];

    /// Its name on disk; never changed.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Touchpoint => "touchpoint",
            Self::Client => "client",
            Self::Source => "source",
            Self::Settings => "settings",
            Self::Index => "index",
            Self::History => "history",
            Self::Meta => "meta",
            Self::Contact => "contact",
            Self::Place => "place",
            Self::Merge => "merge",
            Self::Apart => "apart",
            Self::View => "view",
            Self::Mapping => "mapping",
            Self::Reminders => "reminders",
            Self::Market => "market",
            Self::Departure => "departure",
            Self::Erasure => "erasure",
        }
    }

    /// Its place among [`Space::ALL`].
    pub(crate) const fn at(self) -> usize {
        self as usize - 1
    }

    /// The noun whose records it holds.
    pub(crate) const fn tree(self) -> Option<Tree> {
        match self {
            Self::Touchpoint => Some(Tree::Touchpoint),
            Self::Client => Some(Tree::Client),
            Self::Source => Some(Tree::Source),
            Self::Settings => Some(Tree::Settings),
            Self::Contact => Some(Tree::Contact),
            Self::Place => Some(Tree::Place),
            Self::Merge => Some(Tree::Merge),
            Self::Apart => Some(Tree::Apart),
            Self::View => Some(Tree::View),
            Self::Mapping => Some(Tree::Mapping),
            Self::Reminders => Some(Tree::Reminders),
            Self::Market => Some(Tree::Market),
            Self::Departure => Some(Tree::Departure),
            Self::Erasure => Some(Tree::Erasure),
            Self::Index | Self::History | Self::Meta => None,
        }
    }
}

impl From<Tree> for Space {
    fn from(tree: Tree) -> Self {
        match tree {
            Tree::Touchpoint => Self::Touchpoint,
            Tree::Client => Self::Client,
            Tree::Source => Self::Source,
            Tree::Settings => Self::Settings,
            Tree::Contact => Self::Contact,
            Tree::Place => Self::Place,
            Tree::Merge => Self::Merge,
            Tree::Apart => Self::Apart,
            Tree::View => Self::View,
            Tree::Mapping => Self::Mapping,
            Tree::Reminders => Self::Reminders,
            Tree::Market => Self::Market,
            Tree::Departure => Self::Departure,
            Tree::Erasure => Self::Erasure,
        }
    }
}

/// Ordered spaces of bytes, written atomically over all of them.
pub(crate) trait Engine: Send + Sync {
    /// The value of a key.
    fn get(&self, space: Space, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError>;
    /// Every pair from `from` (included) to `until` (excluded, or the end), in order.
    fn scan<'a>(&'a self, space: Space, from: &[u8], until: Option<&[u8]>) -> Pairs<'a>;
    /// Every pair, in whatever order is quick.
    fn pairs<'a>(&'a self, space: Space) -> Pairs<'a> {
        self.scan(space, &[], None)
    }
    /// Some pairs of a space of records in whatever order is quick, and where the next ones begin: at most `most` from
    /// where others ended, or from the first. What is written meanwhile puts none of them twice.
    fn page(&self, space: Space, from: &[u8], most: usize) -> Result<Page, StoreError> {
        page_of(self.scan(space, from, None), most)
    }
    /// Every key, in whatever order is quick.
    fn keys<'a>(&'a self, space: Space) -> Keys<'a> {
        Box::new(self.scan(space, &[], None).map(|pair| Ok(pair?.0)))
    }
    /// Whether a scan that goes on where another ended costs no more than its own pairs.
    fn is_ordered(&self, _space: Space) -> bool {
        true
    }
    /// All of the batch, in its order, or nothing of it.
    fn apply(&self, batch: &[Write<'_>]) -> Result<(), StoreError>;
    /// Asks for what was applied to be on the disk. The journal does not rely on it.
    fn flush(&self) -> Result<(), StoreError>;
    /// Leaves for the next opening what makes it quick. The state stands as `standing` says, and nothing is written to it
    /// any more.
    fn leave(&self, _standing: &[u8]) -> Result<(), StoreError> {
        Ok(())
    }
    /// Whether long records stay in it: one in memory writes nothing anywhere.
    fn keeps_long(&self) -> bool {
        false
    }
    /// Bytes on disk.
    fn size(&self) -> Result<u64, StoreError>;
}

/// The first `most` pairs of a scan, and where another goes on.
fn page_of(pairs: Pairs<'_>, most: usize) -> Result<Page, StoreError> {
    let pairs: Vec<Pair> = pairs.take(most).collect::<Result<_, _>>()?;
    let last = pairs.last().filter(|_| pairs.len() == most);
    let next = last.map(|(last, _)| [last, &[0][..]].concat());
    Ok((pairs, next))
}
