//! A house that did not open: why, what to do about it, and what is offered.

use std::io;
use std::path::Path;

use store::{OpenError, Reading};
use wire::{Closure, Problem};
use words::{Arg, Words};

use crate::door::{Door, closed};
use crate::inside::Standing;

/// Why the house did not open.
pub(crate) struct Closed {
    /// What to show.
    pub(crate) problem: Problem,
    /// Whether it is another Sentier that has it open.
    pub(crate) busy: bool,
    /// Whether the key is another book's.
    pub(crate) wrong_key: bool,
    /// Whether only another folder helps.
    elsewhere: bool,
}

impl Closed {
    /// Why `folder` did not open, in words.
    pub(crate) fn of(error: &OpenError, folder: &Path, words: &Words) -> Self {
        let id = sentence(error);
        let args = [
            ("folder", Arg::from(folder.display().to_string())),
            ("detail", Arg::from(error.to_string())),
        ];
        let hint_id = format!("{id}-hint");
        let hint = words.say(&hint_id, &args);
        let hint = if hint == hint_id { String::new() } else { hint };
        Self {
            problem: closed(words.say(id, &args), hint),
            busy: matches!(error, OpenError::Busy { .. }),
            wrong_key: matches!(error, OpenError::Locked | OpenError::WrongKey),
            elsewhere: matches!(
                error,
                OpenError::Foreign { .. }
                    | OpenError::Newer { .. }
                    | OpenError::Unreadable(_)
                    | OpenError::Barren(_)
            ),
        }
    }

    /// What is offered then.
    pub(crate) fn closure(&self, folder: &Path) -> Closure {
        Closure::before(folder, self.elsewhere)
    }
}

/// The sentence of each reason, in `errors.ftl`, `folder.ftl` or `lock.ftl`.
fn sentence(error: &OpenError) -> &'static str {
    match error {
        OpenError::Busy { .. } => "error-busy",
        OpenError::Foreign { .. } => "error-foreign",
        OpenError::Newer { .. } => "closed-newer",
        OpenError::Locked => "lock-locked",
        OpenError::WrongKey => "lock-wrong",
        OpenError::KeyLost { .. } => "lock-key-lost",
        OpenError::Unreadable(_) => "closed-unreadable",
        OpenError::Barren(Reading::Full) => "closed-full",
        OpenError::Barren(Reading::Unlockable) => "closed-no-locks",
        OpenError::Barren(Reading::Newer) => "closed-newer",
        OpenError::Barren(Reading::Folder) => "closed-read-only",
        OpenError::Disk(_) | OpenError::Store(_) => match error.disk().map(io::Error::kind) {
            Some(io::ErrorKind::PermissionDenied) => "closed-rights",
            Some(io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => "closed-missing",
            Some(io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) => "closed-full",
            Some(_) => "closed-disk",
            None => "error-open",
        },
    }
}

impl Door {
    /// Opens the house again as a start does: whatever kept it from opening, or from being written to, may be gone.
    pub fn reopen(&self) {
        // What is open is left in order first; what is locked stays so.
        if !self.inside.shut(Standing::Opening) {
            if self.inside.is_locked() {
                return;
            }
            self.inside.stand(Standing::Opening);
        }
        self.inside.wait_left();
        self.open();
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use domain::Language;
    use store::StoreError;

    use super::*;

    #[test]
    fn every_reason_has_its_sentence_and_says_what_to_do() {
        let folder = PathBuf::from("/home/anne/carnet");
        let disk = |kind: io::ErrorKind| OpenError::Disk(kind.into());
        let reasons = [
            OpenError::Busy {
                folder: folder.clone(),
            },
            OpenError::Foreign {
                folder: folder.clone(),
            },
            OpenError::Newer {
                folder: folder.clone(),
            },
            OpenError::KeyLost {
                folder: folder.clone(),
            },
            OpenError::Unreadable("1 file".to_owned()),
            OpenError::Barren(Reading::Folder),
            OpenError::Barren(Reading::Full),
            OpenError::Barren(Reading::Unlockable),
            disk(io::ErrorKind::PermissionDenied),
            disk(io::ErrorKind::NotFound),
            disk(io::ErrorKind::StorageFull),
            disk(io::ErrorKind::TimedOut),
            OpenError::Store(StoreError::Disk(io::ErrorKind::Other.into())),
        ];
        for language in [Language::Fr, Language::En] {
            let words = Words::new(language);
            for reason in &reasons {
                let Problem { message, hint, .. } = Closed::of(reason, &folder, &words).problem;
                assert!(
                    !message.is_empty() && !message.contains("closed-"),
                    "{message}"
                );
                assert!(!hint.is_empty(), "{reason}: what is to be done?");
                assert!(
                    !format!("{message}{hint}").contains("{$"),
                    "{message} {hint}"
                );
            }
        }
    }
}
