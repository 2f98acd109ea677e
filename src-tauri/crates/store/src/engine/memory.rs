//! An engine in memory: the model the other is held against, and what a book is rebuilt and checked in.

use std::collections::BTreeMap;

use parking_lot::RwLock;

use super::{Engine, Pair, Put, Space};
use crate::StoreError;

type Rows = BTreeMap<(Space, Vec<u8>), Vec<u8>>;

/// Ordered maps, one a space.
#[derive(Debug, Default)]
pub(crate) struct MemoryEngine {
    spaces: RwLock<Rows>,
}

impl Engine for MemoryEngine {
    fn get(&self, space: Space, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.spaces.read().get(&(space, key.to_vec())).cloned())
    }

    fn scan<'a>(
        &'a self,
        space: Space,
        from: &[u8],
        until: Option<&[u8]>,
    ) -> Box<dyn DoubleEndedIterator<Item = Result<Pair, StoreError>> + 'a> {
        let spaces = self.spaces.read();
        let pairs: Vec<_> = spaces
            .range((space, from.to_vec())..)
            .take_while(|((other, key), _)| {
                *other == space && until.is_none_or(|until| key.as_slice() < until)
            })
            .map(|((_, key), value)| Ok((key.clone(), value.clone())))
            .collect();
        Box::new(pairs.into_iter())
    }

    fn apply(&self, batch: &[Put]) -> Result<(), StoreError> {
        let mut spaces = self.spaces.write();
        for (space, key, value) in batch {
            match value {
                Some(value) => spaces.insert((*space, key.clone()), value.clone()),
                None => spaces.remove(&(*space, key.clone())),
            };
        }
        Ok(())
    }

    fn flush(&self) -> Result<(), StoreError> {
        Ok(())
    }
}
