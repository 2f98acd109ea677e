use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate};
use domain::{
    Address, Client, Contact, CustomField, Email, Id, Language, Phone, ReachKind, Tier, clean_line,
    clean_text,
};
use exchange::{PeopleTable, ReadPerson, Sheet, TablePerson, TableWriter};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;

use super::support::{encoded, people};

/// Somebody, and where they work.
#[derive(Debug, Clone)]
pub(crate) struct Somebody {
    contact: Contact,
    client: Client,
}

/// A line as the book keeps it: with what spreadsheets, quotes and delimiters make trouble of.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-zÀ-ÿœ’ ]{1,20}",
        "[=+@'\\-]{1,3}[a-z\"(),;|\\\\]{0,8}",
        "[ -~é€\u{202f}]{0,24}",
    ]
    .prop_map(|text| clean_line(&text, 200))
}

fn filled() -> impl Strategy<Value = String> {
    line().prop_map(|text| {
        if text.is_empty() {
            "x".to_owned()
        } else {
            text
        }
    })
}

fn text() -> impl Strategy<Value = String> {
    "[ -~éœ\n\t;,\"']{0,60}".prop_map(|text| clean_text(&text, 1_000))
}

fn kind() -> impl Strategy<Value = ReachKind> {
    prop::sample::select(vec![
        ReachKind::Work,
        ReachKind::Mobile,
        ReachKind::Home,
        ReachKind::Fax,
        ReachKind::Other,
    ])
}

fn reached() -> impl Strategy<Value = (Vec<Phone>, Vec<Email>, Vec<Address>)> {
    let phone = (
        kind(),
        "\\+?[0-9]{2}( ?[0-9]{2}){3,5}( poste [0-9]{2}| / 02 38 00 00 00)?",
    )
        .prop_map(|(kind, written)| Phone {
            kind,
            e164: String::new(),
            written,
        });
    let email = (kind(), "[a-z'+]{1,8}[a-z]@[a-z]{1,8}\\.(fr|com)")
        .prop_map(|(kind, address)| Email { kind, address });
    let address = (
        kind(),
        vec(filled(), 1..3),
        "[0-9]{5}",
        line(),
        line(),
        line(),
    )
        .prop_map(|(kind, street, postcode, city, region, country)| Address {
            kind,
            street: clean_text(&street.join("\n"), 1_000),
            postcode,
            city,
            region,
            country,
        });
    let distinct = |phones: Vec<Phone>| {
        let mut seen = BTreeSet::new();
        phones
            .into_iter()
            .filter(|phone| seen.insert((phone.kind, phone.written.clone())))
            .collect::<Vec<_>>()
    };
    let apart = |emails: Vec<Email>| {
        let mut seen = BTreeSet::new();
        emails
            .into_iter()
            .filter(|email| seen.insert((email.kind, email.address.clone())))
            .collect::<Vec<_>>()
    };
    (
        vec(phone, 0..4).prop_map(distinct),
        vec(email, 0..4).prop_map(apart),
        vec(address, 0..3),
    )
}

prop_compose! {
    pub(crate) fn somebody()(
        names in (filled(), line(), line(), line(), line(), line(), line(), line(), line()),
        (phones, emails, addresses) in reached(),
        links in vec("https://[a-z]{1,9}\\.fr/[a-z=+-]{0,5}", 0..3),
        birthday in prop::option::of((1900..2100_i32, 1..366_u32)),
        notes in text(),
        tags in btree_set(filled(), 0..4),
        custom in vec((filled(), filled()), 0..3),
        house in (line(), line(), 0..4_usize),
        uid in filled(),
    ) -> Somebody {
        let id = Id::from_number_for_testing(1);
        let (name, prefix, given, additional, family, suffix, nickname, role, department) = names;
        let contact = Contact {
            prefix,
            given,
            additional,
            family,
            suffix,
            nickname,
            role,
            department,
            phones,
            emails,
            addresses,
            links,
            birthday: birthday.and_then(|(year, day)| NaiveDate::from_yo_opt(year, day)),
            notes,
            tags,
            custom: custom
                .into_iter().map(|(name, value)| CustomField { name, value: clean_text(&value, 1_000) })
                // A cell cannot tell a field that is empty from one that is not there.
                .filter(|field| !field.value.is_empty()).collect(),
            uid,
            ..Contact::new(id, name, DateTime::UNIX_EPOCH)
        };
        let (company, market, tier) = house;
        let mut client = Client::new(Id::from_number_for_testing(2), company, DateTime::UNIX_EPOCH);
        client.market = market;
        client.tier = [Tier::A, Tier::B, Tier::C, Tier::None][tier];
        client.siret = "73282932000074".into();
        client.siren = "732829320".into();
        Somebody { contact, client }
    }
}

/// The table of these people, and the cells of its rows before anything was quoted.
pub(crate) fn exported(people: &[Somebody], language: Language) -> (Vec<u8>, Vec<Vec<String>>) {
    let rows: Vec<TablePerson<'_>> = people
        .iter()
        .map(|one| TablePerson {
            contact: Some(&one.contact),
            client: Some(&one.client),
        })
        .collect();
    let mut table = PeopleTable::new(language);
    for row in &rows {
        table.widen(row);
    }
    let mut cells = vec![table.heads()];
    cells.extend(rows.iter().map(|row| table.cells(row)));
    let mut writer = TableWriter::new(Vec::new(), language).unwrap();
    for row in &cells {
        writer.row(row.iter().map(String::as_str)).unwrap();
    }
    (writer.finish().unwrap(), cells)
}

/// What came back beside what went out; fields the person named come back in the order of the columns.
fn compared(back: &ReadPerson, sent: &Somebody) -> (Contact, Contact) {
    let mut read = back.contact.clone();
    let mut wanted = sent.contact.clone();
    read.id = wanted.id;
    for contact in [&mut read, &mut wanted] {
        contact
            .custom
            .sort_by(|a, b| (&a.name, &a.value).cmp(&(&b.name, &b.value)));
    }
    (read, wanted)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_goes_out_comes_back_as_it_was(people_sent in vec(somebody(), 1..12), french in any::<bool>()) {
        let language = if french { Language::Fr } else { Language::En };
        let (bytes, _) = exported(&people_sent, language);
        prop_assert_eq!(bytes.starts_with("\u{feff}".as_bytes()), french);
        let sheet = Sheet::open(&bytes).unwrap();
        prop_assert_eq!(sheet.delimiter(), if french { ';' } else { ',' });
        let back = people(&bytes);
        prop_assert_eq!(back.len(), people_sent.len());
        for (read, sent) in back.iter().zip(&people_sent) {
            let (theirs, ours) = compared(read, sent);
            prop_assert_eq!(theirs, ours);
            prop_assert_eq!(&read.company.name, &sent.client.name);
            prop_assert_eq!(&read.company.market, &sent.client.market);
            prop_assert_eq!(read.company.tier, sent.client.tier);
            prop_assert_eq!(&read.company.siret, &sent.client.siret);
            prop_assert!(read.warnings.is_empty(), "{:?}", read.warnings);
        }
    }

    #[test]
    fn rows_end_where_the_csv_crate_says(text in "[a\";\n]{0,60}") {
        let text = format!("Nom;E-mail\n{text}\n");
        let whole = text.matches('"').count().is_multiple_of(2);
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(text.as_bytes());
        let theirs: Vec<Vec<String>> = reader
            .records()
            .map(|row| row.unwrap().iter().map(str::to_owned).collect())
            .collect();
        let sheet = Sheet::open(text.as_bytes()).unwrap();
        if whole && sheet.delimiter() == ';' && sheet.heads() == ["Nom", "E-mail"] {
            let said = |row: &&Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
            let closed = sheet.people(sheet.guessed()).all(|entry| !matches!(
                &entry,
                exchange::PersonEntry::Invalid(bad) if bad.why == exchange::PersonProblem::Unfinished
            ));
            if closed {
                let ours = sheet.people(sheet.guessed()).count();
                prop_assert_eq!(ours, theirs.iter().skip(1).filter(said).count());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn six_hundred_of_six_hundred_arrive_in_any_dress(
        names in vec(("[A-ZÉÈ][a-zéèêëïôùûüç]{1,12}", "[ -~éèàçœ\r\n]{0,30}"), 600),
        delimiter in prop::sample::select(vec![b';', b',', b'\t', b'|']),
        ending in prop::sample::select(vec![csv::Terminator::CRLF, csv::Terminator::Any(b'\n'), csv::Terminator::Any(b'\r')]),
    ) {
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).terminator(ending).from_writer(Vec::new());
        writer.write_record(["Nom", "Société", "Remarques", "E-mail"]).unwrap();
        for (n, (name, note)) in names.iter().enumerate() {
            let email = format!("p{n}@example.com");
            writer.write_record([name.as_str(), "Menuiserie, Père; Fils", note, &email]).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        for (encoding, bytes) in encoded(&text) {
            let back = people(&bytes);
            prop_assert_eq!(back.len(), 600, "in {}", encoding);
            for (n, read) in back.iter().enumerate() {
                prop_assert_eq!(&read.contact.name, &names[n].0);
                prop_assert_eq!(&read.contact.emails[0].address, &format!("p{n}@example.com"));
                prop_assert_eq!(&read.company.name, "Menuiserie, Père; Fils");
            }
            let end = back.last().map_or(0, |last| last.offset + last.length);
            prop_assert_eq!(end, bytes.len() as u64, "the last row ends where the file does, in {}", encoding);
        }
    }
}

#[test]
fn a_company_at_which_nobody_is_known_has_a_row_too() {
    let mut client = Client::new(
        Id::from_number_for_testing(2),
        "Menuiserie Père & Fils".into(),
        DateTime::UNIX_EPOCH,
    );
    client.website = "https://exemple.fr".into();
    client.phones.push(Phone {
        written: "02 38 00 00 00".into(),
        ..Phone::default()
    });
    let row = TablePerson {
        contact: None,
        client: Some(&client),
    };
    let mut table = PeopleTable::new(Language::Fr);
    table.widen(&row);
    let mut writer = TableWriter::new(Vec::new(), Language::Fr).unwrap();
    for cells in [table.heads(), table.cells(&row)] {
        writer.row(cells.iter().map(String::as_str)).unwrap();
    }
    assert_eq!(writer.rows(), 2);
    let back = people(&writer.finish().unwrap());
    assert!(back[0].is_company());
    assert_eq!(back[0].company.name, client.name);
    assert_eq!(back[0].contact.links, ["https://exemple.fr"]);
    assert_eq!(back[0].contact.phones, client.phones);
}
