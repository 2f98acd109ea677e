//! A file of the journal, sealed or opened for good.

use std::fs::{self, File};
use std::io::{BufWriter, Write};

use super::file::Frames;
use super::{Ledger, MARK, Place, file_of};
use crate::{StoreError, disk};

/// Writes the file that begins with `first` anew, each frame as `to` has it: aside, synced, and then
/// in its place. `from` reads what is sealed and what is not. `keep` is called before something that
/// cannot be read goes.
pub(crate) fn rewrite(
    from: &Ledger,
    to: &Ledger,
    first: u64,
    keep: impl FnOnce() -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let path = file_of(&from.folder, first);
    if is_as(from, to, first)? {
        return Ok(());
    }
    let aside = disk::aside(&path);
    let mut file = BufWriter::new(File::create(&aside)?);
    file.write_all(MARK)?;
    let mut frames = Frames::open(from, Place::start_of(first))?;
    let (mut newest, mut end) = (0, Place::start_of(first).at);
    while let Some(found) = frames.next(newest)? {
        newest = found.head.seq;
        end = found.end();
        file.write_all(&found.head.again(&to.sealer, found.body)?)?;
    }
    let damaged = frames.damaged > 0 || end < frames.length();
    let file = file.into_inner().map_err(|error| error.into_error())?;
    file.sync_all()?;
    drop(file);
    if damaged {
        keep()?;
    }
    fs::rename(&aside, &path)?;
    Ok(disk::sync_folder(&from.folder)?)
}

/// Whether every byte of it is as `to` has it.
fn is_as(from: &Ledger, to: &Ledger, first: u64) -> Result<bool, StoreError> {
    let mut frames = Frames::open(from, Place::start_of(first))?;
    let (mut newest, mut end) = (0, Place::start_of(first).at);
    while let Some(found) = frames.next(newest)? {
        newest = found.head.seq;
        end = found.end();
        if found.head.is_sealed() != to.sealer.seals() {
            return Ok(false);
        }
    }
    Ok(frames.damaged == 0 && end >= frames.length())
}
