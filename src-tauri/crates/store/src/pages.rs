//! All records of a noun, a page at a time.

use crate::StoreError;
use crate::engine::Space;
use crate::record::Bytes;
use crate::state::State;
use crate::tree::Key;

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
    /// Nothing was asked for yet.
    Begin,
    End,
}

impl<'a> Pages<'a> {
    pub(crate) fn of(state: &'a State, space: Space) -> Self {
        let at = At::Begin;
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
