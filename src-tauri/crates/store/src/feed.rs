//! What changed since a group, for whatever is kept beside the state and follows it: the index of a
//! search, the roster of a list.

use std::collections::HashSet;

use rmpv::Value;

use crate::StoreError;
use crate::change::{Change, Delta};
use crate::engine::Space;
use crate::history::{Entry, Kept, seq_of_line};
use crate::journal::Group;
use crate::record;
use crate::store::Store;
use crate::tree::{Key, Tree};

/// A record that changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Touched {
    /// Which noun it is.
    pub tree: Tree,
    /// Its key.
    pub key: Key,
    delta: Delta,
}

impl Touched {
    /// Whether it was taken away.
    pub fn is_gone(&self) -> bool {
        matches!(self.delta, Delta::Gone(_))
    }

    /// The texts a field had before this change and has after it: `client` of a touchpoint that went from one client to
    /// another gives both. Texts only; a field that did not change, or is none, gives nothing.
    pub fn texts(&self, field: &str) -> Vec<String> {
        let mut texts = Vec::new();
        let mut take = |value: Option<&Value>| {
            texts.extend(value.and_then(Value::as_str).map(str::to_owned));
        };
        match &self.delta {
            Delta::Made(fields) | Delta::Gone(fields) => {
                if let Ok(map) = record::map(self.tree, fields) {
                    let found = map.iter().find(|(name, _)| name.as_str() == Some(field));
                    take(found.map(|(_, value)| value));
                }
            }
            Delta::Fields(fields) => {
                for one in fields.iter().filter(|one| one.name == field) {
                    take(one.before.as_ref());
                    take(one.after.as_ref());
                }
            }
        }
        texts
    }
}

impl From<Change> for Touched {
    fn from(change: Change) -> Self {
        Self {
            tree: change.tree,
            key: change.key,
            delta: change.delta,
        }
    }
}

/// What changed since a group.
#[derive(Debug, Clone, PartialEq)]
pub enum Since {
    /// All of it, in order, up to group `seq`.
    Known {
        /// The last group that is in it.
        seq: u64,
        /// What changed, in order; a record that changed twice is in it twice.
        touched: Vec<Touched>,
    },
    /// More than was asked for, or the journal no longer has it: whoever follows reads everything again.
    TooMuch,
}

impl Store {
    /// What changed after group `seq`, when it is at most `most` changes and the journal still has it.
    pub fn touched_since(&self, seq: u64, most: usize) -> Result<Since, StoreError> {
        const LINES_MOST: usize = 4_096;
        let last = self.last_seq();
        if seq > last {
            return Ok(Since::TooMuch);
        }
        let until = crate::history::line_key(seq);
        let lines = self
            .inner
            .state
            .scan(Space::History, &[], Some(&until), LINES_MOST)?;
        if lines.len() == LINES_MOST {
            return Ok(Since::TooMuch);
        }
        let mut touched = Vec::new();
        let mut reached = seq;
        // Lines stand the latest first.
        for (key, value) in lines.iter().rev() {
            let place = Kept::unpack(value)?.place;
            let own = seq_of_line(key).unwrap_or_default();
            let Some(group) = crate::journal::group_at(&self.inner.ledger, place, own)? else {
                return Ok(Since::TooMuch);
            };
            for part in group.changes() {
                touched.extend(part?.into_iter().map(Touched::from));
                if touched.len() > most {
                    return Ok(Since::TooMuch);
                }
            }
            reached = group.seq;
        }
        Ok(Since::Known {
            seq: reached,
            touched,
        })
    }

    /// What was done to any of these records, the latest first: at most `most` lines, sought among the last
    /// [`LOOKED_THROUGH`] groups the journal still has.
    pub fn history_of(&self, keys: &HashSet<Key>, most: usize) -> Result<Vec<Entry>, StoreError> {
        let lines = self
            .inner
            .state
            .scan(Space::History, &[], None, LOOKED_THROUGH)?;
        let oldest = *self.inner.oldest_file.read();
        let mut found = Vec::new();
        for (key, value) in &lines {
            if found.len() == most {
                break;
            }
            let kept = Kept::unpack(value)?;
            let Some(seq) = seq_of_line(key).filter(|_| kept.is_own_line()) else {
                continue;
            };
            let group = crate::journal::group_at(&self.inner.ledger, kept.place, seq)?;
            let Some(group) = group else { break };
            if touches(&group, keys)? {
                found.push(kept.entry(seq, oldest));
            }
        }
        Ok(found)
    }

    /// What a line of the history wrote, in order; nothing when the journal let go of it.
    pub fn touched_by(&self, seq: u64) -> Result<Option<Vec<Touched>>, StoreError> {
        let Some(line) = self.inner.state.line(seq)? else {
            return Ok(None);
        };
        let Some(group) = crate::journal::group_at(&self.inner.ledger, line.place, seq)? else {
            return Ok(None);
        };
        let mut touched = Vec::new();
        for part in group.changes() {
            touched.extend(part?.into_iter().map(Touched::from));
        }
        Ok(Some(touched))
    }

    /// Whether a line of the history wrote any of these records; nothing when the journal let go of what it wrote.
    pub fn touches(&self, seq: u64, keys: &HashSet<Key>) -> Result<Option<bool>, StoreError> {
        let Some(line) = self.inner.state.line(seq)? else {
            return Ok(None);
        };
        match crate::journal::group_at(&self.inner.ledger, line.place, seq)? {
            Some(group) => touches(&group, keys).map(Some),
            None => Ok(None),
        }
    }
}

/// How many groups [`Store::history_of`] looks through: some months of a full diary.
const LOOKED_THROUGH: usize = 1_000;

fn touches(group: &Group, keys: &HashSet<Key>) -> Result<bool, StoreError> {
    for part in group.changes() {
        if part?.iter().any(|change| keys.contains(&change.key)) {
            return Ok(true);
        }
    }
    Ok(false)
}
