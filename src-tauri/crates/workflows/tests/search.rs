//! Search over a house that is written to: found at once, never stale, made again after any harm.

// The whole of this is a test: what is not as expected here is a failed promise.
#![allow(clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Attachment, Client, ClientId, Contact, Id, Kind, Language, Origin, Phone, Slot, Touchpoint,
    Zone,
};
use store::{Note, Record};
use workflows::search::{self, Found, What};
use workflows::{Clock, House};

fn now() -> DateTime<Utc> {
    "2026-11-24T08:12:00Z".parse().expect("a time")
}

fn open(folder: &Path) -> House {
    let clock = Clock::Fixed(now());
    House::open(folder, clock, Some(Language::Fr), Origin::Window, None)
        .expect("opens")
        .0
}

fn id<N: domain::Noun>(number: u8) -> Id<N> {
    Id::from_bytes([number; 16])
}

fn put<R: Record>(house: &House, record: &R) {
    let note = Note {
        label: "test".to_owned(),
        args: Default::default(),
        origin: Origin::Window,
        at: now(),
    };
    let put: Result<_, store::StoreError> = house.store.commit(note, |tx| tx.put(record));
    put.expect("writes");
}

fn client(number: u8, name: &str) -> Client {
    Client::new(id::<Client>(number), name.to_owned(), now())
}

fn contact(number: u8, name: &str, client: Option<ClientId>) -> Contact {
    let mut contact = Contact::new(id::<Contact>(number), name.to_owned(), now());
    contact.client = client;
    contact
}

/// What the words find, once the index has everything.
fn find(house: &House, words: &str) -> Found {
    let found = search::find_all(house, words, 8).expect("searches");
    assert!(!found.catching_up, "{words}: it waited for everything");
    found
}

fn titles(house: &House, words: &str) -> Vec<String> {
    let found = find(house, words);
    found
        .groups
        .iter()
        .flat_map(|group| &group.hits)
        .map(|hit| hit.title.text.clone())
        .collect()
}

/// A client with a contact, a touchpoint and two files.
fn fill(house: &House) {
    let mut atelier = client(1, "L’Atelier d’Été");
    atelier.notes = "Le devis est attendu avant Noël".to_owned();
    atelier.attachments = vec![Attachment {
        name: "Plan d’étage.pdf".to_owned(),
        blob: "b1".to_owned(),
        size: 1,
        added_at: now(),
    }];
    put(house, &atelier);
    let mut helene = contact(2, "Hélène Lefèvre", Some(atelier.id));
    helene.role = "Directrice".to_owned();
    helene.phones = vec![Phone {
        e164: "+33238123456".to_owned(),
        written: "02 38 12 34 56".to_owned(),
        ..Phone::default()
    }];
    put(house, &helene);
    let mut visit = Touchpoint::received(id::<Touchpoint>(3), Kind::InPerson, now());
    visit.title = "Visite du chantier".to_owned();
    visit.client = Some(atelier.id);
    visit.reason.bring = "Les échantillons de chêne".to_owned();
    let start = NaiveDate::from_ymd_opt(2026, 11, 26).and_then(|day| day.and_hms_opt(10, 0, 0));
    visit.slot = start.map(|start| Slot::timed(start, 60, Zone::Iana(chrono_tz::Europe::Paris)));
    put(house, &visit);
}

#[test]
fn everything_is_found_by_what_it_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let house = open(folder.path());
    fill(&house);
    for (typed, title) in [
        ("helene", "Hélène Lefèvre"),
        ("lefevre atelier", "Hélène Lefèvre"),
        ("lefvre", "Hélène Lefèvre"),
        ("02 38 12", "Hélène Lefèvre"),
        ("chene", "Visite du chantier"),
        ("noel", "L’Atelier d’Été"),
        ("etage", "Plan d’étage.pdf"),
    ] {
        assert_eq!(titles(&house, typed), [title], "{typed}");
    }
    let kinds: Vec<&str> = find(&house, "l'atelier")
        .groups
        .iter()
        .map(|group| match group.hits[0].what {
            What::Client(_) => "client",
            What::Contact(_) => "contact",
            What::Touchpoint(_) => "touchpoint",
            What::File(..) => "file",
        })
        .collect();
    assert_eq!(
        kinds,
        ["client", "contact", "touchpoint", "file"],
        "grouped, in their order"
    );
    assert!(
        titles(&house, " ' ").is_empty(),
        "nothing asked, nothing found"
    );
}

#[test]
fn what_matched_is_shown_and_marked() {
    let folder = tempfile::tempdir().expect("a folder");
    let house = open(folder.path());
    fill(&house);
    let shown = |words: &str| find(&house, words).groups[0].hits[0].clone();
    let hit = shown("direc");
    assert_eq!(
        hit.subtitle.text, "Directrice · L’Atelier d’Été",
        "what they do and where"
    );
    assert_eq!(hit.subtitle.marks, [(0, 5)], "the letters that were typed");
    assert!(
        hit.snippet.text.is_empty(),
        "all that matched is shown already"
    );
    let hit = shown("0238");
    assert_eq!(
        hit.snippet.text, "02 38 12 34 56",
        "the number, the French way"
    );
    assert_eq!(hit.snippet.marks, [(0, 5)], "across its space");
    let hit = shown("devis");
    assert_eq!(
        hit.snippet.text, "Le devis est attendu avant Noël",
        "the line of the notes"
    );
}

#[test]
fn a_write_is_found_by_the_very_next_search() {
    let folder = tempfile::tempdir().expect("a folder");
    let house = open(folder.path());
    fill(&house);
    assert_eq!(
        titles(&house, "visite"),
        ["Visite du chantier"],
        "the index is there"
    );
    let mut renamed = client(1, "Menuiserie Dubois");
    for turn in 0..5 {
        renamed.name = format!("Menuiserie Dubois{turn}");
        put(&house, &renamed);
        let word = format!("dubois{turn}");
        let found = titles(&house, &word);
        assert_eq!(
            found.len(),
            3,
            "turn {turn}: the client, its contact and its touchpoint: {found:?}"
        );
        assert!(
            titles(&house, "atelier").is_empty(),
            "turn {turn}: nobody has the old name"
        );
    }
    renamed.trashed_at = Some(now());
    put(&house, &renamed);
    let found = find(&house, "dubois4");
    assert!(
        !matches!(found.groups[0].hits[0].what, What::Client(_)),
        "a client in the trash is not found"
    );
}

/// What is done to the folder of an index, and its name.
type Harm = (&'static str, fn(&Path));

#[test]
fn the_index_goes_on_where_it_was_and_is_made_again_when_it_is_gone_or_damaged() {
    let folder = tempfile::tempdir().expect("a folder");
    let house = open(folder.path());
    fill(&house);
    assert_eq!(titles(&house, "helene").len(), 1, "made");
    house.close().expect("closes");
    drop(house);
    let index = folder.path().join("index");
    let harms: [Harm; 4] = [
        ("as it was", |_| ()),
        ("gone", |index| fs::remove_dir_all(index).expect("removes")),
        ("its list of pieces cut", |index| {
            fs::write(index.join("meta.json"), "{").expect("writes");
        }),
        ("a bit turned in every piece", |index| {
            for entry in fs::read_dir(index).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path
                    .extension()
                    .is_some_and(|kind| kind == "term" || kind == "idx")
                {
                    let mut bytes = fs::read(&path).expect("reads");
                    let middle = bytes.len() / 2;
                    bytes[middle] ^= 0x10;
                    fs::write(&path, bytes).expect("writes");
                }
            }
        }),
    ];
    // Names further apart than a typo.
    let (news, lasts) = (
        ["Ananas", "Brugnon", "Cerise", "Datte"],
        ["Érable", "Frêne", "Genêt", "Houx"],
    );
    for (number, (harm, work)) in harms.into_iter().enumerate() {
        work(&index);
        let house = open(folder.path());
        assert_eq!(titles(&house, "helene"), ["Hélène Lefèvre"], "{harm}");
        put(&house, &contact(10 + number as u8, news[number], None));
        assert_eq!(titles(&house, news[number]).len(), 1, "{harm}: and follows");
        // Written and never asked for: the next opening catches up.
        put(&house, &contact(20 + number as u8, lasts[number], None));
        house.close().expect("closes");
        drop(house);
        let house = open(folder.path());
        assert_eq!(titles(&house, lasts[number]).len(), 1, "{harm}: caught up");
        house.close().expect("closes");
    }
}

#[test]
fn an_index_of_another_book_is_not_believed() {
    let (one, other) = (
        tempfile::tempdir().expect("a folder"),
        tempfile::tempdir().expect("a folder"),
    );
    let house = open(one.path());
    fill(&house);
    assert_eq!(titles(&house, "helene").len(), 1, "made");
    house.close().expect("closes");
    drop(house);
    let house = open(other.path());
    put(&house, &contact(9, "Autre carnet", None));
    house.close().expect("closes");
    drop(house);
    // As a restored data folder would have it: the index is ahead of the book.
    fs::rename(one.path().join("index"), other.path().join("index")).expect("moves");
    let house = open(other.path());
    assert_eq!(
        titles(&house, "autre"),
        ["Autre carnet"],
        "what this book has"
    );
    assert!(
        titles(&house, "helene").is_empty(),
        "and nothing of the other one"
    );
}

#[test]
fn a_house_that_is_not_searched_makes_no_index() {
    let folder = tempfile::tempdir().expect("a folder");
    let house = open(folder.path());
    fill(&house);
    house.nudge_search();
    house.close().expect("closes");
    assert!(
        !folder.path().join("index").exists(),
        "nobody asked for one"
    );
}
