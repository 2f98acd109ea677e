//! Two that may be one: found, made one, and taken apart again.

use std::sync::Arc;

use tauri::State;
use wire::{Done, Duplicates, MergePick, MergedFrom, Problem, Topic, text};
use workflows::duplicates;

use crate::door::Door;

const TOPICS: [Topic; 2] = [Topic::Clients, Topic::Touchpoints];

/// Pairs that may be one, the surest first; those said apart are left out.
#[tauri::command(async)]
#[specta::specta]
pub fn duplicates(
    door: State<'_, Arc<Door>>,
    from: u32,
    limit: u32,
) -> Result<Duplicates, Problem> {
    door.read(|house, eye| {
        let pairs = duplicates::pairs(house, from as usize, limit.min(200) as usize)?;
        Ok(eye.duplicates(&pairs))
    })
}

/// Makes two one: `gone` goes into `kept`, whose client, touchpoints and files it brings along. Both are contacts
/// (`ct_…`) or both clients (`cl_…`).
#[tauri::command(async)]
#[specta::specta]
pub fn merge(
    door: State<'_, Arc<Door>>,
    kept: String,
    gone: String,
    picks: Vec<MergePick>,
) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| {
            let picks: Vec<duplicates::Pick> = picks.into_iter().map(Into::into).collect();
            duplicates::merge(house, text::party(&kept)?, text::party(&gone)?, &picks)
        },
        |eye, done| eye.done(done),
    )
}

/// Takes a merge back, however long ago it was: what was edited since stays.
#[tauri::command(async)]
#[specta::specta]
pub fn unmerge(door: State<'_, Arc<Door>>, merge: String) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| duplicates::unmerge(house, text::id(&merge)?),
        |eye, done| eye.done(done),
    )
}

/// The merges that made a contact or a client what it is, the latest first.
#[tauri::command(async)]
#[specta::specta]
pub fn merges_of(door: State<'_, Arc<Door>>, id: String) -> Result<Vec<MergedFrom>, Problem> {
    door.read(|house, _| {
        let merges = duplicates::merges_of(house, text::party(&id)?)?;
        Ok(merges.into_iter().map(Into::into).collect())
    })
}

/// That two are not the same: the pair never comes back.
#[tauri::command(async)]
#[specta::specta]
pub fn not_the_same(door: State<'_, Arc<Door>>, a: String, b: String) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| duplicates::apart(house, text::party(&a)?, text::party(&b)?),
        |eye, done| eye.done(done),
    )
}
