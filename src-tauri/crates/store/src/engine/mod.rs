//! What the state asks of an engine. Small on purpose: another engine is one file and the conformance suite.

mod memory;
mod sled;

use crate::StoreError;

pub(crate) use memory::MemoryEngine;
pub(crate) use sled::SledEngine;

/// One key's new value; `None` takes it away.
pub(crate) type Put = (Space, Vec<u8>, Option<Vec<u8>>);

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
}

impl Space {
    pub(crate) const ALL: [Self; 7] = [
        Self::Touchpoint,
        Self::Client,
        Self::Source,
        Self::Settings,
        Self::Index,
        Self::History,
        Self::Meta,
    ];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Touchpoint => "touchpoint",
            Self::Client => "client",
            Self::Source => "source",
            Self::Settings => "settings",
            Self::Index => "index",
            Self::History => "history",
            Self::Meta => "meta",
        }
    }
}

impl From<crate::Tree> for Space {
    fn from(tree: crate::Tree) -> Self {
        match tree {
            crate::Tree::Touchpoint => Self::Touchpoint,
            crate::Tree::Client => Self::Client,
            crate::Tree::Source => Self::Source,
            crate::Tree::Settings => Self::Settings,
        }
    }
}

/// A key and its value, as a scan gives them.
pub(crate) type Pair = (Vec<u8>, Vec<u8>);

/// Ordered spaces of bytes, written atomically over all of them.
pub(crate) trait Engine: Send + Sync {
    /// The value of a key.
    fn get(&self, space: Space, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError>;
    /// Every pair from `from` (included) to `until` (excluded, or the end), in order.
    fn scan<'a>(
        &'a self,
        space: Space,
        from: &[u8],
        until: Option<&[u8]>,
    ) -> Box<dyn DoubleEndedIterator<Item = Result<Pair, StoreError>> + 'a>;
    /// All of the batch, or nothing of it.
    fn apply(&self, batch: &[Put]) -> Result<(), StoreError>;
    /// Asks for what was applied to be on the disk. The journal does not rely on it.
    fn flush(&self) -> Result<(), StoreError>;
}
