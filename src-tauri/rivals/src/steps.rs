//! What is measured, each step in a process of its own.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use chrono::TimeDelta;

use crate::book::{self, CONTACTS_A_CLIENT};
use crate::engines::{self, Engine, Kept};
use crate::figures::{at, memory, ms, say, size};

const NAMES: [&str; 3] = ["sentier", "sqlite", "redb"];
/// Durable changes one by one; and after them so many more, in groups.
const ONE_BY_ONE: u64 = 2_000;
const UPDATES: u64 = 200_000;
const A_GROUP: u64 = 50;
/// Weeks that are read.
const WEEKS: i64 = 200;

/// What a step of one engine found, in the order it says them.
type Found = Vec<f64>;

/// Measures everything.
pub fn all(folder: &Path, count: u64) {
    let _ = fs::remove_dir_all(folder);
    let size_named = |name: &str| format!("{name}, {count} touchpoints");
    type Step = (&'static str, &'static [(&'static str, &'static str)]);
    let steps: [Step; 4] = [
        (
            "load",
            &[
                ("load", "s"),
                ("memory while it loads, peak", "MB"),
                ("disk after the load", "MB"),
            ],
        ),
        (
            "open",
            &[
                ("open + first week", "ms"),
                ("a week p50", "ms"),
                ("a week p99", "ms"),
                ("memory after the first week", "MB"),
                ("memory with weeks read", "MB"),
            ],
        ),
        (
            "update",
            &[
                ("200,000 changes", "s"),
                ("disk after 200,000 changes", "MB"),
            ],
        ),
        (
            "copy",
            &[
                ("a copy beside changes", "s"),
                ("a change beside a copy p50", "ms"),
                ("a change beside a copy p99", "ms"),
            ],
        ),
    ];
    for (step, figures) in steps {
        let found: Vec<Found> = NAMES
            .iter()
            .map(|name| child(step, name, folder, count))
            .collect();
        for (n, (figure, unit)) in figures.iter().enumerate() {
            for (name, other) in NAMES.iter().zip(&found).skip(1) {
                say(&size_named(figure), unit, found[0][n], (name, other[n]));
            }
        }
        if step == "open" {
            drops(folder, count);
        }
    }
}

/// Runs one step of one engine and reads what it printed.
fn child(step: &str, engine: &str, folder: &Path, count: u64) -> Found {
    let out = Command::new(std::env::current_exe().expect("a name"))
        .args(["step", step, engine])
        .args([folder])
        .args([count.to_string()])
        .output()
        .expect("runs");
    assert!(
        out.status.success(),
        "{step} of {engine}: {}",
        String::from_utf8_lossy(&out.stderr)
    );
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    eprintln!("{engine} {step}: {}", text.trim());
    text.split_whitespace()
        .map(|word| word.parse().expect("a number"))
        .collect()
}

/// One step of one engine.
pub fn run(step: &str, engine: &str, folder: &Path, count: u64) {
    let own = folder.join(engine);
    let found = match step {
        "load" => load(engine, &own, count),
        "open" => open(engine, &own),
        "update" => update(engine, &own, count),
        "copy" => copy(engine, &own, count),
        other => panic!("{other} is no step"),
    };
    let words: Vec<String> = found.iter().map(|value| format!("{value:.4}")).collect();
    println!("{}", words.join(" "));
}

fn load(engine: &str, own: &Path, count: u64) -> Found {
    let begin = Instant::now();
    let store = engines::open(engine, own);
    let clients = book::clients(count);
    let mut things = (0..clients)
        .map(|n| Kept::Client(book::client(n)))
        .chain((0..clients * CONTACTS_A_CLIENT).map(|n| Kept::Contact(book::contact(n, count))))
        .chain((0..count).map(|n| Kept::Touchpoint(book::touchpoint(n, count))));
    store.load(&mut things);
    let took = begin.elapsed().as_secs_f64();
    store.close();
    drop(store);
    vec![took, memory("VmHWM"), size(own)]
}

fn open(engine: &str, own: &Path) -> Found {
    let begin = Instant::now();
    let store = engines::open(engine, own);
    week(&*store, 520);
    let first = ms(begin.elapsed());
    let at_first = memory("VmRSS");
    let mut times: Vec<Duration> = (0..WEEKS)
        .map(|n| {
            let begin = Instant::now();
            week(&*store, (n * 37) % 1_000);
            begin.elapsed()
        })
        .collect();
    let (usual, worst) = (at(&mut times, 50), at(&mut times, 99));
    let found = vec![first, usual, worst, at_first, memory("VmRSS")];
    store.close();
    found
}

fn week(store: &dyn Engine, number: i64) -> usize {
    let from = book::start() + TimeDelta::days(7 * number);
    store.week(from, from + TimeDelta::days(7))
}

/// Durable changes one by one, the three and a bare append in turns.
fn drops(folder: &Path, count: u64) {
    let stores = NAMES.map(|name| engines::open(name, &folder.join(name)));
    let mut bare = File::create(folder.join("bare")).expect("a file");
    let page = [0x5a_u8; 4096];
    let mut times: [Vec<Duration>; 4] = Default::default();
    for n in 0..ONE_BY_ONE {
        let number = n * 7_907 % count;
        for (store, times) in stores.iter().zip(&mut times) {
            let begin = Instant::now();
            store.shift_many(&mut std::iter::once(number));
            times.push(begin.elapsed());
        }
        let begin = Instant::now();
        bare.write_all(&page)
            .and_then(|()| bare.sync_data())
            .expect("writes");
        times[3].push(begin.elapsed());
    }
    for (name, percent) in [("p50", 50), ("p99", 99)] {
        let [ours, sqlite, redb, bare] = times.each_mut().map(|times| at(times, percent));
        let figure = format!("drop → durable {name}, {count} touchpoints");
        for other in [
            ("append 4 KiB + fdatasync", bare),
            ("sqlite", sqlite),
            ("redb", redb),
        ] {
            say(&figure, "ms", ours, other);
        }
    }
    stores.iter().for_each(|store| store.close());
}

fn update(engine: &str, own: &Path, count: u64) -> Found {
    let store = engines::open(engine, own);
    let begin = Instant::now();
    for group in 0..UPDATES / A_GROUP {
        store.shift_many(&mut (0..A_GROUP).map(|n| (group * A_GROUP + n) * 7_919 % count));
    }
    let took = begin.elapsed().as_secs_f64();
    store.close();
    drop(store);
    vec![took, size(own)]
}

/// A copy of everything while one goes on working, a change every few milliseconds.
fn copy(engine: &str, own: &Path, count: u64) -> Found {
    let store = engines::open(engine, own);
    let done = AtomicBool::new(false);
    let to = own.join("copy");
    let (took, mut times) = std::thread::scope(|scope| {
        let store = &*store;
        let done = &done;
        let changes = scope.spawn(move || {
            let mut times = Vec::new();
            for n in 0.. {
                let begin = Instant::now();
                store.shift_many(&mut std::iter::once(n * 7_907 % count));
                times.push(begin.elapsed());
                if done.load(Ordering::Acquire) {
                    break;
                }
                std::thread::sleep(Duration::from_millis(5));
            }
            times
        });
        let begin = Instant::now();
        store.copy(&to);
        let took = begin.elapsed().as_secs_f64();
        done.store(true, Ordering::Release);
        (took, changes.join().expect("changes"))
    });
    store.close();
    vec![took, at(&mut times, 50), at(&mut times, 99)]
}
