use std::fmt;
use std::sync::Arc;

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::{VaultError, random};

/// The key everything of a book is sealed under. Clones share the one place in memory, which is
/// wiped when the last is dropped.
#[derive(Clone)]
pub struct BookKey(Arc<Secret>);

#[derive(Zeroize, ZeroizeOnDrop)]
struct Secret([u8; BookKey::BYTES]);

impl BookKey {
    /// How long it is.
    pub const BYTES: usize = 32;

    /// A new one.
    pub(crate) fn random() -> Result<Self, VaultError> {
        Ok(Self::from_bytes(Zeroizing::new(random::bytes()?)))
    }

    /// The key these bytes are, as a keychain gives them back.
    pub fn from_bytes(bytes: Zeroizing<[u8; Self::BYTES]>) -> Self {
        Self(Arc::new(Secret(*bytes)))
    }

    /// Its bytes, for a keychain to keep.
    pub fn to_bytes(&self) -> Zeroizing<[u8; Self::BYTES]> {
        Zeroizing::new(self.0.0)
    }

    /// The key for one use.
    pub(crate) fn derived(&self, word: &str) -> Zeroizing<[u8; 32]> {
        derived(None, &self.0.0, word)
    }
}

/// HKDF-SHA-256 of `secret` for the use `word` names.
pub(crate) fn derived(salt: Option<&[u8]>, secret: &[u8], word: &str) -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0; 32]);
    // It gives up to 255 times 32 bytes: one is never too many.
    let _ = Hkdf::<Sha256>::new(salt, secret).expand(word.as_bytes(), key.as_mut_slice());
    key
}

impl fmt::Debug for BookKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BookKey")
    }
}
