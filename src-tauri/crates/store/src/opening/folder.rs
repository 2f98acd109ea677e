//! The data folder: what is in it, and whose it is.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use vault::{Purpose, Sealer};

use super::version;
use crate::attic::Attic;
use crate::state::Standing;
use crate::{OpenError, Reading, StoreError, disk, error, journal};

/// What is in a data folder besides the book: the window's own things.
const NOT_THE_BOOK: [&str; 6] = [
    "lock",
    "desk.json",
    "window.json",
    "notices.json",
    "page",
    "logs",
];
/// What the state stood at when the book was closed in order.
pub(crate) const CLEAN: &str = "clean";

/// Whether there is a book in `folder`; an error when other things are and no book.
pub(super) fn has_book(folder: &Path) -> Result<bool, OpenError> {
    let foreign = || OpenError::Foreign {
        folder: folder.to_owned(),
    };
    if folder.exists() && !folder.is_dir() {
        return Err(foreign());
    }
    match disk::make_folder(folder) {
        Err(error) if error::is_read_only(&error) => {
            return Err(OpenError::Barren(Reading::Folder));
        }
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Err(foreign()),
        Err(error) if error::is_full(&error) => return Err(OpenError::Barren(Reading::Full)),
        made => made?,
    }
    let mut strange = false;
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        let name = name.to_string_lossy();
        if version::FILES.contains(&&*name) || name == "snapshots" || journal::is_file_name(&name) {
            return Ok(true);
        }
        // What was begun of a book, and hidden files of the desktop's, are nobody's book.
        strange |= !(NOT_THE_BOOK.iter().any(|known| name.starts_with(known))
            || ["state.", "VERSION", "vault.", "attic", "quarantine", "."]
                .iter()
                .any(|ours| name.starts_with(ours)));
    }
    if strange { Err(foreign()) } else { Ok(false) }
}

/// The state's folder, by its number; the highest is the one.
pub(crate) fn states(folder: &Path) -> io::Result<Vec<(u32, PathBuf)>> {
    let mut states = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let number = name.to_string_lossy();
        if let Some(number) = number
            .strip_prefix("state.")
            .and_then(|rest| rest.parse().ok())
        {
            states.push((number, entry.path()));
        }
    }
    states.sort_unstable();
    Ok(states)
}

/// Every folder of a state, what was begun of one included.
pub(crate) fn state_folders(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with("state.") {
            found.push(entry.path());
        }
    }
    Ok(found)
}

pub(crate) fn state_folder(folder: &Path, number: u32) -> PathBuf {
    folder.join(format!("state.{number}"))
}

/// Moves something of the book's aside, where nothing reads it and nothing deletes it.
pub(crate) fn quarantine(folder: &Path, what: &Path, name: &str) -> io::Result<PathBuf> {
    let aside = folder.join("quarantine");
    fs::create_dir_all(&aside)?;
    let kept = disk::unused(&aside, name);
    fs::rename(what, &kept)?;
    disk::sync_folder(&aside)?;
    disk::sync_folder(folder)?;
    Ok(kept)
}

/// Copies what lies behind `end` aside before it is cut off: it was never acknowledged, and it is
/// the person's all the same.
pub(super) fn keep_tail(folder: &Path, end: journal::Place) -> io::Result<PathBuf> {
    use io::{Seek, SeekFrom};
    let mut from = File::open(journal::file_of(folder, end.file))?;
    from.seek(SeekFrom::Start(end.at))?;
    let aside = folder.join("quarantine");
    fs::create_dir_all(&aside)?;
    let kept = disk::unused(&aside, "journal-end");
    let mut to = File::create(&kept)?;
    io::copy(&mut from, &mut to)?;
    to.sync_all()?;
    disk::sync_folder(&aside)?;
    disk::sync_folder(folder)?;
    Ok(kept)
}

/// Notes that the book was closed in order, and how its state stood. The state's own files are
/// synced first: sled's flush alone does not outlive a power cut (measured).
pub(crate) fn write_clean(
    folder: &Path,
    sealer: &Sealer,
    state: &Path,
    standing: &Standing,
) -> Result<(), StoreError> {
    disk::sync_all_under(state)?;
    Attic::of(folder, sealer).sync_long()?;
    let text = serde_json::to_vec(standing).map_err(io::Error::from)?;
    let text = disk::sealed(sealer, Purpose::Note, CLEAN.as_bytes(), &text)?;
    disk::write_whole(&folder.join(CLEAN), &text)?;
    Ok(())
}

/// How the state stood when the book was closed in order, left where it is.
pub(super) fn read_clean(folder: &Path, sealer: &Sealer) -> Option<Standing> {
    let text = disk::read(sealer, Purpose::Note, CLEAN.as_bytes(), &folder.join(CLEAN));
    serde_json::from_slice(&text.ok()?).ok()
}

/// How the state stood when the book was closed in order; nothing when it was not. Taken away, so
/// that whatever happens from here on is not taken for a close.
pub(super) fn take_clean(folder: &Path, sealer: &Sealer) -> io::Result<Option<Standing>> {
    let path = folder.join(CLEAN);
    let text = disk::read(sealer, Purpose::Note, CLEAN.as_bytes(), &path);
    match text {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) if error.kind() != io::ErrorKind::InvalidData => Err(error),
        text => {
            fs::remove_file(&path)?;
            disk::sync_folder(folder)?;
            // One that does not read says nothing.
            Ok(text
                .ok()
                .and_then(|text| serde_json::from_slice(&text).ok()))
        }
    }
}
