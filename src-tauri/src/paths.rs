//! Where things are on this machine.

use std::path::{Path, PathBuf};

/// The bundle identifier of `tauri.conf.json`: also the name of the data folder.
const IDENTIFIER: &str = "app.sentier.desktop";

/// The folder of the person's data: the one given, else the platform's app-data folder.
pub(crate) fn data_folder(given: Option<&Path>) -> Option<PathBuf> {
    match given {
        // The window's own folder must not move when the process does.
        Some(folder) => std::path::absolute(folder).ok(),
        None => dirs::data_dir().map(|data| data.join(IDENTIFIER)),
    }
}

/// The absolute path of a file named on the command line, as the person meant it from `from`.
pub(crate) fn given_file(from: &Path, file: &str) -> String {
    let path = file.strip_prefix("file://").unwrap_or(file);
    from.join(path).to_string_lossy().into_owned()
}
