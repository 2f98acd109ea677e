//! Markets: how each stands, and what that changes for its clients.

use std::sync::Arc;

use tauri::State;
use wire::{Done, MarketEdit, Problem, Segment, Topic};
use workflows::markets;

use crate::door::Door;

/// The markets there are, by name.
#[tauri::command(async)]
#[specta::specta]
pub fn markets(door: State<'_, Arc<Door>>) -> Result<Vec<Segment>, Problem> {
    door.read(|house, eye| Ok(eye.segments(&markets::list(house)?)))
}

/// Says how a market stands; the name is the one its clients name it by.
#[tauri::command(async)]
#[specta::specta]
pub fn save_market(
    door: State<'_, Arc<Door>>,
    name: String,
    edit: MarketEdit,
) -> Result<Done, Problem> {
    door.write(
        &[Topic::Clients],
        |house| markets::save(house, &name, edit.try_into()?),
        |eye, done| eye.done(done),
    )
}

/// Takes a market away, and its name from its clients: one step to undo.
#[tauri::command(async)]
#[specta::specta]
pub fn remove_market(door: State<'_, Arc<Door>>, name: String) -> Result<Done, Problem> {
    door.write(
        &[Topic::Clients],
        |house| markets::remove(house, &name),
        |eye, done| eye.done(done),
    )
}
