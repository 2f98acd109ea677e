//! How much room the disk of a folder has.

use std::path::Path;

/// Bytes left where `path` is or will be; `None` when the system does not say.
pub(super) fn left(path: &Path) -> Option<u64> {
    let there = path.ancestors().find(|path| path.exists())?;
    store::room_at(there).ok()
}

/// Whole megabytes left where `path` is or will be, for a sentence.
pub fn megabytes_left(path: &Path) -> Option<usize> {
    usize::try_from(left(path)? >> 20).ok()
}
