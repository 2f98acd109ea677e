//! What the store costs, beside a bare append and fdatasync of the same minute.
//!
//! `cargo run --release -p store --example store_bench [-- 1000 100000 1000000]` measures books of
//! these many touchpoints spread over five years, each step in a process of its own; then the same
//! of a locked book.

#![allow(clippy::unwrap_used, clippy::expect_used)] // a measure that cannot be taken has failed

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use domain::{Id, Kind, Origin, Slot, Touchpoint, Zone};
use store::{Index, Note, OpenOptions, Progress, Store, StoreError, Write, wall_key};
use vault::{Cost, Lockbox, Passphrase};

const MINUTES: i64 = 5 * 365 * 24 * 60;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let text: Vec<&str> = args.iter().map(String::as_str).collect();
    match text.as_slice() {
        ["lock", folder] => lock(Path::new(folder)),
        ["load", count, folder] => load(count.parse().unwrap(), Path::new(folder)),
        ["open", folder] => open(Path::new(folder)),
        ["drop", folder, count] => reschedule(Path::new(folder), count),
        ["bulk", count, folder] => bulk(count.parse().unwrap(), Path::new(folder)),
        ["snapshot", folder] => snapshot(Path::new(folder)),
        ["killed", folder] => killed(Path::new(folder)),
        sizes => {
            let given: Vec<u64> = sizes.iter().filter_map(|size| size.parse().ok()).collect();
            let sizes = if given.is_empty() {
                vec![1_000, 100_000]
            } else {
                given
            };
            for size in sizes {
                measure(size, false);
                measure(size, true);
            }
        }
    }
}

fn measure(count: u64, locked: bool) {
    let folder = std::env::temp_dir().join(format!("store-bench-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let path = folder.to_string_lossy().into_owned();
    if locked {
        println!("== {count} touchpoints, locked");
        step(&["lock", &path]);
    } else {
        println!("== {count} touchpoints");
    }
    step(&["load", &count.to_string(), &path]);
    for _ in 0..3 {
        step(&["open", &path]);
    }
    step(&["drop", &path, &count.to_string()]);
    step(&["bulk", "50000", &path]);
    step(&["open", &path]);
    step(&["snapshot", &path]);
    step(&["killed", &path]);
    step(&["open", &path]);
    let _ = fs::remove_dir_all(&folder);
}

fn step(args: &[&str]) {
    let done = Command::new(std::env::current_exe().unwrap())
        .args(args)
        .status()
        .unwrap();
    // `killed` ends itself without closing.
    assert!(done.success() || args[0] == "killed", "{args:?}");
}

/// A new book with a lock. Deriving the key is no part of any measure: its cost is chosen.
fn lock(folder: &Path) {
    let (passphrase, cost) = (passphrase(), Cost::LEAST);
    store::turn_on(folder, &passphrase, cost, &mut |_| Progress::Go).unwrap();
}

fn passphrase() -> Passphrase {
    Passphrase::new("une phrase de passe".to_owned())
}

/// How the book in `folder` is opened.
fn options(folder: &Path) -> OpenOptions {
    let lockbox = Lockbox::read(folder).unwrap();
    OpenOptions {
        key: lockbox.map(|lockbox| lockbox.open(&passphrase()).unwrap()),
        ..OpenOptions::default()
    }
}

fn load(count: u64, folder: &Path) {
    let begin = Instant::now();
    let (store, _) = Store::open(folder, options(folder)).unwrap();
    let opened = begin.elapsed();
    let begin = Instant::now();
    let items = (0..count).map(|n| Write::put(&touchpoint(n)));
    store
        .commit_bulk::<StoreError>(note("load"), items, &mut |_| Progress::Go)
        .unwrap();
    let acked = begin.elapsed();
    store.settle().unwrap();
    let settled = begin.elapsed();
    let begin = Instant::now();
    store.close().unwrap();
    println!(
        "fresh open {}; load acked {}, in the state {}; close {}; state {} MB, journal {} MB; rss {} MB",
        ms(opened),
        ms(acked),
        ms(settled),
        ms(begin.elapsed()),
        size_of(folder, "state.") >> 20,
        size_of(folder, "journal-") >> 20,
        rss()
    );
}

fn open(folder: &Path) {
    let base = rss();
    let begin = Instant::now();
    let (store, report) = Store::open(folder, options(folder)).unwrap();
    let opened = begin.elapsed();
    let rows = week(&store, 120);
    let first = begin.elapsed();
    let open_rss = rss();
    let (mut times, mut again) = (Vec::new(), Vec::new());
    for n in 0..200 {
        let begin = Instant::now();
        week(&store, (n * 7) % 250);
        times.push(begin.elapsed());
        let begin = Instant::now();
        week(&store, (n * 7) % 250);
        again.push(begin.elapsed());
    }
    println!(
        "open {} + first week ({rows} rows) = {}; replayed {}; rss {base} -> {open_rss} MB, after 200 weeks {} MB; a week p50 {} p99 {}, again p50 {} p99 {}",
        ms(opened),
        ms(first),
        report.replayed,
        rss(),
        ms(at(&mut times, 50)),
        ms(at(&mut times, 99)),
        ms(at(&mut again, 50)),
        ms(at(&mut again, 99)),
    );
}

fn week(store: &Store, number: i64) -> usize {
    // A day wider on either side: which instant a wall time is depends on its zone.
    let from = start() + TimeDelta::days(7 * number - 1);
    let until = from + TimeDelta::days(9);
    let keys = store
        .range(Index::Start, &wall_key(from), &wall_key(until))
        .unwrap();
    let found = keys
        .iter()
        .filter_map(|key| store.get::<Touchpoint>(*key).unwrap());
    found.count()
}

fn reschedule(folder: &Path, count: &str) {
    let (store, _) = Store::open(folder, options(folder)).unwrap();
    let bare = folder.join("attic").join("bare");
    fs::create_dir_all(bare.parent().unwrap()).unwrap();
    let mut file = File::create(&bare).unwrap();
    let page = vec![0x5a; 4096];
    let (mut drops, mut appends) = (Vec::new(), Vec::new());
    // In turns, so that both meet the same disk.
    for n in 0..1_000_u64 {
        let begin = Instant::now();
        file.write_all(&page).unwrap();
        file.sync_data().unwrap();
        appends.push(begin.elapsed());
        let key = touchpoint(n * 7 % 1_000).id.to_bytes();
        let begin = Instant::now();
        store
            .commit::<_, StoreError>(note("moved"), |tx| {
                let Some(mut one) = tx.get::<Touchpoint>(key)? else {
                    return Ok(());
                };
                let slot = one
                    .slot
                    .and_then(|slot| slot.shifted(TimeDelta::minutes(15)));
                one.place_at(slot, at_instant(n));
                tx.put(&one)
            })
            .unwrap();
        drops.push(begin.elapsed());
        // As a person does: not one right behind the other.
        std::thread::sleep(Duration::from_millis(2));
    }
    let (d50, d99) = (at(&mut drops, 50), at(&mut drops, 99));
    let (a50, a99) = (at(&mut appends, 50), at(&mut appends, 99));
    println!(
        "drop -> durable p50 {} p99 {}; bare append p50 {} p99 {}; ratio {:.2} / {:.2}; rss {} MB",
        ms(d50),
        ms(d99),
        ms(a50),
        ms(a99),
        d50.as_secs_f64() / a50.as_secs_f64(),
        d99.as_secs_f64() / a99.as_secs_f64(),
        rss()
    );
    figure(
        &format!("drop → durable in the store, {count}, p50"),
        d50,
        a50,
        1.5,
    );
    figure(
        &format!("drop → durable in the store, {count}, p99"),
        d99,
        a99,
        2.5,
    );
    fs::remove_file(bare).unwrap();
    store.close().unwrap();
}

/// The same for `cargo xtask bench`: a JSON object a line, with the most it may be, times its baseline.
fn figure(name: &str, ours: Duration, bare: Duration, goal: f64) {
    let (ours, bare) = (ours.as_secs_f64() * 1e3, bare.as_secs_f64() * 1e3);
    println!(
        "{{\"figure\": \"{name}\", \"value\": {ours:.4}, \"unit\": \"ms\", \"baseline\": \"append 4 KiB + fdatasync\", \"baseline_value\": {bare:.4}, \"goal\": {goal}}}"
    );
}

fn bulk(count: u64, folder: &Path) {
    let (store, _) = Store::open(folder, options(folder)).unwrap();
    let begin = Instant::now();
    let items = (0..count).map(|n| Write::put(&touchpoint(10_000_000 + n)));
    store
        .commit_bulk::<StoreError>(note("imported"), items, &mut |_| Progress::Go)
        .unwrap();
    let acked = begin.elapsed();
    let rss_acked = rss();
    store.settle().unwrap();
    let settled = begin.elapsed();
    let begin = Instant::now();
    store.undo(note("undo")).unwrap().unwrap();
    let undone = begin.elapsed();
    store.settle().unwrap();
    println!(
        "bulk {count}: acked {}, in the state {}; undone {}; rss {rss_acked} -> {} MB",
        ms(acked),
        ms(settled),
        ms(undone),
        rss()
    );
    store.close().unwrap();
}

fn snapshot(folder: &Path) {
    let (store, _) = Store::open(folder, options(folder)).unwrap();
    let begin = Instant::now();
    let manifest = store.snapshot_now(at_instant(0)).unwrap();
    let made = begin.elapsed();
    let begin = Instant::now();
    let report = store.check().unwrap();
    println!(
        "snapshot of {} lines {} ({} MB); check {} ({} flaws); rss {} MB",
        manifest.lines,
        ms(made),
        size_of(folder, "snapshots") >> 20,
        ms(begin.elapsed()),
        report.flaws.len(),
        rss()
    );
    store.close().unwrap();
}

/// Ends in the middle of writing, so that the next open verifies and replays.
fn killed(folder: &Path) {
    let (store, _) = Store::open(folder, options(folder)).unwrap();
    for n in 0..500 {
        let mut one = touchpoint(n);
        one.title = "killed".into();
        store
            .commit::<_, StoreError>(note("moved"), |tx| tx.put(&one))
            .unwrap();
    }
    println!("killed:");
    std::process::abort();
}

fn touchpoint(n: u64) -> Touchpoint {
    let minutes = (n as i64 * 7_919 * 15) % MINUTES;
    let mut one = Touchpoint::received(Id::from_number_for_testing(n), Kind::Video, at_instant(n));
    one.title = format!("Point d'étape numéro {n}");
    one.notes = "Ce qui a été dit la dernière fois, et ce qu'on a promis.".into();
    one.client = Some(Id::from_number_for_testing(n % 500));
    one.slot = Some(Slot::timed(
        start() + TimeDelta::minutes(minutes),
        30,
        Zone::Iana("Europe/Paris".parse().unwrap()),
    ));
    one
}

fn start() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2024, 1, 1)
        .unwrap()
        .and_hms_opt(0, 0, 0)
        .unwrap()
}

fn at_instant(n: u64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::seconds(1_700_000_000 + n as i64)
}

fn note(label: &str) -> Note {
    Note {
        label: label.to_owned(),
        args: BTreeMap::new(),
        origin: Origin::House,
        at: at_instant(0),
    }
}

fn at(times: &mut [Duration], percent: usize) -> Duration {
    times.sort_unstable();
    times[(times.len() * percent / 100).min(times.len() - 1)]
}

fn ms(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1_000.0)
}

fn size_of(folder: &Path, begins: &str) -> u64 {
    fn whole(path: &Path) -> u64 {
        match fs::read_dir(path) {
            Ok(entries) => entries.flatten().map(|entry| whole(&entry.path())).sum(),
            Err(_) => fs::metadata(path).map_or(0, |meta| meta.len()),
        }
    }
    fs::read_dir(folder)
        .unwrap()
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(begins))
        .map(|entry| whole(&entry.path()))
        .sum()
}

/// Resident memory in MB; nothing where the system does not say.
fn rss() -> u64 {
    fs::read_to_string("/proc/self/status")
        .ok()
        .and_then(|status| {
            let line = status.lines().find(|line| line.starts_with("VmRSS"))?;
            line.split_whitespace().nth(1)?.parse::<u64>().ok()
        })
        .map_or(0, |kb| kb / 1024)
}
