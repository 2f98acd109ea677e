//! How a write is noted in the journal: a label and its variables, so that the history speaks every language.

use domain::Origin;
use store::Note;

use crate::house::House;

/// A note of the window's.
pub(crate) fn of(house: &House, label: &str, args: &[(&str, String)]) -> Note {
    by(house, label, args, house.origin)
}

/// A note of `origin`'s.
pub(crate) fn by(house: &House, label: &str, args: &[(&str, String)], origin: Origin) -> Note {
    Note {
        label: label.to_owned(),
        args: args
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect(),
        origin,
        at: house.clock.now(),
    }
}
