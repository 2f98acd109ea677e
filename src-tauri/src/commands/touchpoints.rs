//! Touchpoints, one by one.

use std::sync::Arc;

use tauri::State;
use wire::{Block, Done, Draft, Edit, Outcome, Problem, Topic, TouchpointSheet, Which, text};
use workflows::{Fault, touchpoints};

use crate::door::Door;

const WITH_CLIENTS: [Topic; 2] = [Topic::Touchpoints, Topic::Clients];

/// A touchpoint whole.
#[tauri::command(async)]
#[specta::specta]
pub fn touchpoint(
    door: State<'_, Arc<Door>>,
    id: String,
    occurrence: Option<String>,
) -> Result<TouchpointSheet, Problem> {
    door.read(|house, eye| {
        let sheet = touchpoints::sheet(
            house,
            text::id(&id)?,
            text::occurrence(occurrence.as_deref())?,
        )?;
        Ok(eye.sheet(&sheet))
    })
}

/// Makes a touchpoint, and its client when it is new.
#[tauri::command(async)]
#[specta::specta]
pub fn plan_touchpoint(door: State<'_, Arc<Door>>, draft: Draft) -> Result<Outcome, Problem> {
    door.write(
        &WITH_CLIENTS,
        |house| touchpoints::plan(house, draft.try_into()?),
        |eye, outcome| eye.outcome(outcome),
    )
}

/// Changes fields of a touchpoint.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_touchpoint(
    door: State<'_, Arc<Door>>,
    which: Which,
    edit: Edit,
) -> Result<Done, Problem> {
    door.write(
        &WITH_CLIENTS,
        |house| touchpoints::edit(house, which.try_into()?, edit.try_into()?),
        |eye, done| eye.done(done),
    )
}

/// Puts a touchpoint, or part of a series, in the trash.
#[tauri::command(async)]
#[specta::specta]
pub fn trash_touchpoint(door: State<'_, Arc<Door>>, which: Which) -> Result<Done, Problem> {
    door.write(
        &[Topic::Touchpoints],
        |house| touchpoints::trash(house, which.try_into()?),
        |eye, done| eye.done(done),
    )
}

/// Takes a touchpoint out of the trash.
#[tauri::command(async)]
#[specta::specta]
pub fn restore_touchpoint(door: State<'_, Arc<Door>>, id: String) -> Result<Done, Problem> {
    door.write(
        &[Topic::Touchpoints],
        |house| touchpoints::restore(house, text::id(&id)?),
        |eye, done| eye.done(done),
    )
}

/// What is in the trash, the latest first.
#[tauri::command(async)]
#[specta::specta]
pub fn trashed_touchpoints(door: State<'_, Arc<Door>>) -> Result<Vec<Block>, Problem> {
    door.read(|house, eye| Ok(eye.blocks(&touchpoints::trashed(house)?)))
}

/// A video room nobody can guess, made offline.
#[tauri::command(async)]
#[specta::specta]
pub fn new_video_link() -> Result<String, Problem> {
    Ok(touchpoints::new_video_link().url)
}

/// Opens a touchpoint's link in the system's browser.
#[tauri::command(async)]
#[specta::specta]
pub fn join(
    door: State<'_, Arc<Door>>,
    id: String,
    occurrence: Option<String>,
) -> Result<(), Problem> {
    let link = door.read(|house, _| {
        touchpoints::joining(
            house,
            text::id(&id)?,
            text::occurrence(occurrence.as_deref())?,
        )
    })?;
    if door.desktop.open_link(&link.url) {
        Ok(())
    } else {
        Err(door.problem(&Fault::invalid("error-browser")))
    }
}
