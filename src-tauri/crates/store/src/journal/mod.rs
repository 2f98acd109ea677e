//! The journal: everything that was ever written, in order, in files that are only appended to.
//!
//! A file is `journal-<first seq>.log`: an eight-byte mark, then frames
//! `[len u32][crc32 u32][seq u64][kind u8][MessagePack]`, numbers big-endian. A group is any number of `Part` frames
//! and one `Last`; without its `Last` it never happened.

mod frame;
mod reader;
mod writer;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

pub(crate) use frame::{Body, Frame, Last};
pub(crate) use reader::{Group, Reader, Tail};
pub(crate) use writer::{Writer, sync_folder};

/// The first bytes of every journal file.
pub(crate) const MARK: &[u8; 8] = b"sentier1";

/// A place in the journal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Place {
    /// The file, by its first frame's number.
    pub(crate) file: u64,
    /// The byte in it.
    pub(crate) at: u64,
}

pub(crate) fn file_of(folder: &Path, first: u64) -> PathBuf {
    folder.join(format!("journal-{first:020}.log"))
}

/// The journal's files in order, by their first frame's number.
pub(crate) fn files(folder: &Path) -> std::io::Result<Vec<u64>> {
    let mut firsts = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let name = entry?.file_name();
        let name = name.to_string_lossy();
        let first = name
            .strip_prefix("journal-")
            .and_then(|rest| rest.strip_suffix(".log"));
        firsts.extend(first.and_then(|digits| digits.parse::<u64>().ok()));
    }
    firsts.sort_unstable();
    Ok(firsts)
}
