//! Whether the whole book is as it should be, and mending it when it is not.

use std::path::PathBuf;

use store::{Flaw, Lost, Repaired, Tree};
use words::{Arg, Words};

use crate::fault::Fault;
use crate::house::House;

/// What a check found.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// How many records were read.
    pub records: usize,
    /// What is not as it should be, a sentence each; empty when everything is whole.
    pub faults: Vec<String>,
}

/// What a repair found, did and could not do, a sentence each.
#[derive(Debug, Clone, Default)]
pub struct Mended {
    /// What was not as it should be; empty when there was nothing to mend.
    pub found: Vec<String>,
    /// What was done about it.
    pub done: Vec<String>,
    /// What no copy of the book has any more, by name.
    pub lost: Vec<String>,
    /// What is still not as it should be, and what helps.
    pub left: Vec<String>,
    /// Where what was touched is kept.
    pub kept: Option<PathBuf>,
}

/// Verifies records, indexes, the state's hash, the journal, the snapshots and the attic. Writes nothing.
pub fn check(house: &House) -> Result<Report, Fault> {
    let report = house.store.check()?;
    let words = house.words();
    Ok(Report {
        records: report.records,
        faults: report.flaws.iter().map(|flaw| said(flaw, &words)).collect(),
    })
}

/// Mends what can be mended, after a copy of whatever it touches.
pub fn repair(house: &House) -> Result<Mended, Fault> {
    let _gate = house.gate();
    let repaired = house.store.repair(house.clock.now())?;
    house.settle();
    let words = house.words();
    let all = |flaws: &[Flaw]| flaws.iter().map(|flaw| said(flaw, &words)).collect();
    Ok(Mended {
        found: all(&repaired.found),
        done: done(&repaired, &words),
        lost: repaired.lost.iter().map(|one| gone(one, &words)).collect(),
        left: all(&repaired.left),
        kept: repaired.kept,
    })
}

fn said(flaw: &Flaw, words: &Words) -> String {
    let say = |id: &str, name: &'static str, value: Arg| words.say(id, &[(name, value)]);
    match flaw {
        Flaw::State(why) => say("check-state", "why", why.as_str().into()),
        Flaw::Record(why) => say("check-record", "why", why.as_str().into()),
        Flaw::Missing(count) => say("check-missing", "count", (*count).into()),
        Flaw::Stray(count) => say("check-stray", "count", (*count).into()),
        Flaw::Sum => words.say("check-sum", &[]),
        Flaw::Journal(count) => say("check-journal", "count", number(*count)),
        Flaw::Snapshot(seq) => say("check-snapshot", "number", seq.to_string().into()),
        Flaw::Attic { name, .. } => say("check-attic", "name", name.as_str().into()),
    }
}

fn done(repaired: &Repaired, words: &Words) -> Vec<String> {
    let mut said = Vec::new();
    let mut count = |id: &str, count: usize| {
        if count > 0 {
            said.push(words.say(id, &[("count", count.into())]));
        }
    };
    count("repair-rebuilt", usize::from(repaired.rebuilt));
    count("repair-brought-back", repaired.brought_back);
    count("repair-rebased", usize::from(repaired.rebased));
    count("repair-snapshots", repaired.snapshots);
    if let Some(kept) = &repaired.kept {
        let path = kept.display().to_string();
        said.push(words.say("repair-kept", &[("path", path.into())]));
    }
    said
}

fn gone(lost: &Lost, words: &Words) -> String {
    let id = if lost.older {
        "repair-older"
    } else {
        "repair-lost"
    };
    let key = lost.key.iter().fold(String::new(), |mut hex, byte| {
        use std::fmt::Write;
        // Writing to a string does not fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    words.say(id, &[("noun", noun(lost.tree).into()), ("key", key.into())])
}

/// The word `check.ftl` chooses a noun by.
fn noun(tree: Tree) -> &'static str {
    match tree {
        Tree::Client | Tree::Contact | Tree::Touchpoint | Tree::Place | Tree::Market => tree.name(),
        Tree::Settings => "settings",
        _ => "other",
    }
}

fn number(count: u64) -> Arg {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}
