//! Who has not been heard of for three years (the CNIL's measure): a list a person goes through. It keeps, it asks again
//! later, it leads to an erasure; it never does anything by itself.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use domain::{
    Agreed, Client, ClientId, Contact, ContactId, Owner, Stays, Touchpoint, Zone, asks_review,
    clean_line, last_sign, review_from,
};
use store::{ClientKey, Index, Key};

use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::note;

/// Somebody to look at again.
#[derive(Debug, Clone)]
pub struct Silent {
    /// Who.
    pub contact: Contact,
    /// At which client.
    pub client: Option<(ClientId, String)>,
    /// The day they were last heard of; the day they came into the book when they never were.
    pub last: NaiveDate,
    /// Whether they were ever heard of.
    pub heard: bool,
    /// Since when they are to be looked at again.
    pub since: NaiveDate,
}

/// The most of them in one window.
pub const AT_ONCE: usize = 500;

/// Living people to look at again, the longest silent first: how many there are, and a window of them.
///
/// A sign of life is a touchpoint that took place with them, or with their client where nobody is named; a day one of
/// ours met them; their agreement; a need or a promise of their house.
pub fn list(house: &House, from: usize, limit: usize) -> Result<(usize, Vec<Silent>), Fault> {
    let today = house.now_wall().date();
    let mut by_client: BTreeMap<Option<ClientId>, Vec<Contact>> = BTreeMap::new();
    for contact in house.store.stream_any::<Contact>() {
        let contact = contact?;
        if contact.is_living() && !contact.example {
            by_client.entry(contact.client).or_default().push(contact);
        }
    }
    let held = held_by_client(house)?;
    let mut silent = Vec::new();
    for (id, contacts) in by_client {
        let client: Option<Client> = match id {
            Some(id) => house.store.get(id.to_bytes())?,
            None => None,
        };
        if client
            .as_ref()
            .is_some_and(|client| client.trashed_at.is_some())
        {
            continue;
        }
        let held = id
            .and_then(|id| held.get(&id))
            .map_or(&[][..], Vec::as_slice);
        silent.extend(of_client(house, client.as_ref(), contacts, held, today)?);
    }
    silent.sort_by(|a, b| (a.last, &a.contact.name).cmp(&(b.last, &b.contact.name)));
    let total = silent.len();
    let window = silent.into_iter().skip(from).take(limit.min(AT_ONCE));
    Ok((total, window.collect()))
}

/// When touchpoints of each client took place, as their keys say it, the latest first.
fn held_by_client(house: &House) -> Result<HashMap<ClientId, Vec<(NaiveDate, Key)>>, Fault> {
    let now = house.now_wall();
    let mut held: HashMap<ClientId, Vec<(NaiveDate, Key)>> = HashMap::new();
    house
        .store
        .each_key(Index::OfClient, &[], &mut |own, key| {
            let took_place = |of: &ClientKey| !of.off && !of.series;
            if let Some(of) = ClientKey::read(own).filter(took_place)
                && let Some(start) = of.start.filter(|start| *start <= now)
            {
                held.entry(of.client).or_default().push((start.date(), key));
            }
        })?;
    for days in held.values_mut() {
        days.sort_unstable_by(|a, b| b.cmp(a));
    }
    Ok(held)
}

fn of_client(
    house: &House,
    client: Option<&Client>,
    contacts: Vec<Contact>,
    held: &[(NaiveDate, Key)],
    today: NaiveDate,
) -> Result<Vec<Silent>, Fault> {
    let house_signs = client.map(signs_of_house).unwrap_or_default();
    let mut last: HashMap<ContactId, NaiveDate> = HashMap::new();
    let mut unheard: Vec<&Contact> = contacts.iter().collect();
    for (day, key) in held {
        if unheard.is_empty() {
            break;
        }
        let Some(touchpoint) = house.store.get::<Touchpoint>(*key)? else {
            continue;
        };
        if touchpoint.state != domain::State::Held {
            continue;
        }
        unheard.retain(|contact| {
            let there = with(&touchpoint, contact);
            if there {
                last.insert(contact.id, *day);
            }
            !there
        });
    }
    let mut silent = Vec::new();
    for contact in contacts {
        let signs: Vec<NaiveDate> = signs_of(&contact)
            .chain(house_signs.iter().copied())
            .chain(last.get(&contact.id).copied())
            .filter(|day| *day <= today)
            .collect();
        let created = Zone::Floating.wall(contact.created_at, house.home()).date();
        let heard = !signs.is_empty();
        let last = last_sign(signs, created, today);
        if asks_review(last, contact.stays.as_ref(), today) {
            silent.push(Silent {
                client: client.map(|client| (client.id, client.name.clone())),
                since: review_from(last).unwrap_or(last),
                contact,
                last,
                heard,
            });
        }
    }
    Ok(silent)
}

/// Whether a touchpoint that took place was with somebody: they are named in it, or nobody but ourselves is.
fn with(touchpoint: &Touchpoint, contact: &Contact) -> bool {
    let mut others = touchpoint
        .participants
        .iter()
        .filter(|one| !one.organizer)
        .peekable();
    others.peek().is_none()
        || touchpoint
            .participants
            .iter()
            .any(|one| contact.takes_part_as(one))
}

fn signs_of(contact: &Contact) -> impl Iterator<Item = NaiveDate> + '_ {
    let met = contact.met.iter().filter_map(|met| met.on);
    let agreed = contact
        .consents
        .iter()
        .filter(|consent| consent.agreed == Agreed::Given)
        .filter_map(|consent| consent.on);
    met.chain(agreed)
}

fn signs_of_house(client: &Client) -> Vec<NaiveDate> {
    let needs = client.needs.iter().map(|need| need.on);
    let promises = client
        .promises
        .iter()
        .filter(|one| one.owner == Owner::Them);
    needs.chain(promises.map(|one| one.on)).collect()
}

/// Keeps people in the book and asks again on a day: one step to undo.
pub fn keep(house: &House, ids: &[ContactId], until: NaiveDate, why: &str) -> Result<Done, Fault> {
    let _gate = house.gate();
    let today = house.now_wall().date();
    if until <= today {
        return Err(Fault::invalid("error-stays-day"));
    }
    let stays = Stays {
        on: today,
        until,
        why: clean_line(why, Contact::LINE_MOST),
    };
    let mut kept: BTreeMap<ContactId, Contact> = BTreeMap::new();
    for id in ids {
        let contact: Option<Contact> = house.store.get(id.to_bytes())?;
        if let Some(mut contact) = contact.filter(Contact::is_living) {
            contact.stays = Some(stays.clone());
            contact.updated_at = house.clock.now();
            kept.insert(contact.id, contact);
        }
    }
    let day = house.words().date(until, today);
    let args = [("count", kept.len().to_string()), ("day", day.clone())];
    let note = note::of(house, "stays", &args);
    let ((), receipt) = house
        .store
        .commit(note, |tx| kept.values().try_for_each(|one| tx.put(one)))?;
    let said = Said::new("said-stays")
        .with("count", kept.len())
        .with("day", day);
    Done::of(house, said, None, receipt.seq)
}
