//! One file of the journal, frame by frame, past what is damaged.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};

use vault::Sealer;

use super::frame::{HEAD, Head};
use super::{Ledger, Place, file_of};
use crate::StoreError;

/// A frame whose checksum holds.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) head: Head,
    /// Where it begins.
    pub(super) at: u64,
    /// What it says; on the disk it may be sealed.
    pub(super) body: Vec<u8>,
}

impl Found {
    /// One past its last byte.
    pub(super) fn end(&self) -> u64 {
        self.at + HEAD as u64 + u64::from(self.head.length)
    }
}

/// A file being read.
pub(super) struct Frames {
    file: BufReader<File>,
    sealer: Sealer,
    length: u64,
    at: u64,
    /// Places at which a frame should have begun and none could be read.
    pub(super) damaged: usize,
}

impl Frames {
    pub(super) fn open(ledger: &Ledger, from: Place) -> Result<Self, StoreError> {
        let file = File::open(file_of(&ledger.folder, from.file))?;
        let length = file.metadata()?.len();
        let mut file = BufReader::with_capacity(1 << 18, file);
        file.seek(SeekFrom::Start(from.at))?;
        Ok(Self {
            file,
            sealer: ledger.sealer.clone(),
            length,
            at: from.at,
            damaged: 0,
        })
    }

    pub(super) fn length(&self) -> u64 {
        self.length
    }

    /// The next frame with a number above `seq`, wherever it is; what lies before it is damaged.
    pub(super) fn next(&mut self, seq: u64) -> Result<Option<Found>, StoreError> {
        if self.at >= self.length {
            return Ok(None);
        }
        if let Some(found) = self.frame_at(self.at, seq)? {
            self.at = found.end();
            return Ok(Some(found));
        }
        // A length that is wrong leads nowhere: every byte may be where the next frame begins.
        match self.search(seq)? {
            Some(found) => {
                self.damaged += 1;
                self.at = found.end();
                Ok(Some(found))
            }
            None => Ok(None),
        }
    }

    /// The frame that begins at `at`, if one does.
    fn frame_at(&mut self, at: u64, seq: u64) -> Result<Option<Found>, StoreError> {
        let left = self.length.saturating_sub(at);
        if left < HEAD as u64 {
            return Ok(None);
        }
        self.seek(at)?;
        let mut head = [0; HEAD];
        self.file.read_exact(&mut head)?;
        let head = Head::read(&head);
        if !head.is_plausible(seq, left - HEAD as u64) {
            return Ok(None);
        }
        let mut body = vec![0; head.length as usize];
        self.file.read_exact(&mut body)?;
        if !head.fits(&body) {
            return Ok(None);
        }
        let body = head.opened(&self.sealer, body)?;
        Ok(body.map(|body| Found { head, at, body }))
    }

    fn search(&mut self, seq: u64) -> Result<Option<Found>, StoreError> {
        const WINDOW: usize = 1 << 16;
        let mut window = vec![0; WINDOW];
        let mut at = self.at + 1;
        while at + HEAD as u64 <= self.length {
            let size = usize::try_from(self.length - at).map_or(WINDOW, |left| left.min(WINDOW));
            self.seek(at)?;
            self.file.read_exact(&mut window[..size])?;
            let heads = window[..size].windows(HEAD).enumerate();
            let likely: Vec<u64> = heads
                .filter_map(|(i, head)| {
                    let head = Head::read(head.try_into().ok()?);
                    let here = at + i as u64;
                    head.is_plausible(seq, self.length - here - HEAD as u64)
                        .then_some(here)
                })
                .collect();
            for here in likely {
                if let Some(found) = self.frame_at(here, seq)? {
                    return Ok(Some(found));
                }
            }
            at += (size - HEAD + 1) as u64;
        }
        Ok(None)
    }

    fn seek(&mut self, at: u64) -> Result<(), StoreError> {
        // Relative, so that what is buffered stays; frames mostly follow one another.
        let now = self.file.stream_position()?;
        let by = at as i64 - now as i64;
        Ok(self.file.seek_relative(by)?)
    }
}
