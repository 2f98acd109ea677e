//! Search everywhere.

use std::sync::Arc;

use tauri::State;
use wire::{Problem, SearchAnswer};
use workflows::search as work;

use crate::door::Door;

/// What the words find among clients, contacts, touchpoints and files: at most `limit` of each.
#[tauri::command(async)]
#[specta::specta]
pub fn search(
    door: State<'_, Arc<Door>>,
    words: String,
    limit: u32,
) -> Result<SearchAnswer, Problem> {
    door.read(|house, eye| Ok(eye.search_answer(&work::find(house, &words, limit)?)))
}
