use std::collections::BTreeMap;

use domain::{Id, Touchpoint, TouchpointId};
use proptest::prelude::*;
use store::{Store, StoreError, UndoError};

use crate::paper::{note, open, put, sound, title, touchpoint};

#[test]
fn undoing_one_field_leaves_a_later_change_of_another() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = open(folder.path());
    put(&store, &touchpoint(1, "Lac"));
    let mut renamed = touchpoint(1, "Lac, suite");
    put(&store, &renamed);
    store.undo(note("undo")).expect("undone");
    renamed.title = "Lac".into();
    renamed.place = "Annecy".into();
    put(&store, &renamed);
    assert!(
        store
            .redo(note("redo"))
            .expect("a new step clears redo")
            .is_none()
    );
    assert_eq!(title(&store, 1).as_deref(), Some("Lac"));
}

#[test]
fn the_history_says_what_is_undone() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = open(folder.path());
    put(&store, &touchpoint(1, "un"));
    put(&store, &touchpoint(2, "deux"));
    store.undo(note("undo")).expect("undone");
    let lines = store.history(None, 10).expect("the history");
    assert_eq!(
        lines.iter().map(|line| line.undone).collect::<Vec<_>>(),
        [true, false],
        "the latest first"
    );
    sound(&store);
    assert_eq!(
        store.history(None, 10).expect("the history"),
        lines,
        "the state says the same"
    );
}

#[derive(Debug, Clone)]
enum Act {
    Put(u64, String),
    Remove(u64),
    Undo,
    Redo,
    Reopen,
    Die,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => (0_u64..6, "[a-c]{1,3}").prop_map(|(number, title)| Act::Put(number, title)),
        2 => (0_u64..6).prop_map(Act::Remove),
        4 => Just(Act::Undo),
        3 => Just(Act::Redo),
        1 => Just(Act::Reopen),
        1 => Just(Act::Die),
    ]
}

type Shelf = BTreeMap<u64, String>;

/// The model: every state there was, and where we stand.
#[derive(Default)]
struct Model {
    now: Shelf,
    undo: Vec<Shelf>,
    redo: Vec<Shelf>,
}

impl Model {
    fn step(&mut self, next: Shelf) {
        if next != self.now {
            self.undo.push(std::mem::replace(&mut self.now, next));
            self.redo.clear();
        }
    }
}

fn seen(store: &Store) -> Shelf {
    (0..6)
        .filter_map(|number| title(store, number).map(|title| (number, title)))
        .collect()
}

fn remove(store: &Store, number: u64) {
    let id: TouchpointId = Id::from_number_for_testing(number);
    store
        .commit::<_, StoreError>(note("remove"), |tx| tx.remove::<Touchpoint>(id.to_bytes()))
        .expect("removed");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn the_book_is_its_model_through_any_use(acts in prop::collection::vec(act(), 1..40)) {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(folder.path()).0;
        let mut model = Model::default();
        for act in acts {
            match act {
                Act::Put(number, title) => {
                    put(&store, &touchpoint(number, &title));
                    let mut next = model.now.clone();
                    next.insert(number, title);
                    model.step(next);
                }
                Act::Remove(number) => {
                    remove(&store, number);
                    let mut next = model.now.clone();
                    next.remove(&number);
                    model.step(next);
                }
                Act::Undo => {
                    let done = store.undo(note("undo")).map_err(|error: UndoError| TestCaseError::fail(error.to_string()))?;
                    prop_assert_eq!(done.is_some(), !model.undo.is_empty());
                    if let Some(before) = model.undo.pop() {
                        model.redo.push(std::mem::replace(&mut model.now, before));
                    }
                }
                Act::Redo => {
                    let done = store.redo(note("redo")).map_err(|error| TestCaseError::fail(error.to_string()))?;
                    prop_assert_eq!(done.is_some(), !model.redo.is_empty());
                    if let Some(after) = model.redo.pop() {
                        model.undo.push(std::mem::replace(&mut model.now, after));
                    }
                }
                Act::Reopen => {
                    store.close().expect("closed");
                    drop(store);
                    store = open(folder.path()).0;
                }
                Act::Die => {
                    // The journal and whatever the state has at this instant, as a crash leaves them.
                    let copy = tempfile::tempdir().expect("a folder");
                    copy_folder(folder.path(), copy.path());
                    let (other, _) = open(copy.path());
                    prop_assert_eq!(seen(&other), model.now.clone(), "a crash loses nothing acknowledged");
                    sound(&other);
                }
            }
            prop_assert_eq!(seen(&store), model.now.clone());
        }
        sound(&store);
    }
}

fn copy_folder(from: &std::path::Path, to: &std::path::Path) {
    for entry in std::fs::read_dir(from).expect("listed") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            std::fs::create_dir_all(&target).expect("made");
            copy_folder(&entry.path(), &target);
        } else if entry.file_name() != "lock" {
            // sled may rename a file while it is copied: the crash it stands for is then an earlier one.
            let _ = std::fs::copy(entry.path(), target);
        }
    }
}
