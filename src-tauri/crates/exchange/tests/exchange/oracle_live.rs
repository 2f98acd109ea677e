//! The oracle itself, asked: only where `SENTIER_ORACLE_PYTHON` names a Python that has it.

use std::collections::BTreeSet;
use std::process::Command;

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::{Slot, Zone};

use crate::oracle::{Shown, answers, days, ours};
use crate::support::{calendars, exported_own, fixtures, now};

#[test]
fn the_oracle_still_says_what_was_recorded() {
    let Ok(python) = std::env::var("SENTIER_ORACLE_PYTHON") else {
        eprintln!("SENTIER_ORACLE_PYTHON is not set: the recorded answers stand alone");
        return;
    };
    for folder in ["ics", "recurrence"] {
        let mut files: Vec<_> = calendars(folder)
            .into_iter()
            .map(|(name, _)| fixtures().join(folder).join(name))
            .collect();
        files.sort();
        let said = asked(&python, &files);
        let recorded =
            std::fs::read_to_string(fixtures().join("oracle").join(format!("{folder}.json")))
                .unwrap();
        assert!(
            said == recorded,
            "{folder}: record anew with tests/oracle/occurrences.py and look at the difference"
        );
    }
}

/// Each zone under a name nobody knows, so that the oracle must go by the definition written here.
#[test]
fn what_is_written_here_means_the_same_to_the_oracle() {
    let Ok(python) = std::env::var("SENTIER_ORACLE_PYTHON") else {
        return;
    };
    let start = NaiveDate::from_ymd_opt(2026, 1, 4)
        .unwrap()
        .and_hms_opt(10, 0, 0)
        .unwrap();
    // One for each way zones have of changing their clocks. (Not Gaza, whose rules have ends: the oracle's dateutil reads
    // an UNTIL in UTC as local time, and is an hour off for a winter.)
    let zones = [
        Tz::Europe__Paris,
        Tz::Europe__Dublin,
        Tz::Europe__Istanbul,
        Tz::Africa__Casablanca,
        Tz::Africa__Cairo,
        Tz::Africa__Lagos,
        Tz::Asia__Jerusalem,
        Tz::Asia__Kolkata,
        Tz::Asia__Tehran,
        Tz::Asia__Tokyo,
        Tz::Australia__Lord_Howe,
        Tz::Australia__Sydney,
        Tz::America__New_York,
        Tz::America__Sao_Paulo,
        Tz::America__Nuuk,
        Tz::America__Santiago,
        Tz::America__St_Johns,
        Tz::America__Havana,
        Tz::Pacific__Apia,
        Tz::Pacific__Chatham,
        Tz::Pacific__Auckland,
        Tz::Antarctica__Troll,
        Tz::Indian__Reunion,
    ];
    let touchpoints: Vec<domain::Touchpoint> = zones
        .iter()
        .enumerate()
        .map(|(n, zone)| {
            let id = domain::Id::from_number_for_testing(n as u64);
            let mut touchpoint = domain::Touchpoint::received(id, domain::Kind::Video, now());
            touchpoint.title = "Réunion; longue, très longue: « œuvre »".repeat(4);
            touchpoint.slot = Some(Slot::timed(start, 90, Zone::Iana(*zone)));
            touchpoint.recurrence = Some(domain::Recurrence {
                rules: vec!["FREQ=DAILY;INTERVAL=2;COUNT=180".into()],
                ..domain::Recurrence::default()
            });
            touchpoint
        })
        .collect();
    let written = exported_own(&touchpoints);
    let mut hidden = String::from_utf8(written.clone()).unwrap();
    for (n, zone) in zones.iter().enumerate() {
        for (before, after) in [(":", "\r\n"), ("=", ":")] {
            let name = |name: &str| format!("TZID{before}{name}{after}");
            hidden = hidden.replace(&name(zone.name()), &name(&format!("Zone {n}")));
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ours.ics");
    std::fs::write(&file, &hidden).unwrap();
    let theirs = &answers(&asked(&python, &[file]))[0];
    let (from, until) = theirs.window.unwrap();
    let ours = ours(&written, days(from, until));
    assert_eq!(ours.len(), zones.len() * 180, "all of them");
    let starts = |all: &BTreeSet<Shown>| -> BTreeSet<(String, String)> {
        all.iter()
            .map(|one| (one.0.clone(), one.1.clone()))
            .collect()
    };
    let different: Vec<String> = starts(&ours)
        .symmetric_difference(&starts(&theirs.occurrences))
        .map(|(uid, start)| {
            let zone = touchpoints
                .iter()
                .position(|t| t.source.uid == *uid)
                .map(|n| zones[n]);
            format!("{zone:?} {start}")
        })
        .collect();
    assert_eq!(different, [""; 0], "the same instants");
}

fn asked(python: &str, files: &[std::path::PathBuf]) -> String {
    let said = Command::new(python)
        .arg(fixtures().join("../oracle/occurrences.py"))
        .args(files)
        .output()
        .expect("the oracle's Python runs");
    assert!(
        said.status.success(),
        "{}",
        String::from_utf8_lossy(&said.stderr)
    );
    String::from_utf8(said.stdout).unwrap()
}
