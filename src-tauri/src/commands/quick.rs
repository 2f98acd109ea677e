//! Quick add.

use std::sync::Arc;

use tauri::State;
use wire::{Problem, Quick, QuickChoice};
use workflows::quick as work;

use crate::door::Door;

/// What a sentence means, with the choices that were made. Nothing is written: `plan_touchpoint` plans its draft.
#[tauri::command(async)]
#[specta::specta]
pub fn read_sentence(
    door: State<'_, Arc<Door>>,
    sentence: String,
    choices: Vec<QuickChoice>,
) -> Result<Quick, Problem> {
    let choices: Vec<work::Choice> = choices.into_iter().map(Into::into).collect();
    door.read(|house, eye| {
        let quick = work::read(house, &sentence, &choices)?;
        Ok(eye.quick(&sentence, &quick))
    })
}
