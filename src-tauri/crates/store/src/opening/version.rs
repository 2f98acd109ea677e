//! `VERSION`: what wrote the folder.
//!
//! A line of JSON that ends in the sum of what stands before it, and a copy: a damaged one would
//! look like a later Sentier's, or hide one. What has no sum is of a version before there were
//! sums, none of which was later than this one. Where neither file says anything one may believe,
//! the state is built again from snapshots and journal, as of an earlier version.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::folder;
use crate::tree::{ORDERS, Tree};
use crate::upgrade::Ladder;
use crate::{OpenError, disk};

/// The version of the folder's layout.
const LAYOUT: u32 = 1;
/// The same, of a book that is sealed, or was begun to be: a version that knows no lock must not
/// take what is sealed for damaged.
const SEALED_LAYOUT: u32 = 2;
/// The file, and its copy.
pub(super) const FILES: [&str; 2] = ["VERSION", "VERSION.copy"];
/// What stands before the sum. It is the last field, so that versions that know none read on.
const SUM: &[u8] = b",\"sum\":\"";

/// What wrote the folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Version {
    layout: u32,
    orders: u16,
    schemas: BTreeMap<String, u16>,
}

/// How a folder's version compares with ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Age {
    Ours,
    /// The state must be built again with our orders and schemas.
    Older,
    /// It can be read, as far as we can follow.
    Newer,
}

impl Version {
    pub(crate) fn ours(ladder: Ladder, sealed: bool) -> Self {
        Self {
            layout: if sealed { SEALED_LAYOUT } else { LAYOUT },
            orders: ORDERS,
            schemas: Tree::ALL
                .iter()
                .map(|tree| (tree.name().to_owned(), ladder.schema(*tree)))
                .collect(),
        }
    }

    /// Whether the book is sealed, or was begun to be.
    pub(crate) fn is_sealed(&self) -> bool {
        self.layout == SEALED_LAYOUT
    }

    /// The same, of a book that is sealed or is not.
    pub(crate) fn sealed(self, sealed: bool) -> Self {
        let layout = if sealed { SEALED_LAYOUT } else { LAYOUT };
        Self { layout, ..self }
    }

    /// What wrote `folder`; nothing when neither file says it, which is no reason not to open a
    /// book whose journal can be read.
    pub(crate) fn of(folder: &Path) -> Option<Self> {
        let said = FILES.map(|name| fs::read(folder.join(name)).ok());
        let mut known = said.iter().flatten().map(|text| Self::read(text));
        let first = known.find_map(|known| known);
        if first.is_none() && said.iter().any(Option::is_some) {
            log::warn!("VERSION is damaged: the state is built again");
        }
        first
    }

    /// What a file says, when it may be believed.
    fn read(text: &[u8]) -> Option<Self> {
        let (body, sum) = split(text);
        let version: Option<Self> = serde_json::from_slice(text).ok();
        match sum {
            // Whole, and not for us to read: of a version that says it otherwise.
            Some(sum) if sum == sum_of(body).as_bytes() => Some(version.unwrap_or(Self {
                layout: u32::MAX,
                orders: 0,
                schemas: BTreeMap::new(),
            })),
            Some(_) => None,
            None => version.filter(|version| {
                !version.is_newer(&Self::ours(Ladder::OURS, version.is_sealed()))
            }),
        }
    }

    fn is_newer(&self, ours: &Self) -> bool {
        self.layout > SEALED_LAYOUT
            || self.orders > ours.orders
            || self
                .schemas
                .iter()
                .any(|(tree, schema)| ours.schemas.get(tree).is_none_or(|ours| schema > ours))
    }

    /// How old the book in `folder` is that says `version` of itself.
    pub(super) fn age(
        version: Option<&Self>,
        ladder: Ladder,
        folder: &Path,
    ) -> Result<Age, OpenError> {
        let Some(version) = version else {
            // A state of nobody knows which orders.
            let stands = folder.is_dir() && !folder::states(folder)?.is_empty();
            return Ok(if stands { Age::Older } else { Age::Ours });
        };
        if version.layout > SEALED_LAYOUT {
            let folder = folder.to_owned();
            return Err(OpenError::Newer { folder });
        }
        let ours = Self::ours(ladder, version.is_sealed());
        Ok(match () {
            () if version.is_newer(&ours) => Age::Newer,
            () if *version == ours => Age::Ours,
            () => Age::Older,
        })
    }

    /// Writes what is not there, or not so.
    pub(crate) fn write(&self, folder: &Path) -> io::Result<()> {
        let text = self.text()?;
        for name in FILES {
            let path = folder.join(name);
            if fs::read(&path).ok().as_ref() != Some(&text) {
                disk::write_whole(&path, &text)?;
            }
        }
        Ok(())
    }

    fn text(&self) -> io::Result<Vec<u8>> {
        let mut text = serde_json::to_vec(self).map_err(io::Error::from)?;
        // The sum takes the place of the last brace, and brings another.
        text.pop();
        let sum = sum_of(&text);
        text.extend_from_slice(SUM);
        text.extend_from_slice(sum.as_bytes());
        text.extend_from_slice(b"\"}");
        Ok(text)
    }
}

fn sum_of(body: &[u8]) -> String {
    format!("{:08x}", crc32fast::hash(body))
}

/// What the sum is of, and the sum, when there is one.
fn split(text: &[u8]) -> (&[u8], Option<&[u8]>) {
    const DIGITS: usize = 8;
    let rest = text.strip_suffix(b"\"}");
    let parts = rest.and_then(|rest| rest.split_at_checked(rest.len().checked_sub(DIGITS)?));
    match parts.and_then(|(before, sum)| Some((before.strip_suffix(SUM)?, sum))) {
        Some((body, sum)) => (body, Some(sum)),
        None => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a version before there were sums wrote.
    fn without_sum(version: &Version) -> Vec<u8> {
        serde_json::to_vec(version).expect("JSON")
    }

    fn flips(text: &[u8]) -> impl Iterator<Item = Vec<u8>> {
        (0..text.len() * 8).map(|bit| {
            let mut flipped = text.to_owned();
            flipped[bit / 8] ^= 1 << (bit % 8);
            flipped
        })
    }

    fn later() -> Version {
        let mut later = Version::ours(Ladder::OURS, false);
        later.orders += 1;
        later
    }

    #[test]
    fn what_was_written_reads_back_also_by_versions_that_know_no_sum() {
        for version in [
            Version::ours(Ladder::OURS, false),
            Version::ours(Ladder::OURS, true),
            later(),
        ] {
            let text = version.text().expect("text");
            assert_eq!(Version::read(&text), Some(version.clone()));
            let read: Version = serde_json::from_slice(&text).expect("JSON");
            assert_eq!(read, version, "to whom the sum is a field like another");
        }
        let older = without_sum(&Version::ours(Ladder::OURS, false));
        assert_eq!(
            Version::read(&older),
            Some(Version::ours(Ladder::OURS, false))
        );
    }

    #[test]
    fn a_flipped_bit_is_never_taken_for_another_version() {
        for version in [Version::ours(Ladder::OURS, true), later()] {
            for flipped in flips(&version.text().expect("text")) {
                let read = Version::read(&flipped);
                assert!(
                    read.is_none() || read.as_ref() == Some(&version),
                    "{}: {read:?}",
                    String::from_utf8_lossy(&flipped)
                );
            }
        }
        let ours = Version::ours(Ladder::OURS, false);
        for flipped in flips(&without_sum(&ours)) {
            let read = Version::read(&flipped);
            assert!(
                read.is_none_or(|read| !read.is_newer(&ours)),
                "without a sum it is never a later one"
            );
        }
    }

    #[test]
    fn a_later_version_is_known_whichever_of_its_files_is_harmed() {
        let folder = tempfile::tempdir().expect("a folder");
        later().write(folder.path()).expect("written");
        let text = later().text().expect("text");
        for name in FILES {
            let path = folder.path().join(name);
            let emptied = [Vec::new(), text[..text.len() / 2].to_vec(), vec![0; 300]];
            for harmed in flips(&text).step_by(7).chain(emptied) {
                fs::write(&path, harmed).expect("harmed");
                let age = Version::age(
                    Version::of(folder.path()).as_ref(),
                    Ladder::OURS,
                    folder.path(),
                );
                assert_eq!(age.expect("it is read"), Age::Newer);
            }
            fs::remove_file(&path).expect("gone");
            assert_eq!(Version::of(folder.path()), Some(later()));
            later().write(folder.path()).expect("written");
        }
    }

    #[test]
    fn one_that_says_it_in_words_of_its_own_is_a_later_version() {
        let folder = tempfile::tempdir().expect("a folder");
        let body = b"{\"layout\":\"three\"";
        let text = [body, SUM, sum_of(body).as_bytes(), b"\"}"].concat();
        fs::write(folder.path().join(FILES[0]), text).expect("written");
        let version = Version::of(folder.path());
        let age = Version::age(version.as_ref(), Ladder::OURS, folder.path());
        assert!(matches!(age, Err(OpenError::Newer { .. })), "{age:?}");
    }
}
