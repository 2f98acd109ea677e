//! `cargo xtask bundle`: the installers this system can make, from the release binary.

mod entry;

use std::path::PathBuf;

use crate::app::{self, Profile};
use crate::command::Call;
use crate::node;
use crate::place::Place;
use crate::trouble::{Result, Trouble, While};

/// Where the bundler of Tauri is installed with its exact version.
const TOOLS: &str = "tests/window";

/// Builds the release binary and puts it into installers; with `check`, proves the .deb.
pub(crate) fn run(place: &Place, formats: &[String], check: bool) -> Result<bool> {
    app::binary(place, Profile::Release)?;
    node::packages(place, TOOLS)?;
    let script = place
        .at(TOOLS)
        .join("node_modules/@tauri-apps/cli/tauri.js");
    let formats = if formats.is_empty() {
        usual().join(",")
    } else {
        formats.join(",")
    };
    Call::new(place, "node")
        .args([script.as_os_str()])
        .args(["bundle", "--ci", "--bundles", &formats])
        .run()?;
    if !check {
        return Ok(true);
    }
    let package = deb(place)?;
    println!("checking {}", package.display());
    entry::check(place, &package)?;
    Ok(true)
}

/// What this system makes with nothing downloaded.
fn usual() -> &'static [&'static str] {
    if cfg!(target_os = "macos") {
        &["app", "dmg"]
    } else if cfg!(windows) {
        &["nsis", "msi"]
    } else {
        &["deb"]
    }
}

/// The newest .deb among the bundles.
fn deb(place: &Place) -> Result<PathBuf> {
    let folder = place.target("release/bundle/deb");
    let mut found: Vec<PathBuf> = std::fs::read_dir(&folder)
        .while_(format!("look into {}", folder.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "deb"))
        .collect();
    found.sort_by_key(|path| {
        std::fs::metadata(path)
            .and_then(|about| about.modified())
            .ok()
    });
    found
        .pop()
        .ok_or_else(|| Trouble::new(format!("no .deb in {}", folder.display())))
}
