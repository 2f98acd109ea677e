//! Turning the lock of a closed book on and off.
//!
//! `vault.json` says first that it is being turned, and last that it is. In between each file is
//! written anew aside, synced, and takes the place of the one there was, so that whatever dies,
//! every file is either as it was or as it will be, and says which. Going on is therefore the same
//! as beginning: what is as it should be already is left. The next opening does that before it
//! reads anything else, so that no other part of the store ever meets half a book.
//!
//! Before it begins the book is opened and closed, so that its state has everything its journal
//! has and the journal goes on in an empty file: what the state knows of the journal does not
//! depend on how long frames are. The history's places do, and are found again by number
//! ([`crate::journal::group_at`]).

mod files;
mod state;

use std::fs::{self, File};
use std::io;
use std::path::Path;

use vault::{BookKey, Cost, Lockbox, Passphrase, RecoveryCode, Sealer, Standing};

use crate::journal::{self, Ledger};
use crate::opening::folder::{self, CLEAN};
use crate::opening::version::Version;
use crate::upgrade::Ladder;
use crate::{OpenError, Progress, StoreError, disk, opening};

/// How far a turn has come, in bytes of the data folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Turned {
    /// Gone through.
    pub done: u64,
    /// All there are; never less than `done`.
    pub total: u64,
}

/// Says how far a turn has come, and hears whether it goes on.
pub type Turning<'a> = &'a mut dyn FnMut(Turned) -> Progress;

/// Seals the book in `folder`, which is closed; a folder without one gets an empty book.
///
/// When it fails or is stopped, what was done is taken back; where even that fails, and when the
/// process dies, the next opening goes on.
///
/// # Errors
/// [`OpenError::Locked`] when it has a lock; [`OpenError::Busy`] when it is open;
/// [`StoreError::Stopped`] when `progress` says stop; what the disk says.
pub fn turn_on(
    folder: &Path,
    passphrase: &Passphrase,
    cost: Cost,
    progress: Turning<'_>,
) -> Result<(BookKey, RecoveryCode), OpenError> {
    if let Ok(Some(_)) = Lockbox::read(folder) {
        return Err(OpenError::Locked);
    }
    let _lock = opening::prepare(folder, None)?;
    let (lockbox, key, code) = Lockbox::create(passphrase, cost).map_err(io::Error::from)?;
    lockbox.write(folder)?;
    turn(folder, lockbox, &key, Standing::TurningOff, progress)?;
    Ok((key, code))
}

/// Opens the book in `folder`, which is closed, for good: it has no lock from then on.
///
/// # Errors
/// As of [`turn_on`]; [`OpenError::WrongKey`] for another book's key.
pub fn turn_off(folder: &Path, key: &BookKey, progress: Turning<'_>) -> Result<(), OpenError> {
    let _lock = opening::prepare(folder, Some(key.clone()))?;
    let Some(mut lockbox) = Lockbox::read(folder).map_err(io::Error::from)? else {
        // Its lock was being turned off already.
        return Ok(());
    };
    lockbox
        .stand(key, Standing::TurningOff)
        .map_err(io::Error::from)?;
    lockbox.write(folder)?;
    turn(folder, lockbox, key, Standing::TurningOn, progress)
}

/// Turns, and on failure turns `back`.
fn turn(
    folder: &Path,
    lockbox: Lockbox,
    key: &BookKey,
    back: Standing,
    progress: Turning<'_>,
) -> Result<(), OpenError> {
    let turned = go_on(folder, lockbox, key, progress);
    if turned.is_err()
        && let Err(error) = take_back(folder, key, back)
    {
        log::error!("a turn of the lock could not be taken back: {error}");
    }
    turned
}

fn take_back(folder: &Path, key: &BookKey, back: Standing) -> Result<(), OpenError> {
    // As the disk has it: the last step may have been half done.
    let Some(mut lockbox) = Lockbox::read(folder).map_err(io::Error::from)? else {
        return Ok(());
    };
    lockbox.stand(key, back).map_err(io::Error::from)?;
    lockbox.write(folder)?;
    go_on(folder, lockbox, key, &mut |_| Progress::Go)
}

/// Turns the rest of the way to where `lockbox` says it goes. The folder's lock is held.
pub(crate) fn go_on(
    folder: &Path,
    mut lockbox: Lockbox,
    key: &BookKey,
    progress: Turning<'_>,
) -> Result<(), OpenError> {
    let on = lockbox.standing() != Standing::TurningOff;
    // A crash, or damage, may have left one copy behind.
    lockbox.mend(folder)?;
    let way = Way {
        folder,
        from: Sealer::turning(key),
        to: match on {
            true => Sealer::under(key),
            false => Sealer::clear(),
        },
    };
    if on {
        // From here on a version that knows no lock leaves it alone.
        Version::of(folder)
            .unwrap_or_else(|| Version::ours(Ladder::OURS, true))
            .sealed(true)
            .write(folder)?;
    }
    let mut steps = Steps::new(way.bytes()?, progress);
    way.sweep()?;
    state::turn(&way, &mut steps)?;
    way.turn_journal(&mut steps)?;
    files::turn_snapshots(&way, &mut steps)?;
    files::turn_attic(&way, &mut steps)?;
    files::turn_quarantine(&way, &mut steps)?;
    if on {
        lockbox.stand(key, Standing::On).map_err(io::Error::from)?;
        lockbox.write(folder)?;
    } else {
        if let Some(version) = Version::of(folder) {
            version.sealed(false).write(folder)?;
        }
        files::keep_key(&way, &lockbox)?;
        Lockbox::remove(folder)?;
    }
    Ok(())
}

/// A turn: where, from what, to what.
struct Way<'a> {
    folder: &'a Path,
    /// Reads what is sealed and what is not.
    from: Sealer,
    /// Writes what it becomes.
    to: Sealer,
}

impl Way<'_> {
    /// Bytes of everything that is gone through.
    fn bytes(&self) -> io::Result<u64> {
        let journals = journal::files(self.folder)?;
        let mut bytes: u64 = journals.iter().map(|(_, length)| length).sum();
        for (_, state) in folder::states(self.folder)? {
            bytes += disk::bytes_under(&state)?;
        }
        for name in ["snapshots", "attic", "quarantine"] {
            bytes += disk::bytes_under(&self.folder.join(name))?;
        }
        Ok(bytes)
    }

    /// Takes away what can be had again, and what was never finished.
    fn sweep(&self) -> io::Result<()> {
        disk::remove_file(&self.folder.join(CLEAN))?;
        disk::remove_folder(&self.folder.join("index"))?;
        remove_unfinished(self.folder)?;
        for name in ["snapshots", "attic"] {
            let part = self.folder.join(name);
            if part.exists() {
                remove_unfinished(&part)?;
                for entry in fs::read_dir(&part)? {
                    let path = entry?.path();
                    if path.is_dir() {
                        remove_unfinished(&path)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn turn_journal(&self, steps: &mut Steps<'_>) -> Result<(), OpenError> {
        let from = Ledger::of(self.folder, &self.from);
        let to = Ledger::of(self.folder, &self.to);
        for (first, length) in journal::files(self.folder)? {
            journal::rewrite(&from, &to, first, || {
                // What cannot be read is the person's all the same; it is sealed there as the rest.
                let path = journal::file_of(self.folder, first);
                let copy = disk::aside(&path).with_extension("damaged");
                fs::copy(path, &copy)?;
                File::open(&copy)?.sync_all()?;
                folder::quarantine(self.folder, &copy, "journal-damaged")?;
                Ok(())
            })?;
            steps.went(length)?;
        }
        Ok(())
    }
}

/// Files and folders that are written aside and never came to their name.
fn remove_unfinished(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path.extension().unwrap_or_default();
        if ending != "new" && ending != "damaged" {
            continue;
        }
        if path.is_dir() {
            disk::remove_folder(&path)?;
        } else {
            fs::remove_file(path)?;
        }
    }
    disk::sync_folder(folder)
}

/// How far it has come.
struct Steps<'a> {
    turned: Turned,
    progress: Turning<'a>,
}

impl<'a> Steps<'a> {
    fn new(total: u64, progress: Turning<'a>) -> Self {
        let turned = Turned { done: 0, total };
        Self { turned, progress }
    }

    fn went(&mut self, bytes: u64) -> Result<(), StoreError> {
        self.turned.done += bytes;
        self.turned.total = self.turned.total.max(self.turned.done);
        match (self.progress)(self.turned) {
            Progress::Go => Ok(()),
            Progress::Stop => Err(StoreError::Stopped),
        }
    }
}
