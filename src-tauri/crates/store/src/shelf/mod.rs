//! One file a noun: its tree, and the orders it can be read in.

mod clients;
mod contacts;
mod departures;
mod merges;
mod places;
mod plain;
mod reminders;
mod settings;
mod sources;
mod touchpoints;

use chrono::{DateTime, NaiveDateTime, Utc};

pub use clients::due_key;
pub use reminders::REMINDERS_KEY;
pub use settings::SETTINGS_KEY;
pub use touchpoints::ClientKey;
pub use touchpoints::{SERIES_MONTHS, month_key};

use crate::StoreError;
use crate::record::{self, Record};
use crate::tree::{Key, Tree, index_key};

/// A wall time as bytes that sort as time does: seconds since 1970 on that wall, sign bit turned,
/// big-endian.
pub fn wall_key(wall: NaiveDateTime) -> [u8; 8] {
    sortable(wall.and_utc().timestamp())
}

pub(crate) fn instant_key(at: DateTime<Utc>) -> [u8; 8] {
    sortable(at.timestamp_millis())
}

/// How much of a folded name is in an index key.
const NAME_MOST: usize = 64;

/// A folded name as the end of an index key: what sorts by it, cut and closed with a zero byte.
fn name_key(folded: &str) -> Vec<u8> {
    let mut name: Vec<u8> = folded
        .bytes()
        .filter(|byte| *byte != 0)
        .take(NAME_MOST)
        .collect();
    name.push(0);
    name
}

/// A text of any length as eight bytes; the caller compares the text itself.
pub fn text_key(text: &str) -> [u8; 8] {
    xxhash_rust::xxh3::xxh3_64(text.as_bytes()).to_be_bytes()
}

fn sortable(number: i64) -> [u8; 8] {
    ((number as u64) ^ (1 << 63)).to_be_bytes()
}

/// The number a sortable key is of.
fn unsorted(key: [u8; 8]) -> i64 {
    (u64::from_be_bytes(key) ^ (1 << 63)) as i64
}

/// The index keys of a record given as fields of this version's schema.
pub(crate) fn index_keys(tree: Tree, key: &Key, fields: &[u8]) -> Result<Vec<Vec<u8>>, StoreError> {
    match tree {
        Tree::Touchpoint => keys_of::<domain::Touchpoint>(key, fields),
        Tree::Client => keys_of::<domain::Client>(key, fields),
        Tree::Contact => keys_of::<domain::Contact>(key, fields),
        Tree::Place => keys_of::<domain::Place>(key, fields),
        Tree::Merge => keys_of::<domain::Merge>(key, fields),
        Tree::Departure => keys_of::<domain::Departure>(key, fields),
        // What is in no order need not be read for it.
        Tree::Source
        | Tree::Settings
        | Tree::Apart
        | Tree::View
        | Tree::Mapping
        | Tree::Reminders
        | Tree::Market
        | Tree::Erasure => Ok(Vec::new()),
    }
}

/// The fields as this version writes them, once they read as a record with this key.
pub(crate) fn as_written(tree: Tree, key: &Key, fields: &[u8]) -> Result<Vec<u8>, StoreError> {
    match tree {
        Tree::Touchpoint => again::<domain::Touchpoint>(key, fields),
        Tree::Client => again::<domain::Client>(key, fields),
        Tree::Source => again::<domain::SourceFile>(key, fields),
        Tree::Settings => again::<domain::Settings>(key, fields),
        Tree::Contact => again::<domain::Contact>(key, fields),
        Tree::Place => again::<domain::Place>(key, fields),
        Tree::Merge => again::<domain::Merge>(key, fields),
        Tree::Apart => again::<domain::Apart>(key, fields),
        Tree::View => again::<domain::View>(key, fields),
        Tree::Mapping => again::<domain::Mapping>(key, fields),
        Tree::Reminders => again::<domain::Reminders>(key, fields),
        Tree::Market => again::<domain::Market>(key, fields),
        Tree::Departure => again::<domain::Departure>(key, fields),
        Tree::Erasure => again::<domain::Erasure>(key, fields),
    }
}

fn again<R: Record>(key: &Key, fields: &[u8]) -> Result<Vec<u8>, StoreError> {
    let record: R = record::unpack(fields)?;
    if record.key() == *key {
        record::pack(&record)
    } else {
        Err(record::damaged(R::TREE, &"its key is another one's"))
    }
}

fn keys_of<R: Record>(key: &Key, fields: &[u8]) -> Result<Vec<Vec<u8>>, StoreError> {
    let mut keys = Vec::new();
    record::unpack::<R>(fields)?.indexes(&mut |index, own| keys.push(index_key(index, own, key)));
    // Two numbers of one contact may be the same one: a key is there once or not at all.
    keys.sort_unstable();
    keys.dedup();
    Ok(keys)
}
