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

/// A short name for a data folder, the same at every start (FNV-1a).
pub(crate) fn mark(folder: &Path) -> u64 {
    folder
        .to_string_lossy()
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |mark, byte| {
            (mark ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        })
}
