//! Which day a meeting concludes on, as a calendar on the wall says.

use chrono::{Duration, NaiveDateTime};
use domain::{Leave, Region, Settings, Zone};
use planner::Rule;

use super::bridge::{Asks, concluded};
use super::given::{Block, Given, HOME, OTHER, VIDEO, on};

/// The concluding meeting of an hour that began at `from`, on an empty calendar.
fn after_three(from: NaiveDateTime, settings: Settings) -> NaiveDateTime {
    let given = Given {
        settings,
        first: from.date(),
        blocks: Vec::new(),
    };
    let met = Block::new(from, 60, VIDEO);
    let asks = Asks {
        met,
        after: 3,
        work: vec![60],
        now: met.until,
    };
    let bridge = concluded(&given, &asks).expect("an empty calendar has room");
    assert!(bridge.same_hour);
    bridge.at.0
}

fn alsace() -> Settings {
    Settings {
        region: Region::AlsaceMoselle,
        ..Settings::default()
    }
}

#[test]
fn three_working_days_step_over_ascension_and_over_its_bridge_where_one_is_away() {
    let met = on(2026, 5, 12, 14, 0);
    assert_eq!(
        after_three(met, Settings::default()),
        on(2026, 5, 18, 14, 0)
    );
    let bridge = on(2026, 5, 15, 0, 0).date();
    let leave = vec![Leave {
        first: bridge,
        last: bridge,
        from_noon: false,
        until_noon: false,
    }];
    let away = Settings {
        leave,
        ..Settings::default()
    };
    assert_eq!(after_three(met, away), on(2026, 5, 19, 14, 0));
}

#[test]
fn three_working_days_over_easter_and_the_spring_change_keep_the_wall_time() {
    let met = on(2027, 3, 24, 10, 0);
    assert_eq!(
        after_three(met, Settings::default()),
        on(2027, 3, 30, 10, 0)
    );
    assert_eq!(
        after_three(met, alsace()),
        on(2027, 3, 31, 10, 0),
        "Good Friday is none"
    );
    let instant = |wall| Zone::Iana(HOME).instant(wall, false, HOME).0;
    assert_eq!(
        instant(on(2027, 3, 30, 10, 0)) - instant(met),
        Duration::hours(6 * 24 - 1)
    );
}

#[test]
fn three_working_days_are_those_of_the_calendar_of_france() {
    let day = |year, month, day| on(year, month, day, 10, 0);
    for (met, concludes) in [
        (day(2026, 11, 9), day(2026, 11, 13)),
        (day(2026, 7, 10), day(2026, 7, 16)),
        (day(2027, 5, 5), day(2027, 5, 11)),
        (day(2026, 12, 23), day(2026, 12, 29)),
        (day(2026, 4, 1), day(2026, 4, 7)),
    ] {
        assert_eq!(
            after_three(met, Settings::default()),
            concludes,
            "after {met}"
        );
    }
    assert_eq!(after_three(day(2026, 4, 1), alsace()), day(2026, 4, 8));
}

#[test]
fn the_hour_stays_when_the_clocks_go_back() {
    let (met, concludes) = (on(2026, 10, 23, 10, 0), on(2026, 10, 28, 10, 0));
    assert_eq!(after_three(met, Settings::default()), concludes);
    let utc = |wall| {
        Zone::Iana(HOME)
            .instant(wall, false, HOME)
            .0
            .naive_utc()
            .time()
    };
    assert_eq!(utc(met), on(2026, 1, 1, 8, 0).time());
    assert_eq!(utc(concludes), on(2026, 1, 1, 9, 0).time());
}

#[test]
fn a_day_whose_air_lies_on_every_place_names_that() {
    // Friday 13th keeps lunch and its 90 minutes of air; half an hour of video clears five more minutes after it.
    let day = |hour, minute| on(2026, 11, 13, hour, minute);
    let given = Given {
        settings: Settings::default(),
        first: day(0, 0).date(),
        blocks: vec![
            Block::of((day(9, 0), day(12, 0)), OTHER),
            Block::of((day(12, 45), day(16, 30)), OTHER),
        ],
    };
    let met = Block::new(on(2026, 11, 9, 16, 30), 30, VIDEO);
    let asks = Asks {
        met,
        after: 3,
        work: Vec::new(),
        now: met.until,
    };
    let why = concluded(&given, &asks).expect_err("the day is full");
    assert!(
        matches!(
            why.rules[..],
            [Rule::Air {
                left: 90,
                after: 55,
                of: 90,
                ..
            }]
        ),
        "{why:?}"
    );
    let instead = why.instead.expect("Monday is empty");
    assert_eq!((instead.at.0, instead.after), (on(2026, 11, 16, 16, 30), 4));
}
