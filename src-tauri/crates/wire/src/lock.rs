//! The lock: what a page without a book may know, and what it asks.

use std::fmt;

use serde::{Deserialize, Serialize};
use specta::Type;
use zeroize::Zeroize;

use crate::{Language, Theme};

/// A passphrase or a recovery code on its way in. It is wiped when it goes, and no log can say it.
#[derive(Clone, Deserialize, Type)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The longest that is taken, in bytes: longer than anybody types, short enough to be no burden.
    pub const MOST: usize = 4_096;

    /// What was typed.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// What a page is told before anything can be read: whether it has to ask, and how it looks meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Threshold {
    /// Whether a passphrase is asked for.
    pub locked: bool,
    /// Seconds to wait before the next try.
    pub wait: u32,
    /// The language spoken last; the system's until there was one.
    pub language: Language,
    /// Light or dark, as last chosen.
    pub theme: Theme,
}

/// How a book stands that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Sealing {
    /// Whether it has a passphrase.
    pub sealed: bool,
    /// Whether the system can keep the key for a session.
    pub can_keep: bool,
}

/// What became of a passphrase or a code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Tried {
    /// It is the one.
    Right,
    /// It is not.
    Wrong {
        /// Seconds to wait before the next try.
        wait: u32,
    },
}

/// What became of a press that gives a recovery code.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Coded {
    /// It is done, and this is the code: it is shown once, and never again.
    Done {
        /// Groups of letters with dashes between them.
        code: String,
    },
    /// The passphrase is not the one.
    Wrong {
        /// Seconds to wait before the next try.
        wait: u32,
    },
}

impl fmt::Debug for Coded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Done { .. } => "Done(…)",
            Self::Wrong { .. } => "Wrong",
        })
    }
}

/// When a sealed book locks itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LockingSheet {
    /// After how many minutes without a gesture; `null` is never.
    pub idle: Option<u16>,
    /// When the machine falls asleep, or its session locks.
    pub on_sleep: bool,
    /// Whether the system keeps the key between two starts, as long as its session lasts.
    pub keep: bool,
}

impl From<domain::Locking> for LockingSheet {
    fn from(
        domain::Locking {
            idle,
            on_sleep,
            keep,
        }: domain::Locking,
    ) -> Self {
        Self {
            idle,
            on_sleep,
            keep,
        }
    }
}

impl From<LockingSheet> for domain::Locking {
    fn from(
        LockingSheet {
            idle,
            on_sleep,
            keep,
        }: LockingSheet,
    ) -> Self {
        Self {
            idle,
            on_sleep,
            keep,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_never_said_by_a_log() {
        let secret = Secret("la clairière aux trois chênes".to_owned());
        let coded = Coded::Done {
            code: "7K2QF-…".to_owned(),
        };
        let said = format!("{secret:?} {coded:?}");
        assert!(
            !said.contains("chênes") && !said.contains("7K2QF"),
            "{said}"
        );
    }
}
