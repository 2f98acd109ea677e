//! The open book.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::PathBuf;
use std::sync::Arc;

use parking_lot::{Mutex, RwLock};

use crate::StoreError;
use crate::applier::Applier;
use crate::attic::Attic;
use crate::change::{self, Change};
use crate::engine::{Engine, Space};
use crate::history::{Effect, Entry, Kept, Note, Piles};
use crate::journal::{Body, Frame, Last, Writer};
use crate::overlay::{Become, Overlay};
use crate::record::{self, Record};
use crate::shelf;
use crate::tree::{Index, Key, Tree, record_of};
use crate::tx::Tx;

/// How many changes stand in one frame.
const CHANGES_A_FRAME: usize = 1_000;

/// What a write did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// The number of the group: the book's revision.
    pub seq: u64,
    /// How many records changed.
    pub changed: usize,
}

/// The open book. Clones are the same book.
#[derive(Clone)]
pub struct Store {
    pub(crate) inner: Arc<Inner>,
    pub(crate) applier: Arc<Applier>,
}

/// What the handles share.
pub(crate) struct Inner {
    pub(crate) folder: PathBuf,
    pub(crate) engine: Box<dyn Engine>,
    pub(crate) attic: Attic,
    pub(crate) overlay: RwLock<Overlay>,
    /// Lines of the history that the state may not have yet, with the group that wrote them last.
    pub(crate) recent: RwLock<BTreeMap<u64, (u64, Kept)>>,
    /// `None` when the book is open for reading only.
    pub(crate) pen: Mutex<Option<Pen>>,
    pub(crate) top: RwLock<(u64, Piles)>,
    /// Held while the book is open.
    pub(crate) lock: Mutex<Option<File>>,
}

/// Who writes.
pub(crate) struct Pen {
    pub(crate) journal: Writer,
}

impl Inner {
    /// A record's fields as they stand.
    pub(crate) fn fields(&self, tree: Tree, key: &Key) -> Result<Option<Vec<u8>>, StoreError> {
        let overlay = self.overlay.read();
        if let Some(known) = overlay.get(tree, key) {
            return Ok(known.map(|fields| fields.to_vec()));
        }
        self.kept(tree, key)
    }

    /// A record's fields as the state has them.
    pub(crate) fn kept(&self, tree: Tree, key: &Key) -> Result<Option<Vec<u8>>, StoreError> {
        self.engine
            .get(tree.into(), key)?
            .map(|value| record::open(tree, &value, &self.attic))
            .transpose()
    }

    /// A line of the history.
    pub(crate) fn line(&self, seq: u64) -> Result<Option<Kept>, StoreError> {
        if let Some((_, kept)) = self.recent.read().get(&seq) {
            return Ok(Some(kept.clone()));
        }
        let value = self.engine.get(Space::History, &seq.to_be_bytes())?;
        value.map(|value| unpack_line(&value)).transpose()
    }

    /// What a change makes of its record, with the index keys that come and go.
    pub(crate) fn becomes(&self, change: &Change) -> Result<Become, StoreError> {
        let before = self.fields(change.tree, &change.key)?;
        let after = change.applied_to(before.as_deref())?;
        let keys = |fields: Option<&Vec<u8>>| match fields {
            Some(fields) => shelf::index_keys(change.tree, &change.key, fields),
            None => Ok(Vec::new()),
        };
        let (old, new) = (keys(before.as_ref())?, keys(after.as_ref())?);
        let gone = old
            .iter()
            .filter(|key| !new.contains(key))
            .cloned()
            .collect();
        let come = new.into_iter().filter(|key| !old.contains(key)).collect();
        let (tree, key) = (change.tree, change.key);
        Ok(Become {
            tree,
            key,
            after: after.map(Arc::from),
            gone,
            come,
        })
    }
}

pub(crate) fn unpack_line(value: &[u8]) -> Result<Kept, StoreError> {
    rmp_serde::from_slice(value)
        .map_err(|error| StoreError::State(format!("a line of the history: {error}")))
}

impl Store {
    /// The record with this key.
    pub fn get<R: Record>(&self, key: Key) -> Result<Option<R>, StoreError> {
        self.inner
            .fields(R::TREE, &key)?
            .as_deref()
            .map(record::unpack)
            .transpose()
    }

    /// The records of `index` whose own bytes lie from `from` to `until` (excluded), in that order.
    pub fn range(&self, index: Index, from: &[u8], until: &[u8]) -> Result<Vec<Key>, StoreError> {
        let bound = |own: &[u8]| {
            let mut key = vec![index as u8];
            key.extend_from_slice(own);
            key
        };
        self.scan(&bound(from), &bound(until))
    }

    /// The records of `index` whose own bytes begin with `prefix`, in order.
    pub fn starting_with(&self, index: Index, prefix: &[u8]) -> Result<Vec<Key>, StoreError> {
        let mut from = vec![index as u8];
        from.extend_from_slice(prefix);
        self.scan(&from, &after_prefix(&from))
    }

    fn scan(&self, from: &[u8], until: &[u8]) -> Result<Vec<Key>, StoreError> {
        // The overlay is held while the state is read: nothing can move from one to the other in between.
        let overlay = self.inner.overlay.read();
        let mut keys: BTreeMap<Vec<u8>, bool> = BTreeMap::new();
        for pair in self.inner.engine.scan(Space::Index, from, Some(until)) {
            keys.insert(pair?.0, true);
        }
        keys.extend(
            overlay
                .range(from, until)
                .map(|(key, here)| (key.clone(), here)),
        );
        Ok(keys
            .iter()
            .filter(|(_, here)| **here)
            .filter_map(|(key, _)| record_of(key))
            .collect())
    }

    /// Every record of a noun, by key. For what is read whole anyway: an export, a check.
    pub fn all<R: Record>(&self) -> Result<Vec<R>, StoreError> {
        let overlay = self.inner.overlay.read();
        let mut all: BTreeMap<Key, Vec<u8>> = BTreeMap::new();
        for pair in self.inner.engine.scan(R::TREE.into(), &[], None) {
            let (key, value) = pair?;
            if let Ok(key) = key.try_into() {
                all.insert(key, record::open(R::TREE, &value, &self.inner.attic)?);
            }
        }
        for (key, fields) in overlay.of(R::TREE) {
            match fields {
                Some(fields) => all.insert(*key, fields.to_vec()),
                None => all.remove(key),
            };
        }
        all.values().map(|fields| record::unpack(fields)).collect()
    }

    /// Writes what `write` puts, as one group and one step of undo. On any error nothing of it is there.
    pub fn commit<T, E: From<StoreError>>(
        &self,
        note: Note,
        write: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<(T, Receipt), E> {
        let mut pen = self.inner.pen.lock();
        let pen = pen.as_mut().ok_or(StoreError::ReadOnly)?;
        let mut tx = Tx::on(&self.inner);
        let answer = write(&mut tx)?;
        let mut changes = Vec::new();
        for ((tree, key), after) in tx.into_changed() {
            let before = self.inner.fields(tree, &key)?;
            changes.extend(change::between(
                tree,
                key,
                before.as_deref(),
                after.as_deref(),
            )?);
        }
        let receipt = if changes.is_empty() {
            Receipt {
                seq: self.last_seq(),
                changed: 0,
            }
        } else {
            self.write(pen, changes, note, Effect::Step)?
        };
        Ok((answer, receipt))
    }

    /// Journals a group, shows it to readers, and hands it to the applier.
    pub(crate) fn write(
        &self,
        pen: &mut Pen,
        changes: Vec<Change>,
        note: Note,
        effect: Effect,
    ) -> Result<Receipt, StoreError> {
        let changed = changes.len();
        let becomes = changes
            .iter()
            .map(|change| self.inner.becomes(change))
            .collect::<Result<Vec<_>, _>>()?;
        let place = pen.journal.place();
        let (base, piles) = *self.inner.top.read();
        let seq = match append(pen, changes, &note, effect, base) {
            Ok(seq) => seq,
            Err(error) => {
                // What was appended of it must not be taken for a beginning.
                if let Err(cut) = pen.journal.cut_to(place) {
                    log::error!("the journal's end could not be cut: {cut}");
                }
                return Err(error);
            }
        };
        let (piles, lines) = self.inner.threaded(seq, note, effect, place, piles)?;
        self.inner.overlay.write().put(seq, &becomes);
        self.inner.recent.write().extend(
            lines
                .iter()
                .map(|(line, kept)| (*line, (seq, kept.clone()))),
        );
        *self.inner.top.write() = (seq, piles);
        self.applier.hand(crate::applier::Job {
            seq,
            becomes,
            lines,
            piles,
            end: pen.journal.place(),
        });
        Ok(Receipt { seq, changed })
    }

    /// The number of the last group: the book's revision.
    pub fn last_seq(&self) -> u64 {
        self.inner.top.read().0
    }

    /// Whether nothing is in it, settings aside.
    pub fn is_empty(&self) -> bool {
        let overlay = self.inner.overlay.read();
        let gone = |tree, key: &[u8]| {
            let known = key
                .try_into()
                .ok()
                .and_then(|key: Key| overlay.get(tree, &key));
            matches!(known, Some(None))
        };
        [Tree::Touchpoint, Tree::Client].into_iter().all(|tree| {
            let mut kept = self.inner.engine.scan(tree.into(), &[], None);
            overlay.of(tree).all(|(_, fields)| fields.is_none())
                && kept.all(|pair| pair.is_ok_and(|(key, _)| gone(tree, &key)))
        })
    }

    /// The attic of this book.
    pub fn attic(&self) -> &Attic {
        &self.inner.attic
    }

    /// What was done before group `before` (or lately), the latest first, at most `most` lines.
    pub fn history(&self, before: Option<u64>, most: usize) -> Result<Vec<Entry>, StoreError> {
        let recent = self.inner.recent.read();
        let until = before.unwrap_or(u64::MAX);
        let mut lines: BTreeMap<u64, Kept> = BTreeMap::new();
        let kept = self
            .inner
            .engine
            .scan(Space::History, &[], Some(&until.to_be_bytes()));
        for pair in kept.rev().take(most.saturating_mul(2)) {
            let (key, value) = pair?;
            let seq = key.try_into().map(u64::from_be_bytes).unwrap_or_default();
            lines.insert(seq, unpack_line(&value)?);
        }
        lines.extend(
            recent
                .range(..until)
                .map(|(seq, (_, kept))| (*seq, kept.clone())),
        );
        let shown = lines
            .into_iter()
            .rev()
            .filter(|(_, kept)| kept.effect == Effect::Step);
        Ok(shown
            .take(most)
            .map(|(seq, Kept { note, undone, .. })| Entry { seq, note, undone })
            .collect())
    }

    /// Waits until the state has everything, and notes that it was closed in order.
    pub fn close(&self) -> Result<(), StoreError> {
        let mut pen = self.inner.pen.lock();
        self.applier.finish(&self.inner)?;
        *pen = None;
        self.inner.lock.lock().take();
        Ok(())
    }

    /// The index key of a UID, for [`Store::starting_with`] on [`Index::Uid`]; compare the UID itself afterwards.
    pub fn uid_key(uid: &str) -> [u8; 8] {
        shelf::uid_key(uid)
    }
}

fn append(
    pen: &mut Pen,
    mut changes: Vec<Change>,
    note: &Note,
    effect: Effect,
    base: u64,
) -> Result<u64, StoreError> {
    let mut seq = base;
    let mut parts = 0;
    while changes.len() > CHANGES_A_FRAME {
        let rest = changes.split_off(CHANGES_A_FRAME);
        seq += 1;
        parts += 1;
        let body = Body::Part(std::mem::replace(&mut changes, rest));
        pen.journal.append(&Frame { seq, body }.encode()?)?;
    }
    seq += 1;
    let body = Body::Last(Last {
        parts,
        changes,
        note: note.clone(),
        effect,
    });
    pen.journal.append(&Frame { seq, body }.encode()?)?;
    pen.journal.sync()?;
    Ok(seq)
}

/// The first key behind every key that begins with `prefix`.
fn after_prefix(prefix: &[u8]) -> Vec<u8> {
    let mut after = prefix.to_vec();
    while let Some(last) = after.pop() {
        if last < u8::MAX {
            after.push(last + 1);
            break;
        }
    }
    after
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store")
            .field("folder", &self.inner.folder)
            .field("seq", &self.last_seq())
            .finish_non_exhaustive()
    }
}
