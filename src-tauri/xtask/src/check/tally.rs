//! Counting what passed and what did not.

use std::fmt;

/// How many checks of a step passed, failed, or were left out.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) passed: usize,
    pub(super) failed: usize,
    pub(super) skipped: usize,
    /// The names of those that failed, where the tool told.
    pub(super) failures: Vec<String>,
}

impl Tally {
    /// A step that is a single check.
    pub(super) fn one(good: bool) -> Self {
        Self {
            passed: usize::from(good),
            failed: usize::from(!good),
            ..Self::default()
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.failures.extend(other.failures.iter().cloned());
    }

    /// A tool that ended badly without naming a failed test (it did not compile, it crashed)
    /// still counts as one failure, and one that ran nothing is not a success.
    pub(super) fn ended(mut self, well: bool) -> Self {
        if !well && self.failed == 0 {
            self.failed = 1;
        }
        if well && self.passed == 0 {
            self.failed += 1;
            self.failures.push("no test ran at all".to_owned());
        }
        self
    }

    /// Reads one line of what `cargo test` prints.
    pub(super) fn read_cargo_line(&mut self, line: &str) {
        let line = line.trim();
        if let Some(counts) = line.strip_prefix("test result: ") {
            for part in counts.split(['.', ';']) {
                let mut words = part.split_whitespace();
                let (Some(number), Some(what)) = (words.next(), words.next()) else {
                    continue;
                };
                let Ok(number) = number.parse::<usize>() else {
                    continue;
                };
                match what {
                    "passed" => self.passed += number,
                    "failed" => self.failed += number,
                    "ignored" => self.skipped += number,
                    _ => {}
                }
            }
        } else if let Some(name) = line
            .strip_prefix("test ")
            .and_then(|l| l.strip_suffix(" ... FAILED"))
        {
            self.failures.push(name.to_owned());
        }
    }

    pub(super) fn mark(&self) -> char {
        if self.failed > 0 {
            '✗'
        } else if self.passed == 0 {
            '–'
        } else {
            '✓'
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(f, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn the_lines_of_cargo_test_add_up() {
        let mut tally = Tally::default();
        for line in [
            "running 3 tests",
            "test one ... ok",
            "test two::deep ... FAILED",
            "test result: FAILED. 1 passed; 1 failed; 1 ignored; 0 measured; 4 filtered out; finished in 0.00s",
            "test result: ok. 7 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s",
        ] {
            tally.read_cargo_line(line);
        }
        assert_eq!(
            (tally.passed, tally.failed, tally.skipped),
            (8, 1, 1),
            "both binaries count"
        );
        assert_eq!(tally.failures, ["two::deep"], "the failed test is named");
    }

    #[test]
    fn a_tool_that_crashes_or_runs_nothing_is_a_failure() {
        assert_eq!(
            Tally::default().ended(false).failed,
            1,
            "it did not compile"
        );
        assert_eq!(
            Tally::default().ended(true).failed,
            1,
            "nothing ran, so nothing was proved"
        );
        assert_eq!(
            Tally::one(true).ended(true).failed,
            0,
            "one good check is good"
        );
    }
}
