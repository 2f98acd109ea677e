//! How fast a calendar file is read, and what memory it takes: `read_bench FILE.ics…`.
//! Needs a release build to say anything.

#![allow(clippy::print_stdout)]

mod figures;

use std::path::Path;
use std::time::Instant;

use exchange::{Doc, Entry, Zones, entries};

use figures::{millis, peak_megabytes};

const TURNS: usize = 3;

fn main() -> std::io::Result<()> {
    let files: Vec<String> = std::env::args().skip(1).collect();
    if files.is_empty() {
        println!("usage: read_bench FILE.ics…");
    }
    files.iter().try_for_each(|file| measure(Path::new(file)))
}

/// Reads a file three times, in turns with a bare scan for its line ends, and says the best of each: one line for a
/// person, one JSON object for `cargo xtask bench`.
fn measure(path: &Path) -> std::io::Result<()> {
    let bytes = std::fs::read(path)?;
    let megabytes = bytes.len() as f64 / 1e6;
    let (mut scan, mut look, mut read) = (f64::MAX, f64::MAX, f64::MAX);
    let (mut good, mut bad) = (0_u32, 0_u32);
    for _ in 0..TURNS {
        let begin = Instant::now();
        let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
        scan = scan.min(millis(begin));
        std::hint::black_box(lines);

        let begin = Instant::now();
        let doc = Doc::new(&bytes);
        look = look.min(millis(begin));
        let zones = Zones::of(&doc, chrono_tz::Europe::Paris);
        (good, bad) = (0, 0);
        for entry in entries(&doc, &zones) {
            match entry {
                Entry::Event(_) => good += 1,
                Entry::Invalid(_) => bad += 1,
            }
        }
        read = read.min(millis(begin));
    }
    println!(
        "{megabytes:.1} MB, {good} events, {bad} invalid: looked through in {look:.0} ms, read in {read:.0} ms ({:.0} MB/s), peak {} MB",
        megabytes / (read / 1e3),
        peak_megabytes()
    );
    println!(
        "{{\"figure\": \"read .ics, {good} events\", \"value\": {read:.3}, \"unit\": \"ms\", \"baseline\": \"scan for line ends\", \"baseline_value\": {scan:.3}}}"
    );
    Ok(())
}
