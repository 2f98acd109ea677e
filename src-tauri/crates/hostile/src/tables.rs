//! Tables of people.

use domain::{Client, Language};
use exchange::{PeopleTable, PersonEntry, ReadPerson, Sheet, TablePerson, TableWriter};

/// How a cell begins that a spreadsheet would reckon with.
const FORMULA: [u8; 6] = *b"=+-@\t\r";

/// Reads a table as its heads are understood, and writes everybody in it as a table of our own.
pub fn try_bytes(bytes: &[u8]) {
    let Ok(sheet) = Sheet::open(bytes) else {
        return;
    };
    let mut people: Vec<ReadPerson> = Vec::new();
    let mut last = 0;
    for entry in sheet.people(sheet.guessed()) {
        if let PersonEntry::Person(person) = entry {
            assert!(person.offset >= last, "rows do not overlap");
            last = person.offset + person.length;
            assert!(last <= bytes.len() as u64, "a row lies in its file");
            people.push(*person);
        }
    }
    for language in [Language::Fr, Language::En] {
        let out = written(&people, language);
        let bad = cells(&out, if language == Language::Fr { b';' } else { b',' })
            .into_iter()
            .find(|cell| cell.first().is_some_and(|first| FORMULA.contains(first)));
        assert!(
            bad.is_none(),
            "a spreadsheet would reckon with {:?}",
            bad.map(|cell| String::from_utf8_lossy(&cell).into_owned())
        );
        if !people.is_empty() {
            let again = Sheet::open(&out);
            assert!(again.is_ok(), "it is a table again: {again:?}");
        }
    }
}

fn written(people: &[ReadPerson], language: Language) -> Vec<u8> {
    let clients: Vec<Client> = people
        .iter()
        .map(|person| {
            let id = domain::Id::from_number_for_testing(1);
            let mut client = Client::new(id, person.company.name.clone(), crate::stage::now());
            client.market = person.company.market.clone();
            client.siren = person.company.siren.clone();
            client
        })
        .collect();
    let rows: Vec<TablePerson<'_>> = people
        .iter()
        .zip(&clients)
        .map(|(person, client)| TablePerson {
            contact: Some(&person.contact),
            client: Some(client),
        })
        .collect();
    let mut table = PeopleTable::new(language);
    rows.iter().for_each(|row| table.widen(row));
    let write = || -> std::io::Result<Vec<u8>> {
        let mut writer = TableWriter::new(Vec::new(), language)?;
        writer.row(table.heads().iter().map(String::as_str))?;
        for row in &rows {
            writer.row(table.cells(row).iter().map(String::as_str))?;
        }
        writer.finish()
    };
    match write() {
        Ok(out) => out,
        Err(error) => unreachable!("writing to memory does not fail: {error}"),
    }
}

/// The cells of a table we wrote (RFC 4180), without their quotes.
fn cells(table: &[u8], delimiter: u8) -> Vec<Vec<u8>> {
    let table = table.strip_prefix("\u{feff}".as_bytes()).unwrap_or(table);
    let (mut all, mut cell, mut quoted) = (Vec::new(), Vec::new(), false);
    let mut rest = table.iter().copied().peekable();
    while let Some(byte) = rest.next() {
        match byte {
            b'"' if quoted && rest.peek() == Some(&b'"') => {
                rest.next();
                cell.push(b'"');
            }
            b'"' => quoted = !quoted,
            b'\r' if !quoted && rest.peek() == Some(&b'\n') => {
                rest.next();
                all.push(std::mem::take(&mut cell));
            }
            byte if byte == delimiter && !quoted => all.push(std::mem::take(&mut cell)),
            byte => cell.push(byte),
        }
    }
    all
}
