//! Emptying the trash: by hand, or thirty days after.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::{Erased, Erasure, Zone};
use words::Words;

use super::Put;
use super::for_good::{self, Leaving};
use super::heap::{Counts, Heap};
use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::note;
use crate::rights::reach;

/// How long something stays in the trash, in days.
pub const KEPT_DAYS: i64 = 30;
/// Days of the last [`KEPT_DAYS`] on which something was written, before a clock is believed that says they went by.
const DAYS_SEEN: usize = 3;
/// How many lines of the history are looked through for them.
const LINES_SEEN: usize = 20_000;
/// A clock is behind when the last write is later than it by more.
const BEHIND: Duration = Duration::days(1);

/// How many whole days something put there at `at` still stays, rounded up; zero from the moment it may go.
pub(super) fn days_left(at: DateTime<Utc>, now: DateTime<Utc>) -> u32 {
    const DAY: i64 = 86_400;
    let left = (at + Duration::days(KEPT_DAYS) - now).num_seconds();
    u32::try_from(left.max(0).saturating_add(DAY - 1) / DAY).unwrap_or_default()
}

/// Erases one thing of the trash for good, with everything of the trash that goes along.
pub fn erase(house: &House, what: Put) -> Result<Done, Fault> {
    let _gate = house.gate();
    let mut heap = Heap::read(house)?;
    let going = match what {
        Put::Client(id) => heap.take_client(id, |_| true),
        Put::Touchpoint(id) => Heap {
            touchpoints: heap.take_touchpoint(id, |_| true),
            ..Heap::default()
        },
        Put::Contact(id) => Heap {
            contacts: heap.contacts.extract_if(.., |one| one.id == id).collect(),
            ..Heap::default()
        },
        Put::Place(id) => Heap {
            places: heap.places.extract_if(.., |one| one.id == id).collect(),
            ..Heap::default()
        },
    };
    if going.counts().sum() == 0 {
        return Err(Fault::gone());
    }
    gone(house, &going, "gone-for-good")
}

/// Erases everything in the trash for good.
pub fn empty(house: &House) -> Result<Done, Fault> {
    let _gate = house.gate();
    gone(house, &Heap::read(house)?, "trash-emptied")
}

/// Erases what has been in the trash for thirty days, when the clock can be believed; nothing when there is no such thing.
///
/// A clock that was set forward by mistake must not empty the trash: that the days went by has to show in the history,
/// written on some of them.
pub fn sweep(house: &House) -> Result<Option<Done>, Fault> {
    let _gate = house.gate();
    let now = house.clock.now();
    let due = |at: DateTime<Utc>| at + Duration::days(KEPT_DAYS) <= now;
    let mut heap = Heap::read(house)?;
    let mut going = Heap::default();
    let clients: Vec<_> = heap
        .clients
        .iter()
        .filter(|one| one.trashed_at.is_some_and(due))
        .map(|one| one.id)
        .collect();
    for id in clients {
        going.extend(heap.take_client(id, |_| true));
    }
    going.contacts.extend(
        heap.contacts
            .extract_if(.., |one| one.trashed_at.is_some_and(due)),
    );
    going.places.extend(
        heap.places
            .extract_if(.., |one| one.trashed_at.is_some_and(due)),
    );
    going.touchpoints.extend(
        heap.touchpoints
            .extract_if(.., |one| one.trashed_at.is_some_and(due)),
    );
    if going.counts().sum() == 0 || !went_by(house, now)? {
        return Ok(None);
    }
    gone(house, &going, "trash-swept").map(Some)
}

/// Whether the history shows that the last thirty days went by.
fn went_by(house: &House, now: DateTime<Utc>) -> Result<bool, Fault> {
    const AT_ONCE: usize = 500;
    let day = |at: DateTime<Utc>| -> NaiveDate { Zone::Floating.wall(at, house.home()).date() };
    let (mut days, mut before, mut seen) = (BTreeSet::new(), None, 0);
    while seen < LINES_SEEN && days.len() < DAYS_SEEN {
        let entries = house.store.history(before, AT_ONCE)?;
        let Some(last) = entries.last() else { break };
        before = Some(last.seq);
        seen += entries.len();
        for at in entries.iter().map(|entry| entry.note.at) {
            if at > now + BEHIND {
                return Ok(false);
            }
            if at > now - Duration::days(KEPT_DAYS) && day(at) < day(now) {
                days.insert(day(at));
            }
        }
    }
    Ok(days.len() >= DAYS_SEEN)
}

/// When the book's own copies let go of what goes for good today, and whether some of it waits for that already.
pub fn copies_follow(house: &House) -> Result<(NaiveDate, bool), Fault> {
    let (erasure, new) = copies(house)?;
    Ok((erasure.due, !new))
}

/// The erasure that reaches snapshots, journal and attic: the one that waits for it, or a new one. What is let go is let
/// go as a whole, so that one day is enough for everything until then.
fn copies(house: &House) -> Result<(Erasure, bool), Fault> {
    if let Some(waiting) = reach::waiting(&house.store, Erased::Trash)? {
        return Ok((waiting, false));
    }
    let today = house.now_wall().date();
    let erasure = Erasure {
        id: house.clock.new_id(),
        of: Erased::Trash,
        at: house.clock.now(),
        due: Erasure::due_from(today),
        reached_at: None,
        touchpoints: 0,
        texts: 0,
        marks: Vec::new(),
        lines: Vec::new(),
    };
    Ok((erasure, true))
}

fn gone(house: &House, going: &Heap, label: &'static str) -> Result<Done, Fault> {
    let mut leaving = Leaving::from(going);
    let traces = for_good::traces(house, &mut leaving)?;
    traces.keep_files(house)?;
    let counts = leaving.counts();
    let (erasure, new) = copies(house)?;
    // Names go with what they named: the history says how much it was.
    let args = [
        ("clients", counts.clients.to_string()),
        ("contacts", counts.contacts.to_string()),
        ("places", counts.places.to_string()),
        ("touchpoints", counts.touchpoints.to_string()),
        ("id", erasure.id.to_string()),
    ];
    let note = note::of(house, label, &args);
    let ((), receipt) = house.store.commit_aside(note, |tx| {
        for_good::erase(tx, &leaving, &traces)?;
        if new { tx.put(&erasure) } else { Ok(()) }
    })?;
    let words = house.words();
    let day = words.date(erasure.due, house.now_wall().date());
    let said = Said::new("said-gone-for-good")
        .with("what", say(&words, counts))
        .with("day", day);
    Done::of(house, said, None, receipt.seq)
}

/// `1 client, 3 contacts, 12 rendez-vous`; empty for nothing.
pub fn say(words: &Words, counts: Counts) -> String {
    let parts = [
        ("count-clients", counts.clients),
        ("count-contacts", counts.contacts),
        ("count-places", counts.places),
        ("count-touchpoints", counts.touchpoints),
    ];
    let some = parts.into_iter().filter(|(_, count)| *count > 0);
    let said: Vec<String> = some
        .map(|(id, count)| words.say(id, &[("count", count.into())]))
        .collect();
    said.join(", ")
}
