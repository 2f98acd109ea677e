//! What a card says several times, made to say what the contact has now: lines that say it already stay.

use domain::ReachKind;

use crate::card::item::Item;
use crate::card::types::NOT_PREFERRED;
use crate::card::write::Version;
use crate::card::write::draft::Draft;
use crate::card::write::sheet::Sheet;

/// Something a card says several times, one a line.
pub(super) trait Listed: Clone {
    /// Whether the preferred one is read first, wherever it stands.
    const RANKED: bool;

    /// Whether both say the same.
    fn same(&self, other: &Self) -> bool;

    /// Whether one is likely what became of the other.
    fn alike(&self, other: &Self) -> bool;

    /// What it is for.
    fn kind(&self) -> ReachKind {
        ReachKind::Other
    }

    /// Changes a line that said `old`, what it is for aside.
    fn edit(&self, old: &Self, draft: &mut Draft, version: Version);

    /// A line for it.
    fn fresh(&self, version: Version) -> Draft;
}

/// One of those the contact has, on its way into the card.
struct Entry<'i, T> {
    /// The line it stood on.
    item: Option<&'i Item<T>>,
    /// What is to be written; nothing when the line stays as it is.
    draft: Option<Draft>,
    rank: u8,
}

/// Makes the lines of `items`, which are all that was read of their property, say `wanted`, in this order.
pub(super) fn put<T: Listed>(sheet: &mut Sheet<'_>, items: &[Item<T>], wanted: &[T]) {
    let pairs = pairs(items, wanted);
    let untouched = items.len() == wanted.len()
        && pairs
            .iter()
            .enumerate()
            .all(|(at, pair)| *pair == Some(at) && items[at].value.same(&wanted[at]));
    if untouched {
        return;
    }
    let version = sheet.version();
    let mut entries = Vec::with_capacity(wanted.len());
    for (new, pair) in wanted.iter().zip(&pairs) {
        let item = pair.map(|at| &items[at]);
        let draft = match item {
            None => Some(new.fresh(version)),
            Some(item) if item.value.same(new) => None,
            Some(item) => edited(sheet, item, new),
        };
        let rank = item
            .filter(|_| T::RANKED)
            .map_or(NOT_PREFERRED, |item| item.rank);
        entries.push(Entry { item, draft, rank });
    }
    for (at, item) in items.iter().enumerate() {
        if !pairs.contains(&Some(at)) {
            sheet.remove_with_label(item.line, &item.group);
        }
    }
    if T::RANKED && (!in_order(&entries) || (items.is_empty() && entries.len() > 1)) {
        prefer_first(sheet, &mut entries);
    }
    lay_down(sheet, entries, items.iter().map(|item| item.line).max());
}

/// For each that is wanted, which item's line it takes: one that says the same, else one it is likely to have been,
/// else any that is left.
fn pairs<T: Listed>(items: &[Item<T>], wanted: &[T]) -> Vec<Option<usize>> {
    let mut pairs = vec![None; wanted.len()];
    let mut free = vec![true; items.len()];
    let fits: [fn(&T, &T) -> bool; 4] = [
        T::same,
        T::alike,
        |old, new| old.kind() == new.kind(),
        |_, _| true,
    ];
    for fit in fits {
        for (new, pair) in wanted.iter().zip(&mut pairs) {
            if pair.is_some() {
                continue;
            }
            let found = (0..items.len()).find(|at| free[*at] && fit(&items[*at].value, new));
            if let Some(at) = found {
                free[at] = false;
                *pair = found;
            }
        }
    }
    pairs
}

/// The line of `item`, changed to say `new`.
fn edited<T: Listed>(sheet: &mut Sheet<'_>, item: &Item<T>, new: &T) -> Option<Draft> {
    let version = sheet.version();
    let mut draft = sheet.draft(item.line)?;
    new.edit(&item.value, &mut draft, version);
    if new.kind() != item.value.kind() {
        draft.set_kind(new.kind(), version);
        // The label would say what the line does not.
        if new.kind() == ReachKind::Other && sheet.said.label(&item.group) != ReachKind::Other {
            sheet.remove_label(&item.group);
        }
    }
    Some(draft)
}

/// Whether the entries would be read in their order: by rank, then by place, new ones last.
fn in_order<T>(entries: &[Entry<'_, T>]) -> bool {
    entries.is_sorted_by_key(|entry| (entry.rank, place(entry)))
}

/// The place of what is new: after all others.
const NOWHERE: usize = usize::MAX;

fn place<T>(entry: &Entry<'_, T>) -> usize {
    entry.item.map_or(NOWHERE, |item| item.line)
}

/// Makes the first the only preferred one.
fn prefer_first<T>(sheet: &Sheet<'_>, entries: &mut [Entry<'_, T>]) {
    let version = sheet.version();
    for (at, entry) in entries.iter_mut().enumerate() {
        let rank = if at == 0 { 1 } else { NOT_PREFERRED };
        if entry.rank == rank {
            continue;
        }
        let known = entry.item.and_then(|item| sheet.draft(item.line));
        if let Some(mut draft) = entry.draft.take().or(known) {
            draft.prefer(at == 0, version);
            entry.draft = Some(draft);
            entry.rank = rank;
        }
    }
}

/// Writes the entries, each where it stood; when they would not be read in their order, in each other's places. What
/// has no place is added after line `last`.
fn lay_down<T: Listed>(sheet: &mut Sheet<'_>, entries: Vec<Entry<'_, T>>, last: Option<usize>) {
    let stays = in_order(&entries);
    let mut places: Vec<usize> = entries.iter().map(place).collect();
    if !stays {
        places.sort_unstable();
    }
    let mut added = Vec::new();
    for (entry, place) in entries.iter().zip(places) {
        let text = match (&entry.draft, entry.item) {
            (Some(draft), _) => sheet.paper.write(draft),
            (None, Some(item)) if !stays => sheet.raw(item.line).to_vec(),
            (None, _) => continue,
        };
        if place == NOWHERE {
            added.extend(text);
        } else {
            sheet.set_bytes(place, text);
        }
    }
    sheet.add_bytes_after(last, &added);
}
