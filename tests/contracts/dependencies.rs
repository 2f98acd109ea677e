//! Every dependency earns its line, and may be used the way we use it.

use std::collections::BTreeSet;
use std::fs;

use crate::sources::{Package, metadata, packages, rust_files, text};

/// Licences that let the app be given away under MIT or Apache-2.0. MPL-2.0 asks for the changes
/// of its own files only, and we change none. `deny.toml` holds the same list.
const LICENCES: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

#[test]
fn every_dependency_is_used_by_the_crate_that_names_it() {
    let metadata = metadata();
    let packages = packages(metadata);
    let mut idle = Vec::new();
    for package in &packages {
        let sources = sources(package);
        for (name, _) in &package.dependencies {
            let ident = name.replace('-', "_");
            let used = sources.iter().any(|source| mentions(source, &ident));
            if !used {
                idle.push(format!("{}: {name}", package.name));
            }
        }
    }
    assert!(
        idle.is_empty(),
        "named in a Cargo.toml and used nowhere: {idle:#?}"
    );
}

#[test]
fn every_shared_version_is_taken_by_someone() {
    let manifest =
        fs::read_to_string(crate::sources::root().join("Cargo.toml")).expect("a manifest");
    let table = manifest
        .split("[workspace.dependencies]")
        .nth(1)
        .and_then(|rest| rest.split("\n[").next())
        .expect("the workspace shares its versions");
    let shared = table
        .lines()
        .filter_map(|line| line.split_once(" = ").map(|(name, _)| name.trim()))
        .filter(|name| !name.is_empty() && !name.starts_with('#'));
    let packages = packages(metadata());
    let taken: BTreeSet<&str> = packages
        .iter()
        .flat_map(|package| package.dependencies.iter().map(|(name, _)| name.as_str()))
        .collect();
    let idle: Vec<&str> = shared.filter(|name| !taken.contains(name)).collect();
    assert!(idle.is_empty(), "shared versions nobody takes: {idle:?}");
}

#[test]
fn every_crate_below_us_has_a_licence_we_may_live_with() {
    let metadata = metadata();
    let strange: Vec<String> = metadata["packages"]
        .as_array()
        .expect("a workspace has packages")
        .iter()
        .filter(|package| !allowed(&text(&package["license"])))
        .map(|package| format!("{} ({})", text(&package["name"]), text(&package["license"])))
        .collect();
    assert!(
        strange.is_empty(),
        "licences that are not on the list: {strange:#?}"
    );
}

#[test]
fn a_licence_is_allowed_when_one_choice_of_it_is_whole() {
    assert!(allowed("MIT OR GPL-3.0"), "the user chooses");
    assert!(allowed("MIT/Apache-2.0"), "the old spelling of a choice");
    assert!(
        allowed("(MIT OR Apache-2.0) AND Unicode-3.0"),
        "both sides are on the list"
    );
    assert!(!allowed("MIT AND GPL-3.0"), "both bind");
    assert!(
        !allowed("(MIT OR Apache-2.0) AND GPL-3.0"),
        "the second side binds whatever one chooses"
    );
    assert!(!allowed(""), "no licence is no permission");
}

/// An SPDX expression, as far as crates write them: choices (`OR`, `/`) of things that all bind
/// (`AND`), with at most one level of brackets.
fn allowed(expression: &str) -> bool {
    let mut flat = expression.to_owned();
    while let Some((open, close)) = flat
        .find('(')
        .and_then(|open| flat[open..].find(')').map(|length| (open, open + length)))
    {
        let verdict = if allowed(&flat[open + 1..close]) {
            "MIT"
        } else {
            "refused"
        };
        flat.replace_range(open..=close, verdict);
    }
    flat.replace('/', " OR ").split(" OR ").any(|choice| {
        choice
            .split(" AND ")
            .all(|licence| LICENCES.contains(&licence.trim()))
    })
}

/// Every Rust file a package compiles. The root package's folder is the whole checkout, so it is
/// told its own parts.
fn sources(package: &Package) -> Vec<String> {
    let folders = if package.name == "sentier" {
        ["src-tauri/src", "src-tauri/examples", "tests"]
            .iter()
            .map(|inside| package.folder.join(inside))
            .filter(|folder| folder.is_dir())
            .collect()
    } else {
        vec![package.folder.clone()]
    };
    let mut files: Vec<_> = folders
        .iter()
        .flat_map(|folder| rust_files(folder))
        .collect();
    if package.name == "sentier" {
        files.push(package.folder.join("src-tauri/build.rs"));
    }
    files
        .iter()
        .map(|file| fs::read_to_string(file).expect("a source is text"))
        .collect()
}

/// Whether a source names a crate: as a path (`name::`), in a `use`, or as an attribute's crate.
fn mentions(source: &str, ident: &str) -> bool {
    source
        .lines()
        .map(str::trim_start)
        .filter(|line| !line.starts_with("//"))
        .any(|line| {
            line.match_indices(ident).any(|(at, _)| {
                let before = line[..at].chars().next_back();
                let after = &line[at + ident.len()..];
                let starts = !before.is_some_and(|c| c.is_alphanumeric() || c == '_');
                starts
                    && (after.starts_with("::")
                        || (line.starts_with("use ") || line.starts_with("pub use "))
                            && after.starts_with([';', ' ', '}', ',']))
            })
        })
}
