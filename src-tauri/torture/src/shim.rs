//! The shim: compiled once from `shim/shim.c`, put before a worker with LD_PRELOAD.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The shim, built.
#[derive(Debug, Clone)]
pub(crate) struct Shim {
    library: PathBuf,
}

impl Shim {
    /// Builds it into `folder`.
    ///
    /// # Errors
    /// A sentence: why it cannot be had here.
    pub(crate) fn build(folder: &Path) -> Result<Self, String> {
        if !cfg!(target_os = "linux") {
            return Err("it stands between a process and its disk on Linux only".to_owned());
        }
        let source = folder.join("shim.c");
        let library = folder.join("shim.so");
        std::fs::write(&source, include_str!("../shim/shim.c")).map_err(|why| why.to_string())?;
        let built = Command::new("cc")
            .args(["-O1", "-shared", "-fPIC", "-o"])
            .arg(&library)
            .arg(&source)
            .arg("-lpthread")
            .output()
            .map_err(|why| format!("there is no C compiler (cc): {why}"))?;
        if built.status.success() {
            Ok(Self { library })
        } else {
            let why = String::from_utf8_lossy(&built.stderr);
            Err(format!("it could not be compiled: {why}"))
        }
    }

    /// The environment that puts it between a worker and everything under `root`.
    fn before(&self, root: &Path) -> Vec<(&'static str, String)> {
        vec![
            ("LD_PRELOAD", self.library.display().to_string()),
            ("TORTURE_ROOT", root.display().to_string()),
        ]
    }

    /// With everything written down in `trace`.
    pub(crate) fn tracing(&self, root: &Path, trace: &Path) -> Vec<(&'static str, String)> {
        let mut with = self.before(root);
        with.push(("TORTURE_TRACE", trace.display().to_string()));
        with
    }

    /// With a disk that says no.
    pub(crate) fn failing(
        &self,
        root: &Path,
        fault: &str,
        from_the_start: bool,
    ) -> Vec<(&'static str, String)> {
        let mut with = self.before(root);
        with.push(("TORTURE_FAULT", fault.to_owned()));
        if from_the_start {
            with.push(("TORTURE_ARMED", "1".to_owned()));
        }
        with
    }
}
