//! x

use wire::{Code, Desk, Done, HistoryLine, Now, Problem, SettingsSheet, Start, Welcome};

/// Everything the window needs for its first frame.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn start() -> Result<Start, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// The clock as the house reads it.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn now() -> Result<Now, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Keeps what the window remembers between two starts.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn remember_desk(desk: Desk) -> Result<(), Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Saves the settings.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn save_settings(settings: SettingsSheet) -> Result<Done, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Every zone a person may choose as home, by IANA name.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn zones() -> Result<Vec<String>, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Answers the first start's two choices.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn welcome(choice: Welcome) -> Result<Done, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Takes the examples away, in one press and one undo.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn remove_examples() -> Result<Done, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Takes the last step back.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn undo() -> Result<Option<Done>, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Takes the last undone step again.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn redo() -> Result<Option<Done>, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// What was done, the latest first.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn history(before: Option<u32>, limit: u32) -> Result<Vec<HistoryLine>, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}
