//! The path, what closes a touchpoint, the brief and the day.

use std::sync::Arc;

use tauri::State;
use wire::{
    Brief, Closed, Closing, Done, Material, NeedGiven, PathEdit, Problem, PromiseGiven, Today,
    Topic, Which, text,
};
use workflows::{days, path};

use crate::door::Door;

const TOPICS: [Topic; 2] = [Topic::Clients, Topic::Touchpoints];

/// Changes where a client's path leads, its steps, its clocks, or the day to look again.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_path(door: State<'_, Arc<Door>>, id: String, edit: PathEdit) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| path::edit(house, text::id(&id)?, edit.try_into()?),
        |eye, done| eye.done(done),
    )
}

/// Writes a client's need down, changes it, answers it or takes it away.
#[tauri::command(async)]
#[specta::specta]
pub fn write_need(
    door: State<'_, Arc<Door>>,
    client: String,
    need: NeedGiven,
) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| path::need(house, text::id(&client)?, need.try_into()?),
        |eye, done| eye.done(done),
    )
}

/// Writes a promise down, changes it, settles it or takes it away.
#[tauri::command(async)]
#[specta::specta]
pub fn write_promise(
    door: State<'_, Arc<Door>>,
    client: String,
    promise: PromiseGiven,
) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| path::promise(house, text::id(&client)?, promise.try_into()?),
        |eye, done| eye.done(done),
    )
}

/// Says what came of a touchpoint.
#[tauri::command(async)]
#[specta::specta]
pub fn close_touchpoint(
    door: State<'_, Arc<Door>>,
    which: Which,
    closing: Closing,
) -> Result<Closed, Problem> {
    door.write(
        &TOPICS,
        |house| path::close(house, which.try_into()?, closing.try_into()?),
        |eye, closed| eye.closed(closed),
    )
}

/// What a reason for a client can be made of, the most pressing first.
#[tauri::command(async)]
#[specta::specta]
pub fn reason_material(
    door: State<'_, Arc<Door>>,
    client: String,
) -> Result<Vec<Material>, Problem> {
    door.read(|house, eye| Ok(eye.material(path::material(house, text::id(&client)?)?)))
}

/// What one reads before a touchpoint.
#[tauri::command(async)]
#[specta::specta]
pub fn brief(
    door: State<'_, Arc<Door>>,
    id: String,
    occurrence: Option<String>,
) -> Result<Brief, Problem> {
    door.read(|house, eye| {
        let occurrence = text::occurrence(occurrence.as_deref())?;
        Ok(eye.brief(&path::brief(house, text::id(&id)?, occurrence)?))
    })
}

/// The day.
#[tauri::command(async)]
#[specta::specta]
pub fn today(door: State<'_, Arc<Door>>) -> Result<Today, Problem> {
    door.read(|house, eye| {
        let today = path::today(house)?;
        let hours = days::hours_in_minutes(&house.settings(), today.date);
        Ok(eye.day_of(&today, hours))
    })
}
