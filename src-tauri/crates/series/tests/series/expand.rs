use chrono_tz::Europe::Paris;
use domain::{Fit, Moment, Recurrence, Slot, Zone};
use proptest::prelude::*;
use series::{SeriesError, ends, expand, key};

use crate::support::{at, by, date, first, in_paris, paris, series, shown, span};

/// `field/features.md` D.10: +3 working days from 23 October is 28 October, across the change.
#[test]
fn a_weekly_meeting_keeps_its_wall_time_when_clocks_change() {
    let found = series::first(
        paris("2026-10-23 10:00"),
        &by(&["FREQ=WEEKLY;COUNT=2"]),
        Paris,
        10,
    )
    .unwrap();
    let instants: Vec<String> = found
        .starts
        .iter()
        .map(|start| start.slot.span(Paris).start.format("%dT%H:%MZ").to_string())
        .collect();
    assert_eq!(
        instants,
        ["23T08:00Z", "30T09:00Z"],
        "10:00 in Paris is 08:00Z, then 09:00Z"
    );
}

/// `field/exchange.md` part 3 and the oracle, against `field/features.md` D.11: see [`series::expand`].
#[test]
fn an_occurrence_in_the_spring_gap_shows_an_hour_later() {
    let found = series::first(
        paris("2027-03-21 02:30"),
        &by(&["FREQ=WEEKLY;COUNT=3"]),
        Paris,
        10,
    )
    .unwrap();
    let gap = found.starts[1];
    assert_eq!(
        gap.key,
        in_paris("2027-03-28 02:30"),
        "its name is the time that never was"
    );
    assert_eq!(gap.slot.fit(Paris), Fit::Skipped);
    let span = gap.slot.span(Paris);
    assert_eq!(
        span.start.to_rfc3339(),
        "2027-03-28T01:30:00+00:00",
        "03:30+02:00"
    );
    assert_eq!(
        (span.end - span.start).num_minutes(),
        30,
        "and it keeps its length"
    );
}

#[test]
fn an_occurrence_in_the_autumn_pair_takes_the_first() {
    let found = series::first(
        paris("2027-10-24 02:30"),
        &by(&["FREQ=WEEKLY;COUNT=3"]),
        Paris,
        10,
    )
    .unwrap();
    let twice = found.starts[1].slot;
    assert_eq!(twice.fit(Paris), Fit::Twice);
    assert_eq!(
        twice.span(Paris).start.to_rfc3339(),
        "2027-10-31T00:30:00+00:00",
        "02:30+02:00"
    );
}

#[test]
fn the_window_is_what_shares_a_moment_with_it() {
    let nightly = Slot::timed(at("2026-01-05 23:00"), 180, Zone::Iana(Paris));
    let found = expand(
        nightly,
        &by(&["FREQ=WEEKLY"]),
        span("2026-01-13", "2026-01-14"),
        Paris,
        10,
    )
    .unwrap();
    assert_eq!(found.starts.len(), 1, "Monday's night reaches into Tuesday");
    assert_eq!(found.starts[0].key, in_paris("2026-01-12 23:00"));
}

#[test]
fn a_start_outside_its_own_rule_is_an_occurrence_all_the_same() {
    let walls = first(
        paris("2026-01-06 10:00"),
        &by(&["FREQ=WEEKLY;BYDAY=MO;COUNT=2"]),
        10,
    );
    assert_eq!(
        shown(&walls),
        ["2026-01-06 10:00", "2026-01-12 10:00", "2026-01-19 10:00"]
    );
}

#[test]
fn a_date_the_rule_has_too_is_there_once() {
    let recurrence = Recurrence {
        dates: vec![
            in_paris("2026-01-07 10:00"),
            in_paris("2026-01-07 10:00"),
            in_paris("2026-01-05 09:00"),
        ],
        ..by(&["FREQ=DAILY;COUNT=3"])
    };
    let walls = first(paris("2026-01-05 10:00"), &recurrence, 10);
    let expected = [
        "2026-01-05 09:00",
        "2026-01-05 10:00",
        "2026-01-06 10:00",
        "2026-01-07 10:00",
    ];
    assert_eq!(shown(&walls), expected, "sorted, each once (rrule#150)");
}

#[test]
fn a_name_in_another_zone_is_the_same_name() {
    let start = paris("2026-07-06 10:00");
    let utc = |text: &str| Moment::Wall {
        at: at(text),
        zone: Zone::Iana(chrono_tz::Tz::UTC),
    };
    assert_eq!(
        key(start, utc("2026-07-13 08:00"), Paris),
        in_paris("2026-07-13 10:00")
    );
    let floating = Moment::Wall {
        at: at("2026-07-13 10:00"),
        zone: Zone::Floating,
    };
    assert_eq!(key(start, floating, Paris), in_paris("2026-07-13 10:00"));
    let days = Slot::AllDay {
        first: date("2026-07-06"),
        days: 1,
    };
    assert_eq!(
        key(days, utc("2026-07-13 00:00"), Paris),
        Moment::Date(date("2026-07-13"))
    );
}

#[test]
fn a_rule_that_means_nothing_says_so() {
    for rule in [
        "",
        "COUNT=3",
        "FREQ=SOMETIMES",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;COUNT=many",
        "FREQ=DAILY;UNTIL=soon",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=YEARLY;BYMONTH=0",
        "FREQ=DAILY;BYHOUR=24",
        "FREQ=YEARLY;RSCALE=HEBREW",
        "FREQ=MONTHLY;BYDAY=é",
        "FREQ=WEEKLY;BYWEEKNO=3;BYMONTHDAY=1",
    ] {
        let found = series::first(paris("2026-01-05 10:00"), &by(&[rule]), Paris, 3);
        assert!(
            matches!(found, Err(SeriesError::Rule { .. })),
            "{rule:?} gave {found:?}"
        );
    }
}

#[test]
fn whole_days_have_no_hours() {
    let days = Slot::AllDay {
        first: date("2026-01-05"),
        days: 1,
    };
    let walls = first(days, &by(&["FREQ=DAILY;BYHOUR=9,14;COUNT=2"]), 9);
    assert_eq!(
        shown(&walls),
        ["2026-01-05 00:00", "2026-01-06 00:00"],
        "BYHOUR is ignored (RFC 5545 §3.3.10)"
    );
    let hourly = series::first(days, &by(&["FREQ=HOURLY"]), Paris, 3);
    assert!(
        matches!(hourly, Err(SeriesError::Rule { .. })),
        "and there is no such thing as an hourly day"
    );
}

#[test]
fn what_outlook_wrote_for_no_end_is_no_end() {
    let walls = first(paris("2026-01-05 10:00"), &by(&["FREQ=DAILY;COUNT=-1"]), 5);
    assert_eq!(walls.len(), 5);
}

#[test]
fn the_end_of_a_series_is_known_beforehand() {
    let start = paris("2026-01-05 10:00");
    let end = |rules: &[&str]| {
        ends(start, &by(rules), Paris)
            .unwrap()
            .map(|at| at.to_string())
    };
    assert_eq!(end(&["FREQ=DAILY"]), None);
    assert_eq!(
        end(&["FREQ=DAILY;COUNT=3"]).as_deref(),
        Some("2026-01-07 10:30:00")
    );
    assert_eq!(
        end(&["FREQ=DAILY;UNTIL=20260107T090000Z"]).as_deref(),
        Some("2026-01-07 10:30:00")
    );
    assert_eq!(end(&["FREQ=DAILY;COUNT=3", "FREQ=WEEKLY"]), None);
    assert_eq!(
        end(&["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"]).as_deref(),
        Some("2026-01-05 10:30:00"),
        "it never comes"
    );
    assert_eq!(
        end(&["FREQ=DAILY;INTERVAL=7;BYDAY=TU"]).as_deref(),
        Some("2026-01-05 10:30:00"),
        "nor does this one"
    );
    assert_eq!(end(&[]).as_deref(), Some("2026-01-05 10:30:00"));
}

#[test]
fn a_window_at_the_end_of_time_is_a_window() {
    for rule in [
        "FREQ=DAILY",
        "FREQ=WEEKLY",
        "FREQ=MONTHLY",
        "FREQ=YEARLY",
        "FREQ=SECONDLY",
        "FREQ=YEARLY;COUNT=3",
    ] {
        for year in [-9_000, 1, 1_900, 2_200, 9_998, 12_000, 200_000] {
            let at = |year| {
                chrono::NaiveDate::from_ymd_opt(year, 1, 1)
                    .unwrap()
                    .and_hms_opt(0, 0, 0)
                    .unwrap()
                    .and_utc()
            };
            let window = domain::Span {
                start: at(year),
                end: at(year + 1),
            };
            assert!(
                expand(paris("2026-01-05 10:00"), &by(&[rule]), window, Paris, 400).is_ok(),
                "{rule} in {year}"
            );
        }
    }
}

#[test]
fn more_than_was_asked_for_is_said() {
    let found = expand(
        paris("2026-01-05 10:00"),
        &by(&["FREQ=SECONDLY"]),
        span("2026-03-01", "2026-03-08"),
        Paris,
        100,
    )
    .unwrap();
    assert_eq!((found.starts.len(), found.cut), (100, true));
    let found = expand(
        paris("2026-01-05 10:00"),
        &by(&["FREQ=DAILY"]),
        span("2026-03-01", "2026-03-08"),
        Paris,
        100,
    )
    .unwrap();
    assert_eq!((found.starts.len(), found.cut), (7, false));
}

proptest! {
    /// Skipping ahead must land on the same days as walking there.
    #[test]
    fn a_window_shows_what_the_whole_does((start, recurrence) in series(), from in 0_i64..1_500) {
        let whole = series::first(start, &recurrence, Paris, 3_000).unwrap();
        let begin = start.span(Paris).start + chrono::Duration::days(from);
        let window = domain::Span { start: begin, end: begin + chrono::Duration::days(60) };
        let seen = expand(start, &recurrence, window, Paris, 10_000).unwrap();
        let expected: Vec<_> = whole.starts.iter().filter(|s| s.slot.span(Paris).overlaps(window)).copied().collect();
        if !whole.cut || whole.starts.last().is_some_and(|last| last.slot.span(Paris).start > window.end) {
            prop_assert_eq!(seen.starts, expected, "{:?}", recurrence);
        }
    }

    #[test]
    fn occurrences_come_in_order_each_once_and_none_that_is_left_out((start, recurrence) in series()) {
        let found = series::first(start, &recurrence, Paris, 200).unwrap();
        for two in found.starts.windows(2) {
            prop_assert!(two[0].slot.start_wall() < two[1].slot.start_wall());
        }
        for one in &found.starts {
            prop_assert!(!recurrence.except.contains(&one.key), "{:?} is left out", one.key);
            prop_assert_eq!(key(start, one.key, Paris), one.key, "a key is its own key");
            prop_assert_eq!(one.slot.seconds(), start.seconds(), "each as long as the first");
        }
    }

    #[test]
    fn no_occurrence_comes_after_the_end((start, recurrence) in series()) {
        let found = series::first(start, &recurrence, Paris, 3_000).unwrap();
        match ends(start, &recurrence, Paris).unwrap() {
            Some(end) => {
                prop_assert!(!found.cut, "what ends, ends: {:?}", recurrence);
                for one in &found.starts {
                    prop_assert!(one.slot.end_wall() <= end, "{:?} after {}", one, end);
                }
            }
            None => prop_assert!(found.starts.len() > 2, "what goes on, goes on: {:?}", recurrence),
        }
    }

    #[test]
    fn no_text_breaks_the_reader_of_rules(text in "\\PC{0,60}") {
        let _ = series::Rule::parse(&text);
    }

    #[test]
    fn no_rule_breaks_the_expansion(
        start in crate::support::start(),
        freq in prop_oneof![Just("SECONDLY"), Just("MINUTELY"), Just("HOURLY"), Just("DAILY"), Just("WEEKLY"), Just("MONTHLY"), Just("YEARLY")],
        parts in proptest::collection::vec(prop_oneof![
            (-60_i32..400).prop_map(|n| format!("BYSETPOS={n}")),
            (-32_i32..32).prop_map(|n| format!("BYMONTHDAY={n}")),
            (-366_i32..367).prop_map(|n| format!("BYYEARDAY={n}")),
            (-53_i32..54).prop_map(|n| format!("BYWEEKNO={n}")),
            (0_i32..13).prop_map(|n| format!("BYMONTH={n}")),
            (0_i32..24).prop_map(|n| format!("BYHOUR={n}")),
            (0_i32..60).prop_map(|n| format!("BYMINUTE={n}")),
            (0_i32..61).prop_map(|n| format!("BYSECOND={n}")),
            (-54_i32..54).prop_map(|n| format!("BYDAY={n}MO")),
            (0_i32..1_000).prop_map(|n| format!("INTERVAL={n}")),
            (0_i32..100).prop_map(|n| format!("COUNT={n}")),
            Just("WKST=SU".to_owned()),
            Just("UNTIL=20300101".to_owned()),
        ], 0..5),
    ) {
        let rule = format!("FREQ={freq};{}", parts.join(";"));
        let _ = expand(start, &by(&[&rule]), span("2028-01-01", "2028-01-08"), Paris, 100);
    }
}
