//! What can go wrong in a workflow, as something a person can act on.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use store::{Reading, StoreError};
use words::{Arg, Words};

use crate::folder;

const DISK_FULL: &str = "error-disk-full";

/// What the caller can do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// It is not here any more.
    Gone,
    /// What was given can't be.
    Invalid,
    /// It has no reason, or one that says nothing: the person is asked for one.
    Reason,
    /// Nothing can be written.
    ReadOnly,
    /// The person cancelled it.
    Cancelled,
    /// Anything else.
    Failed,
}

/// A failure with its sentence: the message `errors.ftl` has under `id`, and its hint under `id-hint`.
#[derive(Debug, Clone)]
pub struct Fault {
    /// What the caller can do about it.
    pub kind: FaultKind,
    id: &'static str,
    args: Vec<(&'static str, Arg)>,
}

impl Fault {
    /// A failure that says `id`.
    pub fn new(kind: FaultKind, id: &'static str) -> Self {
        Self {
            kind,
            id,
            args: Vec::new(),
        }
    }

    /// The same, with a variable of its message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// A thing that is not here any more.
    pub fn gone() -> Self {
        Self::new(FaultKind::Gone, "error-gone")
    }

    /// Something given that can't be.
    pub fn invalid(id: &'static str) -> Self {
        Self::new(FaultKind::Invalid, id)
    }

    /// What it says, as data: to be kept and said later, in whichever language is spoken then.
    pub(crate) fn kept(&self) -> (String, BTreeMap<String, String>) {
        let text = |arg: &Arg| match arg {
            Arg::Text(text) => text.clone(),
            Arg::Number(number) => number.to_string(),
        };
        let args = self.args.iter();
        (
            self.id.to_owned(),
            args.map(|(name, arg)| ((*name).to_owned(), text(arg)))
                .collect(),
        )
    }

    /// The same, where the disk of `folder` is full: with how much room it has.
    #[must_use]
    pub fn in_folder(self, folder: &Path) -> Self {
        match (self.id, folder::megabytes_left(folder)) {
            (DISK_FULL, Some(left)) => {
                Self::new(self.kind, "error-disk-full-left").with("left", left)
            }
            _ => self,
        }
    }

    /// A file that a disk did not take.
    pub(crate) fn unwritten(name: String, error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                Self::new(FaultKind::Failed, "error-file-full").with("name", name)
            }
            _ => Self::new(FaultKind::Failed, "error-file-write")
                .with("name", name)
                .with("detail", error.to_string()),
        }
    }

    /// What happened, and what to do about it (may be empty).
    pub fn say(&self, words: &Words) -> (String, String) {
        let hint_id = format!("{}-hint", self.id);
        let hint = words.say(&hint_id, &self.args);
        (
            words.say(self.id, &self.args),
            if hint == hint_id { String::new() } else { hint },
        )
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        log::error!("the store: {error}");
        if let Some(id) = refused(&error) {
            Self::new(FaultKind::ReadOnly, id)
        } else {
            Self::new(FaultKind::Failed, "error-store").with("detail", error.to_string())
        }
    }
}

/// What a book says that takes no writes.
fn refused(error: &StoreError) -> Option<&'static str> {
    Some(match error {
        StoreError::ReadOnly(Reading::Newer) => "error-read-only-newer",
        StoreError::ReadOnly(Reading::Folder) => "error-read-only-folder",
        StoreError::ReadOnly(Reading::Full) => "error-read-only-full",
        StoreError::ReadOnly(Reading::Unlockable) => "error-read-only-locks",
        StoreError::Gone => "error-folder-gone",
        error if error.is_disk_full() => DISK_FULL,
        error if error.is_read_only() => "error-read-only",
        _ => return None,
    })
}

impl From<series::SeriesError> for Fault {
    fn from(error: series::SeriesError) -> Self {
        use series::SeriesError as E;
        match error {
            E::CannotShift(_) => Self::invalid("error-series-shift"),
            E::CannotSplit => Self::invalid("error-series-split"),
            E::NothingBefore | E::NothingAfter => Self::gone(),
            E::Rule { rule, .. } => Self::invalid("error-series-rule").with("rule", rule),
        }
    }
}
