//! The Rust side: format, lints, tests.

use super::oracle;
use super::tally::Tally;
use crate::cli::TestOptions;
use crate::command::{Call, colours};
use crate::place::Place;
use crate::torture;
use crate::trouble::Result;

pub(super) fn formatted(place: &Place, _: &TestOptions) -> Result<Tally> {
    Ok(Tally::one(
        Call::cargo(place)
            .args(["fmt", "--all", "--check"])
            .status()?,
    ))
}

pub(super) fn lints(place: &Place, _: &TestOptions) -> Result<Tally> {
    let call = Call::cargo(place).args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "-D",
        "warnings",
    ]);
    Ok(Tally::one(call.status()?))
}

/// Every crate's tests, the journeys, the contracts and the examples in the docs.
pub(super) fn tests(place: &Place, options: &TestOptions) -> Result<Tally> {
    let mut tally = Tally::default();
    let mut call = Call::cargo(place)
        .args([
            "test",
            "--workspace",
            "--locked",
            "--no-fail-fast",
            "--color",
            colours(),
        ])
        .env("SENTIER_ORACLE_PYTHON", oracle::python(place)?);
    if options.long {
        call = call
            .env("SENTIER_LONG", "1")
            .env("SENTIER_KILLS", "200")
            .env("PROPTEST_CASES", "4096");
    }
    let well = call.tee(|line| tally.read_cargo_line(line))?;
    Ok(tally.ended(well))
}

/// The short form of the torture, of books without a lock and of locked ones; the last line of each
/// counts, and failures are named above it.
pub(super) fn tortured(place: &Place, options: &TestOptions) -> Result<Tally> {
    let form = if options.long {
        ["--minutes", "5"].as_slice()
    } else {
        ["--short"].as_slice()
    };
    let mut tally = Tally::default();
    for lock in [None, Some("--locked")] {
        let form: Vec<String> = form
            .iter()
            .copied()
            .chain(lock)
            .map(str::to_owned)
            .collect();
        let mut half = Tally::default();
        let well = torture::call(place, &form)?.tee(|line| half.read_cargo_line(line))?;
        tally.add(&half.ended(well));
    }
    Ok(tally)
}
