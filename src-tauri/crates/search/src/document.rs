//! What can be found: a record as texts of three weights.

use std::collections::HashSet;

use domain::fold;

use crate::word::{Glue, Word, runs, words};

/// The sixteen bytes of a record's id.
pub type Key = [u8; 16];

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An organisation.
    Client,
    /// A person.
    Contact,
    /// A touchpoint.
    Touchpoint,
    /// A file that belongs to a record.
    File,
}

impl Kind {
    /// Every one, in the order they are shown.
    pub const ALL: [Self; 4] = [Self::Client, Self::Contact, Self::Touchpoint, Self::File];
}

/// How much a text of a document weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// What it is called.
    Name,
    /// What is said of it in a line: a role, a number, a tag, the client's name.
    Line,
    /// What was written about it.
    Text,
}

impl Weight {
    pub(crate) const ALL: [Self; 3] = [Self::Name, Self::Line, Self::Text];
}

/// Something that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What it is.
    pub kind: Kind,
    /// The record it is of; a file has its owner's.
    pub key: Key,
    /// Which file of the record, by [`Document::part_of`]; 0 for the record itself.
    pub part: u64,
    /// Of two that match alike the lower one stands first.
    pub rank: u64,
    /// What it says.
    pub texts: Vec<(Weight, String)>,
}

impl Document {
    /// A document that says nothing yet.
    pub fn new(kind: Kind, key: Key, rank: u64) -> Self {
        Self {
            kind,
            key,
            part: 0,
            rank,
            texts: Vec::new(),
        }
    }

    /// With a text more; an empty one adds nothing.
    pub fn say(&mut self, weight: Weight, text: &str) {
        if !text.trim().is_empty() {
            self.texts.push((weight, text.to_owned()));
        }
    }

    /// With a phone number more: as it was written, and as it is dialled from abroad and from France.
    pub fn say_phone(&mut self, e164: &str, written: &str) {
        self.say(Weight::Line, written);
        let digits = e164.trim_start_matches('+');
        self.say(Weight::Line, digits);
        if let Some(national) = digits.strip_prefix("33") {
            self.say(Weight::Line, &format!("0{national}"));
        }
    }

    /// What tells a record's file from its others, never 0: FNV-1a of its address and name.
    pub fn part_of(blob: &str, name: &str) -> u64 {
        let bytes = blob.bytes().chain([0]).chain(name.bytes());
        let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        hash.max(1)
    }

    /// The words it is found by.
    pub(crate) fn entries(&self) -> Vec<Entry> {
        let mut seen = HashSet::new();
        let mut entries = Vec::new();
        for (weight, text) in &self.texts {
            for (text, whole) in said(text) {
                let entry = Entry {
                    weight: *weight,
                    text,
                    whole,
                };
                if seen.insert(entry.clone()) {
                    entries.push(entry);
                }
            }
        }
        entries
    }
}

/// A word a document is found by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Entry {
    pub(crate) weight: Weight,
    pub(crate) text: String,
    /// Whether it can be typed whole: what is left of an elided word is met as a beginning only.
    pub(crate) whole: bool,
}

impl std::hash::Hash for Weight {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        state.write_u8(*self as u8);
    }
}

/// The words of a text and those they make together, each with whether it can be typed whole.
fn said(text: &str) -> Vec<(String, bool)> {
    let words = words(text);
    let mut said = Vec::with_capacity(words.len());
    for run in runs(&words) {
        if !run.joined.is_empty() {
            said.push((run.joined, true));
        }
        // A number that stands in groups may be looked for from any of them on.
        said.extend(tails(&words[run.of]));
    }
    said.extend(words.into_iter().map(|word| (word.folded, !word.elided)));
    said
}

/// `38 00 00 00` of `02 38 00 00 00` is the same number to who leaves the first group out.
fn tails(group: &[Word]) -> Option<(String, bool)> {
    let digits = group.len() > 2 && group.first()?.glue == Glue::Digits;
    let tail: String = group
        .iter()
        .skip(1)
        .map(|word| word.folded.as_str())
        .collect();
    digits.then_some((tail, true))
}

/// A rank by name: those that are not put aside first, then by their first twelve letters.
pub fn rank_by_name(archived: bool, name: &str) -> u64 {
    const LETTERS: usize = 12;
    let folded = fold(name);
    let letters = folded
        .chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| match c {
            'a'..='z' => u64::from(c as u32 - 'a' as u32) + 4,
            '0'..='9' => 2,
            _ => 31,
        })
        .chain(std::iter::repeat(0))
        .take(LETTERS);
    let name = letters.fold(0, |rank, letter| (rank << 5) | letter);
    (u64::from(archived) << 63) | name
}

/// A rank by time: the latest first. `seconds` since 1970.
pub fn rank_by_time(archived: bool, seconds: i64) -> u64 {
    const HALF: i64 = 1 << 61;
    let back = HALF.saturating_sub(seconds.clamp(-HALF + 1, HALF - 1));
    (u64::from(archived) << 63) | back.unsigned_abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_put_the_living_first_then_names_in_order_and_the_latest() {
        let name = |name| rank_by_name(false, name);
        assert!(name("Atelier") < name("Bureau"), "by name");
        assert!(name("Éclat") < name("Effet"), "accents aside");
        assert!(
            name("Zoé") < rank_by_name(true, "Ada"),
            "put aside comes last"
        );
        assert!(
            rank_by_time(false, 20) < rank_by_time(false, 10),
            "the latest first"
        );
        assert!(
            rank_by_time(false, i64::MIN) < rank_by_time(true, i64::MAX),
            "put aside last"
        );
    }

    #[test]
    fn a_phone_is_found_by_every_way_to_write_it() {
        let mut document = Document::new(Kind::Contact, [0; 16], 0);
        document.say_phone("+33238123456", "02.38.12.34.56");
        let entries = document.entries();
        for number in ["0238123456", "33238123456", "38123456", "02"] {
            assert!(
                entries.iter().any(|entry| entry.text == number),
                "{number} is among {entries:?}"
            );
        }
    }
}
