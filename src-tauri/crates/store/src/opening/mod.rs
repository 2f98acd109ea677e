//! Opening a book never surprises: what is behind is replayed, what is damaged is moved aside and
//! built again, and the person is told in one sentence.

mod build;
pub(crate) mod folder;
mod lock;
mod mend;
mod on_disk;
mod replay;
#[cfg(test)]
mod tests;
mod unlock;
pub(crate) mod version;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use parking_lot::{Mutex, RwLock};
use vault::{BookKey, Sealer};

use self::build::{Site, Standed, Was};
use self::replay::{Follows, Replayed};
use self::version::{Age, Version};
use crate::applier::Applier;
use crate::journal::{self, Ledger, Writer};
use crate::pen::{Head, Pen};
use crate::snapshot::Snapshots;
use crate::state::State;
use crate::store::{Inner, Store};
use crate::upgrade::Ladder;
use crate::{OpenError, Reading, StoreError, disk, error};

pub(crate) use folder::{state_folders, write_clean};
pub(crate) use lock::BookLock;
pub(crate) use mend::Mender;

/// How to open.
#[derive(Debug, Clone)]
pub struct OpenOptions {
    /// The key of a locked book; a book without a lock needs none.
    pub key: Option<BookKey>,
    /// Keep the state in memory: it is built from snapshot and journal each time. For small books
    /// and for tests.
    pub in_memory: bool,
    /// Memory one write may take, in bytes; what is put beyond it stays in the journal, and is
    /// shown to readers piece by piece once the write is durable.
    pub write_memory: usize,
}

impl Default for OpenOptions {
    fn default() -> Self {
        Self {
            key: None,
            in_memory: false,
            write_memory: 128 << 20,
        }
    }
}

/// What happened on opening.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpeningReport {
    /// The book is new.
    pub fresh: bool,
    /// Groups that the state did not have and the journal did.
    pub replayed: usize,
    /// Where the damaged state was moved, when it had to be built again.
    pub quarantined: Option<PathBuf>,
    /// The snapshot a state was built again from, when there was one.
    pub from_snapshot: Option<u64>,
    /// Frames of the journal that neither it, nor the state, nor a snapshot has, and changes that
    /// mean nothing without them: writes that are lost. Zero unless several copies are damaged.
    pub damaged: usize,
    /// A write that was never finished was cut off and moved there. One that was finished, and lost its end since, is
    /// moved there as well and told as damage alone.
    pub cut: Option<PathBuf>,
    /// The journal had lost its end, and the state still had it.
    pub ahead: bool,
    /// The state was built again for this version's orders and schemas.
    pub upgraded: bool,
    /// What was erased for good before now is gone from snapshots, journal and undo.
    pub forgot: bool,
    /// Why it is open for reading only, when it is.
    pub read_only: Option<Reading>,
}

impl Store {
    /// Opens the book in `folder`, or makes one when there is none.
    ///
    /// A locked book whose lock was being turned, on or off, is turned the rest of the way first.
    ///
    /// # Errors
    /// [`OpenError::Locked`], [`OpenError::WrongKey`] and [`OpenError::KeyLost`] for a locked book;
    /// [`OpenError::Busy`] when another Sentier has it; [`OpenError::Foreign`] when the folder holds
    /// other things; [`OpenError::Newer`] when a later version laid it out differently;
    /// [`OpenError::Unreadable`] when nothing of it can be read. Nothing is changed then. A book that can
    /// be read and not written is no error: it opens for reading only, built in memory, and not a byte of
    /// its folder is touched.
    pub fn open(folder: &Path, options: OpenOptions) -> Result<(Self, OpeningReport), OpenError> {
        open(folder, &options, Ladder::OURS)
    }
}

/// Opens a book whose lock is about to be turned, brings its state up to its journal, begins a new
/// file of the journal, and closes it: what it is then does not depend on how long frames are. The
/// folder's lock is given back held.
pub(crate) fn prepare(path: &Path, key: Option<BookKey>) -> Result<BookLock, OpenError> {
    let options = OpenOptions {
        key,
        ..OpenOptions::default()
    };
    let (store, report) = open(path, &options, Ladder::OURS)?;
    if let Some(reading) = report.read_only {
        return Err(StoreError::ReadOnly(reading).into());
    }
    store.settle()?;
    if let Some(pen) = store.inner.pen.lock().as_mut() {
        pen.journal.turn(pen.head.seq + 1)?;
    }
    let lock = store.inner.lock.lock().take();
    store.close()?;
    lock.ok_or(OpenError::Store(StoreError::Closed))
}

/// Opens with the steps of `ladder`.
fn open(
    path: &Path,
    options: &OpenOptions,
    ladder: Ladder,
) -> Result<(Store, OpeningReport), OpenError> {
    let there = folder::has_book(path)?;
    let (lock, unwritable) = BookLock::claim(path)?;
    let sealer = unlock::sealer(path, options.key.as_ref(), unwritable.is_none())?;
    let version = Version::of(path);
    let age = Version::age(version.as_ref(), ladder, path)?;
    let site = Site {
        folder: path.to_owned(),
        ladder,
        follows: Follows::All,
        ledger: Ledger::of(path, &sealer),
        snapshots: Snapshots::of(path, &sealer),
        sealer,
    };
    // What is sealed and has no key is no damage.
    let keyless = |error| match error {
        OpenError::Store(StoreError::Sealed) => OpenError::KeyLost {
            folder: path.to_owned(),
        },
        error => error,
    };
    let reading = (age == Age::Newer).then_some(Reading::Newer).or(unwritable);
    if let Some(reading) = reading {
        return if there {
            to_read(site, reading, lock, options).map_err(keyless)
        } else {
            Err(OpenError::Barren(reading))
        };
    }
    match to_write(site.clone(), age, lock.as_ref(), options).map_err(keyless) {
        Ok((opened, report)) => finished(opened, lock, options, report),
        // Found on the way: something in the folder is not ours to write, or there is no room.
        Err(error) => match error.disk().and_then(unwritten) {
            Some(reading) if folder::has_book(path)? => {
                log::warn!("it is opened for reading only: {error}");
                to_read(site, reading, lock, options).map_err(keyless)
            }
            _ => Err(error),
        },
    }
}

/// Why a disk that said so can be read all the same.
fn unwritten(error: &io::Error) -> Option<Reading> {
    match error {
        error if error::is_read_only(error) => Some(Reading::Folder),
        error if error::is_full(error) => Some(Reading::Full),
        _ => None,
    }
}

/// A state, and the journal it goes on in; none for reading only.
struct Opened {
    site: Site,
    standed: Standed,
    journal: Option<Writer>,
    reading: Option<Reading>,
}

/// The book for reading only, in memory: sled writes where it opens, and nothing is to be touched.
fn to_read(
    site: Site,
    reading: Reading,
    lock: Option<BookLock>,
    options: &OpenOptions,
) -> Result<(Store, OpeningReport), OpenError> {
    let site = Site {
        follows: match reading {
            Reading::Newer => Follows::AsFarAsItCan,
            _ => Follows::All,
        },
        ..site
    };
    let newer = |error| match error {
        OpenError::Store(StoreError::Newer) => OpenError::Newer {
            folder: site.folder.clone(),
        },
        other => other,
    };
    let standed = site.build_in_memory().map_err(newer)?;
    let mut report = OpeningReport {
        read_only: Some(reading),
        ..OpeningReport::default()
    };
    tell(&standed, &mut report);
    // What it was closed with and neither snapshots nor journal have is in the state alone.
    let closed_at = folder::read_clean(&site.folder, &site.sealer).map_or(0, |clean| clean.seq);
    let behind = closed_at.saturating_sub(standed.standing.seq);
    report.damaged = report
        .damaged
        .max(usize::try_from(behind).unwrap_or(usize::MAX));
    let opened = Opened {
        site,
        standed,
        journal: None,
        reading: Some(reading),
    };
    finished(opened, lock, options, report)
}

fn to_write(
    site: Site,
    age: Age,
    lock: Option<&BookLock>,
    options: &OpenOptions,
) -> Result<(Opened, OpeningReport), OpenError> {
    // Asked again: another may have made one while we waited for nothing.
    let mut report = OpeningReport {
        fresh: !folder::has_book(&site.folder)?,
        ..OpeningReport::default()
    };
    let mut standed = if options.in_memory {
        site.build_in_memory()?
    } else {
        on_disk::brought_up(&site, age, &mut report)?
    };
    standed = standed.told(lock.map_or(0, BookLock::reached));
    tell(&standed, &mut report);
    let journal = writer(&site, &mut standed, &mut report)?;
    if age == Age::Older && standed.folder.is_some() {
        standed = upgrade(&site, standed)?;
        report.upgraded = true;
    }
    Version::ours(site.ladder, site.sealer.seals()).write(&site.folder)?;
    if let Some(lock) = lock {
        // What is lost is told once.
        lock.note_reached(standed.standing.seq);
    }
    let opened = Opened {
        site,
        standed,
        journal: Some(journal),
        reading: None,
    };
    Ok((opened, report))
}

fn tell(standed: &Standed, report: &mut OpeningReport) {
    report.replayed = standed.replayed.tail.groups;
    report.from_snapshot = standed.from;
    report.damaged = lost(&standed.replayed);
}

fn finished(
    opened: Opened,
    lock: Option<BookLock>,
    options: &OpenOptions,
    report: OpeningReport,
) -> Result<(Store, OpeningReport), OpenError> {
    let store = assemble(opened, lock, options)?;
    if report.ahead {
        // What the journal lost is in the state alone: a second copy, before anything else.
        store.snapshot_now(last_word(&store.inner.state, store.last_seq()))?;
    }
    Ok((store, report))
}

/// A state built aside from snapshots and journal alone, for a repair.
pub(crate) struct Spare {
    pub(crate) state: State,
    pub(crate) standing: crate::state::Standing,
    /// Where it is; `None` in memory.
    pub(crate) folder: Option<PathBuf>,
    /// Whether the copies had every write up to where it stands.
    pub(crate) whole: bool,
}

/// Builds a state from the copies of a book that is open; an empty one when they have nothing.
pub(crate) fn spare(
    folder: &Path,
    sealer: &Sealer,
    ladder: Ladder,
    on_disk: bool,
) -> Result<Spare, StoreError> {
    let site = Site {
        folder: folder.to_owned(),
        ladder,
        follows: Follows::All,
        ledger: Ledger::of(folder, sealer),
        snapshots: Snapshots::of(folder, sealer),
        sealer: sealer.clone(),
    };
    let built = if on_disk {
        site.build(Was::Replaced)
    } else {
        site.build_in_memory()
    };
    let (standed, whole) = match built {
        Ok(standed) => {
            let whole = lost(&standed.replayed) == 0;
            (standed, whole)
        }
        Err(OpenError::Disk(error)) => return Err(error.into()),
        Err(OpenError::Store(StoreError::Disk(error))) => return Err(error.into()),
        Err(error) => {
            log::error!("snapshots and journal gave nothing: {error}");
            (site.build_empty(on_disk).map_err(plain)?, false)
        }
    };
    Ok(Spare {
        state: standed.state,
        standing: standed.standing,
        folder: standed.folder,
        whole,
    })
}

fn plain(error: OpenError) -> StoreError {
    match error {
        OpenError::Disk(error) => error.into(),
        OpenError::Store(error) => error,
        other => StoreError::State(other.to_string()),
    }
}

fn lost(replayed: &Replayed) -> usize {
    let missing = replayed.tail.missing.iter();
    let numbers: u64 = missing.map(|(from, to)| to - from + 1).sum();
    usize::try_from(numbers)
        .unwrap_or(usize::MAX)
        .saturating_add(replayed.dropped)
}

/// The journal's end, ready to be added to.
fn writer(
    site: &Site,
    standed: &mut Standed,
    report: &mut OpeningReport,
) -> Result<Writer, OpenError> {
    let files = journal::files(&site.folder)?;
    let tail = &standed.replayed.tail;
    let next = standed.standing.seq + 1;
    let goes_on = !report.ahead && files.iter().any(|(first, _)| *first == tail.end.file);
    if !goes_on {
        let writer = Writer::create(&site.ledger, next)?;
        standed.standing.place = writer.place();
        standed.state.put_standing(&standed.standing)?;
        return Ok(writer);
    }
    if tail.torn > 0 {
        let kept = folder::keep_tail(&site.folder, tail.end)?;
        let lost = tail.missing.iter().any(|(_, to)| *to >= next);
        report.cut = (!lost).then_some(kept);
    }
    Ok(Writer::resume(&site.ledger, tail.end)?)
}

/// Builds the state again from a snapshot of itself, with this version's orders.
fn upgrade(site: &Site, standed: Standed) -> Result<Standed, OpenError> {
    let Standed {
        state,
        standing,
        folder: old,
        ..
    } = standed;
    if standing.seq > 0 {
        let at = last_word(&state, standing.seq);
        match crate::snapshot::write(&site.snapshots, &state, &standing, at) {
            Ok(_) => {}
            // Older snapshots and the journal have what it lost.
            Err(StoreError::State(why)) => log::error!("no snapshot before an upgrade: {why}"),
            Err(error) => return Err(error.into()),
        }
    }
    drop(state);
    let built = site.build(Was::Replaced)?;
    if let Some(old) = old {
        disk::remove_folder(&old)?;
    }
    Ok(built)
}

/// When the last group was written: the store has no clock of its own.
fn last_word(state: &State, seq: u64) -> DateTime<Utc> {
    let line = state.line(seq).ok().flatten();
    line.map_or(DateTime::UNIX_EPOCH, |kept| kept.note.at)
}

fn assemble(
    opened: Opened,
    lock: Option<BookLock>,
    options: &OpenOptions,
) -> Result<Store, OpenError> {
    let Opened {
        site,
        standed,
        journal,
        reading,
    } = opened;
    let Standed {
        state,
        standing,
        folder,
        ..
    } = standed;
    let head = Head {
        seq: standing.seq,
        piles: standing.piles,
        changes: standing.changes,
    };
    let oldest = journal::files(&site.folder)?;
    let memory = options.write_memory;
    let pen = |journal| Pen {
        journal,
        head,
        memory,
    };
    let on_disk = folder.is_some();
    let place = Arc::new(Mutex::new(folder));
    let mender = on_disk.then(|| Mender::of(&site, place.clone()));
    let state = Arc::new(state);
    let inner = Inner {
        applier: Applier::start(state.clone(), standing, mender)?,
        state,
        pen: Mutex::new(journal.map(pen)),
        head: RwLock::new(head),
        oldest_file: RwLock::new(oldest.first().map_or(0, |(first, _)| *first)),
        snapshots: site.snapshots,
        lock: Mutex::new(lock),
        reading,
        state_folder: place,
        folder: site.folder,
        ledger: site.ledger,
    };
    let inner = Arc::new(inner);
    let book = Arc::downgrade(&inner);
    inner.state.calls(Box::new(move || {
        if let Some(book) = book.upgrade() {
            book.applier.look_after();
        }
    }));
    Ok(Store { inner })
}
