use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use domain::Touchpoint;
use store::Store;

use crate::paper::{everything, note, now, open, put, sound, title, touchpoint};

const NEEDLE: &str = "QuillfeatherSecret";

/// Whether any file under the folder says it, as it is or within a snapshot.
fn says(folder: &Path) -> bool {
    fs::read_dir(folder)
        .expect("listed")
        .flatten()
        .any(|entry| {
            let path = entry.path();
            if path.is_dir() {
                return says(&path);
            }
            let bytes = fs::read(&path).expect("read");
            let unpacked = zstd::decode_all(bytes.as_slice()).unwrap_or_default();
            [bytes, unpacked].iter().any(|bytes| {
                bytes
                    .windows(NEEDLE.len())
                    .any(|window| window == NEEDLE.as_bytes())
            })
        })
}

/// A book that said it in a record, a long record, a note of the history and a file, and says it no more.
fn book(folder: &Path) -> (Store, u64) {
    let store = open(folder).0;
    put(&store, &touchpoint(1, NEEDLE));
    let mut long = touchpoint(2, "long");
    long.notes = NEEDLE.repeat(4_000);
    put(&store, &long);
    store.snapshot_now(now()).expect("made");
    store.attic().keep(NEEDLE.as_bytes()).expect("kept");
    let mut named = note("edited");
    named.args.insert("title".to_owned(), NEEDLE.to_owned());
    let (_, receipt) = store
        .commit::<_, store::StoreError>(named, |tx| tx.put(&touchpoint(3, "trois")))
        .expect("written");
    for number in [1, 2] {
        store
            .commit::<_, store::StoreError>(note("gone"), |tx| {
                tx.remove::<Touchpoint>(touchpoint(number, "").id.to_bytes())
            })
            .expect("removed");
    }
    (store, receipt.seq)
}

fn unnamed(seq: u64) -> BTreeMap<u64, BTreeMap<String, String>> {
    [(seq, [("title".to_owned(), "quelqu’un".to_owned())].into())].into()
}

#[test]
fn what_is_forgotten_is_nowhere_and_everything_else_is_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, seq) = book(folder.path());
    let before = everything(&store);
    assert!(says(folder.path()), "it is there to be forgotten");
    store.forget(unnamed(seq), now()).expect("forgotten");
    let (store, report) = open(folder.path());
    assert!(report.quarantined.is_none() && report.damaged == 0);
    assert!(!says(folder.path()), "nowhere");
    assert_eq!(everything(&store), before);
    assert_eq!(title(&store, 3).as_deref(), Some("trois"));
    let lines = store.history(None, 100).expect("the history");
    assert!(lines.iter().any(|line| {
        line.note
            .args
            .get("title")
            .is_some_and(|it| it == "quelqu’un")
    }));
    assert!(lines.iter().all(|line| !line.undoable), "undo ends there");
    assert!(store.undo(note("undo")).expect("asked").is_none());
    put(&store, &touchpoint(4, "après"));
    store
        .undo(note("undo"))
        .expect("undone")
        .expect("a new step");
    sound(&store);
}

#[test]
fn a_snapshot_of_the_very_last_group_forgets_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, seq) = book(folder.path());
    let before = everything(&store);
    store.snapshot_now(now()).expect("made");
    store.forget(unnamed(seq), now()).expect("forgotten");
    assert!(!says(folder.path()), "nowhere, before it is opened again");
    let (store, report) = open(folder.path());
    assert!(report.quarantined.is_none() && report.damaged == 0);
    assert!(!says(folder.path()), "nor after");
    assert_eq!(everything(&store), before);
    sound(&store);
}

#[test]
fn stopped_after_any_of_its_removals_it_opens_whole_and_is_done_again() {
    // What each step takes away, taken from the folder of a book that forgot, put back behind it: as if it had stopped.
    let folder = tempfile::tempdir().expect("a folder");
    let (store, seq) = book(folder.path());
    let before = everything(&store);
    store.close().expect("closed");
    drop(store);
    let old = tempfile::tempdir().expect("a folder");
    copy(folder.path(), old.path());
    open(folder.path())
        .0
        .forget(unnamed(seq), now())
        .expect("forgotten");
    for left in ["journal-", "snapshots", "attic", "state.", "clean"] {
        let here = tempfile::tempdir().expect("a folder");
        copy(folder.path(), here.path());
        for entry in fs::read_dir(old.path()).expect("listed").flatten() {
            if entry.file_name().to_string_lossy().starts_with(left) {
                let to = here.path().join(entry.file_name());
                if entry.path().is_dir() {
                    fs::create_dir_all(&to).expect("a folder");
                    copy(&entry.path(), &to);
                } else {
                    fs::copy(entry.path(), to).expect("copied");
                }
            }
        }
        let (store, report) = open(here.path());
        assert_eq!(report.damaged, 0, "with {left} still there");
        assert_eq!(everything(&store), before, "with {left} still there");
        store.forget(unnamed(seq), now()).expect("done again");
        let store = open(here.path()).0;
        assert_eq!(everything(&store), before, "{left}");
        assert!(!says(here.path()), "{left}");
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("listed").flatten() {
        let there = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir_all(&there).expect("a folder");
            copy(&entry.path(), &there);
        } else {
            fs::copy(entry.path(), there).expect("copied");
        }
    }
}
