//! Lines that change, and those that stay.

use chrono::NaiveDate;
use domain::{Address, CardField, Contact, CustomField, Email, Phone, ReachKind};
use exchange::{CardVersion, ReadPhoto, convert_card, patch_card};

use super::support::{card, corpus, file, person};
use crate::support::now;

/// The contact of a card, one field of it edited.
fn edited(bytes: &[u8], field: CardField, change: impl FnOnce(&mut Contact)) -> Contact {
    let mut contact = person(bytes).contact;
    change(&mut contact);
    contact.mark(field, now());
    contact
}

/// Lines of the file that went and lines that came, line ends shown.
fn differing(before: &[u8], after: &[u8]) -> (Vec<String>, Vec<String>) {
    let lines = |bytes: &[u8]| -> Vec<String> {
        let lines = bytes.split_inclusive(|byte| *byte == b'\n');
        lines
            .map(|line| String::from_utf8_lossy(line).into_owned())
            .collect()
    };
    let (before, mut after) = (lines(before), lines(after));
    let mut gone = Vec::new();
    for line in before {
        match after.iter().position(|other| *other == line) {
            Some(at) => {
                after.remove(at);
            }
            None => gone.push(line),
        }
    }
    (gone, after)
}

fn phone(kind: ReachKind, written: &str) -> Phone {
    Phone {
        kind,
        written: written.into(),
        ..Phone::default()
    }
}

#[test]
fn a_card_nobody_edited_is_byte_for_byte_the_same() {
    for (name, bytes) in corpus() {
        let read = person(&bytes);
        let mut contact = read.contact.clone();
        assert!(
            patch_card(&bytes, &contact, None, None) == bytes,
            "{name}: no edits"
        );
        contact.edits = CardField::KNOWN.into();
        let company = Some(read.company.name.as_str());
        assert!(
            patch_card(&bytes, &contact, company, read.photo.as_ref()) == bytes,
            "{name}: edits that say what the card says"
        );
    }
}

#[test]
fn an_edited_number_changes_its_line_only() {
    let bytes = file("gmail-single2.vcf");
    let contact = edited(&bytes, CardField::Phones, |contact| {
        let at = contact
            .phones
            .iter()
            .position(|phone| phone.written == "5555551121");
        contact.phones[at.unwrap()].written = "01 23 45 67 89".into();
    });
    let out = patch_card(&bytes, &contact, None, None);
    assert_eq!(
        differing(&bytes, &out),
        (
            vec!["item3.TEL:5555551121\r\n".to_owned()],
            vec!["item3.TEL:01 23 45 67 89\r\n".to_owned()]
        ),
        "its group and its label stay"
    );

    let bytes = file("allfields-vcard3.vcf");
    let contact = edited(&bytes, CardField::Phones, |contact| {
        contact.phones[0].written = "+33 1 23 45 67 89".into();
    });
    let out = patch_card(&bytes, &contact, None, None);
    assert_eq!(
        differing(&bytes, &out),
        (
            vec!["item1.TEL;TYPE=voice,home,pref,x-useless:+49 1234 56788\n".to_owned()],
            vec!["item1.TEL;TYPE=voice,home,pref,x-useless:+33 1 23 45 67 89\n".to_owned()]
        ),
        "types nobody here knows stay, and the line end is the file's"
    );
}

#[test]
fn numbers_are_added_removed_and_put_in_order() {
    let text = card(
        "3.0",
        "FN:A\nTEL;TYPE=HOME:1\na.TEL;TYPE=WORK,PREF:2\na.X-ABLabel:Accueil\nTEL;TYPE=CELL:3\nNOTE:x",
    );
    let bytes = text.as_bytes();
    let order = |contact: &Contact| -> Vec<String> {
        contact
            .phones
            .iter()
            .map(|phone| phone.written.clone())
            .collect()
    };
    assert_eq!(order(&person(bytes).contact), ["2", "1", "3"]);

    let contact = edited(bytes, CardField::Phones, |contact| {
        contact.phones.remove(0);
        contact.phones.push(phone(ReachKind::Fax, "4"));
    });
    let out = patch_card(bytes, &contact, None, None);
    assert_eq!(
        person(&out).contact.phones,
        contact.phones,
        "{}",
        String::from_utf8_lossy(&out)
    );

    let contact = edited(bytes, CardField::Phones, |contact| {
        contact.phones.remove(0);
    });
    let out = patch_card(bytes, &contact, None, None);
    assert_eq!(
        differing(bytes, &out),
        (
            vec![
                "a.TEL;TYPE=WORK,PREF:2\r\n".to_owned(),
                "a.X-ABLabel:Accueil\r\n".to_owned()
            ],
            vec![]
        ),
        "a label goes with the last of its group"
    );

    let contact = edited(bytes, CardField::Phones, |contact| {
        contact.phones.rotate_right(1)
    });
    let out = patch_card(bytes, &contact, None, None);
    assert_eq!(order(&person(&out).contact), ["3", "2", "1"]);

    let contact = edited(bytes, CardField::Phones, |contact| {
        contact.phones.swap(0, 1)
    });
    let out = patch_card(bytes, &contact, None, None);
    assert_eq!(order(&person(&out).contact), ["1", "2", "3"]);
    assert_eq!(
        differing(bytes, &out).1,
        ["TEL;TYPE=HOME,PREF:1\r\n", "a.TEL;TYPE=WORK:2\r\n"],
        "another one is preferred, and nothing moves"
    );
}

#[test]
fn what_a_number_is_for_can_change() {
    for (version, before, after) in [
        (
            "3.0",
            "TEL;TYPE=HOME,VOICE,X-A:1",
            "TEL;TYPE=VOICE,X-A,WORK:1",
        ),
        ("3.0", "TEL:1", "TEL;TYPE=WORK:1"),
        ("2.1", "TEL;HOME;VOICE:1", "TEL;VOICE;WORK:1"),
        (
            "4.0",
            "TEL;TYPE=\"home,voice\";VALUE=uri:tel:1",
            "TEL;TYPE=\"voice,work\";VALUE=uri:tel:1",
        ),
    ] {
        let bytes = card(version, &format!("FN:A\n{before}")).into_bytes();
        let contact = edited(&bytes, CardField::Phones, |contact| {
            contact.phones[0].kind = ReachKind::Work;
        });
        let out = patch_card(&bytes, &contact, None, None);
        assert_eq!(differing(&bytes, &out).1, [format!("{after}\r\n")]);
    }
    let bytes = card("3.0", "FN:A\ni.TEL:1\ni.X-ABLabel:Mobile").into_bytes();
    let contact = edited(&bytes, CardField::Phones, |contact| {
        contact.phones[0].kind = ReachKind::Other
    });
    let out = patch_card(&bytes, &contact, None, None);
    assert_eq!(
        person(&out).contact.phones,
        contact.phones,
        "the label says it no more"
    );
}

#[test]
fn a_card_of_version_2_1_is_edited_in_its_own_way() {
    let bytes = file("John_Doe_MS_OUTLOOK.vcf");
    let contact = edited(&bytes, CardField::Name, |contact| {
        contact.family = "Lefèvre".into();
        contact.name = "John Lefèvre".into();
    });
    let out = patch_card(&bytes, &contact, None, None);
    let (gone, new) = differing(&bytes, &out);
    assert_eq!(gone.len(), 3, "N, FN and REV: {gone:?}");
    assert_eq!(
        new,
        [
            "N;LANGUAGE=en-us;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Lef=C3=A8vre;John=\r\n",
            ";Richter,James;Mr.;Sr.\r\n",
            "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:John Lef=C3=A8vre\r\n",
            "REV:20261124T080000Z\r\n",
        ]
    );
    let read = person(&out).contact;
    assert_eq!(
        (read.name, read.family, read.additional),
        (contact.name, contact.family, contact.additional)
    );

    let long = "un deux trois ".repeat(30);
    let contact = edited(&bytes, CardField::Notes, |contact| {
        contact.notes = format!("{}\n= fin", long.trim())
    });
    let out = patch_card(&bytes, &contact, None, None);
    assert_eq!(person(&out).contact.notes, contact.notes);
    assert!(
        out.split(|byte| *byte == b'\n')
            .filter(|line| line.windows(5).any(|w| w == b"trois"))
            .all(|line| line.len() <= 77)
    );
}

#[test]
fn a_card_keeps_its_encoding() {
    let mut latin = card("3.0", "FN:Zo@\nTITLE:Directrice\nTEL:1").into_bytes();
    let at = latin.iter().position(|byte| *byte == b'@').unwrap();
    latin[at] = 0xe9;
    let contact = edited(&latin, CardField::Role, |contact| {
        contact.role = "Gérante".into()
    });
    let out = patch_card(&latin, &contact, None, None);
    assert!(
        out.windows(14).any(|w| w == b"TITLE:G\xe9rante\r"),
        "windows-1252 stays windows-1252"
    );
    assert_eq!(person(&out).contact.role, "Gérante");

    let text = format!("\u{feff}{}", card("3.0", "FN:Zoé\nTITLE:Directrice"));
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let contact = edited(&wide, CardField::Role, |contact| {
        contact.role = "Gérante".into()
    });
    let out = patch_card(&wide, &contact, None, None);
    let expected = text.replace("Directrice", "Gérante");
    assert_eq!(
        out,
        expected
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>(),
        "UTF-16 stays UTF-16"
    );
}

#[test]
fn every_field_of_every_file_can_be_edited() {
    for (name, bytes) in corpus() {
        let mut contact = person(&bytes).contact;
        contact.name = "Zoé Noël".into();
        (contact.family, contact.given, contact.prefix) =
            ("Noël".into(), "Zoé".into(), "Dr".into());
        contact.nickname = "Zo, zo".into();
        (contact.role, contact.department) = ("Achats; ventes".into(), "Étage 2, gauche".into());
        contact.phones = vec![
            phone(ReachKind::Mobile, "06"),
            phone(ReachKind::Other, "07"),
        ];
        contact.emails = vec![Email {
            kind: ReachKind::Home,
            address: "zoe@exemple.test".into(),
        }];
        contact.addresses = vec![Address {
            kind: ReachKind::Work,
            street: "Bâtiment B\n12, rue de l'Œuvre".into(),
            postcode: "01000".into(),
            city: "Bourg".into(),
            ..Address::default()
        }];
        contact.links = vec!["https://exemple.test/a;b,c".into()];
        contact.birthday = NaiveDate::from_ymd_opt(1970, 1, 2);
        contact.notes = "première\n\ndeuxième \\ fin".into();
        contact.tags = ["A,B".to_owned(), "Salon".to_owned()].into();
        contact.custom = vec![CustomField {
            name: "Code".into(),
            value: "a\nb;c".into(),
        }];
        contact.edits = CardField::KNOWN.into();
        let photo = ReadPhoto {
            media: "image/png",
            bytes: b"\x89PNG\r\n\x1a\nabc".to_vec(),
        };
        let out = patch_card(&bytes, &contact, Some("Œuvres & Cie; SA"), Some(&photo));
        let read = person(&out);
        assert_eq!(as_said(&read.contact), as_said(&contact), "{name}");
        assert_eq!(read.company.name, "Œuvres & Cie; SA", "{name}");
        assert_eq!(read.photo.as_ref(), Some(&photo), "{name}");
        assert!(
            patch_card(&out, &contact, Some("Œuvres & Cie; SA"), Some(&photo)) == out,
            "{name}: once is enough"
        );

        for version in [CardVersion::V3, CardVersion::V4] {
            let as_other = convert_card(
                &bytes,
                &contact,
                Some("Œuvres & Cie; SA"),
                Some(&photo),
                version,
            );
            let read = person(&as_other);
            assert_eq!(
                as_said(&read.contact),
                as_said(&contact),
                "{name} as {version:?}"
            );
            assert_eq!(
                (read.company.name.as_str(), read.photo.as_ref()),
                ("Œuvres & Cie; SA", Some(&photo))
            );
        }
    }
}

/// A contact as far as a card can say it.
pub(super) fn as_said(contact: &Contact) -> Contact {
    let mut said = contact.clone();
    said.edits.clear();
    said.created_at = now();
    said.updated_at = now();
    said.uid = String::new();
    said.id = domain::Id::from_bytes([0; 16]);
    said
}

#[test]
fn removed_values_leave_no_line() {
    for (name, bytes) in corpus() {
        let mut contact = Contact::new(domain::Id::from_bytes([0; 16]), "Seul".into(), now());
        contact.edits = CardField::KNOWN.into();
        let out = patch_card(&bytes, &contact, None, None);
        let read = person(&out);
        assert_eq!(
            as_said(&read.contact),
            as_said(&contact),
            "{name}\n{}",
            String::from_utf8_lossy(&out)
        );
        assert_eq!(
            (read.company.name.as_str(), read.photo),
            ("", None),
            "{name}"
        );
    }
}
