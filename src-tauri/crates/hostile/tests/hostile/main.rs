//! The short form of the fuzzing: the seeds of each door as they are, and some thousand variations that are the same
//! every time. `cargo xtask fuzz` runs the long one.

#![allow(clippy::expect_used)] // seeds that are not there are told and nothing else

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use hostile::vary::{Dice, varied};
use hostile::{DOORS, Door};

/// What is found in a folder, by name.
fn files(folder: &Path, ending: Option<&str>) -> Vec<Vec<u8>> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the seeds are in the repository")
        .map(|entry| entry.expect("an entry can be read").path())
        .filter(|path| {
            ending.is_none_or(|ending| path.extension().is_some_and(|end| end == ending))
        })
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| std::fs::read(path).expect("a seed can be read"))
        .collect()
}

fn seeds(door: &Door) -> Vec<Vec<u8>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seeds = files(&here.join("../../fuzz/seeds").join(door.name), None);
    if let Some((folder, ending)) = door.fixtures {
        seeds.extend(files(
            &here.join("../../../tests/fixtures").join(folder),
            Some(ending),
        ));
    }
    assert!(!seeds.is_empty(), "{} has seeds", door.name);
    seeds
}

/// Tries a door on its seeds and on `count` variations of them; each within its time.
fn tried(name: &str, count: usize) {
    const SLOW: Duration = Duration::from_secs(20);
    let long = if std::env::var_os("SENTIER_LONG").is_some() {
        20
    } else {
        1
    };
    let door = DOORS
        .iter()
        .find(|door| door.name == name)
        .expect("a door of that name");
    let seeds = seeds(door);
    let mut dice = Dice::new(0x5e17_1e12);
    let made = (0..count * long).map(|n| {
        let other = &seeds[dice.below(seeds.len())];
        varied(&seeds[n % seeds.len()], other, &mut dice)
    });
    for bytes in seeds.iter().cloned().chain(made.collect::<Vec<_>>()) {
        let begun = Instant::now();
        (door.run)(&bytes);
        assert!(
            begun.elapsed() < SLOW,
            "{} bytes took {:?}: {}",
            bytes.len(),
            begun.elapsed(),
            String::from_utf8_lossy(&bytes[..bytes.len().min(2_000)])
        );
    }
}

#[test]
fn no_journal_is_opened_half() {
    tried("journal", 1_500);
}

#[test]
fn no_archive_writes_beside_its_book() {
    tried("archive", 400);
}

#[test]
fn no_calendar_comes_back_changed() {
    tried("ics", 3_000);
}

#[test]
fn no_card_comes_back_changed() {
    tried("vcf", 3_000);
}

#[test]
fn no_table_goes_out_as_a_formula() {
    tried("csv", 3_000);
}

#[test]
fn no_message_is_answered_half() {
    tried("arguments", 3_000);
}
