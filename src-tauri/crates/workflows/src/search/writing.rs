//! Writing the index: what was touched, or everything.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use domain::{Client, ClientId, Contact, Place, Touchpoint};
use search::{Document, Index, Key, Pen, Stamp};
use store::{Index as Order, Record, Store, StoreError, Touched, Tree};

use super::documents::{self, Names};
use super::follower::{Desk, Stuck, stamp};

/// How many records lie between two looks at whether the house closes.
const AT_ONCE: usize = 256;
/// How many documents of a first index are shown before the rest is there.
const SHOWN_EARLY: usize = 100_000;

/// Writes what was touched, and what shows it: a client's name is among what its contacts and touchpoints are found by.
pub(super) fn changes(
    desk: &Desk,
    pen: &mut Pen,
    touched: &[Touched],
    stamp: &Stamp,
) -> Result<(), Stuck> {
    let store = &desk.store;
    let (mut clients, mut contacts, mut touchpoints) = (Keys::new(), Keys::new(), Keys::new());
    for one in touched {
        match one.tree {
            Tree::Client => {
                clients.insert(one.key);
                if !one.texts("name").is_empty() {
                    contacts.extend(store.starting_with(Order::ContactOfClient, &one.key)?);
                    touchpoints.extend(store.starting_with(Order::OfClient, &one.key)?);
                }
            }
            Tree::Contact => {
                contacts.insert(one.key);
            }
            Tree::Touchpoint => {
                touchpoints.insert(one.key);
            }
            Tree::Place => {
                let owners = one
                    .texts("client")
                    .into_iter()
                    .filter_map(|id| id.parse().ok());
                clients.extend(owners.map(|id: ClientId| id.to_bytes()));
                let place = store.get::<Place>(one.key)?;
                clients.extend(place.map(|place| place.client.to_bytes()));
            }
            _ => {}
        }
    }
    let all: HashSet<Key> = [&clients, &contacts, &touchpoints]
        .into_iter()
        .flatten()
        .copied()
        .collect();
    if !all.is_empty() {
        pen.remove(all)?;
    }
    let mut names = Names::default();
    let add = |documents: Vec<Document>| -> Result<(), Stuck> {
        documents.iter().try_for_each(|one| pen.add(one))?;
        Ok(())
    };
    for client in records::<Client>(desk, clients) {
        let client = client?;
        add(documents::of_client(&client, &places_of(store, client.id)?))?;
    }
    for contact in records::<Contact>(desk, contacts) {
        let contact = contact?;
        add(documents::of_contact(
            &contact,
            names.of(store, contact.client)?,
        ))?;
    }
    for touchpoint in records::<Touchpoint>(desk, touchpoints) {
        let touchpoint = touchpoint?;
        let name = names.of(store, touchpoint.client)?;
        add(documents::of_touchpoint(&touchpoint, name)
            .into_iter()
            .collect())?;
    }
    pen.commit(stamp)?;
    Ok(())
}

type Keys = HashSet<Key>;

/// The records of some keys that are here.
fn records<R: Record>(desk: &Desk, keys: Keys) -> impl Iterator<Item = Result<R, Stuck>> + '_ {
    keys.into_iter().enumerate().filter_map(move |(at, key)| {
        if at % AT_ONCE == 0 && desk.stopped() {
            return Some(Err(Stuck::Stopped));
        }
        desk.store.get(key).map_err(Stuck::from).transpose()
    })
}

fn places_of(store: &Store, client: ClientId) -> Result<Vec<Place>, StoreError> {
    let keys = store.starting_with(Order::PlaceOfClient, &client.to_bytes())?;
    keys.into_iter()
        .filter_map(|key| store.get(key).transpose())
        .collect()
}

/// Writes the whole book, in bounded memory. An index that was whole stays as it is until the new one is; a first one
/// shows what it has as it grows.
pub(super) fn everything(desk: &Desk, index: &Arc<Index>, pen: &mut Pen) -> Result<(), Stuck> {
    let store = &desk.store;
    let first = index.is_empty();
    let seq = store.last_seq();
    let (done, going) = (stamp(store, seq, true)?, stamp(store, seq, false)?);
    pen.clear()?;
    let mut names = Names::default();
    let mut places: HashMap<ClientId, Vec<Place>> = HashMap::new();
    for place in watched(desk, store.stream_any::<Place>()) {
        let place = place?;
        places.entry(place.client).or_default().push(place);
    }
    let mut written = 0;
    let mut add = |pen: &mut Pen, documents: Vec<Document>| -> Result<(), Stuck> {
        for one in &documents {
            pen.add(one)?;
            written += 1;
            if first && written % SHOWN_EARLY == 0 {
                pen.commit(&going)?;
                desk.reach(index, seq, false);
            }
        }
        Ok(())
    };
    for client in watched(desk, store.stream_any::<Client>()) {
        let client = client?;
        names.know(&client);
        let places = places.remove(&client.id).unwrap_or_default();
        add(pen, documents::of_client(&client, &places))?;
    }
    for contact in watched(desk, store.stream_any::<Contact>()) {
        let contact = contact?;
        add(
            pen,
            documents::of_contact(&contact, names.of(store, contact.client)?),
        )?;
    }
    for touchpoint in watched(desk, store.stream_any::<Touchpoint>()) {
        let touchpoint = touchpoint?;
        let name = names.of(store, touchpoint.client)?;
        add(
            pen,
            documents::of_touchpoint(&touchpoint, name)
                .into_iter()
                .collect(),
        )?;
    }
    pen.commit(&done)?;
    desk.reach(index, seq, true);
    Ok(())
}

/// Records as they are read, until the house closes.
fn watched<'a, R>(
    desk: &'a Desk,
    records: impl Iterator<Item = Result<R, StoreError>> + 'a,
) -> impl Iterator<Item = Result<R, Stuck>> + 'a {
    records.enumerate().map(move |(at, record)| {
        if at % AT_ONCE == 0 && desk.stopped() {
            return Err(Stuck::Stopped);
        }
        record.map_err(Stuck::from)
    })
}
