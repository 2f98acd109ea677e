//! Running a folder's vitest and reading its own count.

use std::fs;

use serde_json::Value;

use super::tally::Tally;
use crate::command::Call;
use crate::node;
use crate::place::Place;
use crate::trouble::{Result, While};

/// Runs `npm test` of `folder` through `call` (npm, or npm inside something else).
pub(super) fn run(place: &Place, folder: &str, call: Call, filters: &[&str]) -> Result<Tally> {
    node::packages(place, folder)?;
    let report = place
        .kept("results")
        .join(format!("{}.json", folder.replace('/', "-")));
    if let Some(folder) = report.parent() {
        fs::create_dir_all(folder).while_(format!("make {}", folder.display()))?;
    }
    // An old report must not speak for a run that wrote none.
    let _ = fs::remove_file(&report);
    let well = call
        .args([
            "run",
            "--silent",
            "test",
            "--",
            "--reporter=default",
            "--reporter=json",
        ])
        .args([format!("--outputFile.json={}", report.display())])
        .args(filters)
        .status()?;
    let text = fs::read_to_string(&report).unwrap_or_default();
    Ok(read(&text).ended(well))
}

/// Reads vitest's JSON report; an unreadable one counts nothing.
fn read(report: &str) -> Tally {
    let report: Value = serde_json::from_str(report).unwrap_or_default();
    let count = |name: &str| {
        report[name]
            .as_u64()
            .and_then(|number| usize::try_from(number).ok())
            .unwrap_or(0)
    };
    let failures = report["testResults"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|file| file["assertionResults"].as_array().into_iter().flatten())
        .filter(|test| test["status"] == "failed")
        .filter_map(|test| test["fullName"].as_str().map(str::to_owned))
        .collect();
    Tally {
        passed: count("numPassedTests"),
        failed: count("numFailedTests"),
        skipped: count("numPendingTests") + count("numTodoTests"),
        failures,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_report_is_counted_and_its_failures_named() {
        let tally = super::read(
            r#"{"numPassedTests":2,"numFailedTests":1,"numPendingTests":1,"numTodoTests":0,
                "testResults":[{"assertionResults":[
                  {"status":"passed","fullName":"drag moves"},
                  {"status":"failed","fullName":"Esc restores"}]}]}"#,
        );
        assert_eq!(
            (tally.passed, tally.failed, tally.skipped),
            (2, 1, 1),
            "as vitest counted"
        );
        assert_eq!(
            tally.failures,
            ["Esc restores"],
            "by the name a person wrote"
        );
    }
}
