//! Any use, against a model: groups over fields, with undo, redo, writes aside, snapshots,
//! restarts, crashes and states that are gone.

use std::collections::BTreeMap;
use std::path::Path;

use domain::{Client, Id, Touchpoint, TouchpointId};
use proptest::prelude::*;
use store::{OpenOptions, Store, StoreError, UndoError};

use crate::paper::{client, copy_folder, everything, note, now, options, sound, touchpoint};

const RECORDS: u64 = 5;

/// One field of one record, or the whole of it.
#[derive(Debug, Clone)]
enum Edit {
    Title(u64, String),
    Place(u64, String),
    Notes(u64, usize),
    Name(u64, String),
    Remove(u64),
}

#[derive(Debug, Clone)]
enum Act {
    Commit(Vec<Edit>),
    Aside(Vec<Edit>),
    Undo,
    Redo,
    Snapshot,
    Reopen,
    Crash,
    LoseState,
    LoseJournal,
}

fn edit() -> impl Strategy<Value = Edit> {
    let number = 0..RECORDS;
    prop_oneof![
        4 => (number.clone(), "[a-c]{1,2}").prop_map(|(number, text)| Edit::Title(number, text)),
        3 => (number.clone(), "[a-c]{1,2}").prop_map(|(number, text)| Edit::Place(number, text)),
        1 => (number.clone(), 0_usize..6_000).prop_map(|(number, size)| Edit::Notes(number, size)),
        1 => (number.clone(), "[a-c]{1,2}").prop_map(|(number, text)| Edit::Name(number, text)),
        2 => number.prop_map(Edit::Remove),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    let edits = || prop::collection::vec(edit(), 1..5);
    prop_oneof![
        9 => edits().prop_map(Act::Commit),
        2 => edits().prop_map(Act::Aside),
        5 => Just(Act::Undo),
        4 => Just(Act::Redo),
        1 => Just(Act::Snapshot),
        1 => Just(Act::Reopen),
        1 => Just(Act::Crash),
        1 => Just(Act::LoseState),
        1 => Just(Act::LoseJournal),
    ]
}

type Fields = BTreeMap<&'static str, String>;
/// Records as the model has them, field by field.
type Shelf = BTreeMap<(bool, u64), Fields>;
/// What a group changed: record, field, before and after; the empty name is being there.
type Diff = Vec<((bool, u64), &'static str, Option<String>, Option<String>)>;

#[derive(Default)]
struct Model {
    now: Shelf,
    undo: Vec<Diff>,
    redo: Vec<Diff>,
}

fn diff(before: &Shelf, after: &Shelf) -> Diff {
    let mut keys: Vec<_> = before.keys().chain(after.keys()).copied().collect();
    keys.sort_unstable();
    keys.dedup();
    let mut diff = Diff::new();
    for key in keys {
        let (old, new) = (before.get(&key), after.get(&key));
        let names = old
            .or(new)
            .into_iter()
            .flat_map(|fields| fields.keys().copied());
        for name in names {
            let (old, new) = (
                old.and_then(|fields| fields.get(name)).cloned(),
                new.and_then(|fields| fields.get(name)).cloned(),
            );
            if old != new {
                diff.push((key, name, old, new));
            }
        }
    }
    diff
}

impl Model {
    fn commit(&mut self, next: Shelf, step: bool) {
        let diff = diff(&self.now, &next);
        self.now = next;
        if step && !diff.is_empty() {
            self.undo.push(diff);
            self.redo.clear();
        }
    }

    /// Takes a diff from one side to the other; `false` when something stands in its way.
    fn turn(&mut self, diff: &Diff, back: bool) -> bool {
        let side = |before: &Option<String>, after: &Option<String>| {
            if back {
                (after.clone(), before.clone())
            } else {
                (before.clone(), after.clone())
            }
        };
        let mut next = self.now.clone();
        for (key, name, before, after) in diff {
            let (from, to) = side(before, after);
            let there = self.now.get(key);
            if there.and_then(|fields| fields.get(name)) != from.as_ref() {
                return false;
            }
            match to {
                Some(value) => {
                    next.entry(*key).or_default().insert(name, value);
                }
                None => {
                    next.remove(key);
                }
            }
        }
        self.now = next;
        true
    }
}

fn put(shelf: &mut Shelf, edit: &Edit) {
    let fresh = || -> Fields {
        [("title", ""), ("place", ""), ("notes", "")]
            .into_iter()
            .map(|(name, value)| (name, value.to_owned()))
            .collect()
    };
    let mut set = |key, name: &'static str, value: &str| {
        let fields = shelf.entry(key).or_insert_with(fresh);
        fields.insert(name, value.to_owned());
    };
    match edit {
        Edit::Title(number, text) => set((false, *number), "title", text),
        Edit::Place(number, text) => set((false, *number), "place", text),
        Edit::Notes(number, size) => set((false, *number), "notes", &"n".repeat(*size)),
        Edit::Name(number, text) => {
            let name = BTreeMap::from([("name", text.clone())]);
            shelf.insert((true, *number), name);
        }
        Edit::Remove(number) => {
            shelf.remove(&(false, *number));
        }
    }
}

fn write(store: &Store, edits: &[Edit], step: bool) {
    let run = |tx: &mut store::Tx<'_>| {
        for edit in edits {
            let mut change = |number: u64, set: &dyn Fn(&mut Touchpoint)| {
                let mut one = touchpoint(number, "");
                one = tx.get(one.id.to_bytes())?.unwrap_or(one);
                set(&mut one);
                tx.put(&one)
            };
            match edit {
                Edit::Title(number, text) => change(*number, &|one| one.title.clone_from(text))?,
                Edit::Place(number, text) => change(*number, &|one| one.place.clone_from(text))?,
                Edit::Notes(number, size) => change(*number, &|one| one.notes = "n".repeat(*size))?,
                Edit::Name(number, text) => tx.put(&client(*number, text))?,
                Edit::Remove(number) => {
                    let id: TouchpointId = Id::from_number_for_testing(*number);
                    tx.remove::<Touchpoint>(id.to_bytes())?;
                }
            }
        }
        Ok::<_, StoreError>(())
    };
    let written = match step {
        true => store.commit(note("step"), run),
        false => store.commit_aside(note("aside"), run),
    };
    written.expect("written");
}

fn seen(store: &Store) -> Shelf {
    let (touchpoints, clients) = everything(store);
    let number = |bytes: [u8; 16]| u64::from_be_bytes(bytes[8..].try_into().expect("eight"));
    let number = |bytes: [u8; 16]| number(bytes) & 0xff;
    let of_touchpoint = |one: Touchpoint| {
        let fields = BTreeMap::from([
            ("title", one.title),
            ("place", one.place),
            ("notes", one.notes),
        ]);
        ((false, number(one.id.to_bytes())), fields)
    };
    let of_client = |one: Client| {
        let key = (true, number(one.id.to_bytes()));
        (key, BTreeMap::from([("name", one.name)]))
    };
    let touchpoints = touchpoints.into_iter().map(of_touchpoint);
    touchpoints
        .chain(clients.into_iter().map(of_client))
        .collect()
}

fn turn(store: &Store, model: &mut Model, back: bool) -> Result<(), TestCaseError> {
    let top = if back {
        model.undo.pop()
    } else {
        model.redo.pop()
    };
    let done = if back {
        store.undo(note("undo"))
    } else {
        store.redo(note("redo"))
    };
    let Some(diff) = top else {
        prop_assert!(matches!(done, Ok(None)), "there is nothing to take");
        return Ok(());
    };
    let can = model.turn(&diff, back);
    match done {
        Ok(Some(_)) => prop_assert!(can, "something stood in its way"),
        Err(UndoError::Depends { on }) => {
            prop_assert!(!can, "nothing stood in its way, but {on:?}");
            prop_assert!(!on.is_empty(), "it says what depends on it");
        }
        other => prop_assert!(false, "{other:?}"),
    }
    // What could be taken goes to the other pile; what could not stays where it was.
    match (back, can) {
        (true, true) | (false, false) => model.redo.push(diff),
        (false, true) | (true, false) => model.undo.push(diff),
    }
    Ok(())
}

fn lose(folder: &Path, begins: &str) {
    for entry in std::fs::read_dir(folder).expect("listed").flatten() {
        if entry.file_name().to_string_lossy().starts_with(begins) {
            let path = entry.path();
            let removed = if path.is_dir() {
                std::fs::remove_dir_all(path)
            } else {
                std::fs::remove_file(path)
            };
            removed.expect("removed");
        }
    }
}

fn run(acts: Vec<Act>, in_memory: Option<usize>) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().expect("a folder");
    let open = |path: &Path| {
        let usual = options(path);
        let options = OpenOptions {
            in_memory: in_memory.is_some(),
            write_memory: in_memory.unwrap_or(usual.write_memory),
            ..usual
        };
        Store::open(path, options).expect("the book opens").0
    };
    let mut store = open(folder.path());
    let mut model = Model::default();
    for act in acts {
        match act {
            Act::Commit(edits) => {
                write(&store, &edits, true);
                let mut next = model.now.clone();
                edits.iter().for_each(|edit| put(&mut next, edit));
                model.commit(next, true);
            }
            Act::Aside(edits) => {
                write(&store, &edits, false);
                let mut next = model.now.clone();
                edits.iter().for_each(|edit| put(&mut next, edit));
                model.commit(next, false);
            }
            Act::Undo => turn(&store, &mut model, true)?,
            Act::Redo => turn(&store, &mut model, false)?,
            Act::Snapshot => {
                store.snapshot_now(now()).expect("made");
            }
            Act::Reopen => {
                store.close().expect("closed");
                store = open(folder.path());
            }
            Act::Crash => {
                let copy = tempfile::tempdir().expect("a folder");
                copy_folder(folder.path(), copy.path());
                let other = open(copy.path());
                prop_assert_eq!(seen(&other), model.now.clone(), "a crash loses nothing");
                sound(&other);
            }
            Act::LoseState => {
                store.close().expect("closed");
                lose(folder.path(), "state.");
                store = open(folder.path());
            }
            Act::LoseJournal if in_memory.is_some() => {}
            Act::LoseJournal => {
                store.close().expect("closed");
                lose(folder.path(), "journal-");
                store = open(folder.path());
                // Undo needs the journal; everything else is there.
                model.undo.clear();
                model.redo.clear();
            }
        }
        prop_assert_eq!(seen(&store), model.now.clone());
    }
    sound(&store);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, ..ProptestConfig::default() })]

    #[test]
    fn the_book_is_its_model_through_any_use(acts in prop::collection::vec(act(), 1..40)) {
        run(acts, None)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn so_is_a_book_that_is_built_again_each_time(acts in prop::collection::vec(act(), 1..60)) {
        run(acts, Some(2_000))?;
    }
}
