//! Any file of a book, harmed in any way.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use tempfile::TempDir;

use crate::damage::state;
use crate::paper::{copy_folder, everything, note, now, open, put, sound, title, touchpoint};

/// A book with a snapshot, steps taken back and a long record, closed in order.
fn book(folder: &Path) -> Everything {
    let (store, _) = open(folder);
    for number in 0..160 {
        put(&store, &touchpoint(number, &format!("n{number}")));
    }
    let mut long = touchpoint(160, "long");
    long.notes = "é".repeat(9_000);
    put(&store, &long);
    store.snapshot_now(now()).expect("made");
    for number in 100..200 {
        put(&store, &touchpoint(number, "encore"));
    }
    store.undo(note("undo")).expect("undone");
    let wanted = everything(&store);
    store.close().expect("closed");
    wanted
}

#[derive(Debug, Clone, Copy)]
enum Harm {
    Flip,
    Truncate,
    ZeroPage,
    Gone,
}

fn harm(path: &Path, harm: Harm, at: f64) {
    if matches!(harm, Harm::Gone) {
        fs::remove_file(path).expect("removed");
        return;
    }
    let mut bytes = fs::read(path).expect("read");
    let at = ((bytes.len().saturating_sub(1)) as f64 * at) as usize;
    match harm {
        Harm::Flip if !bytes.is_empty() => bytes[at] ^= 1 << (at % 8),
        Harm::Truncate => bytes.truncate(at),
        Harm::ZeroPage => bytes
            .iter_mut()
            .skip(at)
            .take(4_096)
            .for_each(|byte| *byte = 0),
        _ => {}
    }
    fs::write(path, bytes).expect("written");
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("listed").flatten() {
        if entry.path().is_dir() {
            found.extend(files_under(&entry.path()));
        } else {
            found.push(entry.path());
        }
    }
    found.sort();
    found
}

fn harmed() -> impl Strategy<Value = (Harm, prop::sample::Index, f64)> {
    let harm = prop_oneof![
        3 => Just(Harm::Flip),
        2 => Just(Harm::Truncate),
        2 => Just(Harm::ZeroPage),
        1 => Just(Harm::Gone),
    ];
    (harm, any::<prop::sample::Index>(), 0.0..=1.0)
}

/// How many harms a copy of the book meets; more in the long form.
fn harms() -> u32 {
    let given = std::env::var("SENTIER_HARMS").ok();
    given.and_then(|count| count.parse().ok()).unwrap_or(40)
}

type Everything = (Vec<domain::Touchpoint>, Vec<domain::Client>);

static BOOK: std::sync::LazyLock<(TempDir, Everything)> = std::sync::LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let wanted = book(folder.path());
    (folder, wanted)
});

proptest! {
    #![proptest_config(ProptestConfig { cases: harms(), ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_to_the_state_nothing_is_lost(harmed in harmed(), clean in any::<bool>()) {
        let (kind, which, at) = harmed;
        let copy = tempfile::tempdir().expect("a folder");
        copy_folder(BOOK.0.path(), copy.path());
        let files = files_under(&state(copy.path()));
        harm(which.get::<PathBuf>(&files), kind, at);
        if !clean {
            fs::remove_file(copy.path().join("clean")).expect("removed");
        }
        let (store, report) = open(copy.path());
        if clean && report.quarantined.is_none() {
            // What was closed in order is trusted until somebody looks; then the next start mends.
            if !store.verify().expect("it looks") {
                store.close().expect("closed");
                let (store, report) = open(copy.path());
                prop_assert!(report.quarantined.is_some(), "what is wrong is moved aside");
                prop_assert_eq!(&everything(&store), &BOOK.1);
                return Ok(());
            }
        }
        prop_assert_eq!(&everything(&store), &BOOK.1);
        sound(&store);
    }

    #[test]
    fn whatever_happens_to_the_copies_the_state_has_everything(harmed in harmed(), clean in any::<bool>()) {
        let (kind, which, at) = harmed;
        let copy = tempfile::tempdir().expect("a folder");
        copy_folder(BOOK.0.path(), copy.path());
        let mut files = files_under(&copy.path().join("snapshots"));
        let journals = files_under(copy.path());
        files.extend(journals.into_iter().filter(|path| path.extension().is_some_and(|end| end == "log")));
        harm(which.get::<PathBuf>(&files), kind, at);
        if !clean {
            fs::remove_file(copy.path().join("clean")).expect("removed");
        }
        let (store, report) = open(copy.path());
        prop_assert_eq!(report.quarantined, None, "the state is whole");
        prop_assert_eq!(&everything(&store), &BOOK.1);
        put(&store, &touchpoint(900, "après"));
        store.close().expect("closed");
        let (store, _) = open(copy.path());
        prop_assert_eq!(title(&store, 900), Some("après".to_owned()));
        prop_assert_eq!(everything(&store).0.len(), BOOK.1.0.len() + 1);
    }
}
