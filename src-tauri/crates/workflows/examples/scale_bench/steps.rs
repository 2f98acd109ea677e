//! What each process does.

use std::path::Path;
use std::time::Instant;

use domain::{Language, Origin, Settings};
use store::{Note, Progress, StoreError, Write};
use vault::{BookKey, Cost, Passphrase};
use workflows::{Clock, House, lock};

use crate::Outcome;
use crate::asked;
use crate::book::Book;
use crate::drag;
use crate::figures::{memory, millis};

/// Figures, each with its unit as its last word.
pub(crate) type Found = Vec<(String, f64)>;

/// What a person looks at the screen for until it is there.
pub(crate) const WAITED_FOR: [&str; 6] = [
    "open + first week",
    "list of clients, the first of all",
    "list of clients, another window, p99",
    "week p99",
    "verdict p99",
    "drop → durable p99",
];

pub(crate) fn run(step: &str, data: &Path, book: &Book) -> Outcome<Found> {
    match step {
        "fill" => fill(data, book),
        "ask" => ask(data, book, None),
        "ask-locked" => ask(data, book, Some(lock::unlock(data, &passphrase())?)),
        "lock" => {
            let begin = Instant::now();
            lock::turn_on(data, &passphrase(), Cost::LEAST, &mut |_| {
                store::Progress::Go
            })?;
            Ok(vec![("turning the lock on s".into(), millis(begin) / 1e3)])
        }
        "first-locked" => {
            let key = lock::unlock(data, &passphrase())?;
            let begin = Instant::now();
            open(data, book, Some(key))?.close()?;
            let took = millis(begin) / 1e3;
            Ok(vec![(
                "the first opening after that, closed s".into(),
                took,
            )])
        }
        "newer" => newer(data, book),
        other => Err(format!("{other} is no step").into()),
    }
}

fn passphrase() -> Passphrase {
    Passphrase::new("une phrase de mesure".into())
}

fn open(data: &Path, book: &Book, key: Option<BookKey>) -> Outcome<House> {
    let clock = Clock::Fixed(book.now);
    Ok(House::open(data, clock, Some(Language::Fr), Origin::Window, key)?.0)
}

fn fill(data: &Path, book: &Book) -> Outcome<Found> {
    let begin = Instant::now();
    let house = open(data, book, None)?;
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
    Ok(vec![
        ("bringing it in, closed s".into(), millis(begin) / 1e3),
        (
            "memory while it is brought in, peak MB".into(),
            memory("VmHWM:"),
        ),
    ])
}

/// What the book is asked, by one who has its key where it is locked.
fn ask(data: &Path, book: &Book, key: Option<BookKey>) -> Outcome<Found> {
    let mut found = Found::new();
    let begin = Instant::now();
    let house = open(data, book, key)?;
    asked::week(&house, book.today())?;
    found.push(("open + first week ms".into(), millis(begin)));
    found.push(("memory after the first week MB".into(), memory("VmRSS:")));
    asked::weeks(&house, book.today(), &mut found)?;
    drag::alone(&house, data, book, &mut found)?;
    asked::list(&house, &mut found)?;
    found.push(("memory with the list, at rest MB".into(), memory("VmRSS:")));
    drag::beside_snapshot(&house, book, &mut found)?;
    found.push(("memory after a snapshot MB".into(), memory("VmRSS:")));
    asked::all(&house, &mut found)?;
    let begin = Instant::now();
    house.close()?;
    found.push(("close s".into(), millis(begin) / 1e3));
    found.push(("memory, peak MB".into(), memory("VmHWM:")));
    Ok(found)
}

/// The book as a later version would have left it, read as far as this one can.
fn newer(data: &Path, book: &Book) -> Outcome<Found> {
    let path = data.join("VERSION");
    let ours = std::fs::read(&path)?;
    let mut version: serde_json::Value = serde_json::from_slice(&ours)?;
    version["orders"] = serde_json::Value::from(u16::MAX);
    std::fs::write(&path, serde_json::to_vec(&version)?)?;
    let begin = Instant::now();
    let house = open(data, book, None)?;
    asked::week(&house, book.today())?;
    let took = millis(begin) / 1e3;
    let found = vec![
        ("of a later version: open + first week s".into(), took),
        ("of a later version: memory MB".into(), memory("VmRSS:")),
        (
            "of a later version: memory, peak MB".into(),
            memory("VmHWM:"),
        ),
    ];
    house.close()?;
    std::fs::write(&path, ours)?;
    Ok(found)
}
