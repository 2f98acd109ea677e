//! What is journalled and not yet in the state. Every read sees it first.

use std::collections::BTreeMap;
use std::ops::Bound;

use crate::engine::Space;
use crate::puts::Put;
use crate::record::Bytes;

/// Puts on their way, by space; each with the stamp of the put that made it so last.
#[derive(Debug, Default)]
pub(crate) struct Overlay {
    spaces: [BTreeMap<Bytes, (u64, Option<Bytes>)>; Space::ALL.len()],
    stamp: u64,
}

impl Overlay {
    /// What a key becomes; the outer `None` when the overlay does not know.
    pub(crate) fn get(&self, space: Space, key: &[u8]) -> Option<&Option<Bytes>> {
        self.spaces[space.at()].get(key).map(|(_, value)| value)
    }

    /// What keys from `from` to `until` become, in order.
    pub(crate) fn range(
        &self,
        space: Space,
        from: &[u8],
        until: Option<&[u8]>,
    ) -> impl Iterator<Item = (&Bytes, &Option<Bytes>)> {
        let bounds = (
            Bound::Included(from),
            until.map_or(Bound::Unbounded, Bound::Excluded),
        );
        // An empty range the wrong way round is a panic in the map, and nothing here.
        (until.is_none_or(|until| from < until))
            .then(|| self.spaces[space.at()].range::<[u8], _>(bounds))
            .into_iter()
            .flatten()
            .map(|(key, (_, value))| (key, value))
    }

    /// Everything it knows of a space.
    pub(crate) fn all(&self, space: Space) -> impl Iterator<Item = (&Bytes, &Option<Bytes>)> {
        let known = self.spaces[space.at()].iter();
        known.map(|(key, (_, value))| (key, value))
    }

    /// Shows puts to every read, and gives the stamp of the first.
    pub(crate) fn publish(&mut self, puts: &[Put]) -> u64 {
        let first = self.stamp;
        for put in puts {
            self.spaces[put.space.at()].insert(put.key.clone(), (self.stamp, put.value.clone()));
            self.stamp += 1;
        }
        first
    }

    /// Shows puts again that had left for an engine which is about to go: what was put over them since stays.
    pub(crate) fn show_again(&mut self, puts: &[Put], first: u64) {
        for (put, stamp) in puts.iter().zip(first..) {
            let space = &mut self.spaces[put.space.at()];
            if space.get(&put.key).is_none_or(|(known, _)| *known < stamp) {
                space.insert(put.key.clone(), (stamp, put.value.clone()));
            }
        }
    }

    /// The state has these puts now: what nothing changed since is dropped.
    pub(crate) fn settle(&mut self, puts: &[Put], first: u64) {
        for (put, stamp) in puts.iter().zip(first..) {
            let space = &mut self.spaces[put.space.at()];
            if space
                .get(&put.key)
                .is_some_and(|(known, _)| *known == stamp)
            {
                space.remove(&put.key);
            }
        }
    }
}
