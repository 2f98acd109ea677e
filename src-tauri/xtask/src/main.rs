//! `cargo xtask`: everything one does around the app, in one place.
//!
//! `cargo xtask run` and `cargo xtask test` are all a newcomer needs: both install what is
//! missing, say what and why, and skip every step whose inputs have not changed.

mod app;
mod bench;
mod bundle;
mod check;
mod cli;
mod command;
mod fuzz;
mod icons;
mod needs;
mod node;
mod place;
mod screen;
mod shots;
mod stamp;
mod torture;
mod trouble;

use std::process::ExitCode;

use clap::Parser;

use crate::cli::{Cli, Verb};
use crate::place::Place;
use crate::trouble::Result;

fn main() -> ExitCode {
    match work(Cli::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(trouble) => {
            eprintln!("\nxtask: {trouble}");
            ExitCode::FAILURE
        }
    }
}

/// Does what was asked; `false` when it was done and the answer is "not good" (a failed check).
fn work(cli: Cli) -> Result<bool> {
    let place = Place::find(cli.no_install)?;
    match cli.verb {
        Verb::Run { release, args } => app::run(&place, release, &args),
        Verb::Test(options) => check::run(&place, &options),
        Verb::Build => app::build(&place),
        Verb::Bench(options) => bench::run(&place, &options),
        Verb::Fuzz(options) => fuzz::run(&place, &options),
        Verb::Bundle { formats, check } => bundle::run(&place, &formats, check),
        Verb::Shots { only } => shots::run(&place, only.as_deref()),
        Verb::Torture(options) => torture::run(&place, &options),
        Verb::Bindings => app::bindings(&place),
        Verb::Fmt => app::fmt(&place),
        Verb::Icons => icons::run(&place),
    }
}
