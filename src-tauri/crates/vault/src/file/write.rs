use std::io::{self, Write};

use chacha20poly1305::aead::Aead;
use zeroize::Zeroize;

use super::{HEADER, Header, PIECE, Pieces};
use crate::{Purpose, Sealer, VaultError, random};

/// Writes a file, sealed or as it is. Without [`Self::finish`] a sealed one has no end, and no
/// reader takes it.
pub struct SealedWriter<W: Write> {
    target: W,
    sealing: Option<Sealing>,
}

struct Sealing {
    pieces: Pieces,
    /// Which piece is being filled, and what it has so far.
    piece: u64,
    text: Vec<u8>,
}

impl<W: Write> SealedWriter<W> {
    /// Begins to write to `target`, which is empty. The context is what [`crate::SealedFile::open`]
    /// must be given.
    pub fn new(
        sealer: &Sealer,
        purpose: Purpose,
        context: &[u8],
        mut target: W,
    ) -> io::Result<Self> {
        let sealing = match sealer.cipher(purpose) {
            None => None,
            Some(cipher) => {
                let number = random::bytes().map_err(io::Error::from)?;
                let header = Header { purpose, number };
                target.write_all(&header.bytes())?;
                Some(Sealing {
                    pieces: Pieces::new(cipher, header, context),
                    piece: 0,
                    text: Vec::with_capacity(PIECE),
                })
            }
        };
        Ok(Self { target, sealing })
    }

    /// Writes the end, and gives the target back: flushed as far as this knows, synced by whoever
    /// owns it.
    pub fn finish(mut self) -> io::Result<W> {
        if let Some(sealing) = &mut self.sealing {
            sealing.put(&mut self.target, true)?;
        }
        self.target.flush()?;
        Ok(self.target)
    }

    /// The same, under a context that is known only now that everything is written.
    pub fn finish_as(mut self, context: &[u8]) -> io::Result<W> {
        if let Some(sealing) = &mut self.sealing {
            sealing.pieces.associated.truncate(HEADER);
            sealing.pieces.associated.extend_from_slice(context);
        }
        self.finish()
    }

    /// What it writes to.
    pub fn target(&self) -> &W {
        &self.target
    }
}

impl Sealing {
    fn put(&mut self, target: &mut impl Write, last: bool) -> io::Result<()> {
        let nonce = self.pieces.header.nonce(self.piece, last);
        let payload = self.pieces.payload(&self.text, last);
        let sealed = self.pieces.cipher.encrypt(&nonce, payload);
        let sealed = sealed.map_err(|_| io::Error::from(VaultError::Memory))?;
        target.write_all(&sealed)?;
        self.text.clear();
        self.piece += 1;
        Ok(())
    }
}

impl<W: Write> Write for SealedWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let Some(sealing) = &mut self.sealing else {
            return self.target.write(bytes);
        };
        // A full piece goes out only once there is more: the last one may be full as well.
        if sealing.text.len() == PIECE && !bytes.is_empty() {
            sealing.put(&mut self.target, false)?;
        }
        let taken = bytes.len().min(PIECE - sealing.text.len());
        sealing.text.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    /// What is no full piece stays here until the end.
    fn flush(&mut self) -> io::Result<()> {
        self.target.flush()
    }
}

impl Drop for Sealing {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}
