//! Tables for the tests.

use exchange::{InvalidPerson, PersonEntry, ReadPerson, Sheet};

pub(crate) fn outlook() -> Vec<u8> {
    std::fs::read(crate::support::fixtures().join("csv/outlook-fr-cp1252.csv")).unwrap()
}

/// Everybody in a table, as its own heads are understood.
pub(crate) fn people(bytes: &[u8]) -> Vec<ReadPerson> {
    let (people, invalid) = entries(bytes);
    assert_eq!(invalid, [], "every row is somebody");
    people
}

/// The good and the bad rows of a table.
pub(crate) fn entries(bytes: &[u8]) -> (Vec<ReadPerson>, Vec<InvalidPerson>) {
    let sheet = Sheet::open(bytes).unwrap();
    let mut people = Vec::new();
    let mut invalid = Vec::new();
    for entry in sheet.people(sheet.guessed()) {
        match entry {
            PersonEntry::Person(person) => people.push(*person),
            PersonEntry::Invalid(bad) => invalid.push(bad),
        }
    }
    (people, invalid)
}

/// A text in the encodings tables come in.
pub(crate) fn encoded(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let wide = |big: bool, mark: bool| -> Vec<u8> {
        let marked = if mark {
            format!("\u{feff}{text}")
        } else {
            text.to_owned()
        };
        let units = marked.encode_utf16();
        if big {
            units.flat_map(u16::to_be_bytes).collect()
        } else {
            units.flat_map(u16::to_le_bytes).collect()
        }
    };
    vec![
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8", format!("\u{feff}{text}").into_bytes()),
        ("UTF-16LE", wide(false, true)),
        ("UTF-16BE", wide(true, true)),
        ("UTF-16LE", wide(false, false)),
        ("UTF-16BE", wide(true, false)),
        (
            "windows-1252",
            encoding_rs::WINDOWS_1252.encode(text).0.into_owned(),
        ),
    ]
}
