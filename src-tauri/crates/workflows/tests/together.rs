//! Two hands at once: what one of them was told is what stands when it writes.

#![allow(clippy::expect_used)] // a test that cannot build its case has failed

use std::sync::Barrier;
use std::thread;

use chrono::{Days, NaiveDate, NaiveDateTime};
use chrono_tz::Europe;
use domain::{Kind, Language, Origin, Reason, Settings};
use workflows::reschedule::Target;
use workflows::touchpoints::{self, ClientChoice, Draft};
use workflows::{Clock, Fault, House, Outcome, air, days, settings};

/// How often both reach for the same hour.
const TIMES: u64 = 12;

fn open(folder: &std::path::Path) -> House {
    let now = "2026-11-23T07:00:00Z".parse().expect("an instant");
    let clock = Clock::Fixed(now);
    let (house, _) = House::open(folder, clock, Some(Language::Fr), Origin::Window, None)
        .expect("the house opens");
    let paris = Settings {
        home: Some(Europe::Paris),
        ..house.settings()
    };
    settings::save(&house, paris).expect("saved");
    settings::welcome(&house, false).expect("welcomed");
    house
}

/// Ten in the morning, so many days after a Monday.
fn ten(day: u64) -> NaiveDateTime {
    let monday = NaiveDate::from_ymd_opt(2026, 11, 30).expect("a Monday");
    let date = monday + Days::new(day);
    date.and_hms_opt(10, 0, 0).expect("an hour")
}

fn target(start: NaiveDateTime, minutes: u32) -> Target {
    Target::Timed { start, minutes }
}

fn visit(house: &House, at: NaiveDateTime, force: bool) -> Result<Outcome, Fault> {
    let reason = Reason {
        urgent: true,
        ..Reason::default()
    };
    let draft = Draft {
        kind: Kind::InPerson,
        title: "Point".to_owned(),
        reason,
        client: ClientChoice::Nobody,
        to: target(at, 60),
        minutes: 60,
        place: String::new(),
        link: String::new(),
        notes: String::new(),
        participants: Vec::new(),
        confidential: false,
        force,
    };
    touchpoints::plan(house, draft)
}

/// The answers of two hands that do the same thing at the same moment.
fn both<T: Send>(act: impl Fn() -> T + Sync) -> [T; 2] {
    let start = Barrier::new(2);
    let hand = || {
        start.wait();
        act()
    };
    thread::scope(|scope| {
        let other = scope.spawn(hand);
        [hand(), other.join().expect("it ends")]
    })
}

fn is_placed(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Done(_))
}

#[test]
fn one_hour_is_planned_once_however_many_reach_for_it() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let house = open(folder.path());
    for day in 0..TIMES {
        let answers = both(|| visit(&house, ten(day), false).expect("an answer"));
        let placed = answers.iter().filter(|answer| is_placed(answer)).count();
        assert_eq!(placed, 1, "on {}", ten(day).date());
    }
    house.store.close().expect("closes");
}

#[test]
fn air_is_laid_where_no_meeting_was_put_meanwhile() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let house = open(folder.path());
    for day in 0..TIMES {
        let at = ten(day);
        let start = Barrier::new(2);
        let (laid, planned) = thread::scope(|scope| {
            let other = scope.spawn(|| {
                start.wait();
                air::lay(&house, target(at, 60), false).expect("an answer")
            });
            start.wait();
            let planned = visit(&house, at, false).expect("an answer");
            (other.join().expect("it ends"), planned)
        });
        let placed = [laid, planned].iter().filter(|one| is_placed(one)).count();
        assert_eq!(placed, 1, "on {}", at.date());
    }
    house.store.close().expect("closes");
}

#[test]
fn what_a_week_owes_is_paid_once() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let house = open(folder.path());
    for week in 0..TIMES {
        let monday = ten(7 * week).date();
        let lunch = monday.and_hms_opt(11, 30, 0).expect("an hour");
        air::lay(&house, target(ten(7 * week), 60), true).expect("laid");
        // Onto that air: its day owes it.
        visit(&house, ten(7 * week), true).expect("forced");
        visit(&house, lunch, true).expect("forced");
        let paid = both(|| air::repay(&house, monday).is_ok());
        let seen = days::between(&house, monday, monday + Days::new(7)).expect("a week");
        let owed = air::breathing(&house, &seen, monday, monday + Days::new(7)).expect("read");
        assert!(paid[0] != paid[1], "once in the week of {monday}");
        let left = owed.weeks.iter().map(|(_, ledger)| ledger.left);
        assert_eq!(left.sum::<u32>(), 0, "and all of it");
    }
    house.store.close().expect("closes");
}
