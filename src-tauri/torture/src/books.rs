//! Books to be tortured: made by a worker, with the ledger of what is in them.

use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::child::Call;
use crate::heard::Heard;
use crate::ledger::Ledger;
use crate::needle;

/// A book in a folder of its own, and what was acknowledged of it.
pub(crate) struct Book {
    pub(crate) home: TempDir,
    pub(crate) ledger: Ledger,
    pub(crate) acked: u64,
    /// Whether it is locked: then nothing of it may be read without its key.
    pub(crate) locked: bool,
}

impl Book {
    /// Where it is.
    pub(crate) fn data(&self) -> PathBuf {
        data(self.home.path())
    }

    /// Its files that come in and go out.
    pub(crate) fn files(&self) -> PathBuf {
        files(self.home.path())
    }

    /// An empty place for one.
    pub(crate) fn nowhere(locked: bool) -> io::Result<Self> {
        Ok(Self {
            home: folder()?,
            ledger: Ledger::default(),
            acked: 0,
            locked,
        })
    }

    /// One that `acts` were done in.
    pub(crate) fn made(locked: bool, seed: u64, acts: u64, close: bool) -> io::Result<Self> {
        let mut book = Self::nowhere(locked)?;
        book.more(seed, acts, close)?;
        Ok(book)
    }

    /// More is done in it.
    pub(crate) fn more(&mut self, seed: u64, acts: u64, close: bool) -> io::Result<()> {
        let call = Call {
            acts: Some(acts),
            close,
            ..self.call(seed)
        };
        let heard = call.finish()?;
        match self.wrong(&heard) {
            None => {
                self.take(heard);
                Ok(())
            }
            Some(wrong) => Err(io::Error::other(format!("seed {seed}: {wrong}"))),
        }
    }

    /// A worker on it.
    pub(crate) fn call(&self, seed: u64) -> Call {
        Call {
            data: self.data(),
            files: self.files(),
            seed,
            since: self.ledger.seq,
            locked: self.locked,
            ..Call::default()
        }
    }

    /// What is wrong with an opening of it, and with what can be seen of it from outside.
    pub(crate) fn wrong(&self, heard: &Heard) -> Option<String> {
        heard.wrong(&self.ledger).or_else(|| self.shows())
    }

    /// What can be read of a locked book without its key.
    pub(crate) fn shows(&self) -> Option<String> {
        let shown = self
            .locked
            .then(|| needle::shown_in(&self.data()))
            .flatten();
        shown.map(|what| format!("it shows {what}"))
    }

    /// What a worker acknowledged counts from here on.
    pub(crate) fn take(&mut self, heard: Heard) {
        self.acked += heard.acked;
        if heard.first.is_some() {
            self.ledger = heard.ledger;
        }
    }
}

/// A folder that goes with the book.
pub(crate) fn folder() -> io::Result<TempDir> {
    tempfile::Builder::new()
        .prefix("sentier-torture-")
        .tempdir()
}

pub(crate) fn data(home: &Path) -> PathBuf {
    home.join("book")
}

pub(crate) fn files(home: &Path) -> PathBuf {
    home.join("files")
}

/// The book says, as an earlier version does, that it has that one's orders: its state is built again
/// from a snapshot. One that says nothing yet is left as it is.
pub(crate) fn age(data: &Path) -> io::Result<()> {
    let path = data.join("VERSION");
    let Ok(text) = std::fs::read(&path) else {
        return Ok(());
    };
    let mut version: serde_json::Value = serde_json::from_slice(&text)?;
    version["orders"] = 1.into();
    if let Some(version) = version.as_object_mut() {
        // Earlier versions wrote no sum, and no copy.
        version.remove("sum");
    }
    match std::fs::remove_file(data.join("VERSION.copy")) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    std::fs::write(&path, serde_json::to_vec(&version)?)
}

/// Every file under a folder, in order, without the lock and what is not the book's.
pub(crate) fn files_under(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files_under(&path)?);
        } else if path.file_name().is_some_and(|name| name != "lock") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
