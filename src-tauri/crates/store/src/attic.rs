//! Files by the address of their content: what is brought in whole, and records too long for the
//! state. A file is written aside, synced, renamed and its folder synced before anything refers to
//! it; the same bytes are the same file.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use crate::disk;

/// The folder of files kept by content.
#[derive(Debug, Clone)]
pub struct Attic {
    folder: PathBuf,
}

impl Attic {
    pub(crate) fn of(data: &Path) -> Self {
        Self {
            folder: data.join("attic"),
        }
    }

    /// The address that `bytes` have, or would have.
    pub fn address_of(bytes: &[u8]) -> String {
        address_of(bytes)
    }

    /// Keeps `bytes`, and gives their address. Durable when it returns.
    pub fn keep(&self, bytes: &[u8]) -> io::Result<String> {
        self.must_be_somewhere()?;
        let address = address_of(bytes);
        let path = self.path(&address)?;
        keep_at(&path, bytes)?;
        self.sync_names()?;
        Ok(address)
    }

    /// Keeps what `from` gives until its end, without holding it in memory. Durable when it returns.
    pub fn keep_from(&self, from: &mut dyn Read) -> io::Result<String> {
        self.keep_checked(from, None)
    }

    /// Files for a write that is still to come. What was not here before goes again unless they
    /// [`stay`](NewFiles::stay).
    pub fn begin(&self) -> NewFiles<'_> {
        NewFiles {
            attic: self,
            new: Vec::new(),
        }
    }

    fn keep_checked(&self, from: &mut dyn Read, wanted: Option<&str>) -> io::Result<String> {
        self.must_be_somewhere()?;
        fs::create_dir_all(&self.folder)?;
        // There is one writer of a book, but reading in may run beside other work.
        let aside = self.folder.join(format!(
            "{:?}-{}.new",
            std::thread::current().id(),
            std::process::id()
        ));
        let kept = self.keep_aside(from, &aside, wanted);
        if kept.is_err() {
            // Whatever stopped it is what is worth telling.
            let _ = fs::remove_file(&aside);
        }
        kept
    }

    fn keep_aside(
        &self,
        from: &mut dyn Read,
        aside: &Path,
        wanted: Option<&str>,
    ) -> io::Result<String> {
        let mut file = File::create(aside)?;
        let mut hash = Xxh3::new();
        let mut buffer = vec![0; 1 << 16];
        loop {
            let read = match from.read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            hash.update(&buffer[..read]);
            file.write_all(&buffer[..read])?;
        }
        file.sync_all()?;
        let address = format!("{:032x}", hash.digest128());
        if wanted.is_some_and(|wanted| wanted != address) {
            return Err(not_what_it_says());
        }
        let path = self.path(&address)?;
        let folder = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder)?;
        fs::rename(aside, &path)?;
        disk::sync_folder(folder)?;
        self.sync_names()?;
        Ok(address)
    }

    /// The bytes at `address`, whole.
    pub fn read(&self, address: &str) -> io::Result<Vec<u8>> {
        fs::read(self.path(address)?)
    }

    /// `length` bytes of the file at `address`, from `offset` on.
    pub fn read_part(&self, address: &str, offset: u64, length: usize) -> io::Result<Vec<u8>> {
        let mut file = File::open(self.path(address)?)?;
        let size = file.metadata()?.len();
        // A length that a damaged record claims must not become an allocation.
        if offset.saturating_add(length as u64) > size {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        file.seek(SeekFrom::Start(offset))?;
        let mut bytes = vec![0; length];
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    /// The file at `address`, to be read from its beginning.
    pub fn open(&self, address: &str) -> io::Result<BufReader<File>> {
        Ok(BufReader::new(File::open(self.path(address)?)?))
    }

    /// Whether the file at `address` is there and is what its address says.
    pub fn is_whole(&self, address: &str) -> bool {
        let Ok(mut file) = self.open(address) else {
            return false;
        };
        let mut hash = Xxh3::new();
        let mut buffer = vec![0; 1 << 16];
        loop {
            match file.read(&mut buffer) {
                Ok(0) => return format!("{:032x}", hash.digest128()) == address,
                Ok(read) => hash.update(&buffer[..read]),
                Err(_) => return false,
            }
        }
    }

    /// Keeps a record's long fields. They can always be had again from journal and snapshots.
    pub(crate) fn keep_long(&self, bytes: &[u8]) -> io::Result<String> {
        let address = address_of(bytes);
        keep_at(&self.long().join(&address), bytes)?;
        Ok(address)
    }

    /// A record's long fields, when they are what their address says.
    pub(crate) fn read_long(&self, address: &str) -> io::Result<Vec<u8>> {
        checked(address)?;
        let bytes = fs::read(self.long().join(address))?;
        if address_of(&bytes) == address {
            Ok(bytes)
        } else {
            Err(not_what_it_says())
        }
    }

    /// Removes the long fields no record refers to any more.
    pub(crate) fn sweep_long(&self, used: &HashSet<String>) -> io::Result<()> {
        if !self.long().exists() {
            return Ok(());
        }
        for entry in fs::read_dir(self.long())? {
            let entry = entry?;
            let name = entry.file_name();
            if !used.contains(name.to_string_lossy().as_ref()) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }

    /// The names of the folders a file is in are as sure as its bytes.
    fn sync_names(&self) -> io::Result<()> {
        disk::sync_folder(&self.folder)?;
        disk::sync_folder(self.folder.parent().unwrap_or(Path::new(".")))
    }

    /// Makes sure that the long fields the state speaks of outlive a power cut.
    pub(crate) fn sync_long(&self) -> io::Result<()> {
        if !self.long().exists() {
            return Ok(());
        }
        disk::sync_folder(&self.long())?;
        self.sync_names()
    }

    /// Where the file at `address` is, or would be.
    pub(crate) fn place_of(&self, address: &str) -> io::Result<PathBuf> {
        self.path(address)
    }

    /// Removes every file whose address is not among `used`, and what was left half-way of others.
    pub(crate) fn sweep(&self, used: &HashSet<String>) -> io::Result<()> {
        if !self.folder.exists() {
            return Ok(());
        }
        let long = self.long();
        // By their names on the disk, which a locked book's are not the addresses.
        let used: HashSet<PathBuf> = used.iter().flat_map(|address| self.path(address)).collect();
        for entry in fs::read_dir(&self.folder)? {
            let path = entry?.path();
            if path == long {
                continue;
            }
            if !path.is_dir() {
                fs::remove_file(&path)?;
                continue;
            }
            for file in fs::read_dir(&path)? {
                let file = file?.path();
                if !used.contains(&file) {
                    fs::remove_file(file)?;
                }
            }
            disk::sync_folder(&path)?;
        }
        disk::sync_folder(&self.folder)
    }

    /// A data folder that was moved or deleted is not made again behind the person's back.
    fn must_be_somewhere(&self) -> io::Result<()> {
        match self.folder.parent() {
            Some(data) if !data.is_dir() => Err(io::ErrorKind::NotFound.into()),
            _ => Ok(()),
        }
    }

    fn long(&self) -> PathBuf {
        self.folder.join("long")
    }

    fn path(&self, address: &str) -> io::Result<PathBuf> {
        checked(address)?;
        Ok(self.folder.join(&address[..2]).join(address))
    }
}

/// Files kept for a write that is still to come.
#[derive(Debug)]
pub struct NewFiles<'a> {
    attic: &'a Attic,
    new: Vec<String>,
}

impl NewFiles<'_> {
    /// Keeps what `from` gives at `address`, durably. What is there and whole is not read again.
    ///
    /// # Errors
    /// [`io::ErrorKind::InvalidData`] when it is not what its address says; then it is not kept.
    pub fn keep(&mut self, address: &str, from: &mut dyn Read) -> io::Result<()> {
        if self.attic.is_whole(address) {
            return Ok(());
        }
        let there = self.attic.path(address)?.exists();
        let address = self.attic.keep_checked(from, Some(address))?;
        if !there {
            self.new.push(address);
        }
        Ok(())
    }

    /// The write is done: they stay.
    pub fn stay(mut self) {
        self.new.clear();
    }
}

impl Drop for NewFiles<'_> {
    fn drop(&mut self) {
        for address in &self.new {
            let gone = self.attic.path(address).and_then(fs::remove_file);
            if let Err(error) = gone {
                log::warn!("{address} could not be taken out of the attic again: {error}");
            }
        }
    }
}

fn not_what_it_says() -> io::Error {
    io::Error::new(
        io::ErrorKind::InvalidData,
        "it is not what its address says",
    )
}

/// The address of these bytes.
pub(crate) fn address_of(bytes: &[u8]) -> String {
    format!("{:032x}", xxh3_128(bytes))
}

fn keep_at(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // Comparing costs a read, and mends a file that went bad.
    if fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    disk::write_whole(path, bytes)
}

/// Addresses come out of records: one that is no address must not become a path.
fn checked(address: &str) -> io::Result<()> {
    let hex = address.len() == 32 && address.bytes().all(|byte| byte.is_ascii_hexdigit());
    if hex {
        Ok(())
    } else {
        Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "not an address of the attic",
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_bytes_are_one_file_however_they_come() {
        let folder = tempfile::tempdir().expect("a folder");
        let attic = Attic::of(folder.path());
        let bytes = vec![42; 200_000];
        let address = attic.keep(&bytes).expect("kept");
        let streamed = attic.keep_from(&mut bytes.as_slice()).expect("kept");
        assert_eq!(address, streamed, "the address is the content's");
        assert_eq!(attic.read(&address).expect("reads"), bytes);
        assert_eq!(attic.read_part(&address, 7, 3).expect("reads"), [42; 3]);
        assert!(attic.is_whole(&address), "nothing happened to it");
    }

    #[test]
    fn files_of_a_write_that_did_not_come_go_again_and_others_stay() {
        let folder = tempfile::tempdir().expect("a folder");
        let attic = Attic::of(folder.path());
        let old = attic.keep(b"old").expect("kept");
        let (one, other) = (address_of(b"one"), address_of(b"other"));
        let mut files = attic.begin();
        files.keep(&old, &mut b"old".as_slice()).expect("there");
        files.keep(&one, &mut b"one".as_slice()).expect("kept");
        let wrong = files.keep(&other, &mut b"another".as_slice());
        assert_eq!(
            wrong.expect_err("not what it says").kind(),
            io::ErrorKind::InvalidData
        );
        assert!(attic.is_whole(&one), "it is there before the write");
        drop(files);
        assert!(!attic.is_whole(&one), "and gone when that did not come");
        assert!(attic.is_whole(&old), "what was there before stays");
        let mut files = attic.begin();
        files.keep(&one, &mut b"one".as_slice()).expect("kept");
        files.stay();
        assert!(attic.is_whole(&one), "the write came");
    }

    #[test]
    fn a_changed_file_is_not_whole_and_a_path_is_no_address() {
        let folder = tempfile::tempdir().expect("a folder");
        let attic = Attic::of(folder.path());
        let address = attic.keep(b"BEGIN:VCALENDAR").expect("kept");
        fs::write(
            attic.path(&address).expect("an address"),
            b"BEGIN:VCALENDAS",
        )
        .expect("written");
        assert!(!attic.is_whole(&address), "one letter is another content");
        assert!(
            attic.read("../../../etc/passwd").is_err(),
            "an address is hexadecimal"
        );
        assert!(
            attic.read_part(&address, 0, usize::MAX).is_err(),
            "a length past the end is refused before it is allocated"
        );
    }
}
