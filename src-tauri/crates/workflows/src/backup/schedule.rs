//! What happens without asking: a snapshot when one is due, and the backup a person once asked for, each day or week,
//! into the folder they chose. A folder that is not there is waited for.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::Zone;
use store::Due;

use super::ledger::{Every, Ledger, Plan, Saved, Trouble};
use super::save::{free_name, write};
use crate::fault::{Fault, FaultKind};
use crate::house::House;

/// The most backups a schedule keeps.
pub const KEEP_MOST: usize = 50;
/// What failed is tried again after so long.
const AGAIN: Duration = Duration::minutes(15);

/// Chooses the folder the schedule writes into.
///
/// # Errors
/// When it is no folder, or nothing can be written there.
pub fn choose_folder(house: &House, folder: &Path) -> Result<(), Fault> {
    let folder = writable(folder)?;
    if is_inside(&folder, &house.backups.folder) {
        return Err(Fault::invalid("error-backup-inside"));
    }
    house.backups.change(|ledger| {
        // It was chosen anew: whatever was there before is not asked for.
        ledger.saved.iter_mut().for_each(|one| {
            if one.path.parent() == Some(&folder) && !one.path.exists() {
                one.scheduled = false;
            }
        });
        ledger.plan.folder = Some(folder);
        if ledger.plan.every == Every::Never {
            ledger.plan.every = Every::Day;
        }
        ledger.away = None;
        ledger.trouble = None;
    });
    house.backups.tried.lock().backup = None;
    Ok(())
}

fn writable(folder: &Path) -> Result<PathBuf, Fault> {
    let failed = |error: std::io::Error| {
        Fault::new(FaultKind::Invalid, "error-backup-folder")
            .with("name", folder.display().to_string())
            .with("detail", error.to_string())
    };
    let folder = std::path::absolute(folder).map_err(failed)?;
    tempfile::tempfile_in(&folder).map_err(failed)?;
    Ok(folder)
}

/// Whether a folder is the book's own or one in it, whatever links lead there.
fn is_inside(folder: &Path, book: &Path) -> bool {
    match (fs::canonicalize(folder), fs::canonicalize(book)) {
        (Ok(folder), Ok(book)) => folder.starts_with(book),
        _ => false,
    }
}

/// Chooses how often the schedule writes, and how many of its backups stay. Those beyond go after the next one.
pub fn set_plan(house: &House, every: Every, keep: usize) {
    house.backups.change(|ledger| {
        ledger.plan.every = every;
        ledger.plan.keep = keep.clamp(1, KEEP_MOST);
        if every == Every::Never {
            ledger.away = None;
            ledger.trouble = None;
        }
    });
}

/// Writes a backup into the chosen folder now. It stays until the person takes it away.
pub fn save_now(house: &House, said: &mut dyn FnMut(u64, u64)) -> Result<Saved, Fault> {
    let plan = house.backups.ledger().plan;
    let folder = plan
        .folder
        .ok_or_else(|| Fault::invalid("error-backup-nowhere"))?;
    if !folder.is_dir() {
        return Err(Fault::invalid("error-backup-away").with("name", folder.display().to_string()));
    }
    super::save_into(house, &folder, said).map(|(saved, _)| saved)
}

/// Does what is due, and says whether anything is to be shown anew. `quiet` is a moment in which nobody writes: what can
/// wait, waits for one.
pub fn turn(house: &House, quiet: bool) -> bool {
    let snapshot = snapshot(house, quiet);
    let backup = quiet && backup(house);
    snapshot || backup
}

/// Makes the snapshot that is due as the book is about to be closed; a failure is kept for the next start to show.
pub fn at_close(house: &House) {
    snapshot(house, true);
}

fn rests(tried: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    tried.is_some_and(|tried| (now - tried).abs() < AGAIN)
}

fn snapshot(house: &House, quiet: bool) -> bool {
    let now = house.clock.now();
    if rests(house.backups.tried.lock().snapshot, now) {
        return false;
    }
    let made = match house.store.snapshot_due(now) {
        Ok(Some(due)) if quiet || due == Due::Much => house.store.snapshot_now(now).map(Some),
        Ok(_) => return false,
        Err(error) => Err(error),
    };
    match made {
        Ok(_) => {
            house.backups.tried.lock().snapshot = None;
            house.backups.change(|ledger| ledger.snapshot = None);
            true
        }
        // The book is being closed.
        Err(error) if error.is_stopped() => false,
        Err(error) => {
            house.backups.tried.lock().snapshot = Some(now);
            let fault = Fault::from(error);
            house.backups.change(|ledger| {
                ledger.snapshot = Some(Trouble::of(&fault, now, ledger.snapshot.as_ref()));
            })
        }
    }
}

fn backup(house: &House) -> bool {
    let now = house.clock.now();
    let ledger = house.backups.ledger();
    let Some(folder) = folder_due(house, &ledger, now) else {
        return false;
    };
    if rests(house.backups.tried.lock().backup, now) {
        return false;
    }
    if !is_the_one(&ledger, &folder) {
        return house.backups.change(|ledger| {
            ledger.away.get_or_insert(now);
        });
    }
    // Somebody restores or saves: the next turn will do.
    let Ok(work) = house.backups.begin() else {
        return false;
    };
    let path = free_name(house, &folder);
    match write(house, &work, &path, true, &mut |_, _| ()) {
        Ok(_) => {
            house.backups.change(|ledger| {
                ledger.away = None;
                ledger.trouble = None;
            });
            rotate(house, &folder);
        }
        Err(fault) if fault.kind == FaultKind::Cancelled => return false,
        Err(fault) => {
            log::warn!("the scheduled backup failed: {fault:?}");
            house.backups.tried.lock().backup = Some(now);
            house.backups.change(|ledger| {
                // A key that was pulled out meanwhile is not there, which is no failure.
                if folder.is_dir() {
                    ledger.trouble = Some(Trouble::of(&fault, now, ledger.trouble.as_ref()));
                } else {
                    ledger.away.get_or_insert(now);
                }
            });
        }
    }
    true
}

/// The folder, when a backup is due there: another day, or a week later, and the book was written since.
fn folder_due(house: &House, ledger: &Ledger, now: DateTime<Utc>) -> Option<PathBuf> {
    let folder = ledger.plan.folder.clone()?;
    let Some(last) = ledger.last_scheduled() else {
        return (ledger.plan.every != Every::Never && house.store.last_seq() > 0).then_some(folder);
    };
    let date = |at: DateTime<Utc>| -> NaiveDate { Zone::Floating.wall(at, house.home()).date() };
    // A clock that was set back is another day as well.
    let days = (date(now) - date(last.at)).num_days().abs();
    let due = match ledger.plan.every {
        Every::Never => false,
        Every::Day => days >= 1,
        Every::Week => days >= 7,
    };
    (due && last.seq != house.store.last_seq()).then_some(folder)
}

/// Whether the folder is there, and still the one it was: where a key is put in, an empty folder may stay behind when it
/// is pulled out, on this very disk.
fn is_the_one(ledger: &Ledger, folder: &Path) -> bool {
    let mut known = ledger
        .saved
        .iter()
        .filter(|one| one.scheduled && one.path.parent() == Some(folder))
        .peekable();
    folder.is_dir() && (known.peek().is_none() || known.any(|one| one.path.is_file()))
}

/// Takes away what the schedule wrote beyond what is to be kept, the oldest first; nobody else's file is touched.
fn rotate(house: &House, folder: &Path) {
    let ledger = house.backups.ledger();
    let own = |one: &&Saved| one.scheduled && one.path.parent() == Some(folder);
    let written: Vec<&Saved> = ledger.saved.iter().filter(own).collect();
    let over = written.len().saturating_sub(ledger.plan.keep);
    for one in written.into_iter().take(over) {
        match fs::remove_file(&one.path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                log::warn!("{} stays: {error}", one.path.display());
            }
            _ => {
                house
                    .backups
                    .change(|ledger| ledger.saved.retain(|other| other.path != one.path));
            }
        }
    }
}

impl Plan {
    /// Whether a backup is written without asking.
    pub fn is_on(&self) -> bool {
        self.folder.is_some() && self.every != Every::Never
    }
}
