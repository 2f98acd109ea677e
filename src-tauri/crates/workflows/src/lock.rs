//! The lock of a book: on, off, another passphrase, another code.
//!
//! These work on a data folder, not on an open house: who holds the key opens one with it
//! ([`crate::House::open`]). The book must be closed to turn its lock on or off; a turn that was
//! interrupted goes on at the next opening. The words of a passphrase and what they open are
//! [`vault`]'s; how a book is sealed is [`store`]'s.

use std::io;
use std::path::Path;

use store::{OpenError, StoreError, Turning};
use vault::{BookKey, CodeError, Cost, Lockbox, Passphrase, RecoveryCode, Standing, VaultError};
use words::Words;

/// Why something of the lock did not go. Nothing was changed then, unless it says so.
#[derive(Debug, thiserror::Error)]
pub enum LockFault {
    /// The book has no lock.
    #[error("the book has no lock")]
    NotLocked,
    /// It has one, and no passphrase was given.
    #[error("the book is locked")]
    Locked,
    /// It has one already.
    #[error("the book has a lock already")]
    AlreadyLocked,
    /// The passphrase, or the code, is not the book's.
    #[error("this does not open the book")]
    Wrong,
    /// What was given is no recovery code.
    #[error(transparent)]
    NoCode(#[from] CodeError),
    /// The two times a new passphrase was typed are not alike.
    #[error("the two are not alike")]
    Unlike,
    /// A new passphrase is wanted, none was given, and nobody sits where it could be typed.
    #[error("no new passphrase was given")]
    NewUnsaid,
    /// The same of the recovery code.
    #[error("no recovery code was given")]
    CodeUnsaid,
    /// A new passphrase must have [`Passphrase::LEAST`] characters.
    #[error("the passphrase is too short")]
    Short,
    /// Neither copy of the file with the key can be read: one from a backup opens the book.
    #[error("the file with the key is missing or damaged")]
    KeyLost,
    /// A later version sealed it.
    #[error("a later version sealed it")]
    Newer,
    /// The book is open, here or in another Sentier.
    #[error("the book is open")]
    Busy,
    /// The person stopped it; the book is as it was.
    #[error("stopped")]
    Stopped,
    /// The machine cannot give the memory the passphrase's cost asks for.
    #[error("there is not enough memory")]
    Memory,
    /// The disk is full: what was begun is taken back where that was possible, else it goes on at
    /// the next opening.
    #[error("the disk is full")]
    DiskFull,
    /// The disk said no, or the book could not be read.
    #[error("{0}")]
    Failed(String),
}

/// What turning a lock on gives.
#[derive(Debug)]
pub struct TurnedOn {
    /// The key, to open the house with again.
    pub key: BookKey,
    /// The code to print: it is kept nowhere.
    pub code: RecoveryCode,
}

/// How far the book in `folder` is sealed; `None` when it has no lock.
pub fn standing(folder: &Path) -> Result<Option<Standing>, LockFault> {
    Ok(Lockbox::read(folder)?.map(|lockbox| lockbox.standing()))
}

/// The key of the book, by its passphrase. Slow on purpose.
pub fn unlock(folder: &Path, passphrase: &Passphrase) -> Result<BookKey, LockFault> {
    let lockbox = lockbox(folder)?;
    let key = lockbox.open(passphrase)?;
    mend(&lockbox, folder);
    Ok(key)
}

/// The key of the book, by its recovery code; the passphrase is `new` from then on.
pub fn recover(folder: &Path, code: &str, new: &Passphrase) -> Result<BookKey, LockFault> {
    let code = RecoveryCode::parse(code)?;
    let mut lockbox = lockbox(folder)?;
    let key = lockbox.open_with_code(&code)?;
    long_enough(new)?;
    let cost = lockbox.cost();
    lockbox.change(&key, new, cost)?;
    lockbox.write(folder)?;
    Ok(key)
}

/// Seals the closed book in `folder` from its first byte to its last.
///
/// An error, or a stop, takes back what was done where it can; a process that dies leaves it to
/// the next opening to go on.
pub fn turn_on(
    folder: &Path,
    passphrase: &Passphrase,
    cost: Cost,
    progress: Turning<'_>,
) -> Result<TurnedOn, LockFault> {
    if Lockbox::read(folder)?.is_some() {
        return Err(LockFault::AlreadyLocked);
    }
    long_enough(passphrase)?;
    let (key, code) = store::turn_on(folder, passphrase, cost, progress)?;
    Ok(TurnedOn { key, code })
}

/// Opens the closed book in `folder` for good.
pub fn turn_off(folder: &Path, key: &BookKey, progress: Turning<'_>) -> Result<(), LockFault> {
    lockbox(folder)?.verify(key)?;
    Ok(store::turn_off(folder, key, progress)?)
}

/// Another passphrase. Nothing but the file with the key is written, so the book may be open.
pub fn change(folder: &Path, old: &Passphrase, new: &Passphrase) -> Result<(), LockFault> {
    let mut lockbox = lockbox(folder)?;
    let key = lockbox.open(old)?;
    long_enough(new)?;
    // A cost that was usual once is brought up to what is usual now, never down.
    let cost = lockbox.cost();
    let cost = if cost.memory < Cost::USUAL.memory && cost != Cost::LEAST {
        Cost::USUAL
    } else {
        cost
    };
    lockbox.change(&key, new, cost)?;
    Ok(lockbox.write(folder)?)
}

/// Another recovery code; the one before opens no longer. The book may be open.
pub fn new_code(folder: &Path, passphrase: &Passphrase) -> Result<RecoveryCode, LockFault> {
    let mut lockbox = lockbox(folder)?;
    let key = lockbox.open(passphrase)?;
    let code = lockbox.new_code(&key)?;
    lockbox.write(folder)?;
    Ok(code)
}

impl LockFault {
    /// What happened, and what to do about it (may be empty).
    pub fn say(&self, words: &Words) -> (String, String) {
        let (id, args) = match self {
            Self::NotLocked => ("lock-none", vec![]),
            Self::Locked => ("lock-locked", vec![]),
            Self::Unlike => ("lock-unlike", vec![]),
            Self::NewUnsaid => ("lock-new-unsaid", vec![]),
            Self::CodeUnsaid => ("lock-code-unsaid", vec![]),
            Self::AlreadyLocked => ("lock-already", vec![]),
            Self::Wrong => ("lock-wrong", vec![]),
            Self::NoCode(CodeError::Check) => ("lock-code-check", vec![]),
            Self::NoCode(_) => ("lock-code-none", vec![]),
            Self::Short => ("lock-short", vec![("least", Passphrase::LEAST.into())]),
            Self::KeyLost => ("lock-key-lost", vec![]),
            Self::Newer => ("lock-newer", vec![]),
            Self::Busy => ("lock-busy", vec![]),
            Self::Stopped => ("lock-stopped", vec![]),
            Self::Memory => ("lock-memory", vec![]),
            Self::DiskFull => ("error-disk-full", vec![]),
            Self::Failed(detail) => ("lock-failed", vec![("detail", detail.as_str().into())]),
        };
        let hint_id = format!("{id}-hint");
        let hint = words.say(&hint_id, &args);
        (
            words.say(id, &args),
            if hint == hint_id { String::new() } else { hint },
        )
    }
}

fn lockbox(folder: &Path) -> Result<Lockbox, LockFault> {
    Lockbox::read(folder)?.ok_or(LockFault::NotLocked)
}

fn long_enough(new: &Passphrase) -> Result<(), LockFault> {
    if new.is_long_enough() {
        Ok(())
    } else {
        Err(LockFault::Short)
    }
}

/// A copy that was damaged is written again, once the other is known to open.
fn mend(lockbox: &Lockbox, folder: &Path) {
    if let Err(error) = lockbox.mend(folder) {
        // A folder that is only read opens all the same.
        log::warn!("a copy of the file with the key could not be mended: {error}");
    }
}

impl From<VaultError> for LockFault {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::Wrong => Self::Wrong,
            VaultError::Damaged => Self::KeyLost,
            VaultError::Newer => Self::Newer,
            VaultError::Memory => Self::Memory,
            VaultError::Random => Self::Failed(error.to_string()),
            VaultError::Io(error) => error.into(),
        }
    }
}

impl From<io::Error> for LockFault {
    fn from(error: io::Error) -> Self {
        StoreError::from(error).into()
    }
}

impl From<StoreError> for LockFault {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stopped => Self::Stopped,
            StoreError::Newer => Self::Newer,
            error if error.is_disk_full() => Self::DiskFull,
            error => Self::Failed(error.to_string()),
        }
    }
}

impl From<OpenError> for LockFault {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Busy { .. } => Self::Busy,
            OpenError::Newer { .. } => Self::Newer,
            OpenError::KeyLost { .. } => Self::KeyLost,
            OpenError::WrongKey => Self::Wrong,
            OpenError::Locked => Self::AlreadyLocked,
            OpenError::Store(error) => error.into(),
            OpenError::Disk(error) => error.into(),
            error => Self::Failed(error.to_string()),
        }
    }
}
