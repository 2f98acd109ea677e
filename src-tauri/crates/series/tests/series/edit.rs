use chrono::NaiveDateTime;
use chrono_tz::Europe::Paris;
use domain::{Moment, Slot};
use proptest::prelude::*;
use series::{SeriesError, exclude, split_before};

use crate::support::{by, date, first, in_paris, paris, series, shown};

const MANY: usize = 150;

#[test]
fn a_cut_shares_out_the_count() {
    let start = paris("2026-01-05 10:00");
    let split = split_before(
        start,
        &by(&["FREQ=WEEKLY;COUNT=10"]),
        in_paris("2026-02-02 10:00"),
        Paris,
    )
    .unwrap();
    assert_eq!(split.head.rules, ["FREQ=WEEKLY;COUNT=4"]);
    assert_eq!(split.tail.rules, ["FREQ=WEEKLY;COUNT=6"]);
    assert_eq!(split.tail_start, paris("2026-02-02 10:00"));
    assert_eq!(split.head.ends.unwrap().to_string(), "2026-01-26 10:30:00");
}

#[test]
fn a_cut_ends_the_head_as_other_calendars_write_it() {
    let rules = |start, at| {
        split_before(start, &by(&["FREQ=WEEKLY;BYDAY=MO,TH"]), at, Paris)
            .unwrap()
            .head
            .rules
    };
    assert_eq!(
        rules(paris("2026-06-01 10:00"), in_paris("2026-06-11 10:00")),
        ["FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20260611T075959Z"],
        "in UTC for a zoned start (RFC 5545 §3.3.10)"
    );
    let days = Slot::AllDay {
        first: date("2026-06-01"),
        days: 1,
    };
    assert_eq!(
        rules(days, Moment::Date(date("2026-06-11"))),
        ["FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20260610"],
        "as a date for whole days"
    );
}

#[test]
fn a_cut_at_the_first_occurrence_means_the_whole_series() {
    let start = paris("2026-01-05 10:00");
    let cut = |at: &str, rule: &str| split_before(start, &by(&[rule]), in_paris(at), Paris);
    assert_eq!(
        cut("2026-01-05 10:00", "FREQ=DAILY"),
        Err(SeriesError::NothingBefore)
    );
    assert_eq!(
        cut("2026-02-05 10:00", "FREQ=DAILY;COUNT=3"),
        Err(SeriesError::NothingAfter)
    );
}

#[test]
fn every_second_week_stays_every_second_week_after_a_cut() {
    let start = paris("2026-01-05 10:00");
    let rule = by(&["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR"]);
    let split = split_before(start, &rule, in_paris("2026-01-23 10:00"), Paris).unwrap();
    let tail = first(split.tail_start, &split.tail, 4);
    assert_eq!(
        shown(&tail),
        [
            "2026-01-23 10:00",
            "2026-02-02 10:00",
            "2026-02-06 10:00",
            "2026-02-16 10:00"
        ]
    );
}

/// The wall times that come before, and those that do not.
fn divided(
    walls: &[NaiveDateTime],
    cut: NaiveDateTime,
) -> (Vec<NaiveDateTime>, Vec<NaiveDateTime>) {
    walls.iter().copied().partition(|wall| *wall < cut)
}

proptest! {
    #[test]
    fn leaving_one_out_leaves_the_others((start, recurrence) in series(), n in 0_usize..30) {
        let before = first(start, &recurrence, MANY);
        if before.is_empty() {
            return Ok(());
        }
        let gone = before[n % before.len()];
        let at = series::first(start, &recurrence, Paris, MANY).unwrap().starts[n % before.len()].key;
        let once = exclude(start, &recurrence, at, Paris).unwrap();
        let expected: Vec<_> = before.iter().copied().filter(|wall| *wall != gone).collect();
        let after = first(start, &once, MANY);
        prop_assert_eq!(&after[..expected.len()], &expected[..]);
        prop_assert_eq!(exclude(start, &once, at, Paris).unwrap(), once, "twice is once");
    }

    #[test]
    fn head_and_tail_are_the_whole((start, recurrence) in series(), n in 1_usize..60) {
        let whole = series::first(start, &recurrence, Paris, MANY).unwrap();
        if whole.starts.len() < 2 {
            return Ok(());
        }
        let n = 1 + n % (whole.starts.len() - 1);
        let walls: Vec<_> = whole.starts.iter().map(|one| one.slot.start_wall()).collect();
        match split_before(start, &recurrence, whole.starts[n].key, Paris) {
            Ok(split) => {
                let (before, after) = divided(&walls, walls[n]);
                prop_assert_eq!(first(start, &split.head, MANY), before, "{:?}", split);
                let tail = first(split.tail_start, &split.tail, MANY);
                prop_assert_eq!(&tail[..after.len()], &after[..], "{:?}", split);
                if !whole.cut {
                    prop_assert_eq!(tail.len(), after.len(), "nor more than that: {:?}", split);
                }
            }
            // Before the first lies nothing; two rhythms may not fit one start.
            Err(SeriesError::NothingBefore) => prop_assert!(walls[n] <= start.start_wall() || walls[0] == walls[n]),
            Err(SeriesError::CannotSplit) => prop_assert!(recurrence.rules.len() > 1, "{:?}", recurrence),
            Err(other) => prop_assert!(false, "{:?}: {:?}", other, recurrence),
        }
    }
}
