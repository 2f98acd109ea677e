//! Writing a backup: an archive, read back before it counts, where the person said.

use std::fs;
use std::path::{Path, PathBuf};

use super::keeper::Work;
use super::ledger::Saved;
use crate::archive::{self, Exported};
use crate::fault::{Fault, FaultKind};
use crate::house::House;

/// Writes a backup to a file. One that was there is replaced whole, once the new one reads back, or stays. `said` hears
/// how many entries of how many are read back.
pub fn save_to(
    house: &House,
    path: &Path,
    said: &mut dyn FnMut(u64, u64),
) -> Result<(Saved, Exported), Fault> {
    let work = house.backups.begin()?;
    write(house, &work, path, false, said)
}

/// Writes a backup into a folder, under a name of its own: nothing that is there is replaced.
pub fn save_into(
    house: &House,
    folder: &Path,
    said: &mut dyn FnMut(u64, u64),
) -> Result<(Saved, Exported), Fault> {
    let work = house.backups.begin()?;
    let path = free_name(house, folder);
    write(house, &work, &path, false, said)
}

/// Writes it and notes it in the ledger.
pub(super) fn write(
    house: &House,
    work: &Work<'_>,
    path: &Path,
    scheduled: bool,
    said: &mut dyn FnMut(u64, u64),
) -> Result<(Saved, Exported), Fault> {
    sweep(house);
    let path = absolute(path)?;
    house
        .backups
        .change(|ledger| ledger.writing = Some(path.clone()));
    // Whatever is written while it is made may be in it or not; what came before is.
    let (at, seq) = (house.clock.now(), house.store.last_seq());
    let exported = archive::export_checked(house, &path, work.stop(), said);
    house.backups.change(|ledger| ledger.writing = None);
    let exported = exported?;
    let saved = Saved {
        at,
        path,
        scheduled,
        records: exported.records,
        files: exported.files,
        missing: exported.missing.len() as u64,
        content: exported.content.clone(),
        seq,
    };
    house.backups.change(|ledger| ledger.note(saved.clone()));
    Ok((saved, exported))
}

/// Takes away the half of a backup that a sudden end left behind.
fn sweep(house: &House) {
    if let Some(path) = house.backups.ledger().writing {
        // It may never have been begun, or its folder be gone.
        let _ = fs::remove_file(archive::aside(&path));
    }
}

fn absolute(path: &Path) -> Result<PathBuf, Fault> {
    std::path::absolute(path).map_err(|error| {
        Fault::new(FaultKind::Failed, "error-file-write")
            .with("name", archive::name_of(path))
            .with("detail", error.to_string())
    })
}

/// `sentier-2026-11-24-1402.sentier.zip`, or with a number behind it when that is there.
pub(super) fn free_name(house: &House, folder: &Path) -> PathBuf {
    let stem = house.now_wall().format("sentier-%Y-%m-%d-%H%M").to_string();
    let name = |number: u32| match number {
        1 => format!("{stem}{}", archive::ENDING),
        number => format!("{stem}-{number}{}", archive::ENDING),
    };
    (1..)
        .map(|number| folder.join(name(number)))
        .find(|path| !path.exists())
        .unwrap_or_else(|| folder.join(name(1)))
}
