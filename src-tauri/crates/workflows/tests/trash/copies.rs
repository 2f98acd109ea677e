//! What went for good leaves the book's own copies as well, on its day.

use std::path::Path;

use domain::{Contact, Erased, Erasure, Language, Origin};
use store::OpeningReport;
use workflows::attachments::{self, Owner};
use workflows::backup::{self, Source};
use workflows::export::{PeopleFormat, people_to};
use workflows::trash::{self, Put};
use workflows::{Clock, House, clients, contacts, history, import, undo};

use crate::book::*;
use crate::needles::found;

const CARDS: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:reste\r\nFN:Paul Reste\r\nN:Reste;Paul;;;\r\nORG:Demeure\r\n\
    X-ODD:gard\u{e9}\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nUID:part\r\nFN:Zita Zanzibule\r\n\
    N:Zanzibule;Zita;;;\r\nORG:Quincaillerie Xylo\r\nNOTE:ZanzibuleSecret\r\nEND:VCARD\r\n";
/// ASCII, so that a folder is searched byte for byte.
const NEEDLES: [&str; 4] = ["Zanzibule", "Xylo", "Zigomar", "PourZitaSeule"];

fn reopened(folder: &Path, days: i64) -> (House, OpeningReport) {
    let clock = Clock::Fixed(start() + chrono::Duration::days(days));
    let opened = House::open(folder, clock, Some(Language::Fr), Origin::Window, None);
    opened.expect("opens")
}

fn of(house: &House, name: &str) -> Contact {
    let all: Vec<Contact> = house.store.all().expect("contacts");
    let found = all.into_iter().find(|one| one.name == name);
    found.expect("somebody of that name")
}

/// A book in which somebody came in a file with somebody else, and a good deal was said of them.
fn said_of(house: &House, beside: &Path) -> Contact {
    let file = beside.join("cartes.vcf");
    std::fs::write(&file, CARDS).expect("written");
    let preview = import::preview(house, &[file], &mut |_, _, _| ()).expect("a look");
    let choice = import::Choice::default();
    import::run(house, &preview.ticket, &choice, &mut |_, _| ()).expect("it comes in");
    let zita = of(house, "Zita Zanzibule");
    for notes in ["Zigomar", "Zigomar encore"] {
        let edit = contacts::Edit {
            notes: Some(notes.to_owned()),
            ..contacts::Edit::default()
        };
        contacts::edit(house, zita.id, edit).expect("edited");
    }
    let offer = beside.join("offre-Zigomar.txt");
    std::fs::write(&offer, "PourZitaSeule").expect("written");
    attachments::add(house, Owner::Contact(zita.id), &[offer]).expect("a file");
    zita
}

#[test]
fn from_its_day_on_nothing_of_it_is_anywhere_under_the_data_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("book");
    let house = open_at(&data, 0);
    let zita = said_of(&house, folder.path());
    house
        .store
        .snapshot_now(house.clock.now())
        .expect("a snapshot");
    let xylo = zita.client.expect("a client");
    clients::trash(&house, xylo).expect("trashed");
    let done = trash::erase(&house, Put::Client(xylo)).expect("gone for good");
    assert!(done.said.contains("2 d\u{e9}c."), "{}", done.said);
    let day = "2026-12-02".parse().expect("a day");
    assert_eq!(trash::copies_follow(&house).expect("asked"), (day, true));
    for needle in NEEDLES {
        let there = found(&data, &[needle]);
        assert!(!there.is_empty(), "{needle} is there to be let go");
    }
    house.close().expect("closed");
    let (house, report) = reopened(&data, 29);
    assert!(!report.forgot && !found(&data, &NEEDLES).is_empty());
    // What goes meanwhile goes on the same day.
    let (other, _) = contacts::create(
        &house,
        contacts::Edit {
            name: Some("Zigomar Second".to_owned()),
            ..contacts::Edit::default()
        },
    )
    .expect("created");
    contacts::trash(&house, other).expect("trashed");
    trash::empty(&house).expect("emptied");
    assert_eq!(trash::copies_follow(&house).expect("asked"), (day, true));
    house.close().expect("closed");

    let (house, report) = reopened(&data, 30);
    assert!(report.forgot, "the opening says so");
    house.follow_search();
    assert_eq!(found(&data, &NEEDLES), Vec::<String>::new(), "nowhere");
    whole(&house);
    assert!(undo::state(&house).undo.is_none(), "undo ends there");
    let erasures: Vec<Erasure> = house.store.all().expect("the log");
    assert!(
        matches!(erasures.as_slice(), [one] if one.of == Erased::Trash && one.reached_at.is_some()),
        "{erasures:?}"
    );
    // What stays leaves as it came.
    let out = folder.path().join("out.vcf");
    people_to(&house, PeopleFormat::AsTheyCame, &out).expect("out");
    let cards = std::fs::read_to_string(&out).expect("cards");
    let paul = &CARDS[..CARDS.rfind("BEGIN:VCARD").expect("hers")];
    assert_eq!(cards, paul);
    let asked = history::Asked {
        limit: 100,
        ..history::Asked::default()
    };
    let told = history::lines(&house, &asked).expect("the history");
    assert!(
        told.iter().any(|line| line.said.contains("\u{2026}")),
        "its lines say that something was done, and not of what"
    );
    house.close().expect("closed");
    let (_, report) = reopened(&data, 61);
    assert!(!report.forgot, "once");
}

#[test]
fn what_nothing_waits_for_is_said_for_today_and_a_copy_that_comes_back_cuts_no_undo() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("book");
    let house = open_at(&data, 0);
    let day = "2026-12-02".parse().expect("a day");
    assert_eq!(trash::copies_follow(&house).expect("asked"), (day, false));
    let zita = said_of(&house, folder.path());
    contacts::trash(&house, zita.id).expect("trashed");
    trash::erase(&house, Put::Contact(zita.id)).expect("gone for good");
    // Made while the erasure waited: it says so in the copy.
    let path = folder.path().join("avant.sentier.zip");
    backup::save_to(&house, &path, &mut |_, _| ()).expect("saved");
    house.close().expect("closed");
    let (house, report) = reopened(&data, 31);
    assert!(report.forgot);
    clients::create(&house, "Depuis").expect("made");
    let go = &mut |_, _| store::Progress::Go;
    let look = backup::look(&house, &Source::File(path), go).expect("looked at");
    assert!(look.erased.is_empty(), "it was nobody's wish to be erased");
    backup::run(&house, &look, backup::Extent::Whole, go).expect("restored");
    house.close().expect("closed");
    let (house, report) = reopened(&data, 90);
    assert!(!report.forgot, "it was reached once");
    assert!(undo::state(&house).undo.is_some());
}
