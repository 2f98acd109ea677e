use std::path::PathBuf;

use chrono_tz::Europe::Paris;
use exchange::{Doc, Entry, Unreadable, read};

pub(crate) fn corpus() -> Vec<(String, Vec<u8>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/ics");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the fixtures are in the repository")
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "ics"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read(&path).unwrap())
        })
        .collect();
    files.sort();
    assert!(files.len() >= 15, "the corpus is there");
    files
}

#[test]
fn every_event_of_the_corpus_is_read_but_the_one_without_a_start() {
    for (name, bytes) in corpus() {
        let reading = read(&Doc::new(&bytes), Paris);
        assert_eq!(reading.problem, None, "{name} is a calendar");
        for entry in &reading.entries {
            match entry {
                Entry::Event(event) => assert!(!event.uid.is_empty(), "{name}: an event has a UID"),
                Entry::Invalid(invalid) => {
                    assert_eq!(
                        name, "rfc_7986_conferences.ics",
                        "only this one lacks a DTSTART"
                    );
                    assert_eq!(invalid.reason, Unreadable::NoStart);
                }
            }
        }
    }
}
