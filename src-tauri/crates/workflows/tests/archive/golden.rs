//! Archives that earlier versions wrote, kept as they are: this version reads them, and so must every later one.

use std::path::{Path, PathBuf};

use domain::{Client, Contact, Id, Touchpoint};
use workflows::archive;

use crate::book::{full, write};
use crate::craft::Craft;
use crate::paper::{Own, bring_in};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/archive")
}

#[test]
fn every_archive_that_was_ever_written_is_read() {
    if std::env::var_os("SENTIER_WRITE_FIXTURES").is_some() {
        let here = Own::new();
        write(&here.house, &full());
        let path = fixtures().join("format-1.sentier.zip");
        archive::export_to(&here.house, &path).expect("exported");
    }
    let entries = std::fs::read_dir(fixtures()).expect("the fixtures");
    let paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| archive::is_one(path))
        .collect();
    assert!(!paths.is_empty(), "there are some");
    for path in paths {
        let there = Own::new();
        let look = bring_in(&there.house, &path, false).expect("it is read");
        assert_eq!(
            (look.counts.new, look.counts.invalid, look.missing),
            (10, 0, 0)
        );
        let store = &there.house.store;
        let key = Id::<Client>::from_number_for_testing(7).to_bytes();
        let client: Client = store.get(key).expect("read").expect("there");
        assert_eq!(
            (client.name.as_str(), client.siren.as_str()),
            ("Hélène « Lac »", "732829320")
        );
        let contact: Contact = store.get(key).expect("read").expect("there");
        assert_eq!(
            contact.addresses[0].postcode, "01000",
            "a postal code is text"
        );
        let photo = store.attic().read(&contact.photo).expect("its photo");
        assert_eq!(photo, "Hélène « Lac »".as_bytes());
        let touchpoint: Touchpoint = store.get(key).expect("read").expect("there");
        assert_eq!(
            touchpoint.recurrence.expect("a series").rules,
            ["FREQ=WEEKLY;COUNT=12"]
        );
        there.sound();
    }
}

#[test]
fn an_archive_reads_without_this_program() {
    let here = Own::new();
    write(&here.house, &full());
    let craft = Craft::of(&here.export());
    let names: Vec<&str> = craft.files.keys().map(String::as_str).collect();
    for name in [
        "README.txt",
        "manifest.json",
        "clients.jsonl",
        "files.jsonl",
    ] {
        assert!(names.contains(&name), "{name} is in {names:?}");
    }
    assert!(
        names
            .iter()
            .any(|name| name.starts_with("files/") && name.ends_with(".vcf")),
        "an attachment opens with a double click: {names:?}"
    );
    let line = craft.text("contacts.jsonl");
    assert_eq!(line.lines().count(), 1, "a record a line");
    assert!(
        line.contains("\"name\":\"Hélène « Lac »\"") && line.contains("02 38 00 00 07"),
        "as a person reads it: {line}"
    );
}
