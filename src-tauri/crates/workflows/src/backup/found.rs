//! What a drill found, and how it is said.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::ledger::Trouble;
use super::restore::when;
use crate::house::House;

/// What a drill found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drilled {
    /// When it was done, UTC.
    pub at: DateTime<Utc>,
    /// The archive's name; nothing for a snapshot.
    pub name: Option<String>,
    /// When the backup was made, UTC; nothing when it could not be read that far.
    pub made: Option<DateTime<Utc>>,
    /// How many records came back.
    pub records: u64,
    /// How many people were erased since it was made, and stayed away.
    #[serde(default)]
    pub erased: u64,
    /// How many attachments came back whole.
    pub files: u64,
    /// How many records were touched here since it was made; nothing when that cannot be told.
    pub since: Option<u64>,
    /// What is not as it should be; empty when all of it came back.
    pub wrong: Vec<Wrong>,
}

/// Something that did not come back as it should.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wrong {
    /// It could not be restored at all.
    Unread(Trouble),
    /// The restored book's fingerprint is another.
    Content,
    /// So many nouns have another number of records than the backup says.
    Counts(u64),
    /// So many flaws are in the restored book.
    Flaws(u64),
    /// So many attachments are not there, or not whole.
    Files(u64),
    /// So many records differ from the book's though nobody touched them since.
    Apart(u64),
}

impl Drilled {
    /// Whether all of it came back.
    pub fn is_whole(&self) -> bool {
        self.wrong.is_empty()
    }

    /// In a sentence, with its date.
    pub fn say(&self, house: &House) -> String {
        let words = house.words();
        let number = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        let made = self.made.map(|made| when(house, made));
        let args = [
            ("when", when(house, self.at).into()),
            ("made", made.unwrap_or_default().into()),
            ("records", number(self.records).into()),
            ("files", number(self.files).into()),
            ("since", number(self.since.unwrap_or_default()).into()),
        ];
        let mut said = words.say(
            match (self.is_whole(), self.since) {
                (false, _) => "drill-wrong",
                (true, None) => "drill-whole",
                (true, Some(0)) => "drill-whole-same",
                (true, Some(_)) => "drill-whole-since",
            },
            &args,
        );
        if self.erased > 0 {
            said.push(' ');
            said.push_str(&words.say("drill-erased", &[("count", number(self.erased).into())]));
        }
        for wrong in &self.wrong {
            said.push(' ');
            said.push_str(&match wrong {
                Wrong::Unread(trouble) => {
                    let (what, hint) = trouble.say(&words);
                    format!("{what}. {hint}").trim().to_owned()
                }
                Wrong::Content => words.say("drill-content", &[]),
                Wrong::Counts(count) => {
                    words.say("drill-counts", &[("count", number(*count).into())])
                }
                Wrong::Flaws(count) => {
                    words.say("drill-flaws", &[("count", number(*count).into())])
                }
                Wrong::Files(count) => {
                    words.say("drill-files", &[("count", number(*count).into())])
                }
                Wrong::Apart(count) => {
                    words.say("drill-apart", &[("count", number(*count).into())])
                }
            });
        }
        said
    }
}
