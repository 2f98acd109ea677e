//! The open book.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use parking_lot::{Mutex, RwLock};
use vault::Sealer;

use crate::applier::Applier;
use crate::attic::Attic;
use crate::engine::{SledEngine, Space};
use crate::history::{Effect, Note};
use crate::journal::Ledger;
use crate::opening::BookLock;
use crate::pages::Pages;
use crate::pen::{Head, Pen, Receipt, Write};
use crate::record::Record;
use crate::shelf;
use crate::snapshot::Snapshots;
use crate::state::State;
use crate::tree::{Index, Key, Tree, after_prefix, record_of};
use crate::tx::Tx;
use crate::{Reading, StoreError};

/// The open book. Clones are the same book; the last one that goes closes it.
#[derive(Clone)]
pub struct Store {
    pub(crate) inner: Arc<Inner>,
}

/// What the handles share.
pub(crate) struct Inner {
    pub(crate) folder: PathBuf,
    /// The journal, for reading.
    pub(crate) ledger: Ledger,
    pub(crate) state: Arc<State>,
    pub(crate) applier: Applier,
    /// `None` when the book is open for reading only, or closed.
    pub(crate) pen: Mutex<Option<Pen>>,
    /// Why it is open for reading only, when it is.
    pub(crate) reading: Option<Reading>,
    /// How the book stands for readers.
    pub(crate) head: RwLock<Head>,
    /// The oldest file the journal still has: what lies before cannot be undone.
    pub(crate) oldest_file: RwLock<u64>,
    pub(crate) snapshots: Snapshots,
    /// Held while the book is open; `None` where only reading is possible and nothing can be held.
    pub(crate) lock: Mutex<Option<BookLock>>,
    /// Where the state is on disk; `None` when it is in memory.
    pub(crate) state_folder: Arc<Mutex<Option<PathBuf>>>,
}

/// Whether a long write goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// It goes on.
    Go,
    /// It stops, and nothing of it is there.
    Stop,
}

/// Puts after which a close leaves the state tidy.
const PUTS_TO_TIDY: u64 = 20_000;
/// How many items of a bulk write lie between two words of its progress.
const ITEMS_A_WORD: usize = 250;

impl Store {
    /// The record with this key.
    pub fn get<R: Record>(&self, key: Key) -> Result<Option<R>, StoreError> {
        self.inner.state.read(&key)
    }

    /// Every record of a noun, by key, at once. For what is small, or needed whole anyway.
    pub fn all<R: Record>(&self) -> Result<Vec<R>, StoreError> {
        self.stream().collect()
    }

    /// Every record of a noun, by key, in bounded memory: a page of records, and of a locked book the
    /// keys as well. What is written meanwhile may be in it or not; each record is given once, as it
    /// stood at some moment.
    pub fn stream<R: Record>(&self) -> impl Iterator<Item = Result<R, StoreError>> + '_ {
        self.paged(Pages::of(&self.inner.state, R::TREE.into()))
    }

    /// The same in whatever order is quick: by key, but in a locked book as the rows lie, which is much quicker there and
    /// takes no memory for keys. For whatever goes through all of them and does not show their order.
    pub fn stream_any<R: Record>(&self) -> impl Iterator<Item = Result<R, StoreError>> + '_ {
        self.paged(Pages::in_any_order(&self.inner.state, R::TREE.into()))
    }

    fn paged<'a, R: Record>(
        &'a self,
        mut pages: Pages<'a>,
    ) -> impl Iterator<Item = Result<R, StoreError>> + 'a {
        std::iter::from_fn(move || {
            let page = pages.next()?;
            Some(match page {
                Ok(page) => page
                    .iter()
                    .map(|sealed| self.inner.state.unseal(sealed))
                    .collect(),
                Err(error) => vec![Err(error)],
            })
        })
        .flatten()
    }

    /// The records of `index` whose own bytes lie from `from` to `until` (excluded), in that order.
    pub fn range(&self, index: Index, from: &[u8], until: &[u8]) -> Result<Vec<Key>, StoreError> {
        let bound = |own: &[u8]| [&[index as u8][..], own].concat();
        self.keys(&bound(from), &bound(until))
    }

    /// The records of `index` whose own bytes begin with `prefix`, in order.
    pub fn starting_with(&self, index: Index, prefix: &[u8]) -> Result<Vec<Key>, StoreError> {
        let from = [&[index as u8][..], prefix].concat();
        self.keys(&from, &after_prefix(&from))
    }

    /// Whole keys of `index` that begin with `prefix`, in order, for orders whose keys say enough: `give` is given the own
    /// bytes and the record of each. Nothing is kept, and writers wait for no more than some thousand keys.
    pub fn each_key(
        &self,
        index: Index,
        prefix: &[u8],
        give: &mut dyn FnMut(&[u8], Key),
    ) -> Result<(), StoreError> {
        const AT_ONCE: usize = 16_384;
        let mut from = [&[index as u8][..], prefix].concat();
        let until = after_prefix(&from);
        let mut last: Vec<u8> = Vec::new();
        loop {
            let whole =
                self.inner
                    .state
                    .walk(Space::Index, &from, &until, AT_ONCE, &mut |key| {
                        let cut = key.len().checked_sub(size_of::<Key>());
                        if let (Some(own), Some(record)) =
                            (cut.and_then(|cut| key.get(1..cut)), record_of(key))
                        {
                            give(own, record);
                        }
                        last.clear();
                        last.extend_from_slice(key);
                    })?;
            if whole {
                return Ok(());
            }
            from.clone_from(&last);
            from.push(0);
        }
    }

    /// The records of `index` that share their own bytes with another, in order, those that share them together.
    pub fn sharing(&self, index: Index) -> Result<Vec<Vec<Key>>, StoreError> {
        const ID: usize = 16;
        let from = [index as u8];
        let pairs =
            self.inner
                .state
                .scan(Space::Index, &from, Some(&after_prefix(&from)), usize::MAX)?;
        let groups = pairs.chunk_by(|(one, _), (other, _)| {
            one.len() == other.len() && one[..one.len() - ID] == other[..other.len() - ID]
        });
        let shared = groups.filter(|group| group.len() > 1);
        Ok(shared
            .map(|group| group.iter().filter_map(|(key, _)| record_of(key)).collect())
            .collect())
    }

    fn keys(&self, from: &[u8], until: &[u8]) -> Result<Vec<Key>, StoreError> {
        let pairs = self
            .inner
            .state
            .scan(Space::Index, from, Some(until), usize::MAX)?;
        Ok(pairs.iter().filter_map(|(key, _)| record_of(key)).collect())
    }

    /// Writes what `write` puts, as one group and one step of undo. On any error nothing of it is
    /// there. Other writes wait until it is done; writing to the book from inside `write` would
    /// wait for itself.
    pub fn commit<T, E: From<StoreError>>(
        &self,
        note: Note,
        write: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<(T, Receipt), E> {
        self.write(note, Effect::Step, write)
    }

    /// The same, but no step of undo: what can be undone stays so, and this is never taken along.
    /// For what is the desk's rather than the work's.
    pub fn commit_aside<T, E: From<StoreError>>(
        &self,
        note: Note,
        write: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<(T, Receipt), E> {
        self.write(note, Effect::Aside, write)
    }

    /// Writes many items as one group and one step of undo, in bounded memory. On any error, and
    /// when `progress` says stop, nothing of them is there. `progress` is given how many items were
    /// taken so far.
    pub fn commit_bulk<E: From<StoreError>>(
        &self,
        note: Note,
        items: impl IntoIterator<Item = Result<Write, E>>,
        progress: &mut dyn FnMut(usize) -> Progress,
    ) -> Result<Receipt, E> {
        let mut taken = 0;
        let ((), receipt) = self.commit(note, |tx| {
            for item in items {
                tx.write(item?)?;
                taken += 1;
                if taken % ITEMS_A_WORD == 0 && progress(taken) == Progress::Stop {
                    return Err(E::from(StoreError::Stopped));
                }
            }
            match progress(taken) {
                Progress::Go => Ok(()),
                Progress::Stop => Err(E::from(StoreError::Stopped)),
            }
        })?;
        Ok(receipt)
    }

    fn write<T, E: From<StoreError>>(
        &self,
        note: Note,
        effect: Effect,
        write: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<(T, Receipt), E> {
        let mut guard = self.inner.pen.lock();
        let pen = guard.as_mut().ok_or_else(|| self.refusal())?;
        self.inner.applier.room()?;
        let before = pen.head.seq;
        let mut tx = Tx::begin(&self.inner.state, pen)?;
        let answer = write(&mut tx)?;
        match tx.finish(note, effect, &self.inner.applier) {
            Ok(receipt) => {
                self.inner.acknowledge(pen.head);
                Ok((answer, receipt))
            }
            Err(error) => {
                if pen.head.seq != before {
                    // It is in the journal and could not be shown: the next start replays it, and
                    // until then nothing may be written over what cannot be seen.
                    *guard = None;
                }
                Err(error.into())
            }
        }
    }

    /// Why nothing can be written, when nothing can.
    pub fn reading(&self) -> Option<Reading> {
        self.inner.reading
    }

    /// Why there is no pen.
    pub(crate) fn refusal(&self) -> StoreError {
        self.inner
            .reading
            .map_or(StoreError::Closed, StoreError::ReadOnly)
    }

    /// When the last group was written, as the clock said then, UTC; `None` in a book without one.
    pub fn last_written(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let kept = self.inner.state.line(self.last_seq())?;
        Ok(kept.map(|kept| kept.note.at))
    }

    /// The number of the last group: the book's revision.
    pub fn last_seq(&self) -> u64 {
        self.inner.head.read().seq
    }

    /// Whether there is no touchpoint and no client in it.
    pub fn is_empty(&self) -> bool {
        [Tree::Touchpoint, Tree::Client]
            .into_iter()
            .all(|tree| self.has_any(tree).is_ok_and(|any| !any))
    }

    /// What the book is sealed under: the clear one when it has no lock.
    pub fn sealer(&self) -> &Sealer {
        &self.inner.ledger.sealer
    }

    /// The attic of this book.
    pub fn attic(&self) -> &Attic {
        &self.inner.state.attic
    }

    /// Bytes of the state on disk; the journal and the attic come on top.
    pub fn state_size(&self) -> Result<u64, StoreError> {
        self.inner.state.size()
    }

    /// Waits until the state has everything the journal has.
    pub fn settle(&self) -> Result<(), StoreError> {
        self.inner.applier.run(|_, _| ())
    }

    /// Whether the state is what it should be, row by row. Reads and writes go on meanwhile. When it
    /// is not, the next start builds it again; nothing is lost. For a quiet moment once a week:
    /// a book that was closed in order is opened without looking at every row.
    pub fn verify(&self) -> Result<bool, StoreError> {
        self.inner.applier.run(State::verify)
    }

    /// Waits until the state has everything, makes it durable, and notes that it was closed in
    /// order. Every handle is closed with it; closing again is nothing.
    pub fn close(&self) -> Result<(), StoreError> {
        self.inner.close()
    }

    /// The index key of a UID, for [`Store::starting_with`] on [`Index::Uid`]; compare the UID
    /// itself afterwards.
    pub fn uid_key(uid: &str) -> [u8; 8] {
        shelf::text_key(uid)
    }
}

impl Inner {
    /// The book stands at `head` from now on.
    pub(crate) fn acknowledge(&self, head: Head) {
        *self.head.write() = head;
        if let Some(lock) = &*self.lock.lock() {
            lock.note_reached(head.seq);
        }
    }

    fn close(&self) -> Result<(), StoreError> {
        let pen = self.pen.lock().take();
        self.snapshots.stop();
        let standing = self.applier.end();
        let Some(engine) = self.state.take_engine() else {
            return Ok(());
        };
        let flushed = engine.flush();
        let left = standing
            .as_ref()
            .map(|standing| engine.leave(&standing.pack()?));
        if let Some(Err(error)) = left {
            log::warn!("the next start will take longer: {error}");
        }
        // sled's threads end and its lock goes with its last handle.
        drop(engine);
        self.tidy();
        let state_folder = self.state_folder.lock();
        let closed = flushed.and_then(|()| match (pen, standing, &*state_folder) {
            (Some(pen), Some(standing), Some(folder))
                if standing.seq == pen.head.seq && !self.state.is_in_doubt() =>
            {
                crate::opening::write_clean(&self.folder, &self.ledger.sealer, folder, &standing)
            }
            _ => Ok(()),
        });
        drop(self.lock.lock().take());
        match closed {
            // No note that it was closed in order: the next start looks at every row, and nothing is lost.
            Err(error) if error.is_disk_full() || error.is_read_only() || error.is_missing() => {
                log::warn!("the book was closed, and the disk did not take the note: {error}");
                Ok(())
            }
            closed => closed,
        }
    }
}

impl Inner {
    /// After much was written the next open would read sled's log through; it may as well happen
    /// now, when nobody waits for a window.
    fn tidy(&self) {
        let folder = self.state_folder.lock();
        let Some(folder) = folder
            .as_ref()
            .filter(|_| self.state.applied() > PUTS_TO_TIDY)
        else {
            return;
        };
        if let Err(error) = SledEngine::tidy(folder) {
            // The next open says so, and acts on it.
            log::warn!("the state did not open again after it was closed: {error}");
        }
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Err(error) = self.close() {
            // Nothing is lost by it: the next start verifies and replays.
            log::warn!("the book was not closed in order: {error}");
        }
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store")
            .field("folder", &self.inner.folder)
            .field("seq", &self.last_seq())
            .finish_non_exhaustive()
    }
}
