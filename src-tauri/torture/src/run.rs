//! What is tortured, how much, and the lanes it runs in.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use clap::{Args, ValueEnum};
use tempfile::TempDir;

use crate::books::Book;
use crate::child::{Call, copy_folder};
use crate::shim::Shim;
use crate::table::{self, Count};
use crate::{damage, faults, kills, needle, old, power};

/// How much torture there is.
#[derive(Args, Debug, Clone)]
pub(crate) struct Options {
    /// About how long, in minutes; without it, as much as the acceptance asks for
    #[arg(long)]
    minutes: Option<u64>,
    /// What all throws hang on; without it, another each time
    #[arg(long)]
    seed: Option<u64>,
    /// Some dozens of each, in about a minute
    #[arg(long)]
    short: bool,
    /// Every book locked, and nothing of it to be read without its key
    #[arg(long)]
    locked: bool,
    /// Only these parts
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Part>,
    /// How many workers at a time; without it, as many as there are cores
    #[arg(long)]
    lanes: Option<u64>,
}

/// A kind of torture one may want alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Sudden death of the process
    Kills,
    /// The power goes
    Power,
    /// Files are damaged, gone or older
    Damage,
    /// The disk is full, or says no
    Faults,
    /// Books of earlier versions
    Old,
}

/// How much of everything there is.
pub(crate) struct Plan {
    pub(crate) seed: u64,
    /// Whether every book is locked.
    pub(crate) locked: bool,
    pub(crate) kills: u64,
    /// On an existing book, and as many on a brand-new one.
    pub(crate) cuts: u64,
    pub(crate) damages: u64,
    pub(crate) faults: u64,
    /// Kills, cuts and full disks while an earlier book is brought up.
    pub(crate) interruptions: u64,
    pub(crate) lanes: Lanes,
    /// How many of each were done.
    done: Mutex<BTreeMap<String, u64>>,
}

impl Plan {
    fn of(options: &Options, seed: u64) -> Self {
        // As much as the acceptance asks for, and a share of it in less time; measured on two cores.
        const WHOLE_MINUTES: u64 = 20;
        let share = |whole: u64, short: u64| match (options.short, options.minutes) {
            (true, _) => short,
            (false, None) => whole,
            (false, Some(minutes)) => (whole * minutes / WHOLE_MINUTES).max(short),
        };
        let cores = std::thread::available_parallelism().map_or(2, |cores| cores.get() as u64);
        Self {
            seed,
            locked: options.locked,
            kills: share(2_000, 40),
            cuts: share(500, 20),
            damages: share(1_000, 40),
            faults: share(300, 24),
            interruptions: share(120, 6),
            lanes: Lanes(options.lanes.unwrap_or(cores).max(1)),
            done: Mutex::default(),
        }
    }

    /// Says how far it is.
    pub(crate) fn progress(&self, what: &str, more: u64) {
        // Only a panic of another lane poisons it, and that is told by the lane.
        let Ok(mut all) = self.done.lock() else {
            return;
        };
        let done = all.entry(what.to_owned()).or_default();
        *done += more;
        eprintln!("torture: {what}, {done} done");
    }
}

/// How many books are tortured at a time.
pub(crate) struct Lanes(u64);

impl Lanes {
    /// Does `job` for every number below `count`, and gives what they came to.
    pub(crate) fn share<T: Send>(&self, count: u64, job: impl Fn(u64) -> T + Sync) -> Vec<T> {
        let next = AtomicU64::new(0);
        let lane = || {
            let mut done = Vec::new();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= count {
                    return done;
                }
                done.push((number, job(number)));
            }
        };
        let mut all: Vec<(u64, T)> = std::thread::scope(|scope| {
            let lanes: Vec<_> = (0..self.0).map(|_| scope.spawn(lane)).collect();
            let ended = lanes.into_iter().map(|lane| lane.join());
            ended.flat_map(Result::unwrap_or_default).collect()
        });
        all.sort_by_key(|(number, _)| *number);
        all.into_iter().map(|(_, done)| done).collect()
    }
}

pub(crate) fn run(options: &Options) -> ExitCode {
    let seed = options.seed.unwrap_or_else(fresh_seed);
    let plan = Plan::of(options, seed);
    let form = if plan.locked { ", locked" } else { "" };
    println!("torture: seed {seed}{form}");
    let folder = match tempfile::tempdir() {
        Ok(folder) => folder,
        Err(error) => {
            eprintln!("torture: there is no place for temporary files: {error}");
            return ExitCode::FAILURE;
        }
    };
    let shim = Shim::build(folder.path());
    let counts = tortured(options, &plan, &shim, &folder);
    if table::print(&plan, &counts) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn tortured(
    options: &Options,
    plan: &Plan,
    shim: &Result<Shim, String>,
    folder: &TempDir,
) -> Vec<Count> {
    let wanted = |part| options.only.is_empty() || options.only.contains(&part);
    let mut counts = Vec::new();
    if plan.locked {
        counts.push(control(plan));
    }
    if wanted(Part::Kills) {
        counts.push(kills::run(plan));
    }
    if wanted(Part::Power) {
        counts.extend(power::run(plan, shim));
    }
    if wanted(Part::Damage) {
        counts.extend(damage::run(plan));
    }
    if wanted(Part::Faults) {
        counts.extend(faults::run(plan, shim, folder.path()));
    }
    if wanted(Part::Old) {
        counts.extend(old::run(plan, shim));
    }
    counts
}

/// The same acts on a book without a lock must show what the locked ones must not: whoever sees
/// nothing there would see nothing anywhere.
fn control(plan: &Plan) -> Count {
    let began = Instant::now();
    let mut count = Count::named("a book without a lock shows it");
    count.times = 1;
    let failure = match shown_without_lock(plan.seed) {
        Ok(unseen) => unseen.map(|place| format!("nothing shows in {place}")),
        Err(error) => Some(error.to_string()),
    };
    let told = failure.map(|why| format!("{}: {why}", count.name));
    count.failures.extend(told);
    count.took = began.elapsed();
    count
}

/// The part of a book without a lock in which nothing shows; there must be none.
fn shown_without_lock(seed: u64) -> io::Result<Option<&'static str>> {
    let mut book = Book::made(false, seed, 10, false)?;
    for act in [
        "attach",
        "create-client",
        "attach",
        "long-notes",
        "snapshot",
    ] {
        let call = Call {
            acts: Some(1),
            only: Some(act),
            close: true,
            ..book.call(seed)
        };
        book.take(call.finish()?);
    }
    for place in ["journal-", "state.", "snapshots", "attic"] {
        let one = tempfile::tempdir()?;
        for entry in fs::read_dir(book.data())? {
            let entry = entry?;
            let (from, to) = (entry.path(), one.path().join(entry.file_name()));
            if !entry.file_name().to_string_lossy().starts_with(place) {
                continue;
            }
            if from.is_dir() {
                copy_folder(&from, &to)?;
            } else {
                fs::copy(from, to)?;
            }
        }
        if needle::read_in(one.path()).is_none() {
            return Ok(Some(place));
        }
    }
    Ok(None)
}

/// A seed nobody chose: the process and the time since it began are enough, it is printed.
fn fresh_seed() -> u64 {
    let began = Instant::now();
    let name = tempfile::NamedTempFile::new().map(|file| file.path().to_owned());
    let name = name.unwrap_or_default();
    let mixed = xxhash_rust::xxh3::xxh3_64(name.to_string_lossy().as_bytes());
    (mixed ^ u64::from(began.elapsed().subsec_nanos())) % 1_000_000_000
}
