//! The page's side: packages from npm, and the built page.

use std::path::PathBuf;

use crate::command::{Call, is_there};
use crate::place::Place;
use crate::stamp::Stamp;
use crate::trouble::{Result, Trouble};

/// The oldest Node the page's tools run on.
const OLDEST_NODE: u32 = 20;

/// `npm` in one of our folders (`ui`, `tests/window`).
pub(crate) fn npm(place: &Place, folder: &str) -> Call {
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    Call::new(place, program).folder(place.at(folder))
}

/// Installs the packages of `folder` when its lock file is not what they were installed from.
pub(crate) fn packages(place: &Place, folder: &str) -> Result<()> {
    let version = version(place)?;
    let name = format!("npm-{}", folder.replace('/', "-"));
    let inputs = [
        place.at(folder).join("package.json"),
        place.at(folder).join("package-lock.json"),
    ];
    let stamp = Stamp::of(place, &name, &inputs, &version)?;
    // npm writes this file last, so a broken-off install is done again.
    let whole = place
        .at(folder)
        .join("node_modules/.package-lock.json")
        .is_file();
    if whole && stamp.is_fresh() {
        return Ok(());
    }
    println!("npm ci in {folder}/ (its lock file is new here)");
    npm(place, folder)
        .args(["ci", "--no-audit", "--no-fund"])
        .run()
        .map_err(|trouble| {
            Trouble::new(trouble.to_string())
                .hint("The first time, npm needs the network. Everything later works without.")
        })?;
    stamp.set()
}

/// Builds the page into ui/dist when any of its sources changed.
pub(crate) fn page(place: &Place) -> Result<()> {
    packages(place, "ui")?;
    let inputs: Vec<PathBuf> = vec![place.at("ui"), place.at("src-tauri/crates/words")];
    let stamp = Stamp::of(place, "page", &inputs, &version(place)?)?;
    if place.at("ui/dist/index.html").is_file() && stamp.is_fresh() {
        return Ok(());
    }
    println!("npm run build in ui/ (the page's sources changed)");
    npm(place, "ui")
        .args(["run", "--silent", "build", "--", "--logLevel", "error"])
        .run()?;
    stamp.set()
}

/// Node's version, refused when it is missing or too old.
fn version(place: &Place) -> Result<String> {
    let hint = format!("Install Node {OLDEST_NODE} or newer, with npm: https://nodejs.org/");
    if !is_there("node") || !(is_there("npm") || is_there("npm.cmd")) {
        return Err(Trouble::new("Node and npm are needed to build the page").hint(hint));
    }
    let text = Call::new(place, "node").args(["--version"]).stdout()?;
    let version = text.trim();
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|n| n.parse::<u32>().ok());
    match major {
        Some(major) if major >= OLDEST_NODE => Ok(version.to_owned()),
        _ => Err(Trouble::new(format!("Node {version} is too old to build the page")).hint(hint)),
    }
}
