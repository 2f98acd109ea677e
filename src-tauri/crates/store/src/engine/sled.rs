//! sled 0.34.7, behind the engine's wall. Nothing of sled is known outside this file.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use sled::transaction::{ConflictableTransactionError, TransactionError, Transactional};

use super::{Engine, Pairs, Space, Write, blocks};
use crate::StoreError;

/// How long an open may take before it is given up and the state is built again.
const PATIENCE: Duration = Duration::from_secs(60);
/// What sled may cache, in bytes. It is no cap on memory; small transactions are what bounds it
/// (measured), and with them a small cache costs little: the orders and the days in use fit.
const CACHE: u64 = 24 << 20;
/// How often a lock that lingers is asked for again; each wait is longer than the last.
const TRIES: u32 = 8;

/// A sled database with one tree a space.
pub(crate) struct SledEngine {
    trees: Vec<sled::Tree>,
    /// `None` only while it goes.
    db: Option<sled::Db>,
}

/// sled flushes when its last handle goes, and panics when the disk says no to that.
impl Drop for SledEngine {
    fn drop(&mut self) {
        let (trees, db) = (std::mem::take(&mut self.trees), self.db.take());
        let gone = calm(|| {
            drop(trees);
            drop(db);
            Ok(())
        });
        if let Err(error) = gone {
            log::warn!("the state did not go in order: {error}");
        }
    }
}

impl SledEngine {
    /// Opens or makes the database in `folder`. A panic inside sled, or an open without end, is an
    /// error here.
    pub(crate) fn open(folder: &Path) -> Result<Self, StoreError> {
        remove_half_snapshots(folder)?;
        let folder = folder.to_owned();
        let (say, hear) = mpsc::channel();
        std::thread::Builder::new()
            .name("sled-open".into())
            .spawn(move || {
                // Nobody listens any more when the patience has run out.
                let _ = say.send(calm(|| Self::open_here(&folder)));
            })?;
        hear.recv_timeout(PATIENCE)
            .unwrap_or_else(|_| Err(StoreError::State("sled did not open in time".into())))
    }

    fn open_here(folder: &Path) -> Result<Self, StoreError> {
        let config = sled::Config::new().path(folder).cache_capacity(CACHE);
        let mut tries = 0;
        let db = loop {
            match config.open() {
                Ok(db) => break db,
                // Our own lock is held by now, so this is the last one's that lingers: on Windows
                // a lock outlives its process by a moment, anywhere its last thread may be ending.
                Err(error) if is_lock(&error) && tries < TRIES => {
                    std::thread::sleep(Duration::from_millis(10 << tries));
                    tries += 1;
                }
                Err(error) => return Err(error.into()),
            }
        };
        let trees = Space::ALL
            .iter()
            .map(|space| db.open_tree(space.name()))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            db: Some(db),
            trees,
        })
    }

    /// All of the writes, or nothing of them.
    fn transact(&self, writes: &[Write<'_>]) -> Result<(), StoreError> {
        // Only the trees that are written to: a transaction costs for each it spans.
        let mut spaces: Vec<Space> = writes.iter().map(|(space, ..)| *space).collect();
        spaces.sort_unstable();
        spaces.dedup();
        let trees: Vec<&sled::Tree> = spaces.iter().map(|space| self.tree(*space)).collect();
        let place = |space| spaces.iter().position(|other| *other == space);
        let run = trees.as_slice().transaction(|trees| {
            for (space, key, value) in writes {
                let Some(tree) = place(*space).and_then(|at| trees.get(at)) else {
                    continue;
                };
                match value {
                    Some(value) => tree.insert(*key, *value)?,
                    None => tree.remove(*key)?,
                };
            }
            Ok::<(), ConflictableTransactionError<()>>(())
        });
        match run {
            Ok(()) => Ok(()),
            Err(TransactionError::Storage(error)) => Err(error.into()),
            Err(TransactionError::Abort(())) => {
                Err(StoreError::State("a transaction was given up".into()))
            }
        }
    }

    fn tree(&self, space: Space) -> &sled::Tree {
        &self.trees[space.at()]
    }
}

/// sled asserts a good deal about its files; a panic of its own is a state that failed, no more.
fn calm<T>(run: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
    catch_unwind(AssertUnwindSafe(run))
        .unwrap_or_else(|_| Err(StoreError::State("sled gave up (it panicked)".into())))
}

fn is_lock(error: &sled::Error) -> bool {
    matches!(error, sled::Error::Io(error) if error.to_string().contains("could not acquire lock"))
}

/// sled takes a snapshot that was cut short for the newest one and then refuses to open (sled#1527).
fn remove_half_snapshots(folder: &Path) -> io::Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with("snap.") && name.ends_with(".generating") {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

impl From<sled::Error> for StoreError {
    fn from(error: sled::Error) -> Self {
        match error {
            error if is_lock(&error) => Self::Held,
            sled::Error::Io(error) => Self::Disk(error),
            other => Self::State(other.to_string()),
        }
    }
}

impl Engine for SledEngine {
    fn get(&self, space: Space, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        calm(|| match space {
            Space::Index => blocks::get(self.tree(space), key),
            _ => Ok(self.tree(space).get(key)?.map(|value| value.to_vec())),
        })
    }

    fn scan<'a>(&'a self, space: Space, from: &[u8], until: Option<&[u8]>) -> Pairs<'a> {
        let tree = self.tree(space);
        let pair = |pair: sled::Result<(sled::IVec, sled::IVec)>| {
            let (key, value) = pair?;
            Ok((key.to_vec(), value.to_vec()))
        };
        let begun = calm(|| {
            let pairs: Pairs<'a> = match (space, until) {
                (Space::Index, until) => blocks::scan(tree, from, until),
                (_, Some(until)) if until <= from => Box::new(std::iter::empty()),
                (_, Some(until)) => Box::new(tree.range(from..until).map(pair)),
                (_, None) => Box::new(tree.range(from..).map(pair)),
            };
            Ok(pairs)
        });
        let mut pairs = match begun {
            Ok(pairs) => pairs,
            Err(error) => return Box::new(std::iter::once(Err(error))),
        };
        let mut ended = false;
        Box::new(std::iter::from_fn(move || {
            if ended {
                return None;
            }
            let next = calm(|| pairs.next().transpose());
            // After an error sled's iterator gives the same one without end.
            ended = next.is_err();
            next.transpose()
        }))
    }

    fn apply(&self, batch: &[Write<'_>]) -> Result<(), StoreError> {
        if batch.is_empty() {
            // sled indexes into the trees of a transaction, and there would be none.
            return Ok(());
        }
        let in_order = batch.iter().filter(|(space, ..)| *space == Space::Index);
        let in_order = in_order.map(|(_, key, value)| (*key, *value));
        let rows = calm(|| blocks::rows(self.tree(Space::Index), in_order))?;
        let rows = rows
            .iter()
            .map(|(row, value)| (Space::Index, row.as_slice(), value.as_deref()));
        let plain = batch.iter().filter(|(space, ..)| *space != Space::Index);
        let writes: Vec<Write<'_>> = plain.copied().chain(rows).collect();
        calm(|| self.transact(&writes))
    }

    fn flush(&self) -> Result<(), StoreError> {
        calm(|| {
            if let Some(db) = &self.db {
                db.flush()?;
            }
            Ok(())
        })
    }

    fn size(&self) -> Result<u64, StoreError> {
        calm(|| match &self.db {
            Some(db) => Ok(db.size_on_disk()?),
            None => Err(StoreError::Closed),
        })
    }
}
