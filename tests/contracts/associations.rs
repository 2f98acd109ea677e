//! The files Sentier opens: said to every system alike, and nobody else's files are taken.

use std::fs;

use serde_json::Value;

use crate::sources::{root, text};

const ENTRY: &str = "src-tauri/packaging/sentier.desktop";

fn associations() -> Vec<Value> {
    let config = fs::read_to_string(root().join("tauri.conf.json")).expect("the app's config");
    let config: Value = serde_json::from_str(&config).expect("the config is JSON");
    config["bundle"]["fileAssociations"]
        .as_array()
        .expect("the app opens files")
        .clone()
}

#[test]
fn calendars_cards_and_tables_are_opened_from_the_desktop() {
    let extensions: Vec<String> = associations()
        .iter()
        .flat_map(|association| association["ext"].as_array().cloned().unwrap_or_default())
        .map(|extension| text(&extension))
        .collect();
    assert_eq!(extensions, ["ics", "vcf", "csv"], "what an import reads");
}

#[test]
fn the_desktop_entry_says_the_same_types() {
    let entry = fs::read_to_string(root().join(ENTRY)).expect("the desktop entry");
    let types: String = associations()
        .iter()
        .map(|association| format!("{};", text(&association["mimeType"])))
        .collect();
    assert!(
        entry
            .lines()
            .any(|line| line == format!("MimeType={types}")),
        "{ENTRY} says `MimeType={types}`"
    );
}

#[test]
fn no_file_is_taken_from_the_program_that_opens_it_today() {
    for association in associations() {
        assert_eq!(
            association["rank"], "Alternate",
            "a press on a file opens what it opened before: {association}"
        );
    }
}
