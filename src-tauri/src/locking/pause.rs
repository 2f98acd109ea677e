//! The pause after a wrong passphrase. It is no wall (who has the folder tries without Sentier, at the price the
//! passphrase's own hashing asks): it keeps a hand at this keyboard from trying on.

use std::time::Duration;

/// Tries that cost nothing: fingers slip.
const FREE: u32 = 2;
/// The longest pause.
const MOST: Duration = Duration::from_secs(60);

/// What was tried, and until when nothing more is.
#[derive(Debug, Default)]
pub(crate) struct Pause {
    wrong: u32,
    until: Duration,
}

impl Pause {
    /// How long is still to be waited, by the steady clock.
    pub(crate) fn left(&self, steady: Duration) -> Duration {
        self.until.saturating_sub(steady)
    }

    /// One more was wrong: the pause after it.
    pub(crate) fn wrong(&mut self, steady: Duration) -> Duration {
        self.wrong += 1;
        let pause = match self.wrong.checked_sub(FREE) {
            None | Some(0) => Duration::ZERO,
            Some(more) => Duration::from_secs(1_u64 << more.min(6)).min(MOST),
        };
        self.until = steady + pause;
        pause
    }

    /// One was right.
    pub(crate) fn right(&mut self) {
        *self = Self::default();
    }
}

/// Whole seconds, and one more where a part is left, so that who waits as told has waited long enough.
pub(crate) fn seconds(pause: Duration) -> u32 {
    u32::try_from(pause.as_millis().div_ceil(1_000)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_grows_with_every_wrong_try_and_goes_with_the_right_one() {
        let mut pause = Pause::default();
        let grown: Vec<u64> = (0..10)
            .map(|_| pause.wrong(Duration::ZERO).as_secs())
            .collect();
        assert_eq!(grown, [0, 0, 2, 4, 8, 16, 32, 60, 60, 60]);
        assert_eq!(pause.left(Duration::from_secs(59)), Duration::from_secs(1));
        assert_eq!(pause.left(Duration::from_secs(61)), Duration::ZERO);
        pause.right();
        assert_eq!(pause.wrong(Duration::ZERO), Duration::ZERO);
    }

    #[test]
    fn a_part_of_a_second_is_a_second() {
        assert_eq!(seconds(Duration::ZERO), 0);
        assert_eq!(seconds(Duration::from_millis(1)), 1);
        assert_eq!(seconds(Duration::from_millis(2_000)), 2);
    }
}
