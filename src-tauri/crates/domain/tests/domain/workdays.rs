use chrono::{Datelike, Days, NaiveDate, Weekday};
use domain::{Holiday, Leave, Region, Settings, Workdays, YEARS, easter};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date of the test")
}

fn alsace() -> Workdays {
    Workdays {
        region: Region::AlsaceMoselle,
        ..Workdays::default()
    }
}

#[test]
fn three_working_days_later_is_the_day_a_person_would_say() {
    for (from, to) in [
        ("2026-05-12", "2026-05-18"), // Ascension on the Thursday, the Friday worked
        ("2027-03-24", "2027-03-30"), // Easter Monday, and the clocks change on the Sunday
        ("2026-11-09", "2026-11-13"), // 11 November
        ("2026-07-10", "2026-07-16"), // 14 July
        ("2027-05-05", "2027-05-11"), // Ascension, then 8 May on a Saturday
        ("2026-12-23", "2026-12-29"), // Christmas on a Friday
        ("2026-04-01", "2026-04-07"), // Easter Monday
        ("2026-10-23", "2026-10-28"), // the clocks change on the Sunday
    ] {
        let worked = Workdays::default().add(day(from), 3);
        assert_eq!(worked, Some(day(to)), "three working days after {from}");
    }
}

#[test]
fn alsace_and_moselle_rest_on_two_days_more() {
    for (from, to) in [
        ("2027-03-24", "2027-03-31"), // Good Friday as well
        ("2026-04-01", "2026-04-08"),
        ("2024-12-23", "2024-12-30"), // 25 and 26 December on weekdays
        ("2026-05-12", "2026-05-18"), // nothing of theirs in between
    ] {
        assert_eq!(alsace().add(day(from), 3), Some(day(to)), "after {from}");
    }
    assert_eq!(
        Workdays::default().holiday(day("2026-12-26")),
        None,
        "elsewhere Boxing Day is worked"
    );
    assert_eq!(
        alsace().holiday(day("2026-12-26")),
        Some(Holiday::SaintStephen)
    );
}

#[test]
fn a_bridge_one_takes_moves_the_day_on() {
    let bridge = Workdays {
        leave: vec![Leave::days(day("2026-05-15"), day("2026-05-15"))],
        ..Workdays::default()
    };
    assert_eq!(
        bridge.add(day("2026-05-12"), 3),
        Some(day("2026-05-19")),
        "Wednesday, Monday, Tuesday"
    );
    assert_eq!(bridge.add(day("2026-05-12"), 2), Some(day("2026-05-18")));
}

#[test]
fn half_a_day_of_leave_leaves_a_worked_day() {
    let mut settings = Settings {
        leave: vec![Leave {
            from_noon: true,
            until_noon: true,
            ..Leave::days(day("2026-12-21"), day("2026-12-23"))
        }],
        ..Settings::default()
    };
    let hours = |settings: &Settings, date: &str| {
        settings.open_on(day(date)).map(|hours| {
            format!(
                "{}-{}",
                hours.from.format("%H:%M"),
                hours.until.format("%H:%M")
            )
        })
    };
    assert_eq!(
        hours(&settings, "2026-12-21").as_deref(),
        Some("09:00-13:00")
    );
    assert_eq!(hours(&settings, "2026-12-22"), None);
    assert_eq!(
        hours(&settings, "2026-12-23").as_deref(),
        Some("13:00-18:00")
    );
    assert_eq!(hours(&settings, "2026-12-25"), None, "Christmas");
    assert_eq!(hours(&settings, "2026-12-26"), None, "a Saturday");
    let worked = Workdays::from(&settings);
    assert_eq!(worked.add(day("2026-12-18"), 2), Some(day("2026-12-23")));
    // Mornings only: a morning away is the day away.
    let noon = chrono::NaiveTime::from_hms_opt(12, 0, 0).expect("noon");
    settings.hours[2] = settings.hours[2].map(|hours| domain::Hours {
        until: noon,
        ..hours
    });
    assert_eq!(hours(&settings, "2026-12-23"), None);
    assert!(!Workdays::from(&settings).is_worked(day("2026-12-23")));
}

#[test]
fn easter_falls_where_the_church_says() {
    for date in [
        "1961-04-02",
        "1981-04-19",
        "2000-04-23",
        "2008-03-23",
        "2011-04-24",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2028-04-16",
        "2038-04-25",
        "2285-03-22",
    ] {
        let date = day(date);
        assert_eq!(easter(date.year()), Some(date));
    }
}

#[test]
fn two_holidays_on_one_day_are_one() {
    let both = day("2008-05-01");
    assert_eq!(
        Workdays::default().holiday(both),
        Some(Holiday::LabourDay),
        "Ascension fell on 1 May in 2008"
    );
}

#[test]
fn the_weekdays_without_hours_are_closed() {
    let mut settings = Settings::default();
    settings.hours[2] = None;
    let worked = Workdays::from(&settings);
    assert!(worked.is_closed(Weekday::Wed), "a day off of one's own");
    assert!(worked.is_closed(Weekday::Sun));
    assert!(!worked.is_closed(Weekday::Mon));
    assert_eq!(
        worked.add(day("2026-11-24"), 1),
        Some(day("2026-11-26")),
        "from Tuesday to Thursday"
    );
}

#[test]
fn who_works_no_day_has_no_next_one() {
    let never = Workdays {
        closed: [true; 7],
        ..Workdays::default()
    };
    let away = Workdays {
        leave: vec![Leave::days(NaiveDate::MIN, NaiveDate::MAX)],
        ..Workdays::default()
    };
    for workdays in [never, away] {
        assert_eq!(workdays.add(day("2026-11-25"), 1), None);
        assert_eq!(workdays.add(day("2026-11-25"), 0), None);
        assert_eq!(workdays.add(day("2026-11-25"), -1), None);
    }
    assert_eq!(Workdays::default().add(NaiveDate::MAX, 1), None);
    assert_eq!(Workdays::default().add(NaiveDate::MIN, -1), None);
    assert_eq!(Workdays::default().add(day("2026-11-25"), i32::MAX), None);
    assert_eq!(Workdays::default().add(day("2026-11-25"), i32::MIN), None);
}

#[test]
fn what_a_later_version_wrote_is_still_read() {
    let read: Workdays = serde_json::from_str(r#"{"region":"atlantis","more":1}"#).expect("reads");
    assert_eq!(read, Workdays::default());
}

prop_compose! {
    fn any_day()(year in 1950_i32..2150, ordinal in 1_u32..=365) -> NaiveDate {
        NaiveDate::from_yo_opt(year, ordinal).expect("every year has 365 days")
    }
}

prop_compose! {
    fn any_workdays()(
        alsace in any::<bool>(),
        closed in prop::collection::vec(any::<bool>(), 7),
        away in prop::collection::vec((any_day(), 0_u64..40, any::<bool>(), any::<bool>()), 0..4),
    ) -> Workdays {
        let mut week = [false; 7];
        week.copy_from_slice(&closed);
        // Somebody works on some day.
        week[0] = false;
        Workdays {
            region: if alsace { Region::AlsaceMoselle } else { Region::France },
            closed: week,
            leave: away
                .into_iter()
                .map(|(first, days, from_noon, until_noon)| Leave {
                    first,
                    last: first + Days::new(days),
                    from_noon,
                    until_noon,
                })
                .collect(),
            only: [None; 7],
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn the_day_that_is_added_is_worked_and_exactly_that_many_lie_between(
        workdays in any_workdays(), from in any_day(), count in 1_i32..30,
    ) {
        let to = workdays.add(from, count).expect("Mondays are worked");
        prop_assert!(workdays.is_worked(to));
        let between = from.iter_days().skip(1).take_while(|day| *day <= to);
        prop_assert_eq!(between.filter(|day| workdays.is_worked(*day)).count(), count as usize);
    }

    #[test]
    fn a_day_is_worked_exactly_when_it_has_hours(
        workdays in any_workdays(), date in any_day(), spans in prop::collection::vec((0_u32..24, 1_u32..12), 7),
    ) {
        let mut settings = Settings { region: workdays.region, leave: workdays.leave, ..Settings::default() };
        for (weekday, (from, long)) in spans.into_iter().enumerate() {
            let time = |hour: u32| chrono::NaiveTime::from_hms_opt(hour.min(23), 0, 0);
            settings.hours[weekday] = (!workdays.closed[weekday])
                .then(|| time(from).zip(time(from + long)))
                .flatten()
                .filter(|(from, until)| from < until)
                .map(|(from, until)| domain::Hours { from, until });
        }
        let open = settings.open_on(date);
        prop_assert_eq!(open.is_some(), Workdays::from(&settings).is_worked(date));
        if let Some((open, hours)) = open.zip(settings.hours_on(date)) {
            prop_assert!(hours.from <= open.from && open.from < open.until && open.until <= hours.until);
        }
    }

    #[test]
    fn going_on_in_two_steps_is_going_on_in_one(
        workdays in any_workdays(), from in any_day(), first in 1_i32..15, second in 1_i32..15,
    ) {
        let stop = workdays.add(from, first).expect("Mondays are worked");
        prop_assert_eq!(workdays.add(stop, second), workdays.add(from, first + second));
    }

    #[test]
    fn going_back_comes_home_from_a_worked_day(
        workdays in any_workdays(), from in any_day(), count in 1_i32..30,
    ) {
        let from = workdays.add(from, 0).expect("Mondays are worked");
        let to = workdays.add(from, count).expect("Mondays are worked");
        prop_assert_eq!(workdays.add(to, -count), Some(from));
        prop_assert_eq!(workdays.add(from, 0), Some(from), "none is the day itself");
    }

    #[test]
    fn easter_is_a_sunday_of_spring(year in YEARS) {
        let easter = easter(year).expect("a year of ours has an Easter");
        prop_assert_eq!(easter.weekday(), Weekday::Sun);
        prop_assert!((3, 22) <= (easter.month(), easter.day()));
        prop_assert!((4, 25) >= (easter.month(), easter.day()));
    }
}

proptest! {
    // Each case is a whole year.
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_year_has_its_holidays(year in YEARS) {
        let all = |workdays: &Workdays| -> Vec<Holiday> {
            let first = NaiveDate::from_ymd_opt(year, 1, 1).expect("a first of January");
            let days = first.iter_days().take_while(|day| day.year() == year);
            days.filter_map(|day| workdays.holiday(day)).collect()
        };
        // Ascension falls on 1 May or 8 May in some years, and Easter Monday never on a fixed day.
        let national = all(&Workdays::default());
        prop_assert!((10..=11).contains(&national.len()), "{national:?}");
        let local = all(&alsace());
        prop_assert_eq!(local.len(), national.len() + 2);
    }
}
