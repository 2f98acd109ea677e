//! The one place where the time is read and the dice are thrown.

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
