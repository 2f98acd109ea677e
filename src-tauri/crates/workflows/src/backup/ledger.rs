//! `backup.json`: where backups go from this machine, and how the last ones went. It names folders and counts, and
//! nothing of what is in the book.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use words::{Arg, Words};

use super::found::Drilled;
use crate::archive;
use crate::fault::Fault;

/// How often a backup is written without asking again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Every {
    /// Only when it is asked for.
    #[default]
    Never,
    /// On each day something was written.
    Day,
    /// Each week.
    Week,
}

/// What a person chose: where, how often, and how many stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    /// The folder they chose; `None` until there is one.
    pub folder: Option<PathBuf>,
    /// How often.
    pub every: Every,
    /// How many of those the schedule wrote stay.
    pub keep: usize,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            folder: None,
            every: Every::Never,
            keep: 10,
        }
    }
}

/// A backup that was written and read back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// When, UTC.
    pub at: DateTime<Utc>,
    /// Where.
    pub path: PathBuf,
    /// Whether the schedule wrote it: only those are ever taken away again.
    pub scheduled: bool,
    /// How many records.
    pub records: u64,
    /// How many attachments.
    pub files: u64,
    /// How many attachments the book had lost.
    pub missing: u64,
    /// The fingerprint of its content.
    pub content: String,
    /// The book's revision when it was begun: what was not touched since must be in it as it is here.
    pub seq: u64,
}

/// What went wrong, as data: said in whichever language is spoken when it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    /// Since when, UTC.
    pub since: DateTime<Utc>,
    id: String,
    args: BTreeMap<String, String>,
}

impl Trouble {
    /// A fault, from now on; it began with the one `before` it, when there is one.
    pub(super) fn of(fault: &Fault, now: DateTime<Utc>, before: Option<&Self>) -> Self {
        let (id, args) = fault.kept();
        let since = before.map_or(now, |before| before.since);
        Self { since, id, args }
    }

    /// What happened, and what to do about it (may be empty).
    pub fn say(&self, words: &Words) -> (String, String) {
        let args = self.args.iter();
        let args: Vec<(&str, Arg)> = args
            .map(|(name, value)| (name.as_str(), value.as_str().into()))
            .collect();
        let hint_id = format!("{}-hint", self.id);
        let hint = words.say(&hint_id, &args);
        let hint = if hint == hint_id { String::new() } else { hint };
        (words.say(&self.id, &args), hint)
    }
}

/// All of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Ledger {
    pub(super) plan: Plan,
    /// The last backups, the oldest first.
    pub(super) saved: Vec<Saved>,
    /// The schedule's folder is not there: since when.
    pub(super) away: Option<DateTime<Utc>>,
    /// The last scheduled backup failed.
    pub(super) trouble: Option<Trouble>,
    /// The last snapshot failed.
    pub(super) snapshot: Option<Trouble>,
    /// The last drill.
    pub(super) drill: Option<Drilled>,
    /// A file that is being written: half of it may be left by a sudden end.
    pub(super) writing: Option<PathBuf>,
}

/// How many backups are remembered.
const SAVED_MOST: usize = 200;

impl Ledger {
    /// As it was kept; a damaged or missing file is an empty one.
    pub(super) fn read(path: &Path) -> Self {
        let text = fs::read(path).ok();
        text.and_then(|text| serde_json::from_slice(&text).ok())
            .unwrap_or_default()
    }

    /// Keeps it: written aside, synced, then renamed.
    pub(super) fn write(&self, path: &Path) -> io::Result<()> {
        let aside = path.with_extension("json.new");
        let mut file = File::create(&aside)?;
        file.write_all(&serde_json::to_vec_pretty(self)?)?;
        file.sync_all()?;
        fs::rename(&aside, path)?;
        archive::sync_folder(path)
    }

    /// Notes a backup.
    pub(super) fn note(&mut self, saved: Saved) {
        self.saved.retain(|one| one.path != saved.path);
        self.saved.push(saved);
        let over = self.saved.len().saturating_sub(SAVED_MOST);
        self.saved.drain(..over);
    }

    /// The last the schedule wrote into its folder.
    pub(super) fn last_scheduled(&self) -> Option<&Saved> {
        let folder = self.plan.folder.as_deref()?;
        let here = |one: &&Saved| one.scheduled && one.path.parent() == Some(folder);
        self.saved.iter().rev().find(here)
    }
}
