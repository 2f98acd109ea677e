//! What was done and what came of it, as one table.

use std::time::Duration;

use crate::run::Plan;

/// What one kind of torture came to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Count {
    /// What it is, in a few words.
    pub(crate) name: String,
    /// How many times it was done.
    pub(crate) times: u64,
    /// How many acknowledged writes stood behind it.
    pub(crate) acked: u64,
    /// What is worth knowing besides, a few words.
    pub(crate) notes: Vec<String>,
    /// Each loss, refusal or untold damage, with what is needed to see it again.
    pub(crate) failures: Vec<String>,
    /// Why it was not done here.
    pub(crate) skipped: Option<String>,
    pub(crate) took: Duration,
}

impl Count {
    pub(crate) fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            ..Self::default()
        }
    }

    pub(crate) fn skipped(name: &str, why: &str) -> Self {
        Self {
            skipped: Some(why.to_owned()),
            ..Self::named(name)
        }
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.times += other.times;
        self.acked += other.acked;
        self.failures.extend(other.failures);
    }
}

/// Prints the table; `true` when nothing was lost.
pub(crate) fn print(plan: &Plan, counts: &[Count]) -> bool {
    println!("\n| torture | times | acknowledged writes | failures | took | |");
    println!("|---|---:|---:|---:|---:|---|");
    for count in counts {
        let notes = match &count.skipped {
            Some(why) => format!("skipped: {why}"),
            None => count.notes.join("; "),
        };
        println!(
            "| {} | {} | {} | {} | {:.0} s | {notes} |",
            count.name,
            count.times,
            count.acked,
            count.failures.len(),
            count.took.as_secs_f64()
        );
    }
    let failures: Vec<&String> = counts.iter().flat_map(|count| &count.failures).collect();
    let skipped = counts
        .iter()
        .filter(|count| count.skipped.is_some())
        .count();
    for failure in &failures {
        println!("\ntest {failure} ... FAILED");
    }
    let seed = plan.seed;
    let form = if plan.locked { " --locked" } else { "" };
    println!("\nseed {seed}; the same again: cargo xtask torture{form} --seed {seed}");
    let times: u64 = counts.iter().map(|count| count.times).sum();
    let failed = failures.len() as u64;
    let (word, passed) = match failed {
        0 => ("ok", times),
        failed => ("FAILED", times.saturating_sub(failed)),
    };
    // As cargo says it, so that whoever counts tests counts these.
    println!("test result: {word}. {passed} passed; {failed} failed; {skipped} ignored");
    failures.is_empty()
}
