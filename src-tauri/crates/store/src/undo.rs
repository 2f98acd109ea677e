//! Taking steps back and again. Both write: the history is only added to.
//!
//! Two piles are threaded through the history. A step lies on undo's pile; taking it back lays the
//! undo on redo's pile and uncovers the step below; a new step clears redo's. Each line knows the
//! one below it, so the piles have no end and survive a restart. A write that is no step touches
//! neither, and undo never takes it along: only the fields a step changed go back, and only while
//! they still are what it made of them. Any line can be taken back by itself too (`back.rs`); that
//! is a new step, which lies on undo's pile as any other.

use std::collections::BTreeMap;

use crate::change::Change;
use crate::engine::Space;
use crate::history::{Effect, Entry, Kept, Note, Piles, line_key, seq_of_line};
use crate::journal::{self, Group};
use crate::pen::{Pen, Receipt};
use crate::puts::Put;
use crate::record::Bytes;
use crate::state::State;
use crate::store::Store;
use crate::tx::Tx;
use crate::{StoreError, UndoError};

/// How many of the groups that stand in the way are named.
const NAMED: usize = 3;
/// How far back they are looked for.
const LOOKED_AT: usize = 200;

impl Store {
    /// What undo would take back now.
    pub fn next_undo(&self) -> Option<Note> {
        self.reachable(self.top_step()?).map(|kept| kept.note)
    }

    /// The number of the step that undo would take back now. Writes that are no step, as those of a timer, do not
    /// change it.
    pub fn top_step(&self) -> Option<u64> {
        standing(&self.inner.state, self.inner.head.read().piles.undo).ok()?
    }

    /// What redo would do again now.
    pub fn next_redo(&self) -> Option<Note> {
        let undo = self.inner.head.read().piles.redo?;
        let target = target_of(&self.reachable(undo)?.effect)?;
        self.reachable(target).map(|kept| kept.note)
    }

    /// Takes the last step back; `None` when there is none.
    ///
    /// # Errors
    /// [`UndoError::Depends`] when something that is no step changed the same fields since.
    pub fn undo(&self, note: Note) -> Result<Option<Receipt>, UndoError> {
        let mut pen = self.inner.pen.lock();
        let pen = pen.as_mut().ok_or_else(|| self.refusal())?;
        let top = standing(&self.inner.state, pen.head.piles.undo)?;
        self.undo_step(pen, note, top)
    }

    /// Takes the last step back that still can be, and leaves those above it, which never can be again, behind for good;
    /// `None` when there is none. For when what is no step stands in the way of the last one.
    ///
    /// # Errors
    /// [`UndoError::Depends`] of the last step, when none of the next [`LOOKED_AT`] can be taken back.
    pub fn undo_past(&self, note: Note) -> Result<Option<Receipt>, UndoError> {
        let mut pen = self.inner.pen.lock();
        let pen = pen.as_mut().ok_or_else(|| self.refusal())?;
        let mut top = standing(&self.inner.state, pen.head.piles.undo)?;
        let mut first = None;
        for _ in 0..LOOKED_AT {
            match self.undo_step(pen, note.clone(), top) {
                Err(UndoError::Depends { on }) => first = first.or(Some(on)),
                done => return done,
            }
            let below = top.map(|top| self.inner.state.line(top)).transpose()?;
            let below = below.flatten().and_then(|kept| kept.below);
            top = standing(&self.inner.state, below)?;
        }
        Err(UndoError::Depends {
            on: first.unwrap_or_default(),
        })
    }

    fn undo_step(
        &self,
        pen: &mut Pen,
        note: Note,
        target: Option<u64>,
    ) -> Result<Option<Receipt>, UndoError> {
        let Some(target) = target else {
            return Ok(None);
        };
        let Some(group) = self.group(target)? else {
            return Ok(None);
        };
        self.turn(pen, note, Effect::Undo(target), &[group])
    }

    /// Does the last step that was taken back again; `None` when there is none.
    ///
    /// # Errors
    /// [`UndoError::Depends`] when something that is no step changed the same fields since.
    pub fn redo(&self, note: Note) -> Result<Option<Receipt>, UndoError> {
        let mut pen = self.inner.pen.lock();
        let pen = pen.as_mut().ok_or_else(|| self.refusal())?;
        let Some(undo) = pen.head.piles.redo else {
            return Ok(None);
        };
        let effect = self.inner.state.line(undo)?.map(|kept| kept.effect);
        let Some(target) = effect.as_ref().and_then(target_of) else {
            return Ok(None);
        };
        let Some(group) = self.group(undo)? else {
            return Ok(None);
        };
        self.turn(pen, note, Effect::Redo(target), &[group])
    }

    /// Writes the inverses of some groups, from the last change to the first.
    pub(crate) fn turn(
        &self,
        pen: &mut Pen,
        note: Note,
        effect: Effect,
        groups: &[Group],
    ) -> Result<Option<Receipt>, UndoError> {
        self.inner.applier.room()?;
        let state = &self.inner.state;
        let mut tx = Tx::begin(state, pen)?;
        let lines = turned(state, 0, turns(&effect))?;
        let other = self.not_as_before(lines, &tx)?;
        let since = groups.iter().map(|group| group.seq).min();
        let mut in_the_way = since.zip(other);
        for group in groups {
            for part in group.changes().rev() {
                for change in part?.into_iter().rev() {
                    let found = undone(state, &mut tx, change)?;
                    in_the_way = in_the_way.or(found.map(|change| (group.seq, change)));
                }
            }
        }
        if let Some((seq, change)) = in_the_way {
            drop(tx);
            let on = self.since(seq, &change)?;
            return Err(UndoError::Depends { on });
        }
        let receipt = tx.finish(note, effect, &self.inner.applier)?;
        self.inner.acknowledge(pen.head);
        Ok(Some(receipt))
    }

    /// What was done before group `before` (or lately), the latest first, at most `most` lines.
    /// Undo and redo are no lines of their own; they show in [`Entry::undone`].
    pub fn history(&self, before: Option<u64>, most: usize) -> Result<Vec<Entry>, StoreError> {
        const AT_ONCE: usize = 256;
        let mut entries = Vec::new();
        let mut from = before.map_or([0; 8].to_vec(), |seq| {
            line_key(seq.saturating_sub(1)).to_vec()
        });
        if before == Some(0) {
            return Ok(entries);
        }
        let oldest = self.oldest_file()?;
        loop {
            let lines = self
                .inner
                .state
                .scan(Space::History, &from, None, AT_ONCE)?;
            for (key, value) in &lines {
                let kept = Kept::unpack(value)?;
                if entries.len() >= most {
                    return Ok(entries);
                }
                if let (Some(seq), true) = (seq_of_line(key), kept.is_own_line()) {
                    entries.push(kept.entry(seq, oldest));
                }
            }
            match lines.last() {
                Some((key, _)) if lines.len() == AT_ONCE => {
                    from = key.to_vec();
                    from.push(0);
                }
                _ => return Ok(entries),
            }
        }
    }

    /// What changed the fields of `change` after group `seq` and stands.
    fn since(&self, seq: u64, change: &Change) -> Result<Vec<Entry>, StoreError> {
        let mut on = Vec::new();
        let later = self.history(None, LOOKED_AT)?;
        for entry in later
            .into_iter()
            .filter(|entry| entry.seq > seq && !entry.undone)
        {
            let Some(group) = self.group(entry.seq)? else {
                continue;
            };
            let mut meets = false;
            for part in group.changes() {
                meets |= part?.iter().any(|other| other.meets(change));
            }
            if meets {
                on.push(entry);
            }
            if on.len() == NAMED {
                break;
            }
        }
        Ok(on)
    }

    pub(crate) fn group(&self, seq: u64) -> Result<Option<Group>, StoreError> {
        match self.inner.state.line(seq)? {
            Some(kept) => journal::group_at(&self.inner.ledger, kept.place, seq),
            None => Ok(None),
        }
    }

    /// A line whose group the journal still has.
    fn reachable(&self, seq: u64) -> Option<Kept> {
        let kept = self.inner.state.line(seq).ok().flatten()?;
        (kept.place.file >= self.oldest_file().ok()?).then_some(kept)
    }

    pub(crate) fn oldest_file(&self) -> Result<u64, StoreError> {
        Ok(*self.inner.oldest_file.read())
    }
}

/// Takes one change back through `tx`; gives it when something stands in its way.
fn undone(state: &State, tx: &mut Tx<'_>, change: Change) -> Result<Option<Change>, StoreError> {
    let (tree, key, ladder) = (change.tree, change.key, state.ladder);
    let now = tx.sealed(tree, &key)?;
    let Some(change) = change.clone().on_what_stands(ladder, now.as_deref())? else {
        return Ok(Some(change));
    };
    let back = change.inverse().applied_to(ladder, now.as_deref())?;
    let fields = match &back {
        Some(sealed) => Some(ladder.fields(tree, sealed)?.into_owned()),
        None => None,
    };
    tx.set(tree, key, fields, true)?;
    Ok(None)
}

fn target_of(effect: &Effect) -> Option<u64> {
    match effect {
        Effect::Undo(target) | Effect::Redo(target) => Some(*target),
        _ => None,
    }
}

/// The first step from `top` down that is not taken back already.
fn standing(state: &State, top: Option<u64>) -> Result<Option<u64>, StoreError> {
    let mut top = top;
    while let Some(seq) = top {
        match state.line(seq)? {
            Some(kept) if kept.undone => top = kept.below,
            _ => break,
        }
    }
    Ok(top)
}

/// What group `seq` makes of the piles, and the lines of the history it writes.
pub(crate) fn threaded(
    state: &State,
    seq: u64,
    line: Kept,
    piles: Piles,
) -> Result<(Piles, Vec<Put>), StoreError> {
    let own = |below| {
        let line = line.clone();
        (seq, Kept { below, ..line })
    };
    let on_top = Piles {
        undo: Some(seq),
        redo: None,
    };
    let (piles, lines) = match &line.effect {
        Effect::Step => (on_top, vec![own(piles.undo)]),
        Effect::Aside => (piles, vec![own(None)]),
        effect @ (Effect::Back(_) | Effect::Again(_)) => {
            let turned = turned(state, seq, turns(effect))?;
            (on_top, with(turned, own(piles.undo)))
        }
        effect @ Effect::Undo(target) => {
            let turned = turned(state, seq, turns(effect))?;
            let undo = turned.get(target).and_then(|step| step.below);
            let redo = Some(seq);
            (Piles { undo, redo }, with(turned, own(piles.redo)))
        }
        effect @ Effect::Redo(target) => {
            let top = piles.redo.map(|undo| state.line(undo)).transpose()?;
            let redo = top.flatten().and_then(|kept| kept.below);
            let turned = turned(state, seq, turns(effect))?;
            let undo = Some(*target);
            (Piles { undo, redo }, with(turned, own(None)))
        }
    };
    let puts = lines
        .into_iter()
        .map(|(seq, kept)| put_line(state, seq, &kept));
    Ok((piles, puts.collect::<Result<_, _>>()?))
}

/// What a group turns by itself, and whether it is undone then.
fn turns(effect: &Effect) -> Vec<(u64, bool)> {
    let undone = matches!(effect, Effect::Undo(_) | Effect::Back(_));
    let targets = effect.targets().into_iter();
    targets.map(|target| (target, undone)).collect()
}

/// The lines that group `seq` takes back or does again. A line that turned others turns them the other way. They keep the
/// order among themselves in which they came to stand.
fn turned(
    state: &State,
    seq: u64,
    targets: impl IntoIterator<Item = (u64, bool)>,
) -> Result<BTreeMap<u64, Kept>, StoreError> {
    let mut lines = BTreeMap::new();
    let mut to_turn: Vec<(u64, bool)> = targets.into_iter().collect();
    while let Some((target, undone)) = to_turn.pop() {
        let Some(kept) = state.line(target)? else {
            continue;
        };
        match &kept.effect {
            Effect::Back(others) => to_turn.extend(others.iter().map(|other| (*other, !undone))),
            Effect::Again(other) => to_turn.push((*other, undone)),
            _ => {}
        }
        lines.insert(target, Kept { undone, ..kept });
    }
    let mut in_order: Vec<(&u64, &mut Kept)> = lines.iter_mut().collect();
    in_order.sort_by_key(|(target, kept)| kept.since(**target));
    for ((_, kept), place) in in_order.into_iter().zip(0..) {
        kept.turned = Some((seq, place));
    }
    Ok(lines)
}

fn with(turned: BTreeMap<u64, Kept>, own: (u64, Kept)) -> Vec<(u64, Kept)> {
    turned.into_iter().chain([own]).collect()
}

fn put_line(state: &State, seq: u64, kept: &Kept) -> Result<Put, StoreError> {
    let key = Bytes::from(line_key(seq));
    let before = state.get(Space::History, &key)?;
    let value = Bytes::from(kept.pack()?);
    Ok(Put::new(
        Space::History,
        key,
        before.as_deref(),
        Some(value),
    ))
}
