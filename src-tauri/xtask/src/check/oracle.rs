//! The oracle: a recurrence library nobody here wrote, kept in a Python environment of its own.

use std::path::PathBuf;

use crate::command::Call;
use crate::needs::{self, Purpose};
use crate::place::Place;
use crate::stamp::Stamp;
use crate::trouble::{Result, Trouble};

/// The oracle's interpreter, installed from `tests/oracle/requirements.txt` when that changed.
pub(super) fn python(place: &Place) -> Result<PathBuf> {
    let home = place.kept("oracle-venv");
    let inside = if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    };
    let python = home.join(inside);
    let wanted = place.at("tests/oracle/requirements.txt");
    let stamp = Stamp::of(place, "oracle", std::slice::from_ref(&wanted), "")?;
    if python.exists() && stamp.is_fresh() {
        return Ok(python);
    }
    let system = if cfg!(windows) { "python" } else { "python3" };
    let can = |module: &str| {
        Call::new(place, system)
            .args(["-c", &format!("import {module}")])
            .output()
    };
    if !matches!(can("venv, ensurepip"), Ok(Some(_))) {
        needs::ensure(place, Purpose::Oracle)?;
    }
    println!(
        "the recurrence oracle: a Python environment under target/xtask (its list is new here)"
    );
    Call::new(place, system)
        .args(["-m", "venv", "--clear"])
        .args([&home])
        .run()?;
    Call::new(place, &python)
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--requirement",
        ])
        .args([&wanted])
        .run()
        .map_err(|trouble| {
            Trouble::new(trouble.to_string()).hint("The first time, pip needs the network.")
        })?;
    stamp.set()?;
    Ok(python)
}
