//! Previews that were not run yet, and what became of the last one that was.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use parking_lot::Mutex;

use super::judged::judged;
use super::report::Report;
use super::{File, Match, Row, Rows, Sheet};
use crate::archive;
use crate::fault::{Fault, FaultKind};
use crate::house::House;

/// How many previews are kept; an older one is forgotten.
const TICKETS_MOST: usize = 3;

/// What lies on the desk.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    tickets: Mutex<HashMap<String, Arc<Ticket>>>,
    /// Files that are being read, by the ticket they will have.
    readings: Mutex<HashMap<String, Stop>>,
    last: Mutex<Option<Arc<Report>>>,
}

/// A preview that can be run.
#[derive(Debug)]
pub(crate) struct Ticket {
    pub(super) files: Vec<File>,
    pub(super) sheets: Vec<Sheet>,
    pub(super) rows: Vec<Row>,
    pub(super) stop: Stop,
}

/// Whether the person stopped it.
#[derive(Debug, Clone, Default)]
pub(super) struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Goes on, unless it was stopped.
    pub(super) fn breathe(&self) -> Result<(), Fault> {
        if self.0.load(Ordering::Relaxed) {
            return Err(Fault::new(FaultKind::Cancelled, "error-cancelled"));
        }
        Ok(())
    }

    fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Desk {
    /// A reading begins, under the ticket it will have.
    pub(super) fn begin(&self, name: &str) -> Stop {
        let stop = Stop::default();
        self.readings.lock().insert(name.to_owned(), stop.clone());
        stop
    }

    /// A reading ended, however it did.
    pub(super) fn end(&self, name: &str) {
        self.readings.lock().remove(name);
    }

    pub(super) fn put(&self, name: &str, ticket: Ticket) {
        let mut tickets = self.tickets.lock();
        // Names sort by time, so the first is the oldest.
        while tickets.len() >= TICKETS_MOST && !tickets.contains_key(name) {
            let Some(oldest) = tickets.keys().min().cloned() else {
                break;
            };
            tickets.remove(&oldest);
        }
        tickets.insert(name.to_owned(), Arc::new(ticket));
    }

    pub(super) fn get(&self, name: &str) -> Result<Arc<Ticket>, Fault> {
        self.tickets
            .lock()
            .get(name)
            .cloned()
            .ok_or_else(|| Fault::invalid("error-import-gone"))
    }

    /// A preview was run: it is gone, and what became of it stays.
    pub(super) fn done(&self, name: &str, report: Report) {
        self.tickets.lock().remove(name);
        *self.last.lock() = Some(Arc::new(report));
    }

    /// What became of the last import, or of the one with this ticket.
    pub(super) fn last(&self, name: Option<&str>) -> Result<Arc<Report>, Fault> {
        self.last
            .lock()
            .clone()
            .filter(|report| name.is_none_or(|name| report.ticket == name))
            .ok_or_else(|| Fault::invalid("error-import-gone"))
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
    if archive::holds(house, ticket) {
        return archive::rows(house, ticket, only, from, most);
    }
    let ticket = house.imports.get(ticket)?;
    let wanted = || {
        ticket
            .rows
            .iter()
            .filter(|row| only.is_none_or(|only| row.verdict == only))
    };
    let page = wanted().skip(from).take(most).cloned().collect();
    Ok(Rows {
        rows: judged(house, &ticket.files, page)?,
        total: wanted().count(),
    })
}

/// Stops a reading or an import; nothing of it stays.
pub fn cancel(house: &House, ticket: &str) {
    archive::cancel(house, ticket);
    if let Some(stop) = house.imports.readings.lock().remove(ticket) {
        stop.stop();
    }
    if let Some(ticket) = house.imports.tickets.lock().remove(ticket) {
        ticket.stop.stop();
    }
}
