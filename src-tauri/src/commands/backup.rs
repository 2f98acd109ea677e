//! Backups, the way back, and the drill.

use std::path::PathBuf;
use std::sync::Arc;

use store::Progress;
use tauri::State;
use wire::{
    BackupEvery, BackupSheet, BackupWritten, BookCheck, BookMended, Done, Problem, RestoreExtent,
    RestoreLook, RestoreSource, Topic,
};
use workflows::{Fault, archive, backup, check};

use crate::door::Door;
use crate::events::BackupProgress;

const EVERYTHING: [Topic; 4] = [
    Topic::Touchpoints,
    Topic::Clients,
    Topic::Settings,
    Topic::Backups,
];

/// How the backups stand.
#[tauri::command(async)]
#[specta::specta]
pub fn backups(door: State<'_, Arc<Door>>) -> Result<BackupSheet, Problem> {
    door.read(|_, eye| Ok(eye.backups()))
}

/// Asks where with the system's dialog and writes a backup there; `None` when the person changed their mind.
#[tauri::command(async)]
#[specta::specta]
pub fn save_backup(door: State<'_, Arc<Door>>) -> Result<Option<BackupWritten>, Problem> {
    // Nobody is in the house while a dialog is open: it may have to lock.
    let (title, filter, name) = door.read(|house, _| {
        let words = house.words();
        Ok((
            words.say(
                match backup::status(house).sealed {
                    true => "dialog-backup-sealed",
                    false => "dialog-backup",
                },
                &[],
            ),
            words.say("dialog-archives", &[]),
            archive::file_name(house),
        ))
    })?;
    let Some(path) = door.desktop.choose_save(&title, &filter, &name) else {
        return Ok(None);
    };
    door.read(|house, _| {
        let (saved, _) = backup::save_to(house, &path, &mut said(&door))?;
        Ok(Some(written(saved)))
    })
}

/// Writes a backup into the schedule's folder.
#[tauri::command(async)]
#[specta::specta]
pub fn backup_now(door: State<'_, Arc<Door>>) -> Result<BackupWritten, Problem> {
    door.read(|house, _| backup::save_now(house, &mut said(&door)).map(written))
}

fn written(saved: backup::Saved) -> BackupWritten {
    BackupWritten {
        path: saved.path.to_string_lossy().into_owned(),
        missing: wire::number(saved.missing),
    }
}

/// Asks for the schedule's folder with the system's dialog; as it was when the person changed their mind.
#[tauri::command(async)]
#[specta::specta]
pub fn choose_backup_folder(door: State<'_, Arc<Door>>) -> Result<BackupSheet, Problem> {
    let title = door.house()?.words().say("dialog-backup-folder", &[]);
    let chosen = door.desktop.choose_folder(&title);
    door.read(|house, eye| {
        if let Some(folder) = chosen {
            backup::choose_folder(house, &folder)?;
        }
        Ok(eye.backups())
    })
}

/// Says how often the schedule writes, and how many of its backups stay.
#[tauri::command(async)]
#[specta::specta]
pub fn plan_backups(
    door: State<'_, Arc<Door>>,
    every: BackupEvery,
    keep: u32,
) -> Result<BackupSheet, Problem> {
    door.read(|house, eye| {
        backup::set_plan(house, every.into(), keep as usize);
        Ok(eye.backups())
    })
}

/// Asks for an archive with the system's dialog; `None` when the person changed their mind.
#[tauri::command(async)]
#[specta::specta]
pub fn choose_backup(door: State<'_, Arc<Door>>) -> Result<Option<String>, Problem> {
    let words = door.house()?.words();
    let (title, filter) = (
        words.say("dialog-restore", &[]),
        words.say("dialog-archives", &[]),
    );
    let chosen = door.desktop.choose_files(&title, &filter);
    let first = chosen.first().map(|path: &PathBuf| path.to_string_lossy());
    Ok(first.map(|path| path.into_owned()))
}

/// Looks at what a restore would change; the look stays until it is run or given up.
#[tauri::command(async)]
#[specta::specta]
pub fn look_restore(
    door: State<'_, Arc<Door>>,
    source: RestoreSource,
) -> Result<RestoreLook, Problem> {
    door.read(|house, eye| {
        let (ticket, look) = backup::look_kept(house, &source.into(), &mut going(&door))?;
        Ok(eye.restore_look(ticket, &look))
    })
}

/// Restores what was looked at: one step of undo, however many records.
#[tauri::command(async)]
#[specta::specta]
pub fn run_restore(
    door: State<'_, Arc<Door>>,
    ticket: String,
    extent: RestoreExtent,
) -> Result<Done, Problem> {
    door.write(
        &EVERYTHING,
        |house| backup::run_kept(house, &ticket, extent.into(), &mut going(&door)),
        |eye, done| eye.done(done),
    )
}

/// Stops the backup, look, restore or drill in hand, and forgets the look; nothing half-done stays.
#[tauri::command(async)]
#[specta::specta]
pub fn stop_backup(door: State<'_, Arc<Door>>) -> Result<(), Problem> {
    backup::give_up(&*door.house()?);
    Ok(())
}

/// Really restores a backup into a place of its own and compares it; the newest there is when none is named.
#[tauri::command(async)]
#[specta::specta]
pub fn drill_backup(
    door: State<'_, Arc<Door>>,
    source: Option<RestoreSource>,
) -> Result<BackupSheet, Problem> {
    door.read(|house, eye| {
        let source = match source {
            Some(source) => Some(source.into()),
            None => backup::newest(house)?,
        };
        let source = source.ok_or_else(|| Fault::invalid("error-backup-none"))?;
        backup::drill(house, &source, &mut going(&door))?;
        Ok(eye.backups())
    })
}

/// Verifies the whole book; nothing is written.
#[tauri::command(async)]
#[specta::specta]
pub fn check_book(door: State<'_, Arc<Door>>) -> Result<BookCheck, Problem> {
    door.read(|house, _| check::check(house).map(Into::into))
}

/// Mends what can be mended in the book, after a copy of whatever it touches.
#[tauri::command(async)]
#[specta::specta]
pub fn repair_book(door: State<'_, Arc<Door>>) -> Result<BookMended, Problem> {
    door.write(&EVERYTHING, check::repair, |_, mended| mended.into())
}

fn said<'a>(door: &'a State<'_, Arc<Door>>) -> impl FnMut(u64, u64) + 'a {
    |done, total| {
        door.desktop.working(BackupProgress {
            done: wire::number(done),
            total: wire::number(total),
        });
    }
}

fn going<'a>(door: &'a State<'_, Arc<Door>>) -> impl FnMut(u64, u64) -> Progress + 'a {
    let mut said = said(door);
    move |done, total| {
        said(done, total);
        Progress::Go
    }
}
