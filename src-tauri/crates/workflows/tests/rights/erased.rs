use std::collections::BTreeSet;

use domain::{Contact, Departing, Departure, Erasure, Merge, SourceFile, State, Touchpoint};
use workflows::export::{PeopleFormat, calendar_to, people_to};
use workflows::rights::erase::{self, Choice};
use workflows::{House, history, undo};

use crate::book::{CALENDAR, CARDS, NEEDLES, fresh, full, named, open};
use crate::needles::found;

fn touchpoints(house: &House) -> Vec<Touchpoint> {
    house.store.all().expect("touchpoints")
}

#[test]
fn after_the_copies_followed_nobody_of_that_name_is_anywhere_under_the_data_folder() {
    let (folder, house) = fresh();
    let data = folder.path().join("book");
    let id = full(&house, &folder);
    house
        .store
        .snapshot_now(house.clock.now())
        .expect("a snapshot");
    // What was damaged once holds them too.
    let aside = data.join("quarantine");
    std::fs::create_dir_all(&aside).expect("a folder");
    std::fs::write(aside.join("journal-end"), NEEDLES[0]).expect("written");
    for needle in NEEDLES {
        assert!(
            !found(&data, &[needle]).is_empty(),
            "{needle} is there to be erased"
        );
    }
    let count = touchpoints(&house).len();
    let (look, done) = erase::run(&house, id, &Choice::default()).expect("erased");
    assert!(
        done.said.contains("24 d\u{e9}c."),
        "it says when the copies follow: {}",
        done.said
    );
    assert_eq!(touchpoints(&house).len(), count, "touchpoints stay");
    assert_eq!(look.touchpoints, 3, "those that named her");
    assert!(
        touchpoints(&house).iter().all(|one| one
            .participants
            .iter()
            .all(|who| !who.email.starts_with("jeanne"))),
        "nameless"
    );
    assert!(
        !found(&data, &NEEDLES).is_empty(),
        "the copies still have her, as was said"
    );
    house.close().expect("closed");
    // A day before, nothing follows.
    let house = open(&folder, "2026-12-23T08:00:00Z");
    assert!(!found(&data, &NEEDLES).is_empty(), "not yet");
    house.close().expect("closed");
    let (house, report) = House::open(
        &data,
        workflows::Clock::Fixed(crate::book::at("2026-12-24T08:00:00Z")),
        Some(domain::Language::Fr),
        domain::Origin::Window,
        None,
    )
    .expect("the house opens");
    assert!(report.forgot, "the opening says so");
    crate::book::indexed(&house);
    assert_eq!(found(&data, &NEEDLES), Vec::<String>::new(), "nowhere");
    assert_eq!(
        touchpoints(&house).len(),
        count,
        "and every touchpoint is there"
    );
    let report = house.store.check().expect("checked");
    assert_eq!(report.flaws, [], "the book is whole");
    let kept: Vec<Erasure> = house.store.all().expect("the log");
    let [log] = kept.as_slice() else {
        panic!("one line")
    };
    assert!(log.reached_at.is_some() && log.lines.is_empty());
    assert_eq!(log.touchpoints, 3);
    assert!(undo::state(&house).undo.is_none(), "undo ends there");
    let lines = history::lines(
        &house,
        &history::Asked {
            limit: 500,
            ..Default::default()
        },
    )
    .expect("the history");
    assert!(
        lines
            .iter()
            .any(|line| line.said.contains("une personne effac\u{e9}e")),
        "her lines are nameless"
    );
    // And again: nothing is due any more.
    house.close().expect("closed");
    let (_, report) = House::open(
        &data,
        workflows::Clock::Fixed(crate::book::at("2026-12-25T08:00:00Z")),
        Some(domain::Language::Fr),
        domain::Origin::Window,
        None,
    )
    .expect("the house opens");
    assert!(!report.forgot && report.quarantined.is_none());
}

#[test]
fn no_line_of_the_history_tells_what_their_record_said_nor_what_they_were_called_before() {
    let (folder, house) = fresh();
    let of = |name: &str| workflows::contacts::Edit {
        name: Some(name.to_owned()),
        ..workflows::contacts::Edit::default()
    };
    let (id, _) = workflows::contacts::create(&house, of("Odile Avantmariage")).expect("created");
    let (other, _) = workflows::contacts::create(&house, of("Zo\u{e9} Noel")).expect("another");
    let noted = |notes: &str| workflows::contacts::Edit {
        notes: Some(notes.to_owned()),
        ..workflows::contacts::Edit::default()
    };
    workflows::contacts::edit(&house, id, noted("aime le ch\u{ea}ne")).expect("noted");
    workflows::contacts::edit(&house, other, noted("aime le h\u{ea}tre")).expect("noted");
    workflows::contacts::edit(&house, id, of("Odile Maintenant")).expect("renamed");
    let steps: Vec<u64> = history::lines(
        &house,
        &history::Asked {
            limit: 1,
            ..Default::default()
        },
    )
    .expect("the history")
    .into_iter()
    .flat_map(|line| line.steps)
    .collect();
    undo::take_back(&house, &steps, true).expect("taken back");
    workflows::contacts::edit(&house, id, of("Odile Maintenant")).expect("renamed again");
    let choice = Choice {
        soon: true,
        ..Choice::default()
    };
    erase::run(&house, id, &choice).expect("erased");
    house.close().expect("closed");
    let house = open(&folder, "2026-11-24T09:00:00Z");
    let told = house.store.history(None, usize::MAX).expect("the history");
    let told: Vec<String> = told
        .into_iter()
        .map(|entry| format!("{:?}", entry.note))
        .collect();
    for word in ["Odile", "Avantmariage", "Maintenant", "ch\u{ea}ne"] {
        let telling: Vec<&String> = told.iter().filter(|line| line.contains(word)).collect();
        assert_eq!(telling, Vec::<&String>::new(), "{word}");
    }
    assert!(
        told.iter().any(|line| line.contains("aime le h\u{ea}tre")),
        "what others' lines tell stays: {told:?}"
    );
    assert_eq!(
        found(
            &folder.path().join("book"),
            &["Avantmariage", "Odile Maintenant"]
        ),
        Vec::<String>::new()
    );
}

#[test]
fn what_stays_of_the_files_leaves_as_it_came_without_them() {
    let (folder, house) = fresh();
    let id = full(&house, &folder);
    erase::run(&house, id, &Choice::default()).expect("erased");
    let out = folder.path().join("out.vcf");
    people_to(&house, PeopleFormat::AsTheyCame, &out).expect("out");
    let cards = std::fs::read_to_string(&out).expect("cards");
    let (paul, zoe) = (
        &CARDS[..CARDS
            .find("BEGIN:VCARD\r\nVERSION:3.0\r\nUID:jeanne")
            .expect("hers")],
        &CARDS[CARDS
            .find("BEGIN:VCARD\r\nVERSION:3.0\r\nUID:zoe")
            .expect("Zo\u{e9}'s")..],
    );
    let paul = paul.replace("Jeanne Quillfeather", "une personne effac\u{e9}e");
    assert_eq!(cards, format!("{paul}{zoe}"));
    let out = folder.path().join("out.ics");
    calendar_to(&house, &out).expect("out");
    let calendar = std::fs::read_to_string(&out).expect("a calendar");
    assert!(
        !calendar.contains("Quillfeather") && !calendar.contains("quillfeather"),
        "{calendar}"
    );
    assert!(
        calendar.contains("SUMMARY:Point avec une personne effac\u{e9}e\r\n"),
        "{calendar}"
    );
    assert!(calendar.contains("ATTENDEE;CN=Paul Martin:mailto:paul@atelier.example\r\nX-KEPT:1"));
    let other = &CALENDAR[CALENDAR.find("UID:autre").expect("the other")..];
    let other = &other[..other.find("END:VEVENT").expect("its end")];
    assert!(
        calendar.contains(other),
        "an event that never named her is byte for byte"
    );
    let sources: Vec<SourceFile> = house.store.all().expect("sources");
    assert_eq!(sources.len(), 2);
    assert!(
        sources
            .iter()
            .all(|one| house.store.attic().is_whole(&one.blob))
    );
    assert!(sources.iter().all(|one| !one.name.contains("Quillfeather")));
}

#[test]
fn until_then_one_undo_brings_everything_back() {
    let (folder, house) = fresh();
    let id = full(&house, &folder);
    let before = house.store.content_hash().expect("the content");
    let (look, _) = erase::run(&house, id, &Choice::default()).expect("erased");
    assert_eq!(
        (look.merges, look.departures, look.files, look.cards),
        (1, 1, 2, 1)
    );
    assert!(
        house
            .store
            .get::<Contact>(id.to_bytes())
            .expect("read")
            .is_none()
    );
    assert!(house.store.all::<Merge>().expect("merges").is_empty());
    let waiting: Vec<Departure> = house.store.all().expect("departures");
    assert!(
        waiting
            .iter()
            .all(|one| one.to.is_empty() && one.state == Departing::Withdrawn)
    );
    undo::undo(&house).expect("undone").expect("something");
    assert_eq!(house.store.content_hash().expect("the content"), before);
    // Undone, it reaches nothing.
    house.close().expect("closed");
    let house = open(&folder, "2027-03-01T08:00:00Z");
    assert_eq!(named(&house, "Jeanne Quillfeather").id, id);
}

#[test]
fn a_text_one_keeps_stays_and_is_shown_where_it_stands() {
    let (folder, house) = fresh();
    let id = full(&house, &folder);
    let look = erase::look(&house, id).expect("a look");
    let title = look
        .mentions
        .iter()
        .find(|one| one.excerpt[0] == "Visio ")
        .expect("the title");
    assert_eq!(title.excerpt[1], "Jeanne Quillfeather");
    let choice = Choice {
        keep: BTreeSet::from([title.key.clone()]),
        soon: false,
    };
    erase::run(&house, id, &choice).expect("erased");
    let held: Vec<Touchpoint> = touchpoints(&house)
        .into_iter()
        .filter(|one| one.state == State::Held && one.source.file.is_none())
        .collect();
    assert_eq!(held[0].title, "Visio Jeanne Quillfeather", "kept by choice");
    assert_eq!(held[0].outcome, "rappeler au une personne effac\u{e9}e");
    let again = erase::look(&house, named(&house, "Paul Martin").id).expect("a look");
    assert_eq!(again.touchpoints, 2, "Paul is still where he was");
}

#[test]
fn what_others_share_with_them_stays_theirs() {
    let (_folder, house) = fresh();
    let of = |name: &str, email: &str| workflows::contacts::Edit {
        name: Some(name.to_owned()),
        emails: Some(vec![domain::Email {
            address: email.to_owned(),
            ..domain::Email::default()
        }]),
        notes: Some(format!("bureau, {email}")),
        ..workflows::contacts::Edit::default()
    };
    let (one, _) =
        workflows::contacts::create(&house, of("Marie Dupont", "accueil@x.example")).expect("one");
    let (other, _) = workflows::contacts::create(&house, of("Marie Dupont", "accueil@x.example"))
        .expect("another");
    erase::run(&house, one, &Choice::default()).expect("erased");
    let stays: Contact = house
        .store
        .get(other.to_bytes())
        .expect("read")
        .expect("there");
    assert_eq!(stays.notes, "bureau, accueil@x.example");
    assert_eq!(stays.name, "Marie Dupont");
}

#[test]
fn one_who_does_not_wait_is_reached_at_the_next_start_and_an_archive_reaches_nothing() {
    let (folder, house) = fresh();
    let id = full(&house, &folder);
    let choice = Choice {
        soon: true,
        ..Choice::default()
    };
    erase::run(&house, id, &choice).expect("erased");
    let archive = folder.path().join("book.sentier.zip");
    workflows::archive::export_to(&house, &archive).expect("an archive");
    house.close().expect("closed");
    let house = open(&folder, "2026-11-24T09:00:00Z");
    assert_eq!(
        found(&folder.path().join("book"), &NEEDLES),
        Vec::<String>::new()
    );
    house.close().expect("closed");
    // Brought into another book it stays what it is there: something that was, and lets nothing go.
    let other = tempfile::tempdir().expect("a folder");
    let house = open(&other, "2026-11-24T09:00:00Z");
    let preview =
        workflows::import::preview(&house, &[archive], &mut |_, _, _| ()).expect("a look");
    workflows::import::run(
        &house,
        &preview.ticket,
        &workflows::import::Choice::default(),
        &mut |_, _| (),
    )
    .expect("it comes in");
    house.close().expect("closed");
    let (house, report) = House::open(
        &other.path().join("book"),
        workflows::Clock::Fixed(crate::book::at("2027-11-24T09:00:00Z")),
        Some(domain::Language::Fr),
        domain::Origin::Window,
        None,
    )
    .expect("the house opens");
    assert!(!report.forgot);
    assert!(
        undo::state(&house).undo.is_some(),
        "undo reaches back as before"
    );
}
