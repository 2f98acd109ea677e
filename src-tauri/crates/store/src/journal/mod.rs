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
