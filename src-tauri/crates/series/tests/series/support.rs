//! Series for the tests.

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Europe::Paris;
use chrono_tz::Tz;
use domain::{Moment, Recurrence, Slot, Span, Zone};
use proptest::prelude::*;

pub(crate) fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn paris(text: &str) -> Slot {
    Slot::timed(at(text), 30, Zone::Iana(Paris))
}

pub(crate) fn in_paris(text: &str) -> Moment {
    Moment::Wall {
        at: at(text),
        zone: Zone::Iana(Paris),
    }
}

pub(crate) fn by(rules: &[&str]) -> Recurrence {
    Recurrence {
        rules: rules.iter().map(|rule| (*rule).to_owned()).collect(),
        ..Recurrence::default()
    }
}

pub(crate) fn span(from: &str, until: &str) -> Span {
    let at = |text: &str| -> DateTime<Utc> { date(text).and_hms_opt(0, 0, 0).unwrap().and_utc() };
    Span {
        start: at(from),
        end: at(until),
    }
}

/// The wall times of the first occurrences.
pub(crate) fn first(start: Slot, recurrence: &Recurrence, most: usize) -> Vec<NaiveDateTime> {
    series::first(start, recurrence, Paris, most)
        .unwrap()
        .starts
        .iter()
        .map(|start| start.slot.start_wall())
        .collect()
}

pub(crate) fn shown(walls: &[NaiveDateTime]) -> Vec<String> {
    walls
        .iter()
        .map(|wall| wall.format("%Y-%m-%d %H:%M").to_string())
        .collect()
}

/// Rules of every sort that calendars write, mostly alive.
pub(crate) fn rule() -> impl Strategy<Value = String> {
    let days =
        || proptest::sample::subsequence(vec!["MO", "TU", "WE", "TH", "FR", "SA", "SU"], 1..4);
    let plain = |freq: &'static str| Just(format!("FREQ={freq}"));
    let head = prop_oneof![
        plain("DAILY"),
        plain("WEEKLY"),
        plain("MONTHLY"),
        plain("YEARLY"),
        days().prop_map(|days| format!("FREQ=WEEKLY;BYDAY={}", days.join(","))),
        days().prop_map(|days| format!("FREQ=DAILY;BYDAY={}", days.join(","))),
        days().prop_map(|days| format!("FREQ=MONTHLY;BYDAY={};BYSETPOS=-1", days.join(","))),
        (days(), -2_i32..3).prop_map(|(days, nth)| format!(
            "FREQ=MONTHLY;BYDAY={}{}",
            if nth == 0 { 4 } else { nth },
            days[0]
        )),
        proptest::sample::subsequence((1..=31).map(|n| n.to_string()).collect::<Vec<_>>(), 1..4)
            .prop_map(|days| format!("FREQ=MONTHLY;BYMONTHDAY={}", days.join(","))),
        (1..=12, 1..=31)
            .prop_map(|(month, day)| format!("FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}")),
        Just("FREQ=WEEKLY;WKST=SU;BYDAY=SU,MO".to_owned()),
        Just("FREQ=DAILY;BYHOUR=9,14".to_owned()),
        Just("FREQ=HOURLY;INTERVAL=7".to_owned()),
    ];
    let end = prop_oneof![
        2 => Just(String::new()),
        1 => (1_u32..40).prop_map(|count| format!(";COUNT={count}")),
        1 => (0_i64..900).prop_map(|days| {
            let until = date("2026-01-01") + Duration::days(days);
            format!(";UNTIL={}T235959Z", until.format("%Y%m%d"))
        }),
    ];
    (head, 1_u32..4, end).prop_map(|(head, interval, end)| match interval {
        _ if head.contains("INTERVAL") => format!("{head}{end}"),
        1 => format!("{head}{end}"),
        interval => format!("{head};INTERVAL={interval}{end}"),
    })
}

pub(crate) fn zone() -> impl Strategy<Value = Zone> {
    prop_oneof![
        3 => Just(Zone::Iana(Paris)),
        1 => Just(Zone::Iana(Tz::UTC)),
        1 => Just(Zone::Floating),
        1 => Just(Zone::Iana(Tz::America__New_York)),
    ]
}

pub(crate) fn start() -> impl Strategy<Value = Slot> {
    let day = || (0_i64..730).prop_map(|days| date("2026-01-01") + Duration::days(days));
    prop_oneof![
        4 => (day(), 0_u32..96, 0_u32..200, zone()).prop_map(|(day, quarter, minutes, zone)| {
            Slot::timed(day.and_hms_opt(quarter / 4, quarter % 4 * 15, 0).unwrap(), minutes, zone)
        }),
        1 => (day(), 1_u32..4).prop_map(|(first, days)| Slot::AllDay { first, days }),
    ]
}

prop_compose! {
    /// A series of up to two rules, some dates of its own and some left out.
    pub(crate) fn series()(start in start(), rules in proptest::collection::vec(rule(), 0..3), extra in proptest::collection::vec(0_i64..400, 0..3), left_out in proptest::collection::vec(0_usize..12, 0..3)) -> (Slot, Recurrence) {
        let moment = |wall: NaiveDateTime| match start {
            Slot::AllDay { .. } => Moment::Date(wall.date()),
            Slot::Timed { zone, .. } => Moment::Wall { at: wall, zone },
        };
        let mut recurrence = Recurrence {
            rules: rules.into_iter().take(2).collect(),
            dates: extra.iter().map(|days| moment(start.start_wall() + Duration::days(*days))).collect(),
            ..Recurrence::default()
        };
        if start.is_all_day() {
            recurrence.rules.retain(|rule| !rule.starts_with("FREQ=HOURLY"));
        }
        let all = first(start, &recurrence, 12);
        recurrence.except = left_out.iter().filter_map(|n| all.get(*n)).map(|wall| moment(*wall)).collect();
        (start, recurrence)
    }
}
