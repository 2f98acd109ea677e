//! What an archive says of itself, and the names of what is in it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use store::Tree;

/// The version of the format. A later one is not guessed at.
pub(super) const FORMAT: u64 = 1;
/// The manifest's name.
pub(super) const MANIFEST: &str = "manifest.json";
/// The name of the list of attachments.
pub(super) const LISTING: &str = "files.jsonl";
/// The folder of the attachments.
pub(super) const FILES: &str = "files/";

/// What an archive says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// The version of the format.
    pub(crate) format: u64,
    /// Which version of Sentier wrote it.
    pub(crate) app: String,
    /// When, UTC.
    pub(crate) at: DateTime<Utc>,
    /// The book's [`store::ContentHash`].
    pub(crate) content: String,
    /// The records, a file a noun.
    pub(crate) records: Vec<Part>,
    /// The attachments; none when there are none.
    #[serde(default)]
    pub(crate) files: Option<Listing>,
}

/// A file of records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Part {
    /// Its name.
    pub(crate) file: String,
    /// The noun of its records.
    pub(crate) noun: String,
    /// How many there are, one a line.
    pub(crate) records: u64,
    /// How many bytes.
    pub(crate) bytes: u64,
    /// The XXH3-128 of its bytes, in hexadecimal.
    pub(crate) xxh3: String,
}

/// The list of attachments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Listing {
    /// Its name.
    pub(crate) file: String,
    /// How many attachments there are, one a line.
    pub(crate) files: u64,
    /// How many of them the book itself had lost.
    pub(crate) missing: u64,
    /// How many bytes they are together.
    pub(crate) total: u64,
    /// How many bytes the list is.
    pub(crate) bytes: u64,
    /// The XXH3-128 of the list's bytes, in hexadecimal.
    pub(crate) xxh3: String,
}

/// A line of the list of attachments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Attached {
    /// The XXH3-128 of its bytes, in hexadecimal: what records call it by.
    pub(crate) address: String,
    /// Where it is in the archive; empty when the book had lost it.
    #[serde(default)]
    pub(crate) file: String,
    /// How many bytes.
    #[serde(default)]
    pub(crate) bytes: u64,
    /// What records call it.
    #[serde(default)]
    pub(crate) names: Vec<String>,
}

impl Attached {
    /// Where an attachment of this address and name goes: its ending is kept, so that it opens with a double click.
    pub(super) fn place(address: &str, name: Option<&str>) -> String {
        const ENDING_MOST: usize = 8;
        let ending = name
            .and_then(|name| name.rsplit_once('.'))
            .map(|(_, ending)| ending.to_ascii_lowercase())
            .filter(|ending| {
                (1..=ENDING_MOST).contains(&ending.len())
                    && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
            });
        match ending {
            Some(ending) => format!("{FILES}{address}.{ending}"),
            None => format!("{FILES}{address}"),
        }
    }

    /// Whether it can be what it says: an address, and a place of its own.
    pub(super) fn is_sound(&self) -> bool {
        let hex = |text: &str| {
            text.len() == 32
                && text
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
        };
        let placed = self.file.is_empty()
            || self
                .file
                .strip_prefix(FILES)
                .and_then(|rest| rest.strip_prefix(&self.address))
                .is_some_and(|ending| !ending.contains(['/', '\\']));
        hex(&self.address) && placed
    }
}

/// The name of the file of a noun's records.
pub fn file_of(tree: Tree) -> String {
    match tree.name() {
        plural if plural.ends_with('s') => format!("{plural}.jsonl"),
        one => format!("{one}s.jsonl"),
    }
}

/// The noun with this name, when this version has it.
pub(super) fn tree_of(noun: &str) -> Option<Tree> {
    Tree::ALL.into_iter().find(|tree| tree.name() == noun)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_noun_has_a_file_of_its_own_and_is_found_by_its_name() {
        let names: std::collections::BTreeSet<String> =
            Tree::ALL.into_iter().map(file_of).collect();
        assert_eq!(names.len(), Tree::ALL.len(), "{names:?}");
        assert!(names.contains("clients.jsonl") && names.contains("settings.jsonl"));
        assert!(
            !names.contains(LISTING),
            "the list of attachments is no noun's"
        );
        for tree in Tree::ALL {
            assert_eq!(tree_of(tree.name()), Some(tree));
        }
    }

    #[test]
    fn an_attachment_keeps_a_plain_ending_and_nothing_else_of_its_name() {
        let address = "0123456789abcdef0123456789abcdef";
        let place = |name| Attached::place(address, name);
        assert_eq!(place(Some("Offre.PDF")), format!("files/{address}.pdf"));
        for name in ["offre", "a.b/../c", ".x y", "a.", "photo.jpeg\u{202e}"] {
            assert_eq!(place(Some(name)), format!("files/{address}"), "{name}");
        }
        let sound = |file: &str| {
            let file = file.to_owned();
            Attached {
                address: address.to_owned(),
                file,
                bytes: 1,
                names: Vec::new(),
            }
            .is_sound()
        };
        assert!(sound(&place(None)) && sound(&place(Some("a.pdf"))) && sound(""));
        assert!(!sound("../evil") && !sound("manifest.json"));
        assert!(!sound(&format!("files/{address}/../../evil")));
    }
}
