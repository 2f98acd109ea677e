//! What went wrong, for the person and for the page.

use serde::{Deserialize, Serialize};
use specta::Type;
use words::Words;
use workflows::{Fault, FaultKind};

use crate::Malformed;

/// What the page can act on. A code exists only if the page does something with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Code {
    /// It is not here any more: the page reads again.
    Gone,
    /// What was given can't be: the field is shown.
    Invalid,
    /// It has no reason, or one that says nothing: the page asks for one, and offers what there is.
    Reason,
    /// The book is locked: the page shows nothing of it, and asks for the passphrase.
    Locked,
    /// Nothing can be written (a newer store, a full or read-only disk): the page says so and stays.
    ReadOnly,
    /// It was cancelled by the person: the page says nothing.
    Cancelled,
    /// Anything else: the message is shown.
    Failed,
}

/// An error across the wire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Problem {
    /// What the page can act on.
    pub code: Code,
    /// What happened, in the person's language.
    pub message: String,
    /// What to do about it, in the person's language; may be empty.
    pub hint: String,
}

impl Problem {
    /// A workflow's failure, in the house's words.
    pub fn of(fault: &Fault, words: &Words) -> Self {
        let (message, hint) = fault.say(words);
        let code = match fault.kind {
            FaultKind::Gone => Code::Gone,
            FaultKind::Invalid => Code::Invalid,
            FaultKind::Reason => Code::Reason,
            FaultKind::ReadOnly => Code::ReadOnly,
            FaultKind::Cancelled => Code::Cancelled,
            FaultKind::Failed => Code::Failed,
        };
        Self {
            code,
            message,
            hint,
        }
    }
}

impl From<Malformed> for Fault {
    fn from(malformed: Malformed) -> Self {
        if malformed.wanted == crate::text::IN_CALENDAR {
            return Self::invalid("verdict-out-of-calendar");
        }
        Self::invalid("error-invalid").with("given", malformed.given)
    }
}
