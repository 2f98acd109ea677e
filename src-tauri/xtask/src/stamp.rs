//! Remembering what a step was last done for, so that nothing is done twice.
//!
//! A stamp is a hash of the contents a step reads, kept under `target/xtask/stamps/`. It is
//! written only after the step succeeded; deleting it merely repeats the step.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::place::Place;
use crate::trouble::{Result, While};

/// Folders whose contents are results, never sources.
const RESULTS: [&str; 4] = ["node_modules", "dist", "target", "results"];

/// What a step depends on, as one number.
pub(crate) struct Stamp {
    file: PathBuf,
    value: String,
}

impl Stamp {
    /// The stamp called `name` over everything below `inputs` (files or folders) and `also`
    /// (whatever else decides the outcome, such as a tool's version).
    pub(crate) fn of(place: &Place, name: &str, inputs: &[PathBuf], also: &str) -> Result<Self> {
        let mut hasher = DefaultHasher::new();
        also.hash(&mut hasher);
        for input in inputs {
            take(input, &mut hasher)?;
        }
        let file = place.kept("stamps").join(name);
        Ok(Self {
            file,
            value: format!("{:016x}", hasher.finish()),
        })
    }

    /// Whether the step was already done for exactly these inputs.
    pub(crate) fn is_fresh(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|text| text == self.value)
    }

    /// Remembers that the step was done.
    pub(crate) fn set(&self) -> Result<()> {
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder).while_(format!("make {}", folder.display()))?;
        }
        fs::write(&self.file, &self.value).while_(format!("write {}", self.file.display()))
    }
}

/// Feeds a file, or a folder in the order of its names, to the hash.
fn take(path: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    if path.is_dir() {
        let mut inside: Vec<PathBuf> = fs::read_dir(path)
            .while_(format!("read {}", path.display()))?
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|entry| !RESULTS.iter().any(|result| entry.ends_with(result)))
            .collect();
        inside.sort();
        for entry in inside {
            take(&entry, hasher)?;
        }
    } else if path.is_file() {
        path.hash(hasher);
        fs::read(path)
            .while_(format!("read {}", path.display()))?
            .hash(hasher);
    }
    Ok(())
}
