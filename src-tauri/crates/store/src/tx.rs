//! One write in the making: reads see it, the disk does not.

use std::collections::BTreeMap;

use crate::StoreError;
use crate::record::{self, Record};
use crate::store::Inner;
use crate::tree::{Key, Tree};

/// A write in the making. Reads through it see what it has put.
pub struct Tx<'a> {
    inner: &'a Inner,
    changed: BTreeMap<(Tree, Key), Option<Vec<u8>>>,
}

impl<'a> Tx<'a> {
    pub(crate) fn on(inner: &'a Inner) -> Self {
        Self {
            inner,
            changed: BTreeMap::new(),
        }
    }

    /// The record as it would stand.
    pub fn get<R: Record>(&self, key: Key) -> Result<Option<R>, StoreError> {
        match self.changed.get(&(R::TREE, key)) {
            Some(fields) => fields.as_deref().map(record::unpack).transpose(),
            None => self
                .inner
                .fields(R::TREE, &key)?
                .as_deref()
                .map(record::unpack)
                .transpose(),
        }
    }

    /// Makes or replaces a record.
    pub fn put<R: Record>(&mut self, record: &R) -> Result<(), StoreError> {
        self.changed
            .insert((R::TREE, record.key()), Some(record::pack(record)?));
        Ok(())
    }

    /// Takes a record away.
    pub fn remove<R: Record>(&mut self, key: Key) -> Result<(), StoreError> {
        self.changed.insert((R::TREE, key), None);
        Ok(())
    }

    pub(crate) fn into_changed(self) -> BTreeMap<(Tree, Key), Option<Vec<u8>>> {
        self.changed
    }
}
