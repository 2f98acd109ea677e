//! What can go wrong, and what can be done about it.

use std::io;
use std::path::PathBuf;

use crate::history::Entry;

/// Why a book is open for reading only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reading {
    /// A later version wrote it.
    Newer,
    /// Its folder, or something in it, cannot be written to.
    Folder,
    /// There is no room on the disk for what an opening writes.
    Full,
    /// Its disk cannot say whether another Sentier has it open: writing could harm it.
    Unlockable,
}

/// Whether a disk says that nothing may be written there.
pub(crate) fn is_read_only(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
    )
}

/// Whether a disk says that it is full.
pub(crate) fn is_full(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded
    )
}

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
    /// The book is open for reading only, and why.
    #[error("the book is open for reading only")]
    ReadOnly(Reading),
    /// Its folder was moved or deleted while it was open: put it back, and writing goes on.
    #[error("the folder of the book is not there any more")]
    Gone,
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
    /// It is sealed under a key that was not given.
    #[error("it is sealed")]
    Sealed,
}

impl StoreError {
    /// Whether nothing can be written to this book as it is open.
    pub fn is_read_only(&self) -> bool {
        match self {
            Self::ReadOnly(_) | Self::Closed => true,
            Self::Disk(error) => is_read_only(error),
            _ => false,
        }
    }

    /// Whether the disk is full.
    pub fn is_disk_full(&self) -> bool {
        match self {
            Self::Disk(error) => is_full(error),
            Self::ReadOnly(reading) => *reading == Reading::Full,
            _ => false,
        }
    }

    /// Whether the folder, or something in it, is not there.
    pub fn is_missing(&self) -> bool {
        match self {
            Self::Gone => true,
            Self::Disk(error) => error.kind() == io::ErrorKind::NotFound,
            _ => false,
        }
    }

    /// Whether it is the person who stopped it.
    pub fn is_stopped(&self) -> bool {
        matches!(self, Self::Stopped)
    }
}

/// Whether an error of the disk speaks of what is in a file, not of the disk itself.
pub(crate) fn speaks_of_damage(error: &io::Error) -> bool {
    use io::ErrorKind as Kind;
    matches!(
        error.kind(),
        Kind::UnexpectedEof
            | Kind::InvalidData
            | Kind::InvalidInput
            | Kind::NotADirectory
            | Kind::NotFound
            | Kind::AlreadyExists
    )
}

/// What an error says, without the values it quotes: serde tells what it read, and that may be a name or a note. What is
/// logged, or shown of a damaged record, says what is wrong and not of whom.
pub(crate) fn without_values(error: &dyn std::fmt::Display) -> String {
    let mut said = error.to_string();
    for quote in ['"', '`'] {
        if let (Some(from), Some(until)) = (said.find(quote), said.rfind(quote))
            && from < until
        {
            said.replace_range(from + 1..until, "…");
        }
    }
    said
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
    /// There is no book, and none can be begun there: choose another folder, or give the rights or the room.
    #[error("no book can be begun there: {0:?}")]
    Barren(Reading),
    /// The book is locked, and no key was given: the passphrase opens it.
    #[error("the book is locked")]
    Locked,
    /// The key is not this book's.
    #[error("the key is not this book's")]
    WrongKey,
    /// The book is sealed, and neither copy of `vault.json` can be read: one from a backup opens it.
    #[error("{} is sealed, and the file with its key is missing or damaged", folder.display())]
    KeyLost {
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

impl OpenError {
    /// What the disk said, when it was the disk.
    pub fn disk(&self) -> Option<&io::Error> {
        match self {
            Self::Disk(error) | Self::Store(StoreError::Disk(error)) => Some(error),
            _ => None,
        }
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)] // a test that cannot go on has failed
mod tests {
    use super::without_values;

    #[test]
    fn an_error_says_what_is_wrong_and_not_of_whom() {
        let read = serde_json::from_str::<u32>("\"Hélène \\\"Lac\\\"\"");
        let said = read
            .map_err(|error| without_values(&error))
            .expect_err("it is no number");
        assert!(
            said.starts_with("invalid type: string \"…\", expected u32"),
            "{said}"
        );
        let line = crate::RecordLine::read("{\"tree\":\"Hélène\"}".as_bytes());
        let said = line.map(|_| ()).expect_err("it is no noun").to_string();
        assert!(!said.contains("Hélène"), "{said}");
        assert_eq!(without_values(&"the disk is full"), "the disk is full");
    }
}
