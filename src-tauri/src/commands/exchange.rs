//! x

use wire::{Code, Done, ImportChoice, ImportPreview, ImportRows, Match, Problem};

/// Asks for files with the system's dialog; empty when the person changed their mind.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn choose_import() -> Result<Vec<String>, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Looks at files before anything is written.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn preview_import(paths: Vec<String>) -> Result<ImportPreview, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Some rows of a preview.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn import_rows(
    ticket: String,
    only: Option<Match>,
    from: u32,
    limit: u32,
) -> Result<ImportRows, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Brings a preview in: one step to undo, however many entries.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn run_import(ticket: String, choice: ImportChoice) -> Result<Done, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Stops a preview or an import; nothing of it stays.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn cancel_import(ticket: String) -> Result<(), Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Asks where with the system's dialog and writes the calendar there; `None` when the person changed their mind.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn export_calendar() -> Result<Option<String>, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}
