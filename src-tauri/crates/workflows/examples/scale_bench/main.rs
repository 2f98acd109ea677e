//! The whole core at full scale, one JSON object a line: `scale_bench [CLIENTS TOUCHPOINTS]`, by default 50,000 clients
//! with 100,000 contacts and 1,000,000 touchpoints: opening, the week, a verdict on hover, a judged drop, the same beside
//! a snapshot, the list, memory; the same book locked beside it; and what it costs to read it when a later version wrote
//! it. Every step runs in a process of its own, so that memory is that of the step. Needs a release build to say anything.

#![allow(clippy::print_stdout, clippy::print_stderr)]

mod asked;
#[path = "../path_bench/book.rs"]
#[allow(dead_code)]
mod book;
mod drag;
#[path = "../figures/mod.rs"]
mod figures;
#[path = "../path_bench/names.rs"]
#[allow(dead_code)]
mod names;
mod steps;

use std::error::Error;
use std::path::Path;
use std::process::Command;

use chrono::DateTime;
use domain::Zone;

use book::Book;
use figures::say_within;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// What a person waits for: a second at most, locked or not.
const WAITED: f64 = 1_000.0;

fn main() -> Outcome<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["step", name, folder, clients, touchpoints] => {
            let book = of(clients.parse()?, touchpoints.parse()?)?;
            let found = steps::run(name, Path::new(folder), &book)?;
            for (figure, value) in found {
                println!("{value} {figure}");
            }
            Ok(())
        }
        [] => measure(50_000, 1_000_000),
        [clients, touchpoints] => measure(clients.parse()?, touchpoints.parse()?),
        _ => Err("scale_bench [CLIENTS TOUCHPOINTS]".into()),
    }
}

fn of(clients: u64, touchpoints: u64) -> Outcome<Book> {
    let now = DateTime::parse_from_rfc3339("2026-11-24T09:12:00+01:00")?.to_utc();
    Ok(Book {
        clients,
        touchpoints,
        now,
        wall: Zone::Iana(chrono_tz::Europe::Paris).wall(now, chrono_tz::Europe::Paris),
    })
}

fn measure(clients: u64, touchpoints: u64) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("book");
    let step = |name: &str| child(name, &data, clients, touchpoints);
    let of = format!("{clients} clients, {touchpoints} touchpoints");
    tell(&step("fill")?, &[], &of);
    let clear = step("ask")?;
    tell(&clear, &[], &of);
    let newer = step("newer")?;
    tell(&newer, &[], &of);
    tell(&step("lock")?, &[], &of);
    tell(&step("first-locked")?, &[], &of);
    let locked = step("ask-locked")?;
    tell(&locked, &clear, &format!("locked, {of}"));
    Ok(())
}

/// A figure and its value; its unit is the last word of its name.
type Found = Vec<(String, f64)>;

/// Runs one step and reads what it printed.
fn child(step: &str, data: &Path, clients: u64, touchpoints: u64) -> Outcome<Found> {
    let out = Command::new(std::env::current_exe()?)
        .args(["step", step])
        .arg(data)
        .args([clients.to_string(), touchpoints.to_string()])
        .output()?;
    let said = String::from_utf8_lossy(&out.stdout);
    eprintln!("{step}:\n{said}{}", String::from_utf8_lossy(&out.stderr));
    if !out.status.success() {
        return Err(format!("the step {step} failed").into());
    }
    let read = |line: &str| {
        let (value, figure) = line.split_once(' ')?;
        Some((figure.to_owned(), value.parse().ok()?))
    };
    Ok(said.lines().filter_map(read).collect())
}

fn tell(found: &Found, clear: &[(String, f64)], of: &str) {
    for (figure, value) in found {
        let (name, unit) = figure.rsplit_once(' ').unwrap_or((figure, ""));
        let beside = clear.iter().find(|(other, _)| other == figure);
        let most = (unit == "ms" && steps::WAITED_FOR.contains(&name)).then_some(WAITED);
        say_within(
            &format!("{name}, {of}"),
            *value,
            unit,
            beside.map(|(_, clear)| ("the same without a lock", *clear)),
            most,
        );
    }
}
