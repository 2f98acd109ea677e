//! The data folder: what a person should know of it, and what can be done when it does not open.

use std::sync::Arc;

use tauri::State;
use wire::{Closure, Notice, Problem, Topic};
use workflows::{Fault, FaultKind, folder};

use crate::door::Door;
use crate::paths;

/// What there is to know of the folder and the clock now.
#[tauri::command(async)]
#[specta::specta]
pub fn notices(door: State<'_, Arc<Door>>) -> Result<Vec<Notice>, Problem> {
    door.read(|house, _| {
        Ok(folder::notices(house)
            .into_iter()
            .map(Notice::from)
            .collect())
    })
}

/// One of them was read.
#[tauri::command(async)]
#[specta::specta]
pub fn put_notice_away(door: State<'_, Arc<Door>>, id: String) -> Result<(), Problem> {
    door.read(|house, _| {
        folder::put_away(house, &id);
        Ok(())
    })
}

/// The clock is right, however early a day it says.
#[tauri::command(async)]
#[specta::specta]
pub fn trust_clock(door: State<'_, Arc<Door>>) -> Result<(), Problem> {
    door.write(&[Topic::Reminders], folder::trust_clock, |_, ()| ())
}

/// What is offered while the house could not be opened.
#[tauri::command(async)]
#[specta::specta]
pub fn closure(door: State<'_, Arc<Door>>) -> Result<Option<Closure>, Problem> {
    Ok(door.closure.lock().clone())
}

/// Opens the house again: what kept it from opening, or from being written to, may be gone.
#[tauri::command(async)]
#[specta::specta]
pub fn reopen(door: State<'_, Arc<Door>>) -> Result<(), Problem> {
    door.reopen();
    Ok(())
}

/// Asks for another folder, and starts there; `false` when the person changed their mind.
#[tauri::command(async)]
#[specta::specta]
pub fn choose_book(door: State<'_, Arc<Door>>) -> Result<bool, Problem> {
    let title = door.words().say("dialog-book", &[]);
    let Some(folder) = door.desktop.choose_folder(&title) else {
        return Ok(false);
    };
    if !door.opening.named
        && let Err(error) = paths::remember_folder(&folder)
    {
        // It is asked for again at the next start.
        log::warn!("the folder that was chosen was not remembered: {error}");
    }
    if door.desktop.relaunch(&folder) {
        Ok(true)
    } else {
        Err(door.problem(&Fault::new(FaultKind::Failed, "error-relaunch")))
    }
}

/// Shows the data folder in the system's own window of files.
#[tauri::command(async)]
#[specta::specta]
pub fn show_folder(door: State<'_, Arc<Door>>) -> Result<(), Problem> {
    if door.desktop.open_file(&door.opening.folder) {
        Ok(())
    } else {
        Err(door.problem(&Fault::new(FaultKind::Failed, "error-show-folder")))
    }
}

/// Ends Sentier.
#[tauri::command(async)]
#[specta::specta]
pub fn quit(door: State<'_, Arc<Door>>) -> Result<(), Problem> {
    door.desktop.quit();
    Ok(())
}
