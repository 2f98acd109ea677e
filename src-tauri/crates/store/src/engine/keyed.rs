//! The rows of a locked book: keys that say nothing, values that are sealed.
//!
//! A record's key is masked, so that its row has an opaque name of its own and rows have no order
//! one could read. What an order's keys say, and how they follow one another, would tell who is met
//! when: a block of an order is sealed whole, its row is a number, and which keys are in which row
//! is known in memory only (see `directory`). History and what the state knows of itself keep their
//! keys, which are numbers and a word.

use std::ops::Bound;
use std::path::Path;

use parking_lot::RwLock;
use vault::{Purpose, Sealer, VaultError};

use super::blocks::{self, At, Block, Shelf};
use super::directory::{Changes, Directory};
use super::{Pair, Pairs, Space};
use crate::StoreError;

/// What seals the rows, and where the blocks of the orders are.
pub(super) struct Keyed {
    sealer: Sealer,
    pub(super) directory: RwLock<Directory>,
}

/// A row's own key, and what stands in it.
pub(super) type Row = (Vec<u8>, Option<Vec<u8>>);

impl Keyed {
    /// What seals the rows; which keys are where is not known yet.
    pub(super) fn new(sealer: &Sealer) -> Self {
        Self {
            sealer: sealer.clone(),
            directory: RwLock::default(),
        }
    }

    /// Finds which keys are where: as the last close left it in `folder`, when the state stands where it stood then,
    /// else from the blocks.
    pub(super) fn find(
        &self,
        orders: &sled::Tree,
        folder: &Path,
        standing: Option<&[u8]>,
    ) -> Result<(), StoreError> {
        let directory = match Directory::taken(folder, &self.sealer, standing) {
            Some(left) => left,
            None => self.read(orders)?,
        };
        *self.directory.write() = directory;
        Ok(())
    }

    /// Leaves which keys are where for the next opening.
    pub(super) fn leave(&self, folder: &Path, standing: &[u8]) -> Result<(), StoreError> {
        self.directory.read().leave(folder, &self.sealer, standing)
    }

    /// Which keys are where, from the blocks of `orders`.
    fn read(&self, orders: &sled::Tree) -> Result<Directory, StoreError> {
        let mut directory = Directory::default();
        for row in orders {
            let (row, value) = row?;
            let block = self.block(&row, &value)?;
            let number = number_of(&row)?;
            directory.next = directory.next.max(number + 1);
            if let Some((least, _)) = block.first() {
                directory.rows.insert(blocks::row_of(least), number);
            }
        }
        // What comes below every key there is goes into the first block.
        if let Some((_, number)) = directory.rows.pop_first() {
            directory.rows.insert(blocks::FIRST.to_vec(), number);
        }
        Ok(directory)
    }

    /// The key of a row as it stands on the disk.
    pub(super) fn key(&self, space: Space, key: &[u8]) -> Result<Vec<u8>, StoreError> {
        match space.tree() {
            None => Ok(key.to_vec()),
            Some(_) => match key.try_into() {
                Ok(name) => Ok(self.sealer.mask(name).to_vec()),
                Err(_) => Err(StoreError::State("a key is of another length".into())),
            },
        }
    }

    /// The key a row on the disk has.
    pub(super) fn plain_key(&self, space: Space, row: &[u8]) -> Result<Vec<u8>, StoreError> {
        match space.tree() {
            None => Ok(row.to_vec()),
            Some(_) => match row.try_into() {
                Ok(mask) => Ok(self.sealer.unmask(mask).to_vec()),
                Err(_) => Err(StoreError::State("a row is of another length".into())),
            },
        }
    }

    pub(super) fn seal(
        &self,
        space: Space,
        key: &[u8],
        value: &[u8],
    ) -> Result<Vec<u8>, StoreError> {
        seal(&self.sealer, space, key, value)
    }

    pub(super) fn unseal(
        &self,
        space: Space,
        key: &[u8],
        value: &[u8],
    ) -> Result<Vec<u8>, StoreError> {
        unseal(&self.sealer, space, key, value)
    }

    fn block(&self, row: &[u8], value: &[u8]) -> Result<Block, StoreError> {
        blocks::unpack(&self.unseal(Space::Index, row, value)?)
    }

    /// The value of an order's key.
    pub(super) fn get(
        &self,
        orders: &sled::Tree,
        key: &[u8],
    ) -> Result<Option<Vec<u8>>, StoreError> {
        // Held while the row is read: a block that is split has its keys in two.
        let directory = self.directory.read();
        let shelf = self.shelf(orders, &directory);
        blocks::get(&shelf, key)
    }

    /// Every pair of the orders from `from` to `until`, in order.
    pub(super) fn scan<'a>(
        &'a self,
        orders: &'a sled::Tree,
        from: &[u8],
        until: Option<&[u8]>,
    ) -> Pairs<'a> {
        let until = until.map(<[u8]>::to_vec);
        if until.as_deref().is_some_and(|until| until <= from) {
            return Box::new(std::iter::empty());
        }
        // A block at a time, each found anew: what is split or goes meanwhile is still met once.
        let mut cursor = Some(from.to_vec());
        let blocks = std::iter::from_fn(move || {
            let here = cursor.take()?;
            let step = self.step(orders, &here);
            Some(match step {
                Err(error) => vec![Err(error)],
                Ok((mut block, next)) => {
                    block.retain(|(key, _)| {
                        *key >= here && until.as_ref().is_none_or(|until| key < until)
                    });
                    cursor = next.filter(|next| until.as_ref().is_none_or(|until| next < until));
                    block.into_iter().map(Ok).collect::<Vec<_>>()
                }
            })
        });
        Box::new(blocks.flatten())
    }

    /// The block a key would be in, and where the next one begins.
    fn step(
        &self,
        orders: &sled::Tree,
        key: &[u8],
    ) -> Result<(Block, Option<Vec<u8>>), StoreError> {
        let directory = self.directory.read();
        let row = blocks::row_of(key);
        let block = match directory.rows.range(..=row.clone()).next_back() {
            Some((_, number)) => self.shelf(orders, &directory).read(*number)?,
            None => Block::new(),
        };
        let behind = (Bound::Excluded(row), Bound::Unbounded);
        let next = directory.rows.range(behind).next();
        Ok((block, next.and_then(|(bound, _)| blocks::key_of(bound))))
    }

    /// Every pair of the orders, row by row.
    pub(super) fn pairs<'a>(&'a self, orders: &'a sled::Tree) -> Pairs<'a> {
        let blocks = orders.iter().map(move |row| {
            let (row, value) = row?;
            self.block(&row, &value)
        });
        Box::new(blocks.flat_map(|block| match block {
            Ok(block) => block.into_iter().map(Ok).collect::<Vec<_>>(),
            Err(error) => vec![Err(error)],
        }))
    }

    fn shelf<'a>(&'a self, orders: &'a sled::Tree, directory: &'a Directory) -> Numbered<'a> {
        Numbered {
            keyed: self,
            orders,
            directory,
        }
    }

    /// The rows that writes in this order come to, and the directory once they are written.
    pub(super) fn rows<'a>(
        &self,
        orders: &sled::Tree,
        directory: &Directory,
        writes: impl Iterator<Item = (&'a [u8], Option<&'a [u8]>)>,
    ) -> Result<(Vec<Row>, Changes), StoreError> {
        let shelf = self.shelf(orders, directory);
        let mut changes = Changes {
            rows: Vec::new(),
            next: directory.next,
        };
        let mut rows = Vec::new();
        for (bound, value) in blocks::rows(&shelf, writes)? {
            let known = directory.rows.get(&bound).copied();
            let number = match (known, &value) {
                (Some(number), _) => number,
                // It came and went within these writes.
                (None, None) => continue,
                (None, Some(_)) => {
                    changes.next += 1;
                    changes.next - 1
                }
            };
            let row = number.to_be_bytes().to_vec();
            let stays = value.is_some().then_some(number);
            let value = match value {
                Some(block) => Some(self.seal(Space::Index, &row, &block)?),
                None => None,
            };
            rows.push((row, value));
            changes.rows.push((bound, stays));
        }
        Ok((rows, changes))
    }
}

/// Blocks found by a directory.
struct Numbered<'a> {
    keyed: &'a Keyed,
    orders: &'a sled::Tree,
    directory: &'a Directory,
}

impl Shelf for Numbered<'_> {
    type Kept = u64;

    fn at(&self, row: &[u8]) -> Result<At<u64>, StoreError> {
        let rows = &self.directory.rows;
        let bounds = (Bound::Unbounded, Bound::Included(row));
        let found = rows.range::<[u8], _>(bounds).next_back();
        Ok(found.map(|(bound, number)| (bound.clone(), *number)))
    }

    fn read(&self, number: u64) -> Result<Block, StoreError> {
        let row = number.to_be_bytes();
        match self.orders.get(row)? {
            Some(value) => self.keyed.block(&row, &value),
            None => Err(StoreError::State("a block of an order is gone".into())),
        }
    }
}

fn number_of(row: &[u8]) -> Result<u64, StoreError> {
    let number = row.try_into().map(u64::from_be_bytes);
    number.map_err(|_| StoreError::State("a row of an order is of another length".into()))
}

/// What a row's value is bound to: it cannot stand in another row.
fn context(space: Space, key: &[u8]) -> Vec<u8> {
    [&[space as u8][..], key].concat()
}

pub(super) fn seal(
    sealer: &Sealer,
    space: Space,
    key: &[u8],
    value: &[u8],
) -> Result<Vec<u8>, StoreError> {
    let sealed = sealer.seal(Purpose::State, &context(space, key), value);
    sealed.map_err(|error| StoreError::Disk(error.into()))
}

pub(super) fn unseal(
    sealer: &Sealer,
    space: Space,
    key: &[u8],
    value: &[u8],
) -> Result<Vec<u8>, StoreError> {
    match sealer.open(Purpose::State, &context(space, key), value) {
        Ok(value) => Ok(value),
        Err(VaultError::Damaged) => Err(StoreError::State("a row is damaged".into())),
        Err(error) => Err(StoreError::Disk(error.into())),
    }
}

/// A pair of a space of records or of the history, as it stands on the disk, in the clear.
pub(super) fn pair(
    keyed: &Keyed,
    space: Space,
    row: sled::Result<(sled::IVec, sled::IVec)>,
) -> Result<Pair, StoreError> {
    let (row, value) = row?;
    let key = keyed.plain_key(space, &row)?;
    let value = keyed.unseal(space, &key, &value)?;
    Ok((key, value))
}
