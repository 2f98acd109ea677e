//! Writes the seeds of the journal's door, from a book that was really written: `cargo run -p hostile --example
//! journal_seeds`. Run it again when the shape of the journal's frames changes.
#![allow(clippy::expect_used)] // a seed that cannot be made is told and nothing else

use std::path::Path;

use chrono::{TimeZone, Utc};
use domain::{Language, Origin};
use workflows::{Clock, House, clients, settings, undo};

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let now = Utc
        .with_ymd_and_hms(2026, 11, 24, 8, 12, 0)
        .single()
        .expect("an instant");
    let (house, _) = House::open(
        folder.path(),
        Clock::Fixed(now),
        Some(Language::Fr),
        Origin::Window,
        None,
    )
    .expect("a new house opens");
    clients::create(&house, "Hélène « Lac »").expect("a client");
    settings::welcome(&house, false).expect("settings");
    undo::undo(&house).expect("undone");
    clients::create(&house, "Atelier").expect("a client");
    house.close().expect("closed");

    let journal =
        std::fs::read(folder.path().join(format!("journal-{:020}.log", 1))).expect("a journal");
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds/journal");
    std::fs::write(seeds.join("small.log"), &journal).expect("written");
    std::fs::write(
        seeds.join("small.frames"),
        hostile::journal::unframed(&journal),
    )
    .expect("written");
    println!("{} bytes of journal", journal.len());
}
