//! `docs/ARCHIVE.md` says every file and every field, so that an archive reads in ten years.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use crate::book::{full, write};
use crate::craft::Craft;
use crate::paper::Own;

fn names(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (name, value) in map {
                found.insert(name.clone());
                names(value, found);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| names(value, found)),
        _ => {}
    }
}

#[test]
fn every_file_and_every_field_is_in_the_document() {
    let here = Own::new();
    write(&here.house, &full());
    let craft = Craft::of(&here.export());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../docs/ARCHIVE.md");
    let document = std::fs::read_to_string(path).expect("the document");
    let mut missing = Vec::new();
    for (file, bytes) in craft
        .files
        .iter()
        .filter(|(file, _)| !file.starts_with("files/"))
    {
        let mut said = BTreeSet::from([file.clone()]);
        for line in bytes.split(|byte| *byte == b'\n') {
            // The manifest is one JSON over many lines; the README none.
            let value = serde_json::from_slice(line).or_else(|_| serde_json::from_slice(bytes));
            names(&value.unwrap_or_default(), &mut said);
        }
        missing.extend(
            said.into_iter()
                .filter(|name| !document.contains(&format!("`{name}`")))
                .map(|name| format!("{file}: {name}")),
        );
    }
    assert!(missing.is_empty(), "not in docs/ARCHIVE.md: {missing:#?}");
}
