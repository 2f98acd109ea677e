//! Calendars in and out.

use std::path::PathBuf;
use std::sync::Arc;

use tauri::State;
use wire::{Done, ImportChoice, ImportPreview, ImportRows, Match, Problem, Topic};
use workflows::{export, import};

use crate::door::Door;
use crate::events::ImportProgress;

const TOPICS: [Topic; 2] = [Topic::Touchpoints, Topic::Clients];

/// Asks for files with the system's dialog; empty when the person changed their mind.
#[tauri::command(async)]
#[specta::specta]
pub fn choose_import(door: State<'_, Arc<Door>>) -> Result<Vec<String>, Problem> {
    let words = door.house()?.words();
    let chosen = door.desktop.choose_files(
        &words.say("dialog-import", &[]),
        &words.say("dialog-calendars", &[]),
    );
    Ok(chosen
        .into_iter()
        .map(|path| path.to_string_lossy().into_owned())
        .collect())
}

/// Looks at files before anything is written.
#[tauri::command(async)]
#[specta::specta]
pub fn preview_import(
    door: State<'_, Arc<Door>>,
    paths: Vec<String>,
) -> Result<ImportPreview, Problem> {
    let paths: Vec<PathBuf> = paths.into_iter().map(PathBuf::from).collect();
    door.read(|house, eye| Ok(eye.import_preview(&import::preview(house, &paths)?)))
}

/// Some rows of a preview.
#[tauri::command(async)]
#[specta::specta]
pub fn import_rows(
    door: State<'_, Arc<Door>>,
    ticket: String,
    only: Option<Match>,
    from: u32,
    limit: u32,
) -> Result<ImportRows, Problem> {
    door.read(|house, eye| {
        let rows = import::rows(
            house,
            &ticket,
            only.map(Into::into),
            from as usize,
            limit.min(1_000) as usize,
        )?;
        Ok(eye.import_rows(&rows))
    })
}

/// Brings a preview in: one step to undo, however many entries.
#[tauri::command(async)]
#[specta::specta]
pub fn run_import(
    door: State<'_, Arc<Door>>,
    ticket: String,
    choice: ImportChoice,
) -> Result<Done, Problem> {
    let desktop = &door.desktop;
    let mut progress = |done: usize, total: usize| {
        let (done, total) = (wire::number(done as u64), wire::number(total as u64));
        desktop.progress(ImportProgress {
            ticket: ticket.clone(),
            done,
            total,
        });
    };
    door.write(
        &TOPICS,
        |house| import::run(house, &ticket, &choice.into(), &mut progress),
        |eye, done| eye.done(done),
    )
}

/// Stops a preview or an import; nothing of it stays.
#[tauri::command(async)]
#[specta::specta]
pub fn cancel_import(door: State<'_, Arc<Door>>, ticket: String) -> Result<(), Problem> {
    import::cancel(&*door.house()?, &ticket);
    Ok(())
}

/// Asks where with the system's dialog and writes the calendar there; `None` when the person changed their mind.
#[tauri::command(async)]
#[specta::specta]
pub fn export_calendar(door: State<'_, Arc<Door>>) -> Result<Option<String>, Problem> {
    let words = door.house()?.words();
    let (title, filter) = (
        words.say("dialog-export", &[]),
        words.say("dialog-calendars", &[]),
    );
    let Some(path) = door.desktop.choose_save(&title, &filter, "sentier.ics") else {
        return Ok(None);
    };
    door.read(|house, _| export::calendar_to(house, &path))?;
    Ok(Some(path.to_string_lossy().into_owned()))
}
