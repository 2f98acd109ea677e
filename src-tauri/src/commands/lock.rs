//! The lock: what a locked page may ask, and what the settings do with it. Nothing that is typed is logged or kept.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use tauri::State;
use wire::{Coded, Problem, Sealing, Secret, Threshold, Tried};
use workflows::{Fault, FaultKind};

use crate::door::Door;
use crate::paths;

/// How it stands at the door, and how the window looks meanwhile.
#[tauri::command(async)]
#[specta::specta]
pub fn threshold(door: State<'_, Arc<Door>>) -> Result<Threshold, Problem> {
    Ok(Threshold {
        locked: door.inside.is_locked(),
        wait: door.pause(),
        language: door.language().into(),
        theme: door.desk.look().theme,
    })
}

/// Tries a passphrase.
#[tauri::command(async)]
#[specta::specta]
pub fn unlock(door: State<'_, Arc<Door>>, passphrase: Secret) -> Result<Tried, Problem> {
    door.unlock(&passphrase)
}

/// Tries the recovery code, and gives the book a new passphrase when it is the one.
#[tauri::command(async)]
#[specta::specta]
pub fn recover(
    door: State<'_, Arc<Door>>,
    code: Secret,
    passphrase: Secret,
) -> Result<Tried, Problem> {
    door.recover(&code, &passphrase)
}

/// Locks, at once; whether there was anything to lock. What is still being written is kept, sealed, for the next start.
#[tauri::command(async)]
#[specta::specta]
pub fn lock_now(door: State<'_, Arc<Door>>, unfinished: Option<Secret>) -> Result<bool, Problem> {
    if let Some(unfinished) = unfinished {
        door.keep_unfinished(&unfinished);
    }
    Ok(door.lock())
}

/// Somebody is there.
#[tauri::command(async)]
#[specta::specta]
pub fn stirred(door: State<'_, Arc<Door>>) -> Result<(), Problem> {
    door.stirred();
    Ok(())
}

/// Whether the book has a passphrase, and what the system can do for it.
#[tauri::command(async)]
#[specta::specta]
pub fn sealing(door: State<'_, Arc<Door>>) -> Result<Sealing, Problem> {
    let _house = door.house()?;
    Ok(Sealing {
        sealed: door.is_sealed(),
        can_keep: door.desktop.can_keep_key(),
    })
}

/// Gives the book a passphrase, seals all of it, and gives the recovery code once.
#[tauri::command(async)]
#[specta::specta]
pub fn seal(door: State<'_, Arc<Door>>, passphrase: Secret) -> Result<Coded, Problem> {
    door.seal(&passphrase)
}

/// Takes the passphrase away, and unseals everything.
#[tauri::command(async)]
#[specta::specta]
pub fn unseal(door: State<'_, Arc<Door>>, passphrase: Secret) -> Result<Tried, Problem> {
    door.unseal(&passphrase)
}

/// Changes the passphrase.
#[tauri::command(async)]
#[specta::specta]
pub fn change_passphrase(
    door: State<'_, Arc<Door>>,
    old: Secret,
    chosen: Secret,
) -> Result<Tried, Problem> {
    door.change_passphrase(&old, &chosen)
}

/// Makes a new recovery code; the one before opens nothing any more.
#[tauri::command(async)]
#[specta::specta]
pub fn new_recovery_code(door: State<'_, Arc<Door>>, passphrase: Secret) -> Result<Coded, Problem> {
    door.new_code(&passphrase)
}

/// Asks where with the system's dialog and writes the recovery code there, with a sentence of what it is for; `None`
/// when the person changed their mind.
#[tauri::command(async)]
#[specta::specta]
pub fn save_recovery_code(
    door: State<'_, Arc<Door>>,
    code: Secret,
) -> Result<Option<String>, Problem> {
    let words = door.house()?.words();
    let (title, filter) = (
        words.say("dialog-code", &[]),
        words.say("dialog-texts", &[]),
    );
    let name = words.say("dialog-code-name", &[]);
    let Some(path) = door.desktop.choose_save(&title, &filter, &name) else {
        return Ok(None);
    };
    if paths::lies_in(&path, &door.opening.folder) {
        return Err(door.problem(&Fault::invalid("code-in-book")));
    }
    let text = zeroize::Zeroizing::new(format!(
        "{}\n\n{}\n\n{}\n",
        words.say("code-sheet", &[]),
        code.expose(),
        words.say("code-sheet-how", &[])
    ));
    written_for_oneself(&path, text.as_bytes()).map_err(|error| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let fault = Fault::new(FaultKind::Failed, "error-file-write")
            .with("name", name.into_owned())
            .with("detail", error.to_string());
        door.problem(&fault)
    })?;
    Ok(Some(path.to_string_lossy().into_owned()))
}

/// Writes a file down to the disk that other accounts of the machine cannot read, where the system knows of such a thing.
fn written_for_oneself(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut open = OpenOptions::new();
    open.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut open, 0o600);
    let mut file = open.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Prints what the page shows, with the system's dialog.
#[tauri::command(async)]
#[specta::specta]
pub fn print_page(door: State<'_, Arc<Door>>) -> Result<(), Problem> {
    if door.desktop.print() {
        Ok(())
    } else {
        Err(door.problem(&Fault::invalid("code-no-printer")))
    }
}
