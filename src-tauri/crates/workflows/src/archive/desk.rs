//! An archive on the desk of imports: the same preview, rows and choice as any file that is brought in.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use domain::Id;
use parking_lot::Mutex;
use store::{Progress, Tree};

use super::look::{Entry, Look, look};
use super::run::{Take, bring_in};
use crate::done::Done;
use crate::fault::Fault;
use crate::house::House;
use crate::import::{
    Choice, Counts, Detail, File, FileKind, Into, Match, Preview, Row, Rows, What,
};

/// Looks at archives that were not brought in yet.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    tickets: Mutex<HashMap<String, Arc<Ticket>>>,
}

#[derive(Debug, Default)]
struct Ticket {
    look: OnceLock<Look>,
    stopped: AtomicBool,
}

/// How many looks are kept; an older one is forgotten.
const TICKETS_MOST: usize = 3;
/// How many rows a preview carries with it.
const FIRST_ROWS: usize = 200;

impl Desk {
    fn put(&self, name: &str) -> Arc<Ticket> {
        let mut tickets = self.tickets.lock();
        // Names sort by time, so the first is the oldest.
        while tickets.len() >= TICKETS_MOST {
            let Some(oldest) = tickets.keys().min().cloned() else {
                break;
            };
            tickets.remove(&oldest);
        }
        let ticket = Arc::<Ticket>::default();
        tickets.insert(name.to_owned(), ticket.clone());
        ticket
    }

    fn get(&self, name: &str) -> Result<Arc<Ticket>, Fault> {
        let known = self.tickets.lock().get(name).cloned();
        known.ok_or_else(|| Fault::invalid("error-import-gone"))
    }

    fn drop(&self, name: &str) -> Option<Arc<Ticket>> {
        self.tickets.lock().remove(name)
    }
}

impl Ticket {
    fn look(&self) -> Result<&Look, Fault> {
        self.look
            .get()
            .ok_or_else(|| Fault::invalid("error-import-gone"))
    }

    fn goes_on(&self) -> Progress {
        if self.stopped.load(Ordering::Relaxed) {
            Progress::Stop
        } else {
            Progress::Go
        }
    }
}

/// Whether a ticket is one of an archive.
pub fn holds(house: &House, ticket: &str) -> bool {
    house.archives.tickets.lock().contains_key(ticket)
}

/// Looks at an archive. `progress` hears the ticket, and how many of the archive's bytes are read, by the share of its
/// entries; [`cancel`] with that ticket stops it.
pub fn preview(
    house: &House,
    path: &Path,
    progress: &mut dyn FnMut(&str, u64, u64),
) -> Result<Preview, Fault> {
    let name = house.clock.new_id::<domain::SourceFile>().to_string();
    let ticket = house.archives.put(&name);
    let bytes = fs::metadata(path).map_or(0, |meta| meta.len());
    let looked = look(house, path, &mut |done, total| {
        let share = u128::from(bytes) * u128::from(done) / u128::from(total.max(1));
        progress(&name, u64::try_from(share).unwrap_or(bytes), bytes);
        ticket.goes_on()
    });
    let mut erased = Vec::new();
    let (file, rows, counts) = match looked {
        Ok(look) => {
            let file = file(look.name.clone(), look.counts, None);
            let first = listed(&look).take(FIRST_ROWS).map(row).collect();
            let counts = look.counts;
            erased.clone_from(&look.erased);
            // It is set once: nobody else has this ticket's reading.
            let _ = ticket.look.set(look);
            (file, first, counts)
        }
        Err(fault) => {
            house.archives.drop(&name);
            if fault.kind == crate::FaultKind::Cancelled {
                return Err(fault);
            }
            let none = Counts::default();
            (
                file(super::read::name_of(path), none, Some(fault)),
                Vec::new(),
                none,
            )
        }
    };
    Ok(Preview {
        ticket: name,
        files: vec![file],
        counts,
        sheets: Vec::new(),
        erased,
        rows,
    })
}

/// Some rows of a look, all or those of one verdict: the first of each.
pub fn rows(
    house: &House,
    ticket: &str,
    only: Option<Match>,
    from: usize,
    most: usize,
) -> Result<Rows, Fault> {
    let ticket = house.archives.get(ticket)?;
    let look = ticket.look()?;
    let wanted = || listed(look).filter(|(_, entry)| only.is_none_or(|only| entry.verdict == only));
    Ok(Rows {
        rows: wanted().skip(from).take(most).map(row).collect(),
        total: wanted().count(),
    })
}

/// Brings in an archive that was looked at: one step of undo.
pub fn run(
    house: &House,
    ticket: &str,
    choice: &Choice,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Done, Fault> {
    let name = ticket;
    let ticket = house.archives.get(name)?;
    let look = ticket.look()?;
    let known = |index: &usize| {
        let entry = look.entries.get(*index)?;
        Some((entry.tree, entry.key?))
    };
    let take = Take {
        differing: choice.take_differing,
        replacing: choice
            .rows
            .iter()
            .filter(|(_, choice)| choice.into == Into::Known)
            .filter_map(|(index, _)| known(index))
            .collect(),
        skip: choice
            .skip
            .iter()
            .filter_map(known)
            .collect::<BTreeSet<_>>(),
    };
    let small = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let done = bring_in(house, look, &take, &mut |done, total| {
        progress(small(done), small(total));
        ticket.goes_on()
    })?;
    house.archives.drop(name);
    Ok(done)
}

/// Stops a look or what is being brought in; nothing of it stays.
pub fn cancel(house: &House, ticket: &str) {
    if let Some(ticket) = house.archives.drop(ticket) {
        ticket.stopped.store(true, Ordering::Relaxed);
    }
}

/// The entries that are shown one by one, with their numbers.
fn listed(look: &Look) -> impl Iterator<Item = (usize, &Entry)> {
    look.entries.iter().enumerate()
}

fn row((index, entry): (usize, &Entry)) -> Row {
    Row {
        index,
        file: 0,
        what: what(entry.tree),
        verdict: entry.verdict,
        title: entry.title.clone(),
        subtitle: super::manifest::file_of(entry.tree),
        slot: None,
        detail: Detail::Noticed(Vec::new()),
        differing: Vec::new(),
        known: None,
        asks: None,
        answer: None,
        barred: None,
        attendee: None,
    }
}

fn what(tree: Tree) -> What {
    match tree {
        Tree::Contact => What::Contact,
        Tree::Client | Tree::Place | Tree::Market => What::Client,
        _ => What::Touchpoint,
    }
}

fn file(name: String, counts: Counts, problem: Option<Fault>) -> File {
    File {
        name,
        problem,
        counts,
        source: Id::from_bytes([0; 16]),
        kind: FileKind::Calendar,
        bytes: Arc::from([]),
        fields: Vec::new(),
        own: None,
    }
}
