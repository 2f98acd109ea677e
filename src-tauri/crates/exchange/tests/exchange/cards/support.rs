//! Cards for the tests.

use domain::CardField;
use exchange::{InvalidPerson, PersonEntry, PersonProblem, ReadPerson, cards};

use crate::support::fixtures;

/// Every card file of the corpus: name and bytes.
pub(super) fn corpus() -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = std::fs::read_dir(fixtures().join("vcf"))
        .expect("the fixtures are in the repository")
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "vcf"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read(&path).unwrap())
        })
        .collect();
    files.sort();
    assert!(!files.is_empty(), "there are cards in the fixtures");
    files
}

/// One file of the corpus.
pub(super) fn file(name: &str) -> Vec<u8> {
    std::fs::read(fixtures().join("vcf").join(name)).expect("the fixtures are in the repository")
}

/// The people of a file that were read.
pub(super) fn people(bytes: &[u8]) -> Vec<ReadPerson> {
    cards(bytes)
        .filter_map(|entry| match entry {
            PersonEntry::Person(person) => Some(*person),
            PersonEntry::Invalid(_) => None,
        })
        .collect()
}

/// What of a file was not read.
pub(super) fn refused(bytes: &[u8]) -> Vec<(String, PersonProblem)> {
    cards(bytes)
        .filter_map(|entry| match entry {
            PersonEntry::Person(_) => None,
            PersonEntry::Invalid(InvalidPerson { title, why, .. }) => Some((title, why)),
        })
        .collect()
}

/// The only person of a file.
pub(super) fn person(bytes: &[u8]) -> ReadPerson {
    let mut all = people(bytes);
    assert_eq!(
        (all.len(), refused(bytes)),
        (1, Vec::new()),
        "one person is read of:\n{}",
        String::from_utf8_lossy(bytes)
    );
    all.remove(0)
}

/// A card of a version around some lines.
pub(super) fn card(version: &str, lines: &str) -> String {
    let lines = lines.trim_matches('\n').replace('\n', "\r\n");
    format!("BEGIN:VCARD\r\nVERSION:{version}\r\n{lines}\r\nEND:VCARD\r\n")
}

/// The person of [`card`].
pub(super) fn read(version: &str, lines: &str) -> ReadPerson {
    person(card(version, lines).as_bytes())
}

/// The bytes a person came as.
pub(super) fn raw<'a>(bytes: &'a [u8], person: &ReadPerson) -> &'a [u8] {
    &bytes[person.offset as usize..(person.offset + person.length) as usize]
}

/// A contact as a card of version 2.1, the way a program of its time writes it.
pub(super) fn old_card(contact: &domain::Contact) -> Vec<u8> {
    let blank = "BEGIN:VCARD\r\nVERSION:2.1\r\nN:A;B\r\nX-OLD;WORK:1\r\nEND:VCARD\r\n";
    let mut edited = contact.clone();
    edited.edits = CardField::KNOWN.into();
    exchange::patch_card(blank.as_bytes(), &edited, None, None)
}
