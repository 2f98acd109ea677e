//! What a person can ask for, in the words of `--help`.

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Sentier's workshop: set up, run, check, measure and package the app.
///
/// On a fresh machine with Rust and Node, `cargo xtask run` opens the app and
/// `cargo xtask test` runs every check. Both install the system packages they miss
/// (on Debian and Ubuntu; elsewhere they name them), and skip what has not changed.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", max_term_width = 100)]
pub(crate) struct Cli {
    /// Name missing system packages instead of installing them
    #[arg(long, global = true, env = "SENTIER_NO_INSTALL")]
    pub(crate) no_install: bool,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Build the page and the app, and open it (a debug build: quick to make)
    ///
    /// What follows `--` goes to the app: `cargo xtask run -- --data-dir /tmp/try`.
    Run {
        /// The optimised build, as it is shipped: slower to make, quicker to use
        #[arg(long)]
        release: bool,
        /// Passed to the app as they are
        #[arg(last = true)]
        args: Vec<String>,
    },
    /// Run every check: formats, lints, types, unit tests, contracts, and the real window
    ///
    /// Cheap checks come first. The window is driven on a screen of its own (Xvfb), so
    /// nothing moves on yours. The last line counts everything: "N passed, N failed".
    Test(TestOptions),
    /// Make the release binary, with the page inside it: target/release/sentier
    Build,
    /// Measure start, memory, store, reading and what the page shows, each beside its baseline of the same run
    Bench(BenchOptions),
    /// Kill, cut the power, damage files and fill the disk under the book; exit 1 on any loss
    ///
    /// Without --minutes it does as much as docs/TORTURE.md asks for (about twenty minutes on two
    /// cores). Power cuts and failing disks are played on Linux only; elsewhere they are skipped,
    /// and the table says so.
    Torture(TortureOptions),
    /// Give every door hostile bytes with libFuzzer, each for some minutes
    ///
    /// `cargo xtask test` has the short form. What is found lies in target/fuzz/found; docs/FUZZING.md says what was
    /// run, and what it found.
    Fuzz(FuzzOptions),
    /// Make the installer of this system (a .deb on Linux)
    Bundle {
        /// Other formats than this system's usual ones: rpm, appimage, nsis, msi, dmg
        #[arg(long, value_delimiter = ',')]
        formats: Vec<String>,
        /// Also install the .deb aside, validate its desktop entry and launch from it
        #[arg(long)]
        check: bool,
    },
    /// Photograph every view in both themes and both languages into docs/shots/
    Shots {
        /// Only the pictures whose name contains this ("week", "fr-dark")
        #[arg(long)]
        only: Option<String>,
    },
    /// Write the TypeScript the window speaks: ui/src/ipc/bindings.gen.ts
    Bindings,
    /// Format Rust, TypeScript, Svelte and styles
    Fmt,
    /// Draw every icon file from src-tauri/icons/*.svg
    Icons,
}

#[derive(Args)]
pub(crate) struct TestOptions {
    /// Only these parts; may be given several times
    #[arg(long, value_enum, value_delimiter = ',')]
    pub(crate) only: Vec<Part>,
    /// Stop at the first step that fails
    #[arg(long)]
    pub(crate) fail_fast: bool,
    /// The long forms too: 200 kills instead of 20, more property cases
    #[arg(long)]
    pub(crate) long: bool,
    /// Only the window test files whose name contains this
    #[arg(long, value_name = "TEXT")]
    pub(crate) window: Option<String>,
}

/// A part of the checks one may want alone.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Formats, lints, types, unused things
    Lint,
    /// Every crate's tests, the journeys and the contracts
    Rust,
    /// The page's own tests
    Ui,
    /// Kills, power cuts, damage and full disks, in their short form
    Torture,
    /// The real window
    Window,
}

#[derive(Args)]
pub(crate) struct TortureOptions {
    /// About how long, in minutes
    #[arg(long)]
    pub(crate) minutes: Option<u64>,
    /// What all throws hang on: the same seed tortures the same way
    #[arg(long)]
    pub(crate) seed: Option<u64>,
    /// Only these parts: kills, power, damage, faults, old
    #[arg(long, value_delimiter = ',')]
    pub(crate) only: Vec<String>,
    /// Some dozens of each, in about a minute
    #[arg(long)]
    pub(crate) short: bool,
    /// Every book locked: nothing is lost, and nothing of it can be read without its key
    #[arg(long)]
    pub(crate) locked: bool,
}

#[derive(Args)]
pub(crate) struct FuzzOptions {
    /// How long each is run
    #[arg(long, default_value_t = 5)]
    pub(crate) minutes: usize,
    /// Only these: journal, archive, ics, vcf, csv, arguments
    pub(crate) targets: Vec<String>,
}

#[derive(Args)]
pub(crate) struct BenchOptions {
    /// Only the figures whose name contains this ("core", "people", "search", "path", "air", "store", "scale", "read", "page", "start")
    #[arg(long)]
    pub(crate) only: Option<String>,
    /// How many times each start is measured; the median counts
    #[arg(long, default_value_t = 5)]
    pub(crate) rounds: usize,
    /// How many touchpoints of history, largest last
    #[arg(long, value_delimiter = ',', default_values_t = [0, 10_000, 100_000])]
    pub(crate) sizes: Vec<usize>,
    /// Write the table into docs/BENCHMARKS.md
    #[arg(long)]
    pub(crate) write: bool,
}
