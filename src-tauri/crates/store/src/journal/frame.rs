//! One frame.

use std::io;

use serde::{Deserialize, Serialize};
use vault::{Purpose, Sealer};

use crate::StoreError;
use crate::change::Change;
use crate::history::{Effect, Note};

/// The bytes before a frame's body.
pub(super) const HEAD: usize = 17;
/// The longest body; a big group is cut into parts far below it.
const BODY_MOST: u32 = 256 << 20;

const PART: u8 = 1;
const LAST: u8 = 2;
/// The same, with a body that is sealed under the book's key.
const SEALED: u8 = 2;

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
        matches!(self.plain_kind(), PART | LAST)
            && self.length <= BODY_MOST
            && u64::from(self.length) <= left
            && self.seq > seq
            && self.seq - seq < FAR
    }

    pub(super) fn is_last(self) -> bool {
        self.plain_kind() == LAST
    }

    /// Whether its body is sealed.
    pub(super) fn is_sealed(self) -> bool {
        self.kind > SEALED
    }

    fn plain_kind(self) -> u8 {
        self.kind - if self.is_sealed() { SEALED } else { 0 }
    }

    /// What a body whose checksum holds says; nothing when it is not sealed under this key, or not
    /// sealed where it should be.
    pub(super) fn opened(
        self,
        sealer: &Sealer,
        body: Vec<u8>,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        match (self.is_sealed(), sealer.seals()) {
            (false, false) => Ok(Some(body)),
            (false, true) => Ok(sealer.is_turning().then_some(body)),
            (true, false) => Err(StoreError::Sealed),
            (true, true) => {
                let context = context(self.seq, self.kind);
                Ok(sealer.open(Purpose::Journal, &context, &body).ok())
            }
        }
    }

    /// The whole frame again, as `sealer` has it, of a body that is not sealed.
    pub(super) fn again(self, sealer: &Sealer, body: Vec<u8>) -> Result<Vec<u8>, StoreError> {
        framed(sealer, self.seq, self.plain_kind(), body)
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
    pub(crate) fn encode(&self, sealer: &Sealer) -> Result<Vec<u8>, StoreError> {
        let mut body = Vec::new();
        let (kind, packed) = match &self.body {
            Body::Part(changes) => (PART, rmp_serde::encode::write_named(&mut body, changes)),
            Body::Last(last) => (LAST, rmp_serde::encode::write_named(&mut body, last)),
        };
        packed.map_err(|error| StoreError::State(error.to_string()))?;
        framed(sealer, self.seq, kind, body)
    }
}

/// What a sealed body is bound to: a frame cannot stand in another's place.
fn context(seq: u64, kind: u8) -> [u8; 9] {
    let [a, b, c, d, e, f, g, h] = seq.to_be_bytes();
    [a, b, c, d, e, f, g, h, kind]
}

fn framed(sealer: &Sealer, seq: u64, kind: u8, body: Vec<u8>) -> Result<Vec<u8>, StoreError> {
    let (kind, body) = match sealer.seals() {
        false => (kind, body),
        true => {
            let kind = kind + SEALED;
            let sealed = sealer.seal(Purpose::Journal, &context(seq, kind), &body);
            (kind, sealed.map_err(io::Error::from)?)
        }
    };
    let length = u32::try_from(body.len())
        .ok()
        .filter(|length| *length <= BODY_MOST)
        .ok_or(StoreError::TooLong)?;
    let mut bytes = Vec::with_capacity(HEAD + body.len());
    bytes.extend_from_slice(&length.to_be_bytes());
    bytes.extend_from_slice(&[0; 4]);
    bytes.extend_from_slice(&seq.to_be_bytes());
    bytes.push(kind);
    bytes.extend_from_slice(&body);
    let crc = crc32fast::hash(&bytes[8..]);
    bytes[4..8].copy_from_slice(&crc.to_be_bytes());
    Ok(bytes)
}

/// The changes of a `Part`'s body.
pub(super) fn part(body: &[u8]) -> Option<Vec<Change>> {
    rmp_serde::from_slice(body).ok()
}

/// A `Last`'s body.
pub(super) fn last(body: &[u8]) -> Option<Last> {
    rmp_serde::from_slice(body).ok()
}
