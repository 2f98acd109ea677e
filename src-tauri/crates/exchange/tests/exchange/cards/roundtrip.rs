//! Contacts leave and come back the same, in every version, and any can be made of any other.

use domain::{CardField, Contact};
use exchange::{CardVersion, compose_card, convert_card, patch_card};
use proptest::prelude::*;

use super::made::{company, contact, photo};
use super::support::{old_card, people, person, raw};
use super::written::as_said;

const VERSIONS: [CardVersion; 2] = [CardVersion::V3, CardVersion::V4];

fn version() -> impl Strategy<Value = CardVersion> {
    prop_oneof![Just(CardVersion::V3), Just(CardVersion::V4)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_contact_made_here_comes_back_the_same(contact in contact(), company in company(), photo in photo()) {
        for version in VERSIONS {
            let bytes = compose_card(&contact, Some(&company), photo.as_ref(), version);
            let text = String::from_utf8(bytes.clone()).unwrap();
            let read = person(&bytes);
            prop_assert_eq!(as_said(&read.contact), as_said(&contact), "{}", text);
            prop_assert_eq!(&read.contact.uid, &contact.uid);
            prop_assert_eq!(&read.company.name, &company);
            prop_assert_eq!(&read.photo, &photo);
            prop_assert_eq!(&read.warnings, &[]);
            for line in text.split("\r\n") {
                prop_assert!(line.len() <= 75, "folded at 75 octets: {}", line);
                prop_assert!(!line.contains(['\n', '\r']), "CRLF only");
            }
        }
    }

    #[test]
    fn an_address_book_that_nobody_edited_stays_byte_for_byte(
        all in proptest::collection::vec((contact(), version()), 1..6),
        ending in prop_oneof![Just("\n"), Just("\r\n"), Just("\r\n\r\n")],
    ) {
        let mut file = Vec::new();
        for (contact, version) in &all {
            file.extend(compose_card(contact, None, None, *version));
        }
        let file = String::from_utf8(file).unwrap().replace("\r\n", ending).into_bytes();
        let read = people(&file);
        prop_assert_eq!(read.len(), all.len());
        for (person, (contact, _)) in read.iter().zip(&all) {
            prop_assert_eq!(as_said(&person.contact), as_said(contact));
            let card = raw(&file, person);
            let mut edited = person.contact.clone();
            edited.edits = CardField::KNOWN.into();
            let company = Some(person.company.name.as_str());
            prop_assert!(patch_card(card, &edited, company, None) == card, "says it already");
        }
    }

    /// Any card can be made any other by changing lines, in all three versions.
    #[test]
    fn lines_that_are_changed_say_the_new_thing(
        before in contact(),
        after in contact(),
        companies in (company(), company()),
        photos in (photo(), photo()),
        version in version(),
        old in any::<bool>(),
    ) {
        let mut bytes = compose_card(&before, Some(&companies.0), photos.0.as_ref(), version);
        if old {
            bytes = old_card(&before);
        }
        let mut after = after;
        after.edits = CardField::KNOWN.into();
        let out = patch_card(&bytes, &after, Some(&companies.1), photos.1.as_ref());
        let shown = String::from_utf8_lossy(&out).into_owned();
        let read = person(&out);
        prop_assert_eq!(as_said(&read.contact), as_said(&after), "{}", shown);
        prop_assert_eq!(&read.company.name, &companies.1, "{}", shown);
        prop_assert_eq!(&read.photo, &photos.1, "{}", shown);
        let again = patch_card(&out, &after, Some(&companies.1), photos.1.as_ref());
        prop_assert!(again == out, "once is enough:\n{}\n{}", shown, String::from_utf8_lossy(&again));

        for version in VERSIONS {
            let other = convert_card(&out, &after, Some(&companies.1), photos.1.as_ref(), version);
            let read = person(&other);
            let shown = String::from_utf8_lossy(&other).into_owned();
            prop_assert_eq!(as_said(&read.contact), as_said(&after), "{}", shown);
            prop_assert_eq!((&read.company.name, &read.photo), (&companies.1, &photos.1), "{}", shown);
        }
    }

    /// One field at a time: what was not edited keeps every line it has.
    #[test]
    fn a_field_that_was_not_edited_keeps_its_lines(before in contact(), after in contact(), version in version()) {
        let bytes = compose_card(&before, Some("Atelier"), None, version);
        let lines = |bytes: &[u8], name: &str| -> Vec<String> {
            let text = String::from_utf8(bytes.to_vec()).unwrap().replace("\r\n ", "");
            text.lines().filter(|line| line.starts_with(name)).map(str::to_owned).collect()
        };
        let mut mixed = before.clone();
        mixed.phones.clone_from(&after.phones);
        mixed.notes.clone_from(&after.notes);
        mixed.edits = [CardField::Phones].into();
        let out = patch_card(&bytes, &mixed, None, None);
        for name in ["FN", "N;", "N:", "NOTE", "EMAIL", "ADR", "URL", "ORG", "X-SENTIER", "UID"] {
            prop_assert_eq!(lines(&out, name), lines(&bytes, name), "{}", name);
        }
        let read: Contact = person(&out).contact;
        prop_assert_eq!(read.phones, after.phones);
    }
}
