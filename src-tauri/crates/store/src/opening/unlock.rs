//! What a book is sealed under, before anything of it is read.

use std::path::Path;

use vault::{BookKey, Lockbox, Sealer, Standing, VaultError};

use super::version::Version;
use crate::{OpenError, Progress, turning};

/// What seals the book in `folder`, whose lock is held: the clear one when it has none.
///
/// A lock that was being turned is turned the rest of the way first; where nothing may be written,
/// what is sealed and what is not is read side by side.
pub(super) fn sealer(
    folder: &Path,
    key: Option<&BookKey>,
    writable: bool,
) -> Result<Sealer, OpenError> {
    let lost = || OpenError::KeyLost {
        folder: folder.to_owned(),
    };
    let lockbox = match Lockbox::read(folder) {
        Ok(lockbox) => lockbox,
        Err(VaultError::Newer) => {
            let folder = folder.to_owned();
            return Err(OpenError::Newer { folder });
        }
        Err(VaultError::Io(error)) => return Err(error.into()),
        Err(_) => return Err(lost()),
    };
    let Some(lockbox) = lockbox else {
        let sealed = Version::of(folder).is_some_and(|version| version.is_sealed());
        return if sealed {
            Err(lost())
        } else {
            Ok(Sealer::clear())
        };
    };
    let key = key.ok_or(OpenError::Locked)?;
    lockbox.verify(key).map_err(|_| OpenError::WrongKey)?;
    match lockbox.standing() {
        Standing::On => Ok(Sealer::under(key)),
        Standing::TurningOn | Standing::TurningOff if !writable => Ok(Sealer::turning(key)),
        Standing::TurningOn => {
            turning::go_on(folder, lockbox, key, &mut |_| Progress::Go)?;
            Ok(Sealer::under(key))
        }
        Standing::TurningOff => {
            turning::go_on(folder, lockbox, key, &mut |_| Progress::Go)?;
            Ok(Sealer::clear())
        }
    }
}
