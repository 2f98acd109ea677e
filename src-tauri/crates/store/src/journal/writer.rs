//! Appending.

use std::fs::{File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::Path;

use super::{MARK, Place, file_of};

/// The end of the journal.
#[derive(Debug)]
pub(crate) struct Writer {
    file: File,
    place: Place,
    /// A write failed half-way: nothing more is appended until its bytes are cut off.
    torn: bool,
}

impl Writer {
    /// A new file whose first frame will be `first`, durable with its name.
    pub(crate) fn create(folder: &Path, first: u64) -> io::Result<Self> {
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(file_of(folder, first))?;
        file.write_all(MARK)?;
        file.sync_all()?;
        sync_folder(folder)?;
        Ok(Self {
            file,
            place: Place {
                file: first,
                at: MARK.len() as u64,
            },
            torn: false,
        })
    }

    /// Goes on at `place`; what lies behind it is cut off.
    pub(crate) fn resume(folder: &Path, place: Place) -> io::Result<Self> {
        let mut file = OpenOptions::new()
            .write(true)
            .open(file_of(folder, place.file))?;
        if file.metadata()?.len() != place.at {
            file.set_len(place.at)?;
            file.sync_all()?;
        }
        file.seek(SeekFrom::Start(place.at))?;
        Ok(Self {
            file,
            place,
            torn: false,
        })
    }

    /// Where the next frame begins.
    pub(crate) fn place(&self) -> Place {
        self.place
    }

    /// Appends bytes, not yet synced. On failure nothing of them stays.
    pub(crate) fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.torn {
            self.cut_to(self.place)?;
        }
        match self.file.write_all(bytes) {
            Ok(()) => {
                self.place.at += bytes.len() as u64;
                Ok(())
            }
            Err(error) => {
                self.torn = true;
                // Worth trying now; the next append will try again.
                let _ = self.cut_to(self.place);
                Err(error)
            }
        }
    }

    /// Cuts everything behind `place` off: a group that was stopped never happened.
    pub(crate) fn cut_to(&mut self, place: Place) -> io::Result<()> {
        self.file.set_len(place.at)?;
        self.file.seek(SeekFrom::Start(place.at))?;
        self.place = place;
        self.torn = false;
        Ok(())
    }

    /// Everything appended is on the disk when this returns.
    pub(crate) fn sync(&self) -> io::Result<()> {
        self.file.sync_data()
    }
}

/// A name is durable when its folder is.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(windows) {
        Ok(())
    } else {
        File::open(folder)?.sync_all()
    }
}
