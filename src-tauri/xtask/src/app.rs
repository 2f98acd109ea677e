//! The app itself: build it, open it, write its bindings, format its sources.

use std::path::PathBuf;

use crate::command::Call;
use crate::needs::{self, Purpose};
use crate::node;
use crate::place::Place;
use crate::trouble::{Result, Trouble};

/// Which build of the app.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to make.
    Debug,
    /// As it is shipped.
    Release,
}

/// Opens the app on the person's own screen.
pub(crate) fn run(place: &Place, release: bool, args: &[String]) -> Result<bool> {
    let profile = if release {
        Profile::Release
    } else {
        Profile::Debug
    };
    let binary = binary(place, profile)?;
    let screen = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "linux") && !screen("DISPLAY") && !screen("WAYLAND_DISPLAY") {
        return Err(
            Trouble::new("the app is built, and there is no screen to open it on").hint(
                "DISPLAY and WAYLAND_DISPLAY are not set: run this from a desktop session.\n  \
             `cargo xtask test --only window` drives the window on a screen of its own.",
            ),
        );
    }
    Call::new(place, binary).args(args).status()
}

/// Makes the release binary.
pub(crate) fn build(place: &Place) -> Result<bool> {
    let binary = binary(place, Profile::Release)?;
    let size = std::fs::metadata(&binary)
        .map(|about| about.len())
        .unwrap_or(0);
    println!(
        "{} ({:.1} MB, the page inside it)",
        binary.display(),
        size as f64 / 1e6
    );
    Ok(true)
}

/// Builds the app with the page inside it and returns where it is.
pub(crate) fn binary(place: &Place, profile: Profile) -> Result<PathBuf> {
    needs::ensure(place, Purpose::Build)?;
    node::page(place)?;
    let mut args = vec!["build", "--package", "sentier", "--bin", "sentier"];
    let folder = match profile {
        Profile::Debug => "debug",
        Profile::Release => {
            args.push("--release");
            "release"
        }
    };
    println!("cargo build ({folder}); the first time takes some minutes");
    Call::cargo(place).args(args).run()?;
    Ok(place
        .target(folder)
        .join(format!("sentier{}", std::env::consts::EXE_SUFFIX)))
}

/// Builds an example of the app itself, quickly, for the window's journeys, and returns where it is.
pub(crate) fn helper(place: &Place, name: &str) -> Result<PathBuf> {
    Call::cargo(place)
        .args(["build", "--package", "sentier", "--example", name])
        .run()?;
    Ok(place
        .target("debug/examples")
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}

/// Builds an example of a package as it would be shipped, and returns where it is.
pub(crate) fn example(place: &Place, package: &str, name: &str) -> Result<PathBuf> {
    Call::cargo(place)
        .args([
            "build",
            "--release",
            "--package",
            package,
            "--example",
            name,
        ])
        .run()?;
    Ok(place
        .target("release/examples")
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}

/// Writes the TypeScript the window speaks, from the Rust it speaks it with.
pub(crate) fn bindings(place: &Place) -> Result<bool> {
    needs::ensure(place, Purpose::Build)?;
    page_or_stand_in(place)?;
    Call::cargo(place)
        .args([
            "test",
            "--quiet",
            "--package",
            "sentier",
            "--test",
            "contracts",
            "bindings",
        ])
        .env("SENTIER_WRITE_BINDINGS", "1")
        .run()?;
    println!("ui/src/ipc/bindings.gen.ts is current");
    Ok(true)
}

/// Formats everything.
pub(crate) fn fmt(place: &Place) -> Result<bool> {
    Call::cargo(place).args(["fmt", "--all"]).run()?;
    for folder in ["ui", "tests/window"] {
        node::packages(place, folder)?;
        node::npm(place, folder)
            .args(["run", "--silent", "fmt"])
            .run()?;
    }
    Ok(true)
}

/// The app does not compile without a page to embed. Bindings are what the page is built from, so
/// here a blank one will do when none was built yet.
fn page_or_stand_in(place: &Place) -> Result<()> {
    use crate::trouble::While;
    let page = place.at("ui/dist/index.html");
    if page.is_file() {
        return Ok(());
    }
    std::fs::create_dir_all(place.at("ui/dist")).while_("make ui/dist")?;
    std::fs::write(page, "<!doctype html><title>Sentier</title>\n").while_("write a blank page")
}
