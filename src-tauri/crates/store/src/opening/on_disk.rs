//! The state on disk, brought up to the journal.

use std::path::{Path, PathBuf};

use super::OpeningReport;
use super::build::{Site, Standed, Was};
use super::folder;
use super::replay::Replayed;
use super::version::Age;
use crate::engine::SledEngine;
use crate::journal::{self, Place, Tail};
use crate::state::{Standing, State};
use crate::{OpenError, StoreError, disk, error};

/// The state on disk, brought up to the journal; built again when it is not what it says.
///
/// One of which a snapshot is made before it is built again for this version is looked at first, even
/// when the book was closed in order.
pub(super) fn brought_up(
    site: &Site,
    age: Age,
    report: &mut OpeningReport,
) -> Result<Standed, OpenError> {
    let states = folder::states(&site.folder)?;
    let clean = folder::take_clean(&site.folder, &site.sealer)?;
    // How far the book is known to have come, whatever the state is worth.
    let mut reached = clean.map_or(0, |clean| clean.seq);
    let Some((_, path)) = states.last() else {
        let standed = site.build(Was::NotThere)?;
        return Ok(standed.told(reached));
    };
    let trusted = clean.filter(|_| age == Age::Ours);
    match standing_state(site, path, trusted, &mut reached) {
        Ok((state, standing)) => {
            if let Some(standed) = followed(site, state, standing, path, report)? {
                sweep(&states);
                return Ok(standed);
            }
        }
        Err(StoreError::Held) => {
            let folder = site.folder.clone();
            return Err(OpenError::Busy { folder });
        }
        // What is sealed and has no key is no damage.
        Err(StoreError::Sealed) => return Err(StoreError::Sealed.into()),
        // A disk that says no says it about the next state too; nothing is moved for that.
        Err(StoreError::Disk(error)) if !error::speaks_of_damage(&error) => {
            return Err(error.into());
        }
        Err(error) => log::error!("the state is not what it should be: {error}"),
    }
    let standed = rebuild(site, path, report)?;
    Ok(standed.told(reached))
}

/// The state at `path`, when it is what it says it is. How far it says it came is noted in
/// `reached`, even when it is not.
fn standing_state(
    site: &Site,
    path: &Path,
    trusted: Option<Standing>,
    reached: &mut u64,
) -> Result<(State, Standing), StoreError> {
    let closed = trusted.map(|standing| standing.pack()).transpose()?;
    let engine = SledEngine::open_closed(path, &site.sealer, closed)?;
    let state = site.state(Box::new(engine));
    let standing = state
        .standing()?
        .ok_or_else(|| StoreError::State("it says nothing of itself".into()))?;
    *reached = standing.seq.max(*reached);
    // Closed in order, synced and not touched since: there is nothing to verify.
    if trusted == Some(standing) || state.sum()? == standing.sum {
        Ok((state, standing))
    } else {
        Err(StoreError::State("rows are missing or changed".into()))
    }
}

/// Replays what a verified state lacks. `None` when a snapshot has what neither it nor the journal
/// has.
fn followed(
    site: &Site,
    state: State,
    mut standing: Standing,
    path: &Path,
    report: &mut OpeningReport,
) -> Result<Option<Standed>, OpenError> {
    let Some(from) = continues(&site.folder, &standing)? else {
        // A verified state that is ahead of the journal wins.
        report.ahead = standing.seq > 0;
        let tail = Tail {
            seq: standing.seq,
            ..Tail::default()
        };
        return Ok(Some(Standed {
            state,
            standing,
            folder: Some(path.to_owned()),
            replayed: Replayed { tail, dropped: 0 },
            from: None,
        }));
    };
    let replayed = site.replay(from, &state, &mut standing)?;
    if let Some((_, last)) = replayed.tail.missing.last() {
        let newest = site.snapshots.newest_whole()?;
        if newest.is_some_and(|manifest| manifest.seq >= *last) {
            return Ok(None);
        }
    }
    Ok(Some(Standed {
        state,
        standing,
        folder: Some(path.to_owned()),
        replayed,
        from: None,
    }))
}

/// Where the journal goes on behind a state; nothing when it ends before.
fn continues(folder: &Path, standing: &Standing) -> Result<Option<Place>, OpenError> {
    let files = journal::files(folder)?;
    let here = files
        .iter()
        .find(|(first, length)| *first == standing.place.file && *length >= standing.place.at);
    if here.is_some() {
        return Ok(Some(standing.place));
    }
    // The file it stood in was let go of, or lost; a later one may go on.
    let next = files
        .iter()
        .find(|(first, _)| *first > standing.place.file && *first > standing.seq);
    Ok(next.map(|(first, _)| Place::start_of(*first)))
}

fn rebuild(site: &Site, path: &Path, report: &mut OpeningReport) -> Result<Standed, OpenError> {
    let standed = site.build(Was::Damaged)?;
    report.quarantined = Some(folder::quarantine(&site.folder, path, "state")?);
    Ok(standed)
}

/// States that were replaced and not yet removed, when the power went in between.
fn sweep(states: &[(u32, PathBuf)]) {
    for (_, old) in states.iter().rev().skip(1) {
        if let Err(error) = disk::remove_folder(old) {
            log::warn!("{} stays: {error}", old.display());
        }
    }
}
