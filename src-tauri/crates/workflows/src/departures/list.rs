//! The queue as it is shown: what waits, in order, and what was told lately.

use std::collections::HashSet;

use domain::{Departure, Method, Moment, Subject, Told, TouchpointId, last_informed};
use store::Index;

use super::{about, asked, departure, said, subject, words};
use crate::fault::Fault;
use crate::house::House;
use crate::reads;
use crate::seen::Seen;

/// The most lines of what was told.
const TOLD_MOST: usize = 50;

/// What is new since they were told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// When it is.
    Time,
    /// How it repeats.
    Repeats,
    /// Where it is.
    Place,
    /// How to join it.
    Link,
    /// What it is called.
    Title,
    /// Who is invited.
    People,
}

/// One line of the queue.
#[derive(Debug, Clone)]
pub struct Line {
    /// The departure.
    pub departure: Departure,
    /// What it is about, as it stands; nothing when that is gone.
    pub seen: Option<Seen>,
    /// What sentences call it.
    pub title: String,
    /// When it is, as they are told; empty in the tray.
    pub when: String,
    /// What is new since they were told, when they were: for one that waits, what it tells them anew; for one that was
    /// told, what they do not know and nothing waits to tell.
    pub changes: Vec<Change>,
}

/// The queue.
#[derive(Debug, Clone, Default)]
pub struct Departures {
    /// What waits for a press, in its order.
    pub waiting: Vec<Line>,
    /// What was told, the latest first.
    pub informed: Vec<Line>,
}

/// Where the invitation to a touchpoint stands.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    /// What waits.
    pub waiting: Option<Departure>,
    /// What was told last.
    pub informed: Option<Departure>,
    /// Whether there is somebody to tell something they do not know.
    pub can_prepare: bool,
}

/// The queue as it stands.
pub fn list(house: &House) -> Result<Departures, Fault> {
    let waiting = house.store.starting_with(Index::Waiting, &[])?;
    let told = house.store.starting_with(Index::Informed, &[])?;
    let line = |key: store::Key| line(house, departure(house, domain::Id::from_bytes(key))?);
    let waiting: Vec<Line> = waiting
        .into_iter()
        .map(line)
        .collect::<Result<_, Fault>>()?;
    let latest = told.into_iter().rev().take(TOLD_MOST);
    let mut informed: Vec<Line> = latest.map(line).collect::<Result<_, Fault>>()?;
    // Only the last word on a meeting can be out of date, and only when nothing waits to say so.
    let says = |one: &&Line| !one.departure.uninvites;
    let waits = waiting.iter().filter(says);
    let mut spoken: HashSet<Subject> = waits.map(|one| one.departure.about()).collect();
    for one in informed.iter_mut().filter(|one| !one.departure.uninvites) {
        if !spoken.insert(one.departure.about()) {
            one.changes.clear();
        }
    }
    Ok(Departures { waiting, informed })
}

/// Where the invitation to a touchpoint stands.
pub fn standing(
    house: &House,
    id: TouchpointId,
    occurrence: Option<Moment>,
) -> Result<Standing, Fault> {
    let seen = reads::seen(house, id, occurrence)?;
    let touchpoint = subject(house, &seen)?;
    let known = about(house, Subject::of(&touchpoint))?;
    let asked = asked(house, &touchpoint)
        .filter(|asked| asked.what == Method::Request && !asked.to.is_empty());
    let can_prepare = asked.is_some_and(|asked| {
        words(house, &known, asked)
            .iter()
            .any(Departure::is_waiting)
    });
    // What those who are invited wait for comes first.
    let waiting = known.iter().filter(|one| one.is_waiting());
    Ok(Standing {
        waiting: waiting.min_by_key(|one| one.uninvites).cloned(),
        informed: last_informed(&known).cloned(),
        can_prepare,
    })
}

fn line(house: &House, departure: Departure) -> Result<Line, Fault> {
    let seen = seen(house, &departure);
    let changes = if departure.uninvites {
        Vec::new()
    } else if departure.is_waiting() {
        let known = about(house, departure.about())?;
        last_informed(&known).map_or_else(Vec::new, |last| {
            changes((&last.told, &last.to), (&departure.told, &departure.to))
        })
    } else {
        since(house, &departure, seen.as_ref())?
    };
    Ok(Line {
        title: said::title(house, &departure, seen.as_ref()),
        when: departure
            .told
            .slot
            .map_or_else(String::new, |slot| said::when(house, slot)),
        seen,
        changes,
        departure,
    })
}

/// What a touchpoint says by now that those who were told do not know.
fn since(house: &House, told: &Departure, seen: Option<&Seen>) -> Result<Vec<Change>, Fault> {
    let Some(seen) = seen.filter(|_| told.what == Method::Request) else {
        return Ok(Vec::new());
    };
    let touchpoint = subject(house, seen)?;
    let asked = asked(house, &touchpoint).filter(|asked| asked.what == Method::Request);
    Ok(asked.map_or_else(Vec::new, |asked| {
        changes((&told.told, &told.to), (&asked.told, &asked.to))
    }))
}

type Word<'a> = (&'a Told, &'a Vec<domain::Mailbox>);

fn changes((before, to_before): Word<'_>, (now, to_now): Word<'_>) -> Vec<Change> {
    [
        (Change::Time, before.slot != now.slot),
        (Change::Repeats, before.repeats != now.repeats),
        (Change::Place, before.place != now.place),
        (Change::Link, before.link != now.link),
        (Change::Title, before.title != now.title),
        (Change::People, to_before != to_now),
    ]
    .into_iter()
    .filter_map(|(change, is)| is.then_some(change))
    .collect()
}

/// What a departure is about, as it stands.
pub(super) fn seen(house: &House, departure: &Departure) -> Option<Seen> {
    reads::seen(house, departure.touchpoint, departure.occurrence).ok()
}
