//! Appending.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::{MARK, Place, file_of};
use crate::disk;

/// The end of the journal.
#[derive(Debug)]
pub(crate) struct Writer {
    folder: PathBuf,
    file: File,
    place: Place,
    /// A write failed half-way: nothing more is appended until its bytes are cut off.
    torn: bool,
    /// A sync failed: what the disk has of the last bytes is not known any more.
    lost: bool,
}

impl Writer {
    /// A new file whose first frame will be `first`, durable with its name.
    pub(crate) fn create(folder: &Path, first: u64) -> io::Result<Self> {
        let path = file_of(folder, first);
        if fs::metadata(&path).is_ok_and(|meta| meta.len() > MARK.len() as u64) {
            return Err(io::Error::from(io::ErrorKind::AlreadyExists));
        }
        let mut file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .open(path)?;
        file.write_all(MARK)?;
        file.sync_all()?;
        disk::sync_folder(folder)?;
        Ok(Self::over(folder, file, Place::start_of(first)))
    }

    /// Goes on at `place`. What lay behind it must have been moved aside: it is cut off.
    pub(crate) fn resume(folder: &Path, place: Place) -> io::Result<Self> {
        let mut file = OpenOptions::new()
            .write(true)
            .open(file_of(folder, place.file))?;
        let length = file.metadata()?.len();
        if length < MARK.len() as u64 {
            // It was made, and the power went before its mark was written.
            file.write_all(MARK)?;
        }
        if length != place.at {
            file.set_len(place.at)?;
            file.sync_all()?;
        }
        file.seek(SeekFrom::Start(place.at))?;
        Ok(Self::over(folder, file, place))
    }

    fn over(folder: &Path, file: File, place: Place) -> Self {
        Self {
            folder: folder.to_owned(),
            file,
            place,
            torn: false,
            lost: false,
        }
    }

    /// Where its files are.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the next frame begins.
    pub(crate) fn place(&self) -> Place {
        self.place
    }

    /// Makes ready for a group whose first frame will be `first`: after a failure, what is in doubt
    /// is dealt with first. While the disk still refuses, the next group asks again.
    pub(crate) fn ready(&mut self, first: u64) -> io::Result<()> {
        if self.lost { self.heal(first) } else { Ok(()) }
    }

    /// Goes on after a sync that failed. Everything acknowledged was synced before; the bytes behind
    /// it are in doubt, and the same descriptor would say nothing of them: a second sync may succeed
    /// and mean nothing. So they are cut off through another one, durably, and what follows is in a
    /// file of its own: no page of the doubtful one is written again, and no group of it can come
    /// back beside the one that takes its number.
    fn heal(&mut self, first: u64) -> io::Result<()> {
        let place = self.place;
        let anew = OpenOptions::new()
            .write(true)
            .open(file_of(&self.folder, place.file))?;
        anew.set_len(place.at)?;
        anew.sync_all()?;
        *self = Self::create(&self.folder, first)?;
        log::warn!("the disk takes writes again; the journal goes on in a new file");
        Ok(())
    }

    /// Whether the file that is open is the one of its name: what is appended to one whose folder
    /// was moved or deleted would be nowhere.
    pub(crate) fn is_there(&self) -> bool {
        disk::is_same(&self.file, &file_of(&self.folder, self.place.file))
    }

    /// Appends bytes, not yet synced. On failure nothing of them stays.
    pub(crate) fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.lost {
            return Err(io::Error::other(
                "an earlier write could not be made durable",
            ));
        }
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
                // Worth trying now; the next append tries again.
                let _ = self.cut_to(self.place);
                Err(error)
            }
        }
    }

    /// Cuts everything behind `place` off: a group that was stopped never happened.
    pub(crate) fn cut_to(&mut self, place: Place) -> io::Result<()> {
        // Until it is cut, nothing may follow it.
        self.torn = true;
        self.place = place;
        self.file.set_len(place.at)?;
        self.file.seek(SeekFrom::Start(place.at))?;
        self.torn = false;
        Ok(())
    }

    /// Everything appended is on the disk when this returns.
    pub(crate) fn sync(&mut self) -> io::Result<()> {
        // After a sync that failed a second one may succeed and say nothing of what was lost.
        self.file.sync_data().inspect_err(|_| self.lost = true)
    }

    /// As after a sync that failed.
    #[cfg(test)]
    pub(crate) fn lose(&mut self) {
        self.lost = true;
    }

    /// Goes on in a new file whose first frame will be `first`.
    pub(crate) fn turn(&mut self, first: u64) -> io::Result<()> {
        if self.lost {
            return self.heal(first);
        }
        if self.place == Place::start_of(first) {
            return Ok(());
        }
        if self.torn {
            // What follows must not find half a group behind it.
            self.cut_to(self.place)?;
        }
        *self = Self::create(&self.folder, first)?;
        Ok(())
    }
}
