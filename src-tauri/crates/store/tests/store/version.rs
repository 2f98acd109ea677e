//! What `VERSION` says, and what a damaged one costs.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use store::{Reading, StoreError};

use crate::paper::{everything, note, now, open, put, sound, title, touchpoint};

const FILES: [&str; 2] = ["VERSION", "VERSION.copy"];

/// The same text with another word in it, and the sum a later version would give it.
fn of_another(text: &str, from: &str, to: &str) -> String {
    let (body, _) = text.split_once(",\"sum\":\"").expect("a sum");
    let body = body.replace(from, to);
    let sum = crc32fast::hash(body.as_bytes());
    format!("{body},\"sum\":\"{sum:08x}\"}}")
}

fn says(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("read")
}

/// A book with a snapshot, as its last version closed it.
fn book(folder: &Path) {
    let (store, _) = open(folder);
    for number in 0..20 {
        put(&store, &touchpoint(number, &format!("n{number}")));
    }
    store.snapshot_now(now()).expect("made");
    put(&store, &touchpoint(3, "encore"));
    store.close().expect("closed");
}

/// As a version before there were sums leaves it.
fn without_sum(folder: &Path) {
    let text = says(folder, FILES[0]);
    let (body, _) = text.split_once(",\"sum\":\"").expect("a sum");
    fs::write(folder.join(FILES[0]), format!("{body}}}")).expect("written");
    fs::remove_file(folder.join(FILES[1])).expect("removed");
}

#[test]
fn a_book_of_a_later_version_opens_for_reading_and_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    book(folder.path());
    let text = says(folder.path(), FILES[0]);
    assert_eq!(text, says(folder.path(), FILES[1]));
    let later = of_another(&text, "\"client\":1", "\"client\":2");
    for harmed in ["", "{", &later.replace(':', ";")] {
        for (file, other) in [(0, 1), (1, 0)] {
            fs::write(folder.path().join(FILES[file]), harmed).expect("written");
            fs::write(folder.path().join(FILES[other]), &later).expect("written");
            let (store, report) = open(folder.path());
            assert_eq!(report.read_only, Some(Reading::Newer));
            assert_eq!(title(&store, 3).as_deref(), Some("encore"));
            let write =
                store.commit::<(), StoreError>(note("no"), |tx| tx.put(&touchpoint(2, "non")));
            assert!(write.expect_err("no writing").is_read_only());
            store.close().expect("closed");
            assert_eq!(says(folder.path(), FILES[other]), later);
        }
    }
}

#[test]
fn a_book_of_a_version_before_there_were_sums_opens_and_gets_one() {
    let folder = tempfile::tempdir().expect("a folder");
    book(folder.path());
    let with_sum = says(folder.path(), FILES[0]);
    without_sum(folder.path());
    let (store, report) = open(folder.path());
    assert!(!report.upgraded && report.read_only.is_none(), "{report:?}");
    sound(&store);
    store.close().expect("closed");
    for name in FILES {
        assert_eq!(says(folder.path(), name), with_sum);
    }
}

#[test]
fn a_state_whose_orders_nobody_knows_is_built_again_of_what_is_sound() {
    let folder = tempfile::tempdir().expect("a folder");
    book(folder.path());
    let (store, _) = open(folder.path());
    let wanted = everything(&store);
    store.close().expect("closed");
    for name in FILES {
        fs::remove_file(folder.path().join(name)).expect("removed");
    }
    // Closed in order, and harmed since: no snapshot is made of that.
    let state = crate::damage::state(folder.path());
    let file = state.join("db");
    let mut bytes = fs::read(&file).expect("read");
    let end = bytes.iter().rposition(|byte| *byte != 0).expect("rows");
    bytes[end / 2..].fill(0);
    fs::write(&file, bytes).expect("written");
    let (store, report) = open(folder.path());
    assert!(report.quarantined.is_some(), "{report:?}");
    assert_eq!(everything(&store), wanted);
    sound(&store);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_bit_of_version_makes_a_book_read_only_or_costs_anything(
        which in any::<prop::sample::Index>(),
        bit in any::<prop::sample::Index>(),
        sum in any::<bool>(),
        clean in any::<bool>(),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        book(folder.path());
        if !sum {
            without_sum(folder.path());
        }
        if !clean {
            fs::remove_file(folder.path().join("clean")).expect("removed");
        }
        let path = folder.path().join(FILES[if sum { which.index(2) } else { 0 }]);
        let mut bytes = fs::read(&path).expect("read");
        let bit = bit.index(bytes.len() * 8);
        bytes[bit / 8] ^= 1 << (bit % 8);
        fs::write(&path, bytes).expect("written");
        let (store, report) = open(folder.path());
        prop_assert_eq!(
            (report.read_only, report.damaged, &report.quarantined, &report.cut),
            (None, 0, &None, &None)
        );
        let wanted: Vec<_> = (0..20).map(|number| match number {
            3 => "encore".to_owned(),
            _ => format!("n{number}"),
        }).collect();
        let there: Vec<_> = (0..20).filter_map(|number| title(&store, number)).collect();
        prop_assert_eq!(there, wanted);
        sound(&store);
        put(&store, &touchpoint(30, "après"));
        store.undo(note("undo")).expect("undone").expect("a step");
        store.close().expect("closed");
        let (_, report) = open(folder.path());
        prop_assert!(!report.upgraded, "once is enough");
        prop_assert_eq!(says(folder.path(), FILES[0]), says(folder.path(), FILES[1]));
    }
}
