//! Needs and promises: written down, answered, kept, and asked for when they are due.

use chrono::NaiveDate;
use domain::{
    Client, ClientId, Need, NeedId, Owner, Promise, PromiseId, PromiseState, Touchpoint,
    TouchpointId, clean_line,
};
use store::{Index, due_key};

use crate::clients;
use crate::done::Done;
use crate::fault::Fault;
use crate::house::House;

/// The most needs, and the most promises, one client has.
const MOST: usize = 1_000;

/// A need as it is given.
#[derive(Debug, Clone)]
pub struct NeedGiven {
    /// Which one; `None` is a new one.
    pub id: Option<NeedId>,
    /// In their words; empty takes it away.
    pub words: String,
    /// What answers it; empty leaves it open.
    pub answer: String,
    /// Where it was voiced.
    pub touchpoint: Option<TouchpointId>,
}

/// A promise as it is given.
#[derive(Debug, Clone)]
pub struct PromiseGiven {
    /// Which one; `None` is a new one.
    pub id: Option<PromiseId>,
    /// Who owes it.
    pub owner: Owner,
    /// What was promised; empty takes it away.
    pub words: String,
    /// The day it is due.
    pub due: Option<NaiveDate>,
    /// Where it stands.
    pub state: PromiseState,
    /// Where it was made.
    pub touchpoint: Option<TouchpointId>,
}

/// Writes a need down, changes it, answers it or takes it away.
pub fn need(house: &House, client: ClientId, given: NeedGiven) -> Result<Done, Fault> {
    let _gate = house.gate();
    let mut client = clients::client(house, client)?;
    put_need(house, &mut client, given)?;
    clients::write(house, client, "need-written", "said-need")
}

/// Writes a promise down, changes it, settles it or takes it away.
pub fn promise(house: &House, client: ClientId, given: PromiseGiven) -> Result<Done, Fault> {
    let _gate = house.gate();
    let mut client = clients::client(house, client)?;
    let said = match given.state {
        PromiseState::Kept => "said-promise-kept",
        PromiseState::Open | PromiseState::Dropped => "said-promise",
    };
    put_promise(house, &mut client, given)?;
    clients::write(house, client, "promise-written", said)
}

pub(super) fn put_need(house: &House, client: &mut Client, given: NeedGiven) -> Result<(), Fault> {
    let words = clean_line(&given.words, Touchpoint::LINE_MOST);
    let answer = clean_line(&given.answer, Touchpoint::LINE_MOST);
    let today = house.now_wall().date();
    let Some(id) = given.id else {
        if words.is_empty() {
            return Err(Fault::invalid("error-need-empty"));
        }
        if client.needs.len() >= MOST {
            return Err(Fault::invalid("error-needs-many").with("most", MOST));
        }
        client.needs.push(Need {
            id: house.clock.new_id(),
            on: today,
            words,
            answered_on: (!answer.is_empty()).then_some(today),
            answer,
            touchpoint: given.touchpoint,
        });
        return Ok(());
    };
    let at = client.needs.iter().position(|need| need.id == id);
    let at = at.ok_or_else(Fault::gone)?;
    if words.is_empty() {
        client.needs.remove(at);
        return Ok(());
    }
    if let Some(need) = client.needs.get_mut(at) {
        need.words = words;
        // The day of an answer is the day it was first given.
        need.answered_on = (!answer.is_empty()).then(|| need.answered_on.unwrap_or(today));
        need.answer = answer;
    }
    Ok(())
}

pub(super) fn put_promise(
    house: &House,
    client: &mut Client,
    given: PromiseGiven,
) -> Result<(), Fault> {
    let words = clean_line(&given.words, Touchpoint::LINE_MOST);
    let Some(id) = given.id else {
        if words.is_empty() {
            return Err(Fault::invalid("error-promise-empty"));
        }
        if client.promises.len() >= MOST {
            return Err(Fault::invalid("error-promises-many").with("most", MOST));
        }
        client.promises.push(Promise {
            id: house.clock.new_id(),
            owner: given.owner,
            words,
            on: house.now_wall().date(),
            due: given.due,
            state: given.state,
            touchpoint: given.touchpoint,
        });
        return Ok(());
    };
    let at = client.promises.iter().position(|one| one.id == id);
    let at = at.ok_or_else(Fault::gone)?;
    if words.is_empty() {
        client.promises.remove(at);
    } else if let Some(promise) = client.promises.get_mut(at) {
        promise.words = words;
        promise.owner = given.owner;
        promise.due = given.due;
        promise.state = given.state;
    }
    Ok(())
}

/// A promise that is owed, and by or to whom.
#[derive(Debug, Clone)]
pub struct Owed {
    /// The client.
    pub client: (ClientId, String),
    /// What was promised.
    pub promise: Promise,
}

/// Open promises of living clients due before `until` (excluded), by day; at most `most`.
pub fn owed(house: &House, until: NaiveDate, most: usize) -> Result<Vec<Owed>, Fault> {
    let keys = house
        .store
        .range(Index::PromiseDue, &[], &due_key(Some(until)))?;
    let mut clients: Vec<_> = keys;
    clients.sort_unstable();
    clients.dedup();
    let mut owed = Vec::new();
    for key in clients {
        let client: Option<Client> = house.store.get(key)?;
        // Whoever objects is not offered to be called about it; their page still says what is owed.
        let Some(client) = client.filter(|client| client.objection.is_none()) else {
            continue;
        };
        let due = client
            .promises
            .iter()
            .filter(|one| one.is_open() && one.due.is_some_and(|due| due < until));
        owed.extend(due.cloned().map(|promise| Owed {
            client: (client.id, client.name.clone()),
            promise,
        }));
    }
    owed.sort_by(|a, b| (a.promise.due, &a.client.1).cmp(&(b.promise.due, &b.client.1)));
    owed.truncate(most);
    Ok(owed)
}
