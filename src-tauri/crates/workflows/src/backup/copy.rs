//! What can be brought back from: an archive or a snapshot, read the same way.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use store::{ContentHash, NewFiles, RecordLine, Snapshot, StoreError, Tree, Write};

use super::steps::Steps;
use crate::archive::{Archive, readable};
use crate::fault::Fault;
use crate::house::House;
use crate::rights::absent::{Absent, Lines};

/// A copy of the book, by where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// An archive.
    File(PathBuf),
    /// The snapshot of this group, beside the book.
    Snapshot(u64),
}

/// A copy that is open: a snapshot stays readable while newer ones take its place.
pub(super) enum Copy {
    File(Box<Archive>),
    Snapshot(Snapshot),
}

/// A record of a copy: what it says, and the write that makes it so. No write for what reads as no record.
pub(super) struct Copied {
    pub(super) tree: Tree,
    pub(super) line: Option<RecordLine>,
    pub(super) write: Option<Write>,
}

impl Copy {
    pub(super) fn open(house: &House, source: &Source) -> Result<Self, Fault> {
        Ok(match source {
            Source::File(path) => Self::File(Box::new(Archive::open(path)?)),
            Source::Snapshot(seq) => {
                let found = house.store.snapshot(*seq)?;
                Self::Snapshot(found.ok_or_else(|| Fault::invalid("error-snapshot-gone"))?)
            }
        })
    }

    /// When it was made, UTC.
    pub(super) fn at(&self) -> DateTime<Utc> {
        match self {
            Self::File(archive) => archive.manifest.at,
            Self::Snapshot(snapshot) => snapshot.manifest.at,
        }
    }

    /// The archive's file name; nothing for a snapshot.
    pub(super) fn name(&self) -> Option<&str> {
        match self {
            Self::File(archive) => Some(&archive.name),
            Self::Snapshot(_) => None,
        }
    }

    /// What tells it from any other: whether it is still the copy that was looked at.
    pub(super) fn print(&self) -> String {
        match self {
            Self::File(archive) => format!("{:032x}", archive.print),
            Self::Snapshot(snapshot) => snapshot.manifest.hash.clone(),
        }
    }

    /// How many entries are read: records, and attachments of an archive.
    pub(super) fn entries(&self) -> u64 {
        match self {
            Self::File(archive) => archive.entries(),
            Self::Snapshot(snapshot) => snapshot.manifest.records.values().sum(),
        }
    }

    /// How many records of each noun it says it has.
    pub(super) fn said(&self) -> Vec<(String, u64)> {
        let mut said: Vec<(String, u64)> = match self {
            Self::File(archive) => {
                let parts = archive.manifest.records.iter();
                parts
                    .map(|part| (part.noun.clone(), part.records))
                    .collect()
            }
            Self::Snapshot(snapshot) => {
                let records = snapshot.manifest.records.iter();
                records
                    .map(|(noun, count)| (noun.clone(), *count))
                    .collect()
            }
        };
        said.sort();
        said
    }

    /// Who was erased here since the copy was made, and stays away when it comes back.
    pub(super) fn absent(&mut self, house: &House, steps: &mut Steps<'_>) -> Result<Absent, Fault> {
        let entries = self.entries();
        let steps = std::cell::RefCell::new(steps);
        let again = &mut || steps.borrow_mut().again(entries);
        let step = &mut || steps.borrow_mut().step();
        match self {
            Self::File(_) => Absent::of(house, self, again, step),
            // This one stays as it was opened: it can be read once while newer ones take its place.
            Self::Snapshot(snapshot) => {
                let source = Source::Snapshot(snapshot.manifest.seq);
                Absent::of(house, &mut Self::open(house, &source)?, again, step)
            }
        }
    }

    /// Gives every record to `each` but those who are `absent`, noun by noun, by key within a noun, and gives the
    /// fingerprint of all that was given. What was given is only good when this ends well: a copy is held to what it
    /// says of itself at its end.
    pub(super) fn each_record(
        &mut self,
        house: &House,
        absent: &Absent,
        each: &mut dyn FnMut(Copied) -> Result<(), Fault>,
    ) -> Result<String, Fault> {
        if absent.is_nobody() {
            return self.each_whole(house, each);
        }
        let mut content = ContentHash::default();
        let mut instead = absent.instead().iter().peekable();
        let mut at_files = false;
        let mut give = |line: RecordLine, reads: bool| {
            content.add(&line.write()?);
            let write = match reads {
                true => Some(house.store.restored(&line)?),
                false => None,
            };
            each(Copied {
                tree: line.tree(),
                line: Some(line),
                write,
            })
        };
        self.each_whole(house, &mut |copied| {
            let Copied { tree, line, write } = copied;
            let key = line.as_ref().and_then(|line| line.key().ok());
            // Files that come in place of others keep the order of the keys.
            let behind = at_files && tree != Tree::Source;
            at_files = tree == Tree::Source;
            while let Some((next, new)) = instead.peek() {
                let its_turn = behind || (at_files && key.is_some_and(|key| **next < key));
                if !its_turn {
                    break;
                }
                give((*new).clone(), true)?;
                instead.next();
            }
            let reads = write.is_some();
            match line {
                Some(line) => match absent.pass(house, line)? {
                    Some(line) => give(line, reads),
                    None => Ok(()),
                },
                None => Ok(()),
            }
        })?;
        for (_, new) in instead {
            give(new.clone(), true)?;
        }
        Ok(content.to_string())
    }

    fn each_whole(
        &mut self,
        house: &House,
        each: &mut dyn FnMut(Copied) -> Result<(), Fault>,
    ) -> Result<String, Fault> {
        match self {
            Self::File(archive) => {
                let name = archive.name.clone();
                archive.each_record(&mut |tree, _, read| {
                    let line = read.as_ref().ok().cloned();
                    let write = readable(house, read, &name)?;
                    each(Copied { tree, line, write })
                })?;
                Ok(archive.manifest.content.clone())
            }
            Self::Snapshot(snapshot) => {
                let mut content = ContentHash::default();
                let read = snapshot.each_line::<Unread>(|line| {
                    content.add(&line.write()?);
                    let (tree, write) = (line.tree(), Some(house.store.restored(&line)?));
                    let line = Some(line);
                    each(Copied { tree, line, write }).map_err(Unread::Theirs)
                });
                read.map_err(Unread::fault)?;
                Ok(content.to_string())
            }
        }
    }

    /// Keeps the attachments of an archive in the attic, durably, before any record speaks of them. Those of a snapshot
    /// are there; those of who is `absent` stay where they are.
    pub(super) fn bring_files(
        &mut self,
        files: &mut NewFiles<'_>,
        absent: &Absent,
        step: &mut dyn FnMut() -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        for (address, bytes) in absent.made() {
            let kept = files.keep(address, &mut bytes.as_slice());
            kept.map_err(StoreError::from)?;
        }
        let Self::File(archive) = self else {
            return Ok(());
        };
        for attached in archive.files.clone() {
            step()?;
            if !attached.file.is_empty() && absent.wants(&attached.address) {
                archive.attachment(&attached, &mut |from| files.keep(&attached.address, from))?;
            }
        }
        Ok(())
    }

    /// Holds every attachment of an archive to its address.
    pub(super) fn verify_files(
        &mut self,
        step: &mut dyn FnMut() -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let Self::File(archive) = self else {
            return Ok(());
        };
        for attached in archive.files.clone() {
            step()?;
            if !attached.file.is_empty() {
                archive.verify(&attached)?;
            }
        }
        Ok(())
    }

    /// Whether an attachment will be there: in the archive, or in this book's attic.
    pub(super) fn has_file(&self, house: &House, address: &str) -> bool {
        match self {
            Self::File(archive) => archive
                .files
                .binary_search_by(|one| one.address.as_str().cmp(address))
                .is_ok_and(|at| {
                    archive
                        .files
                        .get(at)
                        .is_some_and(|one| !one.file.is_empty())
                }),
            Self::Snapshot(_) => house.store.attic().open(address).is_ok(),
        }
    }
}

impl Lines for Copy {
    fn each_line(
        &mut self,
        house: &House,
        each: &mut dyn FnMut(RecordLine) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let read = &mut |copied: Copied| copied.line.map_or(Ok(()), &mut *each);
        self.each_whole(house, read).map(|_| ())
    }

    fn bytes(&mut self, house: &House, address: &str) -> Result<Option<Vec<u8>>, Fault> {
        match self {
            Self::File(archive) => archive.whole(address),
            Self::Snapshot(_) => Ok(house.store.attic().read(address).ok()),
        }
    }
}

/// The addresses of the attachments a record speaks of.
pub(super) fn files_of(line: &RecordLine) -> Result<Vec<String>, StoreError> {
    let mut files = Vec::new();
    line.files(&mut |address, _| files.push(address.to_owned()))?;
    Ok(files)
}

/// Why a snapshot was not read to its end.
enum Unread {
    Own(StoreError),
    Theirs(Fault),
}

impl From<StoreError> for Unread {
    fn from(error: StoreError) -> Self {
        Self::Own(error)
    }
}

impl Unread {
    fn fault(self) -> Fault {
        match self {
            Self::Theirs(fault) => fault,
            // A flipped bit may show in a record before the sum at the end is there to tell.
            Self::Own(error @ (StoreError::State(_) | StoreError::Damaged { .. })) => {
                log::error!("a copy: {error}");
                Fault::invalid("error-snapshot-damaged")
            }
            Self::Own(error) => error.into(),
        }
    }
}
