//! A look at an archive before anything is written: all of it is read, and held to what it says of itself.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use store::{Against, Key, Progress, RecordLine, StoreError, Tree, Write};

use super::read::{Archive, newer};
use crate::fault::{Fault, FaultKind};
use crate::house::House;
use crate::import::{Counts, Match};
use crate::rights::absent::{Absent, Lines};

/// How many entries lie between two words of progress.
const STRIDE: u64 = 250;
/// How many entries of each verdict are shown one by one.
const SHOWN_MOST: usize = 2_000;

/// What is in an archive, and what it is to the book.
#[derive(Debug, Clone)]
pub struct Look {
    /// The archive's name, without folders.
    pub name: String,
    /// Which version of Sentier wrote it.
    pub app: String,
    /// When, UTC.
    pub at: DateTime<Utc>,
    /// How many records of each noun are new, the same, different or unreadable.
    pub nouns: BTreeMap<Tree, Counts>,
    /// The same, of all nouns.
    pub counts: Counts,
    /// How many attachments.
    pub files: usize,
    /// How many bytes they are.
    pub bytes: u64,
    /// How many the archived book had lost.
    pub missing: usize,
    /// When those were erased here, UTC, who are in the archive and stay out of what comes in; the earliest first.
    pub erased: Vec<DateTime<Utc>>,
    /// Whether the book has nothing in it yet: then everything is taken, settings and views included.
    pub whole: bool,
    /// The first entries of each verdict.
    pub entries: Vec<Entry>,
    pub(super) path: PathBuf,
    pub(super) print: u128,
}

/// A record of an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its noun.
    pub tree: Tree,
    /// Its key; nothing when it could not be read.
    pub key: Option<Key>,
    /// Its name or title; may be empty.
    pub title: String,
    /// Which line of its file it is, from 1.
    pub line: u64,
    /// What it is to the book.
    pub verdict: Match,
}

/// Looks at an archive. `go` hears how many entries are read, of how many, and says whether to go on.
///
/// # Errors
/// When the archive is none, damaged, cut, a later version's, or made to harm; each with a sentence of its own.
/// [`FaultKind::Cancelled`] when `go` said so.
pub fn look(
    house: &House,
    path: &Path,
    go: &mut dyn FnMut(u64, u64) -> Progress,
) -> Result<Look, Fault> {
    let mut archive = Archive::open(path)?;
    let present: Vec<_> = archive
        .files
        .iter()
        .filter(|one| !one.file.is_empty())
        .cloned()
        .collect();
    let mut look = Look {
        name: archive.name.clone(),
        app: archive.manifest.app.clone(),
        at: archive.manifest.at,
        nouns: BTreeMap::new(),
        counts: Counts::default(),
        files: archive.files.len(),
        bytes: present.iter().map(|one| one.bytes).sum(),
        missing: archive.files.len() - present.len(),
        erased: Vec::new(),
        whole: is_bare(house)?,
        entries: Vec::new(),
        path: path.to_owned(),
        print: archive.print,
    };
    let mut steps = Steps::of(&archive, go);
    let absent = absent(house, &mut archive, &mut steps)?;
    look.erased = absent.at().to_vec();
    let name = archive.name.clone();
    archive.each_record(&mut |tree, line, read| {
        steps.step()?;
        let Some(read) = passed(house, &absent, read)? else {
            return Ok(());
        };
        look.add(house, (tree, line), read, &name)
    })?;
    for file in absent.instead().values() {
        look.add(house, (Tree::Source, 0), Ok(file.clone()), &name)?;
    }
    for attached in &present {
        steps.step()?;
        archive.verify(attached)?;
    }
    steps.last()?;
    Ok(look)
}

/// Who was erased here since an archive was made, and stays out of what comes in.
pub(super) fn absent(
    house: &House,
    archive: &mut Archive,
    steps: &mut Steps<'_>,
) -> Result<Absent, Fault> {
    let entries = archive.entries();
    let steps = RefCell::new(steps);
    let again = &mut || steps.borrow_mut().again(entries);
    Absent::of(house, archive, again, &mut || steps.borrow_mut().step())
}

/// A line of an archive as it comes in; nothing for who stays out.
pub(super) fn passed(
    house: &House,
    absent: &Absent,
    read: Result<RecordLine, StoreError>,
) -> Result<Option<Result<RecordLine, StoreError>>, Fault> {
    Ok(match read {
        Ok(line) => absent.pass(house, line)?.map(Ok),
        unread => Some(unread),
    })
}

impl Lines for Archive {
    fn each_line(
        &mut self,
        _: &House,
        each: &mut dyn FnMut(RecordLine) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        self.each_record(&mut |_, _, read| read.map_or(Ok(()), &mut *each))
    }

    fn bytes(&mut self, _: &House, address: &str) -> Result<Option<Vec<u8>>, Fault> {
        self.whole(address)
    }
}

impl Look {
    fn add(
        &mut self,
        house: &House,
        (tree, line): (Tree, u64),
        read: Result<RecordLine, StoreError>,
        name: &str,
    ) -> Result<(), Fault> {
        let (key, title) = match &read {
            Ok(record) => (record.key().ok(), title_of(record)),
            Err(_) => (None, String::new()),
        };
        let verdict = self.verdict(house, read, name)?;
        self.count(tree, verdict);
        if self.shown(verdict) < SHOWN_MOST {
            self.entries.push(Entry {
                tree,
                key,
                title,
                line,
                verdict,
            });
        }
        Ok(())
    }

    fn verdict(
        &self,
        house: &House,
        read: Result<RecordLine, StoreError>,
        name: &str,
    ) -> Result<Match, Fault> {
        Ok(match readable(house, read, name)? {
            None => Match::Invalid,
            Some(write) => match house.store.against(&write)? {
                Against::New => Match::New,
                Against::Same => Match::Same,
                // How far an erasure is, and whom it keeps away, only this book knows.
                Against::Differs if write.tree() == Tree::Erasure => Match::Same,
                // An empty book's settings and views were nobody's work.
                Against::Differs if self.whole => Match::New,
                Against::Differs => Match::Differs,
            },
        })
    }

    fn count(&mut self, tree: Tree, verdict: Match) {
        self.nouns.entry(tree).or_default().add(verdict);
        self.counts.add(verdict);
    }

    /// How many of a verdict are shown, the last one counted aside.
    fn shown(&self, verdict: Match) -> usize {
        let counted = match verdict {
            Match::New => self.counts.new,
            Match::Same => self.counts.same,
            Match::Differs => self.counts.differs,
            Match::Near => self.counts.near,
            Match::Invalid => self.counts.invalid,
        };
        counted.saturating_sub(1)
    }
}

/// The write a line asks for; nothing when it is no record.
pub(crate) fn readable(
    house: &House,
    read: Result<RecordLine, StoreError>,
    name: &str,
) -> Result<Option<Write>, Fault> {
    let Ok(record) = read else { return Ok(None) };
    match house.store.restored(&record) {
        Ok(write) => Ok(Some(write)),
        Err(StoreError::Newer) => Err(newer(name)),
        Err(StoreError::Damaged { .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

pub(crate) fn title_of(record: &RecordLine) -> String {
    const TITLE_MOST: usize = 200;
    let title = record.text("name").or_else(|| record.text("title"));
    domain::clean_line(title.unwrap_or_default(), TITLE_MOST)
}

/// Whether there is nothing in the book but what it gives itself.
pub(crate) fn is_bare(house: &House) -> Result<bool, Fault> {
    for tree in Tree::ALL {
        let own = matches!(
            tree,
            Tree::Settings | Tree::View | Tree::Mapping | Tree::Reminders
        );
        if !own && house.store.has_any(tree)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// How far a reading is, and whether it goes on.
pub(super) struct Steps<'a> {
    done: u64,
    total: u64,
    go: &'a mut dyn FnMut(u64, u64) -> Progress,
}

impl<'a> Steps<'a> {
    pub(super) fn of(archive: &Archive, go: &'a mut dyn FnMut(u64, u64) -> Progress) -> Self {
        Self {
            done: 0,
            total: archive.entries(),
            go,
        }
    }

    /// The archive is read once more.
    pub(super) fn again(&mut self, entries: u64) {
        self.total += entries;
    }

    /// One entry begins.
    pub(super) fn step(&mut self) -> Result<(), Fault> {
        self.done += 1;
        if self.done % STRIDE == 1 {
            self.say(self.done - 1)
        } else {
            Ok(())
        }
    }

    /// All of them are read.
    pub(super) fn last(&mut self) -> Result<(), Fault> {
        self.say(self.total)
    }

    fn say(&mut self, done: u64) -> Result<(), Fault> {
        match (self.go)(done, self.total) {
            Progress::Go => Ok(()),
            Progress::Stop => Err(Fault::new(FaultKind::Cancelled, "error-cancelled")),
        }
    }
}
