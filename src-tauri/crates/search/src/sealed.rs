//! An index on disk that only the key of its book opens.
//!
//! Every file is sealed by itself under its own name, in pieces, so that a query reads and opens the pieces it needs; the
//! last ones stay at hand. Names are the library's, a random one a segment: they say how many there are and no more.

use std::collections::{HashSet, VecDeque};
use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tantivy::HasLen;
use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    AntiCallToken, Directory, DirectoryLock, FileHandle, Lock, OwnedBytes, TerminatingWrite,
    WatchCallback, WatchHandle, WritePtr,
};
use vault::{Purpose, SealedFile, SealedWriter, Sealer};

/// Bytes of a piece at hand: as many as are sealed together.
const PIECE: usize = 64 << 10;
/// Pieces at hand, of all files.
const AT_HAND: usize = 96;
/// How long a lock that is waited for is waited for at most.
const PATIENCE: Duration = Duration::from_secs(10);

/// A folder whose files are sealed. Clones are the same folder.
#[derive(Clone)]
pub(crate) struct SealedFolder {
    shared: Arc<Shared>,
}

struct Shared {
    folder: PathBuf,
    sealer: Sealer,
    /// Which locks are held. One process has the index at a time, the one that has the book, so that none need be on
    /// the disk, where a kill would leave it.
    held: Mutex<HashSet<PathBuf>>,
    let_go: Condvar,
    opened: AtomicU64,
    at_hand: Mutex<VecDeque<Piece>>,
}

/// A piece of a file, by the number the file was opened with.
struct Piece {
    file: u64,
    number: usize,
    text: OwnedBytes,
}

impl SealedFolder {
    /// The folder at `folder`, which is there.
    pub(crate) fn of(folder: &Path, sealer: Sealer) -> Self {
        Self {
            shared: Arc::new(Shared {
                folder: folder.to_owned(),
                sealer,
                held: Mutex::default(),
                let_go: Condvar::new(),
                opened: AtomicU64::new(0),
                at_hand: Mutex::default(),
            }),
        }
    }

    fn full(&self, path: &Path) -> PathBuf {
        self.shared.folder.join(path)
    }

    fn open(&self, path: &Path) -> Result<SealedFile, OpenReadError> {
        let context = path.as_os_str().as_encoded_bytes();
        SealedFile::open(
            &self.shared.sealer,
            Purpose::Index,
            context,
            &self.full(path),
        )
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => OpenReadError::FileDoesNotExist(path.to_owned()),
            _ => OpenReadError::wrap_io_error(error, path.to_owned()),
        })
    }

    fn writer(&self, path: &Path, file: File) -> io::Result<SealedWriter<File>> {
        let context = path.as_os_str().as_encoded_bytes();
        SealedWriter::new(&self.shared.sealer, Purpose::Index, context, file)
    }
}

impl fmt::Debug for SealedFolder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SealedFolder")
            .field(&self.shared.folder)
            .finish()
    }
}

impl Directory for SealedFolder {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        Ok(Arc::new(Opened {
            file: self.open(path)?,
            number: self.shared.opened.fetch_add(1, Ordering::Relaxed),
            shared: self.shared.clone(),
        }))
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        fs::remove_file(self.full(path)).map_err(|error| match error.kind() {
            ErrorKind::NotFound => DeleteError::FileDoesNotExist(path.to_owned()),
            _ => DeleteError::IoError {
                io_error: Arc::new(error),
                filepath: path.to_owned(),
            },
        })
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.full(path)
            .try_exists()
            .map_err(|error| OpenReadError::wrap_io_error(error, path.to_owned()))
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        let file = File::options()
            .write(true)
            .create_new(true)
            .open(self.full(path));
        let writing = file.and_then(|file| self.writer(path, file));
        let writing = writing.map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => OpenWriteError::FileAlreadyExists(path.to_owned()),
            _ => OpenWriteError::wrap_io_error(error, path.to_owned()),
        })?;
        Ok(BufWriter::new(Box::new(Writing(Some(writing)))))
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.open(path)?
            .read_all()
            .map_err(|error| OpenReadError::wrap_io_error(error, path.to_owned()))
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        let full = self.full(path);
        let mut aside = full.clone().into_os_string();
        aside.push(".new");
        let aside = PathBuf::from(aside);
        let mut writing = self.writer(path, File::create(&aside)?)?;
        writing.write_all(data)?;
        writing.finish()?.sync_all()?;
        fs::rename(&aside, &full)?;
        self.sync_directory()
    }

    fn sync_directory(&self) -> io::Result<()> {
        // Windows has no such call, and makes names durable with their file.
        if cfg!(windows) {
            Ok(())
        } else {
            File::open(&self.shared.folder)?.sync_all()
        }
    }

    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        let shared = &self.shared;
        let held = known(shared.held.lock());
        let (mut held, waited) = shared
            .let_go
            .wait_timeout_while(
                held,
                if lock.is_blocking {
                    PATIENCE
                } else {
                    Duration::ZERO
                },
                |held| held.contains(&lock.filepath),
            )
            .unwrap_or_else(PoisonError::into_inner);
        if waited.timed_out() && held.contains(&lock.filepath) {
            return Err(LockError::LockBusy);
        }
        held.insert(lock.filepath.clone());
        drop(held);
        Ok(DirectoryLock::from(Box::new(Held {
            shared: shared.clone(),
            which: lock.filepath.clone(),
        })))
    }

    /// Nobody watches: who writes reads again.
    fn watch(&self, _: WatchCallback) -> tantivy::Result<WatchHandle> {
        Ok(WatchHandle::empty())
    }
}

/// What is behind a lock is whole at every moment.
fn known<'a, T>(
    locked: Result<MutexGuard<'a, T>, PoisonError<MutexGuard<'a, T>>>,
) -> MutexGuard<'a, T> {
    locked.unwrap_or_else(PoisonError::into_inner)
}

/// A lock that is held.
struct Held {
    shared: Arc<Shared>,
    which: PathBuf,
}

impl Drop for Held {
    fn drop(&mut self) {
        known(self.shared.held.lock()).remove(&self.which);
        self.shared.let_go.notify_all();
    }
}

/// A file that is read.
struct Opened {
    file: SealedFile,
    number: u64,
    shared: Arc<Shared>,
}

impl Opened {
    /// A piece of it, at hand from then on.
    fn piece(&self, number: usize) -> io::Result<OwnedBytes> {
        {
            let mut at_hand = known(self.shared.at_hand.lock());
            let there = at_hand
                .iter()
                .position(|piece| (piece.file, piece.number) == (self.number, number));
            if let Some(piece) = there.and_then(|at| at_hand.remove(at)) {
                let text = piece.text.clone();
                at_hand.push_front(piece);
                return Ok(text);
            }
        }
        let text = self.file.read_at((number * PIECE) as u64, PIECE)?;
        let text = OwnedBytes::new(text);
        let mut at_hand = known(self.shared.at_hand.lock());
        at_hand.push_front(Piece {
            file: self.number,
            number,
            text: text.clone(),
        });
        at_hand.truncate(AT_HAND);
        Ok(text)
    }
}

impl FileHandle for Opened {
    fn read_bytes(&self, range: Range<usize>) -> io::Result<OwnedBytes> {
        let Range { start, end } = range;
        if end > self.len() || start > end {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        let first = start / PIECE;
        if start == end {
            Ok(OwnedBytes::empty())
        } else if first == (end - 1) / PIECE {
            let piece = self.piece(first)?;
            let (from, until) = (start - first * PIECE, end - first * PIECE);
            if until > piece.len() {
                return Err(ErrorKind::UnexpectedEof.into());
            }
            Ok(piece.slice(from..until))
        } else {
            // What is longer than a piece is a whole part of the index, and is kept by who asks.
            let text = self.file.read_at(start as u64, end - start)?;
            Ok(OwnedBytes::new(text))
        }
    }
}

impl HasLen for Opened {
    fn len(&self) -> usize {
        usize::try_from(self.file.len()).unwrap_or(usize::MAX)
    }
}

impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Opened").field(&self.number).finish()
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        known(self.shared.at_hand.lock()).retain(|piece| piece.file != self.number);
    }
}

/// A file that is written; without its end nobody takes it.
struct Writing(Option<SealedWriter<File>>);

impl Writing {
    fn open(&mut self) -> io::Result<&mut SealedWriter<File>> {
        self.0.as_mut().ok_or(ErrorKind::BrokenPipe.into())
    }
}

impl Write for Writing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.open()?.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.open()?.flush()
    }
}

impl TerminatingWrite for Writing {
    fn terminate_ref(&mut self, _: AntiCallToken) -> io::Result<()> {
        match self.0.take() {
            Some(writing) => writing.finish()?.sync_data(),
            None => Ok(()),
        }
    }
}
