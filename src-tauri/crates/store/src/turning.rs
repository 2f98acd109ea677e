//! Turning the lock of a book on and off.

use std::path::Path;

use vault::{BookKey, Cost, Passphrase, RecoveryCode};

use crate::{OpenError, Progress, StoreError};

/// How far a turn has come, in bytes of the data folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Turned {
    /// Gone through.
    pub done: u64,
    /// All there are; never less than `done`.
    pub total: u64,
}

/// Says how far a turn has come, and hears whether it goes on.
pub type Turning<'a> = &'a mut dyn FnMut(Turned) -> Progress;

/// Seals the closed book in `folder`.
pub fn turn_on(
    folder: &Path,
    passphrase: &Passphrase,
    cost: Cost,
    progress: Turning<'_>,
) -> Result<(BookKey, RecoveryCode), OpenError> {
    let _ = (folder, passphrase, cost, progress);
    Err(StoreError::Closed.into())
}

/// Opens the closed book in `folder` for good.
pub fn turn_off(folder: &Path, key: &BookKey, progress: Turning<'_>) -> Result<(), OpenError> {
    let _ = (folder, key, progress);
    Err(StoreError::Closed.into())
}
