//! Figures of the path, one JSON object a line: `path_bench [CLIENTS TOUCHPOINTS]`, by default 50,000 clients with
//! 100,000 contacts and 1,000,000 touchpoints: the brief and the material for a reason, the day, a sentence typed into
//! quick add, and the list of clients by what they ask for.
//!
//! Each is asked of SQLite too (`judge.py`, through Python's own `sqlite3`), on the same records in the same run, with
//! an order for each question; where both answer in rows they must answer with as many. Needs a release build to say
//! anything.

#![allow(clippy::print_stdout)]

mod asked;
mod book;
#[path = "../figures/mod.rs"]
mod figures;
mod judge;
mod names;
mod ours;

use std::error::Error;
use std::path::Path;

use chrono::DateTime;
use domain::{Language, Origin, Settings, Zone};
use store::{Note, Progress, StoreError, Write};
use workflows::{Clock, House};

use asked::Asked;
use book::Book;
use figures::{say, say_within};
use judge::Judged;

/// What each figure may take at most, in milliseconds, where a goal says so.
const MOST: [(&str, f64); 5] = [
    // "Material for a reason: < 50 ms at 50,000 clients"; the brief has it in it, and the day has the brief.
    ("material", 50.0),
    ("brief", 50.0),
    ("day", 50.0),
    // From a key to what is painted, search has 50 ms.
    ("sentence", 50.0),
    ("list, another window", 5.0),
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut counts = std::env::args()
        .skip(1)
        .filter_map(|count| count.parse().ok());
    let now = DateTime::parse_from_rfc3339("2026-11-24T09:12:00+01:00")?.to_utc();
    let book = Book {
        clients: counts.next().unwrap_or(50_000),
        touchpoints: counts.next().unwrap_or(1_000_000),
        now,
        wall: Zone::Iana(chrono_tz::Europe::Paris).wall(now, chrono_tz::Europe::Paris),
    };
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("book");
    fill(&data, &book)?;
    let asked = Asked::of(&book);
    let house = open(&data, &book)?;
    let ours = ours::measure(&house, &asked)?;
    house.close()?;
    let theirs = judge::measure(folder.path(), &book, &asked)?;
    let of = format!("{} clients, {} touchpoints", book.clients, book.touchpoints);
    let pairs: Vec<_> = ours
        .iter()
        .map(|one| (one, theirs.iter().find(|judged| judged.name == one.name)))
        .collect();
    for (one, judged) in &pairs {
        tell(one, *judged, &of);
    }
    // Last, so that what was measured is seen even where the two disagree.
    pairs
        .into_iter()
        .try_for_each(|(one, judged)| judged.map_or(Ok(()), |judged| one.agrees(judged)))
}

/// Two lines of the table: as it is mostly, and at its worst. What was asked once has one.
fn tell(one: &ours::Measured, judged: Option<&Judged>, of: &str) {
    let most = MOST.iter().find(|(name, _)| one.name.starts_with(name));
    let most = most.map(|(_, most)| *most);
    let name = format!("{}, {of}", one.name);
    if let [once] = one.took.as_slice() {
        return say(&name, *once, "ms", None, None);
    }
    for (rank, at) in [("p50", 0.5), ("p99", 0.99)] {
        let baseline = judged.map(|judged| ("SQLite", figures::at(&mut judged.took.clone(), at)));
        let value = figures::at(&mut one.took.clone(), at);
        say_within(&format!("{name}, {rank}"), value, "ms", baseline, most);
    }
}

fn fill(folder: &Path, book: &Book) -> Result<(), Box<dyn Error>> {
    let house = open(folder, book)?;
    let note = Note {
        label: "imported".into(),
        args: Default::default(),
        origin: Origin::Import,
        at: book.now,
    };
    let settings = Settings {
        home: Some(chrono_tz::Europe::Paris),
        ..Settings::default()
    };
    let people = (0..book.clients).flat_map(|n| {
        let [first, second] = book.contacts(n);
        [
            Write::put(&first),
            Write::put(&second),
            Write::put(&book.client(n)),
        ]
    });
    let met = (0..book.touchpoints).map(|n| Write::put(&book.touchpoint(n)));
    let all = [Write::put(&settings)].into_iter().chain(people).chain(met);
    house
        .store
        .commit_bulk::<StoreError>(note, all, &mut |_| Progress::Go)?;
    house.close()?;
    Ok(())
}

fn open(folder: &Path, book: &Book) -> Result<House, Box<dyn Error>> {
    let clock = Clock::Fixed(book.now);
    let (house, _) = House::open(folder, clock, Some(Language::Fr), Origin::Window, None)?;
    Ok(house)
}
