//! `cargo xtask fuzz`: hostile bytes at every door they come in by, for as long as one likes.

use std::fs;
use std::path::PathBuf;

use crate::cli::FuzzOptions;
use crate::command::Call;
use crate::place::Place;
use crate::trouble::{Result, Trouble, While};

/// The crate of the targets, a workspace of its own.
const CRATE: &str = "src-tauri/fuzz";
/// Each target, and the folder of `tests/fixtures` that seeds it too.
const TARGETS: [(&str, Option<&str>); 6] = [
    ("journal", None),
    ("archive", Some("archive")),
    ("ics", Some("ics")),
    ("vcf", Some("vcf")),
    ("csv", Some("csv")),
    ("arguments", None),
];
/// The version of cargo-fuzz these targets were run with.
const CARGO_FUZZ: &str = "0.13.1";
/// The most bytes of an input: what a longer one costs is measured by tests of its own.
const BYTES_MOST: usize = 64 << 10;
/// The longest one input may take, in seconds, and the most memory, in megabytes.
const SECONDS_MOST: usize = 10;
const MEGABYTES_MOST: usize = 2_048;

/// Runs the targets asked for, one after the other; `true` when none of them found anything.
pub(crate) fn run(place: &Place, options: &FuzzOptions) -> Result<bool> {
    let wanted =
        |name: &str| options.targets.is_empty() || options.targets.iter().any(|one| one == name);
    if let Some(strange) = options
        .targets
        .iter()
        .find(|one| TARGETS.iter().all(|(name, _)| name != one))
    {
        let names = TARGETS.map(|(name, _)| name).join(", ");
        return Err(Trouble::new(format!("there is no target '{strange}'"))
            .hint(format!("There are: {names}.")));
    }
    let cargo_fuzz = cargo_fuzz(place)?;
    let mut found = Vec::new();
    for (name, fixtures) in TARGETS.iter().filter(|(name, _)| wanted(name)) {
        println!("\n── {name}, {} min", options.minutes);
        if !target(place, options, &cargo_fuzz, name, *fixtures)? {
            found.push(*name);
        }
    }
    if found.is_empty() {
        println!("\nNothing was found.");
    } else {
        println!(
            "\nFound something: {}. The inputs are in {}.",
            found.join(", "),
            place.target("fuzz/found").display()
        );
    }
    Ok(found.is_empty())
}

fn target(
    place: &Place,
    options: &FuzzOptions,
    cargo_fuzz: &PathBuf,
    name: &str,
    fixtures: Option<&str>,
) -> Result<bool> {
    let corpus = place.target(&format!("fuzz/corpus/{name}"));
    let found = place.target(&format!("fuzz/found/{name}"));
    for folder in [&corpus, &found] {
        fs::create_dir_all(folder).while_(format!("make {}", folder.display()))?;
    }
    let fuzz = place.at(CRATE);
    let mut call = Call::new(place, cargo_fuzz)
        .folder(&fuzz)
        // The stable compiler has what libFuzzer needs, behind this name.
        .env("RUSTC_BOOTSTRAP", "1")
        .args(["fuzz", "run", "--sanitizer", "none", "--fuzz-dir", "."])
        .args([
            "--target-dir".as_ref(),
            place.target("fuzz/build").as_os_str(),
        ])
        .args([name])
        .args([&corpus, &fuzz.join("seeds").join(name)]);
    if let Some(folder) = fixtures {
        call = call.args([place.at("tests/fixtures").join(folder)]);
    }
    call = call.args([
        "--".to_owned(),
        format!("-max_total_time={}", options.minutes * 60),
        format!("-max_len={BYTES_MOST}"),
        format!("-timeout={SECONDS_MOST}"),
        format!("-rss_limit_mb={MEGABYTES_MOST}"),
        format!("-artifact_prefix={}/", found.display()),
        "-print_final_stats=1".to_owned(),
    ]);
    let words = fuzz.join("dictionaries").join(format!("{name}.dict"));
    if words.is_file() {
        call = call.args([format!("-dict={}", words.display())]);
    }
    // Books are made by the thousand: in memory where the system has such a folder.
    if let Some(memory) = Some("/dev/shm").filter(|folder| fs::metadata(folder).is_ok()) {
        call = call.env("TMPDIR", memory);
    }
    call.status()
}

/// cargo-fuzz of the version wanted, installed into the workshop's own folder when it is not there.
fn cargo_fuzz(place: &Place) -> Result<PathBuf> {
    let root = place.kept(&format!("cargo-fuzz-{CARGO_FUZZ}"));
    let program = root
        .join("bin")
        .join(format!("cargo-fuzz{}", std::env::consts::EXE_SUFFIX));
    if !program.is_file() {
        if place.no_install {
            return Err(Trouble::new("cargo-fuzz is not there")
                .hint("Run it again without --no-install, and it is built into target/xtask."));
        }
        println!(
            "cargo-fuzz {CARGO_FUZZ} is built into {}: it runs the targets.",
            root.display()
        );
        Call::cargo(place)
            .args([
                "install",
                "cargo-fuzz",
                "--locked",
                "--version",
                CARGO_FUZZ,
                "--root",
            ])
            .args([&root])
            .run()?;
    }
    Ok(program)
}
