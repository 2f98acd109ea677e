//! Files of clients and contacts, and pictures.

use std::sync::Arc;

use tauri::State;
use wire::{Done, FileOwner, Problem, Topic, text};
use workflows::{Fault, attachments, photos};

use crate::door::Door;

const TOPICS: [Topic; 1] = [Topic::Clients];

/// Asks for files of any kind with the system's dialog; empty when the person changed their mind.
#[tauri::command(async)]
#[specta::specta]
pub fn choose_attachments(door: State<'_, Arc<Door>>) -> Result<Vec<String>, Problem> {
    let words = door.house()?.words();
    let chosen = door.desktop.choose_any(&words.say("dialog-attach", &[]));
    Ok(door.give(chosen))
}

/// Keeps files the person gave with a client or a contact: one step to undo.
#[tauri::command(async)]
#[specta::specta]
pub fn attach(
    door: State<'_, Arc<Door>>,
    owner: FileOwner,
    paths: Vec<String>,
) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| attachments::add(house, owner.try_into()?, &door.given.paths(&paths)?),
        |eye, done| eye.done(done),
    )
}

/// Opens a copy of a file with the system's application for it; programs are refused.
#[tauri::command(async)]
#[specta::specta]
pub fn open_attachment(
    door: State<'_, Arc<Door>>,
    owner: FileOwner,
    blob: String,
) -> Result<(), Problem> {
    let copy = door.read(|house, _| attachments::copy_out(house, owner.try_into()?, &blob))?;
    if door.desktop.open_file(&copy) {
        Ok(())
    } else {
        Err(door.problem(&Fault::invalid("error-open-file")))
    }
}

/// Takes a file away from a client or a contact.
#[tauri::command(async)]
#[specta::specta]
pub fn remove_attachment(
    door: State<'_, Arc<Door>>,
    owner: FileOwner,
    blob: String,
) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| attachments::remove(house, owner.try_into()?, &blob),
        |eye, done| eye.done(done),
    )
}

/// A small picture as a `data:` address; `null` when there is none, or it is none.
#[tauri::command(async)]
#[specta::specta]
pub fn photo(door: State<'_, Arc<Door>>, address: String) -> Result<Option<String>, Problem> {
    door.read(|house, _| Ok(photos::small(house, &address)))
}

/// Gives a contact a picture from a file the person gave, or takes it away.
#[tauri::command(async)]
#[specta::specta]
pub fn set_photo(
    door: State<'_, Arc<Door>>,
    contact: String,
    path: Option<String>,
) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| {
            let path = path.map(|path| door.given.path(&path)).transpose()?;
            photos::set(house, text::id(&contact)?, path.as_deref())
        },
        |eye, done| eye.done(done),
    )
}
