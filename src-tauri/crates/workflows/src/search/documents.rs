//! Records as documents: what of each can be found, and what weighs how much.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use domain::{Attachment, Client, ClientId, Contact, Place, Recurrence, Touchpoint};
use search::{Document, Kind, Weight, rank_by_name, rank_by_time};
use store::{Store, StoreError};

/// The names of clients, read once each.
#[derive(Default)]
pub(super) struct Names(HashMap<ClientId, String>);

impl Names {
    pub(super) fn know(&mut self, client: &Client) {
        self.0.insert(client.id, client.name.clone());
    }

    /// A client's name; empty when it is not here any more.
    pub(super) fn of(&mut self, store: &Store, id: Option<ClientId>) -> Result<&str, StoreError> {
        let Some(id) = id else { return Ok("") };
        Ok(match self.0.entry(id) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => {
                let client = store.get::<Client>(id.to_bytes())?;
                unknown.insert(client.map(|one| one.name).unwrap_or_default())
            }
        })
    }
}

/// A client and its files; nothing when it is in the trash.
pub(super) fn of_client(client: &Client, places: &[Place]) -> Vec<Document> {
    if client.trashed_at.is_some() {
        return Vec::new();
    }
    let archived = client.archived_at.is_some();
    let rank = rank_by_name(archived, &client.name);
    let mut document = Document::new(Kind::Client, client.id.to_bytes(), rank);
    document.say(Weight::Name, &client.name);
    for line in [
        &client.market,
        &client.siren,
        &client.siret,
        &client.website,
    ] {
        document.say(Weight::Line, line);
    }
    for tag in &client.tags {
        document.say(Weight::Line, tag);
    }
    for phone in &client.phones {
        document.say_phone(&phone.e164, &phone.written);
    }
    for email in &client.emails {
        document.say(Weight::Line, &email.address);
    }
    for place in places.iter().filter(|place| place.trashed_at.is_none()) {
        document.say(Weight::Line, &place.name);
        document.say(Weight::Line, &place.address.line());
        document.say(Weight::Text, &place.notes);
    }
    for field in &client.custom {
        document.say(Weight::Text, &field.value);
    }
    document.say(Weight::Text, &client.notes);
    let mut documents = vec![document];
    documents.extend(files(
        &client.attachments,
        client.id.to_bytes(),
        archived,
        &client.name,
    ));
    documents
}

/// A contact and its files; nothing when it is in the trash.
pub(super) fn of_contact(contact: &Contact, client: &str) -> Vec<Document> {
    if contact.trashed_at.is_some() {
        return Vec::new();
    }
    let archived = contact.archived_at.is_some();
    let rank = rank_by_name(archived, &contact.name);
    let mut document = Document::new(Kind::Contact, contact.id.to_bytes(), rank);
    for name in [
        &contact.name,
        &contact.given,
        &contact.family,
        &contact.additional,
        &contact.nickname,
    ] {
        document.say(Weight::Name, name);
    }
    for line in [&contact.role, &contact.department] {
        document.say(Weight::Line, line);
    }
    document.say(Weight::Line, client);
    for tag in &contact.tags {
        document.say(Weight::Line, tag);
    }
    for phone in &contact.phones {
        document.say_phone(&phone.e164, &phone.written);
    }
    for email in &contact.emails {
        document.say(Weight::Line, &email.address);
    }
    for address in &contact.addresses {
        document.say(Weight::Text, &address.line());
    }
    for field in &contact.custom {
        document.say(Weight::Text, &field.value);
    }
    document.say(Weight::Text, &contact.notes);
    let mut documents = vec![document];
    documents.extend(files(
        &contact.attachments,
        contact.id.to_bytes(),
        archived,
        &contact.name,
    ));
    documents
}

/// A touchpoint; nothing when it is in the trash.
pub(super) fn of_touchpoint(touchpoint: &Touchpoint, client: &str) -> Option<Document> {
    if touchpoint.trashed_at.is_some() {
        return None;
    }
    let rank = rank_by_time(false, last_moment(touchpoint));
    let mut document = Document::new(Kind::Touchpoint, touchpoint.id.to_bytes(), rank);
    document.say(Weight::Name, &touchpoint.title);
    document.say(Weight::Line, client);
    document.say(Weight::Line, &touchpoint.place);
    for one in &touchpoint.participants {
        document.say(Weight::Line, &one.name);
        document.say(Weight::Line, &one.email);
    }
    for text in texts(touchpoint) {
        document.say(Weight::Text, text);
    }
    Some(document)
}

/// What was written about a touchpoint.
pub(super) fn texts(touchpoint: &Touchpoint) -> [&str; 5] {
    let reason = &touchpoint.reason;
    [
        &reason.bring,
        &reason.astonish,
        &reason.clarify,
        &touchpoint.outcome,
        &touchpoint.notes,
    ]
}

/// When it is, in seconds of the wall: a series counts by its last occurrence, what waits by when it was made.
fn last_moment(touchpoint: &Touchpoint) -> i64 {
    let ends = |series: &Recurrence| {
        series
            .ends
            .map_or(i64::MAX, |wall| wall.and_utc().timestamp())
    };
    match (&touchpoint.recurrence, touchpoint.slot) {
        (Some(series), Some(_)) => ends(series),
        (None, Some(slot)) => slot.start_wall().and_utc().timestamp(),
        (_, None) => touchpoint.created_at.timestamp(),
    }
}

fn files<'a>(
    attachments: &'a [Attachment],
    owner: search::Key,
    archived: bool,
    name: &'a str,
) -> impl Iterator<Item = Document> + 'a {
    attachments.iter().map(move |attachment| {
        let rank = rank_by_time(archived, attachment.added_at.timestamp());
        let mut document = Document::new(Kind::File, owner, rank);
        document.part = Document::part_of(&attachment.blob, &attachment.name);
        document.say(Weight::Name, &attachment.name);
        document.say(Weight::Line, name);
        document
    })
}
