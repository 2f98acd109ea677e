//! The concluding meeting.

use std::sync::Arc;

use tauri::State;
use wire::{BetweenTemplate, Conclude, ConcludeLook, Concluded, Problem, Topic};
use workflows::conclude;

use crate::door::Door;

/// What a concluding meeting would be: the same code as the press, and nothing is written.
#[tauri::command(async)]
#[specta::specta]
pub fn look_conclude(door: State<'_, Arc<Door>>, ask: Conclude) -> Result<ConcludeLook, Problem> {
    door.read(|house, eye| Ok(eye.conclude(&conclude::look(house, &ask.try_into()?)?)))
}

/// Plans a concluding meeting and the work before it.
#[tauri::command(async)]
#[specta::specta]
pub fn conclude(door: State<'_, Arc<Door>>, ask: Conclude) -> Result<Concluded, Problem> {
    door.write(
        &[Topic::Touchpoints, Topic::Clients],
        |house| conclude::run(house, &ask.try_into()?),
        |eye, answer| eye.concluded(answer),
    )
}

/// Work that usually leads to one.
#[tauri::command(async)]
#[specta::specta]
pub fn between_templates(door: State<'_, Arc<Door>>) -> Result<Vec<BetweenTemplate>, Problem> {
    door.read(|house, eye| Ok(eye.between_templates(&conclude::templates(house))))
}
