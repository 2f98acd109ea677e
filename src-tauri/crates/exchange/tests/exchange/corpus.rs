use chrono_tz::Europe::Paris;
use exchange::{Doc, Entry, Unreadable, differs, read};

use crate::support::{brought_in, corpus, events, exported};

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

#[test]
fn every_file_comes_back_byte_for_byte() {
    for (name, bytes) in corpus() {
        let touchpoints = brought_in(&bytes);
        assert!(
            exported(&bytes, &touchpoints) == bytes,
            "{name}: untouched, so the same bytes"
        );
    }
}

#[test]
fn reading_what_was_exported_changes_nothing() {
    for (name, bytes) in corpus() {
        let touchpoints = brought_in(&bytes);
        let again = exported(&bytes, &touchpoints);
        for (event, touchpoint) in events(&again).iter().zip(&touchpoints) {
            assert_eq!(
                differs(event, touchpoint),
                [],
                "{name}: the same touchpoint"
            );
            assert_eq!(event.uid, touchpoint.source.uid, "{name}: the same UID");
        }
    }
}

#[test]
fn the_ranges_of_events_are_their_own_lines() {
    for (name, bytes) in corpus() {
        for event in events(&bytes) {
            let range = event.offset as usize..(event.offset + event.length) as usize;
            let text = String::from_utf8_lossy(&bytes[range]).to_ascii_uppercase();
            assert!(
                text.starts_with("BEGIN:VEVENT"),
                "{name}: begins with its BEGIN"
            );
            assert!(
                text.trim_end().ends_with("END:VEVENT"),
                "{name}: ends with its END"
            );
            let line = bytes[..event.offset as usize]
                .iter()
                .filter(|b| **b == b'\n')
                .count()
                + 1;
            assert_eq!(
                event.line as usize, line,
                "{name}: the line is counted from 1"
            );
        }
    }
}
