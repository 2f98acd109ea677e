//! What the window remembers between two starts. It is no part of the truth, so it is a small file of its own:
//! turning a week writes nothing to the journal.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use parking_lot::Mutex;
use wire::Desk;

/// The file `desk.json` of a data folder.
#[derive(Debug)]
pub struct DeskFile {
    path: PathBuf,
    writing: Mutex<()>,
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
        fs::read(&self.path)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Remembers `desk`: written aside, then renamed, so that it is never half there.
    pub fn write(&self, desk: &Desk) -> std::io::Result<()> {
        let _one = self.writing.lock();
        let aside = self.path.with_extension("json.new");
        let mut file = fs::File::create(&aside)?;
        file.write_all(&serde_json::to_vec(desk)?)?;
        fs::rename(&aside, &self.path)
    }
}
