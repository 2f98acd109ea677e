//! Building a state: aside, from the newest whole snapshot and the journal behind it, synced, and
//! only then given its name.

use std::fs;
use std::path::{Path, PathBuf};

use vault::Sealer;

use super::folder;
use super::replay::{self, Follows, Replayed};
use crate::attic::Attic;
use crate::engine::{Engine, MemoryEngine, SledEngine};
use crate::journal::{self, Ledger, Place};
use crate::snapshot::{self, Manifest, Snapshots};
use crate::state::{Standing, State};
use crate::upgrade::Ladder;
use crate::{OpenError, StoreError, disk};

/// Where a book is, and in whose words.
#[derive(Debug, Clone)]
pub(super) struct Site {
    pub(super) folder: PathBuf,
    /// What the book is sealed under.
    pub(super) sealer: Sealer,
    pub(super) ledger: Ledger,
    pub(super) ladder: Ladder,
    pub(super) snapshots: Snapshots,
    pub(super) follows: Follows,
}

/// What there was instead of the state that is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Was {
    /// Nothing: the book is new, or its state was taken away.
    NotThere,
    /// One that is not what it says.
    Damaged,
    /// A whole one, of an earlier version.
    Replaced,
}

/// A state and how it stands.
pub(super) struct Standed {
    pub(super) state: State,
    pub(super) standing: Standing,
    /// `None` in memory.
    pub(super) folder: Option<PathBuf>,
    pub(super) replayed: Replayed,
    /// The snapshot it was built from.
    pub(super) from: Option<u64>,
}

impl Standed {
    /// What was there, up to `reached`, and no copy has any more is told, as what a journal misses
    /// in its middle is.
    pub(super) fn told(mut self, reached: u64) -> Self {
        let missing = &mut self.replayed.tail.missing;
        let known = missing.iter().map(|(_, to)| *to).max();
        let known = known.unwrap_or(0).max(self.standing.seq);
        if known < reached {
            missing.push((known + 1, reached));
        }
        self
    }
}

impl Site {
    /// Replays what the journal has from `from` on and the state does not.
    pub(super) fn replay(
        &self,
        from: Place,
        state: &State,
        standing: &mut Standing,
    ) -> Result<Replayed, StoreError> {
        replay::replay(&self.ledger, from, state, standing, self.follows)
    }

    /// The same, up to group `seq` and no further.
    pub(super) fn replay_to(
        &self,
        seq: u64,
        state: &State,
        standing: &mut Standing,
    ) -> Result<(), StoreError> {
        replay::replay_to(&self.ledger, seq, state, standing)
    }

    /// An engine in memory that has everything up to group `seq`.
    pub(super) fn build_in_memory_to(
        &self,
        seq: u64,
    ) -> Result<(Box<dyn Engine>, Standing), OpenError> {
        let state = self.state(Box::new(MemoryEngine::default()));
        let before = self.snapshots.newest_whole()?;
        let mut standing = match before.filter(|manifest| manifest.seq <= seq) {
            Some(manifest) => snapshot::load(&self.snapshots, &manifest, &state)?,
            None => Standing::default(),
        };
        standing.place = place_after(&self.folder, standing.seq)?;
        self.replay_to(seq, &state, &mut standing)?;
        match state.take_engine() {
            Some(engine) if standing.seq == seq => Ok((engine, standing)),
            _ => Err(OpenError::Unreadable(format!(
                "nothing leads to group {seq}"
            ))),
        }
    }

    pub(super) fn state(&self, engine: Box<dyn Engine>) -> State {
        State::new(engine, Attic::of(&self.folder, &self.sealer), self.ladder)
    }

    /// A state in memory with everything snapshots and journal have.
    pub(super) fn build_in_memory(&self) -> Result<Standed, OpenError> {
        let state = self.state(Box::new(MemoryEngine::default()));
        let (standing, replayed, from) = self.fill(&state, Was::NotThere)?;
        Ok(Standed {
            state,
            standing,
            folder: None,
            replayed,
            from,
        })
    }

    /// A state on disk with everything snapshots and journal have; the next number is its own.
    ///
    /// # Errors
    /// [`OpenError::Unreadable`] when they have nothing and there must have been something: then
    /// what there was is left as it is.
    pub(super) fn build(&self, was: Was) -> Result<Standed, OpenError> {
        self.build_with(|state| self.fill(state, was))
    }

    /// A state on disk with what `fill` puts into it; the next number is its own.
    fn build_with(
        &self,
        fill: impl FnOnce(&State) -> Result<Filled, OpenError>,
    ) -> Result<Standed, OpenError> {
        let states = folder::states(&self.folder)?;
        let number = states.last().map_or(1, |(number, _)| number + 1);
        let path = folder::state_folder(&self.folder, number);
        let aside = disk::aside(&path);
        disk::remove_folder(&aside)?;
        let state = self.state(Box::new(SledEngine::open(&aside, &self.sealer)?));
        let (standing, replayed, from) = fill(&state)?;
        state.put_standing(&standing)?;
        state.flush()?;
        drop(state.take_engine());
        disk::sync_all_under(&aside)?;
        fs::rename(&aside, &path)?;
        disk::sync_folder(&self.folder)?;
        Ok(Standed {
            state: self.state(Box::new(SledEngine::open(&path, &self.sealer)?)),
            standing,
            folder: Some(path),
            replayed,
            from,
        })
    }

    /// A state with nothing in it.
    pub(super) fn build_empty(&self, on_disk: bool) -> Result<Standed, OpenError> {
        if on_disk {
            return self.build_with(|_| Ok((Standing::default(), Replayed::default(), None)));
        }
        Ok(Standed {
            state: self.state(Box::new(MemoryEngine::default())),
            standing: Standing::default(),
            folder: None,
            replayed: Replayed::default(),
            from: None,
        })
    }

    fn fill(&self, state: &State, was: Was) -> Result<Filled, OpenError> {
        let manifest: Option<Manifest> = self.snapshots.newest_whole()?;
        let mut standing = match &manifest {
            Some(manifest) => snapshot::load(&self.snapshots, manifest, state)?,
            None => Standing::default(),
        };
        let from = place_after(&self.folder, standing.seq)?;
        standing.place = from;
        let replayed = self.replay(from, state, &mut standing)?;
        if standing.seq == 0 && manifest.is_none() {
            self.must_be_empty(&replayed, was)?;
        }
        Ok((standing, replayed, manifest.map(|manifest| manifest.seq)))
    }

    /// A journal with bytes in it and not one group, and no snapshot: is this an empty book?
    fn must_be_empty(&self, replayed: &Replayed, was: Was) -> Result<(), OpenError> {
        let files = journal::files(&self.folder)?.len();
        let tail = &replayed.tail;
        // A first write that was torn leaves one file and no state; it was never acknowledged.
        let torn = tail.torn > 0 && was == Was::Damaged;
        if files > 1 || !tail.missing.is_empty() || torn {
            return Err(OpenError::Unreadable(format!(
                "{files} files of the journal, and not one write in them"
            )));
        }
        Ok(())
    }
}

/// How a state stands once it is filled, what the journal gave, and the snapshot it began with.
type Filled = (Standing, Replayed, Option<u64>);

/// Where to begin reading for the group after `seq`: the file it is in, from its start.
fn place_after(folder: &Path, seq: u64) -> Result<Place, StoreError> {
    let files = journal::files(folder)?;
    let holds = files.iter().rev().find(|(first, _)| *first <= seq + 1);
    let file = holds.or(files.first()).map_or(seq + 1, |(first, _)| *first);
    Ok(Place::start_of(file))
}
