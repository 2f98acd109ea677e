//! Bringing calendars in: a preview that writes nothing, then one write and one step of undo, however many entries.

mod compare;
mod detail;
mod preview;
mod run;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use domain::{ClientId, ContactId, Slot, SourceId, TableField, TouchpointId};
use parking_lot::Mutex;

use crate::aspect::Aspect;
use crate::fault::Fault;
use crate::house::House;

pub use detail::{Detail, detail};
pub use preview::{endings, preview, remap, report_to};
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
    fn add(&mut self, verdict: Match) {
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
    pub(crate) bytes: Arc<[u8]>,
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

/// Previews that were not run yet.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    tickets: Mutex<HashMap<String, Arc<Ticket>>>,
}

#[derive(Debug)]
pub(crate) struct Ticket {
    files: Vec<File>,
    rows: Vec<Row>,
    stopped: AtomicBool,
}

/// How many rows a preview carries with it.
const FIRST_ROWS: usize = 200;
/// How many previews are kept; an older one is forgotten.
const TICKETS_MOST: usize = 3;

impl Desk {
    fn put(&self, name: &str, ticket: Ticket) {
        let mut tickets = self.tickets.lock();
        // Names sort by time, so the first is the oldest.
        while tickets.len() >= TICKETS_MOST {
            let Some(oldest) = tickets.keys().min().cloned() else {
                break;
            };
            tickets.remove(&oldest);
        }
        tickets.insert(name.to_owned(), Arc::new(ticket));
    }

    fn get(&self, name: &str) -> Result<Arc<Ticket>, Fault> {
        self.tickets
            .lock()
            .get(name)
            .cloned()
            .ok_or_else(|| Fault::invalid("error-import-gone"))
    }

    fn drop(&self, name: &str) -> Option<Arc<Ticket>> {
        self.tickets.lock().remove(name)
    }
}

/// Some rows of a preview, all or those of one verdict.
pub fn rows(
    house: &House,
    ticket: &str,
    only: Option<Match>,
    from: usize,
    most: usize,
) -> Result<Rows, Fault> {
    let ticket = house.imports.get(ticket)?;
    let wanted = || {
        ticket
            .rows
            .iter()
            .filter(|row| only.is_none_or(|only| row.verdict == only))
    };
    Ok(Rows {
        rows: wanted().skip(from).take(most).cloned().collect(),
        total: wanted().count(),
    })
}

/// Stops a preview or an import; nothing of it stays.
pub fn cancel(house: &House, ticket: &str) {
    if let Some(ticket) = house.imports.drop(ticket) {
        ticket.stopped.store(true, Ordering::Relaxed);
    }
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}
