//! Snapshots: the whole state as lines of JSON, compressed, with a manifest beside it.
//!
//! They are what a state is built again from with the journal behind them, what lets old journals
//! go, and the copy that can be read in ten years without this program. `<seq>.jsonl.zst` holds a
//! head, a line for each record and a line for each step of the history; `<seq>.json` says how many
//! there are and their hash. A snapshot without its manifest is none. In a locked book both files
//! are sealed; their names are numbers still.

mod keep;
mod open;
mod read;
mod write;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use vault::{Purpose, Sealer};

use crate::history::{Kept, Piles};
use crate::journal;
use crate::line::RecordLine;
use crate::store::Store;
use crate::{StoreError, disk};

pub use open::Snapshot;
pub(crate) use read::load;
pub(crate) use write::{write, write_anew};

/// Changes after which a snapshot is due.
const CHANGES_DUE: u64 = 20_000;
/// Journal that is kept whatever the snapshots say, in bytes: undo reaches as far back.
const JOURNAL_KEPT: u64 = 64 << 20;

/// What a snapshot holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of the format.
    pub(crate) format: u16,
    /// The last group it has.
    pub seq: u64,
    /// When it was made, UTC.
    pub at: DateTime<Utc>,
    /// How many records of each noun.
    pub records: BTreeMap<String, u64>,
    /// How many lines, head included.
    pub lines: u64,
    /// How many changes there ever were.
    pub(crate) changes: u64,
    /// The XXH3-128 of the lines before compression, in hexadecimal.
    pub hash: String,
}

const FORMAT: u16 = 1;

/// Why a snapshot is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// So much was written since the last that it should not wait.
    Much,
    /// Something was written and the last is of another day: a quiet moment will do.
    Day,
}
/// What lines of the history say in a snapshot instead of what they say in the state, by number.
pub(crate) type Unnaming = BTreeMap<u64, BTreeMap<String, String>>;

/// A line of a snapshot.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    Head {
        format: u16,
        seq: u64,
        at: DateTime<Utc>,
        changes: u64,
        piles: Piles,
    },
    Record(RecordLine),
    /// A record that JSON cannot say without loss: its MessagePack in hexadecimal.
    Packed(RecordLine),
    Step {
        seq: u64,
        kept: Kept,
    },
}

/// The snapshots of a book.
#[derive(Debug, Clone)]
pub(crate) struct Snapshots {
    pub(crate) folder: PathBuf,
    sealer: Sealer,
    /// The book is closing: a snapshot in the making is left.
    pub(crate) stop: Arc<AtomicBool>,
}

impl Snapshots {
    pub(crate) fn of(data: &Path, sealer: &Sealer) -> Self {
        Self {
            folder: data.join("snapshots"),
            sealer: sealer.clone(),
            stop: Arc::default(),
        }
    }

    fn data(&self, seq: u64) -> PathBuf {
        self.folder.join(format!("{seq:020}.jsonl.zst"))
    }

    fn manifest(&self, seq: u64) -> PathBuf {
        self.folder.join(format!("{seq:020}.json"))
    }

    /// Every manifest that can be read, the newest first.
    pub(crate) fn list(&self) -> io::Result<Vec<Manifest>> {
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        let mut found: Vec<Manifest> = Vec::new();
        for entry in entries {
            let path = entry?.path();
            if path.extension().is_some_and(|ending| ending == "json") {
                let text = disk::read(&self.sealer, Purpose::Snapshot, &context(&path), &path);
                let manifest = text.map(|text| serde_json::from_slice(&text));
                match manifest {
                    Ok(Ok(manifest)) => found.push(manifest),
                    _ => log::warn!("{} is no manifest", path.display()),
                }
            }
        }
        found.sort_by_key(|manifest| std::cmp::Reverse(manifest.seq));
        Ok(found)
    }

    /// Every snapshot's number, the newest first, and whether it is whole. One whose manifest does
    /// not read, or speaks of another, is not.
    pub(crate) fn list_checked(&self) -> io::Result<Vec<(u64, bool)>> {
        let whole = |one: &Manifest| read::verify(self, one).is_ok();
        let list = self.list()?;
        let mut checked: Vec<(u64, bool)> = list.iter().map(|one| (one.seq, whole(one))).collect();
        for seq in self.numbers()? {
            if !list.iter().any(|one| one.seq == seq) {
                checked.push((seq, false));
            }
        }
        checked.sort_unstable_by_key(|(seq, _)| std::cmp::Reverse(*seq));
        Ok(checked)
    }

    /// The numbers manifests are called by.
    fn numbers(&self) -> io::Result<Vec<u64>> {
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        let mut numbers = Vec::new();
        for entry in entries {
            let name = entry?.file_name();
            let number = name.to_string_lossy();
            numbers.extend(
                number
                    .strip_suffix(".json")
                    .and_then(|n| n.parse::<u64>().ok()),
            );
        }
        Ok(numbers)
    }

    /// Moves what there is of a snapshot to `aside`.
    pub(crate) fn move_aside(&self, seq: u64, aside: &Path) -> io::Result<()> {
        // The manifest first: a snapshot without it is none.
        for path in [self.manifest(seq), self.data(seq)] {
            if path.exists() {
                fs::rename(&path, aside.join(path.file_name().unwrap_or_default()))?;
            }
        }
        crate::disk::sync_folder(aside)?;
        crate::disk::sync_folder(&self.folder)
    }

    /// The newest snapshot that is whole.
    pub(crate) fn newest_whole(&self) -> io::Result<Option<Manifest>> {
        let whole = |manifest: &Manifest| match read::verify(self, manifest) {
            Ok(()) => true,
            Err(error) => {
                log::warn!("snapshot {} is not whole: {error}", manifest.seq);
                false
            }
        };
        Ok(self.list()?.into_iter().find(whole))
    }
}

/// What a file of a snapshot is bound to: its name.
pub(crate) fn context(path: &Path) -> Vec<u8> {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned().into_bytes()
}

impl Store {
    /// Whether a snapshot is due: when enough was written since the last, or when the last is of another day and
    /// something was. A book that is open for reading only needs none.
    pub fn snapshot_due(&self, now: DateTime<Utc>) -> Result<Option<Due>, StoreError> {
        if self.inner.pen.lock().is_none() {
            return Ok(None);
        }
        let head = *self.inner.head.read();
        Ok(match self.inner.snapshots.list()?.first() {
            None => (head.seq > 0).then_some(Due::Day),
            Some(last) if head.changes.saturating_sub(last.changes) >= CHANGES_DUE => {
                Some(Due::Much)
            }
            // A clock that was set back is another day as well.
            Some(last) => {
                let another_day = last.at.date_naive() != now.date_naive();
                (another_day && head.seq > last.seq).then_some(Due::Day)
            }
        })
    }

    /// Makes a snapshot when one is due.
    pub fn snapshot_if_due(&self, now: DateTime<Utc>) -> Result<Option<Manifest>, StoreError> {
        match self.snapshot_due(now)? {
            Some(_) => self.snapshot_now(now).map(Some),
            None => Ok(None),
        }
    }

    /// Makes a snapshot of everything written before the call, reads it back, and lets go of the
    /// journals and snapshots nobody needs any more. Reads and writes go on meanwhile.
    pub fn snapshot_now(&self, now: DateTime<Utc>) -> Result<Manifest, StoreError> {
        match self.inner.pen.lock().as_ref() {
            None => return Err(self.refusal()),
            Some(pen) if !pen.journal.is_there() => return Err(StoreError::Gone),
            Some(_) => {}
        }
        let snapshots = self.inner.snapshots.clone();
        let manifest = self
            .inner
            .applier
            .run(move |state, standing| write::write(&snapshots, state, standing, now))??;
        // From here on the journal goes on in a file of its own, so that the older can go whole.
        if let Some(pen) = self.inner.pen.lock().as_mut() {
            pen.journal.turn(pen.head.seq + 1)?;
        }
        self.inner.snapshots.rotate()?;
        self.prune_journal()?;
        Ok(manifest)
    }

    /// Removes journal files that lie wholly before the third newest snapshot, beyond what is kept
    /// for undo: two newer snapshots may go bad and nothing is lost.
    fn prune_journal(&self) -> Result<(), StoreError> {
        let snapshots = self.inner.snapshots.list()?;
        let Some(third) = snapshots.get(keep::LATEST - 1) else {
            return Ok(());
        };
        // Nothing is rotated away while it is needed to build the state again.
        let files = journal::files(&self.inner.folder)?;
        let mut left: u64 = files.iter().map(|(_, length)| length).sum();
        for ((first, length), (next, _)) in files.iter().zip(files.iter().skip(1)) {
            left -= length;
            if *next > third.seq + 1 || left < JOURNAL_KEPT {
                break;
            }
            // Undo must not find half of it: first it is out of reach, then it goes.
            *self.inner.oldest_file.write() = *next;
            fs::remove_file(journal::file_of(&self.inner.folder, *first))?;
        }
        Ok(())
    }
}

impl Snapshots {
    fn rotate(&self) -> io::Result<()> {
        let manifests = self.list()?;
        let dated: Vec<_> = manifests.iter().map(|one| (one.seq, one.at)).collect();
        let kept = keep::kept(&dated);
        for seq in dated.iter().map(|(seq, _)| *seq) {
            if !kept.contains(&seq) {
                // The manifest first: a snapshot without it is none.
                fs::remove_file(self.manifest(seq))?;
                fs::remove_file(self.data(seq))?;
            }
        }
        Ok(())
    }

    /// Removes every other snapshot, and what is left of any that never had its manifest.
    pub(crate) fn keep_only(&self, seq: u64) -> io::Result<()> {
        let kept = [self.manifest(seq), self.data(seq)];
        let mut others = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            let path = entry?.path();
            if !kept.contains(&path) {
                others.push(path);
            }
        }
        // The manifests first: a snapshot without it is none.
        others.sort_by_key(|path| path.extension().is_none_or(|ending| ending != "json"));
        for path in others {
            fs::remove_file(path)?;
        }
        crate::disk::sync_folder(&self.folder)
    }

    /// A snapshot in the making is left where it is.
    pub(crate) fn stop(&self) {
        self.stop.store(true, Ordering::Release);
    }
}
