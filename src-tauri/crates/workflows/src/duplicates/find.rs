//! Pairs that may be one, found over the whole book by what they have in common.

use std::collections::HashSet;
use std::sync::Arc;

use domain::{Client, ClientId, Contact, folded_company};
use parking_lot::Mutex;
use store::{Index, Key};

use super::fields::{Fielded, agree};
use super::like::{Company, alike, apart_said, pair_of};
use super::{Compared, Likeness, Pair, Pairs, Party, Side, join};
use crate::fault::Fault;
use crate::house::House;

/// The most pairs that are looked for; a book with more has another trouble.
const PAIRS_MOST: usize = 10_000;
/// More who share a number or an address than this are a house, not one person.
const SHARED_MOST: usize = 12;
/// How much of a field is shown, in characters.
const SHOWN_MOST: usize = 1_000;

/// A pair that was found.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    sure: bool,
    why: Vec<Likeness>,
    a: Party,
    b: Party,
}

/// The pairs of a revision of the book.
pub(crate) type Kept = Mutex<Option<(u64, Arc<Vec<Found>>)>>;

/// Pairs that may be one, the surest first; those said apart are left out.
pub fn pairs(house: &House, from: usize, most: usize) -> Result<Pairs, Fault> {
    let found = found(house)?;
    let mut pairs = Vec::new();
    for one in found.iter().skip(from).take(most) {
        // What went meanwhile is found no more the next time.
        pairs.extend(shown(house, one)?);
    }
    Ok(Pairs {
        total: found.len(),
        pairs,
    })
}

fn found(house: &House) -> Result<Arc<Vec<Found>>, Fault> {
    let revision = house.store.last_seq();
    let mut kept = house.pairs.lock();
    if let Some((at, found)) = kept.as_ref().filter(|(at, _)| *at == revision) {
        log::debug!("{} pairs as of {at}", found.len());
        return Ok(found.clone());
    }
    let mut found = Vec::new();
    let apart = apart_said(house)?;
    contacts(house, &apart, &mut found)?;
    clients(house, &apart, &mut found)?;
    found.sort_by(|one, other| {
        let rank = |found: &Found| (!found.sure, found.why.clone(), std::cmp::Reverse(found.a));
        rank(one).cmp(&rank(other))
    });
    let found = Arc::new(found);
    *kept = Some((revision, found.clone()));
    Ok(found)
}

fn contacts(house: &House, apart: &HashSet<[Key; 2]>, found: &mut Vec<Found>) -> Result<(), Fault> {
    let mut seen = HashSet::new();
    for index in [
        Index::ContactUid,
        Index::ContactEmail,
        Index::ContactPhone,
        Index::ContactName,
    ] {
        for group in house.store.sharing(index)? {
            let group: Vec<Contact> = group
                .iter()
                .take(SHARED_MOST)
                .filter_map(|key| house.store.get::<Contact>(*key).transpose())
                .collect::<Result<_, _>>()?;
            for (at, a) in group.iter().enumerate() {
                for b in &group[at + 1..] {
                    let pair = pair_of(a.id.to_bytes(), b.id.to_bytes());
                    if apart.contains(&pair) || !seen.insert(pair) {
                        continue;
                    }
                    if a.trashed_at.is_some() || b.trashed_at.is_some() {
                        continue;
                    }
                    let Some(alike) = alike(a, b, company(a, b)) else {
                        continue;
                    };
                    let (a, b) = fuller(a, b);
                    found.push(Found {
                        sure: alike.sure,
                        why: alike.why,
                        a: Party::Contact(a.id),
                        b: Party::Contact(b.id),
                    });
                    if found.len() == PAIRS_MOST {
                        return Ok(());
                    }
                }
            }
        }
    }
    Ok(())
}

fn company(a: &Contact, b: &Contact) -> Company {
    match (a.client, b.client) {
        (Some(one), Some(other)) if one == other => Company::Same,
        (Some(_), Some(_)) => Company::Other,
        _ => Company::Unknown,
    }
}

fn clients(house: &House, apart: &HashSet<[Key; 2]>, found: &mut Vec<Found>) -> Result<(), Fault> {
    for group in house.store.sharing(Index::CompanyName)? {
        let group: Vec<Client> = group
            .iter()
            .take(SHARED_MOST)
            .filter_map(|key| house.store.get::<Client>(*key).transpose())
            .collect::<Result<_, _>>()?;
        for (at, a) in group.iter().enumerate() {
            for b in &group[at + 1..] {
                let alike = folded_company(&a.name) == folded_company(&b.name);
                let other = !a.siren.is_empty() && !b.siren.is_empty() && a.siren != b.siren;
                let said = apart.contains(&pair_of(a.id.to_bytes(), b.id.to_bytes()));
                if !alike || other || said || found.len() >= PAIRS_MOST {
                    continue;
                }
                let siren = !a.siren.is_empty() && a.siren == b.siren;
                let mut why = vec![Likeness::Name];
                if siren {
                    why.insert(0, Likeness::Uid);
                }
                let (a, b) = fuller(a, b);
                found.push(Found {
                    sure: siren,
                    why,
                    a: Party::Client(a.id),
                    b: Party::Client(b.id),
                });
            }
        }
    }
    Ok(())
}

/// The one that says more first; of two that say as much, the one that is named first.
fn fuller<'a, R: Fielded>(a: &'a R, b: &'a R) -> (&'a R, &'a R) {
    let said = |one: &R| {
        let fields = R::ASPECTS.iter();
        fields.filter(|field| !one.is_silent(**field)).count()
    };
    if said(b) > said(a) { (b, a) } else { (a, b) }
}

fn shown(house: &House, found: &Found) -> Result<Option<Pair>, Fault> {
    let name = |id: ClientId| -> String {
        let client: Option<Client> = house.store.get(id.to_bytes()).ok().flatten();
        client.map(|client| client.name).unwrap_or_default()
    };
    let (a, b, fields) = match (found.a, found.b) {
        (Party::Contact(a), Party::Contact(b)) => {
            let (Some(a), Some(b)) = (
                house.store.get::<Contact>(a.to_bytes())?,
                house.store.get::<Contact>(b.to_bytes())?,
            ) else {
                return Ok(None);
            };
            let fields = compared(&a, &b, &name);
            (contact_side(&a, &name), contact_side(&b, &name), fields)
        }
        (Party::Client(a), Party::Client(b)) => {
            let (Some(a), Some(b)) = (
                house.store.get::<Client>(a.to_bytes())?,
                house.store.get::<Client>(b.to_bytes())?,
            ) else {
                return Ok(None);
            };
            let fields = compared(&a, &b, &name);
            (client_side(&a), client_side(&b), fields)
        }
        _ => return Ok(None),
    };
    Ok(Some(Pair {
        a,
        b,
        why: found.why.clone(),
        fields,
    }))
}

fn compared<R: Fielded>(a: &R, b: &R, name: &dyn Fn(ClientId) -> String) -> Vec<Compared> {
    let cut = |text: String| text.chars().take(SHOWN_MOST).collect();
    R::ASPECTS
        .iter()
        .filter(|field| !a.is_silent(**field) || !b.is_silent(**field))
        .map(|field| Compared {
            field: *field,
            a: cut(a.said(*field, name)),
            b: cut(b.said(*field, name)),
            same: agree(a, b, *field),
            both: join::may_be_both(a, b, *field),
        })
        .collect()
}

/// A person among others of that name.
fn contact_side(contact: &Contact, name: &dyn Fn(ClientId) -> String) -> Side {
    let client = contact.client.map(name).unwrap_or_default();
    let email = contact.emails.first().map(|one| one.address.clone());
    let parts = [client, email.unwrap_or_default()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Side {
        id: Party::Contact(contact.id),
        name: contact.name.clone(),
        subtitle: parts.join(" · "),
    }
}

fn client_side(client: &Client) -> Side {
    let email = client.emails.first().map(|one| one.address.clone());
    Side {
        id: Party::Client(client.id),
        name: client.name.clone(),
        subtitle: email.unwrap_or_else(|| client.market.clone()),
    }
}
