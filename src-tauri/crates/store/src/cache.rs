//! Records as they were last read, decoded.
//!
//! A drag asks for the same days many times a second; the engine would find, copy and decode every
//! record again. What is kept here is at most a few megabytes.

use std::any::Any;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use parking_lot::Mutex;

use crate::puts::Put;
use crate::record::Record;
use crate::tree::{Key, Tree, record_of};

/// Records in each of the two halves; about a kilobyte each.
const HALF: usize = 2_048;

type Held = HashMap<(Tree, Key), Arc<dyn Any + Send + Sync>>;

/// Two halves: the young one takes what is read, and becomes the old one when it is full.
#[derive(Default)]
pub(crate) struct Cache {
    halves: Mutex<(Held, Held)>,
    /// Goes up with every write: what was read before it is not kept after it.
    writes: AtomicU64,
}

impl Cache {
    /// A record as it was last read.
    pub(crate) fn get<R: Record>(&self, key: &Key) -> Option<R> {
        let wanted = (R::TREE, *key);
        let mut halves = self.halves.lock();
        let (young, old) = &mut *halves;
        let found = match young.get(&wanted) {
            Some(found) => found.clone(),
            None => {
                let found = old.remove(&wanted)?;
                young.insert(wanted, found.clone());
                found
            }
        };
        drop(halves);
        found.downcast_ref::<R>().cloned()
    }

    /// To be asked before a record is read, and given back when it is kept.
    pub(crate) fn writes(&self) -> u64 {
        self.writes.load(Ordering::Acquire)
    }

    /// Keeps a record that was read after `writes` was asked, unless something was written since.
    pub(crate) fn keep<R: Record>(&self, key: &Key, record: &R, writes: u64) {
        let mut halves = self.halves.lock();
        if self.writes() != writes {
            return;
        }
        let (young, old) = &mut *halves;
        if young.len() >= HALF {
            *old = std::mem::take(young);
        }
        young.insert((R::TREE, *key), Arc::new(record.clone()));
    }

    /// Forgets what puts change. They must be visible to readers already.
    pub(crate) fn forget(&self, puts: &[Put]) {
        self.writes.fetch_add(1, Ordering::AcqRel);
        let mut halves = self.halves.lock();
        for put in puts {
            if let (Some(tree), Some(key)) = (put.space.tree(), record_of(&put.key)) {
                halves.0.remove(&(tree, key));
                halves.1.remove(&(tree, key));
            }
        }
    }
}

impl Cache {
    /// Everything was written, for all it knows.
    pub(crate) fn clear(&self) {
        self.writes.fetch_add(1, Ordering::AcqRel);
        *self.halves.lock() = Default::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SETTINGS_KEY;
    use domain::Settings;

    #[test]
    fn what_was_read_before_a_write_is_not_kept_after_it() {
        let cache = Cache::default();
        let writes = cache.writes();
        cache.forget(&[]);
        cache.keep(&SETTINGS_KEY, &Settings::default(), writes);
        assert_eq!(
            cache.get::<Settings>(&SETTINGS_KEY),
            None,
            "it may be of before the write"
        );
        cache.keep(&SETTINGS_KEY, &Settings::default(), cache.writes());
        assert!(
            cache.get::<Settings>(&SETTINGS_KEY).is_some(),
            "nothing was written since"
        );
    }

    #[test]
    fn it_holds_no_more_than_its_two_halves() {
        let cache = Cache::default();
        for n in 0..3 * HALF as u128 {
            cache.keep(&n.to_be_bytes(), &Settings::default(), cache.writes());
        }
        let halves = cache.halves.lock();
        assert!(halves.0.len() + halves.1.len() <= 2 * HALF, "it is bounded");
    }
}
