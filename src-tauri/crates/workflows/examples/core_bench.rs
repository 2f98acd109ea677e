//! The core's figures, one JSON object a line: `core_bench FILE.ics…`. Needs a release build to say anything.
//!
//! Each file is brought into a house of its own in a temporary folder. A durable change is held against an append of
//! 4 KiB and a sync of its data, the two in turns, so that a slow minute slows both.

#![allow(clippy::print_stdout)]

mod figures;

use std::error::Error;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use chrono::{DateTime, Days, NaiveDate};
use domain::{Language, Origin};
use workflows::reschedule::{Reschedule, Scope, Subject, Target};
use workflows::{Clock, House, days, import, reschedule};

use figures::{at, memory, millis, say};

const WEEKS: usize = 1_000;
const DROPS: usize = 400;

fn main() -> Result<(), Box<dyn Error>> {
    for file in std::env::args().skip(1).map(PathBuf::from) {
        let folder = tempfile::tempdir()?;
        measure(&file, folder.path())?;
    }
    Ok(())
}

fn measure(file: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    let house = open(folder)?;
    let begin = Instant::now();
    let preview = import::preview(&house, &[file.to_owned()], &mut |_, _, _| ())
        .map_err(|_| "the preview failed")?;
    let count = preview.counts.new;
    let choice = import::Choice {
        skip: Vec::new(),
        take_differing: true,
        ..import::Choice::default()
    };
    import::run(&house, &preview.ticket, &choice, &mut |_, _| ())
        .map_err(|_| "the import failed")?;
    let imported = millis(begin);
    say(
        &format!("import .ics, {count}, committed"),
        imported,
        "ms",
        None,
        goal_of_import(count),
    );
    house.store.close()?;
    drop(house);

    let monday = NaiveDate::from_ymd_opt(2026, 11, 23).ok_or("a date")?;
    let begin = Instant::now();
    let house = open(folder)?;
    week(&house, monday)?;
    say(
        &format!("store open + first week, {count}"),
        millis(begin),
        "ms",
        None,
        Some(50.0),
    );

    let mut queries = Vec::with_capacity(WEEKS);
    for turn in 0..WEEKS {
        let back = Days::new(7 * (turn as u64 % 50));
        let from = monday.checked_sub_days(back).ok_or("a date")?;
        let begin = Instant::now();
        week(&house, from)?;
        queries.push(millis(begin));
    }
    say(
        &format!("week query in the core, {count}, p50"),
        at(&mut queries, 0.50),
        "ms",
        None,
        Some(0.15),
    );
    say(
        &format!("week query in the core, {count}, p99"),
        at(&mut queries, 0.99),
        "ms",
        None,
        Some(1.0),
    );
    drops(&house, folder, monday, count)?;
    say(
        &format!("memory of the core, {count}"),
        memory("VmRSS:"),
        "MB",
        None,
        None,
    );
    house.store.close()?;
    Ok(())
}

fn drops(
    house: &House,
    folder: &Path,
    monday: NaiveDate,
    count: usize,
) -> Result<(), Box<dyn Error>> {
    let seen = days::between(
        house,
        monday,
        monday.checked_add_days(Days::new(7)).ok_or("a date")?,
    )
    .map_err(|_| "the week failed")?;
    let one = seen
        .iter()
        .find(|one| !one.repeats())
        .ok_or("a single meeting")?
        .touchpoint
        .id;
    let mut bare = File::create(folder.join("bare.tmp"))?;
    let (mut ours, mut floor) = (Vec::with_capacity(DROPS), Vec::with_capacity(DROPS));
    for turn in 0..DROPS {
        let begin = Instant::now();
        bare.write_all(&[7; 4_096])?;
        bare.sync_data()?;
        floor.push(millis(begin));
        let start = monday
            .and_hms_opt(8 + (turn as u32 % 10), 15 * (turn as u32 % 4), 0)
            .ok_or("a time")?;
        let proposal = Reschedule {
            subject: Subject::Existing {
                id: one,
                occurrence: None,
            },
            to: Target::Timed { start, minutes: 30 },
            scope: Scope::This,
            copy: false,
            force: true,
        };
        let begin = Instant::now();
        reschedule::perform(house, proposal).map_err(|_| "the drop failed")?;
        ours.push(millis(begin));
    }
    let name = "append 4 KiB + fdatasync";
    let figure = |rank: &str| format!("drop → durable, judged, {count}, {rank}");
    say(
        &figure("p50"),
        at(&mut ours, 0.50),
        "ms",
        Some((name, at(&mut floor, 0.50))),
        Some(1.5),
    );
    say(
        &figure("p99"),
        at(&mut ours, 0.99),
        "ms",
        Some((name, at(&mut floor, 0.99))),
        Some(2.5),
    );
    Ok(())
}

fn open(folder: &Path) -> Result<House, Box<dyn Error>> {
    let now = DateTime::parse_from_rfc3339("2026-11-24T09:12:00+01:00")?.to_utc();
    Ok(House::open(
        folder,
        Clock::Fixed(now),
        Some(Language::Fr),
        Origin::Window,
        None,
    )?
    .0)
}

fn week(house: &House, from: NaiveDate) -> Result<usize, Box<dyn Error>> {
    let until = from.checked_add_days(Days::new(7)).ok_or("a date")?;
    Ok(days::between(house, from, until)
        .map_err(|_| "the week failed")?
        .len())
}

fn goal_of_import(count: usize) -> Option<f64> {
    match count {
        10_000 => Some(300.0),
        50_000 => Some(1_500.0),
        _ => None,
    }
}
