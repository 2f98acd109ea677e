//! Opening the house, and saying in words what happened on the way.

use std::path::{Path, PathBuf};

use domain::{Language, Origin};
use store::{OpenError, OpeningReport};
use vault::{BookKey, Cost};
use words::{Arg, Words};
use workflows::{Clock, House};

use crate::closed::Closed;
use crate::paths;

/// How the house is opened, each time it is.
#[derive(Debug, Clone)]
pub struct Opening {
    pub(crate) folder: PathBuf,
    pub(crate) clock: Clock,
    pub(crate) language: Option<Language>,
    pub(crate) origin: Origin,
    pub(crate) cost: Cost,
    /// Whether the folder was named, rather than the usual one taken.
    pub(crate) named: bool,
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
            named: true,
        }
    }

    /// Opens it.
    pub(crate) fn open(&self, key: Option<BookKey>) -> Result<(House, Vec<String>), Closed> {
        open(&self.folder, self.clock, self.language, self.origin, key)
    }

    /// The same, where the folder was named on the command line, or was not.
    #[must_use]
    pub(crate) fn named(self, named: bool) -> Self {
        Self { named, ..self }
    }

    /// The same, where a new passphrase costs `cost` to try: a test has no second to wait.
    #[must_use]
    pub fn at_cost(self, cost: Cost) -> Self {
        Self { cost, ..self }
    }
}

/// The house whose data is in `folder`, and what the person should know of its opening; `key` is that of a sealed book.
pub(crate) fn open(
    folder: &Path,
    clock: Clock,
    language: Option<Language>,
    origin: Origin,
    key: Option<BookKey>,
) -> Result<(House, Vec<String>), Closed> {
    let opened = if paths::is_missed(folder) {
        Err(OpenError::Disk(std::io::ErrorKind::NotFound.into()))
    } else {
        House::open(folder, clock, language, origin, key)
    };
    match opened {
        Ok((house, report)) => {
            let notices = notices(&report, &house.words());
            Ok((house, notices))
        }
        Err(error) => {
            log::error!("the house did not open: {error}");
            let words = Words::new(language.unwrap_or_else(words::system_language));
            Err(Closed::of(&error, folder, &words))
        }
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
    if report.forgot {
        said.push(words.say("opening-forgot", &[]));
    }
    said
}
