//! Files, touchpoints and exports for the tests.

use std::path::PathBuf;

use chrono::{DateTime, TimeZone, Utc};
use chrono_tz::Europe::Paris;
use domain::{Id, Touchpoint};
use exchange::{Doc, Entry, Export, Piece, ReadEvent, read};

pub(crate) fn fixtures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures")
}

/// Every calendar of the corpus: name and bytes.
pub(crate) fn corpus() -> Vec<(String, Vec<u8>)> {
    calendars("ics")
}

pub(crate) fn calendars(folder: &str) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = std::fs::read_dir(fixtures().join(folder))
        .expect("the fixtures are in the repository")
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "ics"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read(&path).unwrap())
        })
        .collect();
    files.sort();
    assert!(!files.is_empty(), "there are calendars in {folder}");
    files
}

pub(crate) fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 24, 8, 0, 0).unwrap()
}

pub(crate) fn events(bytes: &[u8]) -> Vec<ReadEvent> {
    read(&Doc::new(bytes), Paris)
        .entries
        .into_iter()
        .filter_map(|entry| match entry {
            Entry::Event(event) => Some(*event),
            Entry::Invalid(_) => None,
        })
        .collect()
}

/// The touchpoints of a file, as an import would make them.
pub(crate) fn brought_in(bytes: &[u8]) -> Vec<Touchpoint> {
    let file = Id::from_content(bytes);
    events(bytes)
        .into_iter()
        .enumerate()
        .map(|(n, event)| {
            let id = Id::from_number_for_testing(n as u64);
            event.into_touchpoint(id, file, now())
        })
        .collect()
}

pub(crate) fn pieces(touchpoints: &[Touchpoint]) -> Vec<Piece<'_>> {
    touchpoints
        .iter()
        .map(|touchpoint| Piece {
            touchpoint,
            client: None,
        })
        .collect()
}

/// One file and the touchpoints over it, exported.
pub(crate) fn exported(bytes: &[u8], touchpoints: &[Touchpoint]) -> Vec<u8> {
    let mut export = Export::new(Vec::new(), Paris);
    export
        .document(&Doc::new(bytes), &pieces(touchpoints), |_, _| true)
        .unwrap();
    export.finish().unwrap().0
}

/// Touchpoints made here, exported.
pub(crate) fn exported_own(touchpoints: &[Touchpoint]) -> Vec<u8> {
    let mut export = Export::new(Vec::new(), Paris);
    export.own(&pieces(touchpoints)).unwrap();
    export.finish().unwrap().0
}

/// Content lines without folds, as bytes, blank lines left out.
pub(crate) fn content_lines(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut lines: Vec<Vec<u8>> = Vec::new();
    for line in bytes.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match (line.first(), lines.last_mut()) {
            (None, _) => {}
            (Some(b' ' | b'\t'), Some(last)) => last.extend_from_slice(&line[1..]),
            _ => lines.push(line.to_vec()),
        }
    }
    lines
}

/// The content lines of `a` that are not in `b`, each counted.
pub(crate) fn gone(a: &[u8], b: &[u8]) -> Vec<String> {
    let mut left = content_lines(b);
    content_lines(a)
        .into_iter()
        .filter(|line| match left.iter().position(|other| other == line) {
            Some(at) => {
                left.remove(at);
                false
            }
            None => true,
        })
        .map(|line| String::from_utf8_lossy(&line).into_owned())
        .collect()
}

/// A calendar around the lines of one event, which has a UID and a DTSTAMP.
pub(crate) fn calendar(lines: &str) -> String {
    let lines = lines.trim().replace('\n', "\r\n");
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//test//EN\r\nBEGIN:VEVENT\r\nUID:one@test\r\nDTSTAMP:20260101T000000Z\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

/// The one event of [`calendar`].
pub(crate) fn event(lines: &str) -> ReadEvent {
    let text = calendar(lines);
    let mut all = events(text.as_bytes());
    assert_eq!(all.len(), 1, "one event is read of:\n{text}");
    all.remove(0)
}
