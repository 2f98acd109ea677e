//! The roster: what the list of clients is found, filtered and sorted by, in memory.
//!
//! It is read from the store when the list is first asked for, and kept true by what the store says was touched since
//! ([`Store::touched_since`]); nobody has to tell it of a write. Fifty thousand clients take about 15 MB. The last and
//! next touchpoints of all clients are found only once somebody sorts or filters by them, out of the keys of one order.
//!
//! [`Store::touched_since`]: store::Store::touched_since

mod book;
mod by_id;
mod line;
mod near;
mod query;
mod reading;

use domain::{Client, ClientId, Clock};
use parking_lot::Mutex;
use store::Key;

use crate::fault::Fault;
use crate::house::House;
use crate::seen::Seen;
use book::Book;
use near::Near;

pub use query::{Facets, Query};

/// The roster of a house, read when it is first asked for.
#[derive(Debug, Default)]
pub(crate) struct Roster(Mutex<Option<Book>>);

/// Clients that match, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// How many match.
    pub(crate) total: usize,
    /// How many there are with this filter's `archived`.
    pub(crate) all: usize,
    /// Those of the window.
    pub(crate) ids: Vec<ClientId>,
}

/// What is near now for a client.
#[derive(Debug, Clone, Default)]
pub(crate) struct Around {
    /// The last touchpoint that is over.
    pub(crate) last: Option<Seen>,
    /// The next one, or the one that goes on.
    pub(crate) next: Option<Seen>,
    /// How many are its own, a series counted once.
    pub(crate) touchpoints: usize,
    /// Its clocks, as far as they run.
    pub(crate) clocks: Vec<Clock>,
}

/// The clients that match, and those of the window.
pub(crate) fn find(house: &House, query: &Query) -> Result<Found, Fault> {
    with(house, |book| {
        let answered = book.answer(house, query)?;
        Ok(Found {
            total: answered.ids.len(),
            all: answered.all,
            ids: answered
                .ids
                .iter()
                .skip(query.from)
                .take(query.limit)
                .copied()
                .collect(),
        })
    })
}

/// Every client that matches, in order.
pub(crate) fn find_all(house: &House, query: &Query) -> Result<Vec<ClientId>, Fault> {
    with(house, |book| Ok(book.answer(house, query)?.ids.clone()))
}

/// The living clients a few letters may mean, the likeliest first.
pub(crate) fn likely(house: &House, text: &str, most: usize) -> Result<Vec<ClientId>, Fault> {
    let words = query::words(text);
    let whole = words.join(" ");
    with(house, |book| {
        let mut ranks: [Vec<ClientId>; 4] = Default::default();
        for id in &book.by_name {
            let Some(line) = book.lines.get(id).filter(|line| !line.archived) else {
                continue;
            };
            if !words.iter().all(|word| line.hay.contains(word.as_str())) {
                continue;
            }
            let name = &line.name.0;
            let begins = |word: &str| word.starts_with(words.first().map_or("", String::as_str));
            let rank = if name.starts_with(&whole) {
                0
            } else if name.split(|c: char| !c.is_alphanumeric()).any(begins) {
                1
            } else if words.iter().all(|word| name.contains(word.as_str())) {
                2
            } else {
                3
            };
            ranks[rank].push(*id);
            if ranks[0].len() >= most {
                break;
            }
        }
        Ok(ranks.into_iter().flatten().take(most).collect())
    })
}

/// What the list can be filtered by.
pub fn facets(house: &House) -> Result<Facets, Fault> {
    with(house, |book| Ok(Facets::of(book.lines.values())))
}

/// What a row says that would take a read of everything that hangs on its client.
#[derive(Debug, Clone, Default)]
pub(crate) struct Hanging {
    /// How many contacts are not put aside.
    pub(crate) contacts: u32,
    /// The first of them by name.
    pub(crate) first: Box<[Key]>,
    /// The town of the first place.
    pub(crate) city: String,
    /// What is near now for it, where that is known of all.
    near: Option<Near>,
}

/// What hangs on some clients, in their order.
pub(crate) fn hanging(house: &House, ids: &[ClientId]) -> Result<Vec<Hanging>, Fault> {
    with(house, |book| {
        let of = |id: &ClientId| {
            let line = book.lines.get(id);
            line.map_or_else(Hanging::default, |line| Hanging {
                contacts: line.contacts,
                first: line.first.clone(),
                city: line.city.to_string(),
                near: book.near_of(house, *id),
            })
        };
        Ok(ids.iter().map(of).collect())
    })
}

/// The last and next touchpoints of a client, and its clocks.
pub(crate) fn around(house: &House, client: &Client, hanging: &Hanging) -> Result<Around, Fault> {
    let near = match hanging.near {
        Some(near) => near,
        None => Near::of(house, client.id)?,
    };
    let seen = |at: Option<near::At>| match at {
        Some(at) => at.seen(house, client),
        None => Ok(None),
    };
    Ok(Around {
        last: seen(near.last)?,
        next: seen(near.next)?,
        touchpoints: near.count,
        clocks: near
            .clocks(client.intervals(), house.now_wall().date())
            .collect(),
    })
}

/// Does something with the roster as it is now.
fn with<T>(house: &House, run: impl FnOnce(&mut Book) -> Result<T, Fault>) -> Result<T, Fault> {
    let mut held = house.roster.0.lock();
    let mut book = match held.take() {
        Some(book) => book,
        None => Book::read(house)?,
    };
    if !book.follow(house)? {
        book = Book::read(house)?;
    }
    let answer = run(&mut book);
    *held = Some(book);
    answer
}
