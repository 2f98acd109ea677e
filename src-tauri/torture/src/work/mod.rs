//! The worker: opens a book, says what every record is, and does one act after the other, saying
//! of each what it changed once it is done. It goes on until it is told to stop, or killed.

mod acts;
mod aloud;
mod say;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{DateTime, Utc};
use clap::Args;
use domain::{Language, Origin};
use store::{OpeningReport, Since, StoreError, Tree};
use vault::{BookKey, Cost, Passphrase};
use workflows::lock::{self, LockFault};
use workflows::{Clock, Fault, House};

use crate::dice::Dice;
use crate::ledger::Ledger;
use acts::{Act, Hand};
pub(crate) use aloud::LOGGED;
use say::{flush_line, say};

/// What opens the locked ones.
const PASSPHRASE: &str = "une phrase de passe";

/// How the worker works.
#[derive(Args, Clone, Debug)]
pub(crate) struct Options {
    /// The book
    #[arg(long)]
    pub(crate) data: PathBuf,
    /// Where files to bring in are made, and files that go out are put
    #[arg(long)]
    pub(crate) files: PathBuf,
    /// What the throws hang on
    #[arg(long)]
    pub(crate) seed: u64,
    /// The group whose acknowledgement was the last
    #[arg(long, default_value_t = 0)]
    pub(crate) since: u64,
    /// How many acts; none goes on until it is killed
    #[arg(long)]
    pub(crate) acts: Option<u64>,
    /// Only this act
    #[arg(long)]
    pub(crate) only: Option<String>,
    /// The disk may say no in the middle third of the acts
    #[arg(long)]
    pub(crate) armed: bool,
    /// The book is locked; one that is not gets its lock first. What is searched is kept up, and the log is said aloud
    #[arg(long)]
    pub(crate) locked: bool,
    /// Check the whole book once it is open
    #[arg(long)]
    pub(crate) check: bool,
    /// Mend it when the check finds something, and say again what there is
    #[arg(long)]
    pub(crate) repair: bool,
    /// Check the whole book at the end, and close it in order
    #[arg(long)]
    pub(crate) close: bool,
    /// The day of the clock, counted from 2026-11-24
    #[arg(long, default_value_t = 0)]
    pub(crate) day: i64,
}

/// Works; what is said is what `child.rs` hears.
pub(crate) fn work(options: &Options) -> ExitCode {
    if options.locked {
        aloud::log();
    }
    let (mut hand, report) = match open(options) {
        Ok(opened) => opened,
        Err(error) => {
            flush_line(&format!("refused {error}"));
            return ExitCode::from(3);
        }
    };
    match live(&mut hand, options, &report) {
        Ok(()) => {
            flush_line("bye");
            ExitCode::SUCCESS
        }
        Err(error) => {
            flush_line(&format!("broke {error}"));
            ExitCode::from(4)
        }
    }
}

/// The key of the book, which gets its lock now when it has none.
pub(crate) fn key(data: &Path, locked: bool) -> Result<Option<BookKey>, String> {
    let key = || {
        let passphrase = Passphrase::new(PASSPHRASE.to_owned());
        if lock::standing(data)?.is_some() {
            return lock::unlock(data, &passphrase);
        }
        let go = &mut |_| store::Progress::Go;
        lock::turn_on(data, &passphrase, Cost::LEAST, go).map(|turned| turned.key)
    };
    let key = locked.then(key).transpose();
    key.map_err(|fault| match fault {
        LockFault::Failed(why) => format!("the disk or the book, of its lock: {why}"),
        fault => format!("its lock: {fault}"),
    })
}

/// Opens the book, or says why it does not.
fn open(options: &Options) -> Result<(Hand, OpeningReport), String> {
    let key = key(&options.data, options.locked)?;
    let nine = DateTime::from_timestamp(1_795_507_920, 0).unwrap_or(DateTime::<Utc>::UNIX_EPOCH);
    let now = nine + chrono::Duration::days(options.day);
    let clock = Clock::Fixed(now);
    let (house, report) = House::open(
        &options.data,
        clock,
        Some(Language::Fr),
        Origin::Window,
        key,
    )
    .map_err(|error| error.to_string())?;
    if options.locked {
        house.follow_search();
    }
    let dice = Dice::of(options.seed, "work", 0);
    let files = options.files.clone();
    Ok((Hand { house, dice, files }, report))
}

fn live(hand: &mut Hand, options: &Options, report: &OpeningReport) -> Result<(), StoreError> {
    flush_line(&format!(
        "open {} {} {} {} {} {} {} {}",
        hand.house.store.last_seq(),
        report.replayed,
        report.damaged,
        u8::from(report.quarantined.is_some()),
        u8::from(report.cut.is_some()),
        u8::from(report.ahead),
        u8::from(report.upgraded),
        u8::from(report.read_only.is_some()),
    ));
    say_touched(hand, options.since)?;
    let read = everything(&hand.house);
    let mut known = match (read, options.repair) {
        (Err(error @ (StoreError::Damaged { .. } | StoreError::State(_))), true) => {
            // Whoever reads it is told; a repair must bring it back.
            flush_line(&format!("flaw {error}"));
            Ledger::default()
        }
        (read, _) => read?,
    };
    say_all(&known);
    if options.check || options.repair {
        let whole = check(hand)?;
        if options.repair && !whole {
            repair(hand)?;
            known = everything(&hand.house)?;
            say_all(&known);
        }
    }
    exports_are_whole(hand);
    let most = options.acts.unwrap_or(u64::MAX);
    for number in 0..most {
        if options.armed && number == most / 3 {
            flush_line("arm");
        }
        if options.armed && number == most - most / 3 {
            flush_line("disarm");
        }
        let act = match &options.only {
            Some(name) => acts::named(name),
            None => acts::any(&mut hand.dice),
        };
        let Some(act) = act else {
            return Err(StoreError::State("there is no such act".to_owned()));
        };
        perform(hand, &act, &mut known)?;
    }
    if options.close {
        check(hand)?;
        hand.house.close()?;
        flush_line("closed");
    }
    Ok(())
}

/// Does one act. What it changed, and that it is done, is said in one write: the acknowledgement.
fn perform(hand: &mut Hand, act: &Act, known: &mut Ledger) -> Result<(), StoreError> {
    flush_line(&format!("begin {}", act.name));
    let answer = (act.run)(hand);
    let now = match everything(&hand.house) {
        Ok(now) => now,
        // A disk that says no to a read says so; the next one reads again.
        Err(error @ StoreError::Disk(_)) => {
            flush_line(&format!("unread {error}"));
            return Ok(());
        }
        Err(error) => return Err(error),
    };
    let mut text = String::new();
    for key in known.differing(&now) {
        match now.records.get(key) {
            Some(hash) => text.push_str(&format!("+ {key} {hash}\n")),
            None => text.push_str(&format!("- {key}\n")),
        }
    }
    match answer {
        Ok(()) => text.push_str(&format!("ack {} {}\n", now.seq, act.name)),
        Err(fault) => {
            let (what, _) = fault.say(&hand.house.words());
            let kind = fault.kind;
            text.push_str(&format!("no {} {} {kind:?} {what}\n", now.seq, act.name));
        }
    }
    say(&text);
    *known = now;
    Ok(())
}

fn check(hand: &Hand) -> Result<bool, StoreError> {
    let report = hand.house.store.check()?;
    for flaw in &report.flaws {
        flush_line(&format!("flaw {flaw}"));
    }
    flush_line("checked");
    Ok(report.flaws.is_empty())
}

fn repair(hand: &Hand) -> Result<(), StoreError> {
    match workflows::check::repair(&hand.house) {
        Ok(mended) => {
            let list = |word: &str, lines: &[String]| {
                lines
                    .iter()
                    .for_each(|line| flush_line(&format!("{word} {line}")));
            };
            list("mended", &mended.done);
            list("lost", &mended.lost);
            list("left", &mended.left);
            Ok(())
        }
        Err(fault) => Err(StoreError::State(said(hand, &fault))),
    }
}

fn said(hand: &Hand, fault: &Fault) -> String {
    fault.say(&hand.house.words()).0
}

/// Archives that have their name are whole, whatever happened while they were made.
fn exports_are_whole(hand: &Hand) {
    let Ok(entries) = std::fs::read_dir(&hand.files) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if !path.to_string_lossy().ends_with(".sentier.zip") {
            continue;
        }
        let go = &mut |_, _| store::Progress::Go;
        match workflows::archive::look(&hand.house, &path, go) {
            // The attic may miss a file, and the archive then says so.
            Ok(look) if look.missing == 0 => {}
            Ok(_) => flush_line(&format!("half {} misses files", path.display())),
            Err(fault) => flush_line(&format!("half {} {}", path.display(), said(hand, &fault))),
        }
    }
}

fn say_touched(hand: &Hand, since: u64) -> Result<(), StoreError> {
    const MOST: usize = 100_000;
    let since = since.min(hand.house.store.last_seq());
    match hand.house.store.touched_since(since, MOST)? {
        Since::Known { touched, .. } => {
            let mut text = String::from("touched");
            for one in touched {
                text.push(' ');
                text.push_str(&name_of(one.tree, &one.key));
            }
            flush_line(&text);
        }
        Since::TooMuch => flush_line("touched-too-much"),
    }
    Ok(())
}

fn say_all(ledger: &Ledger) {
    let mut text = String::from("all\n");
    for (key, hash) in &ledger.records {
        text.push_str(&format!("+ {key} {hash}\n"));
    }
    text.push_str(&format!("is {}\n", ledger.seq));
    say(&text);
}

fn name_of(tree: Tree, key: &[u8]) -> String {
    use std::fmt::Write;
    let mut name = format!("{}:", tree.name());
    for byte in key {
        // Writing to a string does not fail.
        let _ = write!(name, "{byte:02x}");
    }
    name
}

/// Every record as readers see it now: the state with what is on its way to it.
fn everything(house: &House) -> Result<Ledger, StoreError> {
    use domain::{
        Apart, Client, Contact, Departure, Mapping, Market, Merge, Place, Reminders, Settings,
        SourceFile, Touchpoint, View,
    };
    let mut records = BTreeMap::new();
    let seq = house.store.last_seq();
    all_of::<Touchpoint>(house, &mut records)?;
    all_of::<Client>(house, &mut records)?;
    all_of::<SourceFile>(house, &mut records)?;
    all_of::<Settings>(house, &mut records)?;
    all_of::<Contact>(house, &mut records)?;
    all_of::<Place>(house, &mut records)?;
    all_of::<Merge>(house, &mut records)?;
    all_of::<Apart>(house, &mut records)?;
    all_of::<View>(house, &mut records)?;
    all_of::<Mapping>(house, &mut records)?;
    all_of::<Reminders>(house, &mut records)?;
    all_of::<Market>(house, &mut records)?;
    all_of::<Departure>(house, &mut records)?;
    Ok(Ledger { seq, records })
}

fn all_of<R: store::Record>(
    house: &House,
    records: &mut BTreeMap<String, u64>,
) -> Result<(), StoreError> {
    for record in house.store.stream::<R>() {
        let record = record?;
        let text = serde_json::to_vec(&record).map_err(std::io::Error::from)?;
        let hash = xxhash_rust::xxh3::xxh3_64(&text);
        records.insert(name_of(R::TREE, &record.key()), hash);
    }
    Ok(())
}
