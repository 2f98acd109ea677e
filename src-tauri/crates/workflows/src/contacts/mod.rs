//! People at clients: their cards, and everything that is done to one of them.

mod edit;

use domain::{Client, ClientId, Contact, ContactId};
use store::{Index, Key, Record};

use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::met::{self, MetAt};
use crate::{note, sides, trash};
use edit::applied;

pub use edit::Edit;

/// A contact whole, with what hangs on it.
#[derive(Debug, Clone)]
pub struct Card {
    /// The contact.
    pub contact: Contact,
    /// At which client.
    pub client: Option<Client>,
    /// The touchpoints that took place with them, by how.
    pub met_at: Vec<MetAt>,
    /// The names of the files it came in.
    pub sources: Vec<String>,
    /// The merges it came from, the latest first.
    pub merges: Vec<domain::Merge>,
}

/// The most contacts a page or a window has.
pub const AT_ONCE: usize = 500;

/// A contact whole.
pub fn card(house: &House, id: ContactId) -> Result<Card, Fault> {
    let contact = contact(house, id)?;
    let mut cards = cards(house, vec![contact])?;
    cards.pop().ok_or_else(Fault::gone)
}

/// Contacts of no client, by name: how many there are, and a window of them.
pub fn loose(house: &House, from: usize, limit: usize) -> Result<(usize, Vec<Card>), Fault> {
    let keys = keys_of(house, None)?;
    let window = keys.iter().skip(from).take(limit.min(AT_ONCE));
    let mut contacts = Vec::new();
    for key in window {
        contacts.extend(house.store.get::<Contact>(*key)?);
    }
    Ok((keys.len(), cards(house, contacts)?))
}

/// The keys of a client's contacts (or of those of none), by folded name; none in the trash.
pub(crate) fn keys_of(house: &House, client: Option<ClientId>) -> Result<Vec<Key>, Fault> {
    let prefix = client.map_or([0; 16], |client| client.to_bytes());
    Ok(house.store.starting_with(Index::ContactOfClient, &prefix)?)
}

/// Contacts with what hangs on them.
pub(crate) fn cards(house: &House, contacts: Vec<Contact>) -> Result<Vec<Card>, Fault> {
    let met = met::of(house, &contacts)?;
    contacts
        .into_iter()
        .zip(met)
        .map(|(contact, met_at)| {
            let client = match contact.client {
                Some(id) => house.store.get(id.to_bytes())?,
                None => None,
            };
            Ok(Card {
                client,
                met_at,
                sources: sides::names_of_sources(house, &contact)?,
                merges: sides::merges_into(house, contact.key())?,
                contact,
            })
        })
        .collect()
}

/// Makes a contact: a name, an e-mail address or a number is the least.
pub fn create(house: &House, edit: Edit) -> Result<(ContactId, Done), Fault> {
    let _gate = house.gate();
    let id: ContactId = house.clock.new_id();
    let blank = Contact::new(id, String::new(), house.clock.now());
    let (contact, client) = applied(house, blank, edit)?;
    let done = write(
        house,
        contact,
        client,
        "contact-created",
        "said-contact-created",
    )?;
    Ok((id, done))
}

/// Changes fields of a contact, its client among them. When one can't be, none is changed.
pub fn edit(house: &House, id: ContactId, edit: Edit) -> Result<Done, Fault> {
    let _gate = house.gate();
    let before = contact(house, id)?;
    let was_at = before.client;
    let (contact, client) = applied(house, before, edit)?;
    if contact.client == was_at {
        write(house, contact, client, "contact-edited", "said-edited")
    } else {
        write(
            house,
            contact,
            client,
            "contact-moved",
            "said-contact-moved",
        )
    }
}

/// Puts a contact aside, or takes it back.
pub fn archive(house: &House, id: ContactId, archived: bool) -> Result<Done, Fault> {
    let _gate = house.gate();
    let contact = Contact {
        archived_at: archived.then(|| house.clock.now()),
        ..contact(house, id)?
    };
    let (label, said) = if archived {
        ("contact-archived", "said-contact-archived")
    } else {
        ("contact-unarchived", "said-contact-unarchived")
    };
    write(house, contact, None, label, said)
}

/// Puts a contact in the trash.
pub fn trash(house: &House, id: ContactId) -> Result<Done, Fault> {
    let _gate = house.gate();
    let contact = Contact {
        trashed_at: Some(trash::stamp(house)?),
        ..contact(house, id)?
    };
    write(
        house,
        contact,
        None,
        "contact-trashed",
        "said-contact-trashed",
    )
}

/// Takes a contact out of the trash, to the client it was at.
pub fn restore(house: &House, id: ContactId) -> Result<Done, Fault> {
    trash::restore(house, trash::Put::Contact(id))
}

/// A contact that is here, put aside or in the trash or not.
pub(crate) fn contact(house: &House, id: ContactId) -> Result<Contact, Fault> {
    house.store.get(id.to_bytes())?.ok_or_else(Fault::gone)
}

/// Writes one contact, and its client when it is new: one step to undo.
pub(crate) fn write(
    house: &House,
    mut contact: Contact,
    client: Option<Client>,
    label: &str,
    said: &'static str,
) -> Result<Done, Fault> {
    contact.updated_at = house.clock.now();
    let at = match contact.client {
        Some(id) => match &client {
            Some(made) => Some(made.clone()),
            None => house.store.get(id.to_bytes())?,
        },
        None => None,
    };
    let at_name = at.as_ref().map_or_else(
        || house.words().say("contact-nowhere", &[]),
        |client| client.name.clone(),
    );
    let mut args = vec![("title", contact.name.clone()), ("client", at_name.clone())];
    if let Some(before) = house.store.get::<Contact>(contact.id.to_bytes())? {
        args.extend(note::changes(&before, &contact));
    }
    let note = note::of(house, label, &args);
    let ((), receipt) = house.store.commit(note, |tx| {
        if let Some(client) = &client {
            tx.put(client)?;
        }
        tx.put(&contact)
    })?;
    let said = Said::new(said)
        .with("name", contact.name)
        .with("client", at_name);
    let done = Done::of(house, said, None, receipt.seq)?;
    Ok(Done { client: at, ..done })
}
