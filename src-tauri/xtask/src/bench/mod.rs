//! `cargo xtask bench`: figures, each beside a baseline of the same run. Absolute numbers drift with
//! the machine; ratios hold.

mod calendar;
mod examples;
mod frame;
mod house;
mod page;
mod people;
mod process;
mod start;
mod table;

use crate::cli::BenchOptions;
use crate::command::Call;
use crate::place::Place;
use crate::trouble::{Result, Trouble};

use table::Line;

/// A group of figures measured together, and how.
type Group = (&'static str, fn(&Place, &BenchOptions) -> Result<Vec<Line>>);

const GROUPS: &[Group] = &[
    ("core", examples::core),
    ("people", examples::people),
    ("search", examples::search),
    ("path", examples::path),
    ("air", examples::air),
    ("store", examples::store),
    ("scale", examples::scale),
    ("read", examples::read),
    ("page", page::measure),
    ("start", start::measure),
];

/// Measures the groups asked for and prints their table.
pub(crate) fn run(place: &Place, options: &BenchOptions) -> Result<bool> {
    if !cfg!(target_os = "linux") {
        return Err(Trouble::new(
            "the figures are read from /proc and Xvfb: Linux only",
        ));
    }
    let mut lines = Vec::new();
    for (name, measure) in GROUPS {
        if options
            .only
            .as_ref()
            .is_none_or(|only| name.contains(only.as_str()))
        {
            println!("── {name}");
            lines.extend(measure(place, options)?);
        }
    }
    if lines.is_empty() {
        let names: Vec<&str> = GROUPS.iter().map(|(name, _)| *name).collect();
        return Err(Trouble::new("no figure has that name")
            .hint(format!("There are: {}", names.join(", "))));
    }
    let machine = machine(place)?;
    println!("\n{machine}\n\n{}", table::markdown(&lines));
    if options.write {
        table::write(place, &lines, &machine)?;
    }
    Ok(true)
}

/// What was measured, on what: enough to compare, nothing to recognise a person by.
fn machine(place: &Place) -> Result<String> {
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let memory = read("/proc/meminfo")
        .lines()
        .find_map(|line| {
            line.strip_prefix("MemTotal:")?
                .split_whitespace()
                .next()?
                .parse::<u64>()
                .ok()
        })
        .unwrap_or(0);
    let load = read("/proc/loadavg")
        .split_whitespace()
        .next()
        .unwrap_or("?")
        .to_owned();
    let commit = Call::new(place, "git")
        .args(["rev-parse", "--short", "HEAD"])
        .output()?;
    let date = Call::new(place, "date")
        .args(["-u", "+%Y-%m-%d"])
        .output()?;
    Ok(format!(
        "Measured {} at {} on {cores} cores, {} GB, release build, load {load} at the end.",
        date.unwrap_or_default().trim(),
        commit.unwrap_or_default().trim(),
        memory / 1_000_000,
    ))
}
