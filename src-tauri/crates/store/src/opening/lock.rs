//! The lock on the whole book, and how far the book is known to have come, which its file says.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;

use crate::{OpenError, Reading, error};

/// The lock on the whole book, for as long as this is there. A process that is killed leaves the
/// file and no lock: only the system holds those.
#[derive(Debug)]
pub(crate) struct BookLock {
    file: File,
}

/// Said, not left to the file's end: a child that is being started may hold a copy of it for a moment.
impl Drop for BookLock {
    fn drop(&mut self) {
        let _ = self.file.unlock();
    }
}

impl BookLock {
    /// Takes it; none where nobody can lock. With it comes why nothing may be written, when nothing
    /// may.
    pub(super) fn claim(folder: &Path) -> Result<(Option<Self>, Option<Reading>), OpenError> {
        let path = folder.join("lock");
        let opened = File::options()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(&path);
        let (file, reading) = match opened {
            Ok(file) => (file, probe(folder)?),
            Err(error) if error::is_read_only(&error) => match File::open(&path) {
                Ok(file) => (file, Some(Reading::Folder)),
                // Nobody can lock what nobody can make.
                Err(_) => return Ok((None, Some(Reading::Folder))),
            },
            Err(error) if error::is_full(&error) => return Ok((None, Some(Reading::Full))),
            Err(error) => return Err(error.into()),
        };
        let locked = match reading {
            // Several may read beside each other; nobody beside one that writes.
            Some(Reading::Folder) => file.try_lock_shared(),
            _ => file.try_lock(),
        };
        match locked {
            Ok(()) => Ok((Some(Self { file }), reading)),
            Err(TryLockError::WouldBlock) => Err(OpenError::Busy {
                folder: folder.to_owned(),
            }),
            Err(TryLockError::Error(error)) if knows_no_locks(&error) => {
                Ok((None, reading.or(Some(Reading::Unlockable))))
            }
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// How far the book is known to have come: what was acknowledged last, as the lock's file has it.
    ///
    /// A hint that is never synced, so that a journal that was put back by an earlier one, with a
    /// state that is damaged too, is not taken for the whole book. Behind the truth it says nothing
    /// wrong.
    pub(super) fn reached(&self) -> u64 {
        use io::{Read, Seek};
        let mut bytes = [0; 12];
        let mut file = &self.file;
        let read = file.rewind().and_then(|()| file.read_exact(&mut bytes));
        let (seq, crc) = bytes.split_at(8);
        match (read, <[u8; 8]>::try_from(seq)) {
            (Ok(()), Ok(seq)) if crc == crc32fast::hash(&seq).to_be_bytes() => {
                u64::from_be_bytes(seq)
            }
            _ => 0,
        }
    }

    /// Notes what was acknowledged last.
    pub(crate) fn note_reached(&self, seq: u64) {
        use io::{Seek, Write};
        let seq = seq.to_be_bytes();
        let bytes = [&seq[..], &crc32fast::hash(&seq).to_be_bytes()].concat();
        let mut file = &self.file;
        if let Err(error) = file.rewind().and_then(|()| file.write_all(&bytes)) {
            log::warn!("how far the book has come could not be noted: {error}");
        }
    }
}

/// Some network disks have no locks, or lost whoever keeps them.
fn knows_no_locks(error: &io::Error) -> bool {
    /// `ENOLCK` of Linux and of macOS: the standard library has no word for it.
    const NO_LOCKS: i32 = if cfg!(target_os = "macos") { 77 } else { 37 };
    error.kind() == io::ErrorKind::Unsupported
        || (cfg!(unix) && error.raw_os_error() == Some(NO_LOCKS))
}

/// Whether files can be made in `folder`: its lock may be writable where nothing else is.
fn probe(folder: &Path) -> io::Result<Option<Reading>> {
    let path = folder.join(".writable");
    match File::create(&path).and_then(|_| fs::remove_file(&path)) {
        Ok(()) => Ok(None),
        Err(error) if error::is_read_only(&error) => Ok(Some(Reading::Folder)),
        Err(error) if error::is_full(&error) => Ok(Some(Reading::Full)),
        Err(error) => Err(error),
    }
}
