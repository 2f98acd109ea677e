//! What can go wrong, and what can be done about it.

use std::io;
use std::path::PathBuf;

/// A read or a write that failed. Nothing of the write is there.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The disk said no.
    #[error("the disk: {0}")]
    Disk(#[from] io::Error),
    /// The state behind the journal failed; it will be rebuilt at the next start.
    #[error("the state: {0}")]
    State(String),
    /// A record that does not read back as it was written.
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
    /// The person stopped it; nothing of it is there.
    #[error("stopped")]
    Stopped,
}

impl StoreError {
    /// Whether nothing can be written to this book as it is open.
    pub fn is_read_only(&self) -> bool {
        match self {
            Self::ReadOnly => true,
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
        matches!(self, Self::Disk(error) if matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded))
    }

    /// Whether it is the person who stopped it.
    pub fn is_stopped(&self) -> bool {
        matches!(self, Self::Stopped)
    }
}

impl From<sled::Error> for StoreError {
    fn from(error: sled::Error) -> Self {
        match error {
            sled::Error::Io(error) => Self::Disk(error),
            other => Self::State(other.to_string()),
        }
    }
}

/// A step that cannot be taken back.
#[derive(Debug, thiserror::Error)]
pub enum UndoError {
    /// Something written since, which is not itself undone, changed the same fields.
    #[error("something else depends on it")]
    Depends,
    /// It could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A book that did not open. Nothing in its folder was changed.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another Sentier has it open.
    #[error("{} is open in another Sentier", folder.display())]
    Busy {
        /// The data folder.
        folder: PathBuf,
    },
    /// The folder has things in it, and none of them is a book.
    #[error("{} is not a book of Sentier's", folder.display())]
    Foreign {
        /// The data folder.
        folder: PathBuf,
    },
    /// Neither the state nor the journal could be read.
    #[error("neither the state nor the journal could be read: {0}")]
    Unreadable(String),
    /// The disk said no.
    #[error("the disk: {0}")]
    Disk(#[from] io::Error),
    /// The store failed on the way.
    #[error(transparent)]
    Store(#[from] StoreError),
}
