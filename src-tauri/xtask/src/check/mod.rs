//! `cargo xtask test`: every check, cheap ones first, each with its time, then one line that
//! counts everything.

mod dependencies;
mod oracle;
mod rust;
mod tally;
mod vitest;
mod window;

use std::time::{Duration, Instant};

use crate::cli::{Part, TestOptions};
use crate::command::Call;
use crate::needs::{self, Purpose};
use crate::node;
use crate::place::Place;
use crate::trouble::Result;

use tally::Tally;

/// One check, or one tool's many.
struct Step {
    name: &'static str,
    part: Part,
    run: fn(&Place, &TestOptions) -> Result<Tally>,
}

/// In the order they run: what fails in a second comes before what takes minutes.
const STEPS: &[Step] = &[
    Step {
        name: "Rust is formatted (rustfmt)",
        part: Part::Lint,
        run: rust::formatted,
    },
    Step {
        name: "page: formats and lints",
        part: Part::Lint,
        run: page_lints,
    },
    Step {
        name: "page: types (svelte-check)",
        part: Part::Lint,
        run: page_types,
    },
    Step {
        name: "page: nothing unused (knip)",
        part: Part::Lint,
        run: page_unused,
    },
    Step {
        name: "window tests: formats and types",
        part: Part::Lint,
        run: window::lints,
    },
    Step {
        name: "page: unit tests (vitest)",
        part: Part::Ui,
        run: page_tests,
    },
    Step {
        name: "dependencies: licences and sources",
        part: Part::Lint,
        run: dependencies::allowed,
    },
    Step {
        name: "Rust lints (clippy)",
        part: Part::Lint,
        run: rust::lints,
    },
    Step {
        name: "Rust tests",
        part: Part::Rust,
        run: rust::tests,
    },
    Step {
        name: "the book under torture (short)",
        part: Part::Torture,
        run: rust::tortured,
    },
    Step {
        name: "the real window",
        part: Part::Window,
        run: window::tests,
    },
];

struct Done {
    name: &'static str,
    tally: Tally,
    took: Duration,
}

/// Runs the steps asked for; `true` when nothing failed.
pub(crate) fn run(place: &Place, options: &TestOptions) -> Result<bool> {
    let began = Instant::now();
    needs::ensure(place, Purpose::Build)?;
    // Everything after leans on the page: the shell embeds it, the window shows it.
    node::page(place)?;
    let mut done: Vec<Done> = Vec::new();
    for step in STEPS.iter().filter(|step| wanted(step, options)) {
        println!("\n── {}", step.name);
        let start = Instant::now();
        let tally = (step.run)(place, options).unwrap_or_else(|trouble| {
            println!("{trouble}");
            Tally::one(false)
        });
        let took = start.elapsed();
        println!(
            "── {} {} in {:.1} s",
            tally.mark(),
            tally,
            took.as_secs_f64()
        );
        let failed = tally.failed > 0;
        done.push(Done {
            name: step.name,
            tally,
            took,
        });
        if failed && options.fail_fast {
            break;
        }
    }
    Ok(summary(&done, began.elapsed()))
}

fn wanted(step: &Step, options: &TestOptions) -> bool {
    let parts = &options.only;
    if options.window.is_some() && parts.is_empty() {
        return step.part == Part::Window;
    }
    parts.is_empty() || parts.contains(&step.part)
}

/// Prints a line per step and the line that counts everything.
fn summary(done: &[Done], took: Duration) -> bool {
    println!("\n══ Summary, {:.0} s", took.as_secs_f64());
    let width = done
        .iter()
        .map(|step| step.name.chars().count())
        .max()
        .unwrap_or(0);
    let mut all = Tally::default();
    for step in done {
        let seconds = step.took.as_secs_f64();
        println!(
            "{} {:width$}  {:>7.1} s  {}",
            step.tally.mark(),
            step.name,
            seconds,
            step.tally
        );
        for what in &step.tally.failures {
            println!("    failed: {what}");
        }
        all.add(&step.tally);
    }
    if all.skipped > 0 {
        println!("{} skipped, each with its reason above", all.skipped);
    }
    println!("{} passed, {} failed", all.passed, all.failed);
    all.failed == 0
}

fn page_lints(place: &Place, _: &TestOptions) -> Result<Tally> {
    script(place, "ui", "lint")
}

fn page_types(place: &Place, _: &TestOptions) -> Result<Tally> {
    script(place, "ui", "check")
}

fn page_unused(place: &Place, _: &TestOptions) -> Result<Tally> {
    script(place, "ui", "deps")
}

fn page_tests(place: &Place, _: &TestOptions) -> Result<Tally> {
    vitest::run(place, "ui", node::npm(place, "ui"), &[])
}

/// One npm script of one of our folders, as one check.
fn script(place: &Place, folder: &str, name: &str) -> Result<Tally> {
    node::packages(place, folder)?;
    let call: Call = node::npm(place, folder).args(["run", "--silent", name]);
    Ok(Tally::one(call.status()?))
}
