//! Opening a book never surprises: what is behind is replayed, what is damaged is moved aside and
//! built again, and the person is told in one sentence.

mod build;
mod folder;
mod replay;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use parking_lot::{Mutex, RwLock};

use self::build::{Site, Standed};
use self::folder::{Age, Version};
use self::replay::{Follows, Into, Replayed};
use crate::applier::Applier;
use crate::engine::SledEngine;
use crate::journal::{self, Place, Tail, Writer};
use crate::snapshot::Snapshots;
use crate::state::{Standing, State};
use crate::store::{Inner, Store};
use crate::tx::{Head, Pen};
use crate::upgrade::Ladder;
use crate::{OpenError, StoreError};

pub(crate) use folder::write_clean;

/// How to open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OpenOptions {
    /// Keep the state in memory: it is built from snapshot and journal each time. For small books
    /// and for tests.
    pub in_memory: bool,
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
    /// A write that was never finished was cut off and moved there.
    pub cut: Option<PathBuf>,
    /// The journal had lost its end, and the state still had it.
    pub ahead: bool,
    /// The state was built again for this version's orders and schemas.
    pub upgraded: bool,
    /// The book comes from a later version: it is open for reading only.
    pub read_only: bool,
}

impl Store {
    /// Opens the book in `folder`, or makes one when there is none.
    ///
    /// # Errors
    /// [`OpenError::Busy`] when another Sentier has it; [`OpenError::Foreign`] when the folder holds
    /// other things; [`OpenError::Newer`] when a later version laid it out differently;
    /// [`OpenError::Unreadable`] when nothing of it can be read. Nothing is changed then.
    pub fn open(folder: &Path, options: OpenOptions) -> Result<(Self, OpeningReport), OpenError> {
        open(folder, options, Ladder::OURS)
    }
}

/// Opens with the steps of `ladder`.
fn open(
    path: &Path,
    options: OpenOptions,
    ladder: Ladder,
) -> Result<(Store, OpeningReport), OpenError> {
    folder::has_book(path)?;
    let lock = folder::lock(path)?;
    // Asked again: another may have made one while we waited for nothing.
    let mut report = OpeningReport {
        fresh: !folder::has_book(path)?,
        ..OpeningReport::default()
    };
    let version = Version::of(path);
    let age = match &version {
        Some(version) => version.age(ladder, path)?,
        None => Age::Ours,
    };
    report.read_only = age == Age::Newer;
    let site = Site {
        folder: path.to_owned(),
        ladder,
        follows: if report.read_only {
            Follows::AsFarAsItCan
        } else {
            Follows::All
        },
        snapshots: Snapshots::of(path),
    };
    let mut standed = match (options.in_memory, report.read_only) {
        (true, _) => site.build_in_memory()?,
        (false, true) => read_only(&site)?,
        (false, false) => on_disk(&site, &mut report)?,
    };
    report.replayed = standed.replayed.tail.groups;
    report.from_snapshot = standed.from;
    report.damaged = lost(&standed.replayed);
    nothing_readable(&site, &standed)?;
    let journal = match report.read_only {
        true => None,
        false => Some(writer(&site, &mut standed, &mut report)?),
    };
    if age == Age::Older && standed.folder.is_some() {
        standed = upgrade(&site, standed)?;
        report.upgraded = true;
    }
    if !report.read_only && version.as_ref() != Some(&Version::ours(ladder)) {
        Version::ours(ladder).write(path)?;
    }
    let store = assemble(site, standed, journal, lock)?;
    if report.ahead {
        // What the journal lost is in the state alone: a second copy, before anything else.
        store.snapshot_now(last_word(&store.inner.state, store.last_seq()))?;
    }
    Ok((store, report))
}

/// The state on disk, brought up to the journal; built again when it is not what it says.
fn on_disk(site: &Site, report: &mut OpeningReport) -> Result<Standed, OpenError> {
    let states = folder::states(&site.folder)?;
    let clean = folder::take_clean(&site.folder)?;
    let Some((_, path)) = states.last() else {
        return Ok(site.build()?);
    };
    match standing_state(site, path, clean) {
        Ok((state, standing)) => {
            if let Some(standed) = brought_up(site, state, standing, path, report)? {
                sweep(&states);
                return Ok(standed);
            }
        }
        Err(StoreError::Held) => {
            let folder = site.folder.clone();
            return Err(OpenError::Busy { folder });
        }
        // A disk that says no says it about the next state too; nothing is moved for that.
        Err(StoreError::Disk(error)) if !is_damage(&error) => return Err(error.into()),
        Err(error) => log::error!("the state is not what it should be: {error}"),
    }
    rebuild(site, path, report)
}

/// Whether an error of the disk speaks of what is in a file, not of the disk itself.
fn is_damage(error: &std::io::Error) -> bool {
    use std::io::ErrorKind as Kind;
    matches!(
        error.kind(),
        Kind::UnexpectedEof
            | Kind::InvalidData
            | Kind::InvalidInput
            | Kind::NotADirectory
            | Kind::NotFound
            | Kind::AlreadyExists
    )
}

/// The state at `path`, when it is what it says it is.
fn standing_state(
    site: &Site,
    path: &Path,
    clean: Option<Standing>,
) -> Result<(State, Standing), StoreError> {
    let state = site.state(Box::new(SledEngine::open(path)?));
    let standing = state
        .standing()?
        .ok_or_else(|| StoreError::State("it says nothing of itself".into()))?;
    // Closed in order, synced and not touched since: there is nothing to verify.
    if clean == Some(standing) || state.sum()? == standing.sum {
        Ok((state, standing))
    } else {
        Err(StoreError::State("rows are missing or changed".into()))
    }
}

/// Replays what a verified state lacks. `None` when a snapshot has what neither it nor the journal
/// has.
fn brought_up(
    site: &Site,
    state: State,
    mut standing: Standing,
    path: &Path,
    report: &mut OpeningReport,
) -> Result<Option<Standed>, OpenError> {
    let Some(from) = continues(&site.folder, &standing)? else {
        // A verified state that is ahead of the journal wins.
        report.ahead = standing.seq > 0;
        let tail = Tail {
            seq: standing.seq,
            ..Tail::default()
        };
        return Ok(Some(Standed {
            state,
            standing,
            folder: Some(path.to_owned()),
            replayed: Replayed { tail, dropped: 0 },
            from: None,
        }));
    };
    let replayed = site.replay(from, &state, &mut standing, Into::Engine)?;
    if let Some((_, last)) = replayed.tail.missing.last() {
        let newest = site.snapshots.newest_whole()?;
        if newest.is_some_and(|manifest| manifest.seq >= *last) {
            return Ok(None);
        }
    }
    Ok(Some(Standed {
        state,
        standing,
        folder: Some(path.to_owned()),
        replayed,
        from: None,
    }))
}

/// Where the journal goes on behind a state; nothing when it ends before.
fn continues(folder: &Path, standing: &Standing) -> Result<Option<Place>, OpenError> {
    let files = journal::files(folder)?;
    let here = files
        .iter()
        .find(|(first, length)| *first == standing.place.file && *length >= standing.place.at);
    if here.is_some() {
        return Ok(Some(standing.place));
    }
    // The file it stood in was let go of, or lost; a later one may go on.
    let next = files
        .iter()
        .find(|(first, _)| *first > standing.place.file && *first > standing.seq);
    Ok(next.map(|(first, _)| Place::start_of(*first)))
}

fn rebuild(site: &Site, path: &Path, report: &mut OpeningReport) -> Result<Standed, OpenError> {
    let standed = site.build()?;
    nothing_readable(site, &standed)?;
    report.quarantined = Some(folder::quarantine(&site.folder, path, "state")?);
    Ok(standed)
}

/// A journal with bytes in it and not one group, and no snapshot: this is not an empty book.
fn nothing_readable(site: &Site, standed: &Standed) -> Result<(), OpenError> {
    let nothing = standed.standing.seq == 0 && standed.from.is_none();
    let files = journal::files(&site.folder)?;
    // A first write that was torn leaves at most one file; it was never acknowledged.
    let lost = files.len() > 1 || !standed.replayed.tail.missing.is_empty();
    if nothing && lost {
        return Err(OpenError::Unreadable(format!(
            "{} files of the journal, and not one write in them",
            files.len()
        )));
    }
    Ok(())
}

/// A state of a later version's, as far as it can be followed. Nothing is written.
fn read_only(site: &Site) -> Result<Standed, OpenError> {
    let states = folder::states(&site.folder)?;
    let opened = states.last().map(|(_, path)| {
        let (state, mut standing) = standing_state(site, path, None)?;
        let from = standing.place;
        let into = Into::Overlay;
        let replayed = site.replay(from, &state, &mut standing, into)?;
        Ok::<_, StoreError>(Standed {
            state,
            standing,
            folder: Some(path.clone()),
            replayed,
            from: None,
        })
    });
    match opened {
        Some(Ok(standed)) => Ok(standed),
        Some(Err(StoreError::Held)) => Err(OpenError::Busy {
            folder: site.folder.clone(),
        }),
        _ => Ok(site.build_in_memory()?),
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
        let writer = Writer::create(&site.folder, next)?;
        standed.standing.place = writer.place();
        standed.state.put_standing(&standed.standing)?;
        return Ok(writer);
    }
    if tail.torn > 0 {
        report.cut = Some(folder::keep_tail(&site.folder, tail.end)?);
    }
    Ok(Writer::resume(&site.folder, tail.end)?)
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
        crate::snapshot::write(&site.snapshots, &state, &standing, at)?;
    }
    drop(state);
    let built = site.build()?;
    if let Some(old) = old {
        fs::remove_dir_all(old)?;
    }
    Ok(built)
}

/// When the last group was written: the store has no clock of its own.
fn last_word(state: &State, seq: u64) -> DateTime<Utc> {
    let line = state.line(seq).ok().flatten();
    line.map_or(DateTime::UNIX_EPOCH, |kept| kept.note.at)
}

/// States that were replaced and not yet removed, when the power went in between.
fn sweep(states: &[(u32, PathBuf)]) {
    for (_, old) in states.iter().rev().skip(1) {
        if let Err(error) = fs::remove_dir_all(old) {
            log::warn!("{} stays: {error}", old.display());
        }
    }
}

fn assemble(
    site: Site,
    standed: Standed,
    journal: Option<Writer>,
    lock: fs::File,
) -> Result<Store, OpenError> {
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
    let state = Arc::new(state);
    let inner = Inner {
        applier: Applier::start(state.clone(), standing)?,
        state,
        pen: Mutex::new(journal.map(|journal| Pen { journal, head })),
        head: RwLock::new(head),
        oldest_file: RwLock::new(oldest.first().map_or(0, |(first, _)| *first)),
        snapshots: site.snapshots,
        lock: Mutex::new(Some(lock)),
        state_folder: folder,
        folder: site.folder,
    };
    Ok(Store {
        inner: Arc::new(inner),
    })
}
