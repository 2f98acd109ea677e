//! The roster as it stood at a group of the store, and how it follows what changed since.

use chrono::NaiveDateTime;
use chrono_tz::Tz;
use domain::{ClientId, Contact, Place, Touchpoint};
use store::{Since, Touched, Tree};

use super::by_id::{ById, Ids};
use super::line::Line;
use super::near::Near;
use super::query::{Answered, Query};
use super::reading::{read_clients, read_line, read_people, read_towns};
use crate::fault::Fault;
use crate::house::House;

/// Changes that are followed one by one; beyond it everything is read again.
const FOLLOWED: usize = 20_000;

/// The roster as it stood at a group of the store.
#[derive(Debug)]
pub(super) struct Book {
    seq: u64,
    pub(super) lines: ById<Line>,
    /// Every client in the order of names.
    pub(super) by_name: Vec<ClientId>,
    /// The last and next touchpoints, once somebody asked for those of all.
    near: Option<Nears>,
    answered: Option<Answered>,
}

/// The last and next touchpoints of all clients.
#[derive(Debug)]
struct Nears {
    /// The zone they were found in.
    zone: Tz,
    of: ById<Near>,
    /// Until then all of them hold, so that a window of the list need not ask each; `None` when only a write can change
    /// one. It may lie before what the one that set it says by now: asking once in vain costs little.
    until: Option<NaiveDateTime>,
}

impl Nears {
    fn put(&mut self, id: ClientId, near: Near) {
        self.until = self.until.into_iter().chain(near.until).min();
        self.of.insert(id, near);
    }

    fn hold(&self, now: NaiveDateTime) -> bool {
        self.until.is_none_or(|until| now < until)
    }
}

impl Book {
    /// Reads everything.
    pub(super) fn read(house: &House) -> Result<Self, Fault> {
        // What is written meanwhile is touched since, whether or not it was read already.
        let seq = house.store.last_seq();
        // Contacts are the most: they are read beside the rest, where there is a second core.
        let (mut people, mut towns, clients) = std::thread::scope(|scope| {
            let people = scope.spawn(|| read_people(house));
            let rest = read_towns(house).and_then(|towns| Ok((towns, read_clients(house)?)));
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
    pub(super) fn follow(&mut self, house: &House) -> Result<bool, Fault> {
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
        if let Some(near) = &mut self.near {
            for id in &moved {
                near.put(*id, Near::of(house, *id)?);
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
    pub(super) fn answer(&mut self, house: &House, query: &Query) -> Result<&Answered, Fault> {
        let now = house.now_wall();
        let midnight = || now.date().succ_opt()?.and_hms_opt(0, 0, 0);
        let until = if query.needs_near() {
            let tomorrow = query.needs_today().then(midnight).flatten();
            self.refresh_near(house)?.into_iter().chain(tomorrow).min()
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
        let near = self.near.as_ref().map_or(&none, |near| &near.of);
        Ok(self.answered.get_or_insert_with(|| Answered {
            ids: query.answer(by_name, lines, near, now.date()),
            all: lines
                .values()
                .filter(|line| line.archived == query.filter.archived)
                .count(),
            query: query.clone(),
            until,
        }))
    }

    /// What is near now for a client, where that is known and still holds.
    pub(super) fn near_of(&self, house: &House, id: ClientId) -> Option<Near> {
        let near = self.near.as_ref()?;
        let now = house.now_wall();
        near.of
            .get(&id)
            .filter(|one| near.zone == house.home() && one.holds(now))
            .copied()
    }

    /// Finds the last and next touchpoints of all, or of those for whom time went by; gives when that is so again.
    fn refresh_near(&mut self, house: &House) -> Result<Option<NaiveDateTime>, Fault> {
        let (home, now) = (house.home(), house.now_wall());
        if self.near.as_ref().is_none_or(|near| near.zone != home) {
            let mut all = Nears {
                zone: home,
                of: ById::default(),
                until: None,
            };
            Near::of_all(house, &mut |id, near| all.put(id, near))?;
            self.near = Some(all);
            self.answered = None;
        }
        let Some(near) = &mut self.near else {
            return Ok(None);
        };
        if !near.hold(now) {
            let stale: Vec<ClientId> = near
                .of
                .iter()
                .filter(|(_, near)| !near.holds(now))
                .map(|(id, _)| *id)
                .collect();
            for id in stale {
                near.of.insert(id, Near::of(house, id)?);
            }
            near.until = near.of.values().filter_map(|near| near.until).min();
        }
        Ok(near.until)
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
