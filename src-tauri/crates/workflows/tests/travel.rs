//! Being elsewhere is asked about, never assumed.

#![allow(clippy::expect_used)] // a test that cannot build its case has failed

use chrono::{DateTime, Utc};
use chrono_tz::Europe;
use domain::{Language, Origin, Settings};
use workflows::{Clock, House, settings, travel, undo};

fn house(folder: &std::path::Path) -> House {
    let now: DateTime<Utc> = "2026-11-24T08:12:00Z".parse().expect("an instant");
    let french = Some(Language::Fr);
    let opened = House::open(folder, Clock::Fixed(now), french, Origin::Window, None);
    opened.expect("the house opens").0
}

/// A book of Paris, past the first start.
fn parisian() -> (tempfile::TempDir, House) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let house = house(folder.path());
    let paris = Settings {
        home: Some(Europe::Paris),
        ..house.settings()
    };
    settings::save(&house, paris).expect("saved");
    settings::welcome(&house, false).expect("welcomed");
    (folder, house)
}

#[test]
fn a_paris_book_opened_in_london_keeps_the_hours_of_paris_until_somebody_says_so() {
    let (_folder, house) = parisian();
    assert_eq!(
        travel::question(&house, Europe::London),
        Some(Europe::London)
    );
    assert_eq!(house.home(), Europe::Paris, "nothing shifted meanwhile");
    travel::answer(&house, Europe::London, true).expect("answered");
    assert_eq!(house.home(), Europe::London);
    assert_eq!(travel::question(&house, Europe::London), None);
    assert_eq!(
        travel::question(&house, Europe::Paris),
        Some(Europe::Paris),
        "and on the way back"
    );
    undo::undo(&house).expect("undone");
    assert_eq!(house.home(), Europe::Paris, "it can be taken back");
}

#[test]
fn who_stays_at_home_hours_is_asked_once_a_journey() {
    let (folder, first) = parisian();
    travel::answer(&first, Europe::London, false).expect("answered");
    assert_eq!(travel::question(&first, Europe::London), None);
    assert!(
        !travel::settle(&first, Europe::London).expect("settled"),
        "still there"
    );
    first.store.close().expect("closes");
    drop(first);
    let house = house(folder.path());
    assert_eq!(
        travel::question(&house, Europe::London),
        None,
        "not after a restart either"
    );
    assert_eq!(house.home(), Europe::Paris);
    assert!(
        travel::settle(&house, Europe::Paris).expect("settled"),
        "back"
    );
    assert_eq!(
        travel::question(&house, Europe::London),
        Some(Europe::London),
        "another journey"
    );
}

#[test]
fn the_first_start_keeps_the_zone_it_was_answered_in() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let house = house(folder.path());
    assert_eq!(house.settings().home, None, "not before");
    let here = house.home();
    settings::welcome(&house, false).expect("welcomed");
    assert_eq!(house.settings().home, Some(here));
    let forgotten = Settings {
        home: None,
        ..house.settings()
    };
    settings::save(&house, forgotten).expect("saved");
    assert_eq!(house.settings().home, Some(here), "a home stays one");
}

#[test]
fn a_zone_chosen_in_the_settings_is_an_answer() {
    let (_folder, house) = parisian();
    let tokyo = Settings {
        home: Some(chrono_tz::Asia::Tokyo),
        ..house.settings()
    };
    settings::save(&house, tokyo).expect("saved");
    assert_eq!(travel::question(&house, travel::here()), None);
}
