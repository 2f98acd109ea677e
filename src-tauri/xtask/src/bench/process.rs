//! What a process and everything below it takes.

use std::fs;

/// A process and all its descendants, by id.
pub(super) fn tree(root: u32) -> Vec<u32> {
    let mut found = vec![root];
    let mut next = 0;
    while let Some(id) = found.get(next).copied() {
        next += 1;
        let Ok(threads) = fs::read_dir(format!("/proc/{id}/task")) else {
            continue;
        };
        for thread in threads.flatten() {
            let children = fs::read_to_string(thread.path().join("children")).unwrap_or_default();
            found.extend(
                children
                    .split_whitespace()
                    .filter_map(|child| child.parse::<u32>().ok()),
            );
        }
    }
    found
}

/// Proportional set size of a whole tree, in megabytes (10⁶ bytes): shared pages count once, divided
/// among those who share them.
pub(super) fn memory(root: u32) -> f64 {
    let kib: u64 = tree(root)
        .into_iter()
        .filter_map(|id| fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok())
        .filter_map(|text| {
            let line = text
                .lines()
                .find(|line| line.starts_with("Pss:"))?
                .to_owned();
            line.split_whitespace().nth(1)?.parse::<u64>().ok()
        })
        .sum();
    (kib * 1024) as f64 / 1e6
}
