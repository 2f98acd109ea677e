//! The box as text: JSON with a sum over itself.

use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::{Cost, Lockbox};
use crate::{Passphrase, VaultError, random};

/// The format this version writes, and the latest it reads.
const FORMAT: u32 = 1;
/// A box is some hundred bytes; no more is read of whatever stands in its place.
const MOST: u64 = 16 << 10;

/// How a passphrase becomes a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Kdf {
    name: KdfName,
    /// Argon2's own version.
    version: u32,
    #[serde(flatten)]
    cost: Cost,
    salt: Bytes<16>,
}

/// The ways there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum KdfName {
    Argon2id,
}

impl Kdf {
    pub(super) fn new(cost: Cost) -> Result<Self, VaultError> {
        Ok(Self {
            name: KdfName::Argon2id,
            version: Version::V0x13 as u32,
            cost,
            salt: Bytes(random::bytes()?),
        })
    }

    pub(super) fn cost(&self) -> Cost {
        self.cost
    }

    fn is_bearable(&self) -> bool {
        self.version == Version::V0x13 as u32 && self.cost.is_bearable()
    }

    /// The key a passphrase becomes.
    pub(super) fn stretched(
        &self,
        passphrase: &Passphrase,
    ) -> Result<Zeroizing<[u8; 32]>, VaultError> {
        let Cost {
            memory,
            passes,
            lanes,
        } = self.cost;
        let params =
            Params::new(memory, passes, lanes, Some(32)).map_err(|_| VaultError::Damaged)?;
        let mut blocks = Zeroizing::new(Vec::new());
        blocks
            .try_reserve_exact(params.block_count())
            .map_err(|_| VaultError::Memory)?;
        blocks.resize(params.block_count(), Block::default());
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into_with_memory(
                passphrase.bytes(),
                &self.salt.0,
                key.as_mut_slice(),
                blocks.as_mut_slice(),
            )
            .map_err(|_| VaultError::Memory)?;
        Ok(key)
    }
}

/// A box on the disk.
#[derive(Serialize, Deserialize)]
struct Paper<B> {
    format: u32,
    #[serde(flatten)]
    lockbox: B,
    /// SHA-256 of the box's own compact JSON.
    sum: Bytes<32>,
}

/// The one thing every version's box says.
#[derive(Deserialize)]
struct Format {
    format: u32,
}

/// What stands under the name of a copy.
pub(super) enum Copy {
    None,
    Broken,
    Newer,
    Whole(Box<Lockbox>),
}

/// The text of a box.
pub(super) fn text(lockbox: &Lockbox) -> io::Result<Vec<u8>> {
    let paper = Paper {
        format: FORMAT,
        lockbox,
        sum: sum(lockbox)?,
    };
    let mut text = serde_json::to_vec_pretty(&paper)?;
    text.push(b'\n');
    Ok(text)
}

fn sum(lockbox: &Lockbox) -> io::Result<Bytes<32>> {
    Ok(Bytes(Sha256::digest(serde_json::to_vec(lockbox)?).into()))
}

pub(super) fn read_copy(path: &Path) -> io::Result<Copy> {
    let mut text = Vec::new();
    match fs::File::open(path) {
        Ok(file) => file.take(MOST).read_to_end(&mut text)?,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Copy::None),
        Err(error) => return Err(error),
    };
    Ok(parsed(&text).unwrap_or(Copy::Broken))
}

fn parsed(text: &[u8]) -> Option<Copy> {
    let Format { format } = serde_json::from_slice(text).ok()?;
    if format > FORMAT {
        return Some(Copy::Newer);
    }
    let paper: Paper<Box<Lockbox>> = serde_json::from_slice(text).ok()?;
    let whole = sum(&paper.lockbox).ok()? == paper.sum && paper.lockbox.kdf.is_bearable();
    whole.then_some(Copy::Whole(paper.lockbox))
}

/// Bytes of one length, in base64.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bytes<const N: usize>(pub(super) [u8; N]);

impl<const N: usize> Bytes<N> {
    pub(super) fn of(bytes: &[u8]) -> Result<Self, VaultError> {
        bytes.try_into().map(Self).map_err(|_| VaultError::Damaged)
    }
}

impl<const N: usize> Serialize for Bytes<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(self.0))
    }
}

impl<'de, const N: usize> Deserialize<'de> for Bytes<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = STANDARD
            .decode(text)
            .map_err(|_| de::Error::custom("this is no base64"))?;
        Self::of(&bytes).map_err(|_| de::Error::custom("this has another length"))
    }
}
