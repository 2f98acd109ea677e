//! A file in sealed pieces.
//!
//! | bytes | what |
//! |---|---|
//! | 0..8 | `89 53 4e 54 53 45 41 4c` (`.SNTSEAL`) |
//! | 8 | the format, 1 |
//! | 9 | the purpose |
//! | 10..16 | zero |
//! | 16..32 | the file's own number, drawn at random |
//! | then | pieces: 64 KiB of text each, the last one less, each with its tag of 16 bytes |
//!
//! A piece is sealed by XChaCha20-Poly1305 under the nonce *file's number ‖ piece's number × 2 + 1
//! if it is the last* (big-endian), with the header as associated data, and the last one with the
//! context as well: a piece that is changed, moved, missing or another file's is noticed, an end
//! that is not the end, and a file that stands in another's place. A reader looks at the last piece
//! first. A file that holds nothing has one empty piece. A nonce is used once, since a file is
//! written once, from front to back, and its number drawn anew each time.

mod read;
mod write;

use chacha20poly1305::aead::Payload;
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

pub use read::SealedFile;
pub use write::SealedWriter;

use crate::Purpose;

/// Bytes of text in a piece.
const PIECE: usize = 64 << 10;
const TAG: usize = 16;
const HEADER: usize = 32;
const MAGIC: &[u8; 8] = b"\x89SNTSEAL";
const FORMAT: u8 = 1;

/// What a sealed file begins with.
#[derive(Clone, Copy)]
struct Header {
    purpose: Purpose,
    number: [u8; 16],
}

impl Header {
    fn bytes(self) -> [u8; HEADER] {
        let mut bytes = [0; HEADER];
        bytes[..8].copy_from_slice(MAGIC);
        bytes[8] = FORMAT;
        bytes[9] = self.purpose as u8;
        bytes[16..].copy_from_slice(&self.number);
        bytes
    }

    /// The header these bytes are, of a file of this purpose.
    fn read(bytes: &[u8], purpose: Purpose) -> Option<Self> {
        let number = bytes.get(16..HEADER)?.try_into().ok()?;
        let header = Self { purpose, number };
        (bytes.get(..HEADER)? == header.bytes()).then_some(header)
    }

    fn nonce(self, piece: u64, last: bool) -> XNonce {
        let mut nonce = [0; 24];
        nonce[..16].copy_from_slice(&self.number);
        nonce[16..].copy_from_slice(&(piece << 1 | u64::from(last)).to_be_bytes());
        XNonce::from(nonce)
    }
}

/// What every piece of one file is sealed with.
struct Pieces {
    cipher: XChaCha20Poly1305,
    header: Header,
    /// The header and the context: what the last piece is bound to.
    associated: Vec<u8>,
}

impl Pieces {
    fn new(cipher: XChaCha20Poly1305, header: Header, context: &[u8]) -> Self {
        Self {
            cipher,
            header,
            associated: [&header.bytes(), context].concat(),
        }
    }

    fn payload<'a>(&'a self, msg: &'a [u8], last: bool) -> Payload<'a, 'a> {
        let aad = match last {
            true => self.associated.as_slice(),
            false => &self.associated[..HEADER],
        };
        Payload { msg, aad }
    }
}
