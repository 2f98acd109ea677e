//! Bringing files in (calendars, cards, tables, and folders of them): a preview that writes nothing, then one write and
//! one step of undo, however many entries.
//!
//! | file | what it does |
//! |---|---|
//! | `folder` | finds the files that were given, and what kind each is |
//! | `preview`, `look`, `compare`, `people`, `attendees` | look at each entry: new, the same, different, near, invalid |
//! | `judged` | what the rules of a day say of a meeting one calls, as it is shown |
//! | `ready`, `candidate`, `seen`, `companies` | a person as the house has them, who they may be, and where they work |
//! | `run`, `meet`, `receive` | write what was chosen: meetings, then people |
//! | `report` | what became of each row, as a table |
//!
//! The preview keeps rows and the files' bytes, never what the entries say: the run reads them again, so that memory
//! stays bounded. The same reader over the same bytes gives the same entries in the same order.

mod attendees;
mod candidate;
mod companies;
mod compare;
mod desk;
mod detail;
mod folder;
mod judged;
mod look;
mod meet;
mod people;
mod preview;
mod ready;
mod receive;
mod report;
mod run;
mod seen;
mod tables;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::{ClientId, ContactId, Slot, SourceId, TableField, TouchpointId};
use exchange::ReadPerson;

use crate::aspect::Aspect;
use crate::fault::Fault;

pub(crate) use desk::Desk;
pub use desk::{cancel, rows};
pub use detail::{Detail, detail};
pub use folder::endings;
pub use preview::{preview, remap};
pub use report::report_to;
pub use run::run;

/// The longest file that is read, in bytes: ten times the longest calendar anybody was seen to have.
pub const FILE_MOST: u64 = 256 << 20;

/// What an entry of a file is to the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Match {
    /// Not here yet.
    New,
    /// Here, and the same; or what is here is later.
    Same,
    /// Here, and not the same.
    Differs,
    /// Not here yet, and looks like somebody who is.
    Near,
    /// Could not be read.
    Invalid,
}

/// What an entry of a file would be here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// A meeting, a call, a visit.
    Touchpoint,
    /// A person.
    Contact,
    /// An organisation.
    Client,
}

/// How many of each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Not here yet.
    pub new: usize,
    /// Here, and the same.
    pub same: usize,
    /// Here, and not the same.
    pub differs: usize,
    /// Not here yet, and look like somebody who is.
    pub near: usize,
    /// Could not be read.
    pub invalid: usize,
}

impl Counts {
    pub(crate) fn add(&mut self, verdict: Match) {
        match verdict {
            Match::New => self.new += 1,
            Match::Same => self.same += 1,
            Match::Differs => self.differs += 1,
            Match::Near => self.near += 1,
            Match::Invalid => self.invalid += 1,
        }
    }
}

/// One entry of a preview.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its number in the preview.
    pub index: usize,
    /// Which file.
    pub file: usize,
    /// What it would be here.
    pub what: What,
    /// What it is to the book.
    pub verdict: Match,
    /// Its title, or a name.
    pub title: String,
    /// What tells it from others of that name; may be empty.
    pub subtitle: String,
    /// When; people have none.
    pub slot: Option<Slot>,
    /// What else is to be said of it.
    pub detail: Detail,
    /// Field by field, what is here and what the file says.
    pub differing: Vec<Difference>,
    /// Who it is, or looks like.
    pub known: Option<Known>,
    /// How it takes its time; people take none.
    pub(crate) asks: Option<judged::Asks>,
    /// What the rules of its day say of it; found when it is shown.
    pub(crate) answer: Option<Box<crate::Answer>>,
    /// That somebody in it does not want to be contacted, in words; found when it is shown.
    pub(crate) barred: Option<String>,
    /// A participant of meetings, who stands in no line of their own.
    pub(crate) attendee: Option<Arc<ReadPerson>>,
}

/// A field that is not the same here and in a file; texts are cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which.
    pub field: Aspect,
    /// What is here; may be empty.
    pub here: String,
    /// What the file says; may be empty.
    pub there: String,
}

/// Who an entry is, or looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Where it is.
    pub at: KnownAt,
    /// Its name.
    pub name: String,
}

/// Where somebody known is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownAt {
    /// A touchpoint of the book.
    Touchpoint(TouchpointId),
    /// A contact of the book.
    Contact(ContactId),
    /// A client of the book.
    Client(ClientId),
    /// An earlier row of the same preview.
    Row(usize),
}

/// One file of a preview.
#[derive(Debug, Clone)]
pub struct File {
    /// Its name, without folders.
    pub name: String,
    /// Why it could not be read at all.
    pub problem: Option<Fault>,
    /// Its entries.
    pub counts: Counts,
    pub(crate) source: SourceId,
    pub(crate) kind: FileKind,
    pub(crate) bytes: Arc<[u8]>,
    /// What the columns of a table are read as.
    pub(crate) fields: Vec<TableField>,
    /// One's own address in a calendar, when it could be told.
    pub(crate) own: Option<String>,
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileKind {
    Calendar,
    Cards,
    Table,
}

/// A look at files before anything is written.
#[derive(Debug, Clone)]
pub struct Preview {
    /// What to name it by.
    pub ticket: String,
    /// The files.
    pub files: Vec<File>,
    /// How many of each, in all files.
    pub counts: Counts,
    /// The tables among the files.
    pub sheets: Vec<Sheet>,
    /// When those were erased, UTC, who are in an archive and stay out of what comes in; the earliest first.
    pub erased: Vec<DateTime<Utc>>,
    /// The first rows.
    pub rows: Vec<Row>,
}

/// A table among the files, as it is read.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Which file.
    pub file: usize,
    /// `UTF-8`, `UTF-16LE`, `windows-1252`.
    pub encoding: String,
    /// What stands between two cells.
    pub delimiter: char,
    /// The heads of its columns, as written.
    pub heads: Vec<String>,
    /// What each column is read as.
    pub fields: Vec<TableField>,
    /// The first rows, a cell for each column.
    pub sample: Vec<Vec<String>>,
    /// Whether the person chose this for a table with the same heads before.
    pub remembered: bool,
}

/// Some rows of a preview.
#[derive(Debug, Clone)]
pub struct Rows {
    /// The rows.
    pub rows: Vec<Row>,
    /// How many there are in all, with this filter.
    pub total: usize,
}

/// What the person chose.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// Rows to leave out.
    pub skip: Vec<usize>,
    /// Whether entries that differ replace what is here, unless said otherwise row by row.
    pub take_differing: bool,
    /// What was chosen for single rows, by their number.
    pub rows: BTreeMap<usize, RowChoice>,
}

/// What was chosen for one row.
#[derive(Debug, Clone)]
pub struct RowChoice {
    /// What it becomes.
    pub into: Into,
    /// Which side a field is taken from, where that was chosen.
    pub fields: BTreeMap<Aspect, Side>,
}

/// What a row becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Into {
    /// One with whom it is, or looks like.
    Known,
    /// Somebody else, for good.
    Apart,
}

/// What is here, or what a file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What is here.
    Here,
    /// What the file says.
    There,
}
