//! What the history says of what went out of the trash for good. A line about nothing else says what was done and when,
//! and no more of what it was.

use std::collections::{BTreeMap, HashSet};

use domain::folded_name;
use store::{Entry, Key, Store, StoreError, Tree};

/// What lines of the history will say, by number.
pub(super) type Unnaming = BTreeMap<u64, BTreeMap<String, String>>;

/// What stands for what a line said.
const LEFT_OUT: &str = "\u{2026}";
/// What a line may go on saying: times, counts and words of the trade.
const STAYS: [&str; 14] = [
    "from",
    "to",
    "at",
    "when",
    "count",
    "fields",
    "of",
    "id",
    "steps",
    "day",
    "clients",
    "contacts",
    "places",
    "touchpoints",
];
/// Lines whose `what` is the name of a file, and no word of the trade.
const FILES: [&str; 2] = ["attached", "detached"];

/// Every line that speaks of what these erasures took, by number, with what it will say.
pub(super) fn unnamed(
    store: &Store,
    history: &[Entry],
    erasures: &HashSet<String>,
) -> Result<Unnaming, StoreError> {
    let gone = gone(store, history, erasures)?;
    let mut lines = Unnaming::new();
    if gone.is_empty() {
        return Ok(lines);
    }
    let (mut known, mut beside, mut before) = (HashSet::new(), Vec::new(), Vec::new());
    for entry in history {
        let Some(touched) = store.touched_by(entry.seq)? else {
            before.push(entry);
            continue;
        };
        let records = touched.iter().filter(|one| one.tree != Tree::Erasure);
        let (own, others): (Vec<_>, Vec<_>) = records.partition(|one| gone.contains(&one.key));
        if own.is_empty() {
            continue;
        }
        if others.is_empty() {
            known.extend(title(entry));
            insert(&mut lines, entry, bare(entry));
        } else {
            beside.push(entry);
        }
    }
    // Of what the journal let go, and of what touched others as well, only the name tells.
    let is_known = |value: &String| known.contains(&folded_name(value));
    for entry in beside {
        let args = entry.note.args.iter().map(|(name, value)| {
            let said = if is_known(value) { LEFT_OUT } else { value };
            (name.clone(), said.to_owned())
        });
        insert(&mut lines, entry, args.collect());
    }
    for entry in before {
        if entry.note.args.get("title").is_some_and(is_known) {
            insert(&mut lines, entry, bare(entry));
        }
    }
    Ok(lines)
}

fn insert(lines: &mut Unnaming, entry: &Entry, args: BTreeMap<String, String>) {
    if args != entry.note.args {
        lines.insert(entry.seq, args);
    }
}

/// The keys of what they took.
fn gone(
    store: &Store,
    history: &[Entry],
    erasures: &HashSet<String>,
) -> Result<HashSet<Key>, StoreError> {
    let mut gone = HashSet::new();
    let theirs = |entry: &&Entry| {
        let id = entry.note.args.get("id");
        id.is_some_and(|id| erasures.contains(id))
    };
    for entry in history.iter().filter(theirs) {
        let touched = store.touched_by(entry.seq)?.unwrap_or_default();
        let away = touched.iter().filter(|one| one.is_gone());
        gone.extend(away.map(|one| one.key));
    }
    Ok(gone)
}

fn title(entry: &Entry) -> Option<String> {
    let title = entry.note.args.get("title").map(|title| folded_name(title));
    title.filter(|title| !title.is_empty())
}

fn bare(entry: &Entry) -> BTreeMap<String, String> {
    let label = entry.note.args.get("of").unwrap_or(&entry.note.label);
    let mut args = BTreeMap::new();
    for (name, value) in &entry.note.args {
        let stays = match name.as_str() {
            // A sentence says the field alone where it is not told what it was and is.
            "was" | "is" => continue,
            "what" => !FILES.contains(&label.as_str()),
            name => STAYS.contains(&name),
        };
        let said = if stays { value } else { LEFT_OUT };
        args.insert(name.clone(), said.to_owned());
    }
    args
}
