//! All records of a noun, a page at a time; and all keys.

use std::collections::BTreeSet;

use crate::StoreError;
use crate::engine::Space;
use crate::record::Bytes;
use crate::state::State;
use crate::tree::{Key, record_of};

/// Records in a page.
const PAGE: usize = 256;

/// Where a reading of a whole space is.
pub(crate) struct Pages<'a> {
    state: &'a State,
    space: Space,
    at: At,
}

enum At {
    /// Behind the key that was given last.
    From(Vec<u8>),
    /// The engine has no order of keys to go on in: the keys that are left, the last first.
    Left(Vec<Key>),
    /// Behind the row that was given last, in whatever order rows have; and the keys that were on their way to the
    /// engine when this began and were not met in it.
    Row(Vec<u8>, BTreeSet<Key>),
    /// Nothing was asked for yet.
    Begin,
    End,
}

impl<'a> Pages<'a> {
    pub(crate) fn of(state: &'a State, space: Space) -> Self {
        let at = At::Begin;
        Self { state, space, at }
    }

    /// The same in whatever order is quick.
    pub(crate) fn in_any_order(state: &'a State, space: Space) -> Self {
        let at = match state.is_ordered(space) {
            Ok(false) => At::Row(Vec::new(), state.coming(space)),
            // What is wrong is said by the first page.
            Ok(true) | Err(_) => At::Begin,
        };
        Self { state, space, at }
    }

    fn page(&mut self) -> Result<Vec<Bytes>, StoreError> {
        if matches!(self.at, At::Begin) {
            self.at = match self.state.is_ordered(self.space)? {
                true => At::From(Vec::new()),
                false => {
                    let mut keys = self.state.keys(self.space)?;
                    keys.reverse();
                    At::Left(keys)
                }
            };
        }
        match &mut self.at {
            At::From(from) => {
                let pairs = self.state.scan(self.space, from, None, PAGE)?;
                self.at = match pairs.last().filter(|_| pairs.len() == PAGE) {
                    Some((last, _)) => At::From([last, &[0][..]].concat()),
                    None => At::End,
                };
                Ok(pairs.into_iter().map(|(_, value)| value).collect())
            }
            At::Left(keys) => {
                let page = keys.split_off(keys.len().saturating_sub(PAGE));
                if keys.is_empty() {
                    self.at = At::End;
                }
                let records = page.iter().rev();
                records
                    .filter_map(|key| self.state.get(self.space, key).transpose())
                    .collect()
            }
            At::Row(from, coming) => {
                let (records, next) = self.state.rows(self.space, from, PAGE, coming)?;
                self.at = match next {
                    Some(next) => At::Row(next, std::mem::take(coming)),
                    // Given last: they may have come in behind where this was.
                    None => At::Left(std::mem::take(coming).into_iter().rev().collect()),
                };
                Ok(records)
            }
            At::Begin | At::End => Ok(Vec::new()),
        }
    }
}

impl Iterator for Pages<'_> {
    type Item = Result<Vec<Bytes>, StoreError>;

    fn next(&mut self) -> Option<Self::Item> {
        if matches!(self.at, At::End) {
            return None;
        }
        let page = self.page();
        if page.is_err() {
            self.at = At::End;
        }
        Some(page)
    }
}

/// The keys of a noun in order, a page at a time; of a locked book all at once, since their rows have no order.
pub struct Keys<'a> {
    state: &'a State,
    space: Space,
    at: At,
    page: std::vec::IntoIter<Key>,
}

impl<'a> Keys<'a> {
    pub(crate) fn of(state: &'a State, space: Space) -> Self {
        Self {
            state,
            space,
            at: At::Begin,
            page: Vec::new().into_iter(),
        }
    }

    fn more(&mut self) -> Result<Vec<Key>, StoreError> {
        let from = match &self.at {
            At::Begin if !self.state.is_ordered(self.space)? => {
                self.at = At::End;
                return self.state.keys(self.space);
            }
            At::Begin => &[][..],
            At::From(from) => from,
            At::Row(..) | At::Left(_) | At::End => return Ok(Vec::new()),
        };
        let pairs = self.state.scan(self.space, from, None, PAGE)?;
        self.at = match pairs.last().filter(|_| pairs.len() == PAGE) {
            Some((last, _)) => At::From([last, &[0][..]].concat()),
            None => At::End,
        };
        let keys = pairs.iter().filter_map(|(key, _)| record_of(key));
        Ok(keys.collect())
    }
}

impl Iterator for Keys<'_> {
    type Item = Result<Key, StoreError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(key) = self.page.next() {
                return Some(Ok(key));
            }
            if matches!(self.at, At::End) {
                return None;
            }
            match self.more() {
                Ok(page) => self.page = page.into_iter(),
                Err(error) => {
                    self.at = At::End;
                    return Some(Err(error));
                }
            }
        }
    }
}
