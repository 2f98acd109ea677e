//! The one place where the time is read and the dice are thrown.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use domain::{Id, Noun};

/// Where "now" comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The machine's.
    System,
    /// Stopped, for tests, screenshots and `--now`.
    Fixed(DateTime<Utc>),
}

impl Clock {
    /// The instant, UTC.
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::System => Utc::now(),
            Self::Fixed(at) => at,
        }
    }

    /// Two clocks at one glance, for whoever has to know how long nobody was there. The steady one goes on where now
    /// stands still.
    pub fn pulse(self) -> Pulse {
        static BEGUN: OnceLock<Instant> = OnceLock::new();
        Pulse {
            wall: self.now(),
            steady: BEGUN.get_or_init(Instant::now).elapsed(),
        }
    }

    /// Whether it stands still.
    pub fn is_fixed(self) -> bool {
        matches!(self, Self::Fixed(_))
    }

    /// A new id; later ids sort later, whatever the clock does within a millisecond.
    pub fn new_id<N: Noun>(self) -> Id<N> {
        let millis = u64::try_from(self.now().timestamp_millis()).unwrap_or_default();
        Id::from_parts(millis, dice())
    }
}

/// Two clocks at one glance. The wall's goes on while the machine sleeps, and can be set; the steady one cannot be set,
/// and stands still meanwhile (on Linux and macOS; on Windows it goes on).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pulse {
    /// The instant, UTC.
    pub wall: DateTime<Utc>,
    /// Since this program began to count.
    pub steady: Duration,
}

impl Pulse {
    /// How long ago `before` was: by the clock that says more, so that neither sleep nor a clock set back shortens it.
    pub fn since(self, before: Self) -> Duration {
        self.steady
            .saturating_sub(before.steady)
            .max(self.by_wall(before))
    }

    /// How much longer the wall's clock says it was than the steady one: the sleep between the two.
    pub fn slept_since(self, before: Self) -> Duration {
        self.by_wall(before)
            .saturating_sub(self.steady.saturating_sub(before.steady))
    }

    fn by_wall(self, before: Self) -> Duration {
        (self.wall - before.wall).to_std().unwrap_or_default()
    }
}

/// `N` random bytes from the system's generator (at most 32).
pub(crate) fn dice<const N: usize>() -> [u8; N] {
    let (a, b) = (
        uuid::Uuid::new_v4().into_bytes(),
        uuid::Uuid::new_v4().into_bytes(),
    );
    // Bytes 6 and 8 of a v4 carry its version and variant: they are not random, so they are left out.
    let random = |bytes: [u8; 16]| {
        bytes
            .into_iter()
            .enumerate()
            .filter(|(i, _)| *i != 6 && *i != 8)
            .map(|(_, b)| b)
    };
    let mut out = [0; N];
    for (slot, byte) in out.iter_mut().zip(random(a).chain(random(b))) {
        *slot = byte;
    }
    out
}
