//! A drag: verdicts while it hovers, then the drop; alone, and while a snapshot is made.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use chrono::Days;
use domain::{Id, TouchpointId};
use workflows::House;
use workflows::reschedule::{self, Reschedule, Scope, Subject, Target};

use crate::Outcome;
use crate::asked::{ranks, spoken};
use crate::book::Book;
use crate::figures::{at, millis};
use crate::steps::Found;

/// Drags that are measured, and verdicts in each.
const DRAGS: u64 = 400;
const HOVERS: u64 = 10;
/// Touchpoints that are dragged: those around now.
const HELD: u64 = 300;

/// One after another on a book that does nothing else.
pub(crate) fn alone(house: &House, data: &Path, book: &Book, found: &mut Found) -> Outcome<()> {
    let mut bare = File::create(data.with_extension("bare"))?;
    let (mut verdicts, mut drops, mut floor) = (Vec::new(), Vec::new(), Vec::new());
    for turn in 0..DRAGS {
        let begin = Instant::now();
        bare.write_all(&[7; 4_096])?;
        bare.sync_data()?;
        floor.push(millis(begin));
        drag(house, book, turn, &mut verdicts, &mut drops)?;
    }
    ranks("verdict", &mut verdicts, found);
    ranks("drop → durable", &mut drops, found);
    ranks("append 4 KiB + fdatasync", &mut floor, found);
    Ok(())
}

/// The same, for as long as a snapshot takes.
pub(crate) fn beside_snapshot(house: &House, book: &Book, found: &mut Found) -> Outcome<()> {
    let done = AtomicBool::new(false);
    let (mut verdicts, mut drops) = (Vec::new(), Vec::new());
    let took = std::thread::scope(|scope| {
        let making = scope.spawn(|| {
            let begin = Instant::now();
            let made = house.store.snapshot_now(book.now);
            done.store(true, Ordering::Release);
            made.map(|_| millis(begin))
        });
        let mut turn = DRAGS;
        while !done.load(Ordering::Acquire) {
            drag(house, book, turn, &mut verdicts, &mut drops)?;
            turn += 1;
        }
        making
            .join()
            .map_err(|_| "the snapshot panicked")?
            .map_err(Box::<dyn std::error::Error>::from)
    })?;
    found.push(("a snapshot, beside drags s".into(), took / 1e3));
    ranks("verdict beside a snapshot", &mut verdicts, found);
    found.push((
        "verdict beside a snapshot, worst ms".into(),
        at(&mut verdicts, 1.0),
    ));
    ranks("drop → durable beside a snapshot", &mut drops, found);
    found.push((
        "drop → durable beside a snapshot, worst ms".into(),
        at(&mut drops, 1.0),
    ));
    let begin = Instant::now();
    house.store.settle()?;
    found.push(("what it held up, written after it ms".into(), millis(begin)));
    Ok(())
}

fn drag(
    house: &House,
    book: &Book,
    turn: u64,
    verdicts: &mut Vec<f64>,
    drops: &mut Vec<f64>,
) -> Outcome<()> {
    let id: TouchpointId = Id::from_number_for_testing(book.id(turn * 7 % HELD));
    let at = |hover: u64| {
        let day = book.today() + Days::new((turn + hover) % 5);
        let (hour, quarter) = (8 + (turn + hover) % 10, (turn / 10 + hover) % 4);
        let start = day.and_hms_opt(hour as u32, 15 * quarter as u32, 0);
        start.map(|start| Reschedule {
            subject: Subject::Existing {
                id,
                occurrence: None,
            },
            to: Target::Timed { start, minutes: 45 },
            scope: Scope::This,
            copy: false,
            force: true,
        })
    };
    for hover in 0..HOVERS {
        let proposal = at(hover).ok_or("a time")?;
        let begin = Instant::now();
        reschedule::judge(house, proposal).map_err(spoken)?;
        verdicts.push(millis(begin));
    }
    let proposal = at(HOVERS).ok_or("a time")?;
    let begin = Instant::now();
    reschedule::perform(house, proposal).map_err(spoken)?;
    drops.push(millis(begin));
    Ok(())
}
