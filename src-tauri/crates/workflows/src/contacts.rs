//! People at clients: their cards, and everything that is done to one of them.

use domain::{
    Address, CardField, Client, ClientId, Contact, ContactId, CustomField, Email, Met, Phone,
    clean_line,
};
use store::{Index, Key, Record};

use crate::clients::{self, Chosen};
use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::met::{self, MetAt};
use crate::touchpoints::ClientChoice;
use crate::{clean, note, sides};

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

/// What to say or change of a contact; `None` leaves a field as it is.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// At which client.
    pub client: Option<ClientChoice>,
    /// The name as it is shown; when it is not given, it follows the parts below.
    pub name: Option<String>,
    /// First name.
    pub given: Option<String>,
    /// Family name.
    pub family: Option<String>,
    /// Further first names.
    pub additional: Option<String>,
    /// `Mme`, `Dr`.
    pub prefix: Option<String>,
    /// `Jr`, `MBA`.
    pub suffix: Option<String>,
    /// What they are called.
    pub nickname: Option<String>,
    /// What they do at the client.
    pub role: Option<String>,
    /// Where in the house.
    pub department: Option<String>,
    /// All numbers, as written.
    pub phones: Option<Vec<Phone>>,
    /// All e-mail addresses.
    pub emails: Option<Vec<Email>>,
    /// All postal addresses.
    pub addresses: Option<Vec<Address>>,
    /// All pages on the web.
    pub links: Option<Vec<String>>,
    /// Birthday; `Some(None)` for none.
    pub birthday: Option<Option<chrono::NaiveDate>>,
    /// Free text, in Markdown.
    pub notes: Option<String>,
    /// All tags.
    pub tags: Option<Vec<String>>,
    /// All own fields.
    pub custom: Option<Vec<CustomField>>,
    /// Everybody of ours who has met them.
    pub met: Option<Vec<Met>>,
}

/// The most contacts a page or a window has.
pub const AT_ONCE: usize = 500;
/// The most people of ours who have met one.
const MET_MOST: usize = 200;

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
        trashed_at: Some(house.clock.now()),
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
    let _gate = house.gate();
    let contact = Contact {
        trashed_at: None,
        ..contact(house, id)?
    };
    write(
        house,
        contact,
        None,
        "contact-restored",
        "said-contact-restored",
    )
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
    let args = [("title", contact.name.clone()), ("client", at_name.clone())];
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

/// The contact with the edit done, each field a card can say marked when it changed; the client when it is new.
fn applied(house: &House, mut to: Contact, edit: Edit) -> Result<(Contact, Option<Client>), Fault> {
    let chosen = edit
        .client
        .as_ref()
        .map(|choice| clients::chosen(house, choice))
        .transpose()?;
    let before = to.clone();
    name(&mut to, &edit);
    let line = |field: &mut String, given: &Option<String>| {
        if let Some(given) = given {
            *field = clean::line(given);
        }
    };
    line(&mut to.role, &edit.role);
    line(&mut to.department, &edit.department);
    if let Some(chosen) = &chosen {
        to.client = chosen.id();
    }
    if let Some(phones) = edit.phones {
        to.phones = clean::phones(phones, &to.phones)?;
    }
    if let Some(emails) = edit.emails {
        to.emails = clean::emails(emails, &to.emails)?;
    }
    if let Some(addresses) = edit.addresses {
        to.addresses = clean::addresses(addresses)?;
    }
    if let Some(links) = edit.links {
        to.links = clean::links(&links)?;
    }
    to.birthday = edit.birthday.unwrap_or(to.birthday);
    if let Some(notes) = edit.notes {
        to.notes = clean::text(&notes);
    }
    if let Some(tags) = edit.tags {
        to.tags = clean::tags(&tags)?;
    }
    if let Some(custom) = edit.custom {
        to.custom = clean::custom(custom)?;
    }
    if let Some(met) = edit.met {
        let met = met.into_iter().take(MET_MOST);
        to.met = met
            .map(|met| Met {
                by: clean::line(&met.by),
                ..met
            })
            .collect();
    }
    if to.name.is_empty() {
        // Somebody of whom only an address or a number is known is called by it.
        let known = to.emails.first().map(|email| email.address.clone());
        let known = known.or_else(|| to.phones.first().map(|phone| phone.written.clone()));
        to.name = known.ok_or_else(|| Fault::invalid("error-contact-name"))?;
    }
    mark(&mut to, &before, house.clock.now());
    Ok((to, chosen.and_then(Chosen::into_client)))
}

/// The name and its parts. One that is not given follows the parts as long as it did before.
fn name(to: &mut Contact, edit: &Edit) {
    let followed = to.name.is_empty() || to.name == composed(to);
    let parts = [
        (&mut to.given, &edit.given),
        (&mut to.family, &edit.family),
        (&mut to.additional, &edit.additional),
        (&mut to.prefix, &edit.prefix),
        (&mut to.suffix, &edit.suffix),
        (&mut to.nickname, &edit.nickname),
    ];
    for (field, given) in parts {
        if let Some(given) = given {
            *field = clean::line(given);
        }
    }
    match &edit.name {
        Some(name) => to.name = clean_line(name, Client::NAME_MOST),
        None if followed => to.name = composed(to),
        None => {}
    }
}

/// First and family name, else what they are called.
fn composed(contact: &Contact) -> String {
    let whole = format!("{} {}", contact.given, contact.family);
    match whole.trim() {
        "" => contact.nickname.clone(),
        name => name.to_owned(),
    }
}

/// Notes which fields no longer say what their card says.
fn mark(to: &mut Contact, before: &Contact, now: chrono::DateTime<chrono::Utc>) {
    let names = |one: &Contact| {
        [
            &one.name,
            &one.given,
            &one.family,
            &one.additional,
            &one.prefix,
            &one.suffix,
            &one.nickname,
        ]
        .map(Clone::clone)
    };
    let changed = [
        (CardField::Name, names(to) != names(before)),
        (CardField::Client, to.client != before.client),
        (
            CardField::Role,
            (&to.role, &to.department) != (&before.role, &before.department),
        ),
        (CardField::Phones, to.phones != before.phones),
        (CardField::Emails, to.emails != before.emails),
        (CardField::Addresses, to.addresses != before.addresses),
        (CardField::Links, to.links != before.links),
        (CardField::Birthday, to.birthday != before.birthday),
        (CardField::Notes, to.notes != before.notes),
        (CardField::Tags, to.tags != before.tags),
        (CardField::Custom, to.custom != before.custom),
        (CardField::Met, to.met != before.met),
        (CardField::Photo, to.photo != before.photo),
    ];
    for (field, _) in changed.into_iter().filter(|(_, changed)| *changed) {
        to.mark(field, now);
    }
}
