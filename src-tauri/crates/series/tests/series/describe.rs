use chrono::Weekday;
use chrono_tz::Europe::Paris;
use domain::Recurrence;
use series::{Day, Frequency, describe};

use crate::support::{by, date, in_paris, paris};

#[test]
fn a_rule_is_said_with_what_its_start_adds() {
    let said = |start, rule| {
        describe(paris(start), &by(&[rule]), Paris)
            .unwrap()
            .unwrap()
    };
    let plain = said("2026-01-05 10:00", "FREQ=WEEKLY;INTERVAL=2");
    assert_eq!((plain.frequency, plain.interval), (Frequency::Weekly, 2));
    assert_eq!(
        plain.days,
        [Day {
            nth: None,
            weekday: Weekday::Mon
        }],
        "Monday, since it begins on one"
    );
    let days = said("2026-01-05 10:00", "FREQ=WEEKLY;BYDAY=FR,MO;COUNT=12");
    assert_eq!(
        days.days.iter().map(|day| day.weekday).collect::<Vec<_>>(),
        [Weekday::Mon, Weekday::Fri],
        "in the order of the week"
    );
    assert_eq!((days.count, days.until, days.more), (Some(12), None, false));
    let yearly = said("2026-06-15 10:00", "FREQ=YEARLY");
    assert_eq!(
        (yearly.months.as_slice(), yearly.month_days.as_slice()),
        (&[6][..], &[15][..])
    );
    let nth = said("2026-01-30 10:00", "FREQ=MONTHLY;BYDAY=-1FR");
    assert_eq!(
        nth.days,
        [Day {
            nth: Some(-1),
            weekday: Weekday::Fri
        }]
    );
    assert!(
        said("2026-01-05 10:00", "FREQ=YEARLY;BYWEEKNO=20").more,
        "there is more to it"
    );
}

#[test]
fn the_last_day_is_one_of_the_clock_of_the_series() {
    let late = describe(
        paris("2026-01-05 00:30"),
        &by(&["FREQ=DAILY;UNTIL=20260630T223000Z"]),
        Paris,
    )
    .unwrap()
    .unwrap();
    assert_eq!(
        late.until,
        Some(date("2026-07-01")),
        "22:30Z is past midnight in Paris"
    );
}

#[test]
fn dates_without_a_rule_are_counted_not_described() {
    let dates = Recurrence {
        dates: vec![in_paris("2026-01-09 10:00")],
        ..Recurrence::default()
    };
    assert_eq!(
        describe(paris("2026-01-05 10:00"), &dates, Paris).unwrap(),
        None
    );
}
