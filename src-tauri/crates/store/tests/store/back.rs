//! Taking lines back by themselves: what depends on them, and that what is left is as if they had never been.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::Duration;
use domain::{Client, Field, Id, Touchpoint, TouchpointId};
use proptest::prelude::*;
use store::{OpenOptions, Store, StoreError, UndoError};

use crate::paper::{client, copy_folder, note, now, open, put, sound, title, touchpoint};

fn commit(
    store: &Store,
    label: &str,
    write: impl FnOnce(&mut store::Tx<'_>) -> Result<(), StoreError>,
) -> u64 {
    let ((), receipt) = store.commit(note(label), write).expect("written");
    receipt.seq
}

fn labels(error: &UndoError) -> Vec<&str> {
    match error {
        UndoError::Depends { on } => on.iter().map(|entry| entry.note.label.as_str()).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_older_step_goes_back_while_a_later_one_of_another_field_stands() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = open(folder.path());
    put(&store, &touchpoint(1, "Lac"));
    let mut one = touchpoint(1, "Lac, suite");
    one.mark(Field::Title, now() + Duration::minutes(1));
    let renamed = put(&store, &one);
    one.place = "Annecy".into();
    one.mark(Field::Place, now() + Duration::minutes(2));
    put(&store, &one);
    let before = store.content_hash().expect("read");
    store
        .take_back(&[renamed], note("back"))
        .expect("nothing depends on it")
        .expect("a step");
    let left: Touchpoint = store.get(one.id.to_bytes()).expect("read").expect("there");
    assert_eq!(
        (left.title.as_str(), left.place.as_str()),
        ("Lac", "Annecy")
    );
    assert_eq!(
        left.source.edits,
        BTreeSet::from([Field::Place]),
        "the file still has the title"
    );
    assert_eq!(
        left.updated_at, one.updated_at,
        "whoever wrote last wrote last"
    );
    assert_eq!(
        store.next_undo().map(|note| note.label).as_deref(),
        Some("back"),
        "taking it back is a step of its own"
    );
    store.undo(note("undo")).expect("undone").expect("a step");
    assert_eq!(store.content_hash().expect("read"), before, "to the byte");
    sound(&store);
}

#[test]
fn what_depends_is_named_whole_and_goes_along_in_one_step() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = open(folder.path());
    let made = commit(&store, "client", |tx| tx.put(&client(9, "Lac")));
    let mut one = touchpoint(1, "Visite");
    one.client = Some(client(9, "").id);
    let planned = commit(&store, "planned", |tx| tx.put(&one));
    commit(&store, "other", |tx| tx.put(&client(8, "Bois")));
    one.title = "Visite du lac".into();
    let renamed = commit(&store, "renamed", |tx| tx.put(&one));
    let error = store
        .take_back(&[made], note("back"))
        .expect_err("its touchpoint stands");
    assert_eq!(
        labels(&error),
        ["renamed", "planned"],
        "the latest first, and nothing else"
    );
    let all = store.take_back(&[made, planned, renamed], note("back"));
    all.expect("together").expect("a step");
    assert_eq!(title(&store, 1), None);
    assert!(
        store
            .get::<Client>(client(9, "").id.to_bytes())
            .expect("read")
            .is_none()
    );
    assert!(
        store
            .get::<Client>(client(8, "").id.to_bytes())
            .expect("read")
            .is_some()
    );
    store.undo(note("undo")).expect("undone").expect("one step");
    assert_eq!(title(&store, 1).as_deref(), Some("Visite du lac"));
    sound(&store);
}

#[test]
fn a_write_aside_keeps_what_it_changed_in_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = open(folder.path());
    let planned = put(&store, &touchpoint(1, "Lac"));
    let aside = |label: &str, title: &str| {
        let put =
            store.commit_aside::<_, StoreError>(note(label), |tx| tx.put(&touchpoint(1, title)));
        put.expect("written");
    };
    store
        .take_back(&[planned], note("back"))
        .expect("nothing depends on it")
        .expect("a step");
    store
        .do_again(planned, note("again"))
        .expect("again")
        .expect("a step");
    assert_eq!(title(&store, 1).as_deref(), Some("Lac"));
    aside("aside", "Bois");
    let error = store
        .take_back(&[planned], note("back"))
        .expect_err("it was written since");
    assert_eq!(labels(&error), ["aside"]);
    let UndoError::Depends { on } = error else {
        panic!()
    };
    assert!(
        on.iter().all(|entry| entry.aside && !entry.undoable),
        "which nobody takes back"
    );
}

#[test]
fn what_is_undone_cannot_come_back_to_a_record_that_went_since() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = open(folder.path());
    let made = commit(&store, "client", |tx| tx.put(&client(9, "Lac")));
    let mut one = touchpoint(1, "Visite");
    one.client = Some(client(9, "").id);
    let planned = commit(&store, "planned", |tx| tx.put(&one));
    store
        .take_back(&[planned], note("back"))
        .expect("done")
        .expect("a step");
    store
        .take_back(&[made], note("back"))
        .expect("nothing speaks of it")
        .expect("a step");
    let back = store.history(None, 2).expect("read")[1].seq;
    store
        .take_back(&[back], note("back"))
        .expect_err("its client is gone");
    let error = store
        .do_again(planned, note("again"))
        .expect_err("its client is gone");
    assert!(!labels(&error).is_empty());
    store
        .do_again(made, note("again"))
        .expect("done")
        .expect("a step");
    store
        .do_again(planned, note("again"))
        .expect("done")
        .expect("a step");
    assert_eq!(title(&store, 1).as_deref(), Some("Visite"));
}

#[test]
fn a_step_that_can_never_go_back_is_passed() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = open(folder.path());
    put(&store, &touchpoint(1, "un"));
    put(&store, &touchpoint(2, "deux"));
    let gone: TouchpointId = Id::from_number_for_testing(2);
    let for_good = store
        .commit_aside::<_, StoreError>(note("gone"), |tx| tx.remove::<Touchpoint>(gone.to_bytes()));
    for_good.expect("written");
    let error = store.undo(note("undo")).expect_err("it is gone for good");
    assert_eq!(labels(&error), ["gone"]);
    store
        .undo_past(note("undo"))
        .expect("the one before")
        .expect("a step");
    assert_eq!((title(&store, 1), title(&store, 2)), (None, None));
    assert!(
        store.next_undo().is_none(),
        "what can never go back is not offered again"
    );
    store.redo(note("redo")).expect("redone").expect("a step");
    assert_eq!(title(&store, 1).as_deref(), Some("un"));
    sound(&store);
}

/// As a property below found it, in a book that is built again each time: what two lines did to one record leaves nothing
/// in the group that took both back.
#[test]
fn what_was_made_and_removed_does_not_come_again_where_its_like_was_made_since() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = open(folder.path());
    let one = touchpoint(1, "un");
    let made = commit(&store, "made", |tx| tx.put(&one));
    let removed = commit(&store, "removed", |tx| {
        tx.remove::<Touchpoint>(one.id.to_bytes())
    });
    let together = store.take_back(&[made, removed], note("back"));
    together.expect("together").expect("a step");
    let since = commit(&store, "since", |tx| tx.put(&one));
    let before = store.content_hash().expect("read");
    for line in [made, removed] {
        let error = store
            .do_again(line, note("again"))
            .expect_err("one of its like was made since");
        assert_eq!(labels(&error), ["since"]);
    }
    assert_eq!(store.content_hash().expect("read"), before);
    let gone = store.take_back(&[since], note("back"));
    gone.expect("nothing depends on it").expect("a step");
    let again = store.do_again(made, note("again"));
    again.expect("nothing is in its way").expect("a step");
    assert_eq!(title(&store, 1), None, "made, and removed");
    sound(&store);
}

const RECORDS: u64 = 4;

#[derive(Debug, Clone)]
enum Edit {
    Title(u64, String),
    Place(u64, String),
    Remove(u64),
}

impl Edit {
    fn number(&self) -> u64 {
        match self {
            Self::Title(number, _) | Self::Place(number, _) | Self::Remove(number) => *number,
        }
    }
}

#[derive(Debug, Clone)]
enum Act {
    Commit(Vec<Edit>),
    Aside(Vec<Edit>),
    Undo,
    Redo,
    /// Takes back the deed at this place among all, or does it again when it is undone; `true` goes there and back first.
    Turn(prop::sample::Index, bool),
    /// The same with everything that depends on it.
    Together(prop::sample::Index),
    Reopen,
    Crash,
    LoseState,
}

fn act() -> impl Strategy<Value = Act> {
    let edit = || {
        prop_oneof![
            4 => (0..RECORDS, "[a-c]").prop_map(|(number, text)| Edit::Title(number, text)),
            3 => (0..RECORDS, "[a-c]").prop_map(|(number, text)| Edit::Place(number, text)),
            1 => (0..RECORDS).prop_map(Edit::Remove),
        ]
    };
    // One edit of a record at a time: what a group does to one and takes back itself is nothing it did.
    let edits = move || {
        let some = prop::collection::vec(edit(), 1..4);
        some.prop_map(|mut edits: Vec<Edit>| {
            let mut known = BTreeSet::new();
            edits.retain(|edit| known.insert(edit.number()));
            edits
        })
    };
    prop_oneof![
        9 => edits().prop_map(Act::Commit),
        1 => edits().prop_map(Act::Aside),
        4 => Just(Act::Undo),
        3 => Just(Act::Redo),
        8 => (any::<prop::sample::Index>(), any::<bool>()).prop_map(|(at, there)| Act::Turn(at, there)),
        2 => any::<prop::sample::Index>().prop_map(Act::Together),
        1 => Just(Act::Reopen),
        1 => Just(Act::Crash),
        1 => Just(Act::LoseState),
    ]
}

/// A record as the model has it: its fields, and which are marked as edited.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Shown {
    title: String,
    place: String,
    edits: BTreeSet<Field>,
}

type Shelf = BTreeMap<u64, Shown>;

/// Which field of which record; `None` is the whole of it.
type Spot = (u64, Option<Field>);

/// What one group wrote.
#[derive(Debug, Clone)]
struct Deed {
    seq: u64,
    aside: bool,
    writes: Vec<(Spot, Option<Shown>, Option<Shown>)>,
    stands: bool,
    /// When it came to stand, and its place among those that did then.
    since: (u64, usize),
    /// While it is taken back: with which others, itself among them.
    back: Vec<usize>,
}

/// A step of the pile: which deeds it turned, and how.
#[derive(Debug, Clone)]
struct Step {
    turned: Vec<usize>,
    stand: bool,
}

#[derive(Default)]
struct Model {
    clock: u64,
    deeds: Vec<Deed>,
    undo: Vec<Step>,
    redo: Vec<Step>,
}

fn meet(one: Spot, other: Spot) -> bool {
    one.0 == other.0 && (one.1.is_none() || other.1.is_none() || one.1 == other.1)
}

impl Model {
    /// Everything that stands, in the order it came to stand: what the book has to say.
    fn shelf(&self) -> Shelf {
        let mut standing: Vec<&Deed> = self.deeds.iter().filter(|deed| deed.stands).collect();
        standing.sort_by_key(|deed| deed.since);
        let mut shelf = Shelf::new();
        for (spot, _, after) in standing.iter().flat_map(|deed| &deed.writes) {
            match (spot.1, after) {
                (None, Some(made)) => drop(shelf.insert(spot.0, made.clone())),
                (None, None) => drop(shelf.remove(&spot.0)),
                (Some(field), Some(after)) => {
                    let one = shelf.entry(spot.0).or_default();
                    one.edits.insert(field);
                    match field {
                        Field::Title => one.title.clone_from(&after.title),
                        _ => one.place.clone_from(&after.place),
                    }
                }
                (Some(_), None) => unreachable!("a field is never taken away"),
            }
        }
        shelf
    }

    /// Deeds that stand, came to stand after `since`, and touch what these spots touch.
    fn later(&self, spots: &[Spot], since: (u64, usize), but: &[usize]) -> Vec<usize> {
        let deeds = self.deeds.iter().enumerate();
        deeds
            .filter(|(at, deed)| deed.stands && deed.since > since && !but.contains(at))
            .filter(|(_, deed)| {
                let own = deed.writes.iter().map(|(spot, ..)| *spot);
                own.into_iter()
                    .any(|own| spots.iter().any(|spot| meet(*spot, own)))
            })
            .map(|(at, _)| at)
            .collect()
    }

    fn spots(&self, at: usize) -> Vec<Spot> {
        self.deeds[at]
            .writes
            .iter()
            .map(|(spot, ..)| *spot)
            .collect()
    }

    /// Whether the records are what they were before some deeds that are undone, in what those touched; the first to
    /// touch something says what that was.
    fn is_as_before(&self, deeds: &[usize]) -> bool {
        let shelf = self.shelf();
        let mut known: Vec<Spot> = Vec::new();
        deeds.iter().all(|at| {
            let writes = &self.deeds[*at].writes;
            let holds = writes.iter().all(|(spot, before, _)| {
                let there = shelf.get(&spot.0);
                let whole = (spot.0, None);
                let met = |field| known.contains(&(spot.0, Some(field)));
                known.contains(&whole)
                    || known.contains(spot)
                    || match (spot.1, there, before) {
                        // A record that goes again takes along what was written since beside what one before it touched.
                        (None, Some(there), Some(before))
                            if met(Field::Title) || met(Field::Place) =>
                        {
                            (met(Field::Title) || there.title == before.title)
                                && (met(Field::Place) || there.place == before.place)
                        }
                        (None, there, before) => there == before.as_ref(),
                        (Some(Field::Title), Some(there), Some(before)) => {
                            there.title == before.title
                        }
                        (Some(_), Some(there), Some(before)) => there.place == before.place,
                        _ => false,
                    }
            });
            known.extend(writes.iter().map(|(spot, ..)| *spot));
            holds
        })
    }

    fn tick(&mut self) -> u64 {
        self.clock += 1;
        self.clock
    }

    fn turn(&mut self, step: &Step, stand: bool) {
        let clock = self.tick();
        let mut turned = step.turned.clone();
        turned.sort_by_key(|at| (self.deeds[*at].since, *at));
        for (place, at) in turned.iter().enumerate() {
            let deed = &mut self.deeds[*at];
            deed.stands = stand;
            deed.since = (clock, place);
            deed.back.clone_from(&turned);
        }
    }

    fn lay(&mut self, step: Step) {
        self.undo.push(step);
        self.redo.clear();
    }
}

fn write(store: &Store, edits: &[Edit], step: bool, clock: u64) -> u64 {
    let at = now() + Duration::minutes(clock as i64);
    let run = |tx: &mut store::Tx<'_>| {
        for edit in edits {
            let mut change = |number: u64, field: Field, set: &dyn Fn(&mut Touchpoint)| {
                let id: TouchpointId = Id::from_number_for_testing(number);
                let mut one = tx
                    .get(id.to_bytes())?
                    .unwrap_or_else(|| touchpoint(number, ""));
                let was = one.clone();
                set(&mut one);
                if one != was || tx.get::<Touchpoint>(id.to_bytes())?.is_none() {
                    one.mark(field, at);
                    one.sequence += 1;
                }
                tx.put(&one)
            };
            match edit {
                Edit::Title(number, text) => {
                    change(*number, Field::Title, &|one| one.title.clone_from(text))?
                }
                Edit::Place(number, text) => {
                    change(*number, Field::Place, &|one| one.place.clone_from(text))?
                }
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
    written.expect("written").1.seq
}

fn seen(store: &Store) -> Shelf {
    let shown = |number: u64| {
        let id: TouchpointId = Id::from_number_for_testing(number);
        let one: Touchpoint = store.get(id.to_bytes()).expect("read")?;
        let Touchpoint {
            title,
            place,
            source,
            ..
        } = one;
        let edits = source.edits;
        Some((
            number,
            Shown {
                title,
                place,
                edits,
            },
        ))
    };
    (0..RECORDS).filter_map(shown).collect()
}

fn writes_of(before: &Shelf, after: &Shelf) -> Vec<(Spot, Option<Shown>, Option<Shown>)> {
    let mut writes = Vec::new();
    for number in 0..RECORDS {
        match (before.get(&number), after.get(&number)) {
            (Some(old), Some(new)) => {
                let mut field = |field, differs: bool| {
                    if differs {
                        writes.push(((number, Some(field)), Some(old.clone()), Some(new.clone())));
                    }
                };
                field(Field::Title, old.title != new.title);
                field(Field::Place, old.place != new.place);
            }
            (None, None) => {}
            (old, new) => writes.push(((number, None), old.cloned(), new.cloned())),
        }
    }
    writes
}

fn run(acts: Vec<Act>, options: OpenOptions) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().expect("a folder");
    let open = |path: &Path| {
        Store::open(path, options.clone())
            .expect("the book opens")
            .0
    };
    let mut store = open(folder.path());
    let mut model = Model::default();
    for act in acts {
        match act {
            Act::Commit(edits) => deed(&store, &mut model, &edits, true),
            Act::Aside(edits) => deed(&store, &mut model, &edits, false),
            Act::Undo => {
                let Some(step) = model.undo.last().cloned() else {
                    prop_assert!(matches!(store.undo(note("undo")), Ok(None)));
                    continue;
                };
                // What is no step may have come in between: that is `model.rs`'s to say.
                if aside_since(&model, &step) {
                    continue;
                }
                let undone = store.undo(note("undo"));
                prop_assert!(matches!(undone, Ok(Some(_))), "{undone:?}");
                model.undo.pop();
                model.turn(&step, !step.stand);
                model.redo.push(step);
            }
            Act::Redo => {
                let Some(step) = model.redo.last().cloned() else {
                    prop_assert!(matches!(store.redo(note("redo")), Ok(None)));
                    continue;
                };
                if aside_since(&model, &step) {
                    continue;
                }
                let redone = store.redo(note("redo"));
                prop_assert!(matches!(redone, Ok(Some(_))), "{redone:?}");
                model.redo.pop();
                model.turn(&step, step.stand);
                model.undo.push(step);
            }
            Act::Turn(at, there_and_back) if !model.deeds.is_empty() => {
                let at = at.index(model.deeds.len());
                match (model.deeds[at].aside, model.deeds[at].stands) {
                    (true, _) => {
                        let back = store.take_back(&[model.deeds[at].seq], note("back"));
                        prop_assert!(matches!(back, Ok(None)), "it is no step: {back:?}");
                    }
                    (false, true) => back(&store, &mut model, at, there_and_back)?,
                    (false, false) => again(&store, &mut model, at)?,
                }
            }
            Act::Together(at) if !model.deeds.is_empty() => {
                let at = at.index(model.deeds.len());
                together(&store, &mut model, at)?;
            }
            Act::Turn(..) | Act::Together(_) => {}
            Act::Reopen => {
                store.close().expect("closed");
                store = open(folder.path());
            }
            Act::Crash => {
                let copy = tempfile::tempdir().expect("a folder");
                copy_folder(folder.path(), copy.path());
                let other = open(copy.path());
                prop_assert_eq!(seen(&other), model.shelf(), "a crash loses nothing");
                sound(&other);
            }
            Act::LoseState => {
                store.close().expect("closed");
                for entry in std::fs::read_dir(folder.path()).expect("listed").flatten() {
                    if entry.file_name().to_string_lossy().starts_with("state.") {
                        std::fs::remove_dir_all(entry.path()).expect("removed");
                    }
                }
                store = open(folder.path());
            }
        }
        prop_assert_eq!(seen(&store), model.shelf());
        let undone: BTreeMap<u64, bool> = store
            .history(None, 1_000)
            .expect("read")
            .into_iter()
            .map(|entry| (entry.seq, entry.undone))
            .collect();
        for deed in &model.deeds {
            prop_assert_eq!(
                undone.get(&deed.seq),
                Some(&!deed.stands),
                "the history says what stands"
            );
        }
    }
    sound(&store);
    Ok(())
}

fn deed(store: &Store, model: &mut Model, edits: &[Edit], step: bool) {
    let before = seen(store);
    let since = model.tick();
    let seq = write(store, edits, step, since);
    let writes = writes_of(&before, &seen(store));
    if writes.is_empty() {
        return;
    }
    let at = model.deeds.len();
    model.deeds.push(Deed {
        seq,
        aside: !step,
        writes,
        stands: true,
        since: (since, 0),
        back: Vec::new(),
    });
    if step {
        model.lay(Step {
            turned: vec![at],
            stand: true,
        });
    }
}

fn aside_since(model: &Model, step: &Step) -> bool {
    step.turned.iter().any(|at| {
        let later = model.later(&model.spots(*at), model.deeds[*at].since, &[]);
        later.iter().any(|at| model.deeds[*at].aside)
    })
}

fn back(
    store: &Store,
    model: &mut Model,
    at: usize,
    there_and_back: bool,
) -> Result<(), TestCaseError> {
    let Deed { seq, since, .. } = model.deeds[at].clone();
    let later = model.later(&model.spots(at), since, &[at]);
    let before = store.content_hash().expect("read");
    match store.take_back(&[seq], note("back")) {
        Ok(Some(_)) => prop_assert!(later.is_empty(), "something later touches the same"),
        Err(UndoError::Depends { on }) => {
            prop_assert!(
                !later.is_empty(),
                "nothing later touches the same, but {on:?}"
            );
            let named: BTreeSet<u64> = on.iter().map(|entry| entry.seq).collect();
            for at in later {
                prop_assert!(
                    named.contains(&model.deeds[at].seq),
                    "what touches the same is named"
                );
            }
            return Ok(());
        }
        other => prop_assert!(false, "{other:?}"),
    }
    let step = Step {
        turned: vec![at],
        stand: false,
    };
    model.turn(&step, false);
    model.lay(step.clone());
    if there_and_back {
        let after = store.content_hash().expect("read");
        prop_assert!(matches!(store.undo(note("undo")), Ok(Some(_))));
        prop_assert_eq!(
            store.content_hash().expect("read"),
            before,
            "undone to the byte"
        );
        model.turn(&step, true);
        prop_assert_eq!(seen(store), model.shelf());
        prop_assert!(matches!(store.redo(note("redo")), Ok(Some(_))));
        prop_assert_eq!(store.content_hash().expect("read"), after, "and redone");
        model.turn(&step, false);
    }
    Ok(())
}

fn again(store: &Store, model: &mut Model, at: usize) -> Result<(), TestCaseError> {
    let Deed {
        seq, back: turned, ..
    } = model.deeds[at].clone();
    // What was taken back with others comes back with them, on top of everything.
    let can = model.is_as_before(&turned);
    match store.do_again(seq, note("again")) {
        Ok(Some(_)) => prop_assert!(can, "it is not as it was before"),
        Err(UndoError::Depends { on }) => {
            prop_assert!(!can, "nothing is in its way, but {on:?}");
            return Ok(());
        }
        other => prop_assert!(false, "{other:?}"),
    }
    let step = Step {
        turned,
        stand: true,
    };
    model.turn(&step, true);
    model.lay(step);
    Ok(())
}

fn together(store: &Store, model: &mut Model, at: usize) -> Result<(), TestCaseError> {
    let Deed {
        seq, aside, stands, ..
    } = model.deeds[at].clone();
    if aside || !stands {
        return Ok(());
    }
    let on = match store.take_back(&[seq], note("back")) {
        Err(UndoError::Depends { on }) => on,
        taken => {
            prop_assert!(matches!(taken, Ok(Some(_))), "{taken:?}");
            let step = Step {
                turned: vec![at],
                stand: false,
            };
            model.turn(&step, false);
            model.lay(step);
            return Ok(());
        }
    };
    let mut all: Vec<u64> = on.iter().map(|entry| entry.seq).collect();
    all.push(seq);
    let taken = store.take_back(&all, note("back"));
    if on.iter().any(|entry| !entry.undoable) {
        prop_assert!(
            matches!(taken, Ok(None)),
            "what is no step is never taken back: {taken:?}"
        );
        return Ok(());
    }
    prop_assert!(
        matches!(taken, Ok(Some(_))),
        "what depends on it was all there is: {taken:?}"
    );
    let turned: Vec<usize> = (0..model.deeds.len())
        .filter(|at| all.contains(&model.deeds[*at].seq))
        .collect();
    let step = Step {
        turned,
        stand: false,
    };
    model.turn(&step, false);
    model.lay(step);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn what_is_left_is_as_if_it_had_never_been(acts in prop::collection::vec(act(), 1..40)) {
        run(acts, OpenOptions::default())?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn so_it_is_in_a_book_that_is_built_again_each_time(acts in prop::collection::vec(act(), 1..60)) {
        run(acts, OpenOptions { in_memory: true, write_memory: 2_000, ..OpenOptions::default() })?;
    }
}
