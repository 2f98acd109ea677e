//! Bringing calendars in, and taking them out.

use serde::{Deserialize, Serialize};
use specta::Type;

/// What an entry of a file is to the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Match {
    /// Not here yet.
    New,
    /// Here, and the same.
    Same,
    /// Here, and not the same.
    Differs,
    /// Could not be read.
    Invalid,
}

/// A look at files before anything is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportPreview {
    /// What to name it by.
    pub ticket: String,
    /// The files.
    pub files: Vec<ImportFile>,
    /// How many of each.
    pub counts: ImportCounts,
    /// The first rows; `import_rows` gives the rest.
    pub rows: Vec<ImportRow>,
}

/// One file of a preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportFile {
    /// Its name, without folders.
    pub name: String,
    /// Why it could not be read at all.
    pub problem: Option<String>,
    /// Its entries.
    pub counts: ImportCounts,
}

/// How many of each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportCounts {
    /// Not here yet.
    pub new: u32,
    /// Here, and the same.
    pub same: u32,
    /// Here, and not the same.
    pub differs: u32,
    /// Could not be read.
    pub invalid: u32,
}

/// One entry of a preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportRow {
    /// Its number in the preview.
    pub index: u32,
    /// Which file.
    pub file: u32,
    /// What it is to the store.
    pub verdict: Match,
    /// Its title.
    pub title: String,
    /// When, in words.
    pub when: String,
    /// What differs, or why it could not be read, or what was noticed; may be empty.
    pub detail: String,
}

/// Some rows of a preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportRows {
    /// The rows.
    pub rows: Vec<ImportRow>,
    /// How many there are in all, with this filter.
    pub total: u32,
}

/// What the person chose in the preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportChoice {
    /// Rows to leave out.
    pub skip: Vec<u32>,
    /// Whether entries that differ replace what is here.
    pub take_differing: bool,
}
