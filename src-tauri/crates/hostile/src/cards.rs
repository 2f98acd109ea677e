//! Address books.

use domain::CardField;
use exchange::{CardVersion, PersonEntry, ReadPerson, cards, convert_card, patch_card};

/// Reads a file, gives every card back untouched, then edits and converts each in every way.
pub fn try_bytes(bytes: &[u8]) {
    let mut last = 0;
    for read in people(bytes) {
        let (offset, end) = (read.offset as usize, (read.offset + read.length) as usize);
        assert!(
            last <= offset && offset < end && end <= bytes.len(),
            "cards follow each other"
        );
        last = end;
        // A file in UTF-16 is made UTF-8 as a whole, so that its ranges are no cards by themselves.
        if !bytes.starts_with(b"\xff\xfe") && !bytes.starts_with(b"\xfe\xff") {
            one(&bytes[offset..end], &read);
        }
    }
}

fn one(card: &[u8], read: &ReadPerson) {
    let mut contact = read.contact.clone();
    assert!(
        patch_card(card, &contact, None, None) == card,
        "what nobody touched comes back byte for byte"
    );
    contact.edits = CardField::KNOWN.into();
    if !read.is_company() {
        let out = patch_card(
            card,
            &contact,
            Some(&read.company.name),
            read.photo.as_ref(),
        );
        is_one_card(&out);
    }
    contact.name = "Autre".into();
    contact.phones.reverse();
    for version in [CardVersion::V3, CardVersion::V4] {
        is_one_card(&convert_card(card, &contact, None, None, version));
    }
}

fn is_one_card(out: &[u8]) {
    let count = people(out).len();
    assert_eq!(
        count,
        1,
        "still one card:\n{}",
        String::from_utf8_lossy(out)
    );
}

fn people(bytes: &[u8]) -> Vec<ReadPerson> {
    cards(bytes)
        .filter_map(|entry| match entry {
            PersonEntry::Person(person) => Some(*person),
            PersonEntry::Invalid(_) => None,
        })
        .collect()
}
