use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use domain::Touchpoint;
use store::{Flaw, OpenOptions, Store};

use crate::paper::{everything, note, now, open, put, sound, title, touchpoint};

fn in_folder(folder: &Path, ends: &str) -> Vec<PathBuf> {
    let mut found: Vec<_> = fs::read_dir(folder)
        .expect("listed")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(ends))
        .collect();
    found.sort();
    found
}

fn later(days: i64) -> DateTime<Utc> {
    now() + TimeDelta::days(days)
}

/// The state is taken away; the book is built again from what else there is.
fn without_state(folder: &Path) -> Store {
    for entry in fs::read_dir(folder).expect("listed").flatten() {
        if entry.file_name().to_string_lossy().starts_with("state.") {
            fs::remove_dir_all(entry.path()).expect("removed");
        }
    }
    open(folder).0
}

#[test]
fn a_state_comes_back_from_a_snapshot_and_the_journal_behind_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path()).0;
    for number in 0..150 {
        put(&store, &touchpoint(number, &format!("n{number}")));
    }
    let mut long = touchpoint(150, "long");
    long.notes = "é".repeat(40_000);
    put(&store, &long);
    store.undo(note("undo")).expect("undone");
    store.redo(note("redo")).expect("redone");
    let manifest = store.snapshot_now(now()).expect("made");
    assert_eq!(manifest.records.get("touchpoint"), Some(&151));
    for number in 140..160 {
        put(&store, &touchpoint(number, "après"));
    }
    let wanted = everything(&store);
    let lines = store.history(None, 1_000).expect("the history");
    store.close().expect("closed");
    // The journal before the snapshot is not needed any more.
    let first = in_folder(folder.path(), ".log").remove(0);
    fs::remove_file(first).expect("removed");
    let store = without_state(folder.path());
    assert_eq!(everything(&store), wanted);
    let again = store.history(None, 1_000).expect("the history");
    assert_eq!(again.len(), lines.len(), "the history came along");
    sound(&store);
    store.undo(note("undo")).expect("undone").expect("a step");
    assert_eq!(title(&store, 159), None, "what the journal has is undone");
    let mut steps = 0;
    while store.undo(note("undo")).expect("undone").is_some() {
        steps += 1;
    }
    assert_eq!(steps, 19, "and what it does not have any more is not");
    assert_eq!(title(&store, 140).as_deref(), Some("n140"));
    assert!(store.next_undo().is_none(), "nor offered");
}

#[test]
fn a_snapshot_that_went_bad_is_passed_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path()).0;
    put(&store, &touchpoint(1, "un"));
    store.snapshot_now(now()).expect("made");
    put(&store, &touchpoint(2, "deux"));
    store.snapshot_now(later(1)).expect("made");
    put(&store, &touchpoint(3, "trois"));
    store.close().expect("closed");
    let snapshots = folder.path().join("snapshots");
    let newest = in_folder(&snapshots, ".zst").pop().expect("one");
    let mut bytes = fs::read(&newest).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x40;
    fs::write(&newest, bytes).expect("written");
    let store = without_state(folder.path());
    assert_eq!(title(&store, 3).as_deref(), Some("trois"));
    assert_eq!(title(&store, 2).as_deref(), Some("deux"));
    let flaws = store.check().expect("checked").flaws;
    assert!(
        matches!(flaws.as_slice(), [Flaw::Snapshot(_)]),
        "the check says which: {flaws:?}"
    );
}

#[test]
fn snapshots_fall_due_by_days_and_by_changes() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path()).0;
    let due = |at| store.snapshot_if_due(at).expect("asked").is_some();
    assert!(!due(now()), "an empty book has nothing to keep");
    put(&store, &touchpoint(1, "un"));
    assert!(due(now()), "the first");
    put(&store, &touchpoint(2, "deux"));
    assert!(!due(now()), "one a day is enough");
    assert!(due(later(1)), "another day");
    assert!(!due(later(2)), "but only when something was written");
    store
        .commit::<_, store::StoreError>(note("imported"), |tx| {
            (0..20_000).try_for_each(|number| tx.put(&touchpoint(number, "x")))
        })
        .expect("written");
    assert!(due(later(1)), "or when much was");
}

#[test]
fn the_three_latest_stay_and_older_days_thin_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path()).0;
    for day in 0..40 {
        put(&store, &touchpoint(day, "x"));
        store.snapshot_now(later(day as i64)).expect("made");
    }
    let left = in_folder(&folder.path().join("snapshots"), ".json").len();
    assert!(
        (7..=11).contains(&left),
        "seven days and four weeks: {left}"
    );
    assert_eq!(
        in_folder(&folder.path().join("snapshots"), ".zst").len(),
        left,
        "each with its manifest"
    );
    sound(&store);
}

#[test]
fn a_snapshot_is_text_that_any_program_reads() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path()).0;
    put(&store, &touchpoint(1, "Visio « Lac »"));
    store.snapshot_now(now()).expect("made");
    let path = in_folder(&folder.path().join("snapshots"), ".zst").remove(0);
    let bytes = fs::read(path).expect("read");
    let text = zstd::decode_all(bytes.as_slice()).expect("zstd");
    let lines: Vec<serde_json::Value> = text
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice(line).expect("JSON"))
        .collect();
    let record = lines.iter().find_map(|line| line.get("record"));
    let title = record.and_then(|record| record["fields"]["title"].as_str());
    assert_eq!(
        title,
        Some("Visio « Lac »"),
        "names and values, as they are"
    );
}

#[test]
fn reads_and_writes_go_on_while_a_snapshot_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path()).0;
    store
        .commit::<_, store::StoreError>(note("imported"), |tx| {
            (0..5_000).try_for_each(|number| tx.put(&touchpoint(number, "x")))
        })
        .expect("written");
    std::thread::scope(|scope| {
        let making = scope.spawn(|| store.snapshot_now(now()).expect("made"));
        for number in 5_000..5_200 {
            put(&store, &touchpoint(number, "pendant"));
        }
        let manifest = making.join().expect("made");
        assert!(
            manifest.records["touchpoint"] >= 5_000,
            "everything from before the call is in it"
        );
    });
    assert_eq!(store.stream::<Touchpoint>().count(), 5_200);
    store.close().expect("closed");
    let options = OpenOptions {
        in_memory: true,
        ..OpenOptions::default()
    };
    let store = Store::open(folder.path(), options).expect("opens").0;
    assert_eq!(store.stream::<Touchpoint>().count(), 5_200);
    sound(&store);
}

#[test]
fn a_state_built_from_a_snapshot_that_reaches_the_journal_s_end_leaves_the_journal_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path()).0;
    for number in 0..8 {
        put(&store, &touchpoint(number, "x"));
    }
    store.snapshot_now(now()).expect("made");
    store.close().expect("closed");
    // The power went before the journal went on in a file of its own.
    let journals = in_folder(folder.path(), ".log");
    fs::remove_file(&journals[1]).expect("removed");
    let length = fs::metadata(&journals[0]).expect("there").len();
    let store = without_state(folder.path());
    put(&store, &touchpoint(9, "après"));
    assert!(
        fs::metadata(&journals[0]).expect("there").len() > length,
        "it goes on behind what it had"
    );
    assert!(
        !folder.path().join("quarantine").exists(),
        "nothing was cut off"
    );
    assert!(store.next_undo().is_some());
    store.undo(note("undo")).expect("undone").expect("a step");
    store
        .undo(note("undo"))
        .expect("undone")
        .expect("the one before the snapshot, too");
    assert_eq!((title(&store, 9), title(&store, 7)), (None, None));
    sound(&store);
}
