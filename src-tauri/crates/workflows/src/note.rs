//! How a write is noted in the journal: a label and its variables, so that the history speaks every language.
//!
//! Times are noted as wall times at home (`2026-11-24T14:00`, a day for whole days, `none` in the tray), fields by their
//! names in the record; `history.rs` says them.

use domain::{Origin, Slot, Zone};
use serde::Serialize;
use serde_json::Value;
use store::Note;

use crate::house::House;

/// A variable of a note.
pub(crate) type NoteArg = (&'static str, String);

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

/// When something is, as a note keeps it.
pub(crate) fn time(house: &House, slot: Option<Slot>) -> String {
    match slot {
        None => "none".to_owned(),
        Some(slot) if slot.is_all_day() => slot.start_wall().date().to_string(),
        Some(slot) => {
            let home = house.home();
            let start = Zone::Floating.wall(slot.span(home).start, home);
            start.format("%Y-%m-%dT%H:%M").to_string()
        }
    }
}

/// What an edit changed: the names of the fields, and for a single one that is a word or a line, what it was and is.
pub(crate) fn changes<R: Serialize>(before: &R, after: &R) -> Vec<NoteArg> {
    /// What goes along with any edit, and is none by itself.
    const BESIDE: [&str; 9] = [
        "updated_at",
        "created_at",
        "sequence",
        "source",
        "sources",
        "edits",
        "debt",
        "id",
        "wanted_minutes",
    ];
    let (Ok(Value::Object(before)), Ok(Value::Object(after))) =
        (serde_json::to_value(before), serde_json::to_value(after))
    else {
        return Vec::new();
    };
    let nothing = Value::Null;
    let changed: Vec<&String> = after
        .iter()
        .filter(|(name, value)| {
            !BESIDE.contains(&name.as_str()) && before.get(*name).unwrap_or(&nothing) != *value
        })
        .map(|(name, _)| name)
        .collect();
    let mut args = vec![(
        "fields",
        changed
            .iter()
            .map(|name| name.as_str())
            .collect::<Vec<_>>()
            .join(","),
    )];
    if let [name] = changed.as_slice()
        && let (Some(was), Some(is)) = (short(before.get(*name)), short(after.get(*name)))
    {
        args.extend([("was", was), ("is", is)]);
    }
    args
}

/// A value that can be said in a line.
fn short(value: Option<&Value>) -> Option<String> {
    const MOST: usize = 60;
    match value {
        None | Some(Value::Null) => Some(String::new()),
        Some(Value::String(text)) => {
            let fits = text.chars().count() <= MOST && !text.contains('\n') && !is_id(text);
            fits.then(|| text.clone())
        }
        Some(Value::Number(number)) => Some(number.to_string()),
        Some(_) => None,
    }
}

/// An id says nothing to a person.
fn is_id(text: &str) -> bool {
    const DIGITS: usize = 32;
    text.rsplit_once('_')
        .is_some_and(|(_, digits)| digits.len() == DIGITS)
}
