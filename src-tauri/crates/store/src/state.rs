//! The state as it is read: what the engine has, and over it what is on its way there.

use std::collections::BTreeSet;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use parking_lot::{MappedRwLockReadGuard, RwLock, RwLockReadGuard};
use serde::{Deserialize, Serialize};

use crate::StoreError;
use crate::attic::Attic;
use crate::cache::Cache;
use crate::engine::{Engine, Space, Write};
use crate::error::without_values;
use crate::history::{Kept, Piles, line_key};
use crate::journal::Place;
use crate::overlay::Overlay;
use crate::puts::{self, Put};
use crate::record::{self, Bytes, Record};
use crate::tree::{Key, Tree, record_of};
use crate::upgrade::Ladder;

/// The key of [`Standing`] in its space.
pub(crate) const STANDING: &[u8] = b"standing";

/// What the state knows of itself; written in the same transaction as what it speaks of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Standing {
    /// The last group it has whole.
    pub(crate) seq: u64,
    /// How many changes of the group after that it has.
    pub(crate) within: u64,
    /// Where the group after `seq` begins in the journal.
    pub(crate) place: Place,
    /// The wrapping sum of [`puts::weight`] over every pair but this.
    pub(crate) sum: u64,
    /// The tops of undo and redo.
    pub(crate) piles: Piles,
    /// How many changes there ever were.
    pub(crate) changes: u64,
}

impl Standing {
    pub(crate) fn pack(&self) -> Result<Vec<u8>, StoreError> {
        rmp_serde::to_vec_named(self).map_err(|error| StoreError::State(error.to_string()))
    }

    pub(crate) fn unpack(value: &[u8]) -> Result<Self, StoreError> {
        rmp_serde::from_slice(value).map_err(|error| StoreError::State(without_values(&error)))
    }
}
/// What is given each row of a space: its key, and its value when that reads back.
type EachRow<'a> = dyn FnMut(&[u8], Result<Bytes, StoreError>) -> Result<(), StoreError> + 'a;

/// Records as they lie, `None` for one that is on its way out, and where the next begin.
type Rows = (Vec<(Key, Option<Bytes>)>, Option<Vec<u8>>);

/// Engine and overlay.
pub(crate) struct State {
    /// `None` once the book is closed.
    engine: RwLock<Option<Box<dyn Engine>>>,
    overlay: RwLock<Overlay>,
    cache: Cache,
    /// How many engines there were before this one.
    engines: AtomicU64,
    /// Puts the engine was given since it was opened.
    applied: AtomicU64,
    /// Something read back wrong: the next start must look at every row.
    doubt: AtomicBool,
    help: OnceLock<Box<dyn Fn() + Send + Sync>>,
    pub(crate) attic: Attic,
    pub(crate) ladder: Ladder,
}

impl State {
    pub(crate) fn new(engine: Box<dyn Engine>, attic: Attic, ladder: Ladder) -> Self {
        Self {
            engine: RwLock::new(Some(engine)),
            overlay: RwLock::default(),
            cache: Cache::default(),
            engines: AtomicU64::new(0),
            applied: AtomicU64::new(0),
            doubt: AtomicBool::new(false),
            help: OnceLock::new(),
            attic,
            ladder,
        }
    }

    /// The engine, while the book is open.
    fn engine(&self) -> Result<MappedRwLockReadGuard<'_, dyn Engine>, StoreError> {
        // Recursive: only close writes this lock, and a read inside a read must not wait for it.
        RwLockReadGuard::try_map(self.engine.read_recursive(), |engine| engine.as_deref())
            .map_err(|_| StoreError::Closed)
    }

    /// The engine is given back: the book is closed.
    pub(crate) fn take_engine(&self) -> Option<Box<dyn Engine>> {
        self.engine.write().take()
    }

    /// Puts another engine in the place of one that gave up; reads wait meanwhile. What `make` gives with it is given
    /// back. The next start looks at every row.
    pub(crate) fn replace_engine<T>(
        &self,
        make: impl FnOnce() -> Result<(Box<dyn Engine>, T), StoreError>,
    ) -> Result<T, StoreError> {
        let mut engine = self.engine.write();
        self.engines.fetch_add(1, Ordering::AcqRel);
        self.doubt();
        // Its files are held until it is dropped.
        drop(engine.take());
        let (another, made) = make()?;
        *engine = Some(another);
        Ok(made)
    }

    /// What was read is read again: rows may have come back.
    pub(crate) fn forget_all(&self) {
        self.cache.clear();
    }

    /// A record as it stands.
    pub(crate) fn read<R: Record>(&self, key: &Key) -> Result<Option<R>, StoreError> {
        if let Some(known) = self.cache.get(key) {
            return Ok(Some(known));
        }
        let writes = self.cache.writes();
        let Some(sealed) = self.record(R::TREE, key)? else {
            return Ok(None);
        };
        let record: R = self.unseal(&sealed)?;
        self.cache.keep(key, &record, writes);
        Ok(Some(record))
    }

    /// What a sealed record says.
    pub(crate) fn unseal<R: Record>(&self, sealed: &[u8]) -> Result<R, StoreError> {
        record::unpack(&self.ladder.fields(R::TREE, sealed)?)
    }

    /// A sealed record as it stands.
    pub(crate) fn record(&self, tree: Tree, key: &Key) -> Result<Option<Bytes>, StoreError> {
        self.get(tree.into(), key)
    }

    /// A line of the history as it stands.
    pub(crate) fn line(&self, seq: u64) -> Result<Option<Kept>, StoreError> {
        self.get(Space::History, &line_key(seq))?
            .map(|value| Kept::unpack(&value))
            .transpose()
    }

    /// Who is called when the engine does not read: may give it back, or another one.
    pub(crate) fn calls(&self, help: Box<dyn Fn() + Send + Sync>) {
        // Set once, as the book opens.
        let _ = self.help.set(help);
    }

    /// Reads, and once more when the engine had to be mended first.
    fn once_more<T>(&self, read: impl Fn() -> Result<T, StoreError>) -> Result<T, StoreError> {
        match (read(), self.help.get()) {
            (Err(error @ (StoreError::Disk(_) | StoreError::State(_))), Some(help)) => {
                log::warn!("the state does not read: {error}");
                help();
                read()
            }
            (answer, _) => answer,
        }
    }

    /// The value of a key as it stands; records are sealed.
    pub(crate) fn get(&self, space: Space, key: &[u8]) -> Result<Option<Bytes>, StoreError> {
        self.once_more(|| self.get_once(space, key))
    }

    fn get_once(&self, space: Space, key: &[u8]) -> Result<Option<Bytes>, StoreError> {
        let engine = loop {
            let engines = self.engines.load(Ordering::Acquire);
            if let Some(known) = self.overlay.read().get(space, key) {
                return Ok(known.clone());
            }
            // What left the overlay in between is in the engine by now, unless that is another one: then the overlay
            // was shown again what the other had.
            let engine = self.engine()?;
            if self.engines.load(Ordering::Acquire) == engines {
                break engine;
            }
        };
        let value = self.noted(engine.get(space, key))?;
        let sealed = value.map(|value| self.sealed(space, value)).transpose();
        self.noted(sealed)
    }

    /// The next start looks at every row.
    pub(crate) fn doubt(&self) {
        self.doubt.store(true, Ordering::Release);
    }

    pub(crate) fn is_in_doubt(&self) -> bool {
        self.doubt.load(Ordering::Acquire)
    }

    /// Anything but success is a reason to doubt the engine.
    fn noted<T>(&self, result: Result<T, StoreError>) -> Result<T, StoreError> {
        result.inspect_err(|_| self.doubt())
    }

    /// Whether the engine has what it should, row by row.
    pub(crate) fn verify(&self, standing: &Standing) -> bool {
        let whole = self.sum().is_ok_and(|sum| sum == standing.sum);
        if !whole {
            self.doubt();
        }
        whole
    }

    /// At most `most` pairs from `from` to `until`, in order, as they stand at one moment.
    pub(crate) fn scan(
        &self,
        space: Space,
        from: &[u8],
        until: Option<&[u8]>,
        most: usize,
    ) -> Result<Vec<(Bytes, Bytes)>, StoreError> {
        self.once_more(|| self.scan_once(space, from, until, most))
    }

    fn scan_once(
        &self,
        space: Space,
        from: &[u8],
        until: Option<&[u8]>,
        most: usize,
    ) -> Result<Vec<(Bytes, Bytes)>, StoreError> {
        // The overlay is held while the engine is read: nothing can leave one for the other in
        // between, and whatever a transaction has half done in the engine, the overlay has whole.
        let overlay = self.overlay.read();
        let mut coming = overlay.range(space, from, until).peekable();
        let mut found: Vec<(Bytes, Bytes)> = Vec::new();
        let come = |found: &mut Vec<_>, (key, value): (&Bytes, &Option<Bytes>)| {
            found.extend(value.clone().map(|value| (key.clone(), value)));
        };
        let engine = self.engine()?;
        for pair in engine.scan(space, from, until) {
            let (key, value) = self.noted(pair)?;
            while let Some(before) = coming.next_if(|(other, _)| ***other < *key) {
                come(&mut found, before);
            }
            match coming.next_if(|(other, _)| ***other == *key) {
                Some(instead) => come(&mut found, instead),
                None => {
                    let value = self.noted(self.sealed(space, value))?;
                    found.push((key.into(), value));
                }
            }
            if found.len() >= most {
                found.truncate(most);
                return Ok(found);
            }
        }
        coming.for_each(|pair| come(&mut found, pair));
        found.truncate(most);
        Ok(found)
    }

    /// The keys from `from` to `until`, in order, given one by one without keeping any; at most `most`, and whether that
    /// was all of them. The overlay is held meanwhile: whoever reads many asks in turns.
    pub(crate) fn walk(
        &self,
        space: Space,
        from: &[u8],
        until: &[u8],
        most: usize,
        give: &mut dyn FnMut(&[u8]),
    ) -> Result<bool, StoreError> {
        let overlay = self.overlay.read();
        let mut coming = overlay.range(space, from, Some(until)).peekable();
        let mut left = most;
        let engine = self.engine()?;
        for pair in engine.scan(space, from, Some(until)) {
            if left == 0 {
                return Ok(false);
            }
            let (key, _) = self.noted(pair)?;
            while let Some((before, value)) = coming.next_if(|(other, _)| ***other < *key) {
                if value.is_some() {
                    give(before);
                    left = left.saturating_sub(1);
                }
            }
            match coming.next_if(|(other, _)| ***other == *key) {
                Some((_, None)) => {}
                Some((_, Some(_))) | None => {
                    give(&key);
                    left = left.saturating_sub(1);
                }
            }
        }
        for (key, _) in coming.filter(|(_, value)| value.is_some()) {
            give(key);
        }
        Ok(true)
    }

    /// Whether a scan that goes on where another ended costs no more than its own pairs.
    pub(crate) fn is_ordered(&self, space: Space) -> Result<bool, StoreError> {
        Ok(self.engine()?.is_ordered(space))
    }

    /// The keys of a space of records, in order, as they stand at one moment.
    pub(crate) fn keys(&self, space: Space) -> Result<Vec<Key>, StoreError> {
        let overlay = self.overlay.read();
        let engine = self.engine()?;
        let mut keys = Vec::new();
        for key in engine.keys(space) {
            let key = self.noted(key)?;
            if overlay.get(space, &key).is_none() {
                keys.extend(record_of(&key));
            }
        }
        let coming = overlay.all(space).filter(|(_, value)| value.is_some());
        keys.extend(coming.filter_map(|(key, _)| record_of(key)));
        keys.sort_unstable();
        Ok(keys)
    }

    /// The keys of a space of records that are on their way to the engine.
    pub(crate) fn coming(&self, space: Space) -> BTreeSet<Key> {
        let overlay = self.overlay.read();
        let coming = overlay.all(space).filter(|(_, value)| value.is_some());
        coming.filter_map(|(key, _)| record_of(key)).collect()
    }

    /// Some records in whatever order rows have, from where others ended, and where the next begin; what is met is taken
    /// out of `coming`.
    pub(crate) fn rows(
        &self,
        space: Space,
        from: &[u8],
        most: usize,
        coming: &mut BTreeSet<Key>,
    ) -> Result<(Vec<Bytes>, Option<Vec<u8>>), StoreError> {
        let (met, next) = self.once_more(|| self.rows_once(space, from, most))?;
        let mut records = Vec::with_capacity(met.len());
        for (key, record) in met {
            coming.remove(&key);
            records.extend(record);
        }
        Ok((records, next))
    }

    fn rows_once(&self, space: Space, from: &[u8], most: usize) -> Result<Rows, StoreError> {
        let overlay = self.overlay.read();
        let engine = self.engine()?;
        if engine.is_ordered(space) {
            // One in memory took its place: where its rows begin and end is something else.
            return Err(StoreError::State("it was mended meanwhile".into()));
        }
        let (pairs, next) = self.noted(engine.page(space, from, most))?;
        let mut met = Vec::with_capacity(pairs.len());
        for (key, value) in pairs {
            let Some(known) = record_of(&key) else {
                continue;
            };
            let record = match overlay.get(space, &key) {
                Some(instead) => instead.clone(),
                None => Some(self.noted(self.sealed(space, value))?),
            };
            met.push((known, record));
        }
        Ok((met, next))
    }

    /// Whether there is any pair in a space.
    pub(crate) fn has_any(&self, space: Space) -> Result<bool, StoreError> {
        let overlay = self.overlay.read();
        if overlay.all(space).any(|(_, value)| value.is_some()) {
            return Ok(true);
        }
        let engine = self.engine()?;
        for key in engine.keys(space) {
            if overlay.get(space, &self.noted(key)?).is_none() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn sealed(&self, space: Space, value: Vec<u8>) -> Result<Bytes, StoreError> {
        match space.tree() {
            Some(tree) => record::sealed(tree, value, &self.attic),
            None => Ok(value.into()),
        }
    }

    /// Shows puts to every read, and gives the stamp of the first.
    pub(crate) fn publish(&self, puts: &[Put]) -> u64 {
        let first = self.overlay.write().publish(puts);
        self.cache.forget(puts);
        first
    }

    /// Shows puts again that the engine has and another may not have.
    pub(crate) fn show_again(&self, puts: &[Put], stamp: u64) {
        self.overlay.write().show_again(puts, stamp);
    }

    /// The engine has these puts, as they were published from `stamp` on.
    pub(crate) fn settle(&self, puts: &[Put], stamp: u64) {
        self.overlay.write().settle(puts, stamp);
    }

    /// Takes puts that were published from `stamp` on into the engine, with what it knows of itself.
    pub(crate) fn apply(
        &self,
        puts: &[Put],
        stamp: u64,
        standing: &Standing,
    ) -> Result<(), StoreError> {
        let mut values = Vec::with_capacity(puts.len());
        let whole = self.engine()?.keeps_long();
        for put in puts {
            values.push(match (&put.value, put.space.tree()) {
                (Some(sealed), Some(_)) if !whole => Some(record::stored(sealed, &self.attic)?),
                (value, _) => value.as_deref().map(std::borrow::Cow::Borrowed),
            });
        }
        let standing = standing.pack()?;
        let batch: Vec<Write<'_>> = puts
            .iter()
            .zip(&values)
            .map(|(put, value)| (put.space, &*put.key, value.as_deref()))
            .chain([(Space::Meta, STANDING, Some(standing.as_slice()))])
            .collect();
        self.engine()?.apply(&batch)?;
        self.settle(puts, stamp);
        self.applied.fetch_add(puts.len() as u64, Ordering::Relaxed);
        Ok(())
    }

    /// What the engine knows of itself; nothing when it is new.
    pub(crate) fn standing(&self) -> Result<Option<Standing>, StoreError> {
        let value = self.engine()?.get(Space::Meta, STANDING)?;
        value.map(|value| Standing::unpack(&value)).transpose()
    }

    /// Writes what the engine knows of itself, alone.
    pub(crate) fn put_standing(&self, standing: &Standing) -> Result<(), StoreError> {
        let value = standing.pack()?;
        self.engine()?
            .apply(&[(Space::Meta, STANDING, Some(&value))])
    }

    /// Gives every pair of the engine, standing aside, to `each`, in whatever order is quick; records
    /// are sealed.
    pub(crate) fn each_pair(
        &self,
        mut each: impl FnMut(Space, &[u8], Result<Bytes, StoreError>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        for space in Space::ALL.into_iter().filter(|space| *space != Space::Meta) {
            self.each_in(space, &mut |key, value| each(space, key, value))?;
        }
        Ok(())
    }

    /// The same, by key within each space.
    pub(crate) fn each_pair_in_order(
        &self,
        mut each: impl FnMut(Space, &[u8], Result<Bytes, StoreError>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let engine = self.engine()?;
        for space in Space::ALL.into_iter().filter(|space| *space != Space::Meta) {
            for pair in engine.scan(space, &[], None) {
                let (key, value) = pair?;
                each(space, &key, self.sealed(space, value))?;
            }
        }
        Ok(())
    }

    /// Gives every pair of one space of the engine to `each`; records are sealed.
    pub(crate) fn each_in(&self, space: Space, each: &mut EachRow<'_>) -> Result<(), StoreError> {
        let engine = self.engine()?;
        for pair in engine.pairs(space) {
            let (key, value) = pair?;
            each(&key, self.sealed(space, value))?;
        }
        Ok(())
    }

    /// The sum over every pair there is.
    pub(crate) fn sum(&self) -> Result<u64, StoreError> {
        let mut sum = 0_u64;
        self.each_pair(|space, key, value| {
            sum = sum.wrapping_add(puts::weight(space, key, &value?));
            Ok(())
        })?;
        Ok(sum)
    }

    /// Puts the engine was given since it was opened.
    pub(crate) fn applied(&self) -> u64 {
        self.applied.load(Ordering::Relaxed)
    }

    pub(crate) fn flush(&self) -> Result<(), StoreError> {
        self.engine()?.flush()
    }

    /// Bytes of the engine on disk.
    pub(crate) fn size(&self) -> Result<u64, StoreError> {
        self.engine()?.size()
    }
}
