//! Building a state: aside, from the newest whole snapshot and the journal behind it, synced, and
//! only then given its name.

use std::fs;
use std::path::{Path, PathBuf};

use super::folder;
use super::replay::{self, Follows, Into, Replayed};
use crate::StoreError;
use crate::attic::Attic;
use crate::disk;
use crate::engine::{Engine, MemoryEngine, SledEngine};
use crate::journal::{self, Place};
use crate::snapshot::{self, Manifest, Snapshots};
use crate::state::{Standing, State};
use crate::upgrade::Ladder;

/// Where a book is, and in whose words.
#[derive(Debug, Clone)]
pub(super) struct Site {
    pub(super) folder: PathBuf,
    pub(super) ladder: Ladder,
    pub(super) snapshots: Snapshots,
    pub(super) follows: Follows,
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

impl Site {
    /// Replays what the journal has from `from` on and the state does not.
    pub(super) fn replay(
        &self,
        from: Place,
        state: &State,
        standing: &mut Standing,
        into: Into,
    ) -> Result<Replayed, StoreError> {
        replay::replay(&self.folder, from, state, standing, into, self.follows)
    }

    pub(super) fn state(&self, engine: Box<dyn Engine>) -> State {
        State::new(engine, Attic::of(&self.folder), self.ladder)
    }

    /// A state in memory with everything snapshots and journal have.
    pub(super) fn build_in_memory(&self) -> Result<Standed, StoreError> {
        let state = self.state(Box::new(MemoryEngine::default()));
        let (standing, replayed, from) = self.fill(&state)?;
        Ok(Standed {
            state,
            standing,
            folder: None,
            replayed,
            from,
        })
    }

    /// A state on disk with everything snapshots and journal have; the next number is its own.
    pub(super) fn build(&self) -> Result<Standed, StoreError> {
        let states = folder::states(&self.folder)?;
        let number = states.last().map_or(1, |(number, _)| number + 1);
        let path = folder::state_folder(&self.folder, number);
        let aside = disk::aside(&path);
        if aside.exists() {
            fs::remove_dir_all(&aside)?;
        }
        let state = self.state(Box::new(SledEngine::open(&aside)?));
        let (standing, replayed, from) = self.fill(&state)?;
        state.put_standing(&standing)?;
        state.flush()?;
        drop(state.take_engine());
        disk::sync_all_under(&aside)?;
        fs::rename(&aside, &path)?;
        disk::sync_folder(&self.folder)?;
        Ok(Standed {
            state: self.state(Box::new(SledEngine::open(&path)?)),
            standing,
            folder: Some(path),
            replayed,
            from,
        })
    }

    fn fill(&self, state: &State) -> Result<(Standing, Replayed, Option<u64>), StoreError> {
        let manifest: Option<Manifest> = self.snapshots.newest_whole()?;
        let mut standing = match &manifest {
            Some(manifest) => snapshot::load(&self.snapshots, manifest, state)?,
            None => Standing::default(),
        };
        let from = place_after(&self.folder, standing.seq)?;
        standing.place = from;
        let into = Into::Engine;
        let replayed = self.replay(from, state, &mut standing, into)?;
        Ok((standing, replayed, manifest.map(|manifest| manifest.seq)))
    }
}

/// Where to begin reading for the group after `seq`: the file it is in, from its start.
fn place_after(folder: &Path, seq: u64) -> Result<Place, StoreError> {
    let files = journal::files(folder)?;
    let holds = files.iter().rev().find(|(first, _)| *first <= seq + 1);
    let file = holds.or(files.first()).map_or(seq + 1, |(first, _)| *first);
    Ok(Place::start_of(file))
}
