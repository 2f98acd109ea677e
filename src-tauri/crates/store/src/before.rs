//! Whether several lines that come to stand again in one turn find what they found when they were done.
//!
//! A turn is written as one group, and what its lines do to each other is not in it: a record that one made and the
//! next took away leaves nothing there to be compared. So each line is compared by itself, in what no line before it
//! touched.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::StoreError;
use crate::change::{Change, Delta};
use crate::history::Kept;
use crate::store::Store;
use crate::tree::{Key, Tree};
use crate::tx::Tx;

impl Store {
    /// What a turn of these lines would do again over something else than was there; nothing when there is no such
    /// change. `lines` are those it turns, as they stand behind it; `tx` has nothing in it yet.
    pub(crate) fn not_as_before(
        &self,
        lines: BTreeMap<u64, Kept>,
        tx: &Tx<'_>,
    ) -> Result<Option<Change>, StoreError> {
        let deeds = lines.into_iter().filter(|(_, kept)| kept.is_deed());
        let (goes, mut comes): (Vec<_>, Vec<_>) = deeds.partition(|(_, kept)| kept.undone);
        if comes.len() < 2 {
            // What one line does by itself is in the turn's group, and compared there.
            return Ok(None);
        }
        comes.sort_by_key(|(seq, kept)| kept.since(*seq));
        let mut touched = Touched::default();
        for (seq, _) in goes {
            if let Some(group) = self.group(seq)? {
                for part in group.changes() {
                    part?.iter().for_each(|change| touched.add(change));
                }
            }
        }
        let ladder = self.inner.state.ladder;
        for (seq, _) in comes {
            let Some(group) = self.group(seq)? else {
                continue;
            };
            for part in group.changes() {
                for change in part? {
                    let first = touched.first_of(&change);
                    touched.add(&change);
                    let Some(first) = first else {
                        continue;
                    };
                    let now = tx.sealed(change.tree, &change.key)?;
                    if !first.inverse().still_holds(ladder, now.as_deref())? {
                        return Ok(Some(change));
                    }
                }
            }
        }
        Ok(None)
    }
}

/// The fields that lines touched; `None` is the whole record.
#[derive(Default)]
struct Touched(HashMap<(Tree, Key), Option<HashSet<String>>>);

impl Touched {
    fn add(&mut self, change: &Change) {
        let place = (change.tree, change.key);
        match &change.delta {
            Delta::Made(_) | Delta::Gone(_) => {
                self.0.insert(place, None);
            }
            Delta::Fields(fields) => {
                let known = self.0.entry(place).or_insert_with(|| Some(HashSet::new()));
                if let Some(known) = known {
                    known.extend(fields.iter().map(|field| field.name.clone()));
                }
            }
        }
    }

    /// A change, in what nothing touched yet.
    fn first_of(&self, change: &Change) -> Option<Change> {
        let Some(known) = self.0.get(&(change.tree, change.key)) else {
            return Some(change.clone());
        };
        match (known, &change.delta) {
            (Some(known), Delta::Fields(fields)) => {
                let mut fields = fields.clone();
                fields.retain(|field| !known.contains(&field.name));
                Some(Change {
                    delta: Delta::Fields(fields),
                    ..change.clone()
                })
            }
            _ => None,
        }
    }
}
