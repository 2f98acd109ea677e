//! Zone names, whoever wrote them.

use chrono::{NaiveDate, NaiveDateTime, Offset, TimeZone};
use chrono_tz::Tz;
use exchange::{Doc, Warning, Zones};

use crate::support::{calendar, event, events, exported_own, now};

fn near() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 6, 1)
        .unwrap()
        .and_hms_opt(0, 0, 0)
        .unwrap()
}

fn resolve(name: &str) -> Option<Tz> {
    let doc = Doc::new(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    Zones::of(&doc, Tz::Europe__Paris).resolve(name, near())
}

#[test]
fn names_are_known_however_they_are_written() {
    for (written, zone) in [
        ("Europe/Paris", Tz::Europe__Paris),
        ("europe/paris", Tz::Europe__Paris),
        ("\"Europe/Warsaw\"", Tz::Europe__Warsaw),
        (
            "/freeassociation.sourceforge.net/Europe/Paris",
            Tz::Europe__Paris,
        ),
        (
            "/freeassociation.sourceforge.net/Tzfile/Europe/Paris",
            Tz::Europe__Paris,
        ),
        (
            "/mozilla.org/20050126_1/America/Argentina/Salta",
            Tz::America__Argentina__Salta,
        ),
        (
            "/softwarestudio.org/Olson_20011030_5/America/Chicago",
            Tz::America__Chicago,
        ),
        ("Romance Standard Time", Tz::Europe__Paris),
        ("Eastern Standard Time", Tz::America__New_York),
        ("Eastern Standard Time 1", Tz::America__New_York),
        ("tzone://Microsoft/Utc", Tz::UTC),
        ("UTC", Tz::UTC),
        ("GMT+0100", Tz::Etc__GMTMinus1),
        ("(UTC-05:00)", Tz::Etc__GMTPlus5),
    ] {
        assert_eq!(resolve(written), Some(zone), "{written}");
    }
    assert!(
        resolve("(UTC+01:00) Brussels, Copenhagen, Madrid, Paris").is_some(),
        "as Outlook shows it"
    );
    assert_eq!(resolve("Chez moi"), None);
    assert_eq!(resolve(""), None);
}

/// CLDR's `windowsZones`, by way of the table of PyPI `tzlocal` 5.4.5 (MIT): the name and its first zone.
#[test]
fn every_windows_name_of_cldr_is_the_zone_cldr_says() {
    let table = include_str!("windows_zones.txt");
    assert!(table.lines().count() > 130, "the list is whole");
    let mut wrong = Vec::new();
    for line in table.lines() {
        let (name, zone) = line.split_once('\t').unwrap();
        let theirs: Tz = zone.parse().unwrap();
        let runs_alike = |ours: Tz| {
            (0..12).all(|month| {
                let at = near() + chrono::Duration::days(30 * month);
                ours.offset_from_utc_datetime(&at).fix()
                    == theirs.offset_from_utc_datetime(&at).fix()
            })
        };
        if !resolve(name).is_some_and(runs_alike) {
            wrong.push(format!("{name}: {:?}, not {zone}", resolve(name)));
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn a_zone_nobody_knows_floats_and_says_so() {
    let event = event("DTSTART;TZID=Chez moi:20261124T080000");
    assert_eq!(event.slot.unwrap().zone(), domain::Zone::Floating);
    assert_eq!(event.warnings, [Warning::UnknownZone("Chez moi".into())]);
}

const CUSTOM: &str = "BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";

#[test]
fn the_files_own_definition_is_the_last_resort() {
    let text = calendar("DTSTART;TZID=Customized Time Zone:20261124T080000")
        .replace("BEGIN:VEVENT", &format!("{CUSTOM}BEGIN:VEVENT"));
    let slot = events(text.as_bytes())[0].slot.unwrap();
    assert_eq!(
        slot.zone().name(),
        Some("Europe/Paris"),
        "home is taken where it fits"
    );

    let eastern = text
        .replace("+0200", "-0400")
        .replace("+0100", "-0500")
        .replace("BYDAY=-1SU;BYMONTH=10", "BYDAY=1SU;BYMONTH=11")
        .replace("BYDAY=-1SU;BYMONTH=3", "BYDAY=2SU;BYMONTH=3")
        .replace("16010101T030000", "16010101T020000");
    let slot = events(eastern.as_bytes())[0].slot.unwrap();
    assert_eq!(
        slot.zone().name(),
        Some("America/New_York"),
        "else the zone that runs so"
    );

    let named = text.replace(
        "BEGIN:STANDARD",
        "X-LIC-LOCATION:Europe/Berlin\r\nBEGIN:STANDARD",
    );
    let slot = events(named.as_bytes())[0].slot.unwrap();
    assert_eq!(
        slot.zone().name(),
        Some("Europe/Berlin"),
        "unless it names its place"
    );
}

#[test]
fn a_definition_is_compared_in_the_years_of_its_event() {
    // Before 2007 New York changed in April and October.
    let text = calendar("DTSTART;TZID=US-Eastern:19970902T090000").replace(
        "BEGIN:VEVENT",
        "BEGIN:VTIMEZONE\r\nTZID:US-Eastern\r\nBEGIN:STANDARD\r\nDTSTART:19671029T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:19870405T020000\r\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=4\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT",
    );
    let zone = events(text.as_bytes())[0].slot.unwrap().zone();
    assert_eq!(zone.name(), Some("America/New_York"));
}

/// What a generated definition says, asked of the reader that compares definitions with zones.
#[test]
fn the_definitions_written_here_run_as_their_zones_do() {
    let mut checked = 0;
    for zone in chrono_tz::TZ_VARIANTS {
        let mut touchpoint = domain::Touchpoint::received(
            domain::Id::from_number_for_testing(1),
            domain::Kind::Video,
            now(),
        );
        let wall = NaiveDate::from_ymd_opt(2026, 6, 1)
            .unwrap()
            .and_hms_opt(9, 0, 0)
            .unwrap();
        touchpoint.slot = Some(domain::Slot::timed(wall, 30, domain::Zone::Iana(zone)));
        let text = String::from_utf8(exported_own(&[touchpoint])).unwrap();
        if zone == Tz::UTC {
            assert!(
                text.contains("DTSTART:20260601T090000Z"),
                "UTC needs no definition"
            );
            continue;
        }
        // The same under a name nobody knows, so that only the definition can tell.
        let hidden = text
            .replace(&format!("TZID:{}", zone.name()), "TZID:Somewhere")
            .replace(&format!("TZID={}", zone.name()), "TZID=Somewhere");
        let doc = Doc::new(hidden.as_bytes());
        let found = Zones::of(&doc, zone).resolve("Somewhere", wall);
        let same = found.is_some_and(|found| {
            (0..700).all(|day| {
                let at = wall - chrono::Duration::days(350) + chrono::Duration::days(day);
                found.offset_from_utc_datetime(&at).fix()
                    == zone.offset_from_utc_datetime(&at).fix()
            })
        });
        assert!(same, "{zone} was understood as {found:?}:\n{text}");
        checked += 1;
    }
    assert!(checked > 500, "all zones of the database were tried");
}
