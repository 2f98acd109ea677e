//! Which fields of which records some groups touched, and what depends on them.

use std::collections::{HashMap, HashSet};

use rmpv::Value;

use crate::StoreError;
use crate::beside;
use crate::change::{Change, Delta};
use crate::journal::Group;
use crate::record;
use crate::tree::{Key, Tree};

/// The fields of records that some groups touched, the records they made, and those their records need.
#[derive(Debug, Default)]
pub(crate) struct Footprint {
    /// `None` is the whole of it.
    touched: HashMap<(Tree, Key), Option<HashSet<String>>>,
    /// Records that go when the groups are taken back.
    made: HashSet<Key>,
    /// Records that come back.
    gone: HashSet<(Tree, Key)>,
    /// Records that what comes back then speaks of.
    wanted: HashSet<Key>,
}

impl Footprint {
    /// Takes in what a group touched.
    pub(crate) fn add(&mut self, group: &Group) -> Result<(), StoreError> {
        for part in group.changes() {
            part?
                .iter()
                .try_for_each(|change| self.add_change(change))?;
        }
        Ok(())
    }

    fn add_change(&mut self, change: &Change) -> Result<(), StoreError> {
        let place = (change.tree, change.key);
        match &change.delta {
            Delta::Made(_) => {
                self.made.insert(change.key);
                self.touched.insert(place, None);
            }
            Delta::Gone(fields) => {
                for (_, value) in &record::map(change.tree, fields)? {
                    self.want(value);
                }
                self.gone.insert(place);
                self.touched.insert(place, None);
            }
            Delta::Fields(fields) => {
                let touched = self
                    .touched
                    .entry(place)
                    .or_insert_with(|| Some(HashSet::new()));
                for field in fields
                    .iter()
                    .filter(|one| beside::is_meant(change.tree, one))
                {
                    if let Some(names) = touched {
                        names.insert(field.name.clone());
                    }
                }
                fields
                    .iter()
                    .filter_map(|one| one.before.as_ref())
                    .for_each(|was| self.want(was));
            }
        }
        Ok(())
    }

    fn want(&mut self, value: &Value) {
        ids_in(value, &mut |id| {
            self.wanted.insert(id);
        });
    }

    /// Whether what comes back would speak of any record.
    pub(crate) fn wants_any(&self) -> bool {
        !self.wanted.is_empty()
    }

    /// Whether what comes back would speak of this record.
    pub(crate) fn wants(&self, key: &Key) -> bool {
        self.wanted.contains(key)
    }

    /// Whether what comes back has this record with it.
    pub(crate) fn brings(&self, tree: Tree, key: &Key) -> bool {
        self.gone.contains(&(tree, *key))
    }

    /// Whether a later group touches the same, speaks of a record that would go, or took away one that would be needed.
    pub(crate) fn meets(&self, group: &Group) -> Result<bool, StoreError> {
        for part in group.changes() {
            for change in &part? {
                if self.meets_change(change)? {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    fn meets_change(&self, change: &Change) -> Result<bool, StoreError> {
        // What already rang is the house's own diary, and keeps nothing in place.
        if change.tree == Tree::Reminders {
            return Ok(false);
        }
        let touched = match (self.touched.get(&(change.tree, change.key)), &change.delta) {
            (Some(Some(names)), Delta::Fields(fields)) => fields
                .iter()
                .any(|one| names.contains(&one.name) && beside::is_meant(change.tree, one)),
            (Some(None), Delta::Fields(fields)) => {
                fields.iter().any(|one| beside::is_meant(change.tree, one))
            }
            (Some(_), _) => true,
            (None, _) => false,
        };
        let gone = matches!(change.delta, Delta::Gone(_));
        if touched || (gone && self.wants(&change.key)) {
            return Ok(true);
        }
        if self.made.is_empty() {
            return Ok(false);
        }
        let mut speaks = false;
        let mut look = |value: &Value| {
            ids_in(value, &mut |id| speaks |= self.made.contains(&id));
        };
        match &change.delta {
            Delta::Made(fields) => {
                for (_, value) in &record::map(change.tree, fields)? {
                    look(value);
                }
            }
            Delta::Fields(fields) => {
                for field in fields {
                    field.before.iter().chain(&field.after).for_each(&mut look);
                }
            }
            Delta::Gone(_) => {}
        }
        Ok(speaks)
    }
}

/// Every record a value speaks of, however deep. An id is written as its noun's prefix, `_`, and 32 hexadecimal digits.
fn ids_in(value: &Value, give: &mut dyn FnMut(Key)) {
    match value {
        Value::String(text) => {
            if let Some(id) = text.as_str().and_then(id_of) {
                give(id);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| ids_in(value, give)),
        Value::Map(pairs) => {
            for (name, value) in pairs {
                ids_in(name, give);
                ids_in(value, give);
            }
        }
        _ => {}
    }
}

fn id_of(text: &str) -> Option<Key> {
    const DIGITS: usize = 32;
    let (_, digits) = text.rsplit_once('_')?;
    (digits.len() == DIGITS)
        .then(|| u128::from_str_radix(digits, 16).ok())
        .flatten()
        .map(u128::to_be_bytes)
}
