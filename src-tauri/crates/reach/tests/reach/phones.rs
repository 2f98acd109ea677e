use domain::{Phone, ReachKind};
use proptest::prelude::*;
use reach::{Region, extension, phone, shown};

const HOME: Region = Region::FRANCE;

/// What is written, its E.164, and how it is shown in France.
const VECTORS: &[(&str, &str, &str)] = &[
    ("0238000000", "+33238000000", "02 38 00 00 00"),
    ("02.38.00.00.00", "+33238000000", "02 38 00 00 00"),
    ("02-38-00-00-00", "+33238000000", "02 38 00 00 00"),
    ("+33 2 38 00 00 00", "+33238000000", "02 38 00 00 00"),
    ("+33 (0)2 38 00 00 00", "+33238000000", "02 38 00 00 00"),
    ("+33(0)238000000", "+33238000000", "02 38 00 00 00"),
    ("0033 2 38 00 00 00", "+33238000000", "02 38 00 00 00"),
    ("00 33 (0)2 38 00 00 00", "+33238000000", "02 38 00 00 00"),
    (
        "02\u{a0}38\u{202f}00\u{2009}00 00",
        "+33238000000",
        "02 38 00 00 00",
    ),
    (
        "\u{202a}+33 2 38 00 00 00\u{202c}",
        "+33238000000",
        "02 38 00 00 00",
    ),
    ("Tél. : 02 38 00 00 00", "+33238000000", "02 38 00 00 00"),
    ("tel:+33238000000", "+33238000000", "02 38 00 00 00"),
    ("02 38 00 00 00 (accueil)", "+33238000000", "02 38 00 00 00"),
    ("06 00 00 00 00 perso", "+33600000000", "06 00 00 00 00"),
    // A spreadsheet took the zero for a number's.
    ("238000000", "+33238000000", "02 38 00 00 00"),
    ("0 800 62 47 66", "+33800624766", "0 800 62 47 66"),
    ("0800 MAISON", "+33800624766", "0 800 62 47 66"),
    // The territories have country codes of their own, whatever their numbers look like.
    ("0590 12 34 56", "+590590123456", "0590 12 34 56"),
    ("+33 590 12 34 56", "+590590123456", "0590 12 34 56"),
    ("+590 590 12 34 56", "+590590123456", "0590 12 34 56"),
    ("0596 30 00 00", "+596596300000", "0596 30 00 00"),
    ("0594 30 00 00", "+594594300000", "0594 30 00 00"),
    ("0262 26 26 26", "+262262262626", "0262 26 26 26"),
    ("0692 12 34 56", "+262692123456", "0692 12 34 56"),
    ("0639 20 12 34", "+262639201234", "0639 20 12 34"),
    // Elsewhere.
    ("+41 44 668 18 00", "+41446681800", "+41 44 668 18 00"),
    ("0032 2 555 12 12", "+3225551212", "+32 2 555 12 12"),
    ("+1-800-FLOWERS", "+18003569377", "+1 800-356-9377"),
    ("+39 06 698 12345", "+390669812345", "+39 06 6981 2345"),
    ("+377 93 15 36 00", "+37793153600", "+377 93 15 36 00"),
    ("+687 26 20 00", "+687262000", "+687 26.20.00"),
];

#[test]
fn a_number_is_the_same_however_it_is_written() {
    for (written, e164, way) in VECTORS {
        let phone = phone(written, HOME);
        assert_eq!(phone.e164, *e164, "{written:?}");
        assert_eq!(shown(&phone, HOME), *way, "{written:?}");
        assert_eq!(phone.written, written.trim(), "what was written stays");
    }
}

#[test]
fn an_extension_is_asked_for_and_is_no_part_of_the_number() {
    for written in [
        "02 38 00 00 00 poste 12",
        "02 38 00 00 00 Poste : 12",
        "02 38 00 00 00 (poste 12)",
        "02 38 00 00 00, ext. 12",
        "02 38 00 00 00 x12",
        "02 38 00 00 00 #12",
        "tel:+33-2-38-00-00-00;ext=12",
    ] {
        let phone = phone(written, HOME);
        assert_eq!(phone.e164, "+33238000000", "{written:?}");
        assert_eq!(extension(&phone).as_deref(), Some("12"), "{written:?}");
        assert_eq!(shown(&phone, HOME), "02 38 00 00 00 #12", "{written:?}");
    }
    assert_eq!(extension(&phone("02 38 00 00 00", HOME)), None);
}

#[test]
fn what_is_no_number_is_shown_as_it_was_written() {
    for written in [
        "",
        "-",
        "voir standard",
        "15",
        "3639",
        "12 34",
        "0",
        "+",
        "+999 123 456 789",
        "020 7183 8750",
        "02 38 00 00 00 02 38 00 00 01",
        "zoe@example.com",
    ] {
        let phone = phone(written, HOME);
        assert_eq!(phone.e164, "", "{written:?} is in no plan");
        assert_eq!(shown(&phone, HOME), written);
    }
    let long = "1".repeat(100_000);
    assert_eq!(
        phone(&long, HOME).e164,
        "",
        "a text of any length is looked at quickly"
    );
}

#[test]
fn the_same_digits_are_another_number_in_another_country() {
    let belgium = Region::of("be").unwrap();
    assert_eq!(phone("02 555 12 12", belgium).e164, "+3225551212");
    let here = phone("02 555 12 12", belgium);
    assert_eq!(shown(&here, belgium), "02 555 12 12");
    assert_eq!(shown(&here, HOME), "+32 2 555 12 12");
    let there = phone("02 38 00 00 00", HOME);
    assert_eq!(shown(&there, belgium), "+33 2 38 00 00 00");
    let reunion = Region::of("RE").unwrap();
    assert_eq!(phone("02 38 00 00 00", reunion).e164, "+33238000000");
    assert_eq!(shown(&there, reunion), "02 38 00 00 00");
    let london = phone("020 7183 8750", Region::of("GB").unwrap());
    assert_eq!(shown(&london, HOME), "+44 20 7183 8750");
    // Jersey shares the United Kingdom's code and its way of writing.
    let jersey = phone("+44 1534 712345", Region::of("JE").unwrap());
    assert_eq!(shown(&jersey, Region::of("JE").unwrap()), "01534 712345");
}

#[test]
fn a_mobile_is_known_by_its_range() {
    assert_eq!(phone("06 00 00 00 00", HOME).kind, ReachKind::Mobile);
    assert_eq!(phone("0692 12 34 56", HOME).kind, ReachKind::Mobile);
    assert_eq!(phone("02 38 00 00 00", HOME).kind, ReachKind::Other);
}

#[test]
fn a_country_is_one_of_the_worlds() {
    assert_eq!(Region::of(" fr ").unwrap(), Region::default());
    assert_eq!(Region::of("fr").unwrap().code(), "FR");
    for code in ["", "F", "FRA", "ZZ", "1F", "001"] {
        assert_eq!(Region::of(code), None, "{code:?}");
    }
}

proptest! {
    #[test]
    fn no_text_is_too_odd(written in ".*", home in "[A-Z]{2}") {
        let home = Region::of(&home).unwrap_or_default();
        let phone = phone(&written, home);
        prop_assert!(phone.e164.is_empty() || phone.e164.starts_with('+'));
        prop_assert!(phone.e164.len() <= 18, "E.164 has fifteen digits: {}", phone.e164);
        let _ = shown(&phone, home);
    }

    #[test]
    fn a_french_number_is_known_in_every_dress(
        digits in "[1-9][0-9]{8}",
        dress in 0..6_usize,
        gap in prop::sample::select(vec!["", " ", ".", "-", "\u{a0}"]),
    ) {
        let pairs = |from: &str| {
            let (first, rest) = from.split_at(2 - from.len() % 2);
            let rest = rest.as_bytes().chunks(2).map(|two| String::from_utf8_lossy(two).into_owned());
            std::iter::once(first.to_owned()).chain(rest).collect::<Vec<_>>().join(gap)
        };
        let dressed = [
            pairs(&format!("0{digits}")),
            format!("+33{gap}{}", pairs(&digits)),
            format!("0033{gap}{}", pairs(&digits)),
            format!("+33 (0){}", pairs(&digits)),
            format!("(+33) {}", pairs(&digits)),
            format!("0{digits} poste 7"),
        ][dress].clone();
        let plain = phone(&format!("0{digits}"), HOME);
        let other = phone(&dressed, HOME);
        prop_assert!(!plain.e164.is_empty(), "nine digits fit the plan");
        prop_assert_eq!(plain.e164, other.e164, "{}", dressed);
    }

    #[test]
    fn what_is_shown_is_read_as_the_same_number(digits in "\\+(33|590|262|1|32|41|44|49|352)[1-9][0-9]{7,9}") {
        let first = phone(&digits, HOME);
        if !first.e164.is_empty() {
            let again = phone(&shown(&first, HOME), HOME);
            prop_assert_eq!(&again.e164, &first.e164, "{}", shown(&first, HOME));
            prop_assert_eq!(shown(&again, HOME), shown(&first, HOME));
        }
    }
}

#[test]
fn a_phone_of_another_make_is_shown_too() {
    let kept = Phone {
        kind: ReachKind::Work,
        e164: "+33238000000".into(),
        written: "anything".into(),
    };
    assert_eq!(
        shown(&kept, HOME),
        "02 38 00 00 00",
        "by what it is, not by what was written"
    );
}
