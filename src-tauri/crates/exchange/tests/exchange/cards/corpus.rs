use chrono::NaiveDate;
use domain::ReachKind;

use super::support::{corpus, file, people, person, raw};

#[test]
fn every_card_of_the_corpus_is_read_and_is_the_whole_file() {
    for (name, bytes) in corpus() {
        let read = person(&bytes);
        assert_eq!(read.warnings, [], "{name}: nothing is strange");
        assert_eq!(raw(&bytes, &read), bytes, "{name}: from BEGIN to END");
        assert_eq!(
            people(&bytes),
            people(&bytes),
            "{name}: read twice, the same"
        );
    }
}

#[test]
fn the_card_of_outlook_is_read() {
    let read = person(&file("John_Doe_MS_OUTLOOK.vcf"));
    let contact = &read.contact;
    assert_eq!(contact.name, "Mr. John Richter James Doe Sr.");
    assert_eq!(
        [
            &contact.prefix,
            &contact.given,
            &contact.additional,
            &contact.family,
            &contact.suffix
        ]
        .map(String::as_str),
        ["Mr.", "John", "Richter James", "Doe", "Sr."]
    );
    assert_eq!(
        (read.company.name.as_str(), contact.department.as_str()),
        ("IBM", "Accounting")
    );
    assert_eq!(contact.role, "Money Counter");
    let phones: Vec<_> = contact
        .phones
        .iter()
        .map(|phone| (phone.kind, phone.written.as_str()))
        .collect();
    assert_eq!(
        phones,
        [
            (ReachKind::Work, "(905) 555-1234"),
            (ReachKind::Home, "(905) 666-1234")
        ]
    );
    assert_eq!(contact.emails[0].address, "john.doe@ibm.cm");
    assert_eq!(contact.birthday, NaiveDate::from_ymd_opt(1980, 3, 22));
    assert_eq!(contact.addresses[1].street, "Silicon Alley 5,");
    assert_eq!(contact.links, ["http://www.ibm.com"]);
    assert_eq!(contact.nickname, "Johny");
    assert!(
        contact
            .notes
            .starts_with("THIS SOFTWARE IS PROVIDED BY GEORGE EL-HADDAD ''AS IS''")
    );
    assert_eq!(
        read.photo.as_ref().map(|photo| photo.media),
        Some("image/jpeg")
    );
}

#[test]
fn the_card_of_davx5_is_read() {
    let read = person(&file("allfields-vcard3.vcf"));
    let contact = &read.contact;
    assert_eq!(contact.name, "Ämi Display");
    assert_eq!(
        (read.company.name.as_str(), contact.department.as_str()),
        ("ABC, Inc.", "North American Division, Marketing")
    );
    assert_eq!(contact.role, "Director, Research and Development");
    assert_eq!(contact.addresses.len(), 2);
    assert_eq!(
        contact.addresses[1].street,
        "vorne hinten\nTeststraße 22\nPostfach 314"
    );
    assert_eq!(
        contact.notes,
        "This fax number is operational 0800 to 1715 EST, Mon-Fri.\n\nSecond note"
    );
    assert_eq!(contact.birthday, NaiveDate::from_ymd_opt(1996, 4, 15));
    assert_eq!(contact.uid, "mostfields1@at.bitfire.vcard4android");
}

#[test]
fn the_card_of_google_is_read() {
    let read = person(&file("gmail-single2.vcf"));
    let contact = &read.contact;
    assert_eq!(
        (
            contact.phones.len(),
            contact.emails.len(),
            contact.addresses.len()
        ),
        (11, 5, 5)
    );
    assert_eq!(contact.links[0], "http://www.example1.com");
    assert_eq!(
        contact.notes,
        "note line 1\nnote line 2\nCustomField: field value"
    );
}
