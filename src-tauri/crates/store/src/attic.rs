//! Files by the address of their content: what is brought in whole, and records too long for the state.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::xxh3_128;

use crate::journal;

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

    /// Keeps `bytes`, and gives their address: the same bytes are the same file. Durable when it returns.
    pub fn keep(&self, bytes: &[u8]) -> io::Result<String> {
        let address = format!("{:032x}", xxh3_128(bytes));
        let path = self.path(&address)?;
        if fs::metadata(&path).is_ok_and(|meta| meta.len() == bytes.len() as u64) {
            return Ok(address);
        }
        let folder = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder)?;
        let aside = path.with_extension("new");
        let mut file = File::create(&aside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&aside, &path)?;
        journal::sync_folder(folder)?;
        journal::sync_folder(&self.folder)?;
        Ok(address)
    }

    /// The bytes at `address`, whole.
    pub fn read(&self, address: &str) -> io::Result<Vec<u8>> {
        fs::read(self.path(address)?)
    }

    /// `length` bytes of the file at `address`, from `offset` on.
    pub fn read_part(&self, address: &str, offset: u64, length: usize) -> io::Result<Vec<u8>> {
        let mut file = File::open(self.path(address)?)?;
        file.seek(SeekFrom::Start(offset))?;
        let mut bytes = vec![0; length];
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    /// Whether the file at `address` is there and is what its address says.
    pub fn is_whole(&self, address: &str) -> bool {
        self.read(address)
            .is_ok_and(|bytes| format!("{:032x}", xxh3_128(&bytes)) == address)
    }

    fn path(&self, address: &str) -> io::Result<PathBuf> {
        let hex = address.len() == 32 && address.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !hex {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                "not an address of the attic",
            ));
        }
        Ok(self.folder.join(&address[..2]).join(address))
    }
}
