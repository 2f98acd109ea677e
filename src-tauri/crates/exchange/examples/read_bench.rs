//! How fast a calendar file is read, and what memory it takes: `read_bench FILE.ics`.
//! Needs a release build to say anything.

#![allow(clippy::print_stdout)]

use std::time::Instant;

use exchange::{Doc, Entry, Zones, entries};

fn main() -> std::io::Result<()> {
    let Some(path) = std::env::args().nth(1) else {
        println!("usage: read_bench FILE.ics");
        return Ok(());
    };
    let bytes = std::fs::read(&path)?;
    let megabytes = bytes.len() as f64 / 1e6;
    for _ in 0..3 {
        let begin = Instant::now();
        let doc = Doc::new(&bytes);
        let looked_through = begin.elapsed();
        let zones = Zones::of(&doc, chrono_tz::Europe::Paris);
        let (mut good, mut bad) = (0_u32, 0_u32);
        for entry in entries(&doc, &zones) {
            match entry {
                Entry::Event(_) => good += 1,
                Entry::Invalid(_) => bad += 1,
            }
        }
        let all = begin.elapsed();
        println!(
            "{megabytes:.1} MB, {good} events, {bad} invalid: looked through in {:.0} ms, read in {:.0} ms ({:.0} MB/s), peak {} MB",
            looked_through.as_secs_f64() * 1e3,
            all.as_secs_f64() * 1e3,
            megabytes / all.as_secs_f64(),
            peak_megabytes()
        );
    }
    Ok(())
}

/// The highest memory this process has used, from Linux's own count; 0 elsewhere.
fn peak_megabytes() -> u64 {
    std::fs::read_to_string("/proc/self/status")
        .ok()
        .and_then(|status| {
            let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
            line.split_ascii_whitespace().nth(1)?.parse::<u64>().ok()
        })
        .map_or(0, |kilobytes| kilobytes / 1024)
}
