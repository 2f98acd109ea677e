use domain::{Address, ReachKind};
use exchange::{PersonProblem, PersonWarning, ReadPerson};

use super::support::{card, people, person, raw, read, refused};

pub(super) fn phones(person: &ReadPerson) -> Vec<(ReachKind, &str)> {
    let phones = person.contact.phones.iter();
    phones
        .map(|phone| (phone.kind, phone.written.as_str()))
        .collect()
}

pub(super) fn emails(person: &ReadPerson) -> Vec<(ReachKind, &str)> {
    let emails = person.contact.emails.iter();
    emails
        .map(|email| (email.kind, email.address.as_str()))
        .collect()
}

#[test]
fn names_numbers_and_addresses_are_read_in_all_three_versions() {
    let old = read(
        "2.1",
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Lef=C3=A8vre;H=C3=A9l=C3=A8ne;;Mme;\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:H=C3=A9l=C3=A8ne Lef=C3=A8vre\nORG:Atelier Noël;Achats\nTITLE:Gérante\nTEL;WORK;VOICE:02 38 00 00 00\nTEL;CELL;PREF:06 00 00 00 00\nEMAIL;INTERNET:helene@exemple.test\nADR;WORK:;;12 rue des Prés;Orléans;;01000;France",
    );
    let three = read(
        "3.0",
        "N:Lefèvre;Hélène;;Mme;\nFN:Hélène Lefèvre\nORG:Atelier Noël;Achats\nTITLE:Gérante\nTEL;TYPE=WORK,VOICE:02 38 00 00 00\nTEL;TYPE=CELL;TYPE=pref:06 00 00 00 00\nEMAIL;TYPE=INTERNET:helene@exemple.test\nADR;TYPE=WORK:;;12 rue des Prés;Orléans;;01000;France",
    );
    let four = read(
        "4.0",
        "N:Lefèvre;Hélène;;Mme;\nFN:Hélène Lefèvre\nORG:Atelier Noël;Achats\nTITLE:Gérante\nTEL;VALUE=uri;TYPE=\"work,voice\":tel:02 38 00 00 00\nTEL;PREF=1;TYPE=cell:06 00 00 00 00\nEMAIL:helene@exemple.test\nADR;TYPE=work:;;12 rue des Prés;Orléans;;01000;France",
    );
    for person in [old, three, four] {
        let contact = &person.contact;
        assert_eq!(contact.name, "Hélène Lefèvre");
        assert_eq!(
            (
                contact.given.as_str(),
                contact.family.as_str(),
                contact.prefix.as_str()
            ),
            ("Hélène", "Lefèvre", "Mme")
        );
        assert_eq!(
            (
                person.company.name.as_str(),
                contact.department.as_str(),
                contact.role.as_str()
            ),
            ("Atelier Noël", "Achats", "Gérante")
        );
        assert_eq!(
            phones(&person),
            [
                (ReachKind::Mobile, "06 00 00 00 00"),
                (ReachKind::Work, "02 38 00 00 00")
            ],
            "the preferred one first"
        );
        assert_eq!(emails(&person), [(ReachKind::Other, "helene@exemple.test")]);
        assert_eq!(
            contact.addresses,
            [Address {
                kind: ReachKind::Work,
                street: "12 rue des Prés".into(),
                postcode: "01000".into(),
                city: "Orléans".into(),
                country: "France".into(),
                ..Address::default()
            }],
            "a postal code keeps its zero"
        );
        assert_eq!(person.warnings, [], "nothing is strange");
        assert!(!person.is_company());
    }
}

#[test]
fn a_soft_break_goes_on_at_the_next_line_without_a_space() {
    let note = read(
        "2.1",
        "FN:A\nNOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:premi=E8re=0D=0A=\nTEL: seconde=\n, troisi=\n=E8me\nTEL:1",
    );
    assert_eq!(note.contact.notes, "première\nTEL: seconde, troisième");
    assert_eq!(
        phones(&note),
        [(ReachKind::Other, "1")],
        "and the line after it is its own"
    );
    let last = read("2.1", "FN:A\nNOTE;QUOTED-PRINTABLE:fin=");
    assert_eq!(
        last.contact.notes, "fin=",
        "a break before END breaks nothing"
    );
    assert_eq!(last.warnings, [PersonWarning::Encoding]);
}

#[test]
fn broken_quoted_printable_is_read_as_far_as_it_goes() {
    let person = read("2.1", "FN;ENCODING=QUOTED-PRINTABLE:Zo=E9 =ZZ=4\nTEL:1");
    assert_eq!(person.contact.name, "Zoé =ZZ=4");
    assert_eq!(person.warnings, [PersonWarning::Encoding]);
}

#[test]
fn each_line_is_read_in_its_own_encoding() {
    let mut bytes = card("3.0", "FN:@\nTITLE:Gérante\nNOTE;CHARSET=KOI8-R:#").into_bytes();
    let mut put = |mark: u8, with: &[u8]| {
        let at = bytes.iter().position(|byte| *byte == mark).unwrap();
        bytes.splice(at..=at, with.iter().copied());
    };
    put(b'@', b"Zo\xe9 \x8cuvre");
    put(b'#', b"\xc4\xc1");
    let person = person(&bytes);
    assert_eq!(
        person.contact.name, "Zoé Œuvre",
        "windows-1252 when nothing says otherwise"
    );
    assert_eq!(person.contact.role, "Gérante", "UTF-8 when it is");
    assert_eq!(person.contact.notes, "да", "what the line declares");
}

#[test]
fn a_file_in_utf_16_is_read_and_its_ranges_are_those_of_its_bytes() {
    let text = format!(
        "{}{}",
        card("3.0", "FN:Zoé 😀\nTEL:1"),
        card("3.0", "FN:Léa\nTEL:2")
    );
    for little in [true, false] {
        let units = |text: &str| -> Vec<u8> {
            text.encode_utf16()
                .flat_map(|unit| {
                    if little {
                        unit.to_le_bytes()
                    } else {
                        unit.to_be_bytes()
                    }
                })
                .collect()
        };
        let bytes = [units("\u{feff}"), units(&text)].concat();
        let read = people(&bytes);
        let names: Vec<&str> = read
            .iter()
            .map(|person| person.contact.name.as_str())
            .collect();
        assert_eq!(names, ["Zoé 😀", "Léa"]);
        assert_eq!(
            raw(&bytes, &read[0]),
            units(&card("3.0", "FN:Zoé 😀\nTEL:1")),
            "the first card's own bytes"
        );
        assert_eq!(
            raw(&bytes, &read[1]),
            units(&card("3.0", "FN:Léa\nTEL:2")),
            "and the second's"
        );
        assert_eq!(read[1].line, 6);
    }
}

#[test]
fn labels_of_groups_say_what_a_number_is_for() {
    let person = read(
        "3.0",
        "FN:A\nitem1.TEL:1\nitem1.X-ABLabel:_$!<Mobile>!$_\nitem2.X-ABLabel:Travail\nItem2.EMAIL;TYPE=INTERNET:a@b.test\nitem3.TEL;TYPE=HOME:3\nitem3.X-ABLabel:Bureau",
    );
    assert_eq!(
        phones(&person),
        [(ReachKind::Mobile, "1"), (ReachKind::Home, "3")]
    );
    assert_eq!(emails(&person), [(ReachKind::Work, "a@b.test")]);
}

#[test]
fn a_card_within_a_card_is_a_part_of_it() {
    let inner = card("2.1", "FN:Agent\nTEL:007");
    let text = format!(
        "BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Chef\r\nAGENT:\r\n{inner}TEL:1\r\nEND:VCARD\r\n{}",
        card("2.1", "FN:Autre")
    );
    let read = people(text.as_bytes());
    let names: Vec<&str> = read
        .iter()
        .map(|person| person.contact.name.as_str())
        .collect();
    assert_eq!(names, ["Chef", "Autre"]);
    assert_eq!(
        phones(&read[0]),
        [(ReachKind::Other, "1")],
        "not the agent's"
    );
    let inline = text.replace("AGENT:\r\nBEGIN", "AGENT:BEGIN");
    assert_eq!(people(inline.as_bytes()).len(), 2, "on one line or two");
    let escaped = read_agent();
    assert_eq!(escaped.contact.name, "Chef");
}

fn read_agent() -> ReadPerson {
    read(
        "3.0",
        "FN:Chef\nAGENT:BEGIN:VCARD\\nVERSION:3.0\\nFN:Agent\\nEND:VCARD\\n",
    )
}

#[test]
fn a_card_without_end_is_one_and_the_next_is_whole() {
    let text = format!(
        "BEGIN:VCARD\nFN:Perdue\nTEL:1\n{}BEGIN:VCARD\nFN:Dernière\n",
        card("3.0", "FN:Entière")
    );
    let read = people(text.as_bytes());
    assert_eq!(read.len(), 1);
    assert_eq!(
        (read[0].contact.name.as_str(), read[0].line),
        ("Entière", 4)
    );
    assert_eq!(
        refused(text.as_bytes()),
        [
            ("Perdue".to_owned(), PersonProblem::Unfinished),
            ("Dernière".to_owned(), PersonProblem::Unfinished)
        ]
    );
}

#[test]
fn companies_are_told_from_people() {
    for lines in [
        "KIND:org\nFN:Atelier Noël\nTEL:1",
        "FN:Atelier Noël\nN:;;;;\nORG:Atelier Noël\nTEL:1",
        "X-ABShowAs:COMPANY\nFN:Atelier Noël\nORG:Atelier Noël;\nTEL:1",
        "ORG:Atelier Noël\nTEL:1",
    ] {
        let person = read("3.0", lines);
        assert!(person.is_company(), "{lines}");
        assert_eq!(person.company.name, "Atelier Noël", "{lines}");
        assert_eq!(phones(&person), [(ReachKind::Other, "1")], "{lines}");
    }
    assert!(
        !read(
            "3.0",
            "FN:Atelier Noël\nN:Noël;Atelier;;;\nORG:Atelier Noël"
        )
        .is_company()
    );
    for kind in [
        "KIND:group",
        "X-ADDRESSBOOKSERVER-KIND:group",
        "KIND:location",
    ] {
        let text = card("4.0", &format!("FN:Amis\n{kind}"));
        assert_eq!(
            refused(text.as_bytes()),
            [("Amis".to_owned(), PersonProblem::Nobody)]
        );
    }
}

#[test]
fn somebody_without_a_name_is_called_by_what_is_known() {
    assert_eq!(
        read("2.1", "N:Noël;Zoé;Anne,Marie;;").contact.name,
        "Zoé Anne Marie Noël"
    );
    assert_eq!(read("3.0", "NICKNAME:Zozo,Zo").contact.name, "Zozo, Zo");
    assert_eq!(
        read("3.0", "EMAIL:a@b.test\nTEL:1").contact.name,
        "a@b.test"
    );
    assert_eq!(read("3.0", "TEL:02 38").contact.name, "02 38");
    assert_eq!(
        refused(card("3.0", "NOTE:rien").as_bytes()),
        [(String::new(), PersonProblem::Empty)]
    );
}

#[test]
fn line_ends_may_be_mixed_and_a_mark_may_stand_before() {
    let text = "\u{feff}\r\n\nBEGIN:VCARD\nVERSION:3.0\r\nFN:Zo\n é\r\n\r\nTEL:1\nEND:VCARD\r\n\u{feff}BEGIN:VCARD\nFN:B\nend:vcard";
    let read = people(text.as_bytes());
    assert_eq!(read.len(), 2);
    assert_eq!(read[0].contact.name, "Zoé");
    assert_eq!(read[0].line, 3);
    assert!(
        raw(text.as_bytes(), &read[0]).starts_with(b"BEGIN:VCARD\n"),
        "the mark is no part of the card"
    );
    assert!(raw(text.as_bytes(), &read[1]).starts_with(b"BEGIN:VCARD\nFN:B"));
}

#[test]
fn what_is_no_card_is_nothing() {
    for bytes in [
        &b""[..],
        b"\n\n",
        b"END:VCARD\n",
        b"PK\x03\x04",
        b"BEGIN:VCALENDAR\nEND:VCALENDAR\n",
        b"\xff\xfe",
    ] {
        assert_eq!(
            (people(bytes).len(), refused(bytes).len()),
            (0, 0),
            "{bytes:?}"
        );
    }
}
