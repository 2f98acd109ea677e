//! When a sealed book locks itself. Nothing of it means anything for a book without a passphrase.

use serde::{Deserialize, Serialize};

/// When a sealed book locks itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Locking {
    /// After how many minutes without a gesture; `None` is never.
    pub idle: Option<u16>,
    /// When the machine falls asleep, or its session locks.
    pub on_sleep: bool,
    /// Whether the system keeps the key between two starts, as long as its session lasts.
    pub keep: bool,
}

impl Default for Locking {
    fn default() -> Self {
        Self {
            idle: Some(15),
            on_sleep: true,
            keep: false,
        }
    }
}

impl Locking {
    /// The longest it waits, in minutes: a working day.
    pub const IDLE_MOST: u16 = 8 * 60;

    /// The same, with a wait between one minute and [`Self::IDLE_MOST`].
    #[must_use]
    pub fn within_reason(self) -> Self {
        Self {
            idle: self.idle.map(|minutes| minutes.clamp(1, Self::IDLE_MOST)),
            ..self
        }
    }
}
