use domain::{
    Address, Apart, Client, CompanyNumberError, Contact, Email, Id, Mapping, Phone, ReachKind,
    folded_company, folded_name, siren, siret,
};
use proptest::prelude::*;

/// The digit that makes `digits` a Luhn number, worked out the slow way.
fn luhn_digit(digits: &str) -> char {
    ('0'..='9')
        .find(|last| {
            let whole = format!("{digits}{last}");
            let sum: u32 = whole
                .chars()
                .rev()
                .enumerate()
                .map(|(at, digit)| {
                    let digit = digit.to_digit(10).expect("a digit");
                    let twice = digit * (1 + at as u32 % 2);
                    twice / 10 + twice % 10
                })
                .sum();
            sum.is_multiple_of(10)
        })
        .expect("one of ten fits")
}

#[test]
fn the_numbers_of_houses_everybody_knows_are_right() {
    // In public registers: the textbook one of INSEE, La Poste, EDF, SNCF Voyageurs, Michelin.
    for given in [
        "732829320",
        "356000000",
        "552081317",
        "519037584",
        "855200887",
    ] {
        assert_eq!(siren(given).as_deref(), Ok(given));
    }
    for given in [
        "732 829 320",
        "732\u{a0}829\u{202f}320",
        "732.829.320",
        " 732-829-320 ",
    ] {
        assert_eq!(siren(given).as_deref(), Ok("732829320"), "{given:?}");
    }
    assert_eq!(siret("732 829 320 00074").as_deref(), Ok("73282932000074"));
}

#[test]
fn an_establishment_of_la_poste_adds_up_to_a_multiple_of_five() {
    // 3+5+6 is 14: what the last five add must make it a multiple of five. The first, its head office, is a Luhn number
    // instead, as any other house's.
    for given in ["35600000000048", "35600000009075", "35600000049837"] {
        assert_eq!(siret(given).as_deref(), Ok(given), "{given}");
    }
    for given in ["35600000009076", "35600000000049"] {
        assert_eq!(siret(given), Err(CompanyNumberError::Checksum), "{given}");
    }
    // The exception is La Poste's alone: 7+3+2+8+2+9+3+2+0 is 36, and 4 more make forty.
    assert_eq!(
        siret("73282932000004"),
        Err(CompanyNumberError::Checksum),
        "another house's sum of five is no excuse"
    );
}

#[test]
fn what_cannot_be_a_number_says_why() {
    use CompanyNumberError::{Checksum, Length, Letters};
    let wanted = 9;
    assert_eq!(siren(""), Err(Length { found: 0, wanted }));
    assert_eq!(siren("73282932"), Err(Length { found: 8, wanted }));
    assert_eq!(siren("73282932000074"), Err(Length { found: 14, wanted }));
    assert_eq!(siren("FR73282932"), Err(Letters));
    assert_eq!(siren("७३२८२९३२०"), Err(Letters), "digits of another script");
    assert_eq!(siren("732829321"), Err(Checksum));
    assert_eq!(
        siret("73282932100074"),
        Err(Checksum),
        "a SIRET begins with a SIREN"
    );
}

proptest! {
    #[test]
    fn any_luhn_number_is_a_siren_and_one_wrong_digit_makes_it_none(
        body in "[0-9]{8}", at in 0..9_usize, more in 1..10_u32,
    ) {
        let whole = format!("{body}{}", luhn_digit(&body));
        prop_assert_eq!(siren(&whole), Ok(whole.clone()));
        let wrong: String = whole
            .chars()
            .enumerate()
            .map(|(n, digit)| match digit.to_digit(10) {
                Some(digit) if n == at => char::from_digit((digit + more) % 10, 10).unwrap_or('0'),
                _ => digit,
            })
            .collect();
        prop_assert_eq!(siren(&wrong), Err(CompanyNumberError::Checksum), "{} for {}", wrong, whole);
    }

    #[test]
    fn any_siren_has_establishments(body in "[0-9]{8}", nic in "[0-9]{4}") {
        let siren = format!("{body}{}", luhn_digit(&body));
        let whole = format!("{siren}{nic}");
        let whole = format!("{whole}{}", luhn_digit(&whole));
        prop_assert_eq!(siret(&whole), Ok(whole.clone()));
    }

    #[test]
    fn no_text_is_a_number_by_accident_or_a_panic(text in "\\PC{0,20}") {
        if let Ok(digits) = siren(&text) {
            prop_assert!(digits.len() == 9 && digits.bytes().all(|byte| byte.is_ascii_digit()));
        }
        if let Ok(digits) = siret(&text) {
            prop_assert_eq!(siren(&digits[..9]), Ok(digits[..9].to_owned()));
        }
    }

    #[test]
    fn a_name_is_the_same_whatever_its_order_case_and_accents(
        mut words in prop::collection::vec("[a-z]{1,8}", 1..5), turn in 0..5_usize,
    ) {
        let one = words.join(" ");
        let by = turn % words.len();
        words.rotate_left(by);
        let other = words.join("-").to_uppercase();
        prop_assert_eq!(folded_name(&one), folded_name(&other));
        prop_assert_eq!(folded_name(&folded_name(&one)), folded_name(&one), "folding again changes nothing");
    }

    #[test]
    fn a_house_is_the_same_with_and_without_its_legal_form(name in "[b-d]{4,8}( [b-d]{4,8})?") {
        for form in ["SARL", "sasu", "GmbH", "Ltd."] {
            prop_assert_eq!(folded_company(&format!("{name} {form}")), folded_company(&name));
            prop_assert_eq!(folded_company(&format!("{form} {name}")), folded_company(&name));
        }
        prop_assert_eq!(folded_company(&folded_company(&name)), folded_company(&name));
    }

    #[test]
    fn two_tables_are_read_alike_only_with_the_same_heads_in_the_same_order(
        heads in prop::collection::vec("[A-Z][a-z]{0,6}", 1..6), turn in 1..6_usize,
    ) {
        prop_assert_eq!(Mapping::id_of(&heads), Mapping::id_of(&heads.clone()));
        let mut turned = heads.clone();
        let by = turn % heads.len();
        turned.rotate_left(by);
        prop_assert_eq!(turned == heads, Mapping::id_of(&turned) == Mapping::id_of(&heads));
        let mut longer = heads.clone();
        longer.push(String::new());
        prop_assert_ne!(Mapping::id_of(&longer), Mapping::id_of(&heads), "an empty column is one");
    }

    #[test]
    fn two_that_are_apart_are_so_whichever_is_named_first(one in 0..1_000_u64, other in 0..1_000_u64) {
        let id = Id::<Contact>::from_number_for_testing;
        let at = chrono::DateTime::UNIX_EPOCH;
        prop_assert_eq!(Apart::of(id(one), id(other), at), Apart::of(id(other), id(one), at));
    }

    #[test]
    fn an_address_is_one_line_with_nothing_empty_in_it(
        street in "[ \nA-Za-z0-9,]{0,30}", postcode in "[ 0-9]{0,5}", city in "[ A-Z]{0,8}", country in "[ a-z]{0,6}",
    ) {
        let address = Address { street, postcode, city, country, ..Address::default() };
        let line = address.line();
        prop_assert!(!line.contains('\n') && line == line.trim());
        prop_assert_eq!(line.is_empty(), address.is_empty());
    }
}

#[test]
fn an_address_reads_the_french_way() {
    let address = Address {
        kind: ReachKind::Work,
        street: "12, rue de l’Œuvre\n  Bâtiment B ".to_owned(),
        postcode: "01000".to_owned(),
        city: "Bourg-en-Bresse".to_owned(),
        region: String::new(),
        country: "France".to_owned(),
    };
    assert_eq!(
        address.line(),
        "12, rue de l’Œuvre, Bâtiment B, 01000 Bourg-en-Bresse, France"
    );
    let town = Address {
        city: "Orléans".to_owned(),
        ..Address::default()
    };
    assert_eq!(
        town.line(),
        "Orléans",
        "no stray comma for what is not said"
    );
}

#[test]
fn names_that_differ_stay_apart() {
    assert_eq!(
        folded_name("Hélène LEFÈVRE"),
        folded_name("Lefevre, Helene")
    );
    assert_eq!(
        folded_name("Jean-Paul Œuvrard"),
        folded_name("oeuvrard jean paul")
    );
    assert_ne!(folded_name("Paul Martin"), folded_name("Paul Martine"));
    assert_eq!(
        folded_name(" ,;- "),
        "",
        "nothing but punctuation is no name"
    );
}

#[test]
fn houses_keep_what_tells_them_apart() {
    assert_eq!(
        folded_company("Lefèvre & Fils SARL"),
        folded_company("LEFEVRE et fils")
    );
    assert_eq!(
        folded_company("Dupont and Sons, Ltd."),
        folded_company("Dupont & Sons")
    );
    assert_ne!(
        folded_company("Bois du Lac"),
        folded_company("Bois des Lacs")
    );
    assert_eq!(
        folded_company("SA"),
        "sa",
        "a house whose whole name is a legal form keeps it"
    );
    assert_ne!(folded_company("SCI"), folded_company("SARL"));
}

#[test]
fn a_number_is_compared_by_what_is_dialled_and_an_address_by_what_is_sent_to() {
    let phone = |e164: &str, written: &str| Phone {
        kind: ReachKind::Work,
        e164: e164.to_owned(),
        written: written.to_owned(),
    };
    let one = phone("+33238000000", "02 38 00 00 00");
    let other = phone("+33238000000", "+33 (0)2.38.00.00.00");
    assert_eq!(one.dialled(), other.dialled());
    assert_eq!(
        phone("", "poste 12 #3").dialled(),
        "12#3",
        "no plan has it: the keys are pressed"
    );
    let email = |address: &str| Email {
        kind: ReachKind::Other,
        address: address.to_owned(),
    };
    assert_eq!(email(" Helene@Exemple.FR ").folded(), "helene@exemple.fr");
    assert_eq!(email("Helene@Exemple.FR ").domain(), "exemple.fr");
    assert_eq!(
        email("nobody").domain(),
        "",
        "nothing stands behind an @ that is not there"
    );
}

#[test]
fn what_is_put_aside_or_away_is_not_living() {
    let at = chrono::DateTime::UNIX_EPOCH;
    let mut client = Client::new(Id::from_number_for_testing(1), "Lac".to_owned(), at);
    assert!(client.is_living());
    client.archived_at = Some(at);
    assert!(!client.is_living(), "put aside");
    client.archived_at = None;
    client.trashed_at = Some(at);
    assert!(!client.is_living(), "in the trash");
}
