//! What the roster keeps of a client: as much as it takes to find, filter and sort it.

use chrono::NaiveDate;
use domain::{Client, Contact, Place, Rhythm, Tier, fold};
use store::Key;

/// How many contacts a row names.
const NAMED: usize = 3;

/// What the roster keeps of a client that is not in the trash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The folded name, then the name: the order of the list.
    pub(super) name: (Box<str>, Box<str>),
    /// Folded: name, contacts, towns and tags, a line each. What words are looked for in.
    pub(super) hay: Box<str>,
    pub(super) market: Box<str>,
    pub(super) tier: Tier,
    pub(super) tags: Box<[Box<str>]>,
    pub(super) city: Box<str>,
    /// Folded name of the first contact.
    pub(super) contact: Box<str>,
    /// Contacts that are not put aside.
    pub(super) contacts: u32,
    /// The first few of them by name.
    pub(super) first: Box<[Key]>,
    pub(super) phone: Box<str>,
    pub(super) email: Box<str>,
    /// The intervals its clocks run by.
    pub(super) rhythm: Rhythm,
    /// The day to look again.
    pub(super) look_again: Option<NaiveDate>,
    /// The day the first open promise is due.
    pub(super) promised: Option<NaiveDate>,
    /// Milliseconds since 1970, UTC.
    pub(super) updated: i64,
    pub(super) archived: bool,
    /// Whether it objects to being contacted: nothing is asked of it.
    pub(super) objects: bool,
}

/// What a contact adds to its client's line.
#[derive(Debug, Clone)]
pub(super) struct Person {
    key: Key,
    name: Box<str>,
    phone: Box<str>,
    email: Box<str>,
    archived: bool,
}

impl From<&Contact> for Person {
    fn from(contact: &Contact) -> Self {
        Self {
            key: contact.id.to_bytes(),
            name: fold(&contact.name).into(),
            phone: contact
                .phones
                .first()
                .map(|phone| phone.dialled())
                .unwrap_or_default()
                .into(),
            email: contact
                .emails
                .first()
                .map(|email| email.folded())
                .unwrap_or_default()
                .into(),
            archived: contact.archived_at.is_some(),
        }
    }
}

/// What a place adds to its client's line.
#[derive(Debug, Clone)]
pub(super) struct Town {
    city: Box<str>,
    order: (bool, i64),
}

impl From<&Place> for Town {
    fn from(place: &Place) -> Self {
        Self {
            city: place.address.city.trim().into(),
            order: (
                place.archived_at.is_some(),
                place.created_at.timestamp_millis(),
            ),
        }
    }
}

impl Line {
    /// The line of a client with its contacts and places, in any order.
    pub(super) fn of(client: &Client, mut people: Vec<Person>, mut towns: Vec<Town>) -> Self {
        people.sort_by(|a, b| (a.archived, &a.name).cmp(&(b.archived, &b.name)));
        towns.sort_by_key(|town| town.order);
        let folded = fold(&client.name);
        let mut hay = folded.clone();
        let cities = towns.iter().map(|town| fold(&town.city));
        let tags = client.tags.iter().map(|tag| fold(tag));
        let names = people.iter().map(|one| one.name.to_string());
        for text in names.chain(cities).chain(tags) {
            if !text.is_empty() {
                hay.push('\n');
                hay.push_str(&text);
            }
        }
        let living = || people.iter().filter(|one| !one.archived);
        let first = |own: String, of: fn(&Person) -> &str| match own.as_str() {
            "" => living()
                .map(of)
                .find(|text| !text.is_empty())
                .unwrap_or_default()
                .into(),
            own => own.into(),
        };
        let phone = client.phones.first().map(|phone| phone.dialled());
        let email = client.emails.first().map(|email| email.folded());
        Self {
            name: (folded.into(), client.name.as_str().into()),
            hay: hay.into(),
            market: client.market.as_str().into(),
            tier: client.tier,
            tags: client.tags.iter().map(|tag| tag.as_str().into()).collect(),
            city: towns
                .iter()
                .map(|town| town.city.clone())
                .find(|city| !city.is_empty())
                .unwrap_or_default(),
            contact: living()
                .next()
                .map(|one| one.name.clone())
                .unwrap_or_default(),
            contacts: u32::try_from(living().count()).unwrap_or(u32::MAX),
            first: living().take(NAMED).map(|one| one.key).collect(),
            phone: first(phone.unwrap_or_default(), |one| &one.phone),
            email: first(email.unwrap_or_default(), |one| &one.email),
            rhythm: client.intervals(),
            look_again: client.look_again,
            promised: client
                .promises
                .iter()
                .filter(|promise| promise.is_open())
                .filter_map(|promise| promise.due)
                .min(),
            updated: client.updated_at.timestamp_millis(),
            archived: client.archived_at.is_some(),
            objects: client.objection.is_some(),
        }
    }
}
