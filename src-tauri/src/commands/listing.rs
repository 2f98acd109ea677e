//! The list of clients: its windows, its filters, its kept views, and what is done to many at once.

use std::sync::Arc;

use tauri::State;
use wire::{BulkEdit, ClientRows, Done, Facets, ListQuery, ListView, Made, Problem, Topic, text};
use workflows::{clients, views};

use crate::door::Door;

const TOPICS: [Topic; 2] = [Topic::Clients, Topic::Touchpoints];

/// A window of the list.
#[tauri::command(async)]
#[specta::specta]
pub fn clients_page(door: State<'_, Arc<Door>>, query: ListQuery) -> Result<ClientRows, Problem> {
    door.read(|house, eye| Ok(eye.client_rows(&clients::window(house, &query.into())?)))
}

/// The ids of every client that matches, in the order of the list; the window asked for is not looked at.
#[tauri::command(async)]
#[specta::specta]
pub fn client_ids(door: State<'_, Arc<Door>>, query: ListQuery) -> Result<Vec<String>, Problem> {
    door.read(|house, _| {
        Ok(clients::ids(house, &query.into())?
            .iter()
            .map(ToString::to_string)
            .collect())
    })
}

/// What the list can be filtered by, and how many there are of each.
#[tauri::command(async)]
#[specta::specta]
pub fn list_facets(door: State<'_, Arc<Door>>) -> Result<Facets, Problem> {
    door.read(|house, _| Ok(clients::facets(house)?.into()))
}

/// Changes many clients: one step to undo.
#[tauri::command(async)]
#[specta::specta]
pub fn bulk_clients(
    door: State<'_, Arc<Door>>,
    ids: Vec<String>,
    edit: BulkEdit,
) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| {
            let ids = ids
                .iter()
                .map(|id| text::id(id))
                .collect::<Result<Vec<_>, _>>()?;
            clients::bulk(house, &ids, edit.into())
        },
        |eye, done| eye.done(done),
    )
}

/// The views that were given a name, by name.
#[tauri::command(async)]
#[specta::specta]
pub fn views(door: State<'_, Arc<Door>>) -> Result<Vec<ListView>, Problem> {
    door.read(|house, _| Ok(views::all(house)?.into_iter().map(Into::into).collect()))
}

/// Keeps a view under its name; one without an id is a new one.
#[tauri::command(async)]
#[specta::specta]
pub fn save_view(door: State<'_, Arc<Door>>, view: ListView) -> Result<Made, Problem> {
    door.write(
        &[Topic::Clients],
        |house| views::save(house, view.try_into()?),
        |eye, (id, done)| eye.made(id, done),
    )
}

/// Takes a view away.
#[tauri::command(async)]
#[specta::specta]
pub fn delete_view(door: State<'_, Arc<Door>>, id: String) -> Result<Done, Problem> {
    door.write(
        &[Topic::Clients],
        |house| views::delete(house, text::id(&id)?),
        |eye, done| eye.done(done),
    )
}

/// The way the list was left.
#[tauri::command(async)]
#[specta::specta]
pub fn left_view(door: State<'_, Arc<Door>>) -> Result<ListView, Problem> {
    door.read(|house, _| Ok(views::left(house)?.into()))
}

/// Keeps the way the list is left; no step of undo, and nobody else is told.
#[tauri::command(async)]
#[specta::specta]
pub fn leave_view(door: State<'_, Arc<Door>>, view: ListView) -> Result<(), Problem> {
    door.read(|house, _| views::leave(house, view.try_into()?))
}
