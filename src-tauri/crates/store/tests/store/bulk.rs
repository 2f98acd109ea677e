use std::fs;
use std::path::Path;

use domain::{Id, Touchpoint, TouchpointId};
use store::{OpenOptions, Progress, Store, StoreError, Write};

use crate::paper::{copy_folder, note, open, options, put, sound, title, touchpoint};

/// Writes that take more memory than they may rely on the journal.
fn frugal(folder: &Path) -> Store {
    let options = OpenOptions {
        write_memory: 100_000,
        ..options(folder)
    };
    Store::open(folder, options).expect("the book opens").0
}

fn many(range: std::ops::Range<u64>) -> impl Iterator<Item = Result<Write, StoreError>> {
    range.map(|number| Write::put(&touchpoint(number, &format!("n{number}"))))
}

fn journal_bytes(folder: &Path) -> u64 {
    let length = |entry: fs::DirEntry| entry.metadata().map_or(0, |meta| meta.len());
    fs::read_dir(folder)
        .expect("listed")
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().ends_with(".log"))
        .map(length)
        .sum()
}

#[test]
fn a_bulk_write_is_one_group_one_undo_and_all_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path()).0;
    let mut words = Vec::new();
    let receipt = store
        .commit_bulk::<StoreError>(note("imported"), many(0..4_321), &mut |taken| {
            words.push(taken);
            Progress::Go
        })
        .expect("written");
    assert_eq!(receipt.changed, 4_321);
    assert_eq!(receipt.touched.len(), 1_000, "a receipt stays small");
    assert_eq!(words.last(), Some(&4_321), "the last word is all of them");
    assert!(
        words.windows(2).all(|two| two[0] < two[1]),
        "progress only grows"
    );
    assert_eq!(title(&store, 4_320).as_deref(), Some("n4320"));
    sound(&store);
    store.undo(note("undo")).expect("undone").expect("one step");
    assert!(store.is_empty(), "one press takes all of it back");
    sound(&store);
}

#[test]
fn a_bulk_write_that_is_stopped_leaves_nothing_not_even_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = frugal(folder.path());
    put(&store, &touchpoint(7, "avant"));
    let before = (journal_bytes(folder.path()), store.last_seq());
    let stopped = store.commit_bulk::<StoreError>(note("imported"), many(0..9_000), &mut |taken| {
        if taken >= 5_000 {
            Progress::Stop
        } else {
            Progress::Go
        }
    });
    assert!(stopped.expect_err("it was stopped").is_stopped());
    assert_eq!(
        (journal_bytes(folder.path()), store.last_seq()),
        before,
        "as if it had never begun"
    );
    assert_eq!(title(&store, 7).as_deref(), Some("avant"));
    assert_eq!(title(&store, 8), None);
    put(&store, &touchpoint(8, "après"));
    sound(&store);
    store.close().expect("closed");
    let store = open(folder.path()).0;
    assert_eq!(
        title(&store, 8).as_deref(),
        Some("après"),
        "what follows is there"
    );
}

#[test]
fn an_item_that_fails_stops_the_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path()).0;
    let items = many(0..2_500).chain([Err(StoreError::TooLong)]);
    let failed = store.commit_bulk(note("imported"), items, &mut |_| Progress::Go);
    assert!(matches!(failed, Err(StoreError::TooLong)));
    assert!(store.is_empty(), "all or nothing");
}

#[test]
fn a_write_beyond_its_memory_is_whole_all_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = frugal(folder.path());
    put(&store, &touchpoint(3, "avant"));
    let seq = store
        .commit::<_, StoreError>(note("imported"), |tx| {
            for number in 0..6_000 {
                tx.put(&touchpoint(number, "un"))?;
            }
            // Long after their frames were written: made here, changed here, taken away here.
            for number in [1, 3, 5_999] {
                let id: TouchpointId = Id::from_number_for_testing(number);
                let mut one: Touchpoint = tx.get(id.to_bytes())?.expect("it reads its own");
                one.title.push_str(" et deux");
                tx.put(&one)?;
            }
            for number in 6_000..9_000 {
                tx.put(&touchpoint(number, "un"))?;
            }
            let id: TouchpointId = Id::from_number_for_testing(2);
            tx.remove::<Touchpoint>(id.to_bytes())?;
            assert!(tx.get::<Touchpoint>(id.to_bytes())?.is_none());
            Ok(())
        })
        .expect("written")
        .1
        .seq;
    let look = |store: &Store| {
        assert_eq!(title(store, 1).as_deref(), Some("un et deux"));
        assert_eq!(title(store, 3).as_deref(), Some("un et deux"));
        assert_eq!(title(store, 2), None);
        assert_eq!(title(store, 8_999).as_deref(), Some("un"));
        assert_eq!(store.stream::<Touchpoint>().count(), 8_999);
    };
    look(&store);
    assert_eq!(store.last_seq(), seq);
    sound(&store);
    store.undo(note("undo")).expect("undone").expect("one step");
    assert_eq!(
        store.stream::<Touchpoint>().count(),
        1,
        "all of it went back"
    );
    assert_eq!(title(&store, 3).as_deref(), Some("avant"));
    store.redo(note("redo")).expect("redone").expect("one step");
    look(&store);
    sound(&store);
    // Built again from the journal alone.
    store.close().expect("closed");
    let options = OpenOptions {
        in_memory: true,
        ..options(folder.path())
    };
    let store = Store::open(folder.path(), options).expect("opens").0;
    look(&store);
    sound(&store);
}

#[test]
fn a_group_whose_end_is_missing_never_happened() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path()).0;
    put(&store, &touchpoint(9, "avant"));
    let copy = tempfile::tempdir().expect("a folder");
    store
        .commit::<_, StoreError>(note("imported"), |tx| {
            for number in 0..3_500 {
                tx.put(&touchpoint(number, "x"))?;
            }
            // The power goes here: three parts are in the file, and no end.
            copy_folder(folder.path(), copy.path());
            Ok(())
        })
        .expect("written");
    assert!(
        journal_bytes(copy.path()) > 500_000,
        "the parts were in the journal by then"
    );
    let (other, report) = open(copy.path());
    assert!(
        report.cut.is_some_and(|kept| kept.exists()),
        "they are moved aside, not deleted"
    );
    assert_eq!(title(&other, 9).as_deref(), Some("avant"));
    assert_eq!(other.stream::<Touchpoint>().count(), 1, "and nothing else");
    put(&other, &touchpoint(10, "après"));
    sound(&other);
}
