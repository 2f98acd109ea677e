//! Taking steps back and again: the last one, or any one by itself.

use std::collections::BTreeMap;

use domain::Touchpoint;
use store::{Entry, Note, Receipt, Tree, UndoError};

use crate::days;
use crate::done::{Done, Said};
use crate::fault::{Fault, FaultKind};
use crate::history::{self, Line};
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

/// What came of taking a line back by itself, or doing it again.
#[derive(Debug, Clone)]
pub enum Turned {
    /// It is done.
    Done(Box<Done>),
    /// Something depends on it: nothing was changed.
    Depends {
        /// What, the latest first.
        on: Vec<Line>,
        /// Whether all of it can go along in one press.
        together: bool,
    },
}

/// Takes the last step back; `None` when there is nothing to take back. A step that never can be again, since what is no
/// step stands in its way, is left behind.
pub fn undo(house: &House) -> Result<Option<Done>, Fault> {
    let _gate = house.gate();
    let note = note::of(house, "undo", &[]);
    let undone = match house.store.undo(note.clone()) {
        // Nothing that is a step lies above it, so that nothing one could take back first stands in its way.
        Err(UndoError::Depends { .. }) => house.store.undo_past(note),
        undone => undone,
    };
    step(house, "said-undone", undone)
}

/// Takes the last step back, and no other in its place: for a step that is done anew in another way.
pub(crate) fn undo_last(house: &House) -> Result<(), Fault> {
    let _gate = house.gate();
    let undone = house.store.undo(note::of(house, "undo", &[]));
    step(house, "said-undone", undone).map(drop)
}

/// Takes the last undone step again.
pub fn redo(house: &House) -> Result<Option<Done>, Fault> {
    let _gate = house.gate();
    let note = note::of(house, "redo", &[]);
    step(house, "said-redone", house.store.redo(note))
}

fn step(
    house: &House,
    said: &'static str,
    turned: Result<Option<Receipt>, UndoError>,
) -> Result<Option<Done>, Fault> {
    let Some(receipt) = turned.map_err(|error| fault(house, error))? else {
        return Ok(None);
    };
    house.settle();
    let what = house.store.turned_by(receipt.seq)?;
    let what = what.map(|entry| history::name(&house.words(), &entry.note));
    let said = Said::new(said).with("what", what.unwrap_or_default());
    Done::of(house, said, None, receipt.seq).map(Some)
}

/// What undo and redo would do now.
pub fn state(house: &House) -> UndoState {
    let words = house.words();
    UndoState {
        undo: house
            .store
            .next_undo()
            .map(|note| history::name(&words, &note)),
        redo: house
            .store
            .next_redo()
            .map(|note| history::name(&words, &note)),
    }
}

/// Takes steps of the history back by themselves, as one new step; `together` with whatever depends on them.
///
/// # Errors
/// When one of them is no step, is taken back already, or is older than the journal reaches.
pub fn take_back(house: &House, steps: &[u64], together: bool) -> Result<Turned, Fault> {
    let _gate = house.gate();
    let Some(of) = first_of(house, steps)? else {
        return Err(Fault::invalid("error-undo-gone"));
    };
    let note = noted(house, &of, steps.len());
    let on = match house.store.take_back(steps, note) {
        Ok(receipt) => return turned(house, "said-taken-back", &of, receipt),
        Err(UndoError::Depends { on }) => on,
        Err(error) => return Err(fault(house, error)),
    };
    let can = !on.is_empty() && on.iter().all(|entry| entry.undoable);
    if together && can {
        let all: Vec<u64> = steps
            .iter()
            .copied()
            .chain(on.iter().map(|entry| entry.seq))
            .collect();
        match house.store.take_back(&all, noted(house, &of, all.len())) {
            Ok(receipt) => return turned(house, "said-taken-back", &of, receipt),
            Err(UndoError::Depends { on }) => return Ok(depends(house, on, false)),
            Err(error) => return Err(fault(house, error)),
        }
    }
    Ok(depends(house, on, can))
}

/// Does steps that were taken back again, as a new step.
///
/// # Errors
/// As [`take_back`].
pub fn do_again(house: &House, steps: &[u64]) -> Result<Turned, Fault> {
    let _gate = house.gate();
    let Some(of) = first_of(house, steps)? else {
        return Err(Fault::invalid("error-undo-gone"));
    };
    let mut done = None;
    // As they were done: the earliest first. What was taken back together comes back with the first.
    for seq in steps.iter().rev() {
        let note = again_note(house, &of);
        match house.store.do_again(*seq, note) {
            Ok(receipt) => done = receipt.or(done),
            Err(UndoError::Depends { on }) if done.is_none() => {
                return Ok(depends(house, on, false));
            }
            Err(UndoError::Depends { .. }) => break,
            Err(error) => return Err(fault(house, error)),
        }
    }
    turned(house, "said-done-again", &of, done)
}

fn first_of(house: &House, steps: &[u64]) -> Result<Option<Entry>, Fault> {
    match steps.first() {
        Some(seq) => Ok(house.store.entry(*seq)?),
        None => Ok(None),
    }
}

/// What taking a line back is itself: the line's own words, turned.
fn noted(house: &House, of: &Entry, count: usize) -> Note {
    let label = match of.note.label.as_str() {
        "took-back" => "did-again",
        _ => "took-back",
    };
    turning(house, label, of, count)
}

fn again_note(house: &House, of: &Entry) -> Note {
    let label = match of.note.label.as_str() {
        "took-back" => "took-back",
        _ => "did-again",
    };
    turning(house, label, of, 1)
}

fn turning(house: &House, label: &str, of: &Entry, count: usize) -> Note {
    let mut args: BTreeMap<String, String> = of.note.args.clone();
    args.entry("of".to_owned())
        .or_insert_with(|| of.note.label.clone());
    args.insert("steps".to_owned(), count.to_string());
    Note {
        args,
        ..note::of(house, label, &[])
    }
}

fn turned(
    house: &House,
    said: &'static str,
    of: &Entry,
    receipt: Option<Receipt>,
) -> Result<Turned, Fault> {
    let Some(receipt) = receipt else {
        return Err(Fault::invalid("error-undo-gone"));
    };
    house.settle();
    let said = Said::new(said)
        .with("what", history::name(&house.words(), &of.note))
        .with(
            "over",
            overlapped(house, &receipt)?.unwrap_or_else(|| "none".to_owned()),
        );
    let done = Done::of(house, said, None, receipt.seq)?;
    Ok(Turned::Done(Box::new(done)))
}

fn depends(house: &House, on: Vec<Entry>, together: bool) -> Turned {
    Turned::Depends {
        on: history::each(house, on),
        together,
    }
}

/// What a touchpoint that came back lies over now: that is said, and no reason to refuse.
fn overlapped(house: &House, receipt: &Receipt) -> Result<Option<String>, Fault> {
    const LOOKED_AT: usize = 20;
    let home = house.home();
    let touched = receipt
        .touched
        .iter()
        .filter(|(tree, _)| *tree == Tree::Touchpoint);
    for (_, key) in touched.take(LOOKED_AT) {
        let one: Option<Touchpoint> = house.store.get(*key)?;
        let Some(one) = one.filter(|one| one.is_busy() && one.recurrence.is_none()) else {
            continue;
        };
        let seen = days::single(one);
        let (Some(span), Some((first, last))) = (seen.span(home), seen.days(home)) else {
            continue;
        };
        for other in days::between(house, first, last.succ_opt().unwrap_or(last))? {
            let lies = other
                .span(home)
                .is_some_and(|its| its.start < span.end && span.start < its.end);
            if lies && other.touchpoint.id != seen.touchpoint.id && other.touchpoint.is_busy() {
                return Ok(Some(other.title(&house.words().say("title-none", &[]))));
            }
        }
    }
    Ok(None)
}

fn fault(house: &House, error: UndoError) -> Fault {
    match error {
        UndoError::Depends { on } => match on.first() {
            Some(entry) => Fault::new(FaultKind::Invalid, "error-undo-depends-on")
                .with("what", history::tell(house, &entry.note)),
            None => Fault::new(FaultKind::Invalid, "error-undo-depends"),
        },
        UndoError::TooOld => Fault::new(FaultKind::Invalid, "error-undo-old"),
        UndoError::Store(error) => error.into(),
    }
}
