//! When a sealed book that is open locks itself: nobody was there for a while, or the machine slept. Pure; the clocks
//! are given.

use std::time::Duration;

use domain::Locking;
use workflows::Pulse;

/// Sleep that is shorter is the noise of two clocks.
const ASLEEP: Duration = Duration::from_secs(20);
/// Where the steady clock goes on during sleep, a look that comes this late says the same.
const LATE: Duration = Duration::from_secs(60);

/// Why it locks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// Nobody was there.
    Idle,
    /// The machine slept.
    Slept,
}

/// What was seen of the person and of the machine.
#[derive(Debug)]
pub(crate) struct Watch {
    /// The last gesture.
    stirred: Pulse,
    /// The last look.
    looked: Pulse,
}

impl Watch {
    /// Somebody has just come in.
    pub(crate) fn begin(now: Pulse) -> Self {
        Self {
            stirred: now,
            looked: now,
        }
    }

    /// Somebody is there. A gesture after the time was up comes too late: it does not undo what [`Watch::look`] would
    /// have said just before.
    pub(crate) fn stir(&mut self, now: Pulse, rules: Locking) -> Option<Why> {
        let late = self.look(now, rules);
        if late.is_none() {
            self.stirred = now;
        }
        late
    }

    /// Whether it is time.
    pub(crate) fn look(&mut self, now: Pulse, rules: Locking) -> Option<Why> {
        let slept = now.slept_since(self.looked) > ASLEEP
            || (cfg!(windows) && now.steady.saturating_sub(self.looked.steady) > LATE);
        self.looked = now;
        if slept && rules.on_sleep {
            return Some(Why::Slept);
        }
        let minutes = rules.idle?;
        let most = Duration::from_secs(u64::from(minutes) * 60);
        (now.since(self.stirred) >= most).then_some(Why::Idle)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(wall: u64, steady: u64) -> Pulse {
        Pulse {
            wall: chrono::DateTime::UNIX_EPOCH + Duration::from_secs(wall),
            steady: Duration::from_secs(steady),
        }
    }

    const RULES: Locking = Locking {
        idle: Some(5),
        on_sleep: true,
        keep: false,
    };

    #[test]
    fn nobody_there_for_the_minutes_chosen_locks_and_a_gesture_begins_them_anew() {
        let mut watch = Watch::begin(at(0, 0));
        assert_eq!(watch.look(at(299, 299), RULES), None);
        assert_eq!(watch.stir(at(299, 299), RULES), None);
        assert_eq!(watch.look(at(598, 598), RULES), None);
        assert_eq!(watch.look(at(599, 599), RULES), Some(Why::Idle));
    }

    #[test]
    fn a_gesture_that_comes_too_late_is_no_gesture() {
        let mut watch = Watch::begin(at(0, 0));
        assert_eq!(watch.stir(at(300, 300), RULES), Some(Why::Idle));
        assert_eq!(watch.look(at(301, 301), RULES), Some(Why::Idle));
    }

    #[test]
    fn a_machine_that_slept_locks_at_the_first_look_after_it() {
        let mut watch = Watch::begin(at(0, 0));
        assert_eq!(watch.look(at(60, 59), RULES), None);
        assert_eq!(watch.look(at(120, 61), RULES), Some(Why::Slept));
    }

    #[test]
    fn where_sleep_does_not_lock_it_still_counts_as_time_with_nobody_there() {
        let awake = Locking {
            on_sleep: false,
            ..RULES
        };
        let mut watch = Watch::begin(at(0, 0));
        assert_eq!(watch.look(at(120, 2), awake), None);
        assert_eq!(watch.look(at(900, 4), awake), Some(Why::Idle));
    }

    #[test]
    fn a_clock_set_back_neither_locks_nor_keeps_open() {
        let mut watch = Watch::begin(at(10_000, 0));
        assert_eq!(watch.look(at(0, 10), RULES), None);
        assert_eq!(watch.look(at(20, 300), RULES), Some(Why::Idle));
    }

    #[test]
    fn never_is_never() {
        let never = Locking {
            idle: None,
            on_sleep: false,
            keep: false,
        };
        let mut watch = Watch::begin(at(0, 0));
        assert_eq!(watch.look(at(1_000_000, 1_000_000), never), None);
    }
}
