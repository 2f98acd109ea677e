//! What is in the trash, read once, and what goes there or comes back together.

use std::collections::HashSet;

use chrono::{DateTime, Duration, DurationRound, Utc};
use domain::{Client, ClientId, Contact, Place, Touchpoint, TouchpointId};
use store::{Index, Key, Record, StoreError, Tx};

use crate::departures;
use crate::fault::Fault;
use crate::house::House;
use crate::reads;

/// Records of every noun that can be in the trash.
#[derive(Debug, Default)]
pub(crate) struct Heap {
    pub(crate) clients: Vec<Client>,
    pub(crate) contacts: Vec<Contact>,
    pub(crate) places: Vec<Place>,
    pub(crate) touchpoints: Vec<Touchpoint>,
}

/// How many records of each noun.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Clients.
    pub clients: usize,
    /// Contacts.
    pub contacts: usize,
    /// Places.
    pub places: usize,
    /// Touchpoints.
    pub touchpoints: usize,
}

impl Counts {
    /// How many records altogether.
    pub fn sum(self) -> usize {
        self.clients + self.contacts + self.places + self.touchpoints
    }
}

impl Heap {
    /// Everything in the trash, the oldest first within a noun.
    pub(crate) fn read(house: &House) -> Result<Self, Fault> {
        let mut heap = Self::default();
        for key in house.store.starting_with(Index::Trash, &[])? {
            // Nouns share the order, and an id is one noun's.
            if let Some(one) = house.store.get::<Touchpoint>(key)? {
                heap.touchpoints.push(one);
            } else if let Some(one) = house.store.get::<Contact>(key)? {
                heap.contacts.push(one);
            } else if let Some(one) = house.store.get::<Client>(key)? {
                heap.clients.push(one);
            } else {
                heap.places.extend(house.store.get::<Place>(key)?);
            }
        }
        Ok(heap)
    }

    /// What is a client's own and not in the trash: its contacts, places and touchpoints, and what hangs on those.
    pub(crate) fn living_of(house: &House, client: ClientId) -> Result<Self, Fault> {
        let own = |index| house.store.starting_with(index, &client.to_bytes());
        let mut touchpoints = reads::of_client(house, client)?;
        let mut known: HashSet<TouchpointId> = touchpoints.iter().map(|one| one.id).collect();
        for at in 0..touchpoints.len() {
            let id = touchpoints[at].id;
            let mut hanging = reads::overrides_of(house, id)?;
            hanging.extend(reads::hanging_on(house, id)?);
            hanging
                .retain(|one| one.client.is_none_or(|its| its == client) && known.insert(one.id));
            touchpoints.extend(hanging);
        }
        Ok(Self {
            clients: Vec::new(),
            contacts: records(house, own(Index::ContactOfClient)?)?,
            places: records(house, own(Index::PlaceOfClient)?)?,
            touchpoints,
        })
    }

    /// Takes out of the heap what belongs to a client, of what `wanted` says of its time in the trash.
    pub(crate) fn take_client(
        &mut self,
        client: ClientId,
        wanted: impl Fn(DateTime<Utc>) -> bool,
    ) -> Self {
        let at = |at: Option<DateTime<Utc>>| at.is_some_and(&wanted);
        let mut taken = Self {
            clients: self
                .clients
                .extract_if(.., |one| one.id == client && at(one.trashed_at))
                .collect(),
            contacts: self
                .contacts
                .extract_if(.., |one| one.client == Some(client) && at(one.trashed_at))
                .collect(),
            places: self
                .places
                .extract_if(.., |one| one.client == client && at(one.trashed_at))
                .collect(),
            touchpoints: self
                .touchpoints
                .extract_if(.., |one| one.client == Some(client) && at(one.trashed_at))
                .collect(),
        };
        let mut from = 0;
        while let Some(id) = taken.touchpoints.get(from).map(|one| one.id) {
            let hanging = self.touchpoints.extract_if(.., |one| {
                hangs_on(one, id)
                    && one.client.is_none_or(|its| its == client)
                    && at(one.trashed_at)
            });
            taken.touchpoints.extend(hanging);
            from += 1;
        }
        taken
    }

    /// Takes out of the heap a touchpoint and what hangs on it, of what `wanted` says of its time in the trash.
    pub(crate) fn take_touchpoint(
        &mut self,
        id: TouchpointId,
        wanted: impl Fn(DateTime<Utc>) -> bool,
    ) -> Vec<Touchpoint> {
        let at = |at: Option<DateTime<Utc>>| at.is_some_and(&wanted);
        let own = |one: &mut Touchpoint| (one.id == id || hangs_on(one, id)) && at(one.trashed_at);
        self.touchpoints.extract_if(.., own).collect()
    }

    /// Everything of it goes to the trash at `at`, or comes back.
    pub(crate) fn set(&mut self, at: Option<DateTime<Utc>>) {
        self.clients.iter_mut().for_each(|one| one.trashed_at = at);
        self.contacts.iter_mut().for_each(|one| one.trashed_at = at);
        self.places.iter_mut().for_each(|one| one.trashed_at = at);
        self.touchpoints
            .iter_mut()
            .for_each(|one| one.trashed_at = at);
    }

    /// Adds what another has.
    pub(crate) fn extend(&mut self, other: Self) {
        self.clients.extend(other.clients);
        self.contacts.extend(other.contacts);
        self.places.extend(other.places);
        self.touchpoints.extend(other.touchpoints);
    }

    /// Writes all of it; what waits to be told of a touchpoint follows.
    pub(crate) fn put(&self, house: &House, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        self.clients.iter().try_for_each(|one| tx.put(one))?;
        self.contacts.iter().try_for_each(|one| tx.put(one))?;
        self.places.iter().try_for_each(|one| tx.put(one))?;
        departures::put(house, tx, &self.touchpoints)
    }

    pub(crate) fn counts(&self) -> Counts {
        Counts {
            clients: self.clients.len(),
            contacts: self.contacts.len(),
            places: self.places.len(),
            touchpoints: self.touchpoints.len(),
        }
    }

    fn times(&self) -> impl Iterator<Item = DateTime<Utc>> + '_ {
        let clients = self.clients.iter().map(|one| one.trashed_at);
        let contacts = self.contacts.iter().map(|one| one.trashed_at);
        let places = self.places.iter().map(|one| one.trashed_at);
        let touchpoints = self.touchpoints.iter().map(|one| one.trashed_at);
        clients
            .chain(contacts)
            .chain(places)
            .chain(touchpoints)
            .flatten()
    }
}

/// When something goes to the trash now: what goes together has the same time, to the millisecond, and nothing else has.
pub(crate) fn stamp(house: &House) -> Result<DateTime<Utc>, Fault> {
    let millisecond = Duration::milliseconds(1);
    let now = house.clock.now();
    let mut at = now.duration_trunc(millisecond).unwrap_or(now);
    let taken: HashSet<DateTime<Utc>> = Heap::read(house)?.times().collect();
    while taken.contains(&at) {
        at += millisecond;
    }
    Ok(at)
}

/// Whether it is one of a series, or hangs on a meeting.
pub(crate) fn hangs_on(one: &Touchpoint, id: TouchpointId) -> bool {
    let series = one.occurrence.as_ref().and_then(|one| one.series);
    one.hangs_on == Some(id) || series == Some(id)
}

fn records<R: Record>(house: &House, keys: Vec<Key>) -> Result<Vec<R>, Fault> {
    let mut found = Vec::with_capacity(keys.len());
    for key in keys {
        found.extend(house.store.get::<R>(key)?);
    }
    Ok(found)
}
