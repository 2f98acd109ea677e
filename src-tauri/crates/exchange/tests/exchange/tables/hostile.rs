use std::fmt::Write;

use exchange::{COLUMNS_MOST, PersonProblem, PersonWarning, Sheet, SheetProblem};
use proptest::prelude::*;

use super::support::{entries, people};

#[test]
fn what_is_no_table_says_so() {
    for (bytes, why) in [
        (&b""[..], SheetProblem::Empty),
        (b"\xef\xbb\xbf \r\n\r\n", SheetProblem::Empty),
        (b"PK\x03\x04\x14\x00", SheetProblem::Workbook),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", SheetProblem::Workbook),
        (
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x01\x02\x03\x04\x05\x06",
            SheetProblem::NotATable,
        ),
    ] {
        assert_eq!(Sheet::open(bytes).map(|_| ()), Err(why));
    }
}

#[test]
fn a_table_of_a_hundred_thousand_columns_is_refused_and_such_a_row_stands_alone() {
    let wide = vec!["x"; 100_000].join(",");
    let table = format!("{wide}\n{wide}\n");
    assert_eq!(
        Sheet::open(table.as_bytes()).map(|_| ()),
        Err(SheetProblem::TooWide)
    );
    let mut table = String::from("Nom;E-mail\n");
    for n in 0..60 {
        writeln!(table, "Zoé {n};zoe{n}@example.com").unwrap();
    }
    table.push_str(&";".repeat(COLUMNS_MOST + 10));
    table.push_str("\nJean;jean@example.org\n");
    let (people, invalid) = entries(table.as_bytes());
    assert_eq!(people.len(), 61, "all the others arrive");
    assert_eq!(invalid[0].why, PersonProblem::TooWide);
    assert_eq!(invalid[0].line, 62);
}

#[test]
fn a_quote_that_is_never_closed_takes_no_other_row_with_it() {
    let mut table = String::from("Nom;E-mail\nZoé;zoe@example.com\n\"Jean;jean@example.org\n");
    for n in 0..600 {
        writeln!(table, "Paul {n};paul{n}@example.com").unwrap();
    }
    let (people, invalid) = entries(table.as_bytes());
    assert_eq!(people.len(), 601);
    assert_eq!(invalid.len(), 1);
    assert_eq!(
        (invalid[0].why, invalid[0].line),
        (PersonProblem::Unfinished, 3)
    );
    assert!(
        invalid[0].title.contains("Jean"),
        "one can tell whose it is: {:?}",
        invalid[0].title
    );
}

#[test]
fn noughts_and_ragged_rows_are_read_for_what_they_say() {
    let table = b"Nom;E-mail;Ville\nZo\0e;zoe@example.com;Lyon\nJean;jean@example.org\nPaul;paul@example.com;Nice;plus;;\n;;Lyon\n";
    let (people, invalid) = entries(table);
    assert_eq!(people[0].contact.name, "Zo e");
    assert_eq!(
        people[1].warnings,
        [PersonWarning::Cells],
        "a cell is missing"
    );
    assert_eq!(
        people[2].warnings,
        [PersonWarning::Cells],
        "a cell too many stays in the file"
    );
    assert_eq!(invalid[0].why, PersonProblem::Empty, "a town is nobody");
}

#[test]
fn a_long_table_is_read_in_time_that_grows_with_it_alone() {
    // Quotes open and close across lines, and one stays open: nothing is looked at again and again.
    let mut table = String::from("Nom;Notes\n");
    for n in 0..20_000 {
        writeln!(table, "Zoé {n};\"a\n\"\"b\"\"\"").unwrap();
    }
    table.push_str("Jean;\"jamais fermé\n");
    for n in 0..20_000 {
        writeln!(table, "Paul {n};x").unwrap();
    }
    let (people, invalid) = entries(table.as_bytes());
    assert_eq!((people.len(), invalid.len()), (40_000, 1));
    let long = format!("Nom;Notes\nZoé;\"{}\"\n", "é".repeat(3_000_000));
    let person = &super::support::people(long.as_bytes())[0];
    assert!(
        person.contact.notes.chars().count() <= 100_000,
        "more stays in the file"
    );
}

#[test]
fn ten_thousand_numbers_are_told_of_and_kept_in_the_file() {
    let numbers: Vec<String> = (0..10_000)
        .map(|n| format!("02 38 00 {:02} {:02}", n / 100, n % 100))
        .collect();
    let table = format!("Nom;Téléphone\nZoé;\"{}\"\n", numbers.join("\n"));
    let person = &people(table.as_bytes())[0];
    assert_eq!(person.contact.phones.len(), domain::Contact::MANY_MOST);
    assert_eq!(person.warnings, [PersonWarning::TooMany]);
}

proptest! {
    #[test]
    fn no_bytes_are_too_odd(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(sheet) = Sheet::open(&bytes) {
            let _ = sheet.people(sheet.guessed()).count();
        }
    }

    #[test]
    fn no_text_of_quotes_is_too_odd(text in "[\"a;,\\r\\n\u{e9}]{0,200}") {
        if let Ok(sheet) = Sheet::open(text.as_bytes()) {
            let mut at = 0;
            for entry in sheet.people(sheet.guessed()) {
                if let exchange::PersonEntry::Person(person) = entry {
                    prop_assert!(person.offset >= at, "rows do not overlap");
                    at = person.offset + person.length;
                    prop_assert!(at <= text.len() as u64);
                }
            }
        }
    }
}
