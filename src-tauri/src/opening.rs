//! Opening the house, and saying in words what happened on the way.

use std::path::{Path, PathBuf};

use domain::{Language, Origin};
use store::{OpenError, OpeningReport};
use vault::{BookKey, Cost};
use wire::Problem;
use words::{Arg, Words};
use workflows::{Clock, House};

use crate::door::closed;

/// How the house is opened, each time it is.
#[derive(Debug, Clone)]
pub struct Opening {
    pub(crate) folder: PathBuf,
    pub(crate) clock: Clock,
    pub(crate) language: Option<Language>,
    pub(crate) origin: Origin,
    pub(crate) cost: Cost,
}

impl Opening {
    /// The window's house whose data is in `folder`; `language` overrides the person's and the system's.
    pub fn of(folder: &Path, clock: Clock, language: Option<Language>) -> Self {
        Self {
            folder: folder.to_owned(),
            clock,
            language,
            origin: Origin::Window,
            cost: Cost::USUAL,
        }
    }

    /// Opens it.
    pub(crate) fn open(&self, key: Option<BookKey>) -> Result<(House, Vec<String>), Closed> {
        open(&self.folder, self.clock, self.language, self.origin, key)
    }

    /// The same, where a new passphrase costs `cost` to try: a test has no second to wait.
    #[must_use]
    pub fn at_cost(self, cost: Cost) -> Self {
        Self { cost, ..self }
    }
}

/// Why the house did not open.
pub(crate) struct Closed {
    /// What to show.
    pub(crate) problem: Problem,
    /// Whether it is another Sentier that has it open.
    pub(crate) busy: bool,
    /// Whether the key is another book's.
    pub(crate) wrong_key: bool,
}

/// The house whose data is in `folder`, and what the person should know of its opening; `key` is that of a sealed book.
pub(crate) fn open(
    folder: &Path,
    clock: Clock,
    language: Option<Language>,
    origin: Origin,
    key: Option<BookKey>,
) -> Result<(House, Vec<String>), Closed> {
    match House::open(folder, clock, language, origin, key) {
        Ok((house, report)) => {
            let notices = notices(&report, &house.words());
            Ok((house, notices))
        }
        Err(error) => {
            log::error!("the house did not open: {error}");
            let words = Words::new(language.unwrap_or_else(words::system_language));
            Err(why(&error, folder, &words))
        }
    }
}

fn why(error: &OpenError, folder: &Path, words: &Words) -> Closed {
    let folder = folder.display().to_string();
    let say = |id: &str, args: &[(&str, Arg)]| {
        let hint_id = format!("{id}-hint");
        let hint = words.say(&hint_id, args);
        closed(
            words.say(id, args),
            if hint == hint_id { String::new() } else { hint },
        )
    };
    let busy = matches!(error, OpenError::Busy { .. });
    let problem = match error {
        OpenError::Busy { .. } => say("error-busy", &[]),
        OpenError::Foreign { .. } => say("error-foreign", &[("folder", Arg::from(folder))]),
        OpenError::Locked => say("lock-locked", &[]),
        OpenError::WrongKey => say("lock-wrong", &[]),
        OpenError::KeyLost { .. } => say("lock-key-lost", &[]),
        other => say("error-open", &[("detail", Arg::from(other.to_string()))]),
    };
    let wrong_key = matches!(error, OpenError::Locked | OpenError::WrongKey);
    Closed {
        problem,
        busy,
        wrong_key,
    }
}

fn notices(report: &OpeningReport, words: &Words) -> Vec<String> {
    let at = |path: &Path| [("path", Arg::from(path.display().to_string()))];
    let mut said = Vec::new();
    if let Some(quarantined) = &report.quarantined {
        said.push(words.say("opening-quarantined", &at(quarantined)));
    }
    if report.damaged > 0 {
        said.push(words.say("opening-damaged", &[("count", report.damaged.into())]));
    }
    if report.read_only.is_some() {
        said.push(words.say("opening-read-only", &[]));
    }
    said
}
