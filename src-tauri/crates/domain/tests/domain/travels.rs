use chrono::{DateTime, Utc};
use chrono_tz::{Europe, Tz};
use domain::Settings;

fn now() -> DateTime<Utc> {
    "2026-11-24T09:12:00+01:00"
        .parse::<DateTime<chrono::FixedOffset>>()
        .expect("an instant")
        .to_utc()
}

fn at_home(home: Tz) -> Settings {
    Settings {
        home: Some(home),
        ..Settings::default()
    }
}

#[test]
fn one_is_asked_where_the_clocks_are_others() {
    assert!(at_home(Europe::Paris).asks_of(Europe::London, now()));
    assert!(!at_home(Europe::Paris).asks_of(Europe::Paris, now()));
    assert!(
        !at_home(Europe::Paris).asks_of(Europe::Brussels, now()),
        "the same hours"
    );
    // Algiers shows the hours of Paris in winter and not in summer.
    assert!(at_home(Europe::Paris).asks_of(chrono_tz::Africa::Algiers, now()));
    assert!(
        !Settings::default().asks_of(Europe::London, now()),
        "no home yet"
    );
}

#[test]
fn what_was_answered_is_not_asked_again_until_one_was_back() {
    let stayed = Settings {
        stayed: Some(Europe::London),
        ..at_home(Europe::Paris)
    };
    assert!(!stayed.asks_of(Europe::London, now()));
    assert!(
        stayed.asks_of(Europe::Lisbon, now()),
        "another zone is another question"
    );
    assert!(!stayed.is_back(Europe::London, now()));
    assert!(stayed.is_back(Europe::Brussels, now()));
    assert!(
        !at_home(Europe::Paris).is_back(Europe::Paris, now()),
        "nothing to forget"
    );
}
