//! Which notices were put away for good, in a small file beside the book.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use super::Notice;
use crate::house::House;

const FILE: &str = "notices.json";
/// The most that are remembered; nobody has a folder in so many places.
const MOST: usize = 100;

/// A folder in a few letters: its path is nobody's business who finds the file.
pub(super) fn mark(folder: &Path) -> String {
    let hash = folder
        .to_string_lossy()
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |mark, byte| {
            (mark ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
    format!("{hash:016x}")
}

/// Those that were not put away.
pub(super) fn not_away(house: &House, mut found: Vec<Notice>) -> Vec<Notice> {
    if found.is_empty() {
        return found;
    }
    let kept = read(&house.ground.folder);
    let away = house.ground.away.lock();
    found.retain(|one| !kept.contains(&one.id) && !away.contains(&one.id));
    found
}

fn read(folder: &Path) -> BTreeSet<String> {
    let text = std::fs::read(folder.join(FILE)).ok();
    text.and_then(|text| serde_json::from_slice(&text).ok())
        .unwrap_or_default()
}

pub(super) fn remember(folder: &Path, id: &str) -> io::Result<()> {
    let mut kept = read(folder);
    kept.insert(id.to_owned());
    while kept.len() > MOST {
        kept.pop_first();
    }
    let aside = folder.join(format!("{FILE}.new"));
    std::fs::write(&aside, serde_json::to_vec(&kept)?)?;
    std::fs::rename(&aside, folder.join(FILE))
}
