//! Figures as `cargo xtask bench` reads them, a JSON object a line.

use std::fs;
use std::path::Path;
use std::time::Duration;

/// Says a figure beside the same one of another store.
pub fn say(figure: &str, unit: &str, ours: f64, other: (&str, f64)) {
    let (name, value) = other;
    println!(
        "{{\"figure\": \"{figure}\", \"value\": {ours:.4}, \"unit\": \"{unit}\", \"baseline\": \"{name}\", \"baseline_value\": {value:.4}}}"
    );
}

pub fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The value below which that many in a hundred lie, in milliseconds.
pub fn at(times: &mut [Duration], percent: usize) -> f64 {
    times.sort_unstable();
    ms(times[(times.len() * percent / 100).min(times.len() - 1)])
}

/// Bytes of everything under a folder, in MB.
pub fn size(path: &Path) -> f64 {
    fn whole(path: &Path) -> u64 {
        match fs::read_dir(path) {
            Ok(entries) => entries.flatten().map(|entry| whole(&entry.path())).sum(),
            Err(_) => fs::metadata(path).map_or(0, |meta| meta.len()),
        }
    }
    whole(path) as f64 / 1e6
}

/// Memory of this process in MB; 0 where the system does not say. `VmRSS` is what it holds now, `VmHWM` the most it held.
pub fn memory(which: &str) -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(which));
    let kb = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
    kb.unwrap_or(0.0) / 1e3
}
