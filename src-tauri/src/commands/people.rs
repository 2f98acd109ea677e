//! Contacts and places, and everything that is in the trash.

use std::sync::Arc;

use tauri::State;
use wire::{
    ContactCard, ContactEdit, Done, LooseContacts, Made, PlaceEdit, Problem, Topic, TrashLine, text,
};
use workflows::{contacts, places, trash};

use crate::door::Door;

const TOPICS: [Topic; 2] = [Topic::Clients, Topic::Touchpoints];

/// A contact whole.
#[tauri::command(async)]
#[specta::specta]
pub fn contact(door: State<'_, Arc<Door>>, id: String) -> Result<ContactCard, Problem> {
    door.read(|house, eye| Ok(eye.contact(&contacts::card(house, text::id(&id)?)?)))
}

/// Contacts of no client, by name.
#[tauri::command(async)]
#[specta::specta]
pub fn loose_contacts(
    door: State<'_, Arc<Door>>,
    from: u32,
    limit: u32,
) -> Result<LooseContacts, Problem> {
    door.read(|house, eye| {
        let (total, cards) = contacts::loose(house, from as usize, limit as usize)?;
        Ok(LooseContacts {
            total: wire::number(total as u64),
            contacts: cards.iter().map(|card| eye.contact(card)).collect(),
        })
    })
}

/// Makes a contact.
#[tauri::command(async)]
#[specta::specta]
pub fn create_contact(door: State<'_, Arc<Door>>, edit: ContactEdit) -> Result<Made, Problem> {
    door.write(
        &TOPICS,
        |house| contacts::create(house, edit.try_into()?),
        |eye, (id, done)| eye.made(id, done),
    )
}

/// Changes fields of a contact, its client among them.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_contact(
    door: State<'_, Arc<Door>>,
    id: String,
    edit: ContactEdit,
) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| contacts::edit(house, text::id(&id)?, edit.try_into()?),
        |eye, done| eye.done(done),
    )
}

/// Puts a contact aside, or takes it back.
#[tauri::command(async)]
#[specta::specta]
pub fn archive_contact(
    door: State<'_, Arc<Door>>,
    id: String,
    archived: bool,
) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| contacts::archive(house, text::id(&id)?, archived),
        |eye, done| eye.done(done),
    )
}

/// Puts a contact in the trash.
#[tauri::command(async)]
#[specta::specta]
pub fn trash_contact(door: State<'_, Arc<Door>>, id: String) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| contacts::trash(house, text::id(&id)?),
        |eye, done| eye.done(done),
    )
}

/// Takes a contact out of the trash.
#[tauri::command(async)]
#[specta::specta]
pub fn restore_contact(door: State<'_, Arc<Door>>, id: String) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| contacts::restore(house, text::id(&id)?),
        |eye, done| eye.done(done),
    )
}

/// Makes a place of a client.
#[tauri::command(async)]
#[specta::specta]
pub fn create_place(
    door: State<'_, Arc<Door>>,
    client: String,
    edit: PlaceEdit,
) -> Result<Made, Problem> {
    door.write(
        &TOPICS,
        |house| places::create(house, text::id(&client)?, edit.into()),
        |eye, (id, done)| eye.made(id, done),
    )
}

/// Changes fields of a place.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_place(
    door: State<'_, Arc<Door>>,
    id: String,
    edit: PlaceEdit,
) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| places::edit(house, text::id(&id)?, edit.into()),
        |eye, done| eye.done(done),
    )
}

/// Puts a place aside, or takes it back.
#[tauri::command(async)]
#[specta::specta]
pub fn archive_place(
    door: State<'_, Arc<Door>>,
    id: String,
    archived: bool,
) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| places::archive(house, text::id(&id)?, archived),
        |eye, done| eye.done(done),
    )
}

/// Puts a place in the trash.
#[tauri::command(async)]
#[specta::specta]
pub fn trash_place(door: State<'_, Arc<Door>>, id: String) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| places::trash(house, text::id(&id)?),
        |eye, done| eye.done(done),
    )
}

/// Takes a place out of the trash.
#[tauri::command(async)]
#[specta::specta]
pub fn restore_place(door: State<'_, Arc<Door>>, id: String) -> Result<Done, Problem> {
    door.write(
        &TOPICS,
        |house| places::restore(house, text::id(&id)?),
        |eye, done| eye.done(done),
    )
}

/// Everything in the trash, the latest first.
#[tauri::command(async)]
#[specta::specta]
pub fn trashed(door: State<'_, Arc<Door>>) -> Result<Vec<TrashLine>, Problem> {
    door.read(|house, eye| Ok(eye.trash(&trash::lines(house)?)))
}
