//! People brought in, one JSON object a line: `people_bench FILE.vcf FILE.csv…`. Needs a release build to say anything.
//!
//! Each file is brought into a house of its own in a temporary folder: looked at, then committed with its orders. It is
//! held against a copy of the file that is synced, and the second import is of what is here already.

#![allow(clippy::print_stdout)]

mod figures;

use std::error::Error;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use chrono::DateTime;
use domain::{Language, Origin};
use workflows::{Clock, House, duplicates, import};

use figures::{memory, millis, say};

fn main() -> Result<(), Box<dyn Error>> {
    for file in std::env::args().skip(1).map(PathBuf::from) {
        let folder = tempfile::tempdir()?;
        measure(&file, folder.path())?;
    }
    Ok(())
}

fn measure(file: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    let now = DateTime::parse_from_rfc3339("2026-11-24T09:12:00+01:00")?.to_utc();
    let (house, _) = House::open(
        &folder.join("book"),
        Clock::Fixed(now),
        Some(Language::Fr),
        Origin::Window,
        None,
    )?;
    let bytes = std::fs::read(file)?;
    let begin = Instant::now();
    let mut copy = File::create(folder.join("copy"))?;
    copy.write_all(&bytes)?;
    copy.sync_all()?;
    let copied = millis(begin);
    let kind = file
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();

    let before = memory("VmHWM:");
    let begin = Instant::now();
    let (count, looked) = bring_in(&house, file, begin)?;
    let committed = millis(begin);
    let baseline = Some(("a synced copy of the file", copied));
    say(
        &format!("look at .{kind}, {count} people"),
        looked,
        "ms",
        baseline,
        None,
    );
    let goal = (count == 50_000).then_some(1_600.0);
    say(
        &format!("import .{kind}, {count} people, committed"),
        committed,
        "ms",
        baseline,
        goal,
    );
    say(
        &format!("memory an import of .{kind} adds, {count} people"),
        memory("VmHWM:") - before,
        "MB",
        None,
        None,
    );

    house.store.settle()?;
    let begin = Instant::now();
    bring_in(&house, file, begin)?;
    say(
        &format!("the same .{kind} again, {count} people"),
        millis(begin),
        "ms",
        baseline,
        None,
    );
    let begin = Instant::now();
    let pairs = duplicates::pairs(&house, 0, 50)
        .map_err(|_| "no pairs")?
        .total;
    say(
        &format!("duplicates found among {count} people ({pairs} pairs)"),
        millis(begin),
        "ms",
        None,
        None,
    );
    house.store.close()?;
    Ok(())
}

/// Brings a file in; gives how many rows it has, and how long the look took.
fn bring_in(house: &House, file: &Path, begin: Instant) -> Result<(usize, f64), Box<dyn Error>> {
    let preview = import::preview(house, &[file.to_owned()], &mut |_, _, _| ())
        .map_err(|_| "the preview failed")?;
    let looked = millis(begin);
    let counts = preview.counts;
    let rows = counts.new + counts.same + counts.near + counts.differs + counts.invalid;
    import::run(
        house,
        &preview.ticket,
        &import::Choice::default(),
        &mut |_, _| (),
    )
    .map_err(|_| "the import failed")?;
    Ok((rows, looked))
}
