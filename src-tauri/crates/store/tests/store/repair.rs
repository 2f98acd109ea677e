//! What a repair mends, what it keeps, and what it says it cannot mend.

use std::fs;
use std::path::{Path, PathBuf};

use domain::{Id, SourceFile};
use store::{Flaw, Store, StoreError};

use crate::damage::state;
use crate::paper::{everything, note, now, open, put, sound, touchpoint};

fn journals(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder)
        .expect("listed")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "log"))
        .collect();
    found.sort();
    found
}

fn flip_in_the_middle(path: &Path) {
    let mut bytes = fs::read(path).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x10;
    fs::write(path, bytes).expect("written");
}

fn written(folder: &Path, count: u64) -> Store {
    let (store, _) = open(folder);
    for number in 0..count {
        put(&store, &touchpoint(number, &format!("n{number}")));
    }
    store.settle().expect("settled");
    store
}

#[test]
fn a_whole_book_is_left_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = written(folder.path(), 20);
    let repaired = store.repair(now()).expect("looked at");
    assert!(repaired.found.is_empty() && repaired.kept.is_none() && !repaired.rebuilt);
    assert!(
        !folder.path().join("quarantine").exists(),
        "nothing was copied for nothing"
    );
}

#[test]
fn a_journal_that_lost_a_write_is_begun_anew_behind_a_snapshot() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = written(folder.path(), 40);
    let wanted = everything(&store);
    store.close().expect("closed");
    flip_in_the_middle(&journals(folder.path())[0]);
    let (store, _) = open(folder.path());
    let repaired = store.repair(now()).expect("mended");
    assert!(
        matches!(repaired.found.as_slice(), [Flaw::Journal(1)]),
        "{repaired:?}"
    );
    assert!(repaired.rebased && repaired.left.is_empty(), "{repaired:?}");
    let kept = repaired.kept.expect("the damaged journal is kept");
    assert_eq!(journals(&kept).len(), 1);
    store.close().expect("closed");
    // Now the copies alone have everything again.
    fs::remove_dir_all(state(folder.path())).expect("removed");
    let (store, report) = open(folder.path());
    assert_eq!(report.damaged, 0);
    assert_eq!(everything(&store), wanted);
    sound(&store);
}

#[test]
fn a_damaged_snapshot_is_moved_aside_and_a_new_one_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = written(folder.path(), 10);
    let seq = store.snapshot_now(now()).expect("made").seq;
    let data = folder.path().join(format!("snapshots/{seq:020}.jsonl.zst"));
    flip_in_the_middle(&data);
    let repaired = store.repair(now()).expect("mended");
    assert_eq!(
        (repaired.snapshots, repaired.left.len()),
        (1, 0),
        "{repaired:?}"
    );
    assert!(data.exists(), "a whole one of the same writes is there");
    sound(&store);
}

#[test]
fn a_manifest_that_does_not_read_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = written(folder.path(), 10);
    let seq = store.snapshot_now(now()).expect("made").seq;
    let manifest = folder.path().join(format!("snapshots/{seq:020}.json"));
    fs::write(&manifest, b"{").expect("written");
    let flaws = store.check().expect("checked").flaws;
    assert_eq!(flaws, [Flaw::Snapshot(seq)]);
    assert!(store.repair(now()).expect("mended").left.is_empty());
}

#[test]
fn a_file_of_the_attic_that_is_lost_is_named_and_comes_back_with_the_same_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = open(folder.path());
    let address = store.attic().keep(b"BEGIN:VCALENDAR").expect("kept");
    let source = SourceFile {
        id: Id::from_number_for_testing(7),
        name: "agenda.ics".to_owned(),
        blob: address.clone(),
        size: 15,
        brought_at: now(),
    };
    store
        .commit::<_, StoreError>(note("in"), |tx| tx.put(&source))
        .expect("written");
    let path = folder
        .path()
        .join("attic")
        .join(&address[..2])
        .join(&address);
    fs::write(&path, b"BEGIN:VCALENDAS").expect("written");
    let repaired = store.repair(now()).expect("mended");
    let named =
        |flaws: &[Flaw]| matches!(flaws, [Flaw::Attic { name, .. }] if name == "agenda.ics");
    assert!(
        named(&repaired.found) && named(&repaired.left),
        "{repaired:?}"
    );
    let kept = repaired.kept.expect("what is left of it is kept");
    assert!(kept.join(&address).exists());
    store.attic().keep(b"BEGIN:VCALENDAR").expect("kept");
    sound(&store);
}
