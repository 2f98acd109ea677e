//! Where things stand: the repository, and the folder builds go to.

use std::env;
use std::path::{Path, PathBuf};

use crate::trouble::{Result, Trouble};

/// The checkout this workshop belongs to.
pub(crate) struct Place {
    root: PathBuf,
    target: PathBuf,
    /// Missing system packages are named, not installed.
    pub(crate) no_install: bool,
}

impl Place {
    /// Finds the checkout from where this program was compiled, or from where cargo says it runs.
    pub(crate) fn find(no_install: bool) -> Result<Self> {
        let here = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = here
            .ancestors()
            .find(|folder| folder.join("tauri.conf.json").is_file())
            .ok_or_else(|| {
                Trouble::new("no tauri.conf.json above the workshop: is the checkout whole?")
            })?
            .to_path_buf();
        let target = env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |folder| root.join(folder));
        Ok(Self {
            root,
            target,
            no_install,
        })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A path inside the checkout.
    pub(crate) fn at(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// A path inside cargo's target folder.
    pub(crate) fn target(&self, inside: &str) -> PathBuf {
        self.target.join(inside)
    }

    /// A path inside the workshop's own folder: stamps, environments, results. Safe to delete.
    pub(crate) fn kept(&self, inside: &str) -> PathBuf {
        self.target.join("xtask").join(inside)
    }
}
