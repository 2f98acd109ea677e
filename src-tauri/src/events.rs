//! What the house tells the window. Events say what happened, never what to do;
//! nothing else in the code emits.

use serde::{Deserialize, Serialize};
use specta::Type;
use wire::{Reminded, Topic};

/// Something was written.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct Changed {
    /// What it touched.
    pub topics: Vec<Topic>,
    /// The store's revision.
    pub revision: u32,
}

/// How far an import is.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct ImportProgress {
    /// Which.
    pub ticket: String,
    /// Whether files are being read; else what was chosen is being brought in.
    pub reading: bool,
    /// Kilobytes read, or entries done.
    pub done: u32,
    /// Kilobytes or entries in all.
    pub total: u32,
}

/// How far the backup, restore or drill in hand is; there is one at a time.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct BackupProgress {
    /// Entries done.
    pub done: u32,
    /// Entries in all.
    pub total: u32,
}

/// How far the sealing of the book is, or its opening for good.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct SealProgress {
    /// Kilobytes done.
    pub done: u32,
    /// Kilobytes in all.
    pub total: u32,
}

/// The book is about to lock: the page saves what is being typed, and locks.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct Locking;

/// The book is locked: nothing of it stays on the page.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct Locked;

/// Files were given to the window: dropped on it, or by a second launch.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct FilesGiven {
    /// Their paths.
    pub paths: Vec<String>,
}

/// Files hover over the window, or have left it.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct FilesHover {
    /// Whether they are over it.
    pub over: bool,
}

/// Reminders rang.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct Rang {
    /// Of what, by start.
    pub reminders: Vec<Reminded>,
}
