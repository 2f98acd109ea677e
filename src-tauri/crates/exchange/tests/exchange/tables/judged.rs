//! What another reader makes of the tables written here: Python's `csv`. Asked only where `SENTIER_ORACLE_PYTHON`
//! names a Python.

use std::process::Command;

use domain::Language;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::roundtrip::{exported, somebody};
use crate::support::fixtures;

/// How many people the judge is shown, in each language.
const PEOPLE: usize = 300;

#[test]
fn another_reader_agrees_on_every_cell() {
    let Ok(python) = std::env::var("SENTIER_ORACLE_PYTHON") else {
        eprintln!("SENTIER_ORACLE_PYTHON is not set: nobody else was asked");
        return;
    };
    for (language, delimiter) in [(Language::Fr, ";"), (Language::En, ",")] {
        let mut runner = TestRunner::deterministic();
        let people: Vec<_> = (0..PEOPLE)
            .map(|_| somebody().new_tree(&mut runner).unwrap().current())
            .collect();
        let (bytes, cells) = exported(&people, language);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("people.csv");
        std::fs::write(&file, &bytes).unwrap();
        let said = Command::new(&python)
            .arg(fixtures().join("../oracle/tables.py"))
            .arg(delimiter)
            .arg(&file)
            .output()
            .expect("the judge's Python runs");
        assert!(
            said.status.success(),
            "{}",
            String::from_utf8_lossy(&said.stderr)
        );
        let rows: Vec<Vec<String>> = serde_json::from_slice(&said.stdout).unwrap();
        assert_eq!(rows.len(), PEOPLE + 1, "every row arrives there too");
        for (theirs, ours) in rows.iter().zip(&cells) {
            let ours: Vec<String> = ours.iter().map(|cell| neutral(cell)).collect();
            assert_eq!(*theirs, ours);
        }
    }
}

/// A cell as it must stand in the file: none begins with what a spreadsheet reckons with.
fn neutral(cell: &str) -> String {
    let formula = cell
        .trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}
