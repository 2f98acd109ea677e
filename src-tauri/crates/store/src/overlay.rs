//! What is journalled and not yet in the state. Every read sees it first.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::tree::{Key, Tree};

/// A record's fields; `None` when it is taken away.
type Fields = Option<Arc<[u8]>>;

/// Changed records and index keys, each with the group that changed it last.
#[derive(Debug, Default)]
pub(crate) struct Overlay {
    records: HashMap<(Tree, Key), (u64, Fields)>,
    index: BTreeMap<Vec<u8>, (u64, bool)>,
}

/// What one record becomes, with its index keys that come and go.
#[derive(Debug, Clone)]
pub(crate) struct Become {
    pub(crate) tree: Tree,
    pub(crate) key: Key,
    pub(crate) after: Fields,
    pub(crate) gone: Vec<Vec<u8>>,
    pub(crate) come: Vec<Vec<u8>>,
}

impl Overlay {
    /// The fields of a record as journalled; the outer `None` when the overlay does not know.
    pub(crate) fn get(&self, tree: Tree, key: &Key) -> Option<Fields> {
        self.records
            .get(&(tree, *key))
            .map(|(_, fields)| fields.clone())
    }

    /// Index keys from `from` to `until` that came (`true`) or went.
    pub(crate) fn range(
        &self,
        from: &[u8],
        until: &[u8],
    ) -> impl DoubleEndedIterator<Item = (&Vec<u8>, bool)> {
        let known = (from < until).then(|| self.index.range(from.to_vec()..until.to_vec()));
        known
            .into_iter()
            .flatten()
            .map(|(key, (_, here))| (key, *here))
    }

    /// Records of a tree that the overlay knows.
    pub(crate) fn of(&self, tree: Tree) -> impl Iterator<Item = (&Key, &Fields)> {
        self.records
            .iter()
            .filter(move |((other, _), _)| *other == tree)
            .map(|((_, key), (_, fields))| (key, fields))
    }

    pub(crate) fn put(&mut self, seq: u64, becomes: &[Become]) {
        for one in becomes {
            self.records
                .insert((one.tree, one.key), (seq, one.after.clone()));
            for key in &one.gone {
                self.index.insert(key.clone(), (seq, false));
            }
            for key in &one.come {
                self.index.insert(key.clone(), (seq, true));
            }
        }
    }

    /// The state has group `seq` now: what nobody changed since is dropped.
    pub(crate) fn settle(&mut self, seq: u64, becomes: &[Become]) {
        for one in becomes {
            if self
                .records
                .get(&(one.tree, one.key))
                .is_some_and(|(known, _)| *known <= seq)
            {
                self.records.remove(&(one.tree, one.key));
            }
            for key in one.gone.iter().chain(&one.come) {
                if self.index.get(key).is_some_and(|(known, _)| *known <= seq) {
                    self.index.remove(key);
                }
            }
        }
        if self.records.is_empty() {
            // A bulk import leaves room behind; an idle book should not keep it.
            self.records.shrink_to_fit();
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.records.len()
    }
}
