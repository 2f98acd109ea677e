//! Erasing a person (GDPR art. 17): their record, their cards in the files they came in, what they were merged of, their
//! place among participants and recipients, and, where one agrees, their name in free texts. Touchpoints stay, counted
//! and nameless. The look is the erasure up to the write.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{ClientId, ContactId, Erased, Erasure, TouchpointId};

use super::erasing::Erasing;
use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::note;

/// What one agrees to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// The mentions that stay as they are, by [`Mention::key`].
    pub keep: BTreeSet<String>,
    /// Whether snapshots and journals follow at the next start, instead of after [`Erasure::DAYS_MOST`] days.
    pub soon: bool,
}

/// Where a mention stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// In a touchpoint.
    Touchpoint(TouchpointId),
    /// In a client.
    Client(ClientId),
    /// In another contact.
    Contact(ContactId),
    /// In a place of a client, or a market.
    Elsewhere,
}

/// A free text that names the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What it is chosen by.
    pub key: String,
    /// Where it stands.
    pub at: Where,
    /// What that is called; empty when it has no name.
    pub title: String,
    /// The message that names the field.
    pub field: &'static str,
    /// Up to some words before, what names them, and some after.
    pub excerpt: [String; 3],
}

/// What would be done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// What the person is called.
    pub name: String,
    /// Touchpoints that stay without them.
    pub touchpoints: usize,
    /// Those of them that are to come.
    pub coming: usize,
    /// Cards, rows and participants in files they came in.
    pub cards: usize,
    /// Invitations and annulments that lose them.
    pub departures: usize,
    /// Files and pictures that go.
    pub files: usize,
    /// Merges that go.
    pub merges: usize,
    /// Free texts that name them.
    pub mentions: Vec<Mention>,
    /// Lines of the history that name them.
    pub lines: usize,
    /// The day snapshots and journals follow at the latest.
    pub due: Option<NaiveDate>,
}

/// What erasing somebody would do; nothing is written.
pub fn look(house: &House, id: ContactId) -> Result<Look, Fault> {
    let choice = Choice::default();
    Ok(Erasing::prepared(house, id, &choice)?.look)
}

/// Erases somebody, and gives what was done: one step, that can be undone until it reaches snapshots and journals.
pub fn run(house: &House, id: ContactId, choice: &Choice) -> Result<(Look, Done), Fault> {
    let _gate = house.gate();
    let mut erasing = Erasing::prepared(house, id, choice)?;
    erasing.keep_files(house)?;
    let today = house.now_wall().date();
    let due = match choice.soon {
        true => today,
        false => Erasure::due_from(today),
    };
    erasing.look.due = Some(due);
    let look = erasing.look.clone();
    let small = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let mut erasure = Erasure {
        id: house.clock.new_id(),
        of: Erased::Person,
        at: house.clock.now(),
        due,
        reached_at: None,
        touchpoints: small(look.touchpoints),
        texts: small(
            look.mentions
                .iter()
                .filter(|one| !choice.keep.contains(&one.key))
                .count(),
        ),
        marks: Vec::new(),
        lines: std::mem::take(&mut erasing.lines),
    };
    erasure.marks = erasing.marks(&erasure);
    let args = [
        ("count", look.touchpoints.to_string()),
        ("id", erasure.id.to_string()),
    ];
    let note = note::of(house, "erased", &args);
    let ((), receipt) = house.store.commit(note, |tx| {
        erasing.write(tx)?;
        tx.put(&erasure)
    })?;
    let said = Said::new("said-erased")
        .with("count", look.touchpoints)
        .with("day", house.words().date(due, today));
    let done = Done::of(house, said, None, receipt.seq)?;
    Ok((look, done))
}

/// Who was erased so far, the oldest first; nothing of whom.
pub fn remembered(house: &House) -> Result<Vec<Erasure>, Fault> {
    let mut all: Vec<Erasure> = house.store.all()?;
    all.retain(|one| one.of == Erased::Person);
    Ok(all)
}
