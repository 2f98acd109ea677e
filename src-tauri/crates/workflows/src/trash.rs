//! What is in the trash, whatever it is.

use chrono::{DateTime, Utc};
use domain::{Client, ClientId, Contact, ContactId, Place, PlaceId};
use store::{Index, Key};

use crate::fault::Fault;
use crate::house::House;
use crate::seen::Seen;
use crate::{days, places};

/// A line of the trash.
#[derive(Debug, Clone)]
pub struct Line {
    /// When it went there.
    pub at: DateTime<Utc>,
    /// What it is called; empty for a touchpoint, which says it itself.
    pub title: String,
    /// What else tells it from others; may be empty.
    pub about: String,
    /// What it is.
    pub what: Trashed,
}

/// What a line of the trash is.
#[derive(Debug, Clone)]
pub enum Trashed {
    /// A touchpoint.
    Touchpoint(Box<Seen>),
    /// A client.
    Client(ClientId),
    /// A contact.
    Contact(ContactId),
    /// A place.
    Place(PlaceId),
}

/// The most lines that are shown.
const MOST: usize = 5_000;

/// Everything in the trash, the latest first.
pub fn lines(house: &House) -> Result<Vec<Line>, Fault> {
    let mut keys = house.store.starting_with(Index::Trash, &[])?;
    keys.reverse();
    let mut lines = Vec::new();
    for key in keys.into_iter().take(MOST) {
        lines.extend(line(house, key)?);
    }
    Ok(lines)
}

/// Nouns share the order: the key says when, the records which.
fn line(house: &House, key: Key) -> Result<Option<Line>, Fault> {
    if let Some((one, at)) = house
        .store
        .get::<domain::Touchpoint>(key)?
        .and_then(|one| one.trashed_at.map(|at| (one, at)))
    {
        let mut seen = days::single(one);
        days::name_clients(house, std::slice::from_mut(&mut seen))?;
        return Ok(Some(Line {
            at,
            title: String::new(),
            about: client_name(house, seen.touchpoint.client)?,
            what: Trashed::Touchpoint(Box::new(seen)),
        }));
    }
    if let Some((one, at)) = house
        .store
        .get::<Client>(key)?
        .and_then(|one| one.trashed_at.map(|at| (one, at)))
    {
        return Ok(Some(Line {
            at,
            title: one.name,
            about: one.market,
            what: Trashed::Client(one.id),
        }));
    }
    if let Some((one, at)) = house
        .store
        .get::<Contact>(key)?
        .and_then(|one| one.trashed_at.map(|at| (one, at)))
    {
        return Ok(Some(Line {
            at,
            about: client_name(house, one.client)?,
            title: one.name,
            what: Trashed::Contact(one.id),
        }));
    }
    let place = house
        .store
        .get::<Place>(key)?
        .and_then(|one| one.trashed_at.map(|at| (one, at)));
    Ok(match place {
        Some((one, at)) => Some(Line {
            at,
            about: client_name(house, Some(one.client))?,
            title: places::title(&one),
            what: Trashed::Place(one.id),
        }),
        None => None,
    })
}

fn client_name(house: &House, id: Option<ClientId>) -> Result<String, Fault> {
    let client: Option<Client> = match id {
        Some(id) => house.store.get(id.to_bytes())?,
        None => None,
    };
    Ok(client.map(|client| client.name).unwrap_or_default())
}
