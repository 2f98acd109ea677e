use chrono::Duration;
use chrono_tz::Europe::Paris;
use domain::{Moment, Recurrence, Slot};
use proptest::prelude::*;
use series::{Obstacle, SeriesError, shift};

use crate::support::{by, date, first, in_paris, paris, series};

fn moved(start: &str, rule: &str, by_minutes: i64) -> Result<Vec<String>, SeriesError> {
    shift(
        paris(start),
        &by(&[rule]),
        Duration::minutes(by_minutes),
        Paris,
    )
    .map(|(_, recurrence)| recurrence.rules)
}

const DAY: i64 = 24 * 60;

#[test]
fn days_of_the_week_turn_with_the_start() {
    assert_eq!(
        moved("2026-01-05 10:00", "FREQ=WEEKLY;BYDAY=MO,FR", DAY).unwrap(),
        ["FREQ=WEEKLY;BYDAY=TU,SA"]
    );
    assert_eq!(
        moved("2026-01-05 10:00", "FREQ=WEEKLY", 3 * DAY).unwrap(),
        ["FREQ=WEEKLY"],
        "the start says it all"
    );
    assert_eq!(
        moved(
            "2026-01-05 10:00",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR",
            3 * DAY
        )
        .unwrap(),
        ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,MO;WKST=TH"],
        "and which days share a week turns with them"
    );
    assert_eq!(
        moved("2026-01-05 10:00", "FREQ=WEEKLY;BYDAY=MO", 90).unwrap(),
        ["FREQ=WEEKLY;BYDAY=MO"],
        "an hour later is the same day"
    );
    assert_eq!(
        moved("2026-01-05 23:00", "FREQ=WEEKLY;BYDAY=MO", 90).unwrap(),
        ["FREQ=WEEKLY;BYDAY=TU"],
        "unless it passes midnight"
    );
}

#[test]
fn days_of_the_month_slide_where_every_month_has_them() {
    assert_eq!(
        moved("2026-01-10 10:00", "FREQ=MONTHLY;BYMONTHDAY=10,20", 2 * DAY).unwrap(),
        ["FREQ=MONTHLY;BYMONTHDAY=12,22"]
    );
    assert_eq!(
        moved("2026-01-10 10:00", "FREQ=MONTHLY", -3 * DAY).unwrap(),
        ["FREQ=MONTHLY"]
    );
    assert_eq!(
        moved("2026-01-31 10:00", "FREQ=MONTHLY;BYMONTHDAY=-1", -DAY).unwrap(),
        ["FREQ=MONTHLY;BYMONTHDAY=-2"]
    );
    assert_eq!(
        moved(
            "2026-06-15 10:00",
            "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15",
            20 * DAY
        )
        .unwrap(),
        ["FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=5"]
    );
    assert_eq!(
        moved("2026-06-15 10:00", "FREQ=YEARLY", 20 * DAY).unwrap(),
        ["FREQ=YEARLY"]
    );
}

#[test]
fn what_cannot_be_said_in_the_rule_is_refused_with_its_reason() {
    let refused = |start, rule, minutes, obstacle| {
        assert_eq!(
            moved(start, rule, minutes),
            Err(SeriesError::CannotShift(obstacle)),
            "{rule}"
        );
    };
    refused(
        "2026-01-13 10:00",
        "FREQ=MONTHLY;BYDAY=2TU",
        DAY,
        Obstacle::CountedWeekday,
    );
    refused(
        "2026-01-30 10:00",
        "FREQ=MONTHLY;BYDAY=-1FR",
        -DAY,
        Obstacle::CountedWeekday,
    );
    refused("2026-01-31 10:00", "FREQ=MONTHLY", DAY, Obstacle::MonthDay);
    refused("2026-01-28 10:00", "FREQ=MONTHLY", DAY, Obstacle::MonthDay);
    refused(
        "2026-01-30 10:00",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        DAY,
        Obstacle::MonthDay,
    );
    refused(
        "2026-01-05 10:00",
        "FREQ=WEEKLY;BYMONTH=1,2;BYDAY=MO",
        DAY,
        Obstacle::Month,
    );
    refused("2026-02-28 10:00", "FREQ=YEARLY", DAY, Obstacle::MonthDay);
    refused(
        "2026-01-05 10:00",
        "FREQ=DAILY;BYHOUR=10,22",
        3 * 60,
        Obstacle::TimeOfDay,
    );
    refused(
        "2026-01-05 10:00",
        "FREQ=DAILY",
        400 * 366 * DAY,
        Obstacle::OutOfRange,
    );
}

#[test]
fn counted_days_move_within_their_day_and_named_hours_with_the_clock() {
    assert_eq!(
        moved("2026-01-13 10:00", "FREQ=MONTHLY;BYDAY=2TU", 60).unwrap(),
        ["FREQ=MONTHLY;BYDAY=2TU"]
    );
    assert_eq!(
        moved("2026-01-05 09:00", "FREQ=DAILY;BYHOUR=9,14", 120).unwrap(),
        ["FREQ=DAILY;BYHOUR=11,16"]
    );
}

#[test]
fn exceptions_further_dates_and_the_end_move_along() {
    let recurrence = Recurrence {
        dates: vec![in_paris("2026-03-20 15:00")],
        except: vec![
            in_paris("2026-03-24 10:00"),
            Moment::Wall {
                at: crate::support::at("2026-03-30 08:00"),
                zone: domain::Zone::Iana(chrono_tz::Tz::UTC),
            },
        ],
        ..by(&["FREQ=DAILY;UNTIL=20260401T080000Z"])
    };
    let (start, moved) = shift(
        paris("2026-03-23 10:00"),
        &recurrence,
        Duration::hours(26),
        Paris,
    )
    .unwrap();
    assert_eq!(start, paris("2026-03-24 12:00"));
    assert_eq!(moved.dates, [in_paris("2026-03-21 17:00")]);
    assert_eq!(
        moved.except,
        [in_paris("2026-03-25 12:00"), in_paris("2026-03-31 12:00")],
        "by the clock, across the change"
    );
    assert_eq!(moved.rules, ["FREQ=DAILY;UNTIL=20260402T100000Z"]);
}

#[test]
fn whole_days_move_by_days() {
    let start = Slot::AllDay {
        first: date("2026-01-05"),
        days: 2,
    };
    let (to, moved) = shift(
        start,
        &by(&["FREQ=WEEKLY;BYDAY=MO;UNTIL=20260301"]),
        Duration::days(1),
        Paris,
    )
    .unwrap();
    assert_eq!(
        to,
        Slot::AllDay {
            first: date("2026-01-06"),
            days: 2
        }
    );
    assert_eq!(moved.rules, ["FREQ=WEEKLY;BYDAY=TU;UNTIL=20260302"]);
}

proptest! {
    #[test]
    fn every_occurrence_moves_as_far_as_the_first((start, recurrence) in series(), quarters in -3_000_i64..3_000) {
        let by = match start {
            Slot::AllDay { .. } => Duration::days(quarters / 96),
            Slot::Timed { .. } => Duration::minutes(quarters * 15),
        };
        match shift(start, &recurrence, by, Paris) {
            Ok((to, moved)) => {
                let expected: Vec<_> = first(start, &recurrence, 120).into_iter().map(|wall| wall + by).collect();
                prop_assert_eq!(first(to, &moved, 120), expected, "{:?} by {} became {:?}", recurrence, by, moved);
                prop_assert_eq!(to.seconds(), start.seconds());
            }
            Err(SeriesError::CannotShift(_)) => {}
            Err(other) => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn a_plain_weekly_or_daily_series_can_always_be_moved(
        rule in prop_oneof![Just("FREQ=WEEKLY"), Just("FREQ=DAILY"), Just("FREQ=WEEKLY;INTERVAL=3"), Just("FREQ=WEEKLY;BYDAY=TU,WE,SU"), Just("FREQ=DAILY;BYDAY=MO,TU")],
        quarters in -3_000_i64..3_000,
    ) {
        prop_assert!(shift(paris("2026-06-02 10:00"), &by(&[rule]), Duration::minutes(quarters * 15), Paris).is_ok());
    }

    #[test]
    fn there_and_back_is_where_one_was((start, recurrence) in series(), days in -20_i64..20) {
        if let Ok((to, moved)) = shift(start, &recurrence, Duration::days(days), Paris)
            && let Ok((back, again)) = shift(to, &moved, Duration::days(-days), Paris)
        {
            prop_assert_eq!(back.start_wall(), start.start_wall());
            prop_assert_eq!(first(back, &again, 60), first(start, &recurrence, 60));
        }
    }
}
