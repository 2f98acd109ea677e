//! The journal: everything that was ever written, in order, in files that are only appended to.
//!
//! A file is `journal-<first seq>.log`: an eight-byte mark, then frames
//! `[len u32][crc32 u32][seq u64][kind u8][MessagePack]`, numbers big-endian, the checksum over
//! seq, kind and body. A group is any number of `Part` frames and one `Last`, numbered one after
//! the other, in one file; without its `Last` it never happened.

mod file;
mod frame;
mod reader;
mod writer;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::StoreError;

pub(crate) use frame::{Body, Frame, Last};
pub(crate) use reader::{Group, Tail, group_at, part_at, read, survey};
pub(crate) use writer::Writer;

/// The first bytes of every journal file.
const MARK: &[u8; 8] = b"sentier1";

/// A place in the journal.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub(crate) struct Place {
    /// The file, by the number its first frame has or will have.
    pub(crate) file: u64,
    /// The byte in it.
    pub(crate) at: u64,
}

impl Place {
    /// The first frame of a file.
    pub(crate) fn start_of(file: u64) -> Self {
        Self {
            file,
            at: MARK.len() as u64,
        }
    }
}

pub(crate) fn file_of(folder: &Path, first: u64) -> PathBuf {
    folder.join(format!("journal-{first:020}.log"))
}

/// Whether a file of this name is one of a journal.
pub(crate) fn is_file_name(name: &str) -> bool {
    first_of(name).is_some()
}

fn first_of(name: &str) -> Option<u64> {
    name.strip_prefix("journal-")?
        .strip_suffix(".log")?
        .parse()
        .ok()
}

/// How a folder's journal reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JournalSurvey {
    /// The number of its first frame.
    pub first: u64,
    /// The number of its last whole group's last frame.
    pub last: u64,
    /// How many whole groups it has.
    pub groups: usize,
    /// How many frames between them are missing.
    pub missing: u64,
    /// Bytes behind its end: a group that was never finished, or that cannot be read.
    pub torn: u64,
}

/// Reads a folder's journal from its first frame to its last, without opening the book. Nothing is written.
///
/// # Errors
/// When the folder cannot be read, or a later version wrote a group this one cannot follow.
pub fn journal_survey(folder: &Path) -> Result<JournalSurvey, StoreError> {
    let (first, tail) = survey(folder)?;
    let missing = tail
        .missing
        .iter()
        .map(|(from, to)| to.saturating_sub(*from).saturating_add(1));
    Ok(JournalSurvey {
        first,
        last: tail.seq,
        groups: tail.groups,
        missing: missing.fold(0, u64::saturating_add),
        torn: tail.torn,
    })
}

/// The journal's files in order, by their first frame's number, with their lengths.
pub(crate) fn files(folder: &Path) -> std::io::Result<Vec<(u64, u64)>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if let Some(first) = first_of(&entry.file_name().to_string_lossy()) {
            files.push((first, entry.metadata()?.len()));
        }
    }
    files.sort_unstable();
    Ok(files)
}
