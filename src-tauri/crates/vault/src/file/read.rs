use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chacha20poly1305::aead::Aead;
use zeroize::Zeroizing;

use super::{HEADER, Header, MAGIC, PIECE, Pieces, TAG};
use crate::{Purpose, Sealer, VaultError};

/// A file that is read, sealed or as it is: anywhere by [`Self::read_at`], from several threads if
/// need be, or through [`Read`] and [`Seek`].
pub struct SealedFile {
    inner: Mutex<Inner>,
    /// `None` for one that is not sealed.
    pieces: Option<Pieces>,
    /// Bytes of text.
    length: u64,
    /// Where [`Read`] is.
    at: u64,
}

struct Inner {
    file: File,
    /// The piece that was read last.
    known: Option<(u64, Zeroizing<Vec<u8>>)>,
}

impl SealedFile {
    /// Opens a file that was written with this purpose and context, and reads its end.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidData`] for one that is not whole, or not sealed where it should be.
    pub fn open(
        sealer: &Sealer,
        purpose: Purpose,
        context: &[u8],
        path: &Path,
    ) -> io::Result<Self> {
        Self::of(sealer, purpose, context, File::open(path)?)
    }

    /// As [`Self::open`], of a file that is open already.
    pub fn of(
        sealer: &Sealer,
        purpose: Purpose,
        context: &[u8],
        mut file: File,
    ) -> io::Result<Self> {
        let on_disk = file.metadata()?.len();
        let Some(cipher) = sealer.cipher(purpose) else {
            return Ok(Self::plain(file, on_disk));
        };
        let mut first = [0; HEADER];
        let read = read_up_to(&mut file, &mut first)?;
        let sealed = Header::read(&first[..read], purpose).zip(text_length(on_disk));
        if let Some((header, length)) = sealed {
            let this = Self {
                inner: Mutex::new(Inner { file, known: None }),
                pieces: Some(Pieces::new(cipher, header, context)),
                length,
                at: 0,
            };
            return match this.read_last() {
                Ok(()) => Ok(this),
                Err(error) if error.kind() == ErrorKind::InvalidData && sealer.is_turning() => {
                    // Somebody's own file may begin as a sealed one does.
                    let inner = this
                        .inner
                        .into_inner()
                        .unwrap_or_else(PoisonError::into_inner);
                    Ok(Self::plain(inner.file, on_disk))
                }
                Err(error) => Err(error),
            };
        }
        if sealer.is_turning() {
            Ok(Self::plain(file, on_disk))
        } else {
            Err(VaultError::Damaged.into())
        }
    }

    /// Whether a file of these first bytes says it is sealed; whether it is, only a key can tell.
    pub fn looks_sealed(first: &[u8]) -> bool {
        first.starts_with(MAGIC)
    }

    fn plain(file: File, length: u64) -> Self {
        Self {
            inner: Mutex::new(Inner { file, known: None }),
            pieces: None,
            length,
            at: 0,
        }
    }

    /// Bytes of text.
    pub fn len(&self) -> u64 {
        self.length
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Whether it is sealed on the disk.
    pub fn is_sealed(&self) -> bool {
        self.pieces.is_some()
    }

    /// The text from `offset` on, `length` bytes or as many as there are.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidData`] when a piece of it was changed.
    pub fn read_at(&self, offset: u64, length: usize) -> io::Result<Vec<u8>> {
        let left = self.length.saturating_sub(offset);
        let length = usize::try_from(left).map_or(length, |left| left.min(length));
        let mut text = vec![0; length];
        self.fill(offset, &mut text)?;
        Ok(text)
    }

    /// All of it.
    pub fn read_all(&self) -> io::Result<Vec<u8>> {
        let length =
            usize::try_from(self.length).map_err(|_| io::Error::from(ErrorKind::OutOfMemory))?;
        self.read_at(0, length)
    }

    /// Fills `text` with what stands from `offset` on, which must be there.
    fn fill(&self, offset: u64, mut text: &mut [u8]) -> io::Result<()> {
        let mut inner = self.lock();
        let Some(pieces) = &self.pieces else {
            inner.file.seek(SeekFrom::Start(offset))?;
            return inner.file.read_exact(text);
        };
        let mut at = offset;
        while !text.is_empty() {
            let piece = at / PIECE as u64;
            let within = (at % PIECE as u64) as usize;
            let known = inner.piece(pieces, piece, self.length)?;
            let there = known
                .get(within..)
                .filter(|there| !there.is_empty())
                .ok_or(ErrorKind::UnexpectedEof)?;
            let taken = there.len().min(text.len());
            let (now, later) = text.split_at_mut(taken);
            now.copy_from_slice(&there[..taken]);
            text = later;
            at += taken as u64;
        }
        Ok(())
    }

    /// Sees that the end is the end.
    fn read_last(&self) -> io::Result<()> {
        if let Some(pieces) = &self.pieces {
            self.lock()
                .piece(pieces, last_piece(self.length), self.length)?;
        }
        Ok(())
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        // Nothing is left half done in there.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    fn piece(&mut self, pieces: &Pieces, piece: u64, length: u64) -> io::Result<&[u8]> {
        if self.known.as_ref().is_none_or(|(known, _)| *known != piece) {
            let text = self.read_piece(pieces, piece, length)?;
            self.known = Some((piece, Zeroizing::new(text)));
        }
        Ok(self.known.as_ref().map_or(&[], |(_, text)| text))
    }

    fn read_piece(&mut self, pieces: &Pieces, piece: u64, length: u64) -> io::Result<Vec<u8>> {
        let last = piece == last_piece(length);
        let text = match last {
            true => (length - piece * PIECE as u64) as usize,
            false => PIECE,
        };
        let start = HEADER as u64 + piece * (PIECE + TAG) as u64;
        let mut sealed = vec![0; text + TAG];
        self.file.seek(SeekFrom::Start(start))?;
        self.file.read_exact(&mut sealed)?;
        pieces
            .cipher
            .decrypt(
                &pieces.header.nonce(piece, last),
                pieces.payload(&sealed, last),
            )
            .map_err(|_| VaultError::Damaged.into())
    }
}

/// The number of the last piece of a text.
fn last_piece(length: u64) -> u64 {
    length.saturating_sub(1) / PIECE as u64
}

/// How long the text of a sealed file of this many bytes is; `None` when no text has that many.
fn text_length(on_disk: u64) -> Option<u64> {
    let sealed = on_disk.checked_sub(HEADER as u64)?;
    let whole = (PIECE + TAG) as u64;
    let pieces = sealed.div_ceil(whole);
    let text = sealed.checked_sub(pieces * TAG as u64)?;
    (pieces > 0 && pieces == last_piece(text) + 1).then_some(text)
}

fn read_up_to(file: &mut File, into: &mut [u8]) -> io::Result<usize> {
    let mut read = 0;
    while read < into.len() {
        match file.read(&mut into[read..]) {
            Ok(0) => break,
            Ok(some) => read += some,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(read)
}

impl Read for SealedFile {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let left = self.length.saturating_sub(self.at);
        let some = usize::try_from(left).map_or(into.len(), |left| left.min(into.len()));
        self.fill(self.at, &mut into[..some])?;
        self.at += some as u64;
        Ok(some)
    }
}

impl Seek for SealedFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

impl std::fmt::Debug for SealedFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SealedFile")
            .field("length", &self.length)
            .field("sealed", &self.is_sealed())
            .finish()
    }
}
