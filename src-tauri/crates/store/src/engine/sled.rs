//! sled 0.34.7, behind the engine's wall.

use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use sled::transaction::{ConflictableTransactionError, TransactionError, Transactional};

use super::{Engine, Pair, Put, Space};
use crate::StoreError;

/// How long an open may take before it is given up and the state is built again.
const PATIENCE: Duration = Duration::from_secs(20);
/// What sled may cache, in bytes. It is no cap on memory (measured), and less than this made it worse.
const CACHE: u64 = 64 << 20;

/// A sled database with one tree a space.
pub(crate) struct SledEngine {
    db: sled::Db,
    trees: Vec<sled::Tree>,
}

impl SledEngine {
    /// Opens or makes the database in `folder`. A panic inside sled, or an open without end, is an error here.
    pub(crate) fn open(folder: &Path) -> Result<Self, StoreError> {
        remove_half_snapshots(folder);
        let folder = folder.to_owned();
        let (say, hear) = mpsc::channel();
        std::thread::Builder::new()
            .name("sled-open".into())
            .spawn(move || {
                let opened = std::panic::catch_unwind(|| Self::open_here(&folder));
                // Nobody listens any more when the patience has run out.
                let _ = say.send(opened.unwrap_or_else(|_| {
                    Err(StoreError::State("sled panicked while opening".into()))
                }));
            })?;
        hear.recv_timeout(PATIENCE)
            .unwrap_or_else(|_| Err(StoreError::State("sled did not open in time".into())))
    }

    fn open_here(folder: &Path) -> Result<Self, StoreError> {
        let config = sled::Config::new()
            .path(folder)
            .cache_capacity(CACHE)
            .flush_every_ms(Some(1_000));
        let mut tries = 0;
        let db = loop {
            match config.open() {
                Ok(db) => break db,
                // On Windows a lock is held a moment longer than its process.
                Err(sled::Error::Io(error))
                    if error.kind() != std::io::ErrorKind::NotFound && tries < 5 =>
                {
                    tries += 1;
                    std::thread::sleep(Duration::from_millis(50 << tries));
                }
                Err(error) => return Err(error.into()),
            }
        };
        let trees = Space::ALL
            .iter()
            .map(|space| db.open_tree(space.name()))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Self { db, trees })
    }

    fn tree(&self, space: Space) -> &sled::Tree {
        &self.trees[space as usize - 1]
    }
}

/// sled takes a snapshot that was cut short for the newest one and then refuses to open (sled#1527).
fn remove_half_snapshots(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let half = name.starts_with("snap.") && name.ends_with(".generating");
        if half && let Err(error) = std::fs::remove_file(entry.path()) {
            log::warn!("a half-written snapshot stays: {error}");
        }
    }
}

impl Engine for SledEngine {
    fn get(&self, space: Space, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.tree(space).get(key)?.map(|value| value.to_vec()))
    }

    fn scan<'a>(
        &'a self,
        space: Space,
        from: &[u8],
        until: Option<&[u8]>,
    ) -> Box<dyn DoubleEndedIterator<Item = Result<Pair, StoreError>> + 'a> {
        let pair = |pair: Result<(sled::IVec, sled::IVec), sled::Error>| {
            pair.map(|(key, value)| (key.to_vec(), value.to_vec()))
                .map_err(StoreError::from)
        };
        match until {
            Some(until) if until <= from => Box::new(std::iter::empty()),
            Some(until) => Box::new(self.tree(space).range(from..until).map(pair)),
            None => Box::new(self.tree(space).range(from..).map(pair)),
        }
    }

    fn apply(&self, batch: &[Put]) -> Result<(), StoreError> {
        let run = self.trees.as_slice().transaction(|trees| {
            for (space, key, value) in batch {
                let tree = &trees[*space as usize - 1];
                match value {
                    Some(value) => tree.insert(key.as_slice(), value.as_slice())?,
                    None => tree.remove(key.as_slice())?,
                };
            }
            Ok::<(), ConflictableTransactionError<()>>(())
        });
        run.map_err(|error| match error {
            TransactionError::Storage(error) => error.into(),
            TransactionError::Abort(()) => StoreError::State("a transaction was given up".into()),
        })
    }

    fn flush(&self) -> Result<(), StoreError> {
        self.db.flush()?;
        Ok(())
    }
}
