//! The list of clients by windows, and its type-ahead.

use domain::{Client, ClientId, Clock, Contact};

use crate::fault::Fault;
use crate::house::House;
use crate::roster::{self, Query};
use crate::seen::Seen;

/// A line of the list.
#[derive(Debug, Clone)]
pub struct Row {
    /// The client.
    pub client: Client,
    /// Its first contacts by name, those put aside left out.
    pub contacts: Vec<Contact>,
    /// How many contacts are not put aside.
    pub contact_count: u32,
    /// The town of its first place.
    pub city: String,
    /// The last touchpoint that is over.
    pub last: Option<Seen>,
    /// The next one, or the one that goes on.
    pub next: Option<Seen>,
    /// How many are its own; a series counts as one.
    pub touchpoints: usize,
    /// Its clocks, as far as they run.
    pub clocks: Vec<Clock>,
}

/// A window of the list.
#[derive(Debug, Clone)]
pub struct Window {
    /// How many clients match.
    pub total: usize,
    /// How many there are with this filter's `archived`.
    pub all: usize,
    /// Those of the window.
    pub rows: Vec<Row>,
    /// The store's revision it was read at.
    pub revision: u64,
}

/// The most rows of one window.
pub const AT_ONCE: usize = 500;
/// The most clients a few letters may mean.
const LIKELY: usize = 50;

/// The living clients a few letters may mean, the likeliest first.
pub fn list(house: &House, words: &str) -> Result<Vec<Row>, Fault> {
    rows(house, &roster::likely(house, words, LIKELY)?)
}

/// A window of the list.
pub fn window(house: &House, query: &Query) -> Result<Window, Fault> {
    let revision = house.store.last_seq();
    let query = Query {
        limit: query.limit.min(AT_ONCE),
        ..query.clone()
    };
    let found = roster::find(house, &query)?;
    Ok(Window {
        total: found.total,
        all: found.all,
        rows: rows(house, &found.ids)?,
        revision,
    })
}

/// Every client that matches, in the order of the list.
pub fn ids(house: &House, query: &Query) -> Result<Vec<ClientId>, Fault> {
    roster::find_all(house, query)
}

fn rows(house: &House, ids: &[ClientId]) -> Result<Vec<Row>, Fault> {
    let mut rows = Vec::with_capacity(ids.len());
    for (id, hanging) in ids.iter().zip(roster::hanging(house, ids)?) {
        // One that went between the two reads is gone from the next window.
        let Some(client) = house.store.get::<Client>(id.to_bytes())? else {
            continue;
        };
        let mut contacts = Vec::with_capacity(hanging.first.len());
        for key in &hanging.first {
            contacts.extend(house.store.get::<Contact>(*key)?);
        }
        let around = roster::around(house, &client, &hanging)?;
        rows.push(Row {
            client,
            contacts,
            contact_count: hanging.contacts,
            city: hanging.city,
            last: around.last,
            next: around.next,
            touchpoints: around.touchpoints,
            clocks: around.clocks,
        });
    }
    Ok(rows)
}
