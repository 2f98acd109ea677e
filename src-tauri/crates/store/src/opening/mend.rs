//! A state whose engine gave up while the book was open, given another one behind everyone's back.
//!
//! sled takes no write any more after one that failed, even when the disk has room again, and some of its
//! reads write too. What it had not flushed is gone with it, so it is verified and brought up to the
//! journal as after a crash, up to where the state stood: what comes after is still in the overlay.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use parking_lot::Mutex;

use super::build::Site;
use crate::engine::{Engine, SledEngine};
use crate::state::{Standing, State};
use crate::{StoreError, disk};

/// Room there must be before the engine is opened again where it was, in bytes.
const ROOM: u64 = 16 << 20;

/// Opens the state again.
pub(crate) struct Mender {
    site: Site,
    /// Where the state is now: a repair puts another in its place.
    place: Arc<Mutex<Option<PathBuf>>>,
}

impl Mender {
    pub(super) fn of(site: &Site, place: Arc<Mutex<Option<PathBuf>>>) -> Self {
        Self {
            site: site.clone(),
            place,
        }
    }

    /// Gives `state` an engine that has everything up to group `seq`, and of the next one as many changes as `stands`
    /// allows, and says how it stands. Where the disk has no room
    /// or the files do not give one, it is built in memory from snapshot and journal, for as long as the book is open: a
    /// full disk is when one most wants to read, and to save what one has somewhere else.
    pub(crate) fn mend(
        &self,
        state: &State,
        seq: u64,
        stands: &dyn Fn(u64) -> bool,
    ) -> Result<Standing, StoreError> {
        let path = self.place.lock().clone();
        if let Some(path) = path
            && disk::room_at(&path).is_ok_and(|room| room >= ROOM)
        {
            return state.replace_engine(|| {
                self.reopened(&path, seq, stands).or_else(|error| {
                    log::error!("the state did not open again: {error}");
                    self.in_memory(seq)
                })
            });
        }
        // Built aside: what there is reads, mostly, until it is there.
        let built = self.in_memory(seq)?;
        state.replace_engine(|| Ok(built))
    }

    fn in_memory(&self, seq: u64) -> Result<(Box<dyn Engine>, Standing), StoreError> {
        let built = self.site.build_in_memory_to(seq);
        let built = built.map_err(|error| StoreError::State(error.to_string()))?;
        log::warn!("the state goes on in memory, until the next start");
        Ok(built)
    }

    fn reopened(
        &self,
        path: &Path,
        seq: u64,
        stands: &dyn Fn(u64) -> bool,
    ) -> Result<(Box<dyn Engine>, Standing), StoreError> {
        let wrong = |why: &str| StoreError::State(why.to_owned());
        let state = self
            .site
            .state(Box::new(SledEngine::open(path, &self.site.sealer)?));
        let mut standing = state
            .standing()?
            .ok_or_else(|| wrong("it says nothing of itself"))?;
        if state.sum()? != standing.sum {
            return Err(wrong("rows are missing or changed"));
        }
        self.site.replay_to(seq, &state, &mut standing)?;
        let engine = state.take_engine().ok_or(StoreError::Closed)?;
        if standing.seq == seq && stands(standing.within) {
            Ok((engine, standing))
        } else {
            Err(wrong("the journal does not lead to where it stood"))
        }
    }
}
