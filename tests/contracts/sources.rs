//! Reading our own checkout: what cargo knows of it, and its Rust files.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use serde_json::Value;

/// The checkout's root.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What `cargo metadata` says of the workspace and of everything below it; asked once.
pub(crate) fn metadata() -> &'static Value {
    static METADATA: LazyLock<Value> = LazyLock::new(ask);
    &METADATA
}

fn ask() -> Value {
    let output = Command::new(env!("CARGO"))
        // Not offline: the crates of other systems are in the lock file too, and a fresh machine has not met them.
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(root())
        .output()
        .expect("cargo is there: it compiled this test");
    assert!(
        output.status.success(),
        "cargo metadata answers: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).expect("cargo metadata prints JSON")
}

/// A package of ours, as its manifest has it.
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) folder: PathBuf,
    /// Name, and whether it only serves tests.
    pub(crate) dependencies: Vec<(String, bool)>,
}

/// The packages of the workspace.
pub(crate) fn packages(metadata: &Value) -> Vec<Package> {
    let ours = metadata["workspace_members"]
        .as_array()
        .expect("a workspace has members");
    metadata["packages"]
        .as_array()
        .expect("a workspace has packages")
        .iter()
        .filter(|package| ours.contains(&package["id"]))
        .map(|package| Package {
            name: text(&package["name"]),
            folder: Path::new(&text(&package["manifest_path"]))
                .parent()
                .expect("a manifest lies in a folder")
                .to_path_buf(),
            dependencies: package["dependencies"]
                .as_array()
                .expect("a package has a list of dependencies")
                .iter()
                .map(|dependency| (text(&dependency["name"]), dependency["kind"] == "dev"))
                .collect(),
        })
        .collect()
}

/// Every Rust file below `folder`, build results aside.
pub(crate) fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).expect("a folder of the checkout can be read");
    for path in entries.map(|entry| entry.expect("an entry can be read").path()) {
        if path.is_dir() {
            if !["target", "node_modules", "dist"]
                .iter()
                .any(|name| path.ends_with(name))
            {
                found.extend(rust_files(&path));
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
