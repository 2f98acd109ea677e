//! People from files, through the commands the page calls.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use wire::{Aspect, Done, Duplicates, ImportPreview, ImportWhat, Match, MergedFrom, TableField};

use crate::window::{Window, fresh};

fn fixtures(kind: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(kind);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the corpus")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|end| end == kind))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "the corpus is there");
    files
}

fn outlook() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/csv/outlook-fr-cp1252.csv")
}

fn preview(window: &Window, file: &Path) -> ImportPreview {
    window.call("preview_import", json!({ "paths": [window.given(file)] }))
}

fn run(window: &Window, ticket: &str) -> Done {
    let choice = json!({ "skip": [], "takeDiffering": true, "rows": [] });
    window.call("run_import", json!({ "ticket": ticket, "choice": choice }))
}

fn bring_in(window: &Window, file: &Path) -> Done {
    run(window, &preview(window, file).ticket)
}

fn out(window: &Window, to: &Path, format: &str) -> Vec<u8> {
    *window.heard.save_to.lock() = Some(to.to_owned());
    window.call::<Option<String>>("export_people", json!({ "format": format }));
    std::fs::read(to).expect("the export")
}

#[test]
fn every_card_of_the_corpus_comes_back_byte_for_byte() {
    for file in fixtures("vcf") {
        let (folder, window) = fresh();
        bring_in(&window, &file);
        let came = out(&window, &folder.path().join("out.vcf"), "asTheyCame");
        assert!(
            came == std::fs::read(&file).expect("the file"),
            "{} came back changed",
            file.display()
        );
        window.close();
    }
}

#[test]
fn every_file_three_times_and_what_goes_out_of_it_change_nothing() {
    for file in [fixtures("vcf"), fixtures("csv")].concat() {
        let (folder, window) = fresh();
        bring_in(&window, &file);
        let once = out(&window, &folder.path().join("once.csv"), "csv");
        for _ in 0..2 {
            let again = preview(&window, &file);
            let counts = again.counts;
            let changed = counts.new + counts.differs + counts.near;
            assert_eq!(changed, 0, "{} is here: {:?}", file.display(), again.rows);
            run(&window, &again.ticket);
        }
        for (name, format) in [
            ("out.vcf", "asTheyCame"),
            ("three.vcf", "vcard3"),
            ("four.vcf", "vcard4"),
            ("out.csv", "csv"),
        ] {
            let path = folder.path().join(name);
            out(&window, &path, format);
            let again = preview(&window, &path);
            let counts = again.counts;
            assert_eq!(
                (counts.new, counts.near, counts.invalid),
                (0, 0, 0),
                "{} as {name} is known again: {:?}",
                file.display(),
                again.rows
            );
        }
        let again = out(&window, &folder.path().join("again.csv"), "csv");
        assert!(again == once, "{}", file.display());
        window.close();
    }
}

#[test]
fn the_french_outlook_table_is_mapped_corrected_and_its_duplicate_made_one_and_two_again() {
    let (folder, window) = fresh();
    let look = preview(&window, &outlook());
    let sheet = look.sheets.first().expect("a table");
    assert_eq!(sheet.heads.len(), 24);
    assert_eq!(sheet.delimiter, ",");
    assert!(!sheet.remembered);
    assert_eq!(
        sheet.fields[1],
        TableField::Prefix,
        "the first Titre is the civility"
    );
    assert_eq!(sheet.fields[9], TableField::Role, "the second is the job");
    assert_eq!(look.rows.len(), 3);
    assert_eq!(
        (look.counts.new, look.counts.same),
        (2, 1),
        "{:?}",
        look.rows
    );

    // Utilisateur 1 is corrected: it is a tag.
    let mut fields: Vec<Value> = sheet.fields.iter().map(|field| json!(field)).collect();
    fields[23] = json!({ "type": "tags" });
    let look: ImportPreview = window.call(
        "remap_import",
        json!({ "ticket": look.ticket, "file": 0, "fields": fields }),
    );
    assert!(look.sheets[0].remembered);
    let done = run(&window, &look.ticket);
    assert_eq!(
        done.said,
        "Apporté\u{a0}: 2 contacts, 1 client, 1 doublon réuni"
    );

    let again = preview(&window, &outlook());
    assert!(again.sheets[0].remembered, "the heads are known by now");
    assert_eq!(again.counts.same, 3);
    let zoe = again.rows[0].known.clone().expect("Zoé");

    let merges: Vec<MergedFrom> = window.call("merges_of", json!({ "id": zoe.id }));
    assert_eq!(merges.len(), 1);
    assert!(merges[0].quiet);
    window.call::<Done>("unmerge", json!({ "merge": merges[0].id }));
    let table =
        String::from_utf8(out(&window, &folder.path().join("out.csv"), "csv")).expect("text");
    assert!(
        table.starts_with('\u{feff}') && table.contains(';'),
        "as a French spreadsheet opens it"
    );
    assert!(
        table.contains("ZOE NOEL") && table.contains("Zoé Noël"),
        "two again: {table}"
    );
    assert!(table.contains("01000"), "a postal code is text");
    assert!(
        !table.contains(";=HYPERLINK") && !table.contains("\"=HYPERLINK"),
        "no formula: {table}"
    );
    window.call::<Option<Done>>("undo", Value::Null);
    let merges: Vec<MergedFrom> = window.call("merges_of", json!({ "id": zoe.id }));
    assert_eq!(merges.len(), 1, "taking apart is undone as anything is");
}

#[test]
fn a_pair_is_reviewed_side_by_side_and_made_one_field_by_field() {
    let (folder, window) = fresh();
    let file = folder.path().join("deux.vcf");
    let card = |name: &str, more: &str| {
        format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nORG:Garage\r\n{more}END:VCARD\r\n")
    };
    let text = card("Luc Petit", "TITLE:Achats\r\nTEL:0238000001\r\n")
        + &card("Petit Luc", "TITLE:Direction\r\nTEL:0238000002\r\n");
    std::fs::write(&file, text).expect("written");
    let look = preview(&window, &file);
    assert_eq!(look.rows[1].verdict, Match::Near, "{:?}", look.rows[1]);
    assert_eq!(look.rows[1].what, ImportWhat::Contact);
    run(&window, &look.ticket);
    let pairs: Duplicates = window.call("duplicates", json!({ "from": 0, "limit": 10 }));
    assert_eq!(pairs.total, 1);
    let pair = &pairs.pairs[0];
    let role = pair
        .fields
        .iter()
        .find(|one| one.field == Aspect::Role)
        .expect("the role");
    assert!(!role.same && !role.both, "one has one role");
    let picks = json!([{ "field": "role", "take": "gone" }]);
    window.call::<Done>(
        "merge",
        json!({ "kept": pair.a.id, "gone": pair.b.id, "picks": picks }),
    );
    let pairs: Duplicates = window.call("duplicates", json!({ "from": 0, "limit": 10 }));
    assert_eq!(pairs.total, 0);
    let csv = String::from_utf8(out(&window, &folder.path().join("out.csv"), "csv")).expect("text");
    assert!(
        csv.contains(&role.b) && !csv.contains(&role.a),
        "the role that was chosen: {csv}"
    );
    assert!(
        csv.contains("0238000001") && csv.contains("0238000002"),
        "both numbers: {csv}"
    );
}

#[test]
fn six_hundred_of_six_hundred_rows_arrive() {
    let (folder, window) = fresh();
    let file = folder.path().join("six.csv");
    let rows: String = (0..600)
        .map(|n| format!("P{n};N{n};p{n}@x{n}.example\r\n"))
        .collect();
    std::fs::write(&file, format!("Prénom;Nom;E-mail\r\n{rows}")).expect("written");
    let look = preview(&window, &file);
    assert_eq!(look.counts.new, 600);
    assert_eq!(
        run(&window, &look.ticket).said,
        "Apporté\u{a0}: 600 contacts"
    );
    let report = folder.path().join("rapport.csv");
    *window.heard.save_to.lock() = Some(report.clone());
    window.call::<Option<String>>("save_import_report", json!({ "ticket": null }));
    let lines = std::fs::read_to_string(report)
        .expect("the report")
        .lines()
        .count();
    assert_eq!(lines, 601, "a line each, and a head");
}

#[test]
fn a_folder_of_every_kind_is_one_preview() {
    let (folder, window) = fresh();
    let deep = folder.path().join("tout/dedans");
    std::fs::create_dir_all(&deep).expect("made");
    let event = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1@x\r\nDTSTAMP:20261101T080000Z\r\n\
        DTSTART:20261124T090000Z\r\nSUMMARY:Un\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    std::fs::write(deep.join("a.ics"), event).expect("written");
    std::fs::write(
        deep.join("b.vcf"),
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEND:VCARD\n",
    )
    .expect("written");
    std::fs::write(deep.join("photo.jpg"), [0xff, 0xd8]).expect("written");
    std::fs::copy(outlook(), deep.join("c.csv")).expect("copied");
    let look = preview(&window, &folder.path().join("tout"));
    let names: Vec<&str> = look.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "tout/dedans/a.ics",
            "tout/dedans/b.vcf",
            "tout/dedans/c.csv"
        ]
    );
    assert_eq!(look.counts.new, 4);
    run(&window, &look.ticket);
    window.call::<Option<Done>>("undo", Value::Null);
    let again = preview(&window, &folder.path().join("tout"));
    assert_eq!(again.counts.new, 4, "one press took all of it back");
}

#[test]
fn hostile_files_get_a_sentence_each() {
    let (folder, window) = fresh();
    let wide = ["x"; 100_000].join(";");
    for (name, bytes) in [
        ("vide.csv", Vec::new()),
        ("classeur.csv", b"PK\x03\x04rest".to_vec()),
        ("large.csv", format!("{wide}\r\n{wide}\r\n").into_bytes()),
        ("photo.vcf", vec![0xff, 0xd8, 0xff, 0xe0]),
        ("photo.csv", (0..=255).cycle().take(4_000).collect()),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).expect("written");
        let look = preview(&window, &path);
        let problem = look.files[0].problem.clone().unwrap_or_default();
        assert!(problem.contains(name), "{name}: {problem:?}");
    }
    let phones: String = (0..10_000).map(|n| format!("TEL:02{n:08}\r\n")).collect();
    let path = folder.path().join("tout.vcf");
    let text = format!(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Standard\r\n{phones}END:VCARD\r\nBEGIN:VCARD\r\nFN:Coupé\r\n"
    );
    std::fs::write(&path, text).expect("written");
    let look = preview(&window, &path);
    assert_eq!((look.counts.new, look.counts.invalid), (1, 1));
    assert!(
        look.rows.iter().all(|row| !row.detail.is_empty()),
        "{:?}",
        look.rows
    );
}
