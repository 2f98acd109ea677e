//! A match as it is shown: read from the book, its matching characters marked.

use domain::{Attachment, Client, ClientId, Contact, Place, Touchpoint};
use reach::Region;
use search::{Document, Hit as Match, Kind, Marked, Query, Shown};
use store::{Index, Store};

use super::{Hit, What, documents};
use crate::days;
use crate::fault::Fault;

/// A match; `None` when the record, or the file, is not here any more or has gone to the trash.
pub(super) fn hit(
    store: &Store,
    query: &Query,
    kind: Kind,
    found: &Match,
) -> Result<Option<Hit>, Fault> {
    let near = found.is_near();
    let marker = Marker { query, near };
    match kind {
        Kind::Client => {
            let client = store.get::<Client>(found.key)?;
            let client = client.filter(|one| one.trashed_at.is_none());
            client
                .map(|client| of_client(store, &marker, client))
                .transpose()
        }
        Kind::Contact => {
            let contact = store.get::<Contact>(found.key)?;
            let contact = contact.filter(|one| one.trashed_at.is_none());
            contact
                .map(|contact| of_contact(store, &marker, contact))
                .transpose()
        }
        Kind::Touchpoint => {
            let touchpoint = store.get::<Touchpoint>(found.key)?;
            let touchpoint = touchpoint.filter(|one| one.trashed_at.is_none());
            touchpoint
                .map(|touchpoint| of_touchpoint(store, &marker, touchpoint))
                .transpose()
        }
        Kind::File => of_file(store, &marker, found),
    }
}

/// What is marked, and whether a letter may be wrong.
struct Marker<'a> {
    query: &'a Query,
    near: bool,
}

impl Marker<'_> {
    /// Title and subtitle marked, and of `others` the first that has what neither shows.
    fn mark(
        &self,
        what: What,
        client: Option<(ClientId, String)>,
        title: &str,
        subtitle: &str,
        others: impl IntoIterator<Item = String>,
    ) -> Hit {
        let (title, in_title) = self.query.mark(title, self.near);
        let (subtitle, beside) = self.query.mark(subtitle, self.near);
        let shown = in_title.with(beside);
        Hit {
            what,
            client,
            title,
            subtitle,
            snippet: self.snippet(shown, others).unwrap_or_default(),
        }
    }

    fn snippet(&self, shown: Shown, others: impl IntoIterator<Item = String>) -> Option<Marked> {
        others
            .into_iter()
            .filter_map(|text| self.query.excerpt(&text, self.near))
            .find(|(_, in_it)| in_it.adds_to(shown))
            .map(|(marked, _)| marked)
    }
}

fn of_client(store: &Store, marker: &Marker<'_>, client: Client) -> Result<Hit, Fault> {
    let places = places(store, client.id)?;
    let city = places.first().map_or("", |place| place.address.city.trim());
    let subtitle = beside([client.market.as_str(), city]);
    let numbers = client.phones.iter().flat_map(phone);
    let emails = client.emails.iter().map(|email| email.address.clone());
    let lines = [&client.siren, &client.siret, &client.website];
    let there = places.iter().flat_map(|place| {
        [
            place.name.clone(),
            place.address.line(),
            place.notes.clone(),
        ]
    });
    let others: Vec<String> = client
        .tags
        .iter()
        .cloned()
        .chain(numbers)
        .chain(emails)
        .chain(lines.into_iter().cloned())
        .chain(there)
        .chain(client.custom.iter().map(|field| field.value.clone()))
        .chain([client.notes.clone()])
        .collect();
    let own = Some((client.id, client.name.clone()));
    let name = client.name.clone();
    Ok(marker.mark(
        What::Client(Box::new(client)),
        own,
        &name,
        &subtitle,
        others,
    ))
}

fn of_contact(store: &Store, marker: &Marker<'_>, contact: Contact) -> Result<Hit, Fault> {
    let client = client_of(store, contact.client)?;
    let name = client.as_ref().map_or("", |(_, name)| name.as_str());
    let subtitle = beside([contact.role.as_str(), name]);
    let others: Vec<String> = [&contact.nickname, &contact.department]
        .into_iter()
        .cloned()
        .chain(contact.tags.iter().cloned())
        .chain(contact.phones.iter().flat_map(phone))
        .chain(contact.emails.iter().map(|email| email.address.clone()))
        .chain(contact.addresses.iter().map(domain::Address::line))
        .chain(contact.custom.iter().map(|field| field.value.clone()))
        .chain([
            contact.given.clone(),
            contact.family.clone(),
            contact.additional.clone(),
        ])
        .chain([contact.notes.clone()])
        .collect();
    let title = contact.name.clone();
    Ok(marker.mark(
        What::Contact(Box::new(contact)),
        client,
        &title,
        &subtitle,
        others,
    ))
}

fn of_touchpoint(store: &Store, marker: &Marker<'_>, touchpoint: Touchpoint) -> Result<Hit, Fault> {
    let client = client_of(store, touchpoint.client)?;
    let name = client.as_ref().map_or("", |(_, name)| name.as_str());
    // Without a title the client's name stands for it.
    let (title, subtitle) = match touchpoint.title.as_str() {
        "" => (name, ""),
        title => (title, name),
    };
    let (title, subtitle) = (title.to_owned(), subtitle.to_owned());
    let people = touchpoint
        .participants
        .iter()
        .flat_map(|one| [one.name.clone(), one.email.clone()]);
    let others: Vec<String> = [touchpoint.place.clone()]
        .into_iter()
        .chain(people)
        .chain(documents::texts(&touchpoint).into_iter().map(str::to_owned))
        .collect();
    let mut seen = days::single(touchpoint);
    seen.client.clone_from(&client);
    Ok(marker.mark(
        What::Touchpoint(Box::new(seen)),
        client,
        &title,
        &subtitle,
        others,
    ))
}

fn of_file(store: &Store, marker: &Marker<'_>, found: &Match) -> Result<Option<Hit>, Fault> {
    let is_it = |file: &&Attachment| Document::part_of(&file.blob, &file.name) == found.part;
    let client = store.get::<Client>(found.key)?;
    if let Some(client) = client.filter(|one| one.trashed_at.is_none()) {
        let own = Some((client.id, client.name.clone()));
        return Ok(client.attachments.iter().find(is_it).map(|file| {
            let what = What::File(client.id.to_string(), file.clone());
            marker.mark(what, own, &file.name, &client.name, [])
        }));
    }
    let contact = store.get::<Contact>(found.key)?;
    let Some(contact) = contact.filter(|one| one.trashed_at.is_none()) else {
        return Ok(None);
    };
    let own = client_of(store, contact.client)?;
    Ok(contact.attachments.iter().find(is_it).map(|file| {
        let what = What::File(contact.id.to_string(), file.clone());
        marker.mark(what, own, &file.name, &contact.name, [])
    }))
}

/// A number as it is shown, and as it is dialled.
fn phone(phone: &domain::Phone) -> [String; 2] {
    [reach::shown(phone, Region::FRANCE), phone.dialled()]
}

fn client_of(store: &Store, id: Option<ClientId>) -> Result<Option<(ClientId, String)>, Fault> {
    let Some(id) = id else { return Ok(None) };
    let client = store.get::<Client>(id.to_bytes())?;
    Ok(client.map(|client| (id, client.name)))
}

fn places(store: &Store, client: ClientId) -> Result<Vec<Place>, Fault> {
    let mut places = Vec::new();
    for key in store.starting_with(Index::PlaceOfClient, &client.to_bytes())? {
        places.extend(store.get::<Place>(key)?);
    }
    Ok(places)
}

fn beside<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
