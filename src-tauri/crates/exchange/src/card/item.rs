//! What a card says several times: numbers, addresses, tags.

use domain::{Contact, ReachKind};

use crate::card::content::Content;
use crate::card::types;

/// One of several.
#[derive(Debug)]
pub(super) struct Item<T> {
    /// Which line of the card said it, counted from its BEGIN, which is 0.
    pub(super) line: usize,
    /// [`types::preference`].
    pub(super) rank: u8,
    /// In lower case; mostly empty.
    pub(super) group: Vec<u8>,
    pub(super) value: T,
}

/// Adds an item, unless there are too many: then it says so.
#[must_use]
pub(super) fn push<T>(
    items: &mut Vec<Item<T>>,
    line: usize,
    content: &Content<'_>,
    value: T,
) -> bool {
    if items.len() >= Contact::MANY_MOST {
        return true;
    }
    items.push(Item {
        line,
        rank: types::preference(content),
        group: content.group.to_ascii_lowercase(),
        value,
    });
    false
}

/// Gives the items whose own types say nothing what the label of their group says, and puts the preferred first.
pub(super) fn settle<T>(
    items: &mut [Item<T>],
    kind: impl Fn(&mut T) -> &mut ReachKind,
    said: impl Fn(&[u8]) -> ReachKind,
) {
    for item in items.iter_mut().filter(|item| !item.group.is_empty()) {
        let kind = kind(&mut item.value);
        if *kind == ReachKind::Other {
            *kind = said(&item.group);
        }
    }
    items.sort_by_key(|item| item.rank);
}

/// The values alone.
pub(super) fn plain<T>(items: Vec<Item<T>>) -> Vec<T> {
    items.into_iter().map(|item| item.value).collect()
}
