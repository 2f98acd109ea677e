//! Taking steps back and again. Both write: the history is only added to.
//!
//! Two piles are threaded through the history. A step lies on undo's pile; taking it back lays the undo on redo's
//! pile and uncovers the step below; a new step clears redo's. Each line knows the one below it, so the piles have no
//! end and survive a restart.

use crate::change::Change;
use crate::history::{Effect, Kept, Note, Piles};
use crate::journal::{Place, Reader};
use crate::store::{Inner, Receipt, Store};
use crate::{StoreError, UndoError};

/// What a group makes of the piles, and the lines of the history it writes.
type Threaded = (Piles, Vec<(u64, Kept)>);

impl Store {
    /// What undo would take back now.
    pub fn next_undo(&self) -> Option<Note> {
        let (_, piles) = *self.inner.top.read();
        piles
            .undo
            .and_then(|seq| self.inner.line(seq).ok().flatten())
            .map(|kept| kept.note)
    }

    /// What redo would do again now.
    pub fn next_redo(&self) -> Option<Note> {
        self.redo_target().ok().flatten().map(|(_, kept)| kept.note)
    }

    /// Takes the last step back; `None` when there is none.
    pub fn undo(&self, note: Note) -> Result<Option<Receipt>, UndoError> {
        let (_, piles) = *self.inner.top.read();
        let Some(target) = piles.undo else {
            return Ok(None);
        };
        let Some(kept) = self.inner.line(target)? else {
            return Ok(None);
        };
        let changes = self.changes_at(kept.place)?;
        for change in &changes {
            if !change.still_holds(self.inner.fields(change.tree, &change.key)?.as_deref())? {
                return Err(UndoError::Depends);
            }
        }
        let back = changes.into_iter().rev().map(Change::inverse).collect();
        self.thread(back, note, Effect::Undo(target)).map(Some)
    }

    /// Does the last step that was taken back again; `None` when there is none.
    pub fn redo(&self, note: Note) -> Result<Option<Receipt>, UndoError> {
        let Some((target, kept)) = self.redo_target()? else {
            return Ok(None);
        };
        let changes = self.changes_at(kept.place)?;
        for change in &changes {
            let undone = change.clone().inverse();
            if !undone.still_holds(self.inner.fields(change.tree, &change.key)?.as_deref())? {
                return Err(UndoError::Depends);
            }
        }
        self.thread(changes, note, Effect::Redo(target)).map(Some)
    }

    fn thread(
        &self,
        changes: Vec<Change>,
        note: Note,
        effect: Effect,
    ) -> Result<Receipt, UndoError> {
        let mut pen = self.inner.pen.lock();
        let pen = pen.as_mut().ok_or(StoreError::ReadOnly)?;
        Ok(self.write(pen, changes, note, effect)?)
    }

    fn redo_target(&self) -> Result<Option<(u64, Kept)>, StoreError> {
        let (_, piles) = *self.inner.top.read();
        let Some(undo) = piles.redo else {
            return Ok(None);
        };
        match self.inner.line(undo)?.map(|kept| kept.effect) {
            Some(Effect::Undo(target)) => Ok(self.inner.line(target)?.map(|kept| (target, kept))),
            _ => Ok(None),
        }
    }

    fn changes_at(&self, place: Place) -> Result<Vec<Change>, StoreError> {
        let group = Reader::group_at(&self.inner.folder, place)?;
        group
            .map(|group| group.last.changes)
            .ok_or_else(|| StoreError::State("the journal does not have this step any more".into()))
    }
}

impl Inner {
    /// What group `seq` makes of the piles, and the lines of the history it writes.
    pub(crate) fn threaded(
        &self,
        seq: u64,
        note: Note,
        effect: Effect,
        place: Place,
        piles: Piles,
    ) -> Result<Threaded, StoreError> {
        let line = |below| Kept {
            note: note.clone(),
            effect,
            below,
            place,
            undone: false,
        };
        let marked = |target: u64, undone: bool| {
            Ok::<_, StoreError>(
                self.line(target)?
                    .map(|kept| (target, Kept { undone, ..kept })),
            )
        };
        Ok(match effect {
            Effect::Step => (
                Piles {
                    undo: Some(seq),
                    redo: None,
                },
                vec![(seq, line(piles.undo))],
            ),
            Effect::Base => (piles, Vec::new()),
            Effect::Undo(target) => {
                let step = marked(target, true)?;
                let below = step.as_ref().and_then(|(_, kept)| kept.below);
                let lines = step.into_iter().chain([(seq, line(piles.redo))]).collect();
                (
                    Piles {
                        undo: below,
                        redo: Some(seq),
                    },
                    lines,
                )
            }
            Effect::Redo(target) => {
                let undo = piles
                    .redo
                    .map(|undo| self.line(undo))
                    .transpose()?
                    .flatten();
                let redo = undo.and_then(|kept| kept.below);
                let lines = marked(target, false)?
                    .into_iter()
                    .chain([(seq, line(None))])
                    .collect();
                (
                    Piles {
                        undo: Some(target),
                        redo,
                    },
                    lines,
                )
            }
        })
    }
}
