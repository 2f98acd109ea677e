//! What the window remembers between two starts. It is no part of the truth, so it is a small file of its own:
//! turning a week writes nothing to the journal. It is there before a locked book is open, and nobody's name is in it:
//! ids, a date and how the window looks.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use domain::Settings;
use parking_lot::Mutex;
use serde::{Deserialize, Serialize};
use wire::{Desk, Language, Theme};

/// The file `desk.json` of a data folder.
#[derive(Debug)]
pub struct DeskFile {
    path: PathBuf,
    writing: Mutex<()>,
}

/// How the window looks before the settings can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Look {
    /// As chosen; `None` is as the system does.
    pub(crate) language: Option<Language>,
    /// As chosen.
    pub(crate) theme: Theme,
    /// Whether closing the window leaves Sentier in the tray.
    pub(crate) to_tray: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::System,
            to_tray: false,
        }
    }
}

impl From<&Settings> for Look {
    fn from(settings: &Settings) -> Self {
        Self {
            language: settings.language.map(Into::into),
            theme: settings.theme.into(),
            to_tray: settings.reminding.to_tray,
        }
    }
}

/// The whole file.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Kept {
    #[serde(flatten)]
    desk: Desk,
    #[serde(default)]
    look: Look,
}

impl DeskFile {
    /// The desk of the data in `folder`.
    pub fn of(folder: &Path) -> Self {
        Self {
            path: folder.join("desk.json"),
            writing: Mutex::new(()),
        }
    }

    /// What was remembered; a damaged or missing file is an empty desk.
    pub fn read(&self) -> Desk {
        self.kept().desk
    }

    /// Remembers `desk`.
    pub fn write(&self, desk: &Desk) -> std::io::Result<()> {
        let _one = self.writing.lock();
        let look = self.kept().look;
        self.keep(&Kept {
            desk: desk.clone(),
            look,
        })
    }

    /// How the window looked last.
    pub(crate) fn look(&self) -> Look {
        self.kept().look
    }

    /// Remembers how it looks, where it looks otherwise than before.
    pub(crate) fn wear(&self, look: Look) -> std::io::Result<()> {
        let _one = self.writing.lock();
        let kept = self.kept();
        if kept.look == look {
            return Ok(());
        }
        self.keep(&Kept { look, ..kept })
    }

    fn kept(&self) -> Kept {
        fs::read(&self.path)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Written aside, then renamed, so that it is never half there.
    fn keep(&self, kept: &Kept) -> std::io::Result<()> {
        let aside = self.path.with_extension("json.new");
        let mut file = fs::File::create(&aside)?;
        file.write_all(&serde_json::to_vec(kept)?)?;
        fs::rename(&aside, &self.path)
    }
}
