//! A snapshot that is open to be read: shown beside the book, and brought back from.

use std::io::{self, BufRead};

use xxhash_rust::xxh3::Xxh3;

use super::{FORMAT, Line, Manifest, Snapshots, read};
use crate::StoreError;
use crate::line::{RecordLine, shape};
use crate::pages::Keys;
use crate::store::Store;
use crate::tree::{Key, Tree};
use crate::upgrade::Ladder;

/// A snapshot that is open: it can be read once even when newer ones take its place meanwhile.
pub struct Snapshot {
    /// What it holds.
    pub manifest: Manifest,
    snapshots: Snapshots,
    begun: Option<Box<dyn BufRead + Send>>,
    ladder: Ladder,
}

impl Store {
    /// Every snapshot there is, the newest first; each was read back when it was made.
    pub fn snapshots(&self) -> Result<Vec<Manifest>, StoreError> {
        Ok(self.inner.snapshots.list()?)
    }

    /// Opens the snapshot of group `seq`; `None` when there is none any more.
    pub fn snapshot(&self, seq: u64) -> Result<Option<Snapshot>, StoreError> {
        let found = self.inner.snapshots.list()?;
        let Some(manifest) = found.into_iter().find(|one| one.seq == seq) else {
            return Ok(None);
        };
        if manifest.format > FORMAT {
            return Err(StoreError::Newer);
        }
        let mut snapshot = Snapshot {
            manifest,
            snapshots: self.inner.snapshots.clone(),
            begun: None,
            ladder: self.inner.state.ladder,
        };
        match snapshot.begin() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            begun => {
                snapshot.begun = Some(begun?);
                Ok(Some(snapshot))
            }
        }
    }

    /// The keys of a noun's records, in order: a page at a time, and of a locked book all at once.
    pub fn keys_of(&self, tree: Tree) -> Keys<'_> {
        Keys::of(&self.inner.state, tree.into())
    }

    /// A record as a line in this version's schema; `None` when it is not there.
    pub fn line(&self, tree: Tree, key: &Key) -> Result<Option<RecordLine>, StoreError> {
        let Some(sealed) = self.inner.state.record(tree, key)? else {
            return Ok(None);
        };
        let ladder = self.inner.state.ladder;
        let fields = ladder.fields(tree, &sealed)?;
        RecordLine::new(tree, key, ladder.schema(tree), &fields).map(Some)
    }
}

impl Snapshot {
    /// Gives every record to `each` as a line in this version's schema, noun by noun, by key within a noun; then holds
    /// all of it to the manifest.
    ///
    /// # Errors
    /// When it is not what its manifest says, and what `each` says. What was given by then is not to be kept.
    pub fn each_line<E: From<StoreError>>(
        &mut self,
        mut each: impl FnMut(RecordLine) -> Result<(), E>,
    ) -> Result<(), E> {
        let bad = |why: &str| StoreError::State(format!("snapshot {}: {why}", self.manifest.seq));
        let mut from = match self.begun.take() {
            Some(begun) => begun,
            None => self.begin().map_err(StoreError::from)?,
        };
        let (mut hash, mut count, mut text) = (Xxh3::new(), 0, Vec::new());
        loop {
            text.clear();
            let read = from.read_until(b'\n', &mut text);
            if read.map_err(|error| bad(&error.to_string()))? == 0 {
                break;
            }
            hash.update(&text);
            count += 1;
            let line = serde_json::from_slice(&text).map_err(|error| bad(&shape(&error)))?;
            if let Line::Record(line) | Line::Packed(line) = line {
                each(self.climbed(&line)?)?;
            }
        }
        let whole = count == self.manifest.lines
            && format!("{:032x}", hash.digest128()) == self.manifest.hash;
        if whole {
            Ok(())
        } else {
            Err(bad("it is not what its manifest says").into())
        }
    }

    fn begin(&self) -> io::Result<Box<dyn BufRead + Send>> {
        let lines = read::lines(&self.snapshots, self.manifest.seq)?;
        Ok(Box::new(lines))
    }

    fn climbed(&self, line: &RecordLine) -> Result<RecordLine, StoreError> {
        let (tree, schema) = (line.tree(), line.schema());
        let ours = self.ladder.schema(tree);
        if schema > ours {
            return Err(StoreError::Newer);
        }
        let packed = line.packed()?;
        let fields = self.ladder.climb(tree, schema, ours, &packed)?;
        RecordLine::new(tree, &line.key()?, ours, &fields)
    }
}

impl std::fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Snapshot")
            .field("manifest", &self.manifest)
            .finish_non_exhaustive()
    }
}
