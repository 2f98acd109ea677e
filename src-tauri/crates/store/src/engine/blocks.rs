//! Many small pairs in few rows of sled.
//!
//! sled's leaves hold sixteen rows whatever their size, and an open costs for every leaf. The
//! orders are three or four short keys for each record: a row each, they are most of what a book
//! has and what an open takes. Here a row is a block of up to two dozen pairs, and its key is a
//! lower bound of theirs.

use std::collections::BTreeMap;

use super::{Pair, Pairs};
use crate::StoreError;

/// Pairs in one block.
const MOST: usize = 24;
/// The key of the first block: below every other.
pub(super) const FIRST: &[u8] = &[0];

/// Pairs in order.
pub(super) type Block = Vec<Pair>;

/// A block's lower bound, and what it is read by.
pub(super) type At<K> = Option<(Vec<u8>, K)>;

/// Blocks by their lower bounds, wherever their rows are.
pub(super) trait Shelf {
    /// A block that was found and not yet read.
    type Kept;
    /// The block with the highest bound not above `row`.
    fn at(&self, row: &[u8]) -> Result<At<Self::Kept>, StoreError>;
    /// What is in it.
    fn read(&self, kept: Self::Kept) -> Result<Block, StoreError>;
}

/// A bound is the key of its row.
impl Shelf for sled::Tree {
    type Kept = sled::IVec;

    fn at(&self, row: &[u8]) -> Result<At<Self::Kept>, StoreError> {
        let found = self.range(..=row).next_back().transpose()?;
        Ok(found.map(|(bound, value)| (bound.to_vec(), value)))
    }

    fn read(&self, kept: Self::Kept) -> Result<Block, StoreError> {
        unpack(&kept)
    }
}

/// What rows become; `None` takes one away.
pub(super) type Rows = Vec<(Vec<u8>, Option<Vec<u8>>)>;

/// The row a key would be in if it had one of its own.
pub(super) fn row_of(key: &[u8]) -> Vec<u8> {
    [&[1], key].concat()
}

/// The key a row is bounded by; nothing for the first.
pub(super) fn key_of(row: &[u8]) -> Option<Vec<u8>> {
    row.strip_prefix(&[1]).map(<[u8]>::to_vec)
}

pub(super) fn get(shelf: &impl Shelf, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
    let Some((_, kept)) = shelf.at(&row_of(key))? else {
        return Ok(None);
    };
    let mut block = shelf.read(kept)?;
    Ok(find(&block, key)
        .ok()
        .map(|at| std::mem::take(&mut block[at].1)))
}

/// Every pair from `from` to `until`, in order.
pub(super) fn scan<'a>(tree: &'a sled::Tree, from: &[u8], until: Option<&[u8]>) -> Pairs<'a> {
    let first = match tree.at(&row_of(from)) {
        Ok(first) => first.map_or(FIRST.to_vec(), |(row, _)| row),
        Err(error) => return Box::new(std::iter::once(Err(error))),
    };
    let rows = match until {
        Some(until) if until <= from => return Box::new(std::iter::empty()),
        Some(until) => tree.range(first..row_of(until)),
        None => tree.range(first..),
    };
    let from = from.to_vec();
    let until = until.map(<[u8]>::to_vec);
    let inside = move |key: &[u8]| {
        key >= from.as_slice() && until.as_deref().is_none_or(|until| key < until)
    };
    let pairs = rows.flat_map(move |row| {
        let block = row
            .map_err(StoreError::from)
            .and_then(|(_, value)| unpack(&value));
        let pairs: Vec<Result<Pair, StoreError>> = match block {
            Ok(block) => block
                .into_iter()
                .filter(|(key, _)| inside(key))
                .map(Ok)
                .collect(),
            Err(error) => vec![Err(error)],
        };
        pairs
    });
    Box::new(pairs)
}

/// The rows that writes in this order come to. There is one writer, so what is read here stands
/// until they are written.
pub(super) fn rows<'a>(
    shelf: &impl Shelf,
    writes: impl Iterator<Item = (&'a [u8], Option<&'a [u8]>)>,
) -> Result<Rows, StoreError> {
    let mut changed: BTreeMap<Vec<u8>, Block> = BTreeMap::new();
    for (key, value) in writes {
        let row = row_of(key);
        let known = changed.range(..=row.clone()).next_back();
        let known = known.map(|(bound, _)| bound.clone());
        let bound = match (known, shelf.at(&row)?) {
            (Some(known), Some((kept, _))) if known >= kept => known,
            (Some(known), None) => known,
            (_, Some((bound, kept))) => {
                changed.insert(bound.clone(), shelf.read(kept)?);
                bound
            }
            (None, None) => {
                changed.insert(FIRST.to_vec(), Block::new());
                FIRST.to_vec()
            }
        };
        let Some(block) = changed.get_mut(&bound) else {
            continue;
        };
        match (find(block, key), value) {
            (Ok(at), Some(value)) => block[at].1 = value.to_vec(),
            (Ok(at), None) => {
                block.remove(at);
            }
            (Err(at), Some(value)) => block.insert(at, (key.to_vec(), value.to_vec())),
            (Err(_), None) => {}
        }
        if block.len() > MOST {
            // What comes in order fills its blocks; the rest leaves room on both sides.
            let at_the_end = block.last().is_some_and(|(last, _)| last == key);
            let behind = block.split_off(if at_the_end { MOST } else { MOST / 2 });
            if let Some((least, _)) = behind.first() {
                changed.insert(row_of(least), behind);
            }
        }
    }
    let row = |(bound, block): (Vec<u8>, Block)| {
        let value = (!block.is_empty()).then(|| pack(&block));
        (bound, value)
    };
    Ok(changed.into_iter().map(row).collect())
}

fn find(block: &Block, key: &[u8]) -> Result<usize, usize> {
    block.binary_search_by(|(other, _)| other.as_slice().cmp(key))
}

/// Each pair as `[shared][rest's length][rest][value's length][value]`, where `shared` is how many
/// bytes a key begins with like the one before it: neighbours in an order are much alike, and what
/// a block weighs is written again with every change of it.
pub(super) fn pack(block: &Block) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(block.len() * 24);
    let mut before: &[u8] = &[];
    for (key, value) in block {
        let shared = before.iter().zip(key).take_while(|(a, b)| a == b).count();
        let shared = shared.min(usize::from(u8::MAX - 1));
        put_length(&mut bytes, shared);
        put_part(&mut bytes, &key[shared..]);
        put_part(&mut bytes, value);
        before = key;
    }
    bytes
}

/// Its length and itself.
pub(super) fn put_part(bytes: &mut Vec<u8>, part: &[u8]) {
    put_length(bytes, part.len());
    bytes.extend_from_slice(part);
}

/// One byte; a long one is 255 and four more.
fn put_length(bytes: &mut Vec<u8>, length: usize) {
    match u8::try_from(length).ok().filter(|short| *short < u8::MAX) {
        Some(short) => bytes.push(short),
        None => {
            bytes.push(u8::MAX);
            // No pair is gigabytes long: a frame of the journal would not have taken it.
            let long = u32::try_from(length).unwrap_or(u32::MAX);
            bytes.extend_from_slice(&long.to_be_bytes());
        }
    }
}

pub(super) fn unpack(bytes: &[u8]) -> Result<Block, StoreError> {
    let mut left = bytes;
    let mut block: Block = Vec::with_capacity(MOST + 1);
    while !left.is_empty() {
        let before = block.last().map_or(&[][..], |(key, _)| key);
        let pair = take_pair(&mut left, before)
            .ok_or_else(|| StoreError::State("a block of an order is damaged".into()))?;
        block.push(pair);
    }
    Ok(block)
}

fn take_pair(left: &mut &[u8], before: &[u8]) -> Option<Pair> {
    let shared = take_length(left)?;
    let mut key = before.get(..shared)?.to_vec();
    key.extend_from_slice(take_part(left)?);
    Some((key, take_part(left)?.to_vec()))
}

/// What [`put_part`] put there.
pub(super) fn take_part<'a>(left: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = take_length(left)?;
    let (part, rest) = left.split_at_checked(length)?;
    *left = rest;
    Some(part)
}

fn take_length(left: &mut &[u8]) -> Option<usize> {
    let (first, rest) = left.split_first()?;
    *left = rest;
    if *first < u8::MAX {
        return Some(usize::from(*first));
    }
    let (long, rest) = left.split_first_chunk::<4>()?;
    *left = rest;
    usize::try_from(u32::from_be_bytes(*long)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_block_comes_back_as_it_was(
            pairs in prop::collection::btree_map(
                prop::collection::vec(0_u8..3, 0..400),
                prop::collection::vec(any::<u8>(), 0..300),
                0..20,
            )
        ) {
            let block: Block = pairs.into_iter().collect();
            prop_assert_eq!(unpack(&pack(&block)).expect("it was packed"), block);
        }

        #[test]
        fn any_bytes_are_a_block_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            // Whatever it says, it neither panics nor takes memory for a length it only claims.
            let _ = unpack(&bytes);
        }
    }
}
