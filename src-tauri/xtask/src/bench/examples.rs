//! Figures the crates measure themselves, as examples of their own: no window, no shell.

use super::table::Line;
use super::{calendar, people};
use crate::app;
use crate::cli::BenchOptions;
use crate::command::Call;
use crate::place::Place;
use crate::trouble::{Result, Trouble};

/// The store: opening, the week, a durable change beside an append and an `fdatasync`.
pub(super) fn store(place: &Place, options: &BenchOptions) -> Result<Vec<Line>> {
    let sizes = sizes(options);
    figures(place, "store", "store_bench", &sizes)
}

/// Reading: a calendar file taken apart, beside a bare scan of its bytes.
pub(super) fn read(place: &Place, options: &BenchOptions) -> Result<Vec<Line>> {
    let files = files(place, options)?;
    figures(place, "exchange", "read_bench", &files)
}

/// The core: an import, the opening, the week, a judged drop beside an append and an `fdatasync`.
pub(super) fn core(place: &Place, options: &BenchOptions) -> Result<Vec<Line>> {
    figures(place, "workflows", "core_bench", &files(place, options)?)
}

/// People: an address book of 50,000 as cards and as a table, looked at and committed, beside a synced copy;
/// and the list of 50,000 clients over 1,000,000 touchpoints.
pub(super) fn people(place: &Place, _: &BenchOptions) -> Result<Vec<Line>> {
    const PEOPLE: usize = 50_000;
    let files = people::write(&place.kept("bench"), PEOPLE)?;
    let mut lines = figures(place, "workflows", "people_bench", &files)?;
    lines.extend(figures(place, "workflows", "roster_bench", &[])?);
    Ok(lines)
}

/// Search: what is typed over 50,000 clients, 100,000 contacts and 1,000,000 touchpoints, beside SQLite's FTS5.
pub(super) fn search(place: &Place, _: &BenchOptions) -> Result<Vec<Line>> {
    figures(place, "search", "search_bench", &[])
}

/// The path: brief, material, the day, a sentence of quick add, and the list of 50,000 clients by what they ask for over
/// 1,000,000 touchpoints, beside SQLite.
pub(super) fn path(place: &Place, _: &BenchOptions) -> Result<Vec<Line>> {
    figures(place, "workflows", "path_bench", &[])
}

/// The air: a verdict on hover and a concluding meeting over a year of 5,000 events, beside a bare sort of what they read.
pub(super) fn air(place: &Place, _: &BenchOptions) -> Result<Vec<Line>> {
    figures(place, "planner", "air_bench", &[])
}

/// The scale: 50,000 clients, 100,000 contacts and 1,000,000 touchpoints in the store, in SQLite and in redb, doing the
/// same work; then the whole core on as many, as it is and locked.
pub(super) fn scale(place: &Place, _: &BenchOptions) -> Result<Vec<Line>> {
    let folder = place.kept("bench").join("scale");
    let mut lines = Vec::new();
    // A workspace of its own: nobody who builds Sentier compiles two other stores.
    let well = Call::new(place, "cargo")
        .args(["run", "--quiet", "--release", "--locked", "--manifest-path"])
        .args([place.at("src-tauri/rivals/Cargo.toml")])
        .args(["--target-dir"])
        .args([place.kept("rivals")])
        .args(["--"])
        .args([&folder])
        .tee(|text| lines.extend(Line::read(text)))?;
    // It is a few gigabytes.
    let _ = std::fs::remove_dir_all(&folder);
    if !well || lines.is_empty() {
        return Err(Trouble::new("the stores gave no figures"));
    }
    lines.extend(figures(place, "workflows", "scale_bench", &[])?);
    Ok(lines)
}

fn files(place: &Place, options: &BenchOptions) -> Result<Vec<String>> {
    let sizes = options.sizes.iter().filter(|size| **size > 0);
    sizes
        .map(|size| {
            Ok(calendar::write(&place.kept("bench"), *size)?
                .display()
                .to_string())
        })
        .collect()
}

fn sizes(options: &BenchOptions) -> Vec<String> {
    options
        .sizes
        .iter()
        .filter(|size| **size > 0)
        .map(ToString::to_string)
        .collect()
}

fn figures(place: &Place, package: &str, example: &str, args: &[String]) -> Result<Vec<Line>> {
    let binary = app::example(place, package, example)?;
    let mut lines = Vec::new();
    let well = Call::new(place, binary)
        .args(args)
        .tee(|text| lines.extend(Line::read(text)))?;
    if well && !lines.is_empty() {
        Ok(lines)
    } else {
        Err(Trouble::new(format!(
            "the example {example} of {package} gave no figures"
        )))
    }
}
