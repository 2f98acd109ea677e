//! The clock is an argument: one file reads it.

use std::fs;

use crate::sources::{root, rust_files};

/// The one place that asks what time it is.
const CLOCK: &str = "src-tauri/crates/workflows/src/clock.rs";

const READINGS: [&str; 4] = ["Utc::now", "Local::now", "SystemTime::now", "now_local"];

#[test]
fn the_time_of_day_is_read_in_one_file() {
    let mut readers = Vec::new();
    for file in rust_files(&root().join("src-tauri")) {
        let inside = file
            .strip_prefix(root())
            .unwrap_or(&file)
            .to_string_lossy()
            .replace('\\', "/");
        let text = fs::read_to_string(&file).expect("a source is text");
        if READINGS.iter().any(|reading| text.contains(reading)) {
            readers.push(inside);
        }
    }
    assert_eq!(
        readers,
        [CLOCK],
        "everything else takes the time as an argument, so that it can stand still"
    );
}
