//! The power goes: what a worker writes, syncs and says is written down, and cut anywhere.

mod cut;
mod disk;
mod names;
mod trace;

use std::io;
use std::path::Path;
use std::time::Instant;

use crate::books::{self, Book};
use crate::child::{Call, copy_folder};
use crate::dice::Dice;
use crate::heard::Heard;
use crate::ledger::Ledger;
use crate::run::Plan;
use crate::shim::Shim;
use crate::table::Count;
use cut::Keeps;
use disk::Disk;

/// Cuts of one trace.
const CUTS: u64 = 25;
/// Of what was not synced so much stays.
const KEPT: [f64; 3] = [0.0, 0.5, 0.9];

pub(crate) fn run(plan: &Plan, shim: &Result<Shim, String>) -> Vec<Count> {
    let names = [
        (true, "power cut, existing book"),
        (false, "power cut, brand-new book"),
    ];
    let shim = match shim {
        Ok(shim) => shim,
        Err(why) => return names.map(|(_, name)| Count::skipped(name, why)).to_vec(),
    };
    names
        .map(|(existing, name)| {
            let began = Instant::now();
            let mut count = Count::named(name);
            let traces = plan.cuts.div_ceil(CUTS);
            let lives = plan.lanes.share(traces, |number| {
                let left = plan.cuts.saturating_sub(number * CUTS).min(CUTS);
                let cut = cuts(plan, name, number, left, existing, shim);
                plan.progress(name, left);
                cut.unwrap_or_else(|error| Count {
                    failures: vec![format!("{name}, trace {number}: {error}")],
                    ..Count::default()
                })
            });
            lives.into_iter().for_each(|life| count.add(life));
            count.notes.push(format!("{traces} traces"));
            count.took = began.elapsed();
            count
        })
        .to_vec()
}

fn cuts(
    plan: &Plan,
    name: &str,
    number: u64,
    wanted: u64,
    existing: bool,
    shim: &Shim,
) -> io::Result<Count> {
    let mut dice = Dice::of(plan.seed, name, number);
    let mut count = Count::default();
    let mut book = if existing {
        // Closed in order, or as a kill leaves it.
        Book::made(plan.locked, dice.next(), 12, number.is_multiple_of(2))?
    } else {
        Book::nowhere(plan.locked)?
    };
    let before = book.ledger.clone();
    let first = book.home.path().join("before");
    if existing {
        copy_folder(&book.data(), &first)?;
    }
    let trace = book.home.path().join("trace");
    let call = Call {
        acts: Some(6 + dice.below(12)),
        close: dice.one_in(2),
        with: shim.tracing(&book.data(), &trace),
        ..book.call(dice.next())
    };
    let heard = call.finish()?;
    if let Some(wrong) = book.wrong(&heard) {
        count.failures.push(format!(
            "{name}, trace {number}, as it was written: {wrong}"
        ));
        return Ok(count);
    }
    book.take(heard);
    count.acked = book.acked;
    let events = trace::read(&trace)?;
    let disk = Disk::of(&book.data(), existing.then_some(first.as_path()), events)?;
    let telling = disk.telling();
    for cut in 0..wanted {
        let at = match dice.pick(&telling) {
            Some(at) if dice.one_in(2) => *at,
            _ => dice.index(disk.len()),
        };
        let keeps = Keeps(KEPT[dice.index(KEPT.len())]);
        count.times += 1;
        if let Some(wrong) = one(&disk, at, keeps, &mut dice, (&before, plan.locked))? {
            let of = disk.len();
            count.failures.push(format!(
                "{name}, trace {number}, cut {cut} before event {at} of {of}, {keeps:?}: {wrong}"
            ));
            if count.failures.len() > 2 {
                break;
            }
        }
    }
    Ok(count)
}

/// Cuts, opens what is left, and says what is wrong with it.
fn one(
    disk: &Disk,
    at: usize,
    keeps: Keeps,
    dice: &mut Dice,
    (before, locked): (&Ledger, bool),
) -> io::Result<Option<String>> {
    let home = books::folder()?;
    let book = Book {
        home,
        ledger: acked(disk, at, before),
        acked: 0,
        locked,
    };
    disk.cut(at, keeps, dice, &book.data())?;
    if let Some(shown) = book.shows() {
        return Ok(Some(format!("before it is opened again, {shown}")));
    }
    let call = Call {
        acts: Some(2),
        check: true,
        close: true,
        ..book.call(dice.next())
    };
    let heard = call.finish()?;
    Ok(book.wrong(&heard))
}

/// Cuts the power while an earlier book is brought to this version, and says after each cut what
/// `holds` finds wrong.
pub(crate) fn cut_opening(
    (before, locked): (&Path, bool),
    shim: &Shim,
    dice: &mut Dice,
    cuts: u64,
    holds: &dyn Fn(&Path) -> Result<(), String>,
) -> io::Result<Vec<String>> {
    let book = Book::nowhere(locked)?;
    copy_folder(before, &book.data())?;
    let trace = book.home.path().join("trace");
    let call = Call {
        acts: Some(0),
        close: true,
        with: shim.tracing(&book.data(), &trace),
        ..book.call(dice.next())
    };
    let heard = call.finish()?;
    let mut wrong: Vec<String> = heard.wrong(&Ledger::default()).into_iter().collect();
    let disk = Disk::of(&book.data(), Some(before), trace::read(&trace)?)?;
    for _ in 0..cuts {
        let at = dice.index(disk.len());
        let keeps = Keeps(KEPT[dice.index(KEPT.len())]);
        let left = Book::nowhere(locked)?;
        disk.cut(at, keeps, dice, &left.data())?;
        if let Err(why) = holds(&left.data()) {
            wrong.push(format!("cut before event {at}, {keeps:?}: {why}"));
        }
    }
    Ok(wrong)
}

/// What was acknowledged before a cut.
fn acked(disk: &Disk, at: usize, before: &Ledger) -> Ledger {
    let heard = Heard::of(&disk.said(at));
    match heard.first {
        Some(_) => heard.ledger,
        None => before.clone(),
    }
}
