//! Cards made to hurt, by damage or on purpose.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use domain::{CardField, Contact};
use exchange::{CardVersion, PersonProblem, PersonWarning, cards, convert_card, patch_card};
use proptest::prelude::*;

use super::support::{card, corpus, people, person, refused};
use crate::support::now;

/// More than a busy machine takes for what is linear, and far less than what is square.
const LONG: Duration = Duration::from_secs(60);

fn within<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let begin = Instant::now();
    let done = work();
    assert!(
        begin.elapsed() < LONG,
        "{what}: linear, not square: {:?}",
        begin.elapsed()
    );
    done
}

#[test]
fn a_photo_of_fifty_megabytes_stays_in_the_file() {
    let mut line = String::from("PHOTO;ENCODING=b;TYPE=JPEG:/9j/");
    while line.len() < 50_000_000 {
        line.push_str("\n QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVpBQkNERUZHSElKS0xNTk9QUVJTVFVWV1h");
    }
    let text = card("3.0", &format!("FN:Zoé\n{line}\nTEL:1"));
    let read = within("a long photo", || people(text.as_bytes()).remove(0));
    assert_eq!(
        (read.photo.is_some(), read.warnings),
        (false, vec![PersonWarning::Photo])
    );
    assert_eq!(read.contact.phones.len(), 1, "what follows is read");
    let mut contact = read.contact;
    contact.phones[0].written = "2".into();
    contact.mark(CardField::Phones, now());
    let out = within("and an edit beside it", || {
        patch_card(text.as_bytes(), &contact, None, None)
    });
    assert_eq!(out.len(), text.len(), "only the number changed");
    let on_one_line = card(
        "3.0",
        &format!("FN:Zoé\nPHOTO;ENCODING=b:{}", "QUJD".repeat(2_000_000)),
    );
    assert_eq!(
        person(on_one_line.as_bytes()).warnings,
        [PersonWarning::Photo]
    );
}

#[test]
fn ten_thousand_numbers_are_two_hundred_and_the_file_keeps_them_all() {
    let mut lines = String::from("FN:Standard");
    for n in 0..10_000 {
        let _ = write!(
            lines,
            "\nTEL;TYPE=WORK:{n:05}\nEMAIL:a{n}@b.test\nCATEGORIES:t{n}\nX-SENTIER-FIELD:n;{n}"
        );
    }
    let text = card("3.0", &lines);
    let read = within("many numbers", || person(text.as_bytes()));
    let mut contact = read.contact;
    assert_eq!(
        [
            contact.phones.len(),
            contact.emails.len(),
            contact.tags.len(),
            contact.custom.len()
        ],
        [Contact::MANY_MOST; 4]
    );
    assert_eq!(read.warnings, [PersonWarning::TooMany]);
    contact.phones[7].written = "autre".into();
    contact.phones.remove(9);
    contact.mark(CardField::Phones, now());
    let out = within("and an edit", || {
        patch_card(text.as_bytes(), &contact, None, None)
    });
    let out = String::from_utf8(out).unwrap();
    assert_eq!(
        out.matches("TEL").count(),
        9_999,
        "one went, the others are all there"
    );
    assert!(
        out.contains("TEL;TYPE=WORK:09999\r\n"),
        "those nobody sees too"
    );
}

#[test]
fn a_million_lines_are_one_card() {
    let lines = format!("FN:A{}", "\nX-A:1".repeat(1_000_000));
    let text = card("3.0", &lines);
    let read = within("a million lines", || people(text.as_bytes()));
    assert_eq!(read.len(), 1);
    let text = card("3.0", &lines[..lines.len() / 10]);
    let mut contact = person(text.as_bytes()).contact;
    contact.name = "B".into();
    contact.mark(CardField::Name, now());
    let out = within("and an edit", || {
        patch_card(text.as_bytes(), &contact, None, None)
    });
    assert!(String::from_utf8(out).unwrap().contains("FN:B\r\n"));
    let notes = card("3.0", &format!("FN:A{}", "\nNOTE:une note".repeat(20_000)));
    let read = within("many notes", || person(notes.as_bytes()));
    assert_eq!(read.warnings, [PersonWarning::TooMany]);
    let labels = card(
        "3.0",
        &format!("FN:A{}", "\na.X-ABLabel:Travail\na.TEL:1".repeat(20_000)),
    );
    within("many labels", || person(labels.as_bytes()));
}

#[test]
fn folding_without_end_is_one_line() {
    for (head, fold) in [
        ("NOTE:x", "\n abcdé"),
        ("NOTE;ENCODING=QUOTED-PRINTABLE:x", "=\nabc=C3=A9"),
        ("PHOTO;ENCODING=b:", "\n QUJD"),
        ("X-A:", "\n\n\n a"),
    ] {
        let text = card(
            "2.1",
            &format!("FN:A\n{head}{}\nTEL:1", fold.repeat(400_000)),
        );
        let read = within(head, || person(text.as_bytes()));
        assert_eq!(read.contact.phones.len(), 1, "{head}");
        assert!(read.contact.notes.chars().count() <= 100_000, "{head}");
        assert!(
            !read.contact.notes.contains('Ã'),
            "{head}: cut between characters"
        );
    }
    let blank = format!("{}{}", "\r\n".repeat(3_000_000), card("3.0", "FN:A"));
    assert_eq!(
        within("blank lines", || person(blank.as_bytes())).line,
        3_000_001
    );
}

#[test]
fn cards_within_cards_without_end_cost_nothing() {
    let text = format!(
        "BEGIN:VCARD\nVERSION:2.1\nFN:A\n{}",
        "AGENT:\nBEGIN:VCARD\n".repeat(20_000)
    );
    assert_eq!(
        within("agents", || refused(text.as_bytes())),
        [("A".to_owned(), PersonProblem::Unfinished)]
    );
    let whole = format!("{text}{}", "END:VCARD\n".repeat(20_001));
    let contact = person(whole.as_bytes()).contact;
    let out = within("converted", || {
        convert_card(whole.as_bytes(), &contact, None, None, CardVersion::V3)
    });
    assert_eq!(person(&out).contact.name, "A");
    let text = "BEGIN:VCARD\n".repeat(20_000);
    assert_eq!(within("begins", || refused(text.as_bytes())).len(), 20_000);
}

#[test]
fn a_damaged_byte_anywhere_in_the_corpus_never_loses_the_file() {
    for (name, bytes) in corpus() {
        for at in (0..bytes.len()).step_by(5) {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x55;
            for read in people(&damaged) {
                let range = read.offset as usize..(read.offset + read.length) as usize;
                let card = &damaged[range];
                let mut contact = read.contact;
                contact.edits = CardField::KNOWN.into();
                let company = Some(read.company.name.as_str());
                let out = patch_card(card, &contact, company, read.photo.as_ref());
                assert!(out == card, "{name}: damage at {at} is given back too");
            }
        }
    }
}

/// Pieces of cards, put together without sense.
fn card_soup() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        4 => Just(b"BEGIN:VCARD".to_vec()),
        4 => Just(b"END:VCARD".to_vec()),
        1 => Just(b"AGENT:".to_vec()),
        1 => Just(b"VERSION:2.1".to_vec()),
        1 => Just(b"VERSION:4.0".to_vec()),
        2 => Just(b"N:A;B".to_vec()),
        1 => Just(b"FN:A".to_vec()),
        1 => Just(b"FN;CHARSET=UTF-8".to_vec()),
        1 => Just(b"ORG:A;B;C".to_vec()),
        1 => Just(b"a.TEL;WORK;TYPE=\"home,pref\":1".to_vec()),
        1 => Just(b"a.X-ABLabel:Mobile".to_vec()),
        1 => Just(b"TEL;PREF=7:2".to_vec()),
        1 => Just(b"NOTE;QUOTED-PRINTABLE:a=C3=".to_vec()),
        1 => Just(b"ADR;TYPE=\"".to_vec()),
        1 => Just(b"CATEGORIES:a,b\\,c,".to_vec()),
        1 => Just(b"PHOTO;BASE64:/9j/".to_vec()),
        1 => Just(b"QUJDREVG".to_vec()),
        1 => Just(b" folded".to_vec()),
        1 => Just(b"\t".to_vec()),
        1 => Just(b"".to_vec()),
        1 => proptest::collection::vec(any::<u8>(), 0..30),
        3 => "(FN|N|TEL|EMAIL|ADR|ORG|NOTE|URL|BDAY|TITLE|[A-Z-]{1,12})[;:][ -~é]{0,40}".prop_map(String::into_bytes),
    ];
    let end = prop_oneof![
        Just(&b"\r\n"[..]),
        Just(&b"\n"[..]),
        Just(&b"\r"[..]),
        Just(&b""[..])
    ];
    proptest::collection::vec((piece, end), 0..40).prop_map(|pieces| {
        let pieces = pieces.into_iter();
        pieces
            .flat_map(|(piece, end)| [piece, end.to_vec()].concat())
            .collect()
    })
}

/// Reads a file, gives every card back untouched, and edits and converts each in every way.
fn lives_through(bytes: &[u8]) -> Result<(), TestCaseError> {
    let mut last = 0;
    for read in people(bytes) {
        let (offset, end) = (read.offset as usize, (read.offset + read.length) as usize);
        prop_assert!(
            last <= offset && offset < end && end <= bytes.len(),
            "cards follow each other"
        );
        last = end;
        let card = &bytes[offset..end];
        let mut contact = read.contact.clone();
        prop_assert!(
            patch_card(card, &contact, None, None) == card,
            "untouched, so the same bytes"
        );
        contact.edits = CardField::KNOWN.into();
        if !read.is_company() {
            let company = Some(read.company.name.as_str());
            let out = patch_card(card, &contact, company, read.photo.as_ref());
            let again = people(&out);
            prop_assert_eq!(
                again.len(),
                1,
                "still a card: {}",
                String::from_utf8_lossy(&out)
            );
        }
        contact.name = "Autre".into();
        contact.phones.reverse();
        for version in [CardVersion::V3, CardVersion::V4] {
            let out = convert_card(card, &contact, None, None, version);
            let names: Vec<String> = people(&out)
                .into_iter()
                .map(|person| person.contact.name)
                .collect();
            prop_assert_eq!(names.len(), 1, "{}", String::from_utf8_lossy(&out));
        }
    }
    Ok(())
}

#[test]
fn a_value_whose_other_half_never_came_does_not_swallow_the_line_put_after_it() {
    let card = b"BEGIN:VCARD\r\nORG:Atelier\r\nNOTE;QUOTED-PRINTABLE:a=C3=\r\nEND:VCARD\r\n";
    let mut contact = people(card).remove(0).contact;
    assert_eq!(
        patch_card(card, &contact, None, None),
        card,
        "untouched, so the same bytes"
    );
    contact.name = "Zoe Noel".into();
    contact.edits = CardField::KNOWN.into();
    let out = patch_card(card, &contact, Some("Atelier"), None);
    let again = people(&out);
    assert_eq!(again.len(), 1, "{}", String::from_utf8_lossy(&out));
    assert_eq!(again[0].contact.name, "Zoe Noel");
}

/// Found by fuzzing: what was said anew went into the first line of its name, which had no colon, and was lost.
#[test]
fn what_is_edited_does_not_go_into_a_line_that_says_nothing() {
    let card = card(
        "3.0",
        "ORG:Atelier\nFN;CHARSET=UTF-8\nTITLE;LANGUAGE=fr\nNOTE;A",
    );
    let card = card.as_bytes();
    let mut contact = people(card).remove(0).contact;
    contact.name = "Zoé Noël".into();
    contact.role = "Acheteuse".into();
    contact.notes = "Rappeler".into();
    contact.edits = CardField::KNOWN.into();
    let again = person(&patch_card(card, &contact, None, None)).contact;
    assert_eq!(
        [&again.name, &again.role, &again.notes],
        [&contact.name, &contact.role, &contact.notes],
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_break_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        lives_through(&bytes)?;
        let framed = [b"BEGIN:VCARD\nFN:A\n".as_slice(), &bytes, b"\nEND:VCARD\n"].concat();
        lives_through(&framed)?;
        let wide = [b"\xff\xfe".as_slice(), &bytes].concat();
        prop_assert!(cards(&wide).count() <= bytes.len());
    }

    #[test]
    fn no_heap_of_lines_breaks_the_reader(bytes in card_soup()) {
        lives_through(&bytes)?;
    }
}
