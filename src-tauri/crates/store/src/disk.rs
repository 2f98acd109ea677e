//! Files that are whole or not there.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use vault::{Purpose, SealedFile, SealedWriter, Sealer};

/// Writes `bytes` aside, syncs them, and gives them their name: whole or not there, and durable.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let aside = aside(path);
    let mut file = File::create(&aside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&aside, path)?;
    sync_folder(folder)
}

/// The bytes of a file that holds `text`, as they stand on the disk.
pub(crate) fn sealed(
    sealer: &Sealer,
    purpose: Purpose,
    context: &[u8],
    text: &[u8],
) -> io::Result<Vec<u8>> {
    let mut writer = SealedWriter::new(sealer, purpose, context, Vec::with_capacity(text.len()))?;
    writer.write_all(text)?;
    writer.finish()
}

/// What a file of the book's says.
pub(crate) fn read(
    sealer: &Sealer,
    purpose: Purpose,
    context: &[u8],
    path: &Path,
) -> io::Result<Vec<u8>> {
    SealedFile::open(sealer, purpose, context, path)?.read_all()
}

/// The name a file has until it is whole.
pub(crate) fn aside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    path.with_file_name(name)
}

/// A name is durable when its folder is.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    // Windows has no such call, and makes names durable with their file.
    if cfg!(windows) {
        Ok(())
    } else {
        File::open(folder)?.sync_all()
    }
}

/// Makes a folder, and those above it that are not there, with names that outlive a power cut.
pub(crate) fn make_folder(folder: &Path) -> io::Result<()> {
    let Some(parent) = folder.parent().filter(|_| !folder.exists()) else {
        return Ok(());
    };
    if parent != Path::new("") {
        make_folder(parent)?;
    }
    match fs::create_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    if parent == Path::new("") {
        sync_folder(Path::new("."))
    } else {
        sync_folder(parent)
    }
}

/// Syncs every file and folder under `folder`, and itself.
pub(crate) fn sync_all_under(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            sync_all_under(&entry.path())?;
        } else {
            // Windows syncs only what is open for writing.
            let file = File::options()
                .read(true)
                .write(cfg!(windows))
                .open(entry.path());
            match file {
                // What was let go of meanwhile needs no more.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                file => file?.sync_all()?,
            }
        }
    }
    sync_folder(folder)
}

/// Removes a file; one that is not there is gone already.
pub(crate) fn remove_file(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

/// Removes a folder and all that is in it; one that is not there is gone already. The last threads of a
/// sled that was closed may still put a file there, so one that fills again is emptied again.
pub(crate) fn remove_folder(folder: &Path) -> io::Result<()> {
    use io::ErrorKind::{DirectoryNotEmpty, NotFound};
    const TRIES: u32 = 6;
    for tries in 0.. {
        match fs::remove_dir_all(folder) {
            Err(error) if error.kind() == NotFound && !folder.exists() => break,
            Err(error) if matches!(error.kind(), DirectoryNotEmpty | NotFound) && tries < TRIES => {
                std::thread::sleep(std::time::Duration::from_millis(5 << tries));
            }
            removed => return removed,
        }
    }
    Ok(())
}

/// Bytes of every file under `folder`; none where there is no such folder.
pub(crate) fn bytes_under(folder: &Path) -> io::Result<u64> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
        entries => entries?,
    };
    let mut bytes = 0;
    for entry in entries {
        let entry = entry?;
        bytes += match entry.file_type()?.is_dir() {
            true => bytes_under(&entry.path())?,
            false => match entry.metadata() {
                // Let go of since it was listed, as sled does with its own files.
                Err(error) if error.kind() == io::ErrorKind::NotFound => 0,
                meta => meta?.len(),
            },
        };
    }
    Ok(bytes)
}

/// Whether `open` is the file that `path` names now: a folder may be moved or deleted under an open file, which then
/// takes bytes that nobody will ever find.
#[cfg(unix)]
pub(crate) fn is_same(open: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let named = |meta: fs::Metadata| (meta.dev(), meta.ino());
    match (open.metadata(), fs::metadata(path)) {
        (Ok(open), Ok(there)) => named(open) == named(there),
        // A disk that cannot answer says so when it is written to.
        (_, Err(error)) => error.kind() != io::ErrorKind::NotFound,
        (Err(_), _) => true,
    }
}

/// Windows does not let a file go while it is open.
#[cfg(not(unix))]
pub(crate) fn is_same(_: &File, path: &Path) -> bool {
    path.exists()
}

/// Bytes that can still be written where `path` is, as far as the system says.
pub fn room_at(path: &Path) -> io::Result<u64> {
    fs4::available_space(path)
}

/// A name in `folder` that nothing has: `name-1`, `name-2`…
pub(crate) fn unused(folder: &Path, name: &str) -> PathBuf {
    (1_u32..)
        .map(|n| folder.join(format!("{name}-{n}")))
        .find(|path| !path.exists())
        .unwrap_or_else(|| folder.join(name))
}
