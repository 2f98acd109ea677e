//! Taking steps back and again, and the line of what was done.

use std::collections::HashSet;

use domain::ClientId;
use store::{Entry, Index, Key, Note, UndoError};
use words::{Arg, Words};

use crate::done::{Done, Said};
use crate::fault::{Fault, FaultKind};
use crate::house::House;
use crate::note;

/// What undo and redo would do now, in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UndoState {
    /// `Déplacer « Visio Dupont »`.
    pub undo: Option<String>,
    /// The same, for redo.
    pub redo: Option<String>,
}

/// A line of the history.
#[derive(Debug, Clone)]
pub struct Line {
    /// The store's number for it.
    pub seq: u64,
    /// `mar. 24 nov. 14:02`.
    pub when: String,
    /// `Déplacer « Visio Dupont »`.
    pub said: String,
    /// Whether it was undone.
    pub undone: bool,
}

/// Takes the last step back; `None` when there is nothing to take back.
pub fn undo(house: &House) -> Result<Option<Done>, Fault> {
    let note = note::of(house, "undo", &[]);
    step(house, "said-undone", house.store.next_undo(), || {
        house.store.undo(note)
    })
}

/// Takes the last undone step again.
pub fn redo(house: &House) -> Result<Option<Done>, Fault> {
    let note = note::of(house, "redo", &[]);
    step(house, "said-redone", house.store.next_redo(), || {
        house.store.redo(note)
    })
}

fn step(
    house: &House,
    said: &'static str,
    what: Option<Note>,
    run: impl FnOnce() -> Result<Option<store::Receipt>, UndoError>,
) -> Result<Option<Done>, Fault> {
    let Some(what) = what else { return Ok(None) };
    let Some(receipt) = run().map_err(fault)? else {
        return Ok(None);
    };
    house.settle();
    let said = Said::new(said).with("what", say(&house.words(), &what));
    Done::of(house, said, None, receipt.seq).map(Some)
}

/// What undo and redo would do now.
pub fn state(house: &House) -> UndoState {
    let words = house.words();
    UndoState {
        undo: house.store.next_undo().map(|note| say(&words, &note)),
        redo: house.store.next_redo().map(|note| say(&words, &note)),
    }
}

/// What the house writes for itself, many times a day: no deed of anybody's.
const SILENT: [&str; 1] = ["reminded"];

/// What was done before line `before` (or lately), the latest first; fewer than `limit` when there is no more.
pub fn history(house: &House, before: Option<u64>, limit: usize) -> Result<Vec<Line>, Fault> {
    let limit = limit.min(500);
    let (mut found, mut before) = (Vec::new(), before);
    while found.len() < limit {
        let entries = house.store.history(before, limit)?;
        let Some(last) = entries.last() else { break };
        before = Some(last.seq);
        let told = |entry: &Entry| !SILENT.contains(&entry.note.label.as_str());
        found.extend(entries.into_iter().filter(told));
    }
    found.truncate(limit);
    Ok(lines(house, found))
}

/// What was done lately to a client, its contacts, its places and its touchpoints, the latest first.
pub fn history_of_client(house: &House, id: ClientId) -> Result<Vec<Line>, Fault> {
    const MOST: usize = 50;
    let store = &house.store;
    let mut keys: HashSet<Key> = HashSet::from([id.to_bytes()]);
    for index in [
        Index::ContactOfClient,
        Index::PlaceOfClient,
        Index::OfClient,
    ] {
        keys.extend(store.starting_with(index, &id.to_bytes())?);
    }
    Ok(lines(house, store.history_of(&keys, MOST)?))
}

fn lines(house: &House, entries: Vec<Entry>) -> Vec<Line> {
    let (words, today, home) = (house.words(), house.now_wall().date(), house.home());
    let line = |entry: Entry| Line {
        seq: entry.seq,
        when: words.wall(domain::Zone::Floating.wall(entry.note.at, home), today),
        said: say(&words, &entry.note),
        undone: entry.undone,
    };
    entries.into_iter().map(line).collect()
}

pub(crate) fn say(words: &Words, note: &Note) -> String {
    let args: Vec<(&str, Arg)> = note
        .args
        .iter()
        .map(|(name, value)| (name.as_str(), Arg::from(value.as_str())))
        .collect();
    words.say(&format!("history-{}", note.label), &args)
}

fn fault(error: UndoError) -> Fault {
    match error {
        UndoError::Depends { .. } => Fault::new(FaultKind::Invalid, "error-undo-depends"),
        UndoError::Store(error) => error.into(),
    }
}
