//! Reminders: what rings now, what is put off, and what was missed while nobody could be told.
//!
//! Whoever watches the clock (the shell's timer) calls [`turn`] at the instant it asks for, and at least every minute;
//! nothing else makes anything ring. What rings is written first, so that no restart repeats it.

mod book;
mod missed;
mod said;
mod snooze;

pub(crate) use missed::begin;
pub use missed::{missed, seen, unheard};
pub use said::{Said, next_line, said};
pub use snooze::{Choice, choices, snooze};

use chrono::{DateTime, Utc};
use domain::Presence;
use parking_lot::Mutex;
use store::StoreError;

use crate::fault::Fault;
use crate::house::House;
use crate::note;
use crate::seen::Seen;
use book::Book;

/// What an instant brings.
#[derive(Debug, Clone, Default)]
pub struct Turned {
    /// What rings now, by start.
    pub rings: Vec<Seen>,
    /// When something rings next, if something is known to; UTC.
    pub next: Option<DateTime<Utc>>,
}

/// Does what is due now. It rings once, whatever becomes of the process afterwards.
pub fn turn(house: &House) -> Result<Turned, Fault> {
    let _gate = house.gate();
    let now = house.clock.now();
    let settings = house.rules();
    if !settings.reminding.on {
        return Ok(Turned::default());
    }
    let mut book = Book::read(house, &settings)?;
    let turn = book.turn(&Presence::of(&settings, house.home()), now);
    if turn.changed {
        write(house, &book.kept)?;
    }
    Ok(Turned {
        rings: turn.rings.iter().filter_map(|cue| book.seen(cue)).collect(),
        next: turn.next,
    })
}

/// What could not be written, as long as it cannot: a full disk or a book that is only read must not make one miss a
/// meeting. A restart may say it again.
#[derive(Debug, Default)]
pub(crate) struct Unwritten(Mutex<Option<domain::Reminders>>);

impl Unwritten {
    pub(crate) fn kept(&self) -> Option<domain::Reminders> {
        self.0.lock().clone()
    }
}

/// Writes what is kept: never a step of undo.
fn write(house: &House, kept: &domain::Reminders) -> Result<(), Fault> {
    let note = note::of(house, "reminded", &[]);
    let written = house
        .store
        .commit_aside::<_, StoreError>(note, |tx| tx.put(kept));
    let unwritten = match written {
        Ok(_) => None,
        Err(error) if error.is_disk_full() || error.is_read_only() || error.is_missing() => {
            log::warn!("what was reminded of is not written: {error}");
            Some(kept.clone())
        }
        Err(error) => return Err(error.into()),
    };
    *house.unwritten.0.lock() = unwritten;
    Ok(())
}

/// The clock is right, whatever was dealt with by another.
pub(crate) fn trust_clock(house: &House) -> Result<(), Fault> {
    let _gate = house.gate();
    let mut kept = book::kept(house)?;
    kept.trust(house.clock.now());
    write(house, &kept)
}
