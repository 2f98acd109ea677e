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

/// A short name for a data folder, the same at every start and however one gets there: by a link, by a path that goes
/// back and forth (FNV-1a).
pub(crate) fn mark(folder: &Path) -> u64 {
    // One that is not there yet has no other name.
    let folder = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_path_buf());
    folder
        .to_string_lossy()
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |mark, byte| {
            (mark ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        })
}

/// Whether a file that may not be there yet would lie in `folder`, by whatever way one comes to either.
pub(crate) fn lies_in(file: &Path, folder: &Path) -> bool {
    let real = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let folder = real(folder);
    let beside = file
        .parent()
        .is_some_and(|beside| real(beside).starts_with(&folder));
    beside || real(file).starts_with(&folder)
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

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn a_folder_has_one_mark_by_whatever_way_one_comes_to_it() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let book = place.path().join("book");
        std::fs::create_dir_all(book.join("snapshots")).expect("made");
        let ways = [book.join(""), book.join("snapshots").join("..")];
        for way in &ways {
            assert_eq!(mark(way), mark(&book), "{}", way.display());
        }
        #[cfg(unix)]
        {
            let link = place.path().join("link");
            std::os::unix::fs::symlink(&book, &link).expect("linked");
            assert_eq!(mark(&link), mark(&book));
        }
        assert_ne!(mark(place.path()), mark(&book));
    }
}
