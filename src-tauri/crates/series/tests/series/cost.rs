//! What a week costs. Bounds are wide, for slow machines and debug builds; what they hold is the order of magnitude.

use std::time::{Duration, Instant};

use chrono_tz::Europe::Paris;
use series::{ends, expand};

use crate::support::{by, paris, span};

fn cost(start: &str, rule: &str) -> Duration {
    let (start, recurrence) = (paris(start), by(&[rule]));
    let window = span("2026-11-23", "2026-11-30");
    let begin = Instant::now();
    for _ in 0..20 {
        expand(start, &recurrence, window, Paris, 1_000).unwrap();
    }
    let each = begin.elapsed() / 20;
    eprintln!("{rule} since {start:?}: {each:?}");
    each
}

#[test]
fn a_week_of_a_series_costs_the_same_twenty_years_on() {
    for rule in [
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TU,FR",
        "FREQ=DAILY",
        "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
        "FREQ=HOURLY;INTERVAL=6",
        "FREQ=DAILY;COUNT=20000",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=5000",
    ] {
        let (young, old) = (
            cost("2026-11-02 10:00", rule),
            cost("1996-11-04 10:00", rule),
        );
        assert!(
            old < young * 5 + Duration::from_millis(2),
            "{rule}: {young:?} young, {old:?} old"
        );
    }
}

#[test]
fn a_series_that_never_comes_is_given_up_soon_and_known_beforehand() {
    for rule in [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4,6,9,11",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MINUTELY;BYMINUTE=1;INTERVAL=60",
    ] {
        let each = cost("2026-01-05 10:00", rule);
        assert!(each < Duration::from_millis(1_500), "{rule}: {each:?}");
        let end = ends(paris("2026-01-05 10:00"), &by(&[rule]), Paris).unwrap();
        assert!(
            end.is_some(),
            "{rule} ends with its start: it need not be asked again"
        );
    }
}
