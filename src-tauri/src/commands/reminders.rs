//! Reminders: what was missed, putting off, and what goes on while the window is closed.

use std::sync::Arc;

use tauri::State;
use wire::{Background, Block, Delay, Problem, Reminded, Snooze, Topic, text};
use workflows::{Fault, FaultKind, path, reminders};

use crate::door::Door;

const TOPICS: [Topic; 1] = [Topic::Reminders];

/// What rang before the page could listen.
#[tauri::command(async)]
#[specta::specta]
pub fn rung(door: State<'_, Arc<Door>>) -> Result<Vec<Reminded>, Problem> {
    Ok(std::mem::take(&mut *door.rung.lock()))
}

/// What was missed and not seen yet, the latest first.
#[tauri::command(async)]
#[specta::specta]
pub fn missed(door: State<'_, Arc<Door>>) -> Result<Vec<Reminded>, Problem> {
    door.read(|house, eye| Ok(eye.reminded(&reminders::missed(house)?)))
}

/// One of what was missed was seen, or all of it.
#[tauri::command(async)]
#[specta::specta]
pub fn missed_seen(
    door: State<'_, Arc<Door>>,
    id: Option<String>,
    occurrence: Option<String>,
) -> Result<(), Problem> {
    door.write(
        &TOPICS,
        |house| {
            let id = id.as_deref().map(text::id).transpose()?;
            let occurrence = text::occurrence(occurrence.as_deref())?;
            reminders::seen(house, id.map(|id| (id, occurrence)))
        },
        |_, ()| (),
    )
}

/// The ways a reminder can be put off now.
#[tauri::command(async)]
#[specta::specta]
pub fn snoozes(
    door: State<'_, Arc<Door>>,
    id: String,
    occurrence: Option<String>,
) -> Result<Vec<Snooze>, Problem> {
    door.read(|house, _| {
        let occurrence = text::occurrence(occurrence.as_deref())?;
        let found = reminders::choices(house, text::id(&id)?, occurrence)?;
        Ok(found.into_iter().map(Into::into).collect())
    })
}

/// Puts a reminder off, and says until when.
#[tauri::command(async)]
#[specta::specta]
pub fn snooze(
    door: State<'_, Arc<Door>>,
    id: String,
    occurrence: Option<String>,
    delay: Delay,
) -> Result<Snooze, Problem> {
    door.write(
        &TOPICS,
        |house| {
            let occurrence = text::occurrence(occurrence.as_deref())?;
            reminders::snooze(house, text::id(&id)?, occurrence, delay.into())
        },
        |_, choice| choice.into(),
    )
}

/// What is to come within a fortnight and looks for its reason, by start.
#[tauri::command(async)]
#[specta::specta]
pub fn without_reason(door: State<'_, Arc<Door>>) -> Result<Vec<Block>, Problem> {
    door.read(|house, eye| Ok(eye.blocks(&path::without_reason(house)?)))
}

/// What goes on while the window is closed.
#[tauri::command(async)]
#[specta::specta]
pub fn background(door: State<'_, Arc<Door>>) -> Result<Background, Problem> {
    Ok(Background {
        tray: door.desktop.has_tray(),
        autostart: door.desktop.starts_with_session(),
    })
}

/// Starts Sentier with the session from now on, in the tray, or no more.
#[tauri::command(async)]
#[specta::specta]
pub fn start_with_session(door: State<'_, Arc<Door>>, on: bool) -> Result<Background, Problem> {
    let set = door.desktop.start_with_session(on);
    set.map_err(|detail| {
        let fault = Fault::new(FaultKind::Failed, "error-autostart").with("detail", detail);
        door.problem(&fault)
    })?;
    background(door)
}
