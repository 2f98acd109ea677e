//! Opening the house, and saying in words what happened on the way.

use std::path::Path;

use domain::{Language, Origin};
use store::{OpenError, OpeningReport};
use wire::Problem;
use words::{Arg, Words};
use workflows::{Clock, House};

use crate::door::closed;

/// Why the house did not open.
pub(crate) struct Closed {
    /// What to show.
    pub(crate) problem: Problem,
    /// Whether it is another Sentier that has it open.
    pub(crate) busy: bool,
}

/// The house whose data is in `folder`, and what the person should know of its opening.
pub(crate) fn open(
    folder: &Path,
    clock: Clock,
    language: Option<Language>,
    origin: Origin,
) -> Result<(House, Vec<String>), Closed> {
    match House::open(folder, clock, language, origin) {
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
        other => say("error-open", &[("detail", Arg::from(other.to_string()))]),
    };
    Closed { problem, busy }
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
    if report.read_only {
        said.push(words.say("opening-read-only", &[]));
    }
    said
}
