//! Those who were erased since a copy of the book was made. The copy still holds them, and they stay away when it comes
//! back: their records do not come, and what names them comes without them, as if they had been erased from the copy.
//!
//! The book knows them by the marks of their ids ([`Erasure::mark`]) and by nothing else; what they are found by in
//! texts is read in the copy itself.

mod found;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};
use domain::{
    Client, Contact, ContactId, Departure, Erased, Erasure, Market, Merge, Place, SourceId,
    Touchpoint, TouchpointId,
};
use exchange::Stretch;
use store::{Key, Record, RecordLine, StoreError, Tree};

use super::files::NOBODY;
use super::named::Named;
use super::nameless::Nameless;
use crate::fault::Fault;
use crate::house::House;

/// A copy of a book, read line by line and as often as is needed.
pub(crate) trait Lines {
    /// Gives every record that reads as a line to `each`.
    fn each_line(
        &mut self,
        house: &House,
        each: &mut dyn FnMut(RecordLine) -> Result<(), Fault>,
    ) -> Result<(), Fault>;

    /// The bytes of a file it has, by their address; nothing for one that is lost.
    fn bytes(&mut self, house: &House, address: &str) -> Result<Option<Vec<u8>>, Fault>;
}

/// Who stays away from a copy that comes back, and what that makes of it; of most copies nobody and nothing.
#[derive(Default)]
pub(crate) struct Absent {
    /// When each was erased, UTC.
    at: Vec<DateTime<Utc>>,
    people: Vec<Named>,
    word: String,
    gone: HashSet<(Tree, Key)>,
    cards: HashMap<(ContactId, usize), (SourceId, Stretch)>,
    touchpoints: HashMap<TouchpointId, (SourceId, Stretch)>,
    /// Files that come without them under the same key: only their names said who.
    renamed: HashMap<Key, RecordLine>,
    /// Files that come without them in place of others, by key.
    rewritten: BTreeMap<Key, RecordLine>,
    /// Their bytes, by address.
    made: BTreeMap<String, Vec<u8>>,
    /// The addresses of what comes.
    spoken: BTreeSet<String>,
    /// How many records of a noun more or less come than the copy has.
    shift: BTreeMap<&'static str, i64>,
}

impl Absent {
    /// Those of a copy who are not to come back with it. `again` is told before each time the copy is read, `step` of
    /// each line.
    pub(crate) fn of(
        house: &House,
        copy: &mut dyn Lines,
        again: &mut dyn FnMut(),
        step: &mut dyn FnMut() -> Result<(), Fault>,
    ) -> Result<Self, Fault> {
        let mut erasures: Vec<Erasure> = house.store.all()?;
        erasures.retain(|one| one.of == Erased::Person && !one.marks.is_empty());
        let mut absent = Self::default();
        if erasures.is_empty() {
            return Ok(absent);
        }
        again();
        let sides = absent.find(house, &erasures, copy, step)?;
        if sides.is_empty() {
            return Ok(Self::default());
        }
        again();
        absent.word = house.words().say("erased-nobody", &[]);
        absent.people = sides.values().map(Named::of).collect();
        let held = absent.read(house, copy, step)?;
        absent.rewrite(house, copy, &sides, held)?;
        Ok(absent)
    }

    /// Whether everybody of the copy may come.
    pub(crate) fn is_nobody(&self) -> bool {
        self.at.is_empty()
    }

    /// When those who stay away were erased, UTC, the earliest first.
    pub(crate) fn at(&self) -> &[DateTime<Utc>] {
        &self.at
    }

    fn nameless(&self) -> Nameless<'_> {
        Nameless {
            people: &self.people,
            word: &self.word,
        }
    }

    /// A line of the copy as it comes; nothing for what stays away.
    pub(crate) fn pass(
        &self,
        house: &House,
        line: RecordLine,
    ) -> Result<Option<RecordLine>, StoreError> {
        if self.is_nobody() {
            return Ok(Some(line));
        }
        let (tree, key) = (line.tree(), line.key()?);
        if self.gone.contains(&(tree, key)) {
            return Ok(None);
        }
        let nameless = self.nameless();
        let stays = &mut |_: &'static str, _: &str, _: std::ops::Range<usize>| false;
        let line = match tree {
            Tree::Touchpoint => changed::<Touchpoint>(house, line, |one| {
                nameless.touchpoint(one, stays);
                if let Some((file, place)) = self.touchpoints.get(&one.id) {
                    one.source.file = Some(*file);
                    (one.source.offset, one.source.length) = *place;
                }
            }),
            Tree::Contact => changed::<Contact>(house, line, |one| {
                nameless.contact(one, stays);
                for nth in 0..one.sources.len() {
                    let Some((file, place)) = self.cards.get(&(one.id, nth)) else {
                        continue;
                    };
                    let source = &mut one.sources[nth];
                    source.file = *file;
                    (source.offset, source.length) = *place;
                    if let Some(uid) = nameless.masked_as(&source.uid, NOBODY) {
                        source.uid = uid;
                    }
                }
            }),
            Tree::Client => changed::<Client>(house, line, |one| nameless.client(one, stays)),
            Tree::Place => changed::<Place>(house, line, |one| nameless.place(one, stays)),
            Tree::Market => changed::<Market>(house, line, |one| nameless.market(one, stays)),
            Tree::Departure => changed::<Departure>(house, line, |one| {
                nameless.departure(one);
            }),
            Tree::Merge => changed::<Merge>(house, line, |one| nameless.merge(one)),
            Tree::Source => Ok(self.renamed.get(&key).cloned().unwrap_or(line)),
            _ => Ok(line),
        };
        line.map(Some)
    }

    /// Files that come in place of others, in the order of their keys; the copy has none of them.
    pub(crate) fn instead(&self) -> &BTreeMap<Key, RecordLine> {
        &self.rewritten
    }

    /// Whether a file of the copy comes.
    pub(crate) fn wants(&self, address: &str) -> bool {
        self.is_nobody() || self.spoken.contains(address)
    }

    /// The files that are none of the copy's own, by address.
    pub(crate) fn made(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.made
    }

    /// How many records of a noun more or less come than the copy says.
    pub(crate) fn shift(&self, noun: &str) -> i64 {
        self.shift.get(noun).copied().unwrap_or_default()
    }
}

/// The record a line says; nothing for one that is none, which whoever brings it in says.
fn read<R: Record>(house: &House, line: &RecordLine) -> Result<Option<R>, StoreError> {
    match house.store.said(line) {
        Ok(record) => Ok(Some(record)),
        Err(StoreError::Damaged { .. } | StoreError::Newer) => Ok(None),
        Err(error) => Err(error),
    }
}

fn changed<R: Record + PartialEq>(
    house: &House,
    line: RecordLine,
    change: impl FnOnce(&mut R),
) -> Result<RecordLine, StoreError> {
    let Some(before) = read::<R>(house, &line)? else {
        return Ok(line);
    };
    let mut now = before.clone();
    change(&mut now);
    match now == before {
        true => Ok(line),
        false => house.store.line_of(&now, Some(&line)),
    }
}
