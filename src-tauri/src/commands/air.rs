//! Air, and what hangs on a meeting.

use std::sync::Arc;

use tauri::State;
use wire::{
    AirSheet, DayBreath, DayRange, Done, FreedUse, LookBack, Outcome, Problem, Purpose, Target,
    Topic, text,
};
use workflows::air;

use crate::door::Door;

/// Lays air where the person points.
#[tauri::command(async)]
#[specta::specta]
pub fn lay_air(
    door: State<'_, Arc<Door>>,
    target: Target,
    force: bool,
) -> Result<Outcome, Problem> {
    door.write(
        &[Topic::Touchpoints],
        |house| air::lay(house, target.try_into()?, force),
        |eye, outcome| eye.outcome(outcome),
    )
}

/// Lays air for what a week owes.
#[tauri::command(async)]
#[specta::specta]
pub fn repay_air(door: State<'_, Arc<Door>>, monday: String) -> Result<Done, Problem> {
    door.write(
        &[Topic::Touchpoints],
        |house| air::repay(house, wire::monday(&monday)?),
        |eye, done| eye.done(done),
    )
}

/// Says what time that was freed becomes.
#[tauri::command(async)]
#[specta::specta]
pub fn use_freed(
    door: State<'_, Arc<Door>>,
    id: String,
    wanted: FreedUse,
) -> Result<Done, Problem> {
    door.write(
        &[Topic::Touchpoints],
        |house| air::use_freed(house, text::id(&id)?, wanted.into()),
        |eye, done| eye.done(done),
    )
}

/// Hangs getting ready, or the way there, on a meeting.
#[tauri::command(async)]
#[specta::specta]
pub fn hang_on(
    door: State<'_, Arc<Door>>,
    meeting: String,
    purpose: Purpose,
    minutes: u32,
) -> Result<Done, Problem> {
    door.write(
        &[Topic::Touchpoints],
        |house| air::hang(house, text::id(&meeting)?, purpose.into(), minutes),
        |eye, done| eye.done(done),
    )
}

/// What some rules would make of days as they are.
#[tauri::command(async)]
#[specta::specta]
pub fn preview_air(
    door: State<'_, Arc<Door>>,
    rules: AirSheet,
    range: DayRange,
) -> Result<Vec<DayBreath>, Problem> {
    door.read(|house, eye| {
        let (from, until) = (text::date(&range.from)?, text::date(&range.until)?);
        Ok(eye.breaths(&air::preview(house, rules.into(), from, until)?))
    })
}

/// A week looked back at, for oneself alone.
#[tauri::command(async)]
#[specta::specta]
pub fn look_back(door: State<'_, Arc<Door>>, monday: String) -> Result<LookBack, Problem> {
    door.read(|house, eye| Ok(eye.look_back(&air::look_back(house, wire::monday(&monday)?)?)))
}
