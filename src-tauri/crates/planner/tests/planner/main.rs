//! The laws of judging, as properties, and the cases a person would name.

#![allow(clippy::expect_used)] // a test that cannot build its case has failed

use chrono::{Duration, NaiveDate, NaiveDateTime};
use chrono_tz::{Europe::Paris, Tz};
use domain::{Kind, Settings, Span, Takes, Zone};
use planner::{Busy, Days, Level, Proposal, Rule, judge};
use proptest::prelude::*;

const HOME: Tz = Paris;

fn at(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, day)
        .and_then(|d| d.and_hms_opt(hour, minute, 0))
        .expect("a date of the test")
}

fn busy(from: NaiveDateTime, minutes: i64, title: &str) -> Busy {
    let zone = Zone::Iana(HOME);
    let start = zone.instant(from, false, HOME).0;
    Busy {
        span: Span {
            start,
            end: start + Duration::minutes(minutes),
        },
        title: title.into(),
        takes: Takes::Meeting(Kind::Other),
    }
}

fn proposal(from: NaiveDateTime, minutes: i64) -> Proposal {
    Proposal::new(
        from,
        from + Duration::minutes(minutes),
        Takes::Meeting(Kind::Other),
    )
}

#[test]
fn an_empty_hour_of_a_working_day_is_free() {
    let settings = Settings::default();
    let days = Days {
        busy: &[],
        settings: &settings,
        home: HOME,
    };
    let verdict = judge(proposal(at(26, 13, 0), 60), days, at(24, 9, 12));
    assert_eq!(
        verdict.level,
        Level::Free,
        "Thursday 13:00 has nothing against it"
    );
    assert!(
        verdict.nearest.is_empty(),
        "nothing is suggested where nothing is wrong"
    );
}

#[test]
fn what_is_already_there_refuses_and_is_named() {
    let settings = Settings::default();
    let taken = [busy(at(26, 13, 30), 60, "Scop Les Fougères")];
    let days = Days {
        busy: &taken,
        settings: &settings,
        home: HOME,
    };
    let verdict = judge(proposal(at(26, 13, 0), 60), days, at(24, 9, 12));
    assert_eq!(verdict.level, Level::Refused, "nobody is in two meetings");
    assert!(
        matches!(&verdict.rules[0], Rule::Overlap { with, from, .. } if with == "Scop Les Fougères" && *from == at(26, 13, 30)),
        "the sentence can say with what, and when"
    );
    assert_eq!(
        verdict.nearest[0],
        at(26, 12, 30),
        "the nearest place is just before"
    );
}

#[test]
fn touching_ends_do_not_overlap() {
    let settings = Settings::default();
    let taken = [busy(at(26, 14, 0), 60, "Après")];
    let days = Days {
        busy: &taken,
        settings: &settings,
        home: HOME,
    };
    assert_eq!(
        judge(proposal(at(26, 13, 0), 60), days, at(24, 9, 0)).level,
        Level::Free,
        "the end is excluded"
    );
}

#[test]
fn evenings_and_days_off_are_tight_not_refused() {
    let settings = Settings::default();
    let days = Days {
        busy: &[],
        settings: &settings,
        home: HOME,
    };
    let evening = judge(proposal(at(26, 17, 30), 60), days, at(24, 9, 0));
    assert_eq!(
        evening.level,
        Level::Tight,
        "half an hour too long is the person's to weigh"
    );
    assert_eq!(
        evening.nearest[0],
        at(26, 17, 0),
        "the same day, half an hour earlier"
    );
    let saturday = judge(proposal(at(28, 10, 0), 60), days, at(24, 9, 0));
    assert_eq!(
        saturday.rules,
        vec![Rule::DayOff],
        "Saturday is off by default"
    );
}

#[test]
fn nothing_is_suggested_in_the_past() {
    let settings = Settings::default();
    let taken = [busy(at(24, 10, 0), 60, "Pris")];
    let days = Days {
        busy: &taken,
        settings: &settings,
        home: HOME,
    };
    let verdict = judge(proposal(at(24, 10, 0), 60), days, at(24, 9, 45));
    assert!(
        verdict.nearest.iter().all(|start| *start >= at(24, 9, 45)),
        "yesterday is not a suggestion"
    );
}

prop_compose! {
    fn any_start()(day in 16_u32..30, quarter in 0_i64..96) -> NaiveDateTime {
        at(day, 0, 0) + Duration::minutes(quarter * 15)
    }
}

proptest! {
    #[test]
    fn every_suggestion_is_itself_free(
        start in any_start(),
        minutes in prop::sample::select(vec![15_i64, 30, 45, 60, 90, 120]),
        taken in prop::collection::vec((any_start(), 15_i64..180), 0..40),
    ) {
        let settings = Settings::default();
        let taken: Vec<Busy> = taken.into_iter().map(|(from, minutes)| busy(from, minutes, "x")).collect();
        let days = Days { busy: &taken, settings: &settings, home: HOME };
        let now = at(18, 9, 0);
        let verdict = judge(proposal(start, minutes), days, now);
        for near in &verdict.nearest {
            let again = judge(proposal(*near, minutes), days, now);
            prop_assert_eq!(again.level, Level::Free, "a suggestion that would be refused is no suggestion");
            prop_assert!(*near >= now);
        }
        prop_assert!(verdict.nearest.len() <= 3);
    }

    #[test]
    fn refused_exactly_when_something_overlaps(
        start in any_start(), minutes in 15_i64..240, other in any_start(), length in 15_i64..240,
    ) {
        let settings = Settings::default();
        let taken = [busy(other, length, "x")];
        let days = Days { busy: &taken, settings: &settings, home: HOME };
        let verdict = judge(proposal(start, minutes), days, at(18, 9, 0));
        let overlap = start < other + Duration::minutes(length) && other < start + Duration::minutes(minutes);
        prop_assert_eq!(verdict.level == Level::Refused, overlap);
    }
}
