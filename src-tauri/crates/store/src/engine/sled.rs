//! sled 0.34.7, behind the engine's wall. Nothing of sled is known outside this file.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use sled::transaction::{ConflictableTransactionError, TransactionError, Transactional};

use vault::Sealer;

use super::keyed::{self, Keyed};
use super::{Engine, Keys, Page, Pair, Pairs, Space, Write, blocks, page_of};
use crate::StoreError;
use crate::state::STANDING;
use crate::tree::Key;

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
    /// What a locked book's rows are sealed with.
    keyed: Option<Keyed>,
    folder: PathBuf,
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

/// The row that says, in the space of what the state knows of itself, that every other is sealed;
/// under the right key its value opens.
const SEAL: &[u8] = b"seal";

impl SledEngine {
    /// Opens or makes the database in `folder`, with rows as `sealer` has them. A panic inside sled,
    /// or an open without end, is an error here.
    ///
    /// # Errors
    /// [`StoreError::Sealed`] when it is sealed and `sealer` is the clear one.
    pub(crate) fn open(folder: &Path, sealer: &Sealer) -> Result<Self, StoreError> {
        Self::open_closed(folder, sealer, None)
    }

    /// The same, of a state that was closed in order as it stood at `standing`, if it still does.
    pub(crate) fn open_closed(
        folder: &Path,
        sealer: &Sealer,
        standing: Option<Vec<u8>>,
    ) -> Result<Self, StoreError> {
        let sealer = sealer.clone();
        Self::patiently(folder, move |folder| {
            Self::open_here(folder, &sealer, standing)
        })
    }

    /// Opens the database and closes it again, so that the next open need not read its log through.
    pub(crate) fn tidy(folder: &Path) -> Result<(), StoreError> {
        Self::patiently(folder, |folder| Self::database(folder).map(drop))
    }

    /// Whether the database in `folder` is sealed; nothing when it is new.
    pub(crate) fn is_sealed(folder: &Path) -> Result<Option<bool>, StoreError> {
        Self::patiently(folder, |folder| {
            let db = Self::database(folder)?;
            let meta = db.open_tree(Space::Meta.name())?;
            Ok(match meta.is_empty() {
                true => None,
                false => Some(meta.contains_key(SEAL)?),
            })
        })
    }

    fn patiently<T: Send + 'static>(
        folder: &Path,
        open: impl FnOnce(&Path) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        remove_half_snapshots(folder)?;
        let folder = folder.to_owned();
        let (say, hear) = mpsc::channel();
        std::thread::Builder::new()
            .name("sled-open".into())
            .spawn(move || {
                // Nobody listens any more when the patience has run out.
                let _ = say.send(calm(|| open(&folder)));
            })?;
        hear.recv_timeout(PATIENCE)
            .unwrap_or_else(|_| Err(StoreError::State("sled did not open in time".into())))
    }

    fn database(folder: &Path) -> Result<sled::Db, StoreError> {
        let config = sled::Config::new().path(folder).cache_capacity(CACHE);
        let mut tries = 0;
        loop {
            match config.open() {
                Ok(db) => return Ok(db),
                // Our own lock is held by now, so this is the last one's that lingers: on Windows
                // a lock outlives its process by a moment, anywhere its last thread may be ending.
                // So may what it does to its snapshots: one that was listed may go before it is read.
                Err(error) if (is_lock(&error) || is_gone(&error)) && tries < TRIES => {
                    std::thread::sleep(Duration::from_millis(10 << tries));
                    tries += 1;
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    fn open_here(
        folder: &Path,
        sealer: &Sealer,
        closed: Option<Vec<u8>>,
    ) -> Result<Self, StoreError> {
        let db = Self::database(folder)?;
        let trees = Space::ALL
            .iter()
            .map(|space| db.open_tree(space.name()))
            .collect::<Result<Vec<_>, _>>()?;
        let mut engine = Self {
            db: Some(db),
            trees,
            keyed: None,
            folder: folder.to_owned(),
        };
        engine.check_seal(sealer)?;
        if sealer.seals() {
            engine.keyed = Some(Keyed::new(sealer));
            let stands = engine.get(Space::Meta, STANDING)?;
            let closed = closed.filter(|closed| stands.as_ref() == Some(closed));
            if let Some(keyed) = &engine.keyed {
                keyed.find(engine.tree(Space::Index), folder, closed.as_deref())?;
            }
        }
        Ok(engine)
    }

    /// Whether the rows are as `sealer` has them; a new database becomes so.
    fn check_seal(&self, sealer: &Sealer) -> Result<(), StoreError> {
        let meta = self.tree(Space::Meta);
        match (meta.get(SEAL)?, sealer.seals()) {
            (None, false) => Ok(()),
            (Some(_), false) => Err(StoreError::Sealed),
            (Some(seal), true) => keyed::unseal(sealer, Space::Meta, SEAL, &seal).map(drop),
            (None, true) if meta.is_empty() => {
                let seal = keyed::seal(sealer, Space::Meta, SEAL, &[])?;
                meta.insert(SEAL, seal)?;
                Ok(())
            }
            (None, true) => Err(StoreError::State("it is not sealed".into())),
        }
    }

    /// Writes rows as they stand on the disk.
    fn write(&self, batch: &[Write<'_>]) -> Result<(), StoreError> {
        let in_order = batch.iter().filter(|(space, ..)| *space == Space::Index);
        let in_order = in_order.map(|(_, key, value)| (*key, *value));
        let others = batch.iter().filter(|(space, ..)| *space != Space::Index);
        let orders = self.tree(Space::Index);
        let Some(keyed) = &self.keyed else {
            let rows = blocks::rows(orders, in_order)?;
            let rows = rows
                .iter()
                .map(|(row, value)| (Space::Index, row.as_slice(), value.as_deref()));
            let writes: Vec<Write<'_>> = others.copied().chain(rows).collect();
            return self.transact(&writes);
        };
        let mut rows = Vec::with_capacity(batch.len());
        for (space, key, value) in others {
            let value = value.map(|value| keyed.seal(*space, key, value));
            rows.push((*space, keyed.key(*space, key)?, value.transpose()?));
        }
        // Readers find a block by the directory: both change for them at once.
        let mut directory = keyed.directory.write();
        let (blocks, changes) = keyed.rows(orders, &directory, in_order)?;
        rows.extend(
            blocks
                .into_iter()
                .map(|(row, value)| (Space::Index, row, value)),
        );
        let writes: Vec<Write<'_>> = rows
            .iter()
            .map(|(space, row, value)| (*space, row.as_slice(), value.as_deref()))
            .collect();
        self.transact(&writes)?;
        directory.take(changes);
        Ok(())
    }

    /// The records of a locked book, from `from` to `until`, by their own keys: those are known once
    /// all are read.
    fn scan_masked<'a>(
        &'a self,
        keyed: &'a Keyed,
        space: Space,
        from: &[u8],
        until: Option<&[u8]>,
    ) -> Result<Pairs<'a>, StoreError> {
        let mut keys = Vec::new();
        for row in self.tree(space).iter().keys() {
            let key = keyed.plain_key(space, &row?)?;
            if *key >= *from && until.is_none_or(|until| *key < *until) {
                keys.extend(<Key>::try_from(key));
            }
        }
        keys.sort_unstable();
        Ok(Box::new(keys.into_iter().filter_map(move |key| {
            let value = self.get(space, &key).transpose()?;
            Some(value.map(|value| (key.to_vec(), value)))
        })))
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

fn pair(row: sled::Result<(sled::IVec, sled::IVec)>) -> Result<Pair, StoreError> {
    let (key, value) = row?;
    Ok((key.to_vec(), value.to_vec()))
}

fn is_lock(error: &sled::Error) -> bool {
    matches!(error, sled::Error::Io(error) if error.to_string().contains("could not acquire lock"))
}

fn is_gone(error: &sled::Error) -> bool {
    matches!(error, sled::Error::Io(error) if error.kind() == io::ErrorKind::NotFound)
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
            match std::fs::remove_file(entry.path()) {
                // A last thread of the one before gave it its name in between.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                removed => removed?,
            }
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

/// Pairs with sled's panics as errors, up to the first: after one sled's iterator gives the same
/// without end.
fn calmed<'a, T: 'a>(
    begin: impl FnOnce() -> Result<Box<dyn Iterator<Item = Result<T, StoreError>> + 'a>, StoreError>,
) -> Box<dyn Iterator<Item = Result<T, StoreError>> + 'a> {
    let mut pairs = match calm(begin) {
        Ok(pairs) => pairs,
        Err(error) => return Box::new(std::iter::once(Err(error))),
    };
    let mut ended = false;
    Box::new(std::iter::from_fn(move || {
        if ended {
            return None;
        }
        let next = calm(|| pairs.next().transpose());
        ended = next.is_err();
        next.transpose()
    }))
}

impl Engine for SledEngine {
    fn get(&self, space: Space, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let tree = self.tree(space);
        calm(|| match (&self.keyed, space) {
            (None, Space::Index) => blocks::get(tree, key),
            (None, _) => Ok(tree.get(key)?.map(|value| value.to_vec())),
            (Some(keyed), Space::Index) => keyed.get(tree, key),
            (Some(keyed), _) => {
                let value = tree.get(keyed.key(space, key)?)?;
                value
                    .map(|value| keyed.unseal(space, key, &value))
                    .transpose()
            }
        })
    }

    fn scan<'a>(&'a self, space: Space, from: &[u8], until: Option<&[u8]>) -> Pairs<'a> {
        if until.is_some_and(|until| until <= from) {
            return Box::new(std::iter::empty());
        }
        let tree = self.tree(space);
        calmed(|| {
            let rows = || match until {
                Some(until) => tree.range(from..until),
                None => tree.range(from..),
            };
            Ok(match (&self.keyed, space) {
                (None, Space::Index) => blocks::scan(tree, from, until),
                (None, _) => Box::new(rows().map(pair)),
                (Some(keyed), Space::Index) => keyed.scan(tree, from, until),
                (Some(keyed), _) if space.tree().is_some() => {
                    self.scan_masked(keyed, space, from, until)?
                }
                (Some(keyed), _) => Box::new(rows().map(move |row| keyed::pair(keyed, space, row))),
            })
        })
    }

    fn pairs<'a>(&'a self, space: Space) -> Pairs<'a> {
        let tree = self.tree(space);
        match (&self.keyed, space) {
            (None, _) => self.scan(space, &[], None),
            (Some(keyed), Space::Index) => calmed(|| Ok(keyed.pairs(tree))),
            (Some(keyed), _) => calmed(|| {
                let pairs: Pairs<'a> =
                    Box::new(tree.iter().map(move |row| keyed::pair(keyed, space, row)));
                Ok(pairs)
            }),
        }
    }

    fn keys<'a>(&'a self, space: Space) -> Keys<'a> {
        let tree = self.tree(space);
        match &self.keyed {
            Some(keyed) if space.tree().is_some() => calmed(|| {
                let keys: Keys<'a> = Box::new(
                    tree.iter()
                        .keys()
                        .map(move |row| keyed.plain_key(space, &row?)),
                );
                Ok(keys)
            }),
            _ => Box::new(self.scan(space, &[], None).map(|pair| Ok(pair?.0))),
        }
    }

    fn page(&self, space: Space, from: &[u8], most: usize) -> Result<Page, StoreError> {
        let Some(keyed) = self.keyed.as_ref().filter(|_| space.tree().is_some()) else {
            return page_of(self.scan(space, from, None), most);
        };
        calm(|| {
            let mut pairs = Vec::with_capacity(most);
            let mut last = None;
            for row in self.tree(space).range(from..).take(most) {
                last = row.as_ref().ok().map(|(row, _)| [row, &[0][..]].concat());
                pairs.push(keyed::pair(keyed, space, row)?);
            }
            let next = last.filter(|_| pairs.len() == most);
            Ok((pairs, next))
        })
    }

    fn is_ordered(&self, space: Space) -> bool {
        self.keyed.is_none() || space.tree().is_none()
    }

    fn apply(&self, batch: &[Write<'_>]) -> Result<(), StoreError> {
        if batch.is_empty() {
            // sled indexes into the trees of a transaction, and there would be none.
            return Ok(());
        }
        calm(|| self.write(batch))
    }

    fn flush(&self) -> Result<(), StoreError> {
        calm(|| {
            if let Some(db) = &self.db {
                db.flush()?;
            }
            Ok(())
        })
    }

    fn leave(&self, standing: &[u8]) -> Result<(), StoreError> {
        match &self.keyed {
            Some(keyed) => keyed.leave(&self.folder, standing),
            None => Ok(()),
        }
    }

    fn size(&self) -> Result<u64, StoreError> {
        calm(|| match &self.db {
            Some(db) => Ok(db.size_on_disk()?),
            None => Err(StoreError::Closed),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicBool, Ordering};

    #[test]
    fn a_half_snapshot_that_is_gone_before_it_is_removed_is_no_error() {
        let folder = tempfile::tempdir().expect("a folder");
        let done = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let half = folder.path().join("snap.0000000000000001.generating");
                while !done.load(Ordering::Relaxed) {
                    // Whoever comes first removes it.
                    let _ = std::fs::write(&half, b"half");
                    let _ = std::fs::rename(&half, folder.path().join("snap.0000000000000001"));
                }
            });
            let removed = (0..4_000).try_for_each(|_| remove_half_snapshots(folder.path()));
            done.store(true, Ordering::Relaxed);
            removed.expect("no error");
        });
    }
}
