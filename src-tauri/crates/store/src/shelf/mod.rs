//! One file a noun: its tree, and the orders it can be read in.

mod clients;
mod settings;
mod sources;
mod touchpoints;

use chrono::{DateTime, NaiveDateTime, Utc};

pub use settings::SETTINGS_KEY;
pub(crate) use touchpoints::uid_key;

use crate::StoreError;
use crate::record::{self, Record};
use crate::tree::{Index, Key, Tree, index_key};

/// A wall time as bytes that sort as time does: seconds since 1970 on that wall, sign bit turned, big-endian.
pub fn wall_key(wall: NaiveDateTime) -> [u8; 8] {
    sortable(wall.and_utc().timestamp())
}

pub(crate) fn instant_key(at: DateTime<Utc>) -> [u8; 8] {
    sortable(at.timestamp_millis())
}

fn sortable(number: i64) -> [u8; 8] {
    ((number as u64) ^ (1 << 63)).to_be_bytes()
}

/// The index keys of a record given as fields.
pub(crate) fn index_keys(tree: Tree, key: &Key, fields: &[u8]) -> Result<Vec<Vec<u8>>, StoreError> {
    let mut keys = Vec::new();
    let mut put = |index: Index, own: &[u8]| keys.push(index_key(index, own, key));
    match tree {
        Tree::Touchpoint => record::unpack::<domain::Touchpoint>(fields)?.indexes(&mut put),
        Tree::Client => record::unpack::<domain::Client>(fields)?.indexes(&mut put),
        Tree::Source => record::unpack::<domain::SourceFile>(fields)?.indexes(&mut put),
        Tree::Settings => record::unpack::<domain::Settings>(fields)?.indexes(&mut put),
    }
    Ok(keys)
}
