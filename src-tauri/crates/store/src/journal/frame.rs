//! One frame.

use serde::{Deserialize, Serialize};

use crate::StoreError;
use crate::change::Change;
use crate::history::{Effect, Note};

/// The bytes before a frame's body.
pub(super) const HEAD: usize = 17;
/// The longest body; a big group is cut into parts far below it.
const BODY_MOST: u32 = 256 << 20;

const PART: u8 = 1;
const LAST: u8 = 2;

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

/// A frame's head.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head {
    pub(super) length: u32,
    crc: u32,
    pub(super) seq: u64,
    kind: u8,
}

impl Head {
    pub(super) fn read(head: &[u8; HEAD]) -> Self {
        let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, kind] = *head;
        Self {
            length: u32::from_be_bytes([a, b, c, d]),
            crc: u32::from_be_bytes([e, f, g, h]),
            seq: u64::from_be_bytes([i, j, k, l, m, n, o, p]),
            kind,
        }
    }

    /// Whether this could be the head of a frame with a number above `seq`, with `left` bytes
    /// behind it. Cheap, so that a damaged file can be searched byte by byte.
    pub(super) fn is_plausible(self, seq: u64, left: u64) -> bool {
        const FAR: u64 = 1 << 32;
        matches!(self.kind, PART | LAST)
            && self.length <= BODY_MOST
            && u64::from(self.length) <= left
            && self.seq > seq
            && self.seq - seq < FAR
    }

    pub(super) fn is_last(self) -> bool {
        self.kind == LAST
    }

    /// Whether the checksum holds.
    pub(super) fn fits(self, body: &[u8]) -> bool {
        let mut crc = crc32fast::Hasher::new();
        crc.update(&self.seq.to_be_bytes());
        crc.update(&[self.kind]);
        crc.update(body);
        crc.finalize() == self.crc
    }
}

/// A frame to be written.
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
            Body::Part(changes) => (PART, rmp_serde::encode::write_named(&mut bytes, changes)),
            Body::Last(last) => (LAST, rmp_serde::encode::write_named(&mut bytes, last)),
        };
        packed.map_err(|error| StoreError::State(error.to_string()))?;
        let length = u32::try_from(bytes.len() - HEAD)
            .ok()
            .filter(|length| *length <= BODY_MOST)
            .ok_or(StoreError::TooLong)?;
        bytes[0..4].copy_from_slice(&length.to_be_bytes());
        bytes[8..16].copy_from_slice(&self.seq.to_be_bytes());
        bytes[16] = kind;
        let crc = crc32fast::hash(&bytes[8..]);
        bytes[4..8].copy_from_slice(&crc.to_be_bytes());
        Ok(bytes)
    }
}

/// The changes of a `Part`'s body.
pub(super) fn part(body: &[u8]) -> Option<Vec<Change>> {
    rmp_serde::from_slice(body).ok()
}

/// A `Last`'s body.
pub(super) fn last(body: &[u8]) -> Option<Last> {
    rmp_serde::from_slice(body).ok()
}
