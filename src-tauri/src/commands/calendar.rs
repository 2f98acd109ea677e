//! x

use wire::{Block, CalendarDays, Code, DayRange, Outcome, Problem, Reschedule, Scope, Verdict};

/// The days of a range.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn calendar_days(range: DayRange) -> Result<CalendarDays, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// What waits without a slot.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn tray() -> Result<Vec<Block>, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// What the rules say of a proposal: the same code as the drop, and nothing is written.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn judge(proposal: Reschedule) -> Result<Verdict, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Moves, resizes, copies, takes out of the tray or puts in it.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn reschedule(proposal: Reschedule) -> Result<Outcome, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Does the last reschedule again with another scope of its series.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn rescope(scope: Scope) -> Result<Outcome, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}
