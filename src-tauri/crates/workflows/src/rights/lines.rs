//! What the history says of somebody who is erased. A line about their record tells more than their name: what a note
//! of theirs was and is, a name they had before, the file that was joined.

use std::collections::{BTreeMap, HashSet};

use domain::{Contact, Unnamed, folded_name};
use store::{Entry, Key};

use super::named::Named;
use crate::fault::Fault;
use crate::house::House;

/// What stands for something of theirs that has no word.
const LEFT_OUT: &str = "\u{2026}";
/// Lines of one record, which may be theirs: all their words are about it.
const OF_ONE: [&str; 6] = [
    "photo-set",
    "photo-removed",
    "attached",
    "detached",
    "objected",
    "objection-lifted",
];

/// Every line that speaks of them, with what it will say: `sides` are the records that were theirs, `word` stands for
/// their name.
pub(super) fn unnamed(
    house: &House,
    sides: &[&Contact],
    named: &Named,
    word: &str,
) -> Result<Vec<Unnamed>, Fault> {
    let keys: HashSet<Key> = sides.iter().map(|side| side.id.to_bytes()).collect();
    let mut known: HashSet<String> = sides.iter().map(|side| folded_name(&side.name)).collect();
    known.remove("");
    let mut lines = Vec::new();
    // The latest first: a name they had before is learnt before the lines that use it.
    for entry in house.store.history(None, usize::MAX)? {
        let label = about(&entry);
        let of_one = label.starts_with("contact-") || OF_ONE.contains(&label);
        let titled = || {
            let title = entry.note.args.get("title");
            title.is_some_and(|title| known.contains(&folded_name(title)))
        };
        // Of what the journal let go, only the name tells whose it was.
        let touched = house.store.touches(entry.seq, &keys)?;
        let theirs = touched.unwrap_or_else(|| of_one && titled());
        if theirs && of_one && entry.note.args.get("fields").is_some_and(|it| it == "name") {
            let before = ["was", "is"].map(|name| entry.note.args.get(name));
            known.extend(before.into_iter().flatten().map(|name| folded_name(name)));
            known.remove("");
        }
        let mut args: BTreeMap<String, String> = BTreeMap::new();
        for (name, value) in &entry.note.args {
            let said = match name.as_str() {
                // A sentence says the field alone where it is not told what it was and is.
                "was" | "is" if theirs && of_one => continue,
                "title" if theirs && of_one => word.to_owned(),
                "what" if theirs && of_one => LEFT_OUT.to_owned(),
                _ if theirs && known.contains(&folded_name(value)) => word.to_owned(),
                _ => named.masked(value, word).unwrap_or_else(|| value.clone()),
            };
            args.insert(name.clone(), said);
        }
        if args != entry.note.args {
            lines.push(Unnamed {
                seq: entry.seq,
                args,
            });
        }
    }
    Ok(lines)
}

/// What a line is about: one that takes another back, or does it again, is about what that one was.
fn about(entry: &Entry) -> &str {
    let of = entry.note.args.get("of");
    of.map_or(entry.note.label.as_str(), String::as_str)
}
