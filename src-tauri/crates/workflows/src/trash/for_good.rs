//! Gone for good: what is erased, and everything in the book that speaks of it. The one place where records of the
//! person's leave the book other than by undo; no step of the history, since there is no way back.

use std::collections::{BTreeMap, HashSet};

use domain::{
    Apart, Client, ClientId, Contact, ContactId, Departure, Field, Merge, Merged, Place, PlaceId,
};
use domain::{Touchpoint, TouchpointId};
use store::{Index, Key, StoreError, Tx};

use super::heap::{Counts, Heap, hangs_on};
use crate::fault::Fault;
use crate::house::House;
use crate::reads;
use crate::rights::files::{self, Rewritten};
use crate::rights::nameless::Nameless;

/// What goes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Leaving {
    pub(crate) clients: HashSet<ClientId>,
    pub(crate) contacts: HashSet<ContactId>,
    pub(crate) places: HashSet<PlaceId>,
    pub(crate) touchpoints: HashSet<TouchpointId>,
}

impl From<&Heap> for Leaving {
    fn from(heap: &Heap) -> Self {
        Self {
            clients: heap.clients.iter().map(|one| one.id).collect(),
            contacts: heap.contacts.iter().map(|one| one.id).collect(),
            places: heap.places.iter().map(|one| one.id).collect(),
            touchpoints: heap.touchpoints.iter().map(|one| one.id).collect(),
        }
    }
}

impl Leaving {
    /// How many records that is.
    pub(crate) fn counts(&self) -> Counts {
        Counts {
            clients: self.clients.len(),
            contacts: self.contacts.len(),
            places: self.places.len(),
            touchpoints: self.touchpoints.len(),
        }
    }

    fn has(&self, key: &Key) -> bool {
        self.clients.contains(&ClientId::from_bytes(*key))
            || self.contacts.contains(&ContactId::from_bytes(*key))
    }
}

/// What has to be written so that nothing in the book speaks of what goes.
#[derive(Debug, Default)]
pub(crate) struct Traces {
    clients: Vec<Client>,
    contacts: BTreeMap<ContactId, Contact>,
    touchpoints: BTreeMap<TouchpointId, Touchpoint>,
    /// The files they came in, without their bytes.
    files: Vec<Rewritten>,
    departures: Vec<Key>,
    merges: Vec<Key>,
    aparts: Vec<Key>,
}

/// Everything that speaks of what goes: read before the write, under the same gate. Places of a client that goes, go.
pub(crate) fn traces(house: &House, leaving: &mut Leaving) -> Result<Traces, Fault> {
    let mut traces = Traces::default();
    for client in leaving.clients.clone() {
        of_client(house, client, leaving, &mut traces)?;
    }
    // What is in the trash and stays there is in no order of what hangs on what.
    let staying = Heap::read(house)?.touchpoints;
    let mut touchpoints: Vec<TouchpointId> = leaving.touchpoints.iter().copied().collect();
    touchpoints.sort_unstable();
    for id in touchpoints {
        let departures = house
            .store
            .starting_with(Index::DepartureOf, &id.to_bytes())?;
        traces.departures.extend(departures);
        let mut left = reads::hanging_on(house, id)?;
        left.extend(reads::concluding(house, id)?);
        left.extend(reads::overrides_of(house, id)?);
        let in_trash = staying.iter();
        left.extend(in_trash.filter(|one| speaks_of(one, id)).cloned());
        for mut one in left {
            if leaving.touchpoints.contains(&one.id) {
                continue;
            }
            one = traces.touchpoints.remove(&one.id).unwrap_or(one);
            one.hangs_on = one.hangs_on.filter(|id| !leaving.touchpoints.contains(id));
            one.concludes = one.concludes.filter(|id| !leaving.touchpoints.contains(id));
            if let Some(occurrence) = &mut one.occurrence {
                // It stays where it is, as one that came without its series.
                occurrence.series = occurrence
                    .series
                    .filter(|id| !leaving.touchpoints.contains(id));
            }
            traces.touchpoints.insert(one.id, one);
        }
    }
    if !leaving.clients.is_empty() || !leaving.contacts.is_empty() {
        for merge in house.store.all::<Merge>()? {
            if sides(&merge).iter().any(|side| leaving.has(side)) {
                traces.merges.push(merge.id.to_bytes());
            }
        }
        let aparts = house.store.all::<Apart>()?.into_iter();
        let aparts = aparts.filter(|apart| apart.pair.iter().any(|side| leaving.has(side)));
        traces
            .aparts
            .extend(aparts.map(|apart| apart.id.to_bytes()));
    }
    traces.files = files::left_by(house, &leaving.contacts, &leaving.touchpoints)?;
    for file in &traces.files {
        file.move_along(
            house,
            &Nameless::NOBODY,
            &mut traces.contacts,
            &mut traces.touchpoints,
        )?;
    }
    Ok(traces)
}

impl Traces {
    /// The files that are written anew are durable before any record speaks of them.
    pub(crate) fn keep_files(&self, house: &House) -> Result<(), Fault> {
        self.files.iter().try_for_each(|file| file.keep(house))
    }
}

fn of_client(
    house: &House,
    client: ClientId,
    leaving: &mut Leaving,
    traces: &mut Traces,
) -> Result<(), Fault> {
    let now = house.clock.now();
    let own = Heap::living_of(house, client)?;
    leaving
        .places
        .extend(own.places.iter().map(|place| place.id));
    for mut one in own.contacts {
        if !leaving.contacts.contains(&one.id) {
            one.client = None;
            traces.contacts.insert(one.id, one);
        }
    }
    for mut one in own.touchpoints {
        if one.client == Some(client) && !leaving.touchpoints.contains(&one.id) {
            one.client = None;
            one.mark(Field::Client, now);
            traces.touchpoints.insert(one.id, one);
        }
    }
    for key in house
        .store
        .starting_with(Index::LinkTo, &client.to_bytes())?
    {
        let known = traces
            .clients
            .iter()
            .position(|one| one.id.to_bytes() == key);
        let other = match known {
            Some(known) => Some(traces.clients.swap_remove(known)),
            None => house.store.get::<Client>(key)?,
        };
        if let Some(mut other) = other.filter(|other| !leaving.clients.contains(&other.id)) {
            other.links.retain(|link| link.to != client);
            traces.clients.push(other);
        }
    }
    Ok(())
}

fn speaks_of(one: &Touchpoint, id: TouchpointId) -> bool {
    hangs_on(one, id) || one.concludes == Some(id)
}

fn sides(merge: &Merge) -> [Key; 3] {
    match &merge.of {
        Merged::Contacts { kept, gone, made } => {
            [kept.id, gone.id, made.id].map(ContactId::to_bytes)
        }
        Merged::Clients {
            kept, gone, made, ..
        } => [kept.id, gone.id, made.id].map(ClientId::to_bytes),
    }
}

/// Erases what goes and what speaks of it.
pub(crate) fn erase(tx: &mut Tx<'_>, leaving: &Leaving, traces: &Traces) -> Result<(), StoreError> {
    let Traces {
        clients,
        contacts,
        touchpoints,
        files,
        departures,
        merges,
        aparts,
    } = traces;
    clients.iter().try_for_each(|one| tx.put(one))?;
    contacts.values().try_for_each(|one| tx.put(one))?;
    touchpoints.values().try_for_each(|one| tx.put(one))?;
    files.iter().try_for_each(|file| file.write(tx))?;
    departures
        .iter()
        .try_for_each(|key| tx.remove::<Departure>(*key))?;
    merges.iter().try_for_each(|key| tx.remove::<Merge>(*key))?;
    aparts.iter().try_for_each(|key| tx.remove::<Apart>(*key))?;
    let Leaving {
        clients,
        contacts,
        places,
        touchpoints,
    } = leaving;
    touchpoints
        .iter()
        .try_for_each(|id| tx.remove::<Touchpoint>(id.to_bytes()))?;
    contacts
        .iter()
        .try_for_each(|id| tx.remove::<Contact>(id.to_bytes()))?;
    places
        .iter()
        .try_for_each(|id| tx.remove::<Place>(id.to_bytes()))?;
    clients
        .iter()
        .try_for_each(|id| tx.remove::<Client>(id.to_bytes()))
}
