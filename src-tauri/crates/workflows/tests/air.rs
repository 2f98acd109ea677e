//! Whatever is done of a week's air, and undone, leaves the book as it was.

#![allow(clippy::expect_used)] // a test that cannot build its case has failed

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Europe;
use domain::{Kind, Language, Origin, Purpose, Reason, Settings, State};
use proptest::prelude::*;
use workflows::conclude::{self, Ask, On};
use workflows::reschedule::{self, Reschedule, Scope, Subject, Target};
use workflows::touchpoints::{self, ClientChoice, Draft, Edit, Which};
use workflows::{Clock, Fault, House, Outcome, Seen, air, days, settings, undo};

/// What somebody does, to one of what stands in the week, at a place of it.
#[derive(Debug, Clone, Copy)]
enum Act {
    Plan { kind: Kind, minutes: u32 },
    Move { minutes: u32 },
    Cancel,
    Trash,
    Hang { purpose: Purpose, minutes: u32 },
    Lay { minutes: u32 },
    Repay,
    Conclude { after: i32 },
}

fn any_act() -> impl Strategy<Value = Act> {
    let minutes = || prop::sample::select(vec![30_u32, 45, 60, 90, 180]);
    let kind = prop::sample::select(vec![Kind::Phone, Kind::Video, Kind::InPerson]);
    let purpose = prop::sample::select(vec![Purpose::Preparation, Purpose::Travel]);
    prop_oneof![
        4 => (kind, minutes()).prop_map(|(kind, minutes)| Act::Plan { kind, minutes }),
        4 => minutes().prop_map(|minutes| Act::Move { minutes }),
        1 => Just(Act::Cancel),
        1 => Just(Act::Trash),
        2 => (purpose, minutes()).prop_map(|(purpose, minutes)| Act::Hang { purpose, minutes }),
        1 => minutes().prop_map(|minutes| Act::Lay { minutes }),
        1 => Just(Act::Repay),
        2 => (1..5).prop_map(|after| Act::Conclude { after }),
    ]
}

fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a Monday")
}

fn week(house: &House) -> Vec<Seen> {
    days::between(house, monday(), monday() + Duration::days(21)).expect("three weeks")
}

fn refused(outcome: Result<Outcome, Fault>) -> Result<(), Fault> {
    outcome.map(|_| ())
}

/// Does it; a no is an answer, and so is that there is nothing to do it to.
fn act(house: &House, act: Act, which: usize, at: NaiveDateTime, force: bool) {
    let stands = week(house);
    let one = (!stands.is_empty()).then(|| &stands[which % stands.len()]);
    let target = |minutes| Target::Timed { start: at, minutes };
    let which = |one: &Seen| Which {
        id: one.touchpoint.id,
        occurrence: None,
        scope: Scope::This,
    };
    // What a rule, the gate or the calendar says no to changes nothing: that is what is tested.
    let _ = match (act, one) {
        (Act::Plan { kind, minutes }, _) => refused(touchpoints::plan(
            house,
            Draft {
                kind,
                title: "Point".to_owned(),
                reason: Reason {
                    urgent: true,
                    ..Reason::default()
                },
                client: ClientChoice::Nobody,
                to: target(minutes),
                minutes,
                place: String::new(),
                link: String::new(),
                notes: String::new(),
                participants: Vec::new(),
                confidential: false,
                force,
            },
        )),
        (Act::Lay { minutes }, _) => refused(air::lay(house, target(minutes), force)),
        (Act::Repay, _) => air::repay(house, days::monday_of(at.date())).map(|_| ()),
        (Act::Move { minutes }, Some(one)) => refused(reschedule::perform(
            house,
            Reschedule {
                subject: Subject::Existing {
                    id: one.touchpoint.id,
                    occurrence: None,
                },
                to: target(minutes),
                scope: Scope::This,
                copy: false,
                force,
            },
        )),
        (Act::Cancel, Some(one)) => {
            let cancelled = Edit {
                state: Some(State::Cancelled),
                ..Edit::default()
            };
            touchpoints::edit(house, which(one), cancelled).map(|_| ())
        }
        (Act::Trash, Some(one)) => touchpoints::trash(house, which(one)).map(|_| ()),
        (Act::Hang { purpose, minutes }, Some(one)) => {
            air::hang(house, one.touchpoint.id, purpose, minutes).map(|_| ())
        }
        (Act::Conclude { after }, Some(one)) => conclude::run(
            house,
            &Ask {
                id: one.touchpoint.id,
                occurrence: None,
                on: On::After(after),
                hour: None,
                work: None,
                reason: None,
            },
        )
        .map(|_| ()),
        (_, None) => Ok(()),
    };
}

fn open(folder: &std::path::Path, now: &str) -> House {
    let now: DateTime<Utc> = now.parse().expect("an instant");
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

/// At half past two the clocks of that night show half past three.
#[test]
fn what_is_forced_into_the_hour_that_never_comes_takes_the_air_it_will_lie_on() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let house = open(folder.path(), "2027-03-20T07:00:00Z");
    let night = NaiveDate::from_ymd_opt(2027, 3, 28).expect("a date");
    let at = |hour| night.and_hms_opt(hour, 30, 0).expect("an hour");
    let target = |hour, minutes| Target::Timed {
        start: at(hour),
        minutes,
    };
    air::lay(&house, target(3, 60), true).expect("laid");
    let forced = Act::Plan {
        kind: Kind::Phone,
        minutes: 60,
    };
    act(&house, forced, 0, at(2), false);
    let stands =
        |house: &House| days::between(house, night, night + Duration::days(1)).expect("a day");
    assert_eq!(stands(&house).len(), 1, "it is refused: air lies there");
    act(&house, forced, 0, at(2), true);
    let left = stands(&house);
    assert_eq!(left.len(), 1, "the air gave way: {left:?}");
    assert_eq!(left[0].touchpoint.purpose, Purpose::Meeting);
    house.store.close().expect("closes");
}

proptest! {
    // Each case is a book on a disk.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn everything_that_was_done_is_undone_to_the_same_book(
        acts in prop::collection::vec(
            (any_act(), 0_usize..20, (0_i64..12, 32_i64..76), any::<bool>()),
            1..14,
        ),
    ) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let house = open(folder.path(), "2026-11-23T07:00:00Z");

        let mut steps = vec![(house.store.last_seq(), house.store.content_hash().expect("read"))];
        for (one, which, (day, quarter), force) in acts {
            let at = (monday() + Duration::days(day)).and_hms_opt(0, 0, 0).expect("midnight")
                + Duration::minutes(quarter * 15);
            act(&house, one, which, at, force);
            let seq = house.store.last_seq();
            if steps.last().is_some_and(|(last, _)| *last < seq) {
                steps.push((seq, house.store.content_hash().expect("read")));
            }
        }
        while steps.len() > 1 {
            steps.pop();
            prop_assert!(undo::undo(&house).expect("undone").is_some(), "each step has its way back");
            let (_, before) = steps.last().expect("the book as it was opened");
            let now = house.store.content_hash().expect("read");
            prop_assert_eq!(now, *before);
        }
        house.store.close().expect("closes");
    }
}
