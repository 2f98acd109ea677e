//! What a change puts into the state: a record, and the index keys that come and go with it.

use xxhash_rust::xxh3::Xxh3;

use crate::StoreError;
use crate::change::Change;
use crate::engine::Space;
use crate::record::Bytes;
use crate::shelf;
use crate::tree::{Key, Tree};
use crate::upgrade::Ladder;

/// A key of the state and what it becomes. Records are sealed.
#[derive(Debug, Clone)]
pub(crate) struct Put {
    pub(crate) space: Space,
    pub(crate) key: Bytes,
    pub(crate) value: Option<Bytes>,
    /// What it adds to the state's sum (wrapping).
    pub(crate) shift: u64,
}

impl Put {
    /// A put that knows what it replaces.
    pub(crate) fn new(
        space: Space,
        key: Bytes,
        before: Option<&[u8]>,
        value: Option<Bytes>,
    ) -> Self {
        let weight = |value: Option<&[u8]>| value.map_or(0, |value| weight(space, &key, value));
        let shift = weight(value.as_deref()).wrapping_sub(weight(before));
        Self {
            space,
            key,
            value,
            shift,
        }
    }

    /// About how many bytes of memory it takes on its way.
    fn bytes(&self) -> usize {
        const OVERHEAD: usize = 160;
        OVERHEAD + self.key.len() + self.value.as_ref().map_or(0, |value| value.len())
    }
}

/// The hash of one pair: the state's sum is the wrapping sum of them all, so that a row that is
/// lost in silence shows.
pub(crate) fn weight(space: Space, key: &[u8], value: &[u8]) -> u64 {
    let mut hash = Xxh3::new();
    hash.update(&[space as u8]);
    hash.update(&(key.len() as u64).to_le_bytes());
    hash.update(key);
    hash.update(value);
    hash.digest()
}

/// Puts in the order of their changes, cut into transactions.
#[derive(Debug, Default)]
pub(crate) struct Sheaf {
    pub(crate) puts: Vec<Put>,
    /// Where each transaction ends in `puts`, and how many changes it holds.
    pub(crate) cuts: Vec<(usize, u32)>,
    /// About how many bytes of memory it takes.
    pub(crate) bytes: usize,
}

/// Changes in one transaction: bigger ones took gigabytes of memory at a million rows (measured).
const CHANGES_A_TRANSACTION: u32 = 50;

impl Sheaf {
    /// Adds what `change` does to a record that is `before`, and gives what it becomes.
    pub(crate) fn add(
        &mut self,
        ladder: Ladder,
        change: &Change,
        before: Option<&Bytes>,
    ) -> Result<Option<Bytes>, StoreError> {
        let (tree, key) = (change.tree, change.key);
        let before = before.map(|sealed| &**sealed);
        let after = change.applied_to(ladder, before)?;
        let old = keys(ladder, tree, &key, before)?;
        let new = keys(ladder, tree, &key, after.as_deref())?;
        for gone in old.iter().filter(|key| !new.contains(key)) {
            let key = Bytes::from(gone.as_slice());
            self.push(Put::new(Space::Index, key, Some(&[]), None));
        }
        for come in new.iter().filter(|key| !old.contains(key)) {
            let key = Bytes::from(come.as_slice());
            self.push(Put::new(Space::Index, key, None, Some(Bytes::from([]))));
        }
        let put = Put::new(tree.into(), Bytes::from(key), before, after.clone());
        self.push(put);
        self.cut();
        Ok(after)
    }

    /// Counts a change that does nothing.
    pub(crate) fn skip(&mut self) {
        self.cut();
    }

    /// Adds a put to the last transaction.
    pub(crate) fn add_last(&mut self, put: Put) {
        self.push(put);
        match self.cuts.last_mut() {
            Some((end, _)) => *end = self.puts.len(),
            None => self.cuts.push((self.puts.len(), 0)),
        }
    }

    fn push(&mut self, put: Put) {
        self.bytes += put.bytes();
        self.puts.push(put);
    }

    fn cut(&mut self) {
        let end = self.puts.len();
        match self.cuts.last_mut() {
            Some((last, changes)) if *changes < CHANGES_A_TRANSACTION => {
                *last = end;
                *changes += 1;
            }
            _ => self.cuts.push((end, 1)),
        }
    }
}

fn keys(
    ladder: Ladder,
    tree: Tree,
    key: &Key,
    sealed: Option<&[u8]>,
) -> Result<Vec<Vec<u8>>, StoreError> {
    match sealed {
        None => Ok(Vec::new()),
        Some(sealed) => shelf::index_keys(tree, key, &ladder.fields(tree, sealed)?),
    }
}
