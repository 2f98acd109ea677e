//! Calendars and people in and out.

use std::sync::Arc;

use tauri::State;
use wire::{
    Done, ImportChoice, ImportPreview, ImportRows, Match, PeopleFormat, Problem, TableField, Topic,
};
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
        &words.say("dialog-files", &[]),
    );
    Ok(door.give(chosen))
}

/// Asks for a folder of files with the system's dialog; `None` when the person changed their mind.
#[tauri::command(async)]
#[specta::specta]
pub fn choose_import_folder(door: State<'_, Arc<Door>>) -> Result<Option<String>, Problem> {
    let title = door.house()?.words().say("dialog-import-folder", &[]);
    Ok(door.give(door.desktop.choose_folder(&title)).pop())
}

/// Looks at files the person gave, and at those in folders, before anything is written. Progress is told meanwhile
/// under the ticket the preview will have, so that it can be cancelled.
#[tauri::command(async)]
#[specta::specta]
pub fn preview_import(
    door: State<'_, Arc<Door>>,
    paths: Vec<String>,
) -> Result<ImportPreview, Problem> {
    let mut reading = reading(&door);
    door.read(|house, eye| {
        let paths = door.given.paths(&paths)?;
        Ok(eye.import_preview(&import::preview(house, &paths, &mut reading)?))
    })
}

/// Reads a table of a preview again, its columns meaning `fields` now; they are remembered for tables with the same
/// heads. The rows of the whole preview may change.
#[tauri::command(async)]
#[specta::specta]
pub fn remap_import(
    door: State<'_, Arc<Door>>,
    ticket: String,
    file: u32,
    fields: Vec<TableField>,
) -> Result<ImportPreview, Problem> {
    let fields = fields.into_iter().map(Into::into).collect();
    let mut reading = reading(&door);
    door.read(|house, eye| {
        let preview = import::remap(house, &ticket, file as usize, fields, &mut reading)?;
        Ok(eye.import_preview(&preview))
    })
}

/// Tells how far the reading is, in kilobytes.
fn reading<'a>(door: &'a State<'_, Arc<Door>>) -> impl FnMut(&str, u64, u64) + 'a {
    |ticket, done, total| {
        door.desktop.progress(ImportProgress {
            ticket: ticket.to_owned(),
            reading: true,
            done: wire::number(done >> 10),
            total: wire::number(total >> 10),
        });
    }
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
            reading: false,
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

/// Asks where with the system's dialog, and writes there what became of each row of an import, as a table; of the last
/// one when no ticket is given. `None` when the person changed their mind.
#[tauri::command(async)]
#[specta::specta]
pub fn save_import_report(
    door: State<'_, Arc<Door>>,
    ticket: Option<String>,
) -> Result<Option<String>, Problem> {
    let words = door.house()?.words();
    let (title, filter) = (
        words.say("dialog-report", &[]),
        words.say("dialog-tables", &[]),
    );
    let name = words.say("dialog-report-name", &[]);
    let Some(path) = door.desktop.choose_save(&title, &filter, &name) else {
        return Ok(None);
    };
    door.read(|house, _| import::report_to(house, ticket.as_deref(), &path))?;
    Ok(Some(path.to_string_lossy().into_owned()))
}

/// Asks where with the system's dialog and writes everybody there; `None` when the person changed their mind.
#[tauri::command(async)]
#[specta::specta]
pub fn export_people(
    door: State<'_, Arc<Door>>,
    format: PeopleFormat,
) -> Result<Option<String>, Problem> {
    let words = door.house()?.words();
    let (filter, end) = match format {
        PeopleFormat::Csv => ("dialog-tables", "csv"),
        PeopleFormat::AsTheyCame | PeopleFormat::Vcard3 | PeopleFormat::Vcard4 => {
            ("dialog-cards", "vcf")
        }
    };
    let title = words.say("dialog-export-people", &[]);
    let filter = words.say(filter, &[]);
    let name = format!("{}.{end}", words.say("dialog-people-name", &[]));
    let Some(path) = door.desktop.choose_save(&title, &filter, &name) else {
        return Ok(None);
    };
    door.read(|house, _| export::people_to(house, format.into(), &path))?;
    Ok(Some(path.to_string_lossy().into_owned()))
}
