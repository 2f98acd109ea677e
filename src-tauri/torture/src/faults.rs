//! The disk is full, or says no: in the middle of whatever is done, and of an opening. Nothing is
//! half-written, the no is a typed one, what was acknowledged is there, and it goes on when there
//! is room again, at the latest after the next start.

use std::io;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::books::{Book, age};
use crate::child::Call;
use crate::dice::Dice;
use crate::heard::Heard;
use crate::needle;
use crate::run::Plan;
use crate::shim::Shim;
use crate::table::Count;

/// What is being done when the disk says no; none of them is anything.
const DOING: [Option<&str>; 8] = [
    None,
    None,
    Some("import-ics"),
    Some("import-vcf"),
    Some("snapshot"),
    Some("export-archive"),
    Some("attach"),
    Some("plan"),
];

pub(crate) fn run(plan: &Plan, shim: &Result<Shim, String>, folder: &Path) -> Vec<Count> {
    let names = ["full disk (injected)", "I/O errors (injected)"];
    let mut counts = match shim {
        Ok(shim) => names
            .map(|name| injected(plan, shim, name, name == names[0]))
            .to_vec(),
        Err(why) => names.map(|name| Count::skipped(name, why)).to_vec(),
    };
    counts.push(really_full(plan, folder));
    counts
}

fn injected(plan: &Plan, shim: &Shim, name: &str, full: bool) -> Count {
    let began = Instant::now();
    let mut count = Count::named(name);
    let trials = plan.lanes.share(plan.faults.div_ceil(2), |number| {
        let tried = one(plan, shim, name, number, full);
        if number % 10 == 9 {
            plan.progress(name, 10);
        }
        tried.unwrap_or_else(|error| Tried {
            failure: Some(format!("{name}, trial {number}: {error}")),
            ..Tried::default()
        })
    });
    let (mut nos, mut opening, mut fired) = (0, 0, 0);
    for tried in trials {
        count.times += 1;
        count.acked += tried.acked;
        nos += tried.nos;
        fired += u64::from(tried.fired);
        opening += u64::from(tried.opening);
        count.failures.extend(tried.failure);
    }
    count.notes = vec![
        format!("the disk did say no in {fired}"),
        format!("{nos} acts ended in a typed no"),
        format!("{opening} while opening, a third of them in an upgrade"),
    ];
    count.took = began.elapsed();
    count
}

#[derive(Default)]
struct Tried {
    acked: u64,
    nos: u64,
    fired: bool,
    opening: bool,
    failure: Option<String>,
}

fn one(plan: &Plan, shim: &Shim, name: &str, number: u64, full: bool) -> io::Result<Tried> {
    let mut dice = Dice::of(plan.seed, name, number);
    let mut tried = Tried::default();
    let mut book = Book::made(plan.locked, dice.next(), 8, dice.one_in(2))?;
    let opening = dice.one_in(3);
    if opening && dice.one_in(3) {
        age(&book.data())?;
    }
    let what = if full {
        format!("enospc:{}", dice.below(40_000))
    } else {
        match dice.below(6) {
            0 => format!("eio-read:{}", 1 + dice.below(20)),
            1 | 2 => format!("eio-write:{}", 1 + dice.below(16)),
            3 => format!("eio-sync:{}:journal-", 1 + dice.below(4)),
            4 => format!("eio-sync:{}", 1 + dice.below(12)),
            _ => format!("short:{}", 1 + dice.below(200)),
        }
    };
    let only = if opening {
        None
    } else {
        DOING[dice.index(DOING.len())]
    };
    let at = format!("{name}, trial {number}, {what}, {only:?}, opening {opening}");
    let call = Call {
        acts: Some(9),
        only,
        armed: !opening,
        close: dice.one_in(2),
        with: shim.failing(&book.data(), &what, opening),
        ..book.call(dice.next())
    };
    let heard = call.finish()?;
    tried.opening = opening;
    tried.fired = heard.fired;
    tried.nos = heard.nos.iter().filter(|no| speaks_of_the_disk(no)).count() as u64;
    let why = wrong(&heard, &book, full).or_else(|| book.shows());
    tried.failure = why.map(|why| format!("{at}: {why}"));
    book.take(heard);
    if tried.failure.is_none() {
        // With room again everything goes on.
        let call = Call {
            acts: Some(3),
            check: true,
            close: true,
            ..book.call(dice.next())
        };
        let heard = call.finish()?;
        let why = book.wrong(&heard);
        tried.failure = why.map(|why| format!("{at}, started again: {why}"));
        book.take(heard);
    }
    tried.acked = book.acked;
    Ok(tried)
}

/// What is wrong with how a worker took a disk that says no.
fn wrong(heard: &Heard, book: &Book, full: bool) -> Option<String> {
    if let Some(trouble) = &heard.trouble {
        return Some(trouble.clone());
    }
    if let Some(half) = heard.half.first() {
        return Some(format!("half an archive has its name: {half}"));
    }
    // Refused while opening is a typed no; so is an end that says the disk is why.
    if let Some(broke) = heard.broke.as_ref().or(heard.refused.as_ref()) {
        // A record whose file in the attic does not read is damaged to the store, which has it from a copy on
        // opening; it says what the disk said.
        let said = ["the disk", "the state", "(os error "];
        let typed = said.iter().any(|word| broke.contains(word)) || full;
        return (!typed).then(|| format!("it broke without a reason: {broke}"));
    }
    heard.lost(&book.ledger)
}

fn speaks_of_the_disk(no: &str) -> bool {
    [" ReadOnly ", " Failed "]
        .iter()
        .any(|kind| no.contains(kind))
}

/// A file system of a few megabytes that really is full.
fn really_full(plan: &Plan, folder: &Path) -> Count {
    const NAME: &str = "full disk (a real one of 6 MB)";
    let began = Instant::now();
    let at = folder.join("small");
    let mounted = std::fs::create_dir_all(&at).and_then(|()| {
        Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=6m", "sentier-torture"])
            .arg(&at)
            .output()
    });
    match mounted {
        Ok(output) if output.status.success() => {}
        Ok(output) => {
            let why = String::from_utf8_lossy(&output.stderr);
            return Count::skipped(NAME, &format!("it takes root to mount one: {}", why.trim()));
        }
        Err(why) => return Count::skipped(NAME, &format!("there is no mount here: {why}")),
    }
    let mut count = Count::named(NAME);
    for number in 0..plan.faults.div_ceil(30) {
        count.times += 1;
        let tried = fill(plan, number, &at);
        match tried {
            Ok((acked, nos, failure)) => {
                count.acked += acked;
                count.notes = vec![format!("{nos} typed noes in the last")];
                count
                    .failures
                    .extend(failure.map(|why| format!("{NAME}, {number}: {why}")));
            }
            Err(error) => count.failures.push(format!("{NAME}, {number}: {error}")),
        }
    }
    // The folder goes with the run; a mount that stays is the system's to say.
    let _ = Command::new("umount").arg(&at).status();
    count.took = began.elapsed();
    count
}

fn fill(plan: &Plan, number: u64, at: &Path) -> io::Result<(u64, u64, Option<String>)> {
    let mut dice = Dice::of(plan.seed, "full", number);
    let outside = Book::nowhere(plan.locked)?;
    let data = at.join("book");
    if data.exists() {
        std::fs::remove_dir_all(&data)?;
    }
    let ballast = at.join("ballast");
    let call = |seed, since, acts, check| Call {
        data: data.clone(),
        files: outside.files(),
        seed,
        since,
        acts: Some(acts),
        check,
        locked: plan.locked,
        ..Call::default()
    };
    let mut book = Book::nowhere(plan.locked)?;
    let heard = call(dice.next(), 0, 10, true).finish()?;
    if let Some(why) = heard.wrong(&book.ledger) {
        return Ok((book.acked, 0, Some(why)));
    }
    book.take(heard);
    // What is left is taken by something else, but for some thousand bytes.
    let left = dice.below(120_000);
    fill_but(&ballast, left)?;
    let heard = call(dice.next(), book.ledger.seq, 25, false).finish()?;
    let shows = || plan.locked.then(|| needle::shown_in(&data)).flatten();
    let why = wrong(&heard, &book, true).or_else(|| Some(format!("it shows {}", shows()?)));
    let nos = heard.nos.iter().filter(|no| speaks_of_the_disk(no)).count() as u64;
    book.take(heard);
    std::fs::remove_file(&ballast)?;
    if why.is_some() {
        return Ok((book.acked, nos, why));
    }
    let heard = call(dice.next(), book.ledger.seq, 3, true).finish()?;
    let why = heard.wrong(&book.ledger);
    book.take(heard);
    Ok((book.acked, nos, why))
}

/// Fills a file system but for `left` bytes.
fn fill_but(ballast: &Path, left: u64) -> io::Result<()> {
    use io::Write;
    let mut file = std::fs::File::create(ballast)?;
    let block = [7; 4_096];
    let mut length = 0_u64;
    while file.write_all(&block).is_ok() {
        length += block.len() as u64;
    }
    file.set_len(length.saturating_sub(left))
}
