//! `vault.json`: the key of a book, wrapped once under the passphrase and once under the code.
//!
//! It is kept twice, since a book without it is lost: each copy says in a sum whether it is whole,
//! and the later of the whole ones counts. Once the key is known, a tag under it holds everything
//! the box says, so that nobody without the key can make a sealed book be opened for good.

mod cost;
mod on_disk;

use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

pub use cost::Cost;

use crate::key::derived;
use crate::sealer::{cipher, open_with, seal_with};
use crate::{BookKey, Passphrase, RecoveryCode, VaultError, random, whole};
use on_disk::{Bytes, Copy as BoxCopy, Kdf, read_copy, text};

/// The names of the two copies in the data folder.
pub const VAULT_FILES: [&str; 2] = ["vault.json", "vault.copy.json"];

/// How far a book is sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It is being sealed: some of it is, some is not yet.
    TurningOn,
    /// All of it is sealed.
    On,
    /// It is being opened for good: some of it still is sealed.
    TurningOff,
}

/// What `vault.json` says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lockbox {
    /// Of which book it is: what was wrapped for another does not open here.
    #[serde(rename = "box")]
    id: Bytes<16>,
    /// Goes up with every change: of two whole copies the higher counts.
    revision: u64,
    standing: Standing,
    kdf: Kdf,
    /// The key under what Argon2id makes of the passphrase.
    by_passphrase: Bytes<WRAPPED>,
    /// The salt of the code's key.
    code_salt: Bytes<16>,
    /// The key under what HKDF makes of the code.
    by_code: Bytes<WRAPPED>,
    /// A tag under the key over all of the above.
    tag: Bytes<TAG>,
}

const WRAPPED: usize = BookKey::BYTES + 40;
/// A nonce and a tag: what is sealed is nothing.
const TAG: usize = 40;

impl Lockbox {
    /// A new key in a new box, which stands at [`Standing::TurningOn`] and is on no disk yet. The
    /// code is not kept anywhere.
    ///
    /// # Errors
    /// [`VaultError::Memory`] or [`VaultError::Random`] when the machine cannot.
    pub fn create(
        passphrase: &Passphrase,
        cost: Cost,
    ) -> Result<(Self, BookKey, RecoveryCode), VaultError> {
        let key = BookKey::random()?;
        let mut new = Self {
            id: Bytes(random::bytes()?),
            revision: 0,
            standing: Standing::TurningOn,
            kdf: Kdf::new(cost)?,
            by_passphrase: Bytes([0; WRAPPED]),
            code_salt: Bytes([0; 16]),
            by_code: Bytes([0; WRAPPED]),
            tag: Bytes([0; TAG]),
        };
        new.change(&key, passphrase, cost)?;
        let code = new.new_code(&key)?;
        Ok((new, key, code))
    }

    /// The box of a data folder; `None` when the book has no lock.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when there is one and neither copy is whole;
    /// [`VaultError::Newer`] for a later version's.
    pub fn read(folder: &Path) -> Result<Option<Self>, VaultError> {
        let copies = VAULT_FILES.map(|name| read_copy(&folder.join(name)));
        let mut best: Option<Self> = None;
        let (mut there, mut newer) = (false, false);
        for copy in copies {
            match copy? {
                BoxCopy::None => {}
                BoxCopy::Broken => there = true,
                BoxCopy::Newer => newer = true,
                BoxCopy::Whole(copy) => {
                    if best
                        .as_ref()
                        .is_none_or(|best| best.revision < copy.revision)
                    {
                        best = Some(*copy);
                    }
                }
            }
        }
        match best {
            None if newer => Err(VaultError::Newer),
            None if there => Err(VaultError::Damaged),
            best => Ok(best),
        }
    }

    /// Writes both copies, each whole and synced before the next is touched.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        let text = text(self)?;
        VAULT_FILES
            .iter()
            .try_for_each(|name| whole::write(&folder.join(name), &text))
    }

    /// Writes the copies that do not say this: one that was damaged, or that a crash left behind.
    pub fn mend(&self, folder: &Path) -> io::Result<()> {
        let text = text(self)?;
        for name in VAULT_FILES {
            let path = folder.join(name);
            if fs::read(&path).ok().as_ref() != Some(&text) {
                whole::write(&path, &text)?;
            }
        }
        Ok(())
    }

    /// Takes both copies away, which nothing sealed survives.
    pub fn remove(folder: &Path) -> io::Result<()> {
        VAULT_FILES
            .iter()
            .rev()
            .try_for_each(|name| whole::remove(&folder.join(name)))
    }

    /// The key, by the passphrase. Slow on purpose.
    ///
    /// # Errors
    /// [`VaultError::Wrong`] when it is another one, and nothing more about it;
    /// [`VaultError::Damaged`] when it opens a box that was tampered with.
    pub fn open(&self, passphrase: &Passphrase) -> Result<BookKey, VaultError> {
        let wrapping = self.kdf.stretched(passphrase)?;
        self.unwrapped(&wrapping, "passphrase", &self.by_passphrase)
    }

    /// The key, by the recovery code.
    ///
    /// # Errors
    /// As of [`Self::open`].
    pub fn open_with_code(&self, code: &RecoveryCode) -> Result<BookKey, VaultError> {
        self.unwrapped(&self.code_key(code), "code", &self.by_code)
    }

    /// Wraps the key under another passphrase, and under new costs. The key, and so all that is
    /// sealed, stays as it is; it is on no disk until [`Self::write`].
    pub fn change(
        &mut self,
        key: &BookKey,
        new: &Passphrase,
        cost: Cost,
    ) -> Result<(), VaultError> {
        self.kdf = Kdf::new(cost)?;
        let wrapping = self.kdf.stretched(new)?;
        self.by_passphrase = self.wrapped(&wrapping, "passphrase", key)?;
        self.changed(key)
    }

    /// Another recovery code; the one before opens no longer. On no disk until [`Self::write`].
    pub fn new_code(&mut self, key: &BookKey) -> Result<RecoveryCode, VaultError> {
        let code = RecoveryCode::random()?;
        self.code_salt = Bytes(random::bytes()?);
        self.by_code = self.wrapped(&self.code_key(&code), "code", key)?;
        self.changed(key)?;
        Ok(code)
    }

    /// How far the book is sealed.
    pub fn standing(&self) -> Standing {
        self.standing
    }

    /// What a passphrase costs to try.
    pub fn cost(&self) -> Cost {
        self.kdf.cost()
    }

    /// Says how far the book is sealed. On no disk until [`Self::write`].
    pub fn stand(&mut self, key: &BookKey, standing: Standing) -> Result<(), VaultError> {
        self.standing = standing;
        self.changed(key)
    }

    /// Whether this is the book's key, and the box says what it said to whoever held it last.
    ///
    /// # Errors
    /// [`VaultError::Wrong`] when it is not.
    pub fn verify(&self, key: &BookKey) -> Result<(), VaultError> {
        open_with(&self.tagging(key), &self.said()?, &self.tag.0)
            .map(|_| ())
            .map_err(|_| VaultError::Wrong)
    }

    fn changed(&mut self, key: &BookKey) -> Result<(), VaultError> {
        self.revision += 1;
        let tag = seal_with(&self.tagging(key), &self.said()?, &[])?;
        self.tag = Bytes::of(&tag)?;
        Ok(())
    }

    fn tagging(&self, key: &BookKey) -> chacha20poly1305::XChaCha20Poly1305 {
        cipher(&key.derived("sentier/1/vault"))
    }

    /// Everything it says but the tag.
    fn said(&self) -> Result<Vec<u8>, VaultError> {
        let untagged = Self {
            tag: Bytes([0; TAG]),
            ..self.clone()
        };
        Ok(serde_json::to_vec(&untagged).map_err(io::Error::from)?)
    }

    fn code_key(&self, code: &RecoveryCode) -> Zeroizing<[u8; 32]> {
        derived(
            Some(&self.code_salt.0),
            code.drawn(),
            "sentier/1/recovery code",
        )
    }

    fn wrapped(
        &self,
        wrapping: &[u8; 32],
        by: &str,
        key: &BookKey,
    ) -> Result<Bytes<WRAPPED>, VaultError> {
        let bytes = key.to_bytes();
        let sealed = seal_with(&cipher(wrapping), &self.context(by), bytes.as_slice())?;
        Bytes::of(&sealed)
    }

    fn unwrapped(
        &self,
        wrapping: &[u8; 32],
        by: &str,
        wrapped: &Bytes<WRAPPED>,
    ) -> Result<BookKey, VaultError> {
        let opened = open_with(&cipher(wrapping), &self.context(by), &wrapped.0);
        let opened = Zeroizing::new(opened.map_err(|_| VaultError::Wrong)?);
        let mut bytes = Zeroizing::new([0; BookKey::BYTES]);
        if opened.len() != bytes.len() {
            return Err(VaultError::Damaged);
        }
        bytes.copy_from_slice(&opened);
        let key = BookKey::from_bytes(bytes);
        self.verify(&key).map_err(|_| VaultError::Damaged)?;
        Ok(key)
    }

    fn context(&self, by: &str) -> Vec<u8> {
        [b"sentier/1/by ", by.as_bytes(), b" ", &self.id.0].concat()
    }
}
