//! What the values of a card mean.

use chrono::NaiveDate;
use domain::{CustomField, Met, MetHow, ReachKind};
use exchange::PersonWarning;

use super::reading::{emails, phones};
use super::support::{card, person, read};

#[test]
fn birthdays_are_read_when_the_whole_date_is_known() {
    let day = NaiveDate::from_ymd_opt(1985, 3, 22);
    for (line, date) in [
        ("BDAY:19850322", day),
        ("BDAY:1985-03-22", day),
        ("BDAY;VALUE=date:1985-03-22", day),
        ("BDAY:1985-03-22T00:00:00Z", day),
        ("BDAY:1985-03-22T201243+04:00", day),
        ("BDAY:--0322", None),
        ("BDAY:---22", None),
        ("BDAY:1985", None),
        ("BDAY:1985-03", None),
        ("BDAY;VALUE=text:vers 1985", None),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-22", None),
    ] {
        let person = read("3.0", &format!("FN:A\n{line}"));
        assert_eq!(person.contact.birthday, date, "{line}");
        assert_eq!(person.warnings, [], "{line}");
    }
    let broken = read("3.0", "FN:A\nBDAY:1985-02-30");
    assert_eq!(
        (broken.contact.birthday, broken.warnings.as_slice()),
        (None, &[PersonWarning::Date][..])
    );
}

#[test]
fn notes_links_tags_and_our_own_lines_are_read() {
    let person = read(
        "3.0",
        "FN:A\nNOTE:une\\nligne\\, puis\nNOTE:autre\nURL:http\\://exemple.test/a\nURL:www.exemple.test\nURL:javascript:alert(1)\nCATEGORIES:Client,A\\,B\nCATEGORIES:Salon\nX-SENTIER-FIELD:Code\\; porte;12A\nX-SENTIER-MET:2026-11-24;VIDEO;Camille\nX-SENTIER-MET:;IN-PERSON;",
    );
    let contact = person.contact;
    assert_eq!(contact.notes, "une\nligne, puis\n\nautre");
    assert_eq!(
        contact.links,
        ["http://exemple.test/a", "https://www.exemple.test"],
        "a script is no link"
    );
    assert_eq!(
        contact.tags,
        ["A,B", "Client", "Salon"].map(str::to_owned).into()
    );
    assert_eq!(
        contact.custom,
        [CustomField {
            name: "Code; porte".into(),
            value: "12A".into()
        }]
    );
    assert_eq!(
        contact.met,
        [
            Met {
                by: "Camille".into(),
                how: MetHow::Video,
                on: NaiveDate::from_ymd_opt(2026, 11, 24)
            },
            Met {
                by: String::new(),
                how: MetHow::InPerson,
                on: None
            },
        ]
        .into()
    );
}

#[test]
fn a_uid_is_kept_as_it_is_or_made_from_the_content() {
    let uid = |lines: &str| read("4.0", lines).contact.uid;
    assert_eq!(
        uid("UID:urn:uuid:4FBE8971-0BC3-424C-9C26-36C3E1EFF6B1\nFN:A"),
        "urn:uuid:4FBE8971-0BC3-424C-9C26-36C3E1EFF6B1"
    );
    assert_eq!(
        uid("FN:A"),
        uid("FN:A"),
        "the same content is the same person"
    );
    assert_ne!(uid("FN:A"), uid("FN:B"));
}

#[test]
fn photos_are_known_by_their_bytes() {
    let jpeg = "/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAYEBQ==";
    let unfolded = format!("{}\r\n{}", &jpeg[..20], &jpeg[20..]);
    for (version, line) in [
        (
            "2.1",
            format!(
                "PHOTO;ENCODING=BASE64;TYPE=PNG:\r\n {}\r\n {}\r\n",
                &jpeg[..20],
                &jpeg[20..]
            ),
        ),
        ("2.1", format!("PHOTO;JPEG;BASE64:\r\n{unfolded}\r\n")),
        ("3.0", format!("PHOTO;ENCODING=b;TYPE=JPEG:{jpeg}")),
        ("4.0", format!("PHOTO:data:image/png;base64,{jpeg}")),
        (
            "4.0",
            format!(
                "PHOTO:data:image/jpeg;base64\\,{}",
                jpeg.replace('=', "%3d")
            ),
        ),
    ] {
        let text = card(version, &format!("FN:A\n{line}\nTEL:1"));
        let person = person(text.as_bytes());
        let photo = person.photo.as_ref().expect("there is a picture");
        assert_eq!(
            (photo.media, photo.bytes.len()),
            ("image/jpeg", 28),
            "{line}"
        );
        assert_eq!(phones(&person), [(ReachKind::Other, "1")], "{line}");
    }
    let elsewhere = read("3.0", "FN:A\nPHOTO;VALUE=uri:https://exemple.test/a.jpg");
    assert_eq!(
        (elsewhere.photo, elsewhere.warnings),
        (None, vec![]),
        "nothing is fetched"
    );
    let bad = read("3.0", "FN:A\nPHOTO;ENCODING=b:QUJDRA==");
    assert_eq!(
        (bad.photo, bad.warnings),
        (None, vec![PersonWarning::Photo])
    );
}

#[test]
fn an_address_that_cannot_be_one_stays_in_the_file() {
    let person = read(
        "3.0",
        "FN:A\nEMAIL:mailto:a@b.test\nEMAIL:pas une adresse\nEMAIL:\nEMAIL;TYPE=X400:/c=fr/",
    );
    assert_eq!(emails(&person), [(ReachKind::Other, "a@b.test")]);
    assert_eq!(person.warnings, [PersonWarning::Email]);
}
