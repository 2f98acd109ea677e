use std::collections::BTreeMap;
use std::io::Read;

use domain::{Agreed, Basis, Channel, Consent, Contact, Objection};
use workflows::export::{PeopleFormat, people_to};
use workflows::rights::{Who, export, object};
use workflows::{contacts, duplicates, undo};

use crate::book::{bring_in, day, fresh, full, named, open};

fn unzipped(path: &std::path::Path) -> BTreeMap<String, Vec<u8>> {
    let file = std::fs::File::open(path).expect("a file");
    let mut zip = zip::ZipArchive::new(file).expect("a zip");
    (0..zip.len())
        .map(|at| {
            let mut one = zip.by_index(at).expect("an entry");
            let mut bytes = Vec::new();
            one.read_to_end(&mut bytes).expect("read");
            (one.name().expect("a name").into_owned(), bytes)
        })
        .collect()
}

#[test]
fn everything_about_somebody_is_in_one_file_and_nothing_of_others() {
    let (folder, house) = fresh();
    let id = full(&house, &folder);
    let edit = contacts::Edit {
        consents: Some(vec![consent()]),
        notes: Some("S\u{153}ur de Paul Martin <b>".to_owned()),
        ..contacts::Edit::default()
    };
    contacts::edit(&house, id, edit).expect("edited");
    let path = folder.path().join("person.zip");
    let by_address = export::whose(&house, "JEANNE.quillfeather@atelier.example").expect("found");
    assert_eq!(by_address, id);
    assert!(export::whose(&house, "nobody@x.example").is_err());
    let seq = house.store.last_seq();
    let written = export::to(&house, id, &path).expect("written");
    assert_eq!(
        house.store.last_seq(),
        seq,
        "nothing is written in the book"
    );
    let files = unzipped(&path);
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "cards/1.vcf",
            "files/1-offre.txt",
            "person.html",
            "person.json",
            "photo.png"
        ]
    );
    assert_eq!((written.touchpoints, written.files), (3, 3));
    let json: serde_json::Value = serde_json::from_slice(&files["person.json"]).expect("json");
    assert_eq!(json["contact"]["name"], "Jeanne Quillfeather");
    assert_eq!(
        json["contact"]["consents"][0]["source"],
        "formulaire du salon"
    );
    assert_eq!(json["touchpoints"].as_array().map(Vec::len), Some(3));
    assert_eq!(json["merges"][0]["gone"]["name"], "J. Quillfeather");
    assert_eq!(
        json["departures"][0]["to"][0]["email"],
        "jeanne.quillfeather@atelier.example"
    );
    assert_eq!(json["origins"].as_array().map(Vec::len), Some(1));
    assert!(
        json["history"]
            .as_array()
            .is_some_and(|lines| !lines.is_empty())
    );
    let text = String::from_utf8_lossy(&files["person.json"]);
    let html = String::from_utf8_lossy(&files["person.html"]);
    for other in ["Paul Martin", "paul@atelier.example", "Noel", "zoe@"] {
        assert!(!text.contains(other), "{other} in person.json");
        assert!(!html.contains(other), "{other} in person.html");
    }
    assert!(
        html.contains("S\u{153}ur de \u{2026} &lt;b&gt;"),
        "escaped and masked: {html}"
    );
    assert!(!html.contains("http://") && !html.contains("https://") && !html.contains("<script"));
    assert!(files["cards/1.vcf"].starts_with(b"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:jeanne-1"));
}

fn consent() -> Consent {
    Consent {
        channel: Channel::Email,
        agreed: Agreed::Given,
        on: Some(day("2026-03-01")),
        basis: Basis::Consent,
        source: "formulaire du salon".to_owned(),
    }
}

#[test]
fn consent_is_kept_once_a_channel_and_one_undo_takes_it_back() {
    let (folder, house) = fresh();
    let id = full(&house, &folder);
    let before = house.store.get::<Contact>(id.to_bytes()).expect("read");
    let again = Consent {
        agreed: Agreed::Withdrawn,
        ..consent()
    };
    let edit = contacts::Edit {
        consents: Some(vec![consent(), again.clone(), Consent::default()]),
        ..contacts::Edit::default()
    };
    contacts::edit(&house, id, edit).expect("edited");
    assert_eq!(named(&house, "Jeanne Quillfeather").consents, [again]);
    undo::undo(&house).expect("undone");
    assert_eq!(
        house.store.get::<Contact>(id.to_bytes()).expect("read"),
        before
    );
}

#[test]
fn consent_and_objection_travel_in_cards_and_tables_and_come_back_as_they_were() {
    let (folder, house) = fresh();
    let id = full(&house, &folder);
    let edit = contacts::Edit {
        consents: Some(vec![
            consent(),
            Consent {
                channel: Channel::Phone,
                agreed: Agreed::Withdrawn,
                on: None,
                basis: Basis::LegitimateInterest,
                source: "appel ; puis \u{ab}\u{a0}non\u{a0}\u{bb}, dit-elle".to_owned(),
            },
        ]),
        ..contacts::Edit::default()
    };
    contacts::edit(&house, id, edit).expect("edited");
    let objection = Objection {
        on: day("2026-11-02"),
        source: "par e-mail; deux fois".to_owned(),
    };
    object(&house, Who::Contact(id), Some(objection)).expect("noted");
    let sent = named(&house, "Jeanne Quillfeather");
    for (format, name) in [
        (PeopleFormat::AsTheyCame, "venus.vcf"),
        (PeopleFormat::Vcard3, "trois.vcf"),
        (PeopleFormat::Vcard4, "quatre.vcf"),
        (PeopleFormat::Csv, "table.csv"),
    ] {
        let out = folder.path().join("out");
        people_to(&house, format, &out).expect("out");
        let other = tempfile::tempdir().expect("a folder");
        let there = open(&other, "2026-11-24T08:12:00Z");
        let text = std::fs::read_to_string(&out).expect("text");
        bring_in(&there, &other, name, &text);
        let came = named(&there, "Jeanne Quillfeather");
        assert_eq!(came.consents, sent.consents, "{name}");
        assert_eq!(came.objection, sent.objection, "{name}");
        there.close().expect("closed");
    }
}

#[test]
fn an_objection_is_never_lost_in_a_merge() {
    let (_folder, house) = fresh();
    let of = |name: &str| contacts::Edit {
        name: Some(name.to_owned()),
        ..contacts::Edit::default()
    };
    let (kept, _) = contacts::create(&house, of("Ana Roy")).expect("one");
    let (gone, _) = contacts::create(&house, of("A. Roy")).expect("another");
    let objection = Objection {
        on: day("2026-11-02"),
        source: String::new(),
    };
    object(&house, Who::Contact(gone), Some(objection.clone())).expect("noted");
    let party = duplicates::Party::Contact;
    duplicates::merge(&house, party(kept), party(gone), &[]).expect("one");
    assert_eq!(named(&house, "Ana Roy").objection, Some(objection));
}
