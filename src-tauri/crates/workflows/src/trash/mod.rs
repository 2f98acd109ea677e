//! What is in the trash, whatever it is: how it comes out of it, and when it goes for good.
//!
//! What goes there together has one time, and that is how it comes back: a client with the contacts, places and
//! touchpoints that went with it, and none that were there before.

mod erase;
pub(crate) mod for_good;
mod heap;

use chrono::{DateTime, Utc};
use domain::{Client, ClientId, ContactId, PlaceId, Touchpoint, TouchpointId};

use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::seen::Seen;
use crate::{days, note, places};

pub use erase::{KEPT_DAYS, copies_follow, empty, erase, say, sweep};
pub use heap::Counts;
pub(crate) use heap::{Heap, hangs_on, stamp};

/// Something in the trash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Put {
    /// A touchpoint.
    Touchpoint(TouchpointId),
    /// A client.
    Client(ClientId),
    /// A contact.
    Contact(ContactId),
    /// A place.
    Place(PlaceId),
}

/// A line of the trash.
#[derive(Debug, Clone)]
pub struct Line {
    /// When it went there.
    pub at: DateTime<Utc>,
    /// How many days it still stays; none from the day it may go.
    pub days_left: u32,
    /// What it is called; empty for a touchpoint, which says it itself.
    pub title: String,
    /// What else tells it from others; may be empty.
    pub about: String,
    /// What it is.
    pub what: Trashed,
    /// What went there with it, and comes back with it.
    pub with: Counts,
    /// What else of its own was there before, and goes for good with it.
    pub along: Counts,
}

impl Line {
    /// Everything else that goes when it goes for good.
    pub fn all_along(&self) -> Counts {
        Counts {
            clients: self.with.clients + self.along.clients,
            contacts: self.with.contacts + self.along.contacts,
            places: self.with.places + self.along.places,
            touchpoints: self.with.touchpoints + self.along.touchpoints,
        }
    }
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

/// Everything in the trash, the latest first. What went there with something else is counted there.
pub fn lines(house: &House) -> Result<Vec<Line>, Fault> {
    let mut heap = Heap::read(house)?;
    let mut lines = Vec::new();
    let clients: Vec<Client> = heap.clients.clone();
    for client in clients {
        let Some(at) = client.trashed_at else {
            continue;
        };
        let mut with = heap.take_client(client.id, |its| its == at).counts();
        with.clients = 0;
        let own = |of: Option<ClientId>| of == Some(client.id);
        let along = Counts {
            clients: 0,
            contacts: heap.contacts.iter().filter(|one| own(one.client)).count(),
            places: heap
                .places
                .iter()
                .filter(|one| own(Some(one.client)))
                .count(),
            touchpoints: heap
                .touchpoints
                .iter()
                .filter(|one| own(one.client))
                .count(),
        };
        let what = Trashed::Client(client.id);
        lines.push(line(
            house,
            at,
            (client.name, client.market),
            what,
            with,
            along,
        ));
    }
    for one in std::mem::take(&mut heap.contacts) {
        let about = client_name(house, one.client)?;
        let nothing = Counts::default();
        let what = Trashed::Contact(one.id);
        lines.extend(
            one.trashed_at
                .map(|at| line(house, at, (one.name, about), what, nothing, nothing)),
        );
    }
    for one in std::mem::take(&mut heap.places) {
        let about = client_name(house, Some(one.client))?;
        let nothing = Counts::default();
        let said = (places::title(&one), about);
        let what = Trashed::Place(one.id);
        lines.extend(
            one.trashed_at
                .map(|at| line(house, at, said, what, nothing, nothing)),
        );
    }
    lines.extend(touchpoint_lines(house, &mut heap)?);
    lines.sort_by_key(|line| std::cmp::Reverse(line.at));
    lines.truncate(MOST);
    Ok(lines)
}

fn touchpoint_lines(house: &House, heap: &mut Heap) -> Result<Vec<Line>, Fault> {
    let mut lines = Vec::new();
    for id in heap
        .touchpoints
        .iter()
        .map(|one| one.id)
        .collect::<Vec<_>>()
    {
        let Some(one) = heap.touchpoints.iter().find(|one| one.id == id).cloned() else {
            // It went with another.
            continue;
        };
        let Some(at) = one.trashed_at else { continue };
        let leader = heap
            .touchpoints
            .iter()
            .any(|other| hangs_on(&one, other.id) && other.trashed_at == Some(at));
        if leader {
            continue;
        }
        let taken = heap
            .take_touchpoint(id, |its| its == at)
            .len()
            .saturating_sub(1);
        let along = heap
            .touchpoints
            .iter()
            .filter(|other| hangs_on(other, id))
            .count();
        let counts = |touchpoints| Counts {
            touchpoints,
            ..Counts::default()
        };
        let about = client_name(house, one.client)?;
        let mut seen = days::single(one);
        days::name_clients(house, std::slice::from_mut(&mut seen))?;
        let what = Trashed::Touchpoint(Box::new(seen));
        lines.push(line(
            house,
            at,
            (String::new(), about),
            what,
            counts(taken),
            counts(along),
        ));
    }
    Ok(lines)
}

fn line(
    house: &House,
    at: DateTime<Utc>,
    (title, about): (String, String),
    what: Trashed,
    with: Counts,
    along: Counts,
) -> Line {
    Line {
        at,
        days_left: erase::days_left(at, house.clock.now()),
        title,
        about,
        what,
        with,
        along,
    }
}

/// Puts clients in the trash with everything of their own, at one time and as one step. Those that are gone or there
/// already are passed over.
pub(crate) fn clients(house: &House, ids: &[ClientId]) -> Result<Heap, Fault> {
    let mut going = Heap::default();
    for id in ids {
        let client: Option<Client> = house.store.get(id.to_bytes())?;
        if let Some(client) = client.filter(|client| client.trashed_at.is_none()) {
            going.extend(Heap::living_of(house, *id)?);
            going.clients.push(client);
        }
    }
    going.set(Some(stamp(house)?));
    Ok(going)
}

/// Takes something out of the trash with exactly what went there with it; and with its client, when that is there too.
pub fn restore(house: &House, what: Put) -> Result<Done, Fault> {
    let _gate = house.gate();
    let mut heap = Heap::read(house)?;
    let mut back = Heap::default();
    let (label, said, title, client) = match what {
        Put::Client(id) => {
            let name = heap
                .clients
                .iter()
                .find(|one| one.id == id)
                .map(|one| one.name.clone());
            let name = name.ok_or_else(Fault::gone)?;
            ("client-restored", "said-client-restored", name, Some(id))
        }
        Put::Contact(id) => {
            back.contacts
                .extend(heap.contacts.extract_if(.., |one| one.id == id));
            let one = back.contacts.first().ok_or_else(Fault::gone)?;
            (
                "contact-restored",
                "said-contact-restored",
                one.name.clone(),
                one.client,
            )
        }
        Put::Place(id) => {
            back.places
                .extend(heap.places.extract_if(.., |one| one.id == id));
            let one = back.places.first().ok_or_else(Fault::gone)?;
            (
                "place-restored",
                "said-place-restored",
                places::title(one),
                Some(one.client),
            )
        }
        Put::Touchpoint(id) => {
            let at = heap
                .touchpoints
                .iter()
                .find(|one| one.id == id)
                .and_then(|one| one.trashed_at);
            let at = at.ok_or_else(Fault::gone)?;
            back.touchpoints = heap.take_touchpoint(id, |its| its == at);
            let one = back
                .touchpoints
                .iter()
                .find(|one| one.id == id)
                .ok_or_else(Fault::gone)?;
            let title = title_of(house, one)?;
            ("restored", "said-restored", title, one.client)
        }
    };
    let its = heap.clients.iter().find(|one| Some(one.id) == client);
    let its = its.and_then(|one| one.trashed_at.map(|at| (one.id, at)));
    if let Some((client, at)) = its {
        back.extend(heap.take_client(client, |its| its == at));
    }
    back.set(None);
    let name = client_name(house, client)?;
    let args = [("title", title.clone()), ("client", name.clone())];
    let note = note::of(house, label, &args);
    let ((), receipt) = house.store.commit(note, |tx| back.put(house, tx))?;
    let along = its.is_some() && !matches!(what, Put::Client(_));
    let said = Said::new(if along {
        "said-restored-with-client"
    } else {
        said
    })
    .with("title", title.clone())
    .with("name", title)
    .with("client", name);
    let seen = match what {
        Put::Touchpoint(id) => back
            .touchpoints
            .iter()
            .find(|one| one.id == id)
            .cloned()
            .map(days::single),
        _ => None,
    };
    let done = Done::of(house, said, seen, receipt.seq)?;
    let client: Option<Client> = match client {
        Some(id) => house.store.get(id.to_bytes())?,
        None => None,
    };
    Ok(Done { client, ..done })
}

fn title_of(house: &House, one: &Touchpoint) -> Result<String, Fault> {
    let mut seen = days::single(one.clone());
    days::name_clients(house, std::slice::from_mut(&mut seen))?;
    Ok(seen.title(&house.words().say("title-none", &[])))
}

fn client_name(house: &House, id: Option<ClientId>) -> Result<String, Fault> {
    let client: Option<Client> = match id {
        Some(id) => house.store.get(id.to_bytes())?,
        None => None,
    };
    Ok(client.map(|client| client.name).unwrap_or_default())
}
