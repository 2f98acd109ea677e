//! What can go wrong, and what can be done about it.

use std::io;
use std::path::PathBuf;

use crate::history::Entry;

/// A read or a write that failed. Nothing of the write is there.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The disk said no: make room, or give the rights, and try again.
    #[error("the disk: {0}")]
    Disk(#[from] io::Error),
    /// The state behind the journal failed; it will be built again at the next start.
    #[error("the state: {0}")]
    State(String),
    /// A record that does not read back as it was written. `sentier check` says which others.
    #[error("a record of {tree} is damaged: {why}")]
    Damaged {
        /// Which noun.
        tree: &'static str,
        /// What was found.
        why: String,
    },
    /// The book is open for reading only.
    #[error("the book is open for reading only")]
    ReadOnly,
    /// The book was closed.
    #[error("the book is closed")]
    Closed,
    /// A record is longer than anything that can be written.
    #[error("it is too long to be kept")]
    TooLong,
    /// A later version wrote it, and this one cannot follow: take the later version.
    #[error("a later version of Sentier wrote it")]
    Newer,
    /// The state's files are held by another process.
    #[error("the state's files are held by another process")]
    Held,
    /// The person stopped it; nothing of it is there.
    #[error("stopped")]
    Stopped,
}

impl StoreError {
    /// Whether nothing can be written to this book as it is open.
    pub fn is_read_only(&self) -> bool {
        match self {
            Self::ReadOnly | Self::Closed => true,
            Self::Disk(error) => {
                matches!(
                    error.kind(),
                    io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
                )
            }
            _ => false,
        }
    }

    /// Whether the disk is full.
    pub fn is_disk_full(&self) -> bool {
        matches!(
            self,
            Self::Disk(error) if matches!(
                error.kind(),
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded
            )
        )
    }

    /// Whether it is the person who stopped it.
    pub fn is_stopped(&self) -> bool {
        matches!(self, Self::Stopped)
    }
}

/// A step that cannot be taken back.
#[derive(Debug, thiserror::Error)]
pub enum UndoError {
    /// Something written since, which is not itself undone, changed the same fields.
    #[error("something else depends on it")]
    Depends {
        /// What, the latest first; the first few of it.
        on: Vec<Entry>,
    },
    /// The journal that says what it changed was let go.
    #[error("what it changed is no longer known")]
    TooOld,
    /// It could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A book that did not open. Nothing of the person's was changed.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another Sentier has it open: use its window, or close it.
    #[error("{} is open in another Sentier", folder.display())]
    Busy {
        /// The data folder.
        folder: PathBuf,
    },
    /// The folder has things in it, and none of them is a book: choose another.
    #[error("{} is not a book of Sentier's", folder.display())]
    Foreign {
        /// The data folder.
        folder: PathBuf,
    },
    /// A later version laid this folder out: take the later version.
    #[error("{} was laid out by a later version of Sentier", folder.display())]
    Newer {
        /// The data folder.
        folder: PathBuf,
    },
    /// Neither state, nor snapshots, nor journal could be read: a backup is needed.
    #[error("neither the state nor the journal could be read: {0}")]
    Unreadable(String),
    /// The disk said no.
    #[error("the disk: {0}")]
    Disk(#[from] io::Error),
    /// The store failed on the way.
    #[error(transparent)]
    Store(#[from] StoreError),
}
