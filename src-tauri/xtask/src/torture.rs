//! `cargo xtask torture`: builds what tortures the book, and runs it.

use crate::cli::TortureOptions;
use crate::command::Call;
use crate::place::Place;
use crate::trouble::Result;

/// Tortures; `true` when nothing was lost.
pub(crate) fn run(place: &Place, options: &TortureOptions) -> Result<bool> {
    let mut args = Vec::new();
    let mut give = |name: &str, value: String| args.extend([name.to_owned(), value]);
    if let Some(minutes) = options.minutes {
        give("--minutes", minutes.to_string());
    }
    if let Some(seed) = options.seed {
        give("--seed", seed.to_string());
    }
    if !options.only.is_empty() {
        give("--only", options.only.join(","));
    }
    for (asked, flag) in [(options.short, "--short"), (options.locked, "--locked")] {
        args.extend(asked.then(|| flag.to_owned()));
    }
    call(place, &args)?.status()
}

/// The program, built, with these arguments.
pub(crate) fn call(place: &Place, args: &[String]) -> Result<Call> {
    Call::cargo(place)
        .args(["build", "--locked", "--package", "torture"])
        .run()?;
    let program = if cfg!(windows) {
        "debug/torture.exe"
    } else {
        "debug/torture"
    };
    Ok(Call::new(place, place.target(program))
        .args(["run"])
        .args(args))
}
