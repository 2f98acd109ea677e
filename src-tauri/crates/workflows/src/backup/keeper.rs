//! What a house keeps of its backups between two calls: the ledger, the look that is open, and the one long piece of
//! work that is in hand.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, Utc};
use parking_lot::{Mutex, MutexGuard, RwLock};
use store::Progress;

use super::drill;
use super::ledger::Ledger;
use super::restore::Look;
use crate::fault::Fault;
use crate::house::House;

/// See the module.
#[derive(Debug)]
pub(crate) struct Keeper {
    /// The data folder.
    pub(super) folder: PathBuf,
    ledger: RwLock<Ledger>,
    /// The look a person has before them, by its name.
    pub(super) look: Mutex<Option<(String, Arc<Look>)>>,
    /// When the schedule, or a snapshot, was last tried in vain.
    pub(super) tried: Mutex<Tried>,
    work: Mutex<()>,
    stop: Arc<AtomicBool>,
}

/// When something was last tried in vain: what fails is not tried again at once.
#[derive(Debug, Default)]
pub(super) struct Tried {
    pub(super) snapshot: Option<DateTime<Utc>>,
    pub(super) backup: Option<DateTime<Utc>>,
}

impl Keeper {
    /// The keeper of the data in `folder`, whose lock is held: what a drill left there that was killed goes.
    pub(crate) fn of(folder: &Path) -> Self {
        drill::clear(folder);
        Self {
            ledger: RwLock::new(Ledger::read(&path_of(folder))),
            folder: folder.to_owned(),
            look: Mutex::default(),
            tried: Mutex::default(),
            work: Mutex::default(),
            stop: Arc::default(),
        }
    }

    /// The ledger as it stands.
    pub(super) fn ledger(&self) -> Ledger {
        self.ledger.read().clone()
    }

    /// Changes the ledger, and keeps it when it did change. Whether it did.
    pub(super) fn change(&self, change: impl FnOnce(&mut Ledger)) -> bool {
        let mut ledger = self.ledger.write();
        let before = ledger.clone();
        change(&mut ledger);
        if *ledger == before {
            return false;
        }
        if let Err(error) = ledger.write(&path_of(&self.folder)) {
            // It stands until the app is closed; a backup that was written is a backup all the same.
            log::warn!("the ledger of backups was not kept: {error}");
        }
        true
    }

    /// Begins a long piece of work; there is one at a time.
    pub(super) fn begin(&self) -> Result<Work<'_>, Fault> {
        let held = self.work.try_lock();
        let held = held.ok_or_else(|| Fault::invalid("error-backup-busy"))?;
        self.stop.store(false, Ordering::Release);
        Ok(Work {
            _held: held,
            stop: &self.stop,
        })
    }
}

fn path_of(folder: &Path) -> PathBuf {
    folder.join("backup.json")
}

/// A long piece of work in hand.
pub(super) struct Work<'a> {
    _held: MutexGuard<'a, ()>,
    stop: &'a Arc<AtomicBool>,
}

impl Work<'_> {
    /// Whether it goes on.
    pub(super) fn goes_on(&self) -> Progress {
        if self.stop.load(Ordering::Acquire) {
            Progress::Stop
        } else {
            Progress::Go
        }
    }

    /// What says from elsewhere that it stops.
    pub(super) fn stop(&self) -> &Arc<AtomicBool> {
        self.stop
    }
}

/// Stops the backup, look, restore or drill in hand; nothing half-done stays.
pub fn stop(house: &House) {
    house.backups.stop.store(true, Ordering::Release);
}
