//! The state, row by row into a new one.

use std::fs;
use std::path::Path;

use super::{Steps, Way};
use crate::engine::{Engine, Pair, SledEngine, Space, Write};
use crate::journal::{self, Place};
use crate::opening::folder;
use crate::puts;
use crate::state::{STANDING, Standing};
use crate::{OpenError, StoreError, disk, error};

/// Rows in one transaction: bigger ones take memory (see `puts`).
const AT_ONCE: usize = 100;

/// Makes the state as it should be. One that cannot be read is put aside: the next opening builds
/// another from snapshots and journal.
pub(super) fn turn(way: &Way<'_>, steps: &mut Steps<'_>) -> Result<(), OpenError> {
    let states = folder::states(way.folder)?;
    let Some((number, path)) = states.last() else {
        return Ok(());
    };
    let bytes = disk::bytes_under(path)?;
    let turned = match SledEngine::is_sealed(path) {
        Ok(sealed) if sealed.is_none_or(|sealed| sealed == way.to.seals()) => Ok(()),
        Ok(_) => copy(
            way,
            path,
            &folder::state_folder(way.folder, number + 1),
            steps,
            bytes,
        ),
        Err(error) => Err(error),
    };
    match turned {
        Ok(()) => {}
        Err(StoreError::Held) => {
            let folder = way.folder.to_owned();
            return Err(OpenError::Busy { folder });
        }
        Err(StoreError::Stopped) => return Err(StoreError::Stopped.into()),
        Err(StoreError::Disk(error)) if !error::speaks_of_damage(&error) => {
            return Err(error.into());
        }
        Err(error) => {
            log::error!("the state could not be gone through: {error}");
            folder::quarantine(way.folder, path, "state")?;
        }
    }
    // What was replaced goes, last time's as well.
    for (_, old) in folder::states(way.folder)?.iter().rev().skip(1) {
        disk::remove_folder(old)?;
    }
    disk::sync_folder(way.folder)?;
    Ok(())
}

/// Copies the rows of the state at `old` into a new one, which is whole when it has its name.
fn copy(
    way: &Way<'_>,
    old: &Path,
    new: &Path,
    steps: &mut Steps<'_>,
    bytes: u64,
) -> Result<(), StoreError> {
    let aside = disk::aside(new);
    disk::remove_folder(&aside)?;
    let from = SledEngine::open(old, &way.reads_state())?;
    let to = SledEngine::open(&aside, &way.to)?;
    let mut sum = 0_u64;
    let mut done = 0;
    for space in Space::ALL {
        let mut some: Vec<Pair> = Vec::with_capacity(AT_ONCE);
        for pair in from.scan(space, &[], None) {
            let (key, value) = pair?;
            if space == Space::Meta && key != STANDING {
                continue;
            }
            if space != Space::Meta {
                sum = sum.wrapping_add(puts::weight(space, &key, &value));
            }
            let value = match space {
                Space::Meta => stood(way.folder, value)?,
                _ => value,
            };
            some.push((key, value));
            if some.len() == AT_ONCE {
                give(&to, space, &mut some)?;
            }
        }
        give(&to, space, &mut some)?;
        let part = bytes * (space.at() as u64 + 1) / Space::ALL.len() as u64;
        steps.went(part - done)?;
        done = part;
    }
    to.flush()?;
    drop((from, to));
    // Read back before the only other one goes.
    let again = SledEngine::open(&aside, &way.to)?;
    for space in Space::ALL.into_iter().filter(|space| *space != Space::Meta) {
        for pair in again.pairs(space) {
            let (key, value) = pair?;
            sum = sum.wrapping_sub(puts::weight(space, &key, &value));
        }
    }
    drop(again);
    if sum != 0 {
        return Err(StoreError::State("its copy is not the same".into()));
    }
    disk::sync_all_under(&aside)?;
    fs::rename(&aside, new)?;
    disk::sync_folder(way.folder)?;
    Ok(())
}

fn give(to: &SledEngine, space: Space, some: &mut Vec<Pair>) -> Result<(), StoreError> {
    let batch: Vec<Write<'_>> = some
        .iter()
        .map(|(key, value)| (space, key.as_slice(), Some(value.as_slice())))
        .collect();
    to.apply(&batch)?;
    some.clear();
    Ok(())
}

/// What the state knows of itself, with the place where the journal goes on now that frames have
/// another length: it was brought up to the journal, so that is where its last file begins.
fn stood(folder: &Path, value: Vec<u8>) -> Result<Vec<u8>, StoreError> {
    let mut standing: Standing = Standing::unpack(&value)?;
    let last = journal::files(folder)?.last().copied();
    if let Some((first, _)) = last.filter(|(first, _)| *first == standing.seq + 1) {
        standing.place = Place::start_of(first);
    }
    standing.pack()
}

impl Way<'_> {
    /// What reads the state there is, which is not as it should be.
    fn reads_state(&self) -> vault::Sealer {
        match self.to.seals() {
            true => vault::Sealer::clear(),
            false => self.from.clone(),
        }
    }
}
