//! Who has met a contact, as the book itself knows it: touchpoints that took place with them among the participants.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use domain::{ClientId, Contact, MetHow, State, Touchpoint};

use crate::fault::Fault;
use crate::house::House;
use crate::seen::Seen;
use crate::{days, reads};

/// The touchpoints that took place with a contact in one way.
#[derive(Debug, Clone)]
pub struct MetAt {
    /// How.
    pub how: MetHow,
    /// How many.
    pub times: usize,
    /// The last of them.
    pub last: Seen,
}

/// For each contact, the touchpoints of its client that took place with it, by how, the latest first. Somebody is told
/// by an e-mail address of theirs, else by their whole name.
pub(crate) fn of(house: &House, contacts: &[Contact]) -> Result<Vec<Vec<MetAt>>, Fault> {
    let clients: HashSet<ClientId> = contacts.iter().filter_map(|one| one.client).collect();
    let mut held: HashMap<ClientId, Vec<Touchpoint>> = HashMap::new();
    for client in clients {
        let mut touchpoints = reads::of_client(house, client)?;
        touchpoints.retain(|one| took_place(house, one) && !one.participants.is_empty());
        held.insert(client, touchpoints);
    }
    contacts
        .iter()
        .map(|contact| {
            let all = contact.client.and_then(|client| held.get(&client));
            met_at(house, contact, all.map_or(&[], Vec::as_slice))
        })
        .collect()
}

/// Whether a contact was met in any way in touchpoints of its client that are read already.
pub(crate) fn any(house: &House, contact: &Contact, touchpoints: &[Seen]) -> bool {
    let known = Known::of(contact);
    touchpoints
        .iter()
        .map(|one| &one.touchpoint)
        .any(|one| known.takes_part(one) && took_place(house, one))
}

/// What somebody is told by among participants.
struct Known {
    addresses: HashSet<String>,
    name: String,
}

impl Known {
    fn of(contact: &Contact) -> Self {
        Self {
            addresses: contact.emails.iter().map(|email| email.folded()).collect(),
            name: contact.folded_name(),
        }
    }

    fn takes_part(&self, touchpoint: &Touchpoint) -> bool {
        touchpoint.participants.iter().any(|one| {
            let address = one.email.trim().to_lowercase();
            self.addresses.contains(&address)
                || (address.is_empty() && domain::folded_name(&one.name) == self.name)
        })
    }
}

fn took_place(house: &House, one: &Touchpoint) -> bool {
    let over = || {
        one.span(house.home())
            .is_some_and(|span| span.end <= house.clock.now())
    };
    // A series says of no occurrence that it took place; one that was changed by hand is a record of its own.
    one.recurrence.is_none() && one.state == State::Held && over()
}

fn met_at(house: &House, contact: &Contact, held: &[Touchpoint]) -> Result<Vec<MetAt>, Fault> {
    let known = Known::of(contact);
    let mut ways: HashMap<MetHow, (usize, &Touchpoint)> = HashMap::new();
    for touchpoint in held {
        if known.takes_part(touchpoint) {
            let way = ways
                .entry(touchpoint.kind.into())
                .or_insert((0, touchpoint));
            way.0 += 1;
            if start(way.1) < start(touchpoint) {
                way.1 = touchpoint;
            }
        }
    }
    let mut met: Vec<(MetHow, usize, Seen)> = ways
        .into_iter()
        .map(|(how, (times, last))| (how, times, days::single(last.clone())))
        .collect();
    met.sort_by_key(|(how, _, last)| (Reverse(start(&last.touchpoint)), *how));
    met.into_iter()
        .map(|(how, times, mut last)| {
            days::name_clients(house, std::slice::from_mut(&mut last))?;
            Ok(MetAt { how, times, last })
        })
        .collect()
}

fn start(one: &Touchpoint) -> Option<chrono::NaiveDateTime> {
    one.slot.map(|slot| slot.start_wall())
}
