//! x

use wire::{Block, Code, Done, Draft, Edit, Outcome, Problem, TouchpointSheet, Which};

/// A touchpoint whole.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn touchpoint(id: String, occurrence: Option<String>) -> Result<TouchpointSheet, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Makes a touchpoint, and its client when it is new.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn plan_touchpoint(draft: Draft) -> Result<Outcome, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Changes fields of a touchpoint.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn edit_touchpoint(which: Which, edit: Edit) -> Result<Done, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Puts a touchpoint, or part of a series, in the trash.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn trash_touchpoint(which: Which) -> Result<Done, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Takes a touchpoint out of the trash.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn restore_touchpoint(id: String) -> Result<Done, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// What is in the trash, the latest first.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn trashed_touchpoints() -> Result<Vec<Block>, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// A video room nobody can guess, made offline.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn new_video_link() -> Result<String, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Opens a touchpoint's link in the system's browser.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn join(id: String, occurrence: Option<String>) -> Result<(), Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}
