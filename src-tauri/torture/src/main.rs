//! The book under torture: kills, power cuts, damage, full and failing disks, books of earlier
//! versions. `cargo xtask torture` builds this and runs it; `docs/TORTURE.md` says what it shows.
//!
//! | word | meaning |
//! |---|---|
//! | worker | a process of its own that works on a book through the app's workflows, and says what is done |
//! | act | one intent of a person: a workflow, or a few that go together |
//! | [`Ledger`](ledger::Ledger) | every record that was acknowledged, by its key, with the hash of what it says |
//! | life | one book from its making to its end, through many deaths |
//! | shim | what stands between a worker and its disk (Linux): it writes down, or it says no |
//!
//! A worker says what every record is when it has opened the book, and after each act what changed,
//! in one write to a pipe: that is the acknowledgement. Whatever differs later from the ledger must
//! have been touched by a write behind the last acknowledged one; anything else is a loss.
//!
//! In the locked form every book is locked, and after each death nothing of it may be read without its
//! key (`needle.rs`).
//!
//! To add an act: a function in `work/acts/` and a line in its table. To add a kind of torture: a
//! file that gives a [`Count`](table::Count), and a line in `run.rs`.

#![cfg_attr(test, allow(clippy::expect_used, clippy::panic))] // a test that cannot be set up has failed

mod books;
mod child;
mod damage;
mod dice;
mod faults;
mod heard;
mod kills;
mod ledger;
mod needle;
mod old;
mod power;
mod run;
mod shim;
mod table;
mod work;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "torture")]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Tortures books, and prints one table
    Run(run::Options),
    /// Works on a book and says what is done (what the others kill)
    Work(work::Options),
}

fn main() -> ExitCode {
    match Cli::parse().verb {
        Verb::Run(options) => run::run(&options),
        Verb::Work(options) => work::work(&options),
    }
}
