//! Calendar files, read: one entry per event, each good or bad by itself.

mod event;
mod gather;
mod guess;
mod invalid;
mod lists;
mod ours;
mod when;

use chrono_tz::Tz;

use crate::doc::{Doc, DocProblem};
use crate::parts::{PartKind, Parts, Shape};
use crate::zone::Zones;

pub use event::{ClientNamed, DATES_MOST, ReadEvent, Warning};
pub(crate) use gather::{is_occurrence, read_event, uid_of};
pub use invalid::{Invalid, Unreadable};
pub(crate) use lists::{LinkPlace, participant};
pub(crate) use when::{moment_of, moments_of};

/// One event of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// It was read.
    Event(Box<ReadEvent>),
    /// It was not, and why. Its bytes stay in the file all the same.
    Invalid(Invalid),
}

/// A whole file, read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// What the calendar calls itself.
    pub name: Option<String>,
    /// METHOD, in capitals.
    pub method: Option<String>,
    /// Why the file is no calendar at all; there are no entries then.
    pub problem: Option<DocProblem>,
    /// The events, in the order of the file.
    pub entries: Vec<Entry>,
    /// The zone names met, and what they mean; `None` floats.
    pub zones: Vec<(String, Option<Tz>)>,
}

/// Reads a whole file. For a long one, [`entries`] gives the same one by one.
pub fn read(doc: &Doc<'_>, home: Tz) -> Reading {
    let zones = Zones::of(doc, home);
    let entries = entries(doc, &zones).collect();
    Reading {
        name: doc.name().map(str::to_owned),
        method: doc.method().map(str::to_owned),
        problem: doc.problem(),
        entries,
        zones: zones.met(),
    }
}

/// The events of a file one by one, in its order, so that a long file can be shown progress of (by the entries'
/// offsets) and be cancelled.
pub fn entries<'a, 'z>(doc: &Doc<'a>, zones: &'z Zones<'a>) -> Entries<'a, 'z> {
    Entries {
        bytes: doc.bytes(),
        parts: doc.parts(),
        zones,
        cancels: doc.method() == Some("CANCEL"),
    }
}

/// See [`entries`].
#[derive(Debug)]
pub struct Entries<'a, 'z> {
    bytes: &'a [u8],
    parts: Parts<'a>,
    zones: &'z Zones<'a>,
    cancels: bool,
}

impl Iterator for Entries<'_, '_> {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        loop {
            let part = self.parts.next()?;
            let is_event = match part.kind {
                PartKind::Event => true,
                // A touchpoint that waits for a slot leaves here as a to-do, and comes back as one.
                PartKind::Todo => ours::is_ours(self.bytes, &part),
                PartKind::Zone | PartKind::Kept | PartKind::Other => false,
            };
            if !is_event {
                continue;
            }
            let invalid = |reason| {
                Entry::Invalid(Invalid {
                    offset: part.start as u64,
                    length: (part.end - part.start) as u64,
                    line: part.line,
                    title: invalid::title(self.bytes, &part),
                    reason,
                })
            };
            return Some(match part.shape {
                Shape::Unfinished => invalid(Unreadable::Unfinished),
                Shape::TooDeep => invalid(Unreadable::TooDeep),
                Shape::Whole => {
                    match gather::read_event(self.bytes, &part, self.zones, self.cancels) {
                        Ok(event) => Entry::Event(Box::new(event)),
                        Err(reason) => invalid(reason),
                    }
                }
            });
        }
    }
}
