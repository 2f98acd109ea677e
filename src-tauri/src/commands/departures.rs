//! Departures: what waits to leave, and the press.

use std::sync::Arc;

use tauri::State;
use wire::{DepartureList, DepartureStanding, Done, Problem, Told, Topic, Which, text};
use workflows::departures;

use crate::door::Door;

/// The queue, and what was told lately.
#[tauri::command(async)]
#[specta::specta]
pub fn departures(door: State<'_, Arc<Door>>) -> Result<DepartureList, Problem> {
    door.read(|house, eye| Ok(eye.departures(departures::list(house)?)))
}

/// Where the invitation to a touchpoint stands.
#[tauri::command(async)]
#[specta::specta]
pub fn departure_standing(
    door: State<'_, Arc<Door>>,
    id: String,
    occurrence: Option<String>,
) -> Result<DepartureStanding, Problem> {
    door.read(|house, eye| {
        let occurrence = text::occurrence(occurrence.as_deref())?;
        let standing = departures::standing(house, text::id(&id)?, occurrence)?;
        Ok(eye.standing(&standing))
    })
}

/// Puts the invitation to a touchpoint in the queue.
#[tauri::command(async)]
#[specta::specta]
pub fn prepare_departure(door: State<'_, Arc<Door>>, which: Which) -> Result<Done, Problem> {
    door.write(
        &[Topic::Touchpoints],
        |house| departures::prepare(house, which.try_into()?),
        |eye, done| eye.done(done),
    )
}

/// Takes what waits out of the queue.
#[tauri::command(async)]
#[specta::specta]
pub fn withdraw_departure(door: State<'_, Arc<Door>>, id: String) -> Result<Done, Problem> {
    door.write(
        &[Topic::Touchpoints],
        |house| departures::withdraw(house, text::id(&id)?),
        |eye, done| eye.done(done),
    )
}

/// Asks where with the system's dialog, writes the message there and notes that they are told; `None` when the person
/// changed their mind.
#[tauri::command(async)]
#[specta::specta]
pub fn inform(door: State<'_, Arc<Door>>, id: String) -> Result<Option<Told>, Problem> {
    let (title, filter, name) = door.read(|house, _| {
        let words = house.words();
        Ok((
            words.say("dialog-departure", &[]),
            words.say("dialog-calendars", &[]),
            departures::file_name(house, text::id(&id)?)?,
        ))
    })?;
    let Some(path) = door.desktop.choose_save(&title, &filter, &name) else {
        return Ok(None);
    };
    door.write(
        &[Topic::Touchpoints],
        |house| departures::inform(house, text::id(&id)?, &path),
        |eye, informed| Some(eye.told(informed)),
    )
}
