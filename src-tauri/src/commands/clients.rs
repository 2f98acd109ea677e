//! Clients, one by one.

use std::sync::Arc;

use tauri::State;
use wire::{ClientEdit, ClientPage, ClientRow, Done, HistoryLine, Problem, Topic, text};
use workflows::{clients as work, history};

use crate::door::Door;

const TOPICS: [Topic; 2] = [Topic::Clients, Topic::Touchpoints];

/// The clients a few letters may mean, the likeliest first; at most fifty.
#[tauri::command(async)]
#[specta::specta]
pub fn clients(door: State<'_, Arc<Door>>, words: String) -> Result<Vec<ClientRow>, Problem> {
    door.read(|house, eye| {
        Ok(work::list(house, &words)?
            .iter()
            .map(|row| eye.client_row(row))
            .collect())
    })
}

/// A client's page.
#[tauri::command(async)]
#[specta::specta]
pub fn client(door: State<'_, Arc<Door>>, id: String) -> Result<ClientPage, Problem> {
    door.read(|house, eye| Ok(eye.client_page(&work::page(house, text::id(&id)?)?)))
}

/// Makes a client.
#[tauri::command(async)]
#[specta::specta]
pub fn create_client(door: State<'_, Arc<Door>>, name: String) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| work::create(house, &name),
        |eye, done| eye.done(done),
    )
}

/// What was done lately to a client and to what hangs on it, the latest first.
#[tauri::command(async)]
#[specta::specta]
pub fn client_history(door: State<'_, Arc<Door>>, id: String) -> Result<Vec<HistoryLine>, Problem> {
    door.read(|house, _| {
        let lines = history::of_client_lately(house, text::id(&id)?)?;
        Ok(lines.into_iter().map(HistoryLine::from).collect())
    })
}

/// Changes fields of a client.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_client(
    door: State<'_, Arc<Door>>,
    id: String,
    edit: ClientEdit,
) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| work::edit(house, text::id(&id)?, edit.try_into()?),
        |eye, done| eye.done(done),
    )
}

/// Puts a client aside, or takes it back.
#[tauri::command(async)]
#[specta::specta]
pub fn archive_client(
    door: State<'_, Arc<Door>>,
    id: String,
    archived: bool,
) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| work::archive(house, text::id(&id)?, archived),
        |eye, done| eye.done(done),
    )
}

/// Puts a client in the trash.
#[tauri::command(async)]
#[specta::specta]
pub fn trash_client(door: State<'_, Arc<Door>>, id: String) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| work::trash(house, text::id(&id)?),
        |eye, done| eye.done(done),
    )
}

/// Takes a client out of the trash.
#[tauri::command(async)]
#[specta::specta]
pub fn restore_client(door: State<'_, Arc<Door>>, id: String) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| work::restore(house, text::id(&id)?),
        |eye, done| eye.done(done),
    )
}
