//! A book with one person in every corner of it, and how a folder is searched for them.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::{ClientId, Contact, ContactId, Kind, Language, Origin, Participant, Reason, State};
use tempfile::TempDir;
use workflows::attachments::{self, Owner};
use workflows::duplicates::Party;
use workflows::import::{self, Choice};
use workflows::reschedule::Target;
use workflows::touchpoints::{self, ClientChoice, Draft, Edit, Which};
use workflows::{Clock, House, Outcome, contacts, departures, duplicates, photos, search};

/// Everything Jeanne is found by; ASCII, so that a folder is searched byte for byte.
pub(crate) const NEEDLES: [&str; 4] = [
    "Jeanne Quillfeather",
    "jeanne.quillfeather@atelier.example",
    "612340099",
    "QuillfeatherSecret",
];

pub(crate) const CARDS: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:paul-1\r\nFN:Paul Martin\r\nN:Martin;Paul;;;\r\n\
    ORG:Atelier\r\nEMAIL:paul@atelier.example\r\nNOTE:Voir avec Jeanne Quillfeather\\nou sa s\u{153}ur\r\nX-ODD:gard\u{e9}\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:3.0\r\nUID:jeanne-1\r\nFN:Jeanne Quillfeather\r\nN:Quillfeather;Jeanne;;;\r\nORG:Atelier\r\n\
    EMAIL:jeanne.quillfeather@atelier.example\r\nTEL:06 12 34 00 99\r\nNOTE:QuillfeatherSecret\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:3.0\r\nUID:zoe-1\r\nFN:Zo\u{e9} Noel\r\nN:Noel;Zo\u{e9};;;\r\nORG:Atelier\r\n\
    EMAIL:zoe@atelier.example\r\nEND:VCARD\r\n";

pub(crate) const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//\r\nBEGIN:VEVENT\r\nUID:avant@x\r\n\
    DTSTAMP:20240101T000000Z\r\nDTSTART;TZID=Europe/Paris:20240305T090000\r\nDTEND;TZID=Europe/Paris:20240305T100000\r\n\
    SUMMARY:Point avec Jeanne Qui\r\n llfeather\r\nATTENDEE;CN=Jeanne Quillfeather:mailto:jeanne.quillfeather@at\r\n elier.example\r\n\
    ATTENDEE;CN=Paul Martin:mailto:paul@atelier.example\r\nX-KEPT:1\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:autre@x\r\n\
    DTSTAMP:20240101T000000Z\r\nDTSTART;TZID=Europe/Paris:20240306T090000\r\nDTEND;TZID=Europe/Paris:20240306T100000\r\n\
    SUMMARY:Autre\r\nX-KEPT:2\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

pub(crate) fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub(crate) fn open(folder: &TempDir, now: &str) -> House {
    House::open(
        &folder.path().join("book"),
        Clock::Fixed(at(now)),
        Some(Language::Fr),
        Origin::Window,
        None,
    )
    .expect("the house opens")
    .0
}

pub(crate) fn fresh() -> (TempDir, House) {
    let folder = tempfile::tempdir().expect("a folder");
    let house = open(&folder, "2026-11-24T08:12:00Z");
    (folder, house)
}

fn file(folder: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("written");
    path
}

pub(crate) fn bring_in(house: &House, folder: &TempDir, name: &str, text: &str) {
    let path = file(folder, name, text.as_bytes());
    let preview = import::preview(house, &[path], &mut |_, _, _| ()).expect("a preview");
    let choice = Choice {
        take_differing: true,
        ..Choice::default()
    };
    import::run(house, &preview.ticket, &choice, &mut |_, _| ()).expect("it comes in");
}

pub(crate) fn named(house: &House, name: &str) -> Contact {
    let all: Vec<Contact> = house.store.all().expect("contacts");
    all.into_iter()
        .find(|one| one.name == name)
        .expect("somebody of that name")
}

pub(crate) fn client_of(house: &House) -> ClientId {
    named(house, "Paul Martin").client.expect("a client")
}

fn who(name: &str, email: &str) -> Participant {
    Participant {
        name: name.to_owned(),
        email: email.to_owned(),
        ..Participant::default()
    }
}

pub(crate) fn jeanne() -> Participant {
    who("Jeanne Quillfeather", "jeanne.quillfeather@atelier.example")
}

pub(crate) fn paul() -> Participant {
    who("Paul Martin", "paul@atelier.example")
}

/// No two days after one another say the same.
const REASONS: [&str; 7] = [
    "Le plan de coupe des portes",
    "Un essai de vernis sans solvant",
    "Les chiffres du chantier de Tours",
    "La visite de leur futur atelier",
    "Un stage pour leur apprentie",
    "Trois essences pour le salon",
    "Le devis du parquet",
];

pub(crate) fn draft(client: ClientId, start: &str, with: Vec<Participant>) -> Draft {
    let start: NaiveDateTime = start.parse().expect("a wall time");
    Draft {
        kind: Kind::Video,
        title: String::new(),
        reason: Reason {
            bring: REASONS[chrono::Datelike::day(&start.date()) as usize % REASONS.len()]
                .to_owned(),
            ..Reason::default()
        },
        client: ClientChoice::Existing(client),
        to: Target::Timed { start, minutes: 30 },
        minutes: 30,
        place: String::new(),
        link: String::new(),
        notes: String::new(),
        participants: with,
        confidential: false,
        force: true,
    }
}

pub(crate) fn planned(house: &House, draft: Draft) -> domain::TouchpointId {
    match touchpoints::plan(house, draft).expect("planned") {
        Outcome::Done(done) => done.seen.expect("the touchpoint").touchpoint.id,
        Outcome::Refused(_) => panic!("refused"),
    }
}

/// The smallest PNG there is.
const PIXEL: [u8; 67] = [
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0,
    1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 0x0a, 0x49, 0x44, 0x41, 0x54,
    0x78, 0x9c, 0x63, 0x60, 0, 0, 0, 2, 0, 1, 0x48, 0xaf, 0xa4, 0x71, 0, 0, 0, 0, 0x49, 0x45, 0x4e,
    0x44, 0xae, 0x42, 0x60, 0x82,
];

/// A book in which Jeanne stands everywhere she can.
pub(crate) fn full(house: &House, folder: &TempDir) -> ContactId {
    bring_in(house, folder, "Jeanne Quillfeather et autres.vcf", CARDS);
    bring_in(house, folder, "agenda.ics", CALENDAR);
    let client = client_of(house);
    let id = named(house, "Jeanne Quillfeather").id;
    let edit = contacts::Edit {
        notes: Some("QuillfeatherSecret, aime le ch\u{ea}ne".to_owned()),
        ..contacts::Edit::default()
    };
    contacts::edit(house, id, edit).expect("edited");
    let pixel = file(folder, "pixel.png", &PIXEL);
    photos::set(house, id, Some(&pixel)).expect("a picture");
    let offer = file(folder, "offre.txt", b"Pour Jeanne Quillfeather seule");
    attachments::add(house, Owner::Contact(id), &[offer]).expect("a file");
    // The same person twice, made one.
    let twin = contacts::Edit {
        name: Some("J. Quillfeather".to_owned()),
        notes: Some("QuillfeatherSecret encore".to_owned()),
        client: Some(ClientChoice::Existing(client)),
        ..contacts::Edit::default()
    };
    let (twin, _) = contacts::create(house, twin).expect("a twin");
    duplicates::merge(house, Party::Contact(id), Party::Contact(twin), &[]).expect("one");
    let held = planned(
        house,
        draft(client, "2026-11-20T10:00:00", vec![jeanne(), paul()]),
    );
    let edit = Edit {
        state: Some(State::Held),
        title: Some("Visio Jeanne Quillfeather".to_owned()),
        outcome: Some("rappeler au 06 12 34 00 99".to_owned()),
        ..Edit::default()
    };
    touchpoints::edit(house, which(held), edit).expect("held");
    let coming = planned(house, draft(client, "2026-12-02T10:00:00", vec![jeanne()]));
    departures::prepare(house, which(coming)).expect("an invitation waits");
    indexed(house);
    id
}

pub(crate) fn which(id: domain::TouchpointId) -> Which {
    Which {
        id,
        occurrence: None,
        scope: workflows::reschedule::Scope::This,
    }
}

/// Waits until the search index has everything.
pub(crate) fn indexed(house: &House) {
    search::find_all(house, "Atelier", 8).expect("searched");
}
