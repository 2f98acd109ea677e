//! An engine in memory: the state of a book that may not be written, of one whose disk is full, and of one that keeps only
//! its journal.
//!
//! A book of a million touchpoints has to fit. Pairs stand in blocks as they do in sled, and those of records are
//! compressed: neighbours are much alike.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::ops::Bound;

use parking_lot::RwLock;
use zstd::bulk::{Compressor, Decompressor};

use super::blocks::{self, At, Block, Shelf};
use super::{Engine, Pair, Pairs, Space, Write};
use crate::StoreError;

/// Blocks by the rows they would have on a disk.
type Rows = BTreeMap<Vec<u8>, Box<[u8]>>;

/// Ordered maps, one a space.
#[derive(Debug, Default)]
pub(crate) struct MemoryEngine {
    spaces: RwLock<[Rows; Space::ALL.len()]>,
}

impl Shelf for &Rows {
    type Kept = Box<[u8]>;

    fn at(&self, row: &[u8]) -> Result<At<Self::Kept>, StoreError> {
        let bounds = (Bound::Unbounded, Bound::Included(row));
        let found = self.range::<[u8], _>(bounds).next_back();
        Ok(found.map(|(bound, kept)| (bound.clone(), kept.clone())))
    }

    fn read(&self, kept: Self::Kept) -> Result<Block, StoreError> {
        unpressed(&kept)
    }
}

/// Below so many bytes there is nothing to gain.
const LEAST: usize = 256;

thread_local! {
    // Made once: what they need is more than any block.
    static PRESS: RefCell<Option<(Compressor<'static>, Decompressor<'static>)>> = const { RefCell::new(None) };
}

fn press<T>(
    work: impl FnOnce(&mut Compressor<'_>, &mut Decompressor<'_>) -> io::Result<T>,
) -> io::Result<T> {
    PRESS.with_borrow_mut(|press| {
        let (there, back) = match press {
            Some(press) => press,
            None => press.insert((Compressor::new(1)?, Decompressor::new()?)),
        };
        work(there, back)
    })
}

/// A block as it is kept: its length when it is compressed, or zero, and its bytes. Those of the orders are small already,
/// and written again with every record.
fn pressed(space: Space, block: &[u8]) -> Result<Box<[u8]>, StoreError> {
    let length = u32::try_from(block.len()).unwrap_or_default();
    let mut kept = Vec::new();
    if space.tree().is_none() || block.len() < LEAST || length == 0 {
        kept.extend_from_slice(&[0; 4]);
        kept.extend_from_slice(block);
    } else {
        let bytes = press(|there, _| there.compress(block))?;
        kept.extend_from_slice(&length.to_be_bytes());
        kept.extend_from_slice(&bytes);
    }
    Ok(kept.into())
}

fn unpressed(kept: &[u8]) -> Result<Block, StoreError> {
    match kept.split_first_chunk::<4>() {
        Some((length, bytes)) => match u32::from_be_bytes(*length) {
            0 => blocks::unpack(bytes),
            length => {
                let block = press(|_, back| back.decompress(bytes, length as usize))?;
                blocks::unpack(&block)
            }
        },
        None => Ok(Block::new()),
    }
}

impl MemoryEngine {
    /// The pairs of the block `from` would be in that do not lie before it, and where the next block begins.
    fn step(&self, space: Space, from: &[u8]) -> Result<(Block, Option<Vec<u8>>), StoreError> {
        let spaces = self.spaces.read();
        let rows = &spaces[space.at()];
        let row = blocks::row_of(from);
        let mut block = match rows.at(&row)? {
            Some((_, kept)) => rows.read(kept)?,
            None => Block::new(),
        };
        block.retain(|(key, _)| key.as_slice() >= from);
        let behind = rows.range((Bound::Excluded(row), Bound::Unbounded)).next();
        Ok((block, behind.and_then(|(bound, _)| blocks::key_of(bound))))
    }
}

impl Engine for MemoryEngine {
    fn get(&self, space: Space, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        blocks::get(&&self.spaces.read()[space.at()], key)
    }

    fn scan<'a>(&'a self, space: Space, from: &[u8], until: Option<&[u8]>) -> Pairs<'a> {
        let mut next = Some(from.to_vec());
        let until = until.map(<[u8]>::to_vec);
        // A block at a time, each found anew: a scan that is left early costs little more than what it gave.
        let blocks = std::iter::from_fn(move || {
            let inside = |key: &[u8]| until.as_deref().is_none_or(|until| key < until);
            let from = next.take().filter(|from| inside(from))?;
            Some(match self.step(space, &from) {
                Ok((mut block, behind)) => {
                    block.retain(|(key, _)| inside(key));
                    next = behind;
                    block.into_iter().map(Ok).collect()
                }
                Err(error) => vec![Err(error)],
            })
        });
        Box::new(blocks.flat_map(|block: Vec<Result<Pair, StoreError>>| block))
    }

    fn apply(&self, batch: &[Write<'_>]) -> Result<(), StoreError> {
        let mut spaces = self.spaces.write();
        let mut changed = Vec::new();
        for space in Space::ALL {
            let writes = batch.iter().filter(|(of, ..)| *of == space);
            let writes = writes.map(|(_, key, value)| (*key, *value));
            for (row, block) in blocks::rows(&&spaces[space.at()], writes)? {
                let block = block.as_deref().map(|block| pressed(space, block));
                let block = block.transpose()?;
                changed.push((space, row, block));
            }
        }
        // All of it or nothing.
        for (space, row, block) in changed {
            match block {
                Some(block) => spaces[space.at()].insert(row, block),
                None => spaces[space.at()].remove(&row),
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
