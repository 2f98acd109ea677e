use std::fmt;
use std::sync::Arc;

use aes::Aes256;
use aes::cipher::{BlockCipherDecrypt, BlockCipherEncrypt};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{Key, KeyInit as _, XChaCha20Poly1305, XNonce};

use crate::{BookKey, VaultError, random};

/// What something is sealed for. Each has a key of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Purpose {
    /// A frame of the journal.
    Journal = 0,
    /// A row of the state.
    State = 1,
    /// A file of the attic.
    Attic = 2,
    /// A snapshot and what is said of it.
    Snapshot = 3,
    /// A file of the search index.
    Index = 4,
    /// Whatever else the book keeps in a file.
    Note = 5,
}

impl Purpose {
    const ALL: [Self; 6] = [
        Self::Journal,
        Self::State,
        Self::Attic,
        Self::Snapshot,
        Self::Index,
        Self::Note,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Journal => "sentier/1/journal",
            Self::State => "sentier/1/state",
            Self::Attic => "sentier/1/attic",
            Self::Snapshot => "sentier/1/snapshot",
            Self::Index => "sentier/1/index",
            Self::Note => "sentier/1/note",
        }
    }
}

/// Seals and opens. The clear one, of a book without a lock, leaves everything as it is. Clones are
/// cheap.
#[derive(Clone, Default)]
pub struct Sealer(Option<Keyed>);

#[derive(Clone)]
struct Keyed {
    keys: Arc<Keys>,
    /// Whether what is not sealed is read as well: the book is being sealed, or opened for good.
    turning: bool,
}

struct Keys {
    ciphers: [XChaCha20Poly1305; Purpose::ALL.len()],
    names: Aes256,
}

impl Sealer {
    /// Bytes beside the text in what [`Self::seal`] gives: the nonce and the tag.
    pub const OVERHEAD: usize = NONCE + TAG;

    /// Leaves everything as it is.
    pub const fn clear() -> Self {
        Self(None)
    }

    /// Seals under a book's key, and opens nothing that is not sealed under it.
    pub fn under(key: &BookKey) -> Self {
        Self(Some(Keyed {
            keys: Arc::new(Keys::of(key)),
            turning: false,
        }))
    }

    /// Seals under a book's key, and reads files that are not sealed as they are: for a book of
    /// which only some is sealed.
    pub fn turning(key: &BookKey) -> Self {
        Self(Some(Keyed {
            keys: Arc::new(Keys::of(key)),
            turning: true,
        }))
    }

    /// Whether it seals.
    pub fn seals(&self) -> bool {
        self.0.is_some()
    }

    /// Whether files that are not sealed are read as they are, by one that seals.
    pub fn is_turning(&self) -> bool {
        self.0.as_ref().is_some_and(|keyed| keyed.turning)
    }

    /// `plain` sealed: only [`Self::open`] with the same purpose and context gives it back. The
    /// context says what and whose it is, so that no one thing can stand in another's place.
    ///
    /// # Errors
    /// [`VaultError::Random`] when the system gives no random numbers.
    pub fn seal(
        &self,
        purpose: Purpose,
        context: &[u8],
        plain: &[u8],
    ) -> Result<Vec<u8>, VaultError> {
        let Some(keyed) = &self.0 else {
            return Ok(plain.to_vec());
        };
        seal_with(keyed.keys.cipher(purpose), context, plain)
    }

    /// What was sealed.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when anything of it was changed, or it is something else's.
    pub fn open(
        &self,
        purpose: Purpose,
        context: &[u8],
        sealed: &[u8],
    ) -> Result<Vec<u8>, VaultError> {
        let Some(keyed) = &self.0 else {
            return Ok(sealed.to_vec());
        };
        open_with(keyed.keys.cipher(purpose), context, sealed)
    }

    /// A name as it stands on the disk: another one for every name, the same one every time.
    pub fn mask(&self, name: [u8; 16]) -> [u8; 16] {
        match &self.0 {
            None => name,
            Some(keyed) => {
                let mut block = name.into();
                keyed.keys.names.encrypt_block(&mut block);
                block.into()
            }
        }
    }

    /// The name that stands on the disk as `mask`.
    pub fn unmask(&self, mask: [u8; 16]) -> [u8; 16] {
        match &self.0 {
            None => mask,
            Some(keyed) => {
                let mut block = mask.into();
                keyed.keys.names.decrypt_block(&mut block);
                block.into()
            }
        }
    }

    pub(crate) fn cipher(&self, purpose: Purpose) -> Option<XChaCha20Poly1305> {
        let keyed = self.0.as_ref()?;
        Some(keyed.keys.cipher(purpose).clone())
    }
}

impl Keys {
    fn of(key: &BookKey) -> Self {
        Self {
            ciphers: Purpose::ALL.map(|purpose| cipher(&key.derived(purpose.word()))),
            names: Aes256::new(&(*key.derived("sentier/1/names")).into()),
        }
    }

    fn cipher(&self, purpose: Purpose) -> &XChaCha20Poly1305 {
        &self.ciphers[purpose as usize]
    }
}

const NONCE: usize = 24;
const TAG: usize = 16;

pub(crate) fn cipher(key: &[u8; 32]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(*key))
}

/// Seals under a random nonce, which comes first.
pub(crate) fn seal_with(
    cipher: &XChaCha20Poly1305,
    context: &[u8],
    plain: &[u8],
) -> Result<Vec<u8>, VaultError> {
    let nonce = random::bytes::<NONCE>()?;
    let payload = Payload {
        msg: plain,
        aad: context,
    };
    let sealed = cipher
        .encrypt(&XNonce::from(nonce), payload)
        // Only a text of hundreds of gigabytes is too long.
        .map_err(|_| VaultError::Memory)?;
    Ok([nonce.as_slice(), &sealed].concat())
}

/// Opens what [`seal_with`] gave.
pub(crate) fn open_with(
    cipher: &XChaCha20Poly1305,
    context: &[u8],
    sealed: &[u8],
) -> Result<Vec<u8>, VaultError> {
    let (nonce, sealed) = sealed
        .split_first_chunk::<NONCE>()
        .ok_or(VaultError::Damaged)?;
    let payload = Payload {
        msg: sealed,
        aad: context,
    };
    cipher
        .decrypt(&XNonce::from(*nonce), payload)
        .map_err(|_| VaultError::Damaged)
}

impl fmt::Debug for Sealer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.seals() {
            "Sealer"
        } else {
            "Sealer(clear)"
        })
    }
}
