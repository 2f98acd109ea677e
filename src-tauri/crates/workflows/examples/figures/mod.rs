//! What every bench here says its figures with.

#![allow(dead_code)] // each bench has use for some of it

use std::time::Instant;

/// Milliseconds since `begin`.
pub(crate) fn millis(begin: Instant) -> f64 {
    begin.elapsed().as_secs_f64() * 1e3
}

/// The value at a rank, 0.5 for the median.
pub(crate) fn at(values: &mut [f64], rank: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = values.len().saturating_sub(1) as f64 * rank;
    values.get(at.round() as usize).copied().unwrap_or_default()
}

/// No figure is meant to be so many times its baseline.
const IN_UNITS: f64 = 100.0;

/// A figure as `cargo xtask bench` reads it: one JSON object, one line.
pub(crate) fn say(
    figure: &str,
    value: f64,
    unit: &str,
    baseline: Option<(&str, f64)>,
    goal: Option<f64>,
) {
    // A goal is so many times a baseline; what is long in itself has one in its own unit beside it.
    let name = if goal.is_some_and(|goal| goal >= IN_UNITS) {
        "most"
    } else {
        "goal"
    };
    line(figure, value, unit, baseline, goal.map(|goal| (name, goal)));
}

/// The same, with the most it may be in its own unit, whatever its baseline.
pub(crate) fn say_within(
    figure: &str,
    value: f64,
    unit: &str,
    baseline: Option<(&str, f64)>,
    most: Option<f64>,
) {
    line(
        figure,
        value,
        unit,
        baseline,
        most.map(|most| ("most", most)),
    );
}

fn line(
    figure: &str,
    value: f64,
    unit: &str,
    baseline: Option<(&str, f64)>,
    bound: Option<(&str, f64)>,
) {
    let baseline = baseline
        .map(|(name, value)| format!(", \"baseline\": \"{name}\", \"baseline_value\": {value:.4}"))
        .unwrap_or_default();
    let bound = bound
        .map(|(name, bound)| format!(", \"{name}\": {bound}"))
        .unwrap_or_default();
    println!(
        "{{\"figure\": \"{figure}\", \"value\": {value:.4}, \"unit\": \"{unit}\"{baseline}{bound}}}"
    );
}

/// Memory of this process in megabytes, from Linux's own count; 0 elsewhere. `VmRSS:` is what it holds now, `VmHWM:` the
/// most it held.
pub(crate) fn memory(which: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status
        .lines()
        .find(|line| line.starts_with(which))
        .unwrap_or_default();
    line.split_ascii_whitespace()
        .nth(1)
        .and_then(|kilobytes| kilobytes.parse::<f64>().ok())
        .unwrap_or_default()
        / 1024.0
}
