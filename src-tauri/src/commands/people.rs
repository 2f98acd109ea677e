//! Contacts and places, and everything that is in the trash.

use std::sync::Arc;

use tauri::State;
use wire::{
    ContactCard, ContactEdit, Done, LooseContacts, Made, PlaceEdit, Problem, Topic, TrashCopies,
    TrashLine, TrashedNoun, text,
};
use workflows::{Fault, contacts, places, trash};

use crate::door::Door;

const TOPICS: [Topic; 2] = [Topic::Clients, Topic::Touchpoints];
const EVERYTHING: [Topic; 3] = [Topic::Touchpoints, Topic::Clients, Topic::Settings];

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

/// When the book's own copies let go of what goes out of the trash for good.
#[tauri::command(async)]
#[specta::specta]
pub fn trash_copies(door: State<'_, Arc<Door>>) -> Result<TrashCopies, Problem> {
    door.read(|house, eye| {
        let (day, waiting) = trash::copies_follow(house)?;
        Ok::<_, Fault>(eye.trash_copies(day, waiting))
    })
}

/// Erases one thing in the trash for good, with what goes along. There is no way back.
#[tauri::command(async)]
#[specta::specta]
pub fn erase_trashed(
    door: State<'_, Arc<Door>>,
    noun: TrashedNoun,
    id: String,
) -> Result<Done, Problem> {
    door.write(
        &EVERYTHING,
        |house| {
            let what = match noun {
                TrashedNoun::Touchpoint => trash::Put::Touchpoint(text::id(&id)?),
                TrashedNoun::Client => trash::Put::Client(text::id(&id)?),
                TrashedNoun::Contact => trash::Put::Contact(text::id(&id)?),
                TrashedNoun::Place => trash::Put::Place(text::id(&id)?),
            };
            trash::erase(house, what)
        },
        |eye, done| eye.done(done),
    )
}

/// Erases everything in the trash for good. There is no way back.
#[tauri::command(async)]
#[specta::specta]
pub fn empty_trash(door: State<'_, Arc<Door>>) -> Result<Done, Problem> {
    door.write(&EVERYTHING, trash::empty, |eye, done| eye.done(done))
}
