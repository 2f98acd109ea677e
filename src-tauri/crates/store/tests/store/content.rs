//! The whole content of a book, read through and brought in again.

use domain::{Client, Touchpoint};
use store::{Against, Progress, RecordLine, Store, StoreError};

use crate::paper::{client, everything, note, open, put, sound, touchpoint};

fn lines(store: &Store) -> Vec<Vec<u8>> {
    store
        .each_line::<_, StoreError>(Vec::new(), |lines, line| {
            lines.push(line.write()?);
            Ok(())
        })
        .expect("read through")
}

fn some(store: &Store) {
    for number in 0..20 {
        put(store, &touchpoint(number, &format!("n{number}")));
    }
    let mut long = touchpoint(20, "long");
    long.notes = "é".repeat(40_000);
    put(store, &long);
    store
        .commit::<_, StoreError>(note("client"), |tx| tx.put(&client(1, "Lac")))
        .expect("written");
}

#[test]
fn a_book_read_through_and_brought_in_elsewhere_is_the_same_book() {
    let (here, there) = (
        tempfile::tempdir().expect("a folder"),
        tempfile::tempdir().expect("a folder"),
    );
    let (store, other) = (open(here.path()).0, open(there.path()).0);
    some(&store);
    assert_ne!(
        store.content_hash().expect("hashed"),
        other.content_hash().expect("hashed")
    );
    let lines = lines(&store);
    assert_eq!(lines.len(), 22);
    let writes = lines.iter().rev().map(|line| {
        let write = other.restored(&RecordLine::read(line)?)?;
        assert_eq!(other.against(&write)?, Against::New);
        Ok::<_, StoreError>(write)
    });
    other
        .commit_bulk(note("archive"), writes, &mut |_| Progress::Go)
        .expect("brought in");
    assert_eq!(
        store.content_hash().expect("hashed"),
        other.content_hash().expect("hashed"),
        "whatever the order they came in"
    );
    assert_eq!(everything(&store), everything(&other));
    assert_eq!(self::lines(&other), lines, "line by line, byte by byte");
    for line in &lines {
        let write = other
            .restored(&RecordLine::read(line).expect("a line"))
            .expect("a record");
        assert_eq!(other.against(&write).expect("compared"), Against::Same);
    }
    sound(&other);
}

#[test]
fn the_content_follows_every_change_and_comes_back_with_undo() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path()).0;
    some(&store);
    let before = store.content_hash().expect("hashed");
    put(&store, &touchpoint(3, "autre"));
    let changed = store.content_hash().expect("hashed");
    assert_ne!(before, changed, "one title is another content");
    store.undo(note("undo")).expect("undone").expect("a step");
    assert_eq!(
        store.content_hash().expect("hashed"),
        before,
        "the history does not count"
    );
    store.close().expect("closed");
    let store = open(folder.path()).0;
    assert_eq!(store.content_hash().expect("hashed"), before);
}

#[test]
fn what_a_line_says_replaces_a_record_whole_and_in_one_step() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path()).0;
    some(&store);
    let lines = lines(&store);
    let before = store.content_hash().expect("hashed");
    put(&store, &touchpoint(3, "autre"));
    let line = lines
        .iter()
        .map(|line| RecordLine::read(line).expect("a line"))
        .find(|line| line.text("title") == Some("n3"))
        .expect("the third");
    let write = store.restored(&line).expect("a record");
    assert_eq!(store.against(&write).expect("compared"), Against::Differs);
    store
        .commit::<_, StoreError>(note("archive"), |tx| tx.write(write))
        .expect("written");
    assert_eq!(store.content_hash().expect("hashed"), before);
    store.undo(note("undo")).expect("undone").expect("a step");
    assert_ne!(store.content_hash().expect("hashed"), before);
}

#[test]
fn what_is_no_record_is_told_before_anything_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path()).0;
    some(&store);
    let good = lines(&store).remove(0);
    let good = String::from_utf8(good).expect("text");
    let refused = |from: &str, to: &str| {
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good, "{from} is in it");
        let line = RecordLine::read(bad.as_bytes()).expect("still a line");
        store.restored(&line).expect_err("no record")
    };
    assert!(matches!(
        refused("\"schema\":1", "\"schema\":2"),
        StoreError::Newer
    ));
    for (from, to) in [
        ("\"schema\":1", "\"schema\":0"),
        ("\"tree\":\"touchpoint\"", "\"tree\":\"client\""),
        ("\"key\":\"0", "\"key\":\"1"),
        ("\"key\":\"0", "\"key\":\""),
        ("\"sequence\":0", "\"sequence\":-1"),
        ("\"created_at\"", "\"forgotten\""),
    ] {
        assert!(
            matches!(refused(from, to), StoreError::Damaged { .. }),
            "{to} is no record"
        );
    }
    for bad in [
        "",
        "{}",
        "[1]",
        "{\"tree\":\"rocket\",\"key\":\"00\",\"schema\":1,\"fields\":{}}",
    ] {
        assert!(
            RecordLine::read(bad.as_bytes()).is_err(),
            "{bad} is no line"
        );
    }
    assert!(store.has_any(store::Tree::Client).expect("asked"));
    assert!(!store.has_any(store::Tree::Place).expect("asked"));
}

#[test]
fn what_stops_a_reading_is_what_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path()).0;
    some(&store);
    let stopped = store.each_line::<_, StoreError>(0, |seen, _| {
        *seen += 1;
        if *seen == 5 {
            Err(StoreError::TooLong)
        } else {
            Ok(())
        }
    });
    assert!(matches!(stopped, Err(StoreError::TooLong)));
    assert_eq!(store.stream::<Touchpoint>().count(), 21, "and nothing else");
    assert_eq!(store.stream::<Client>().count(), 1);
}
