//! The timer of copies: what is due is done without asking, in a moment in which nobody writes.

use std::sync::{Arc, Weak};
use std::time::Duration;

use tauri::{AppHandle, Manager};
use wire::{Problem, Topic};
use workflows::{House, backup};

use crate::door::Door;
use crate::events::Changed;

/// After the house opened: the first minute is the person's.
const FIRST: Duration = Duration::from_secs(90);
/// How often it looks.
const THEN: Duration = Duration::from_secs(60);
/// A state beyond this many bytes is not copied while a person waits for the window to go.
const AT_CLOSE_MOST: u64 = 200 << 20;

/// Makes the snapshot and the backup that are due, and tells the page. `quiet` is a moment in which nobody writes.
pub fn keep_safe(door: &Door, quiet: bool) -> Result<(), Problem> {
    let house = door.house()?;
    if backup::turn(&house, quiet) {
        door.desktop.changed(Changed {
            topics: vec![Topic::Backups],
            revision: wire::number(house.store.last_seq()),
        });
    }
    Ok(())
}

/// Keeps doing so while this house is open; whoever opens it again begins anew.
pub(crate) fn keep(app: &AppHandle, house: &Weak<House>) {
    std::thread::sleep(FIRST);
    let mut before = None;
    while let Some(revision) = house.upgrade().map(|house| house.store.last_seq()) {
        let quiet = before.replace(revision).is_none_or(|it| it == revision);
        let Some(door) = app.try_state::<Arc<Door>>() else {
            return;
        };
        if let Err(problem) = keep_safe(&door, quiet) {
            log::warn!("no copy was made: {}", problem.message);
        }
        std::thread::sleep(THEN);
    }
}

/// A snapshot as the window closes, so that whoever opens it for a minute a day has copies too. Not of a book so big
/// that somebody would wait for it: its timer makes one.
pub(crate) fn at_close(house: &House) {
    let small = |bytes: u64| bytes <= AT_CLOSE_MOST;
    if house.store.state_size().is_ok_and(small) {
        backup::at_close(house);
    }
}
