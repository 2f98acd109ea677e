//! People brought in from files, and out again.

#![allow(clippy::expect_used, clippy::panic)] // a test that cannot be set up has failed

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use domain::{Client, Contact, Language, Origin, Place};
use tempfile::TempDir;
use workflows::import::{self, Choice, Match, Preview};
use workflows::{Clock, House, duplicates, export, undo};

fn fresh() -> (TempDir, House) {
    let folder = tempfile::tempdir().expect("a folder");
    let now: DateTime<Utc> = "2026-11-24T08:12:00Z".parse().expect("an instant");
    let (house, _) = House::open(
        &folder.path().join("book"),
        Clock::Fixed(now),
        Some(Language::Fr),
        Origin::Window,
        None,
    )
    .expect("the house opens");
    (folder, house)
}

fn file(folder: &TempDir, name: &str, text: &str) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, text).expect("written");
    path
}

fn look(house: &House, path: &Path) -> Preview {
    import::preview(house, &[path.to_owned()], &mut |_, _, _| ()).expect("a preview")
}

fn bring_in(house: &House, path: &Path) -> String {
    let preview = look(house, path);
    let choice = Choice {
        take_differing: true,
        ..Choice::default()
    };
    import::run(house, &preview.ticket, &choice, &mut |_, _| ())
        .expect("it comes in")
        .said
}

fn contacts(house: &House) -> Vec<Contact> {
    let mut all: Vec<Contact> = house.store.all().expect("contacts");
    all.sort_by(|one, other| one.name.cmp(&other.name));
    all
}

fn clients(house: &House) -> Vec<Client> {
    house.store.all().expect("clients")
}

fn out(house: &House, folder: &TempDir, format: export::PeopleFormat) -> Vec<u8> {
    let path = folder.path().join("out.vcf");
    export::people_to(house, format, &path).expect("it goes out");
    std::fs::read(path).expect("the file")
}

const ZOE: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:zoe-1\r\nFN:Zoé Noël\r\nN:Noël;Zoé;;;\r\nORG:Façonnerie & Cie;Achats\r\n\
    EMAIL;TYPE=WORK:zoe@facon.example\r\nTEL;TYPE=WORK:02 38 00 00 00\r\nX-ODD;P=1:gardé\r\nEND:VCARD\r\n";
const TWIN: &str = "BEGIN:VCARD\r\nVERSION:2.1\r\nFN:ZOE NOEL\r\nORG:FACONNERIE ET CIE\r\nEMAIL:ZOE@facon.example\r\n\
    TEL:+33238000000\r\nEND:VCARD\r\n";

#[test]
fn a_card_comes_in_with_its_company_and_leaves_byte_for_byte() {
    let (folder, house) = fresh();
    let path = file(&folder, "zoe.vcf", ZOE);
    let said = bring_in(&house, &path);
    assert_eq!(said, "Apporté\u{a0}: 1 contact, 1 client");
    let zoe = contacts(&house).pop().expect("Zoé");
    assert_eq!(zoe.phones[0].e164, "+33238000000", "the number is dialled");
    let client = clients(&house).pop().expect("her client");
    assert_eq!(client.name, "Façonnerie & Cie");
    assert_eq!(zoe.client, Some(client.id));
    let came = out(&house, &folder, export::PeopleFormat::AsTheyCame);
    assert_eq!(String::from_utf8_lossy(&came), ZOE, "nobody touched it");
    undo::undo(&house).expect("undone");
    assert!(
        contacts(&house).is_empty() && clients(&house).is_empty(),
        "one press"
    );
}

#[test]
fn the_same_file_three_times_changes_nothing() {
    let (folder, house) = fresh();
    let path = file(&folder, "deux.vcf", &format!("{ZOE}{TWIN}"));
    bring_in(&house, &path);
    let (people, seq) = (contacts(&house), house.store.last_seq());
    for _ in 0..2 {
        let again = look(&house, &path);
        assert_eq!(
            (again.counts.same, again.rows.len()),
            (2, 2),
            "{:?}",
            again.rows
        );
        bring_in(&house, &path);
    }
    assert_eq!(contacts(&house), people);
    assert_eq!(house.store.last_seq(), seq, "nothing was written at all");
}

#[test]
fn the_same_person_twice_in_a_file_is_one_and_can_be_two_again() {
    let (folder, house) = fresh();
    let path = file(&folder, "deux.vcf", &format!("{ZOE}{TWIN}"));
    let preview = look(&house, &path);
    assert_eq!(
        (preview.counts.new, preview.counts.same),
        (1, 1),
        "{:?}",
        preview.rows
    );
    let said = bring_in(&house, &path);
    assert_eq!(said, "Apporté\u{a0}: 1 contact, 1 client, 1 doublon réuni");
    let zoe = contacts(&house).pop().expect("Zoé");
    assert_eq!(zoe.sources.len(), 2, "both raw cards are known");
    let party = duplicates::Party::Contact(zoe.id);
    let merges = duplicates::merges_of(&house, party).expect("merges");
    assert_eq!(merges.len(), 1);
    assert!(merges[0].quiet, "nobody was asked");
    duplicates::unmerge(&house, merges[0].id).expect("two again");
    let both = contacts(&house);
    let names: Vec<&str> = both.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["ZOE NOEL", "Zoé Noël"]);
    let came = out(&house, &folder, export::PeopleFormat::AsTheyCame);
    assert_eq!(
        String::from_utf8_lossy(&came),
        format!("{ZOE}{TWIN}"),
        "each card as it came"
    );
    assert_eq!(
        duplicates::pairs(&house, 0, 10).expect("pairs").total,
        0,
        "who was taken apart is not offered again"
    );
    let again = look(&house, &path);
    assert_eq!(again.counts.same, 2, "and each card knows its own");
}

#[test]
fn somebody_who_looks_alike_comes_in_and_is_shown_beside_the_other() {
    let (folder, house) = fresh();
    bring_in(&house, &file(&folder, "zoe.vcf", ZOE));
    let other =
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Accueil\r\nEMAIL:zoe@facon.example\r\nEND:VCARD\r\n";
    let path = file(&folder, "accueil.vcf", other);
    let preview = look(&house, &path);
    assert_eq!(preview.rows[0].verdict, Match::Near);
    assert_eq!(
        preview.rows[0].known.as_ref().expect("Zoé").name,
        "Zoé Noël"
    );
    bring_in(&house, &path);
    assert_eq!(contacts(&house).len(), 2);
    let pairs = duplicates::pairs(&house, 0, 10).expect("pairs");
    assert_eq!(pairs.total, 1);
    let (a, b) = (pairs.pairs[0].a.id, pairs.pairs[0].b.id);
    duplicates::apart(&house, a, b).expect("not the same");
    assert_eq!(
        duplicates::pairs(&house, 0, 10).expect("pairs").total,
        0,
        "it never comes back"
    );
    bring_in(&house, &path);
    assert_eq!(contacts(&house).len(), 2, "again, the same two");
}

#[test]
fn a_card_that_changed_elsewhere_changes_what_was_chosen() {
    let (folder, house) = fresh();
    bring_in(&house, &file(&folder, "zoe.vcf", ZOE));
    let text = ZOE.replace("Zoé Noël\r\nN:Noël", "Zoé Martin\r\nN:Martin");
    let path = file(&folder, "mariee.vcf", &text);
    let preview = look(&house, &path);
    let row = &preview.rows[0];
    assert_eq!(row.verdict, Match::Differs, "{row:?}");
    assert_eq!(row.differing[0].here, "Zoé Noël");
    let kept = Choice::default();
    import::run(&house, &preview.ticket, &kept, &mut |_, _| ()).expect("it runs");
    assert_eq!(contacts(&house)[0].name, "Zoé Noël", "what is here stays");
    bring_in(&house, &path);
    assert_eq!(contacts(&house)[0].name, "Zoé Martin");
    let came = out(&house, &folder, export::PeopleFormat::AsTheyCame);
    assert_eq!(String::from_utf8_lossy(&came), text, "it is her card now");
}

#[test]
fn a_company_alone_is_a_client_with_a_place() {
    let (folder, house) = fresh();
    let text = "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:Garage Noël\r\nORG:Garage Noël\r\n\
        ADR:;;3 quai de la Loire;Orléans;;01000;France\r\nTEL:0238111111\r\nEND:VCARD\r\n";
    let path = file(&folder, "garage.vcf", text);
    bring_in(&house, &path);
    assert!(contacts(&house).is_empty(), "nobody is there");
    let client = clients(&house).pop().expect("the garage");
    assert_eq!(client.phones[0].e164, "+33238111111");
    let places: Vec<Place> = house.store.all().expect("places");
    assert_eq!(places[0].address.postcode, "01000", "text, with its zero");
    assert_eq!(look(&house, &path).counts.same, 1, "again, it is known");
}

#[test]
fn people_of_meetings_come_and_oneself_does_not() {
    let (folder, house) = fresh();
    bring_in(&house, &file(&folder, "zoe.vcf", ZOE));
    let event = |n: u32, who: &str| {
        format!(
            "BEGIN:VEVENT\r\nUID:{n}@x\r\nDTSTAMP:20261101T080000Z\r\nDTSTART:202611{}T090000Z\r\nSUMMARY:N{n}\r\n\
             ORGANIZER:mailto:moi@chez-moi.example\r\nATTENDEE;CN=Moi:mailto:moi@chez-moi.example\r\n\
             ATTENDEE;CN=Luc Petit:mailto:{who}\r\nEND:VEVENT\r\n",
            20 + n
        )
    };
    let text = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}{}{}END:VCALENDAR\r\n",
        event(1, "luc@facon.example"),
        event(2, "ana@autre.example"),
        event(3, "zoe@facon.example")
    );
    let path = file(&folder, "agenda.ics", &text);
    bring_in(&house, &path);
    let all = contacts(&house);
    let emails: Vec<&str> = all
        .iter()
        .map(|one| one.emails[0].address.as_str())
        .collect();
    assert!(!emails.contains(&"moi@chez-moi.example"), "{emails:?}");
    assert_eq!(all.len(), 3, "{emails:?}");
    let facon = clients(&house)[0].id;
    let luc = all
        .iter()
        .find(|one| one.emails[0].address.starts_with("luc"))
        .expect("Luc");
    assert_eq!(luc.client, Some(facon), "the domain says for whom he works");
    let meetings: Vec<domain::Touchpoint> = house.store.all().expect("meetings");
    let with = meetings
        .iter()
        .filter(|one| one.client == Some(facon))
        .count();
    assert_eq!(with, 2, "the meetings with the two of them");
    let seq = house.store.last_seq();
    bring_in(&house, &path);
    assert_eq!(house.store.last_seq(), seq, "again, nothing");
}

#[test]
fn a_reading_that_is_stopped_stops() {
    let (folder, house) = fresh();
    let rows: String = (0..5_000).map(|n| format!("P{n};N{n}\r\n")).collect();
    let path = file(&folder, "beaucoup.csv", &format!("Prénom;Nom\r\n{rows}"));
    let mut heard = 0;
    let stopped = import::preview(&house, &[path], &mut |ticket, _, _| {
        heard += 1;
        import::cancel(&house, ticket);
    });
    assert_eq!(
        stopped.expect_err("it was stopped").kind,
        workflows::FaultKind::Cancelled
    );
    assert!(heard < 3, "at the next breath, not at the end: {heard}");
}

#[test]
fn two_clients_become_one_with_all_that_is_theirs_and_two_again() {
    let (folder, house) = fresh();
    let card = |n: u32, company: &str| {
        format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Personne {n}\r\nORG:{company}\r\nEND:VCARD\r\n")
    };
    let text = card(1, "Garage Noël") + &card(2, "Ateliers du Lac");
    bring_in(&house, &file(&folder, "deux.vcf", &text));
    let all = clients(&house);
    let (kept, gone) = (all[0].clone(), all[1].clone());
    let before = contacts(&house);
    duplicates::merge(
        &house,
        duplicates::Party::Client(kept.id),
        duplicates::Party::Client(gone.id),
        &[],
    )
    .expect("one");
    assert_eq!(clients(&house).len(), 1);
    assert!(
        contacts(&house)
            .iter()
            .all(|one| one.client == Some(kept.id))
    );
    let came = out(&house, &folder, export::PeopleFormat::AsTheyCame);
    let came = String::from_utf8_lossy(&came).into_owned();
    assert_eq!(
        came.matches(&format!("ORG:{}", kept.name)).count(),
        2,
        "{came}"
    );
    let merges = duplicates::merges_of(&house, duplicates::Party::Client(kept.id)).expect("merges");
    duplicates::unmerge(&house, merges[0].id).expect("two again");
    let now = contacts(&house);
    let of = |people: &[Contact]| people.iter().map(|one| one.client).collect::<Vec<_>>();
    assert_eq!(of(&now), of(&before), "each at their own again");
    let came = out(&house, &folder, export::PeopleFormat::AsTheyCame);
    assert_eq!(String::from_utf8_lossy(&came), text, "byte for byte again");
}

#[test]
fn who_was_renamed_here_is_known_by_the_card_they_came_as() {
    let (folder, house) = fresh();
    let text = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Luc\r\nEND:VCARD\r\n";
    let path = file(&folder, "luc.vcf", text);
    bring_in(&house, &path);
    let luc = contacts(&house).pop().expect("Luc");
    let edit = workflows::contacts::Edit {
        name: Some("Paul Petit".to_owned()),
        ..workflows::contacts::Edit::default()
    };
    workflows::contacts::edit(&house, luc.id, edit).expect("renamed");
    let again = look(&house, &path);
    assert_eq!(again.counts.same, 1, "{:?}", again.rows);
    bring_in(&house, &path);
    assert_eq!(contacts(&house).len(), 1, "the same one");
}
