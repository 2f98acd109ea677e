//! One frame.

use serde::{Deserialize, Serialize};

use crate::StoreError;
use crate::change::Change;
use crate::history::{Effect, Note};

/// The bytes before a frame's body.
pub(crate) const HEAD: usize = 17;
/// The longest body; a bulk write is cut into parts far below it.
pub(crate) const BODY_MOST: u32 = 256 << 20;

/// What a frame says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Body {
    /// Some of a group's changes.
    Part(Vec<Change>),
    /// The rest of them, and what the group was.
    Last(Last),
}

/// The end of a group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Last {
    /// How many `Part` frames came before it.
    pub(crate) parts: u32,
    pub(crate) changes: Vec<Change>,
    pub(crate) note: Note,
    pub(crate) effect: Effect,
}

/// A frame read back.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Frame {
    pub(crate) seq: u64,
    pub(crate) body: Body,
}

impl Frame {
    /// As bytes, head included.
    pub(crate) fn encode(&self) -> Result<Vec<u8>, StoreError> {
        let mut bytes = vec![0; HEAD];
        let (kind, packed) = match &self.body {
            Body::Part(changes) => (1, rmp_serde::encode::write_named(&mut bytes, changes)),
            Body::Last(last) => (2, rmp_serde::encode::write_named(&mut bytes, last)),
        };
        packed.map_err(|error| StoreError::State(error.to_string()))?;
        let length = u32::try_from(bytes.len() - HEAD)
            .ok()
            .filter(|length| *length <= BODY_MOST)
            .ok_or_else(|| StoreError::State("a frame is too long".into()))?;
        bytes[0..4].copy_from_slice(&length.to_be_bytes());
        bytes[8..16].copy_from_slice(&self.seq.to_be_bytes());
        bytes[16] = kind;
        let crc = crc32fast::hash(&bytes[8..]);
        bytes[4..8].copy_from_slice(&crc.to_be_bytes());
        Ok(bytes)
    }

    /// From the part of it the checksum covers: seq, kind and body.
    pub(crate) fn decode(covered: &[u8]) -> Option<Self> {
        let seq = u64::from_be_bytes(covered.get(0..8)?.try_into().ok()?);
        let body = covered.get(9..)?;
        let body = match covered.get(8)? {
            1 => Body::Part(rmp_serde::from_slice(body).ok()?),
            2 => Body::Last(rmp_serde::from_slice(body).ok()?),
            _ => return None,
        };
        Some(Self { seq, body })
    }
}
