//! Where things are on this machine.

use std::path::{Path, PathBuf};

/// The bundle identifier of `tauri.conf.json`: also the name of the data folder.
const IDENTIFIER: &str = "app.sentier.desktop";

/// The folder of the person's data: the one given, else the platform's app-data folder.
pub(crate) fn data_folder(given: Option<&Path>) -> Option<PathBuf> {
    match given {
        // The window's own folder must not move when the process does.
        Some(folder) => std::path::absolute(folder).ok(),
        None => remembered().or_else(|| dirs::data_dir().map(|data| data.join(IDENTIFIER))),
    }
}

/// The file that says which folder was chosen in place of the usual one.
fn pointer() -> Option<PathBuf> {
    dirs::config_dir().map(|config| config.join(IDENTIFIER).join("folder"))
}

fn remembered() -> Option<PathBuf> {
    let said = std::fs::read_to_string(pointer()?).ok()?;
    let folder = PathBuf::from(said.trim_end_matches('\n'));
    folder.is_absolute().then_some(folder)
}

/// Whether `folder` was chosen once and is not there: a disk that is not plugged in is no new book.
pub(crate) fn is_missed(folder: &Path) -> bool {
    !folder.exists() && remembered().is_some_and(|chosen| chosen == folder)
}

/// From the next start on, the data is in `folder` unless another one is given.
pub(crate) fn remember_folder(folder: &Path) -> std::io::Result<()> {
    let pointer = pointer().ok_or(std::io::ErrorKind::NotFound)?;
    if let Some(config) = pointer.parent() {
        std::fs::create_dir_all(config)?;
    }
    let aside = pointer.with_extension("new");
    std::fs::write(&aside, folder.to_string_lossy().as_bytes())?;
    std::fs::rename(aside, pointer)
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

/// The program that runs. An AppImage's own path is where it is mounted for this run.
pub(crate) fn program() -> Option<PathBuf> {
    std::env::var_os("APPIMAGE")
        .map(Into::into)
        .or_else(|| std::env::current_exe().ok())
}

/// Whether files can be made in `folder`, or it can be made; what is no folder of ours is left as it is.
pub(crate) fn is_writable(folder: &Path) -> bool {
    if !folder.exists() {
        return !is_missed(folder) && std::fs::create_dir_all(folder).is_ok();
    }
    let probe = folder.join(".writable");
    let made = std::fs::File::create(&probe).is_ok();
    // What could not be made is not there to be removed.
    let _ = std::fs::remove_file(probe);
    made
}
