//! The days, the tray and the drag.

use std::sync::Arc;

use tauri::State;
use wire::{Block, CalendarDays, DayRange, Outcome, Problem, Reschedule, Scope, Topic, Verdict};
use workflows::{days, reschedule, touchpoints};

use crate::door::Door;

/// The days of a range.
#[tauri::command(async)]
#[specta::specta]
pub fn calendar_days(door: State<'_, Arc<Door>>, range: DayRange) -> Result<CalendarDays, Problem> {
    door.read(|house, eye| {
        let (from, until) = (
            wire::text::date(&range.from)?,
            wire::text::date(&range.until)?,
        );
        let revision = house.store.last_seq();
        let seen = days::between(house, from, until)?;
        eye.calendar(&seen, from, until, revision)
    })
}

/// What waits without a slot.
#[tauri::command(async)]
#[specta::specta]
pub fn tray(door: State<'_, Arc<Door>>) -> Result<Vec<Block>, Problem> {
    door.read(|house, eye| Ok(eye.blocks(&touchpoints::tray(house)?)))
}

/// What the rules say of a proposal: the same code as the drop, and nothing is written.
#[tauri::command(async)]
#[specta::specta]
pub fn judge(door: State<'_, Arc<Door>>, proposal: Reschedule) -> Result<Verdict, Problem> {
    door.read(|house, eye| Ok(eye.verdict(&reschedule::judge(house, proposal.try_into()?)?)))
}

/// Moves, resizes, copies, takes out of the tray or puts in it.
#[tauri::command(async)]
#[specta::specta]
pub fn reschedule(door: State<'_, Arc<Door>>, proposal: Reschedule) -> Result<Outcome, Problem> {
    door.write(
        &[Topic::Touchpoints],
        |house| reschedule::perform(house, proposal.try_into()?),
        |eye, outcome| eye.outcome(outcome),
    )
}

/// Does the last reschedule again with another scope of its series.
#[tauri::command(async)]
#[specta::specta]
pub fn rescope(door: State<'_, Arc<Door>>, scope: Scope) -> Result<Outcome, Problem> {
    door.write(
        &[Topic::Touchpoints],
        |house| reschedule::rescope(house, scope.into()),
        |eye, outcome| eye.outcome(outcome),
    )
}
