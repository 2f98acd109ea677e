//! Maps by id: an id is dice already, and need not be hashed again.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use domain::ClientId;

/// Anything by client.
pub(super) type ById<T> = HashMap<ClientId, T, BuildHasherDefault<IdHasher>>;
/// Some clients.
pub(super) type Ids = HashSet<ClientId, BuildHasherDefault<IdHasher>>;

/// Takes the end of an id, where UUIDs have their dice. Who brings files in can choose ids of records, and would only
/// slow their own list down.
#[derive(Debug, Default)]
pub(super) struct IdHasher(u64);

impl Hasher for IdHasher {
    fn write(&mut self, bytes: &[u8]) {
        let end = bytes.last_chunk().map_or(0, |end| u64::from_be_bytes(*end));
        // The map looks at the top bits and the bottom ones: both halves of the product have every bit of the id.
        let product = u128::from(self.0 ^ end) * 0x9e37_79b9_7f4a_7c15;
        self.0 = (product as u64) ^ (product >> 64) as u64;
    }

    fn write_usize(&mut self, _: usize) {}

    fn finish(&self) -> u64 {
        self.0
    }
}
