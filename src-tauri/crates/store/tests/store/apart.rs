//! Tests on a disk of their own: a small one, or one that takes no writes.
//!
//! The test runs itself again where only it sees the disk (a mount namespace, which needs no rights on most machines).
//! Where the system allows none, it says so and looks at nothing.

use std::path::{Path, PathBuf};
use std::process::Command;

const FOLDER: &str = "SENTIER_TEST_DISK";

/// The folder of the disk, in the copy of the test that has it; `None` in the one that was started, which is done.
pub(crate) fn disk(test: &str, megabytes: u32) -> Option<PathBuf> {
    if let Some(folder) = std::env::var_os(FOLDER) {
        return Some(folder.into());
    }
    if !cfg!(target_os = "linux") || !allowed() {
        eprintln!("{test}: no disk of its own can be had here");
        return None;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let run = format!(
        "mount -t tmpfs -o size={megabytes}m tmpfs \"$0\" && exec \"$1\" {test} --exact --nocapture --test-threads=1"
    );
    let ended = Command::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c", &run])
        .arg(folder.path())
        .arg(std::env::current_exe().expect("this test"))
        .env(FOLDER, folder.path())
        .output()
        .expect("it runs");
    // Said by this test, and not beside it: whoever counts results counts it once.
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    println!("{}{}", said(&ended.stdout), said(&ended.stderr));
    assert!(ended.status.success(), "on a disk of its own");
    None
}

fn allowed() -> bool {
    let tried = Command::new("unshare")
        .args(["--map-root-user", "--mount", "true"])
        .output();
    tried.is_ok_and(|output| output.status.success())
}

/// From here on the disk takes no writes.
pub(crate) fn only_read(folder: &Path) {
    let mounted = Command::new("mount")
        .args(["-o", "remount,ro"])
        .arg(folder)
        .status();
    assert!(mounted.expect("mount runs").success(), "remounted");
}

/// Fills the disk but for `left` bytes; what it gives back makes room again when it is removed.
pub(crate) fn fill(folder: &Path, left: u64) -> PathBuf {
    use std::io::Write;
    let path = folder.join("full");
    let mut file = std::fs::File::create(&path).expect("a file");
    for size in [1 << 20, 1 << 12, 1] {
        while file.write_all(&vec![1; size]).is_ok() {}
    }
    let length = file.metadata().expect("its length").len();
    file.set_len(length.saturating_sub(left)).expect("cut");
    path
}
