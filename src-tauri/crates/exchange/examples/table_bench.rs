//! How fast a table of people is read: `table_bench FILE.csv…`. Needs a release build to say anything.

#![allow(clippy::print_stdout)]

use std::time::Instant;

use exchange::{PersonEntry, Sheet};

const TURNS: usize = 5;

fn main() -> std::io::Result<()> {
    for file in std::env::args().skip(1) {
        let bytes = std::fs::read(&file)?;
        let mut best = f64::MAX;
        let (mut good, mut bad) = (0_u32, 0_u32);
        for _ in 0..TURNS {
            let begin = Instant::now();
            let sheet = Sheet::open(&bytes).map_err(std::io::Error::other)?;
            (good, bad) = (0, 0);
            for entry in sheet.people(sheet.guessed()) {
                match entry {
                    PersonEntry::Person(_) => good += 1,
                    PersonEntry::Invalid(_) => bad += 1,
                }
            }
            best = best.min(begin.elapsed().as_secs_f64() * 1e3);
        }
        let megabytes = bytes.len() as f64 / 1e6;
        println!("{megabytes:.1} MB, {good} people, {bad} invalid: read in {best:.0} ms");
    }
    Ok(())
}
