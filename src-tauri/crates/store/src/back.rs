//! Taking any line of the history back by itself, wherever it lies, and doing it again.
//!
//! A line can be taken back while nothing that was written later and stands depends on it: changes a field it changed,
//! speaks of a record it made, or took away a record that what comes back would speak of. A line that was taken back
//! depends on nothing. Otherwise whoever asks is told what does, all of it, so that it can go along.

use std::collections::btree_map::Entry as Slot;
use std::collections::{BTreeMap, BTreeSet};

use crate::change::Delta;
use crate::engine::Space;
use crate::footprint::Footprint;
use crate::history::{Effect, Entry, Kept, Note, line_key, seq_of_line};
use crate::journal::Group;
use crate::pen::Receipt;
use crate::store::Store;
use crate::{StoreError, UndoError};

/// How many lines that depend are named.
const NAMED: usize = 100;
const AT_ONCE: usize = 1_024;

impl Store {
    /// One line of the history; `None` when there is none of this number.
    pub fn entry(&self, seq: u64) -> Result<Option<Entry>, StoreError> {
        let oldest = self.oldest_file()?;
        let kept = self.inner.state.line(seq)?;
        Ok(kept
            .filter(Kept::is_own_line)
            .map(|kept| kept.entry(seq, oldest)))
    }

    /// What group `seq` took back or did again: the line itself, for one that is no such group.
    pub fn turned_by(&self, seq: u64) -> Result<Option<Entry>, StoreError> {
        match self.inner.state.line(seq)?.map(|kept| kept.effect) {
            Some(Effect::Undo(target) | Effect::Redo(target)) => self.entry(target),
            _ => self.entry(seq),
        }
    }

    /// Takes these lines back by themselves, in one group and one step of undo; `None` when one of them is no step, or is
    /// taken back already.
    ///
    /// # Errors
    /// [`UndoError::Depends`] with everything else that would have to go along, the latest first;
    /// [`UndoError::TooOld`] when the journal was let go.
    pub fn take_back(&self, seqs: &[u64], note: Note) -> Result<Option<Receipt>, UndoError> {
        let mut pen = self.inner.pen.lock();
        let pen = pen.as_mut().ok_or_else(|| self.refusal())?;
        let mut lines = Vec::new();
        for seq in seqs.iter().collect::<BTreeSet<_>>() {
            match self.inner.state.line(*seq)? {
                Some(kept)
                    if kept.effect != Effect::Aside && kept.is_own_line() && !kept.undone =>
                {
                    lines.push((*seq, kept));
                }
                _ => return Ok(None),
            }
        }
        // The latest first, as they were done.
        lines.sort_by_key(|(seq, kept)| std::cmp::Reverse(kept.since(*seq)));
        let mut groups = Vec::with_capacity(lines.len());
        for (seq, _) in &lines {
            groups.push(self.group(*seq)?.ok_or(UndoError::TooOld)?);
        }
        let Some((oldest, _)) = lines.last() else {
            return Ok(None);
        };
        let mut on = self.dependents(&lines)?;
        if on.is_empty() {
            on = self.lost_since(*oldest, &groups)?;
        }
        if !on.is_empty() {
            return Err(UndoError::Depends { on });
        }
        let targets = lines.iter().map(|(seq, _)| *seq).collect();
        match self.turn(pen, note, Effect::Back(targets), &groups) {
            Err(UndoError::Depends { on }) if on.is_empty() => Err(UndoError::Depends {
                on: self.turns_since(*oldest)?,
            }),
            done => done,
        }
    }

    /// Does a line that was taken back again; `None` when it stands. What took it back with others does those again too.
    ///
    /// # Errors
    /// As [`Store::take_back`].
    pub fn do_again(&self, seq: u64, note: Note) -> Result<Option<Receipt>, UndoError> {
        let line = self.inner.state.line(seq)?;
        let Some((true, Some((by, _)))) = line.map(|kept| (kept.undone, kept.turned)) else {
            return Ok(None);
        };
        let target = match self.inner.state.line(by)?.map(|turn| turn.effect) {
            // What was undone with others is done again with them.
            Some(Effect::Undo(target)) => target,
            Some(Effect::Redo(target)) => return self.take_back(&[target], note),
            _ => return self.take_back(&[by], note),
        };
        let mut pen = self.inner.pen.lock();
        let pen = pen.as_mut().ok_or_else(|| self.refusal())?;
        let group = self.group(by)?.ok_or(UndoError::TooOld)?;
        let groups = [group];
        let on = self.lost_since(by, &groups)?;
        if !on.is_empty() {
            return Err(UndoError::Depends { on });
        }
        match self.turn(pen, note, Effect::Again(target), &groups) {
            Err(UndoError::Depends { on }) if on.is_empty() => Err(UndoError::Depends {
                on: self.turns_since(seq)?,
            }),
            done => done,
        }
    }

    /// What depends on these lines and is not among them, the latest first. `lines` stand the latest first. A line that
    /// took others back is as good as what it took back: doing that again puts it on top of everything there is.
    fn dependents(&self, lines: &[(u64, Kept)]) -> Result<Vec<Entry>, StoreError> {
        let mut own = Vec::new();
        for line in lines.iter().rev() {
            if self.stands_behind(&line.1)? {
                own.push(line);
            }
        }
        let Some(first) = own.iter().map(|(seq, _)| *seq).min() else {
            return Ok(Vec::new());
        };
        // Both in the order they came to stand, so that what depends on what depends is found in one pass.
        let mut later = self.deeds_since(first)?;
        later.sort_by_key(|(seq, kept)| kept.since(*seq));
        let mut print = Footprint::default();
        let (mut on, mut later) = (Vec::new(), later.into_iter().peekable());
        let oldest = self.oldest_file()?;
        loop {
            let mine = own.first().map(|(seq, kept)| kept.since(*seq));
            let theirs = later.peek().map(|(seq, kept)| kept.since(*seq));
            match (mine, theirs) {
                (Some(mine), theirs) if theirs.is_none_or(|theirs| mine <= theirs) => {
                    let (seq, _) = own.remove(0);
                    if let Some(group) = self.group(*seq)? {
                        print.add(&group)?;
                    }
                }
                (_, Some(_)) => {
                    let Some((seq, kept)) = later.next() else {
                        break;
                    };
                    let listed = lines.iter().any(|(own, _)| *own == seq);
                    let Some(group) = self.group(seq)?.filter(|_| !listed) else {
                        continue;
                    };
                    if print.meets(&group)? {
                        print.add(&group)?;
                        on.push(kept.entry(seq, oldest));
                    }
                }
                _ => break,
            }
        }
        on.reverse();
        on.truncate(NAMED);
        Ok(on)
    }

    /// What took records away after group `seq` that the inverses of these would speak of, and do not bring back.
    fn lost_since(&self, seq: u64, groups: &[Group]) -> Result<Vec<Entry>, StoreError> {
        let mut print = Footprint::default();
        groups.iter().try_for_each(|group| print.add(group))?;
        let mut on = Vec::new();
        if !print.wants_any() {
            return Ok(on);
        }
        for (seq, _) in self.lines_since(seq)? {
            let Some(group) = self.group(seq)? else {
                continue;
            };
            let mut lost = false;
            for part in group.changes() {
                for change in part? {
                    let (tree, key) = (change.tree, change.key);
                    lost |= matches!(change.delta, Delta::Gone(_))
                        && print.wants(&key)
                        && !print.brings(tree, &key)
                        && self.inner.state.record(tree, &key)?.is_none();
                }
            }
            if lost {
                on.extend(self.turned_by(seq)?);
            }
        }
        on.truncate(NAMED);
        Ok(on)
    }

    /// Whether what a line that stands did, or did again, stands: not so for one that took something back.
    fn stands_behind(&self, kept: &Kept) -> Result<bool, StoreError> {
        let mut behind = kept.clone();
        loop {
            let next = match &behind.effect {
                Effect::Back(others) => others.first().copied(),
                Effect::Again(other) => Some(*other),
                _ => return Ok(!behind.undone),
            };
            match next
                .map(|seq| self.inner.state.line(seq))
                .transpose()?
                .flatten()
            {
                Some(kept) => behind = kept,
                None => return Ok(true),
            }
        }
    }

    /// What stands and came to after line `seq`: written since, or done again since.
    fn deeds_since(&self, seq: u64) -> Result<Vec<(u64, Kept)>, StoreError> {
        let mut lines = BTreeMap::new();
        let mut to_see: Vec<u64> = Vec::new();
        for (seq, kept) in self.lines_since(seq)? {
            to_see.extend(kept.effect.targets());
            lines.insert(seq, kept);
        }
        while let Some(seq) = to_see.pop() {
            if let Slot::Vacant(place) = lines.entry(seq)
                && let Some(kept) = self.inner.state.line(seq)?
            {
                to_see.extend(kept.effect.targets());
                place.insert(kept);
            }
        }
        lines.retain(|_, kept| kept.is_deed() && !kept.undone);
        Ok(lines.into_iter().collect())
    }

    /// What turned others after line `seq` and stands, the latest first.
    fn turns_since(&self, seq: u64) -> Result<Vec<Entry>, StoreError> {
        let oldest = self.oldest_file()?;
        let mut lines = self.lines_since(seq)?;
        lines.retain(|(_, kept)| kept.is_own_line() && !kept.is_deed() && !kept.undone);
        lines.truncate(1);
        let lines = lines.into_iter();
        Ok(lines.map(|(seq, kept)| kept.entry(seq, oldest)).collect())
    }

    /// Every line after `seq`, the latest first.
    fn lines_since(&self, seq: u64) -> Result<Vec<(u64, Kept)>, StoreError> {
        let until = line_key(seq);
        let (mut lines, mut from) = (Vec::new(), Vec::new());
        loop {
            let state = &self.inner.state;
            let some = state.scan(Space::History, &from, Some(&until), AT_ONCE)?;
            for (key, value) in &some {
                if let Some(seq) = seq_of_line(key) {
                    lines.push((seq, Kept::unpack(value)?));
                }
            }
            match some.last() {
                Some((key, _)) if some.len() == AT_ONCE => {
                    from = key.to_vec();
                    from.push(0);
                }
                _ => return Ok(lines),
            }
        }
    }
}
