//! x

use wire::{ClientEdit, ClientPage, ClientRow, Code, Done, Problem};

/// The clients whose name holds the words, by name.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn clients(words: String) -> Result<Vec<ClientRow>, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// A client's page.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn client(id: String) -> Result<ClientPage, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Makes a client.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn create_client(name: String) -> Result<Done, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Changes fields of a client.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn edit_client(id: String, edit: ClientEdit) -> Result<Done, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Puts a client in the trash.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn trash_client(id: String) -> Result<Done, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}

/// Takes a client out of the trash.
#[tauri::command(async)]
#[specta::specta]
#[allow(unused_variables)]
pub fn restore_client(id: String) -> Result<Done, Problem> {
    Err(Problem {
        code: Code::Failed,
        message: String::new(),
        hint: String::new(),
    })
}
