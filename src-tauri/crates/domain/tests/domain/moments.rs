//! The clock vectors of the field's conventions (Paris changes on 2026-10-25, 2027-03-28, 2027-10-31).

use chrono::{Duration, NaiveDate, NaiveDateTime};
use chrono_tz::Europe::Paris;
use chrono_tz::{Asia, Pacific, Tz};
use domain::{Fit, Moment, Slot, Zone};
use proptest::prelude::*;

fn at(y: i32, m: u32, d: u32, h: u32, min: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(y, m, d)
        .and_then(|date| date.and_hms_opt(h, min, 0))
        .expect("a date of the test")
}

#[test]
fn an_hour_that_never_is_shows_an_hour_later() {
    let (instant, fit) = Zone::Iana(Paris).instant(at(2027, 3, 28, 2, 30), false, Paris);
    assert_eq!(fit, Fit::Skipped, "clocks jump from 02:00 to 03:00");
    assert_eq!(
        instant.to_rfc3339(),
        "2027-03-28T01:30:00+00:00",
        "03:30+02:00, RFC 5545 §3.3.5"
    );
}

#[test]
fn an_hour_that_is_twice_is_the_first_unless_asked() {
    let zone = Zone::Iana(Paris);
    let (first, fit) = zone.instant(at(2027, 10, 31, 2, 30), false, Paris);
    let (second, _) = zone.instant(at(2027, 10, 31, 2, 30), true, Paris);
    assert_eq!(fit, Fit::Twice);
    assert_eq!(
        first.to_rfc3339(),
        "2027-10-31T00:30:00+00:00",
        "still summer time"
    );
    assert_eq!(
        second - first,
        Duration::hours(1),
        "the second is an hour later"
    );
}

#[test]
fn ten_in_paris_is_eight_then_nine_utc_across_the_autumn_change() {
    let slot = Slot::timed(at(2026, 10, 23, 10, 0), 60, Zone::Iana(Paris));
    let moved = slot.starting(at(2026, 10, 28, 10, 0));
    assert_eq!(
        slot.span(Paris).start.to_rfc3339(),
        "2026-10-23T08:00:00+00:00"
    );
    assert_eq!(
        moved.span(Paris).start.to_rfc3339(),
        "2026-10-28T09:00:00+00:00",
        "the wall time is what is kept"
    );
}

#[test]
fn a_night_across_the_change_keeps_both_its_wall_times() {
    let slot = Slot::timed(at(2027, 3, 28, 1, 0), 180, Zone::Iana(Paris));
    assert_eq!(slot.end_wall(), at(2027, 3, 28, 4, 0));
    assert_eq!(
        slot.span(Paris).end - slot.span(Paris).start,
        Duration::hours(2),
        "one hour never was"
    );
}

#[test]
fn whole_days_do_not_slide_when_one_travels() {
    let slot = Slot::AllDay {
        first: NaiveDate::from_ymd_opt(2026, 11, 26).expect("a date"),
        days: 2,
    };
    for home in [Paris, Asia::Tokyo, Pacific::Honolulu] {
        assert_eq!(
            slot.start_wall().date().to_string(),
            "2026-11-26",
            "a date has no zone"
        );
        assert_eq!(
            Zone::Floating.wall(slot.span(home).start, home),
            slot.start_wall(),
            "it is midnight wherever one is"
        );
    }
}

#[test]
fn a_day_that_was_skipped_whole_still_has_an_instant() {
    let (instant, fit) = Zone::Iana(Pacific::Apia).instant(at(2011, 12, 30, 12, 0), false, Paris);
    assert_eq!(fit, Fit::Skipped, "Samoa had no 30 December 2011");
    assert_eq!(
        instant.to_rfc3339(),
        "2011-12-30T22:00:00+00:00",
        "read with the offset of the day before"
    );
}

fn zone() -> impl Strategy<Value = Tz> {
    prop::sample::select(chrono_tz::TZ_VARIANTS.to_vec())
}

proptest! {
    #[test]
    fn a_wall_time_that_happens_once_comes_back_from_its_instant(
        tz in zone(), minutes in 0_i64..60 * 24 * 365 * 60,
    ) {
        let wall = at(1990, 1, 1, 0, 0) + Duration::minutes(minutes);
        let (instant, fit) = Zone::Iana(tz).instant(wall, false, Paris);
        if fit == Fit::Skipped {
            prop_assert!(Zone::Iana(tz).wall(instant, Paris) > wall, "a skipped time shows later");
        } else {
            prop_assert_eq!(Zone::Iana(tz).wall(instant, Paris), wall);
        }
    }

    #[test]
    fn moving_there_and_back_is_not_moving(minutes in -600_000_i64..600_000, start in 0_i64..1_000_000, length in 1_u32..600) {
        let slot = Slot::timed(at(2026, 1, 1, 0, 0) + Duration::minutes(start), length, Zone::Iana(Paris));
        let by = Duration::minutes(minutes);
        prop_assert_eq!(slot.shifted(by).and_then(|moved| moved.shifted(-by)), Some(slot));
    }

    #[test]
    fn a_span_never_ends_before_it_starts(tz in zone(), start in 0_i64..60 * 24 * 365 * 40, length in 0_u32..5_000) {
        let slot = Slot::timed(at(2000, 1, 1, 0, 0) + Duration::minutes(start), length, Zone::Iana(tz));
        let span = slot.span(Paris);
        prop_assert!(span.start <= span.end);
    }

    #[test]
    fn overlap_is_mutual(a in 0_i64..2_000, la in 0_u32..300, b in 0_i64..2_000, lb in 0_u32..300) {
        let slot = |start, length| Slot::timed(at(2026, 11, 23, 0, 0) + Duration::minutes(start), length, Zone::Iana(Paris));
        let (one, two) = (slot(a, la).span(Paris), slot(b, lb).span(Paris));
        prop_assert_eq!(one.overlaps(two), two.overlaps(one));
        prop_assert!(one.overlaps(one), "everything is in its own way");
    }
}

#[test]
fn a_date_is_its_midnight_as_a_wall_time() {
    let date = NaiveDate::from_ymd_opt(2026, 11, 26).expect("a date");
    assert_eq!(Moment::Date(date).wall(), at(2026, 11, 26, 0, 0));
}
