//! An engine in memory: the model the other is held against, and the state of a book that keeps
//! only its journal.

use std::collections::BTreeMap;

use parking_lot::RwLock;

use super::{Engine, Pairs, Space, Write};
use crate::StoreError;

/// Ordered maps, one a space.
#[derive(Debug, Default)]
pub(crate) struct MemoryEngine {
    spaces: RwLock<[BTreeMap<Vec<u8>, Vec<u8>>; Space::ALL.len()]>,
}

impl Engine for MemoryEngine {
    fn get(&self, space: Space, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.spaces.read()[space.at()].get(key).cloned())
    }

    fn scan<'a>(&'a self, space: Space, from: &[u8], until: Option<&[u8]>) -> Pairs<'a> {
        let mut next = Some(from.to_vec());
        let until = until.map(<[u8]>::to_vec);
        // A pair at a time, so that a scan that is left early costs what it gave.
        Box::new(std::iter::from_fn(move || {
            let from = next.take()?;
            let spaces = self.spaces.read();
            let (key, value) = spaces[space.at()].range(from..).next()?;
            if until.as_ref().is_some_and(|until| key >= until) {
                return None;
            }
            let mut after = key.clone();
            after.push(0);
            next = Some(after);
            Some(Ok((key.clone(), value.clone())))
        }))
    }

    fn apply(&self, batch: &[Write<'_>]) -> Result<(), StoreError> {
        let mut spaces = self.spaces.write();
        for (space, key, value) in batch {
            let space = &mut spaces[space.at()];
            match value {
                Some(value) => space.insert(key.to_vec(), value.to_vec()),
                None => space.remove(*key),
            };
        }
        Ok(())
    }

    fn flush(&self) -> Result<(), StoreError> {
        Ok(())
    }

    fn keeps_long(&self) -> bool {
        true
    }

    fn size(&self) -> Result<u64, StoreError> {
        Ok(0)
    }
}
