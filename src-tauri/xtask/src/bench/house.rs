//! Houses to measure in: made once from generated files, and kept.

use std::path::{Path, PathBuf};

use crate::command::Call;
use crate::place::Place;
use crate::trouble::{Result, While};

/// When every window is opened, so that working hours are on screen.
pub(super) const NOW: &str = "2026-11-24T09:12:00+01:00";

/// A house that was lived in: the files are in it, and its index is there. A start that follows a long import makes
/// the index once, afterwards.
pub(super) fn lived_in(
    place: &Place,
    binary: &Path,
    name: &str,
    files: &[PathBuf],
) -> Result<PathBuf> {
    let data = place.kept("bench").join(name);
    if !data.join("ready").is_file() {
        let _ = std::fs::remove_dir_all(&data);
        println!("  importing into a house of its own: {name}");
        for file in files {
            Call::new(place, binary)
                .args(["import"])
                .args([file])
                .args(["--now", NOW, "--data-dir"])
                .args([&data])
                .run()?;
        }
        std::fs::write(data.join("ready"), "").while_("mark the house as ready")?;
    }
    Call::new(place, binary)
        .args(["search", "visio", "--json", "--data-dir"])
        .args([&data])
        .output()?;
    Ok(data)
}
