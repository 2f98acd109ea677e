//! Every region against an opinion nobody here has: `holidays` (PyPI), asked by `tests/oracle/rest_days.py` and recorded
//! in `tests/fixtures/oracle`. Where the two differ it is on purpose, and the list below says why.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::{Datelike, NaiveDate, Weekday};
use domain::{Holiday as H, Region, easter};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date of the test")
}

fn named(name: &str) -> Region {
    let region: Region = serde_json::from_value(name.into()).expect("a word is a region");
    let back = serde_json::to_value(region).expect("a region is a word");
    assert_eq!(back, name, "a region of ours");
    region
}

/// Days the library says and we do not: customs, and days of a part of the region.
fn too_many(region: Region, date: NaiveDate) -> bool {
    let after = easter(date.year()).map_or(0, |easter| (date - easter).num_days());
    let on = (date.month(), date.day());
    // Sundays of every year are no days to be looked up.
    (after == 0 || after == 49)
        || match region {
            // Kept by custom in the Antilles, not by law.
            Region::Guadeloupe => after == -2 || after == -24 || on == (7, 21),
            Region::Martinique | Region::SaintMartin => on == (7, 21),
            // Le Landeron alone.
            Region::Neuchatel => after == 60,
            // National Unity is a Sunday, the first of November.
            Region::Italy => date.month() == 11 && date.weekday() == Weekday::Sun,
            // Said for that year alone.
            Region::Berlin => date == day("2028-06-17"),
            // A day for delays at court; people work.
            Region::Netherlands => after == -2,
            _ => false,
        }
}

/// Days we say and the library does not.
fn too_few(region: Region, date: NaiveDate) -> bool {
    match (region, region.holiday(date)) {
        // The communes that are catholic, which are most.
        (Region::Bavaria, Some(H::Assumption)) => true,
        (
            Region::Fribourg,
            Some(H::CorpusChristi | H::Assumption | H::AllSaints | H::ImmaculateConception),
        ) => true,
        // The communities put a Sunday off, each its own way.
        (Region::Spain, Some(_)) => date.weekday() == Weekday::Sun,
        _ => false,
    }
}

#[test]
fn every_region_rests_when_the_second_opinion_says() {
    let recorded =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/oracle/holidays.txt");
    let recorded = std::fs::read_to_string(recorded).expect("what was recorded is there");
    let mut heard = BTreeSet::new();
    let mut differs = Vec::new();
    for line in recorded.lines() {
        let mut words = line.split(' ');
        let name = words.next().expect("a region");
        heard.insert(name.to_owned());
        let region = named(name);
        let theirs: BTreeSet<NaiveDate> = words.map(day).collect();
        let year = theirs.first().expect("a year has holidays").year();
        for date in NaiveDate::from_yo_opt(year, 1)
            .expect("a first of January")
            .iter_days()
            .take_while(|date| date.year() == year)
        {
            match (theirs.contains(&date), region.holiday(date)) {
                (true, None) if !too_many(region, date) => {
                    differs.push(format!("{name} {date}: only theirs"))
                }
                (false, Some(ours)) if !too_few(region, date) => {
                    differs.push(format!("{name} {date}: only ours, {ours:?}"));
                }
                _ => {}
            }
        }
    }
    assert!(differs.is_empty(), "{differs:#?}");
    assert_eq!(heard.len(), Region::ALL.len(), "every region was asked of");
}

#[test]
fn a_region_rests_on_days_of_its_own() {
    for (region, date, holiday) in [
        (Region::Guadeloupe, "2026-05-27", H::Abolition),
        (Region::Martinique, "2026-05-22", H::Abolition),
        (Region::Guyane, "2026-06-10", H::Abolition),
        (Region::Reunion, "2026-12-20", H::Abolition),
        (Region::Mayotte, "2026-04-27", H::Abolition),
        (Region::SaintBarthelemy, "2026-10-09", H::Abolition),
        (Region::SaintMartin, "2026-05-28", H::Abolition),
        (Region::Polynesie, "2026-11-20", H::Matarii),
        (Region::NouvelleCaledonie, "2026-09-24", H::CitizenshipDay),
        (Region::Geneve, "2026-09-10", H::GenevanFast),
        (Region::Vaud, "2026-09-21", H::FederalFast),
        (Region::Belgium, "2026-07-21", H::NationalDay),
        (Region::Luxembourg, "2026-06-23", H::NationalDay),
        (Region::Saxony, "2026-11-18", H::Repentance),
        (Region::Netherlands, "2025-04-26", H::KingsDay),
        (Region::NorthernIreland, "2026-07-13", H::BattleOfTheBoyne),
    ] {
        assert_eq!(
            region.holiday(day(date)),
            Some(holiday),
            "{region:?} on {date}"
        );
        assert_eq!(
            Region::France.holiday(day(date)),
            None,
            "a day of France, {date}"
        );
    }
}

#[test]
fn what_a_weekend_takes_the_united_kingdom_gives_back() {
    for (region, date, holiday) in [
        (Region::EnglandAndWales, "2027-12-27", H::Christmas),
        (Region::EnglandAndWales, "2027-12-28", H::SaintStephen),
        (Region::EnglandAndWales, "2022-12-27", H::Christmas),
        (Region::EnglandAndWales, "2026-12-28", H::SaintStephen),
        (Region::Scotland, "2023-01-02", H::SecondJanuary),
        (Region::Scotland, "2023-01-03", H::NewYear),
        (Region::Scotland, "2027-01-04", H::SecondJanuary),
    ] {
        assert_eq!(
            region.holiday(day(date)),
            Some(holiday),
            "{region:?} on {date}"
        );
    }
}

#[test]
fn the_next_holidays_are_those_of_the_region_in_their_order() {
    let next: Vec<_> = Region::AlsaceMoselle
        .coming(day("2026-12-25"))
        .take(5)
        .collect();
    assert_eq!(
        next,
        [
            (day("2026-12-25"), H::Christmas),
            (day("2026-12-26"), H::SaintStephen),
            (day("2027-01-01"), H::NewYear),
            (day("2027-03-26"), H::GoodFriday),
            (day("2027-03-29"), H::EasterMonday),
        ]
    );
    assert_eq!(
        Region::France.coming(NaiveDate::MAX).count(),
        0,
        "the calendar has an end"
    );
}
