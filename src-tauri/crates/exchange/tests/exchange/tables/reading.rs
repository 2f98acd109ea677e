use chrono::NaiveDate;
use domain::{ReachKind, Tier};
use exchange::{PersonWarning, Sheet};

use super::support::{encoded, outlook, people};

#[test]
fn outlooks_french_table_arrives_whole() {
    let bytes = outlook();
    let sheet = Sheet::open(&bytes).unwrap();
    assert_eq!(sheet.encoding(), "windows-1252");
    assert_eq!(sheet.delimiter(), ',');
    assert_eq!(sheet.heads()[7], "Société ", "heads stay as written");
    let people = people(&bytes);
    assert_eq!(people.len(), 3);
    let zoe = &people[0].contact;
    assert_eq!(zoe.name, "Zoé Noël", "the first Nom is the whole name");
    assert_eq!(zoe.family, "Noël", "the one behind Prénom is the family's");
    assert_eq!(zoe.prefix, "Mme", "the first Titre is a civility");
    assert_eq!(zoe.role, "Directrice", "the second is what she does");
    assert_eq!(zoe.department, "Achats");
    assert_eq!(people[0].company.name, "Façonnerie & Cie");
    assert_eq!(zoe.addresses[0].street, "12, rue de l'Œuvre\nBât. B");
    assert_eq!(
        zoe.addresses[0].line(),
        "12, rue de l'Œuvre, Bât. B, 45000 Orléans, France"
    );
    assert_eq!(zoe.phones[0].kind, ReachKind::Work);
    assert_eq!(zoe.phones[1].kind, ReachKind::Mobile);
    assert_eq!(zoe.birthday, NaiveDate::from_ymd_opt(1980, 7, 14));
    assert_eq!(zoe.notes, "Budget 10 000 € – à rappeler « lundi »");
    assert!(zoe.tags.contains("Client") && zoe.tags.contains("VIP"));
    let fields: Vec<_> = zoe.custom.iter().map(|f| (&*f.name, &*f.value)).collect();
    assert_eq!(
        fields,
        [("Utilisateur 1", "perso")],
        "0/0/00 is no date and no field"
    );
    assert_eq!(
        people[1].contact.emails[0].address, "ZOE@EXAMPLE.COM",
        "blanks are no part of it"
    );
    let jean = &people[2].contact;
    assert_eq!(
        jean.name, "=HYPERLINK(\"http://x\")",
        "a formula is only text"
    );
    assert_eq!(
        jean.addresses[0].postcode, "01000",
        "a postal code keeps its zero"
    );
    assert_eq!(jean.notes, "ligne 1\nligne 2 avec \"guillemets\"");
    assert!(
        people.iter().all(|person| person.warnings.is_empty()),
        "all was understood"
    );
}

#[test]
fn every_row_knows_its_bytes_in_the_file() {
    let bytes = outlook();
    let people = people(&bytes);
    let head_end = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    let mut at = head_end as u64;
    for person in &people {
        assert_eq!(person.offset, at, "rows follow each other without a gap");
        at += person.length;
    }
    assert_eq!(at, bytes.len() as u64, "and reach to the end");
    assert_eq!(
        people.iter().map(|p| p.line).collect::<Vec<_>>(),
        [2, 4, 5],
        "a cell has a line end"
    );
}

#[test]
fn a_table_is_the_same_in_every_encoding_and_with_every_delimiter() {
    for delimiter in [";", ",", "\t", "|"] {
        let text = [
            "Prénom;Nom;Société;Téléphone portable;E-mail",
            "Zoé;Noël;\"Façonnerie, \u{153}uvres; Cie\";06 00 00 00 00;zoe@example.com",
            "Jérôme;Lefèvre;\"Négoce\r\net fils\";06 00 00 00 01;jerome@example.com",
            "Chloé;D\u{2019}Été;Hôtel 😀;06 00 00 00 02;chloe@example.com",
            "",
        ]
        .join("\r\n");
        // The delimiter inside quotes stays what it is.
        let text = text
            .replace(';', delimiter)
            .replace(&format!("uvres{delimiter}"), "uvres;");
        let text = text.replace("Façonnerie,", "Façonnerie");
        for (name, bytes) in encoded(&text) {
            let text = if name == "windows-1252" {
                text.replace('😀', "&#128512;")
            } else {
                text.clone()
            };
            let sheet = Sheet::open(&bytes).unwrap();
            assert_eq!(sheet.encoding(), name, "with {delimiter:?}");
            assert_eq!(sheet.delimiter().to_string(), delimiter, "in {name}");
            let people = people(&bytes);
            assert_eq!(people.len(), 3);
            assert_eq!(people[0].contact.name, "Zoé Noël");
            assert_eq!(people[0].company.name, "Façonnerie œuvres; Cie");
            assert_eq!(people[1].company.name, "Négoce et fils");
            assert!(
                text.contains(&people[2].company.name),
                "{}",
                people[2].company.name
            );
            let end = people[2].offset + people[2].length;
            assert_eq!(end, bytes.len() as u64, "places are the file's, in {name}");
            let row = &bytes[people[1].offset as usize..end as usize];
            let row_alone = people[1].length as usize;
            let said = String::from_utf8_lossy(&row[..row_alone]).replace('\0', "");
            assert!(
                said.starts_with('J'),
                "a row begins where it begins: {said:?} in {name}"
            );
            assert!(
                said.ends_with('\n'),
                "and has its line end: {said:?} in {name}"
            );
        }
    }
}

#[test]
fn cells_of_two_encodings_are_each_read_in_theirs() {
    let mut bytes = "Prénom;Nom\r\nZoé;Noël\r\n".as_bytes().to_vec();
    bytes.extend(b"J\xe9r\xf4me;Lef\xe8vre\r\n");
    let names: Vec<String> = people(&bytes).into_iter().map(|p| p.contact.name).collect();
    assert_eq!(names, ["Zoé Noël", "Jérôme Lefèvre"]);
}

#[test]
fn what_a_macintosh_broke_is_not_guessed_at() {
    let bytes = encoding_rs::WINDOWS_1252
        .encode("Nom;TÈlÈphone;Ville\r\nZoÈ;02 38 00 00 00;OrlÈans\r\n")
        .0;
    let person = &people(&bytes)[0].contact;
    assert_eq!(person.name, "ZoÈ", "it comes as it is in the file");
    assert_eq!(
        person.phones[0].written, "02 38 00 00 00",
        "the head is known all the same"
    );
}

#[test]
fn a_row_of_a_company_alone_is_no_person() {
    let table = "Raison sociale;SIREN;Téléphone;E-mail;Secteur;Classe\nLa Poste;356 000 000;3631;;Courrier;a\n";
    let people = people(table.as_bytes());
    assert!(people[0].is_company());
    assert_eq!(people[0].company.name, "La Poste");
    assert_eq!(people[0].company.siren, "356000000");
    assert_eq!(people[0].company.market, "Courrier");
    assert_eq!(people[0].company.tier, Tier::A);
    assert_eq!(
        people[0].contact.phones[0].written, "3631",
        "the number is the company's"
    );
}

#[test]
fn a_title_above_the_heads_and_a_told_delimiter_are_no_rows() {
    let table = "sep=;\r\nExport du 12/11/2026;;\r\n\r\nPrénom;Nom;E-mail\r\nZoé;Noël;zoe@example.com\r\n;;\r\n";
    let sheet = Sheet::open(table.as_bytes()).unwrap();
    assert_eq!(sheet.heads(), ["Prénom", "Nom", "E-mail"]);
    let people = people(table.as_bytes());
    assert_eq!(people.len(), 1, "a row of blanks is nobody");
    assert_eq!(people[0].line, 5);
}

#[test]
fn a_table_without_heads_loses_no_row() {
    let table = "Zoé;zoe@example.com;02 38 00 00 00\nJean;jean@example.org;02 38 00 00 01\n";
    let people = people(table.as_bytes());
    assert_eq!(people.len(), 2, "the first row is somebody");
    assert_eq!(people[0].contact.emails[0].address, "zoe@example.com");
    assert_eq!(people[0].contact.phones[0].written, "02 38 00 00 00");
}

#[test]
fn dates_are_read_in_the_order_their_column_shows() {
    let day = |table: &str| {
        people(table.as_bytes())[0]
            .contact
            .birthday
            .map(|d| d.to_string())
    };
    assert_eq!(
        day("Nom;Anniversaire\nA;01/02/1980\nB;14/02/1980\n").as_deref(),
        Some("1980-02-01")
    );
    assert_eq!(
        day("Name,Birthday\nA,1/2/1980\nB,2/14/1980\n").as_deref(),
        Some("1980-01-02")
    );
    assert_eq!(
        day("Nom;Anniversaire\nA;1980-07-14\n").as_deref(),
        Some("1980-07-14")
    );
    assert_eq!(
        day("Nom;Anniversaire\nA;14.7.80\n").as_deref(),
        Some("1980-07-14")
    );
    assert_eq!(day("Nom;Anniversaire\nA;00/00/0000\n"), None);
    let odd = people(b"Nom;Anniversaire\nA;31/02/1980\n");
    assert_eq!(odd[0].warnings, [PersonWarning::Date]);
}

#[test]
fn several_values_of_one_cell_are_several() {
    let table = "Nom;Téléphone;E-mail;Tags\nZoé;02 38 00 00 00 / 06 00 00 00 00;zoe@example.com, noel@example.com;VIP, Salon\n";
    let zoe = &people(table.as_bytes())[0].contact;
    assert_eq!(zoe.phones.len(), 2);
    assert_eq!(zoe.emails.len(), 2);
    assert_eq!(zoe.tags.len(), 2);
    let odd = people(b"Nom;E-mail\nZoe;pas d'adresse\n");
    assert_eq!(odd[0].warnings, [PersonWarning::Email]);
}

#[test]
fn the_same_row_is_the_same_person_and_a_short_number_is_its_tables_own() {
    let once = people("id;nom\n1;Zoé\n2;Jean\n".as_bytes());
    let again = people("id;nom\n1;Zoé Noël\n".as_bytes());
    let other = people("id;nom;ville\n1;Paul;Lyon\n".as_bytes());
    assert_eq!(
        once[0].contact.uid, again[0].contact.uid,
        "the program's own number"
    );
    assert_ne!(once[0].contact.uid, once[1].contact.uid);
    assert_ne!(
        once[0].contact.uid, other[0].contact.uid,
        "1 is somebody in every table"
    );
    let bare = |text: &str| people(text.as_bytes())[0].contact.uid.clone();
    assert_eq!(bare("nom;ville\nZoé;Lyon\n"), bare("nom;ville\nZoé;Lyon\n"));
}
