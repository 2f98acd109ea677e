//! The roster: what the list of clients is found, filtered and sorted by, in memory.
//!
//! It is read from the store when the list is first asked for, and kept true by what the store says was touched since
//! ([`Store::touched_since`]); nobody has to tell it of a write. Fifty thousand clients take about 15 MB. The last and
//! next touchpoints of all clients are found only once somebody sorts or filters by them, out of the keys of one order.
//!
//! [`Store::touched_since`]: store::Store::touched_since

mod by_id;
mod line;
mod near;
mod query;

use chrono_tz::Tz;
use domain::{Client, ClientId, Contact, Place, Touchpoint};
use parking_lot::Mutex;
use store::{Index, Key, Record, Since, Touched, Tree};

use crate::fault::Fault;
use crate::house::House;
use crate::seen::Seen;
use by_id::{ById, Ids};
use line::{Line, Person, Town};
use near::Near;
use query::Answered;

pub use query::{Facets, Query};

/// Changes that are followed one by one; beyond it everything is read again.
const FOLLOWED: usize = 20_000;

/// The roster of a house, read when it is first asked for.
#[derive(Debug, Default)]
pub(crate) struct Roster(Mutex<Option<Book>>);

/// The roster as it stood at a group of the store.
#[derive(Debug)]
struct Book {
    seq: u64,
    lines: ById<Line>,
    /// Every client in the order of names.
    by_name: Vec<ClientId>,
    /// The last and next touchpoints, once somebody asked for those of all; the zone they were found in.
    near: Option<(Tz, ById<Near>)>,
    answered: Option<Answered>,
}

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
}

/// What hangs on some clients, in their order.
pub(crate) fn hanging(house: &House, ids: &[ClientId]) -> Result<Vec<Hanging>, Fault> {
    with(house, |book| {
        let of = |id| {
            let line = book.lines.get(id);
            line.map_or_else(Hanging::default, |line| Hanging {
                contacts: line.contacts,
                first: line.first.clone(),
                city: line.city.to_string(),
            })
        };
        Ok(ids.iter().map(of).collect())
    })
}

/// The last and next touchpoints of a client.
pub(crate) fn around(house: &House, id: ClientId) -> Result<Around, Fault> {
    let near = Near::of(house, id)?;
    let seen = |at: Option<near::At>| match at {
        Some(at) => at.seen(house),
        None => Ok(None),
    };
    Ok(Around {
        last: seen(near.last)?,
        next: seen(near.next)?,
        touchpoints: near.count,
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

impl Book {
    /// Reads everything.
    fn read(house: &House) -> Result<Self, Fault> {
        // What is written meanwhile is touched since, whether or not it was read already.
        let seq = house.store.last_seq();
        // Contacts are the most: they are read beside the rest, where there is a second core.
        let (mut people, mut towns, clients) = std::thread::scope(|scope| {
            let people = scope.spawn(|| read_people(house));
            let rest =
                read_towns(house).and_then(|towns| Ok((towns, house.store.all::<Client>()?)));
            let people = people.join().unwrap_or_else(|_| Err(Fault::gone()));
            rest.and_then(|(towns, clients)| Ok((people?, towns, clients)))
        })?;
        let mut lines = ById::default();
        for client in clients.iter().filter(|client| client.trashed_at.is_none()) {
            let (people, towns) = (people.remove(&client.id), towns.remove(&client.id));
            let line = Line::of(
                client,
                people.unwrap_or_default(),
                towns.unwrap_or_default(),
            );
            lines.insert(client.id, line);
        }
        let mut by_name: Vec<ClientId> = lines.keys().copied().collect();
        by_name.sort_by(|a, b| order(&lines, a).cmp(&order(&lines, b)));
        Ok(Self {
            seq,
            lines,
            by_name,
            near: None,
            answered: None,
        })
    }

    /// Takes in what changed; `false` when that is too much.
    fn follow(&mut self, house: &House) -> Result<bool, Fault> {
        if house.store.last_seq() == self.seq {
            return Ok(true);
        }
        let Since::Known { seq, touched } = house.store.touched_since(self.seq, FOLLOWED)? else {
            return Ok(false);
        };
        let mut changed: Ids = Ids::default();
        let mut moved: Ids = Ids::default();
        for one in &touched {
            match one.tree {
                Tree::Client => {
                    changed.insert(ClientId::from_bytes(one.key));
                }
                Tree::Contact => {
                    let now: Option<Contact> = house.store.get(one.key)?;
                    changed.extend(whose(one, now.and_then(|contact| contact.client)));
                }
                Tree::Place => {
                    let now: Option<Place> = house.store.get(one.key)?;
                    changed.extend(whose(one, now.map(|place| place.client)));
                }
                Tree::Touchpoint => {
                    let now: Option<Touchpoint> = house.store.get(one.key)?;
                    moved.extend(whose(one, now.and_then(|touchpoint| touchpoint.client)));
                }
                _ => {}
            }
        }
        self.take(house, &changed)?;
        if let Some((_, near)) = &mut self.near {
            for id in &moved {
                near.insert(*id, Near::of(house, *id)?);
            }
        }
        if !(changed.is_empty() && moved.is_empty()) {
            self.answered = None;
        }
        self.seq = seq;
        Ok(true)
    }

    /// Reads the lines of some clients again.
    fn take(&mut self, house: &House, changed: &Ids) -> Result<(), Fault> {
        // Few are put in their places one by one; many are sorted anew.
        const FEW: usize = 64;
        let mut come = Vec::new();
        for id in changed {
            let fresh = read_line(house, *id)?;
            let same_name = match (&fresh, self.lines.get(id)) {
                (Some(fresh), Some(known)) => fresh.name == known.name,
                (None, None) => true,
                _ => false,
            };
            if !same_name {
                if changed.len() <= FEW && self.lines.contains_key(id) {
                    self.by_name.retain(|known| known != id);
                }
                come.push(*id);
            }
            match fresh {
                Some(line) => self.lines.insert(*id, line),
                None => self.lines.remove(id),
            };
        }
        if changed.len() <= FEW {
            for id in come.iter().filter(|id| self.lines.contains_key(id)) {
                let lines = &self.lines;
                let at = self
                    .by_name
                    .partition_point(|known| order(lines, known) < order(lines, id));
                self.by_name.insert(at, *id);
            }
        } else if !come.is_empty() {
            self.by_name = self.lines.keys().copied().collect();
            let lines = &self.lines;
            self.by_name
                .sort_by(|a, b| order(lines, a).cmp(&order(lines, b)));
        }
        Ok(())
    }

    /// The answer to a question, found anew unless it is the one that was asked last.
    fn answer(&mut self, house: &House, query: &Query) -> Result<&Answered, Fault> {
        let now = house.now_wall();
        let until = if query.needs_near() {
            self.refresh_near(house)?
        } else {
            None
        };
        let stands = self.answered.as_ref().is_some_and(|answered| {
            answered.query.is_same_list(query) && answered.until.is_none_or(|until| now < until)
        });
        if !stands {
            self.answered = None;
        }
        let (by_name, lines) = (&self.by_name, &self.lines);
        let none = ById::default();
        let near = self.near.as_ref().map_or(&none, |(_, near)| near);
        Ok(self.answered.get_or_insert_with(|| Answered {
            ids: query.answer(by_name, lines, near),
            all: lines
                .values()
                .filter(|line| line.archived == query.filter.archived)
                .count(),
            query: query.clone(),
            until,
        }))
    }

    /// Finds the last and next touchpoints of all, or of those for whom time went by; gives when that is so again.
    fn refresh_near(&mut self, house: &House) -> Result<Option<chrono::NaiveDateTime>, Fault> {
        let (home, now) = (house.home(), house.now_wall());
        if self.near.as_ref().is_none_or(|(zone, _)| *zone != home) {
            let mut all = ById::default();
            Near::of_all(house, &mut |id, near| {
                all.insert(id, near);
            })?;
            self.near = Some((home, all));
            self.answered = None;
        }
        let Some((_, near)) = &mut self.near else {
            return Ok(None);
        };
        let stale: Vec<ClientId> = near
            .iter()
            .filter(|(_, near)| !near.holds(now))
            .map(|(id, _)| *id)
            .collect();
        for id in stale {
            near.insert(id, Near::of(house, id)?);
        }
        Ok(near.values().filter_map(|near| near.until).min())
    }
}

/// The order of names: folded as French dictionaries do at first sight, then as written, then the older first.
fn order<'a>(lines: &'a ById<Line>, id: &ClientId) -> Option<(&'a str, &'a str, ClientId)> {
    lines
        .get(id)
        .map(|line| (&*line.name.0, &*line.name.1, *id))
}

/// The clients a touched record was and is of.
fn whose(touched: &Touched, now: Option<ClientId>) -> impl Iterator<Item = ClientId> {
    touched
        .texts("client")
        .into_iter()
        .filter_map(|text| text.parse().ok())
        .chain(now)
}

fn read_people(house: &House) -> Result<ById<Vec<Person>>, Fault> {
    let mut people: ById<Vec<Person>> = ById::default();
    for contact in house.store.stream::<Contact>() {
        let contact = contact?;
        if let Some(client) = contact.client.filter(|_| contact.trashed_at.is_none()) {
            people.entry(client).or_default().push((&contact).into());
        }
    }
    Ok(people)
}

fn read_towns(house: &House) -> Result<ById<Vec<Town>>, Fault> {
    let mut towns: ById<Vec<Town>> = ById::default();
    for place in house.store.stream::<Place>() {
        let place = place?;
        if place.trashed_at.is_none() {
            towns.entry(place.client).or_default().push((&place).into());
        }
    }
    Ok(towns)
}

fn read_line(house: &House, id: ClientId) -> Result<Option<Line>, Fault> {
    let client: Option<Client> = house.store.get(id.to_bytes())?;
    let Some(client) = client.filter(|client| client.trashed_at.is_none()) else {
        return Ok(None);
    };
    let people = of_client::<Contact, _>(house, Index::ContactOfClient, id, |one| one.into())?;
    let towns = of_client::<Place, _>(house, Index::PlaceOfClient, id, |one| one.into())?;
    Ok(Some(Line::of(&client, people, towns)))
}

fn of_client<R: Record, T>(
    house: &House,
    index: Index,
    id: ClientId,
    take: impl Fn(&R) -> T,
) -> Result<Vec<T>, Fault> {
    let mut taken = Vec::new();
    for key in house.store.starting_with(index, &id.to_bytes())? {
        taken.extend(house.store.get::<R>(key)?.as_ref().map(&take));
    }
    Ok(taken)
}
