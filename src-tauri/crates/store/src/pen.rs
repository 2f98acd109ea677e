//! Who writes, what is written in bulk, and what a write leaves behind.

use crate::StoreError;
use crate::history::Piles;
use crate::journal::Writer;
use crate::record::{self, Record};
use crate::tree::{Key, Tree};

/// The one who writes: the journal's end, and how the book stands there.
pub(crate) struct Pen {
    pub(crate) journal: Writer,
    pub(crate) head: Head,
    /// Memory one write may take before it relies on the journal, in bytes.
    pub(crate) memory: usize,
}

/// How the book stands at the journal's end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) seq: u64,
    pub(crate) piles: Piles,
    pub(crate) changes: u64,
}

/// What a write did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The number of the group: the book's revision. That of the last one when nothing changed.
    pub seq: u64,
    /// How many records changed.
    pub changed: u64,
    /// Which, the first thousand of them.
    pub touched: Vec<(Tree, Key)>,
}

impl Receipt {
    /// How many changed records it names.
    pub(crate) const NAMED: usize = 1_000;
}

/// One record of a bulk write.
#[derive(Debug, Clone)]
pub struct Write {
    pub(crate) tree: Tree,
    pub(crate) key: Key,
    pub(crate) fields: Option<Vec<u8>>,
    /// Whether these are all the fields there are.
    pub(crate) whole: bool,
}

impl Write {
    /// Makes or replaces a record.
    pub fn put<R: Record>(record: &R) -> Result<Self, StoreError> {
        Ok(Self {
            tree: R::TREE,
            key: record.key(),
            fields: Some(record::pack(record)?),
            whole: false,
        })
    }

    /// Which noun it is of.
    pub fn tree(&self) -> Tree {
        self.tree
    }

    /// The record's key.
    pub fn key(&self) -> Key {
        self.key
    }

    /// Takes a record away.
    pub fn remove<R: Record>(key: Key) -> Self {
        Self::removal(R::TREE, key)
    }

    /// Takes a record away, whatever its noun.
    pub fn removal(tree: Tree, key: Key) -> Self {
        Self {
            tree,
            key,
            fields: None,
            whole: false,
        }
    }
}
