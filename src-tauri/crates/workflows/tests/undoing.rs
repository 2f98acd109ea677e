//! Any step of the history is taken back by itself, and what depends on it is said in words.

#![allow(clippy::expect_used, clippy::panic)] // a test that cannot build its case has failed

use std::path::Path;

use chrono::{DateTime, Duration, Utc};
use domain::{Client, ClientId, Language, Origin, Settings, Theme, Tier};
use workflows::clients::Edit;
use workflows::history::{self, Asked, Line, Way};
use workflows::undo::{self, Turned};
use workflows::{Clock, House, clients, settings};

fn now() -> DateTime<Utc> {
    "2026-11-24T13:02:00Z".parse().expect("an instant")
}

fn open_at(folder: &Path, minutes: i64) -> House {
    let clock = Clock::Fixed(now() + Duration::minutes(minutes));
    let opened = House::open(folder, clock, Some(Language::Fr), Origin::Window, None);
    opened.expect("opens").0
}

fn lines(house: &House) -> Vec<Line> {
    let asked = Asked {
        limit: 100,
        ..Asked::default()
    };
    history::lines(house, &asked).expect("read")
}

fn made(house: &House, name: &str) -> ClientId {
    clients::create(house, name)
        .expect("made")
        .client
        .expect("a client")
        .id
}

fn edit(house: &House, id: ClientId, edit: Edit) {
    clients::edit(house, id, edit).expect("edited");
}

fn notes(text: &str) -> Edit {
    Edit {
        notes: Some(text.to_owned()),
        ..Edit::default()
    }
}

fn client(house: &House, id: ClientId) -> Client {
    house
        .store
        .get(id.to_bytes())
        .expect("read")
        .expect("there")
}

#[test]
fn a_sitting_is_one_line_and_goes_back_in_one_press() {
    let folder = tempfile::tempdir().expect("a folder");
    let house = open_at(folder.path(), 0);
    let id = made(&house, "Fromagerie du Lac");
    house.close().expect("closed");
    for (minutes, text) in [
        (1, "Li"),
        (3, "Livre"),
        (6, "Livre le mardi"),
        (40, "Livre le jeudi"),
    ] {
        let house = open_at(folder.path(), minutes);
        edit(&house, id, notes(text));
        house.close().expect("closed");
    }
    let house = open_at(folder.path(), 41);
    let told = lines(&house);
    assert_eq!(told.len(), 3, "two sittings and the start: {told:?}");
    assert_eq!(told[1].steps.len(), 3);
    assert!(told[1].said.contains("notes"), "{}", told[1].said);
    assert!(
        told[0].said.contains(
            "de « Livre le mardi » à « Livre le jeudi »"
                .replace(' ', "\u{a0}")
                .as_str()
        ) || told[0].said.contains("Livre le mardi"),
        "{}",
        told[0].said
    );
    let Turned::Depends { on, together } =
        undo::take_back(&house, &told[1].steps, false).expect("asked")
    else {
        panic!("the later sitting changed the same notes")
    };
    assert_eq!((on.len(), together), (1, true));
    assert_eq!(on[0].seq, told[0].seq);
    let Turned::Done(done) = undo::take_back(&house, &told[1].steps, true).expect("asked") else {
        panic!("all of it goes")
    };
    assert!(done.said.starts_with("Annulé"), "{}", done.said);
    assert_eq!(client(&house, id).notes, "");
    assert!(undo::undo(&house).expect("undone").is_some(), "one step");
    assert_eq!(client(&house, id).notes, "Livre le jeudi");
}

#[test]
fn an_older_change_of_another_field_goes_back_alone_and_comes_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let house = open_at(folder.path(), 0);
    let id = made(&house, "Fromagerie du Lac");
    edit(
        &house,
        id,
        Edit {
            market: Some("Agro".to_owned()),
            ..Edit::default()
        },
    );
    let market = lines(&house)[0].clone();
    edit(
        &house,
        id,
        Edit {
            tier: Some(Tier::A),
            website: Some("lac.fr".to_owned()),
            ..Edit::default()
        },
    );
    house.close().expect("closed");

    let house = open_at(folder.path(), 60);
    let turned = undo::take_back(&house, &market.steps, false).expect("asked");
    assert!(matches!(turned, Turned::Done(_)), "{turned:?}");
    let left = client(&house, id);
    assert_eq!((left.market.as_str(), left.tier), ("", Tier::A));
    let told = lines(&house);
    assert!(told[0].said.starts_with("Annulé"), "{}", told[0].said);
    let was = told
        .iter()
        .find(|line| line.seq == market.seq)
        .expect("it is still told");
    assert_eq!((was.undone, was.way), (true, Way::Again));
    let again = undo::do_again(&house, &market.steps).expect("asked");
    assert!(matches!(again, Turned::Done(_)), "{again:?}");
    assert_eq!(client(&house, id).market, "Agro");
    assert!(house.store.check().expect("checked").flaws.is_empty());
}

#[test]
fn a_client_that_something_was_planned_with_names_what_depends() {
    let folder = tempfile::tempdir().expect("a folder");
    let house = open_at(folder.path(), 0);
    made(&house, "Fromagerie du Lac");
    let start = lines(&house)[0].clone();
    let lac: ClientId = client_named(&house, "Fromagerie du Lac");
    let edited = workflows::contacts::Edit {
        given: Some("Hélène".to_owned()),
        client: Some(workflows::touchpoints::ClientChoice::Existing(lac)),
        ..Default::default()
    };
    workflows::contacts::create(&house, edited).expect("made");
    let Turned::Depends { on, together } =
        undo::take_back(&house, &start.steps, false).expect("asked")
    else {
        panic!("its contact speaks of it")
    };
    assert!(on[0].said.contains("Hélène") && together, "{on:?}");
    assert!(
        house
            .store
            .get::<Client>(lac.to_bytes())
            .expect("read")
            .is_some(),
        "nothing was changed"
    );
}

fn client_named(house: &House, name: &str) -> ClientId {
    let all: Vec<Client> = house.store.all().expect("read");
    all.into_iter()
        .find(|client| client.name == name)
        .expect("there")
        .id
}

#[test]
fn an_import_of_which_some_was_edited_since_says_which() {
    let folder = tempfile::tempdir().expect("a folder");
    let house = open_at(folder.path(), 0);
    let brought: Vec<Client> = (0..6)
        .map(|number| Client::new(house.clock.new_id(), format!("Maison {number}"), now()))
        .collect();
    let note = store::Note {
        label: "imported-people".to_owned(),
        args: [("title", "clients.csv"), ("count", "6")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
        origin: Origin::Import,
        at: now(),
    };
    let written = house.store.commit::<_, store::StoreError>(note, |tx| {
        brought.iter().try_for_each(|client| tx.put(client))
    });
    written.expect("written");
    for client in &brought[..2] {
        edit(&house, client.id, notes("appeler le mardi"));
    }
    let told = lines(&house);
    let import = told.last().expect("the import");
    assert!(
        import.said.contains("6 fiches de clients.csv"),
        "{}",
        import.said
    );
    assert_eq!(import.by, Origin::Import);
    let Turned::Depends { on, together } =
        undo::take_back(&house, &import.steps, false).expect("asked")
    else {
        panic!("two of them were edited since")
    };
    let named: Vec<&str> = on.iter().map(|line| line.said.as_str()).collect();
    assert!(
        named[0].contains("Maison 1") && named[1].contains("Maison 0"),
        "{named:?}"
    );
    assert!(together);
    let turned = undo::take_back(&house, &import.steps, true).expect("asked");
    assert!(matches!(turned, Turned::Done(_)), "{turned:?}");
    assert!(house.store.all::<Client>().expect("read").is_empty());
}

#[test]
fn the_history_says_which_setting_and_is_found_by_words_and_by_client() {
    let folder = tempfile::tempdir().expect("a folder");
    let house = open_at(folder.path(), 0);
    let id = made(&house, "Fromagerie du Lac");
    made(&house, "Atelier Morel");
    let dark = Settings {
        theme: Theme::Dark,
        ..house.settings()
    };
    settings::save(&house, dark).expect("saved");
    let told = lines(&house);
    assert!(told[0].said.contains("thème"), "{}", told[0].said);
    assert!(told[0].said.contains("sombre"), "{}", told[0].said);
    let found = |words: &str, client| {
        let asked = Asked {
            limit: 10,
            words: words.to_owned(),
            client,
            before: None,
        };
        history::lines(&house, &asked).expect("read").len()
    };
    assert_eq!(found("theme reglages", None), 1, "accents and case aside");
    assert_eq!(found("", Some(id)), 1);
    assert_eq!(found("morel", Some(id)), 0);
}
