//! A calendar file as it came: its bytes, and where its components stand in them.
//!
//! Nothing is copied and nothing is parsed into a tree: a file of 200 MB costs its bytes and a list of its zones.

use crate::line::line_end;
use crate::parts::{Part, PartKind, Parts};

/// How many VTIMEZONEs of a file are looked at.
const ZONES_MOST: usize = 2_000;

/// A calendar file over its bytes: tolerant of a byte order mark, mixed line ends, blank lines, several or no
/// VCALENDAR, missing ENDs, text in windows-1252.
#[derive(Debug, Clone)]
pub struct Doc<'a> {
    bytes: &'a [u8],
    pub(crate) zones: Vec<Part>,
    name: Option<String>,
    method: Option<String>,
    zone_name: Option<String>,
    /// Where the last END:VCALENDAR line begins.
    pub(crate) tail: Option<usize>,
    problem: Option<DocProblem>,
}

/// Why a file as a whole is no calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum DocProblem {
    /// No bytes, or only blanks.
    #[error("the file is empty")]
    Empty,
    /// UTF-16, which iCalendar never is (RFC 5545 §3.1.4).
    #[error("the file is written in UTF-16")]
    Utf16,
    /// No VCALENDAR and no component of one.
    #[error("the file is not a calendar")]
    NotACalendar,
}

impl<'a> Doc<'a> {
    /// Looks through the bytes once.
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut doc = Self {
            bytes,
            zones: Vec::new(),
            name: None,
            method: None,
            zone_name: None,
            tail: None,
            problem: None,
        };
        if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
            doc.problem = Some(DocProblem::Utf16);
            return doc;
        }
        let mut parts = Parts::new(bytes);
        let mut any = false;
        for part in parts.by_ref() {
            any = true;
            if part.kind == PartKind::Zone && doc.zones.len() < ZONES_MOST {
                doc.zones.push(part);
            }
        }
        doc.name = parts.said.name;
        doc.method = parts.said.method.map(|method| method.to_ascii_uppercase());
        doc.zone_name = parts.said.zone;
        doc.tail = parts.tail;
        if !any && !parts.seen_calendar {
            let blank = bytes.iter().all(u8::is_ascii_whitespace);
            doc.problem = Some(if blank {
                DocProblem::Empty
            } else {
                DocProblem::NotACalendar
            });
        }
        doc
    }

    /// The bytes, as they came.
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// What the calendar calls itself (X-WR-CALNAME, or NAME of RFC 7986).
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// METHOD, in capitals: a file that is a message (RFC 5546) says so.
    pub fn method(&self) -> Option<&str> {
        self.method.as_deref()
    }

    /// X-WR-TIMEZONE: the zone a Google calendar means by its UTC times.
    pub(crate) fn zone_name(&self) -> Option<&str> {
        self.zone_name.as_deref()
    }

    /// Why the file as a whole is no calendar.
    pub fn problem(&self) -> Option<DocProblem> {
        self.problem
    }

    /// The components that stand directly in calendars (or outside any), in order.
    pub(crate) fn parts(&self) -> Parts<'a> {
        Parts::new(if self.problem.is_some() {
            &[]
        } else {
            self.bytes
        })
    }

    /// The line end most lines use, for lines that are added.
    pub(crate) fn line_ending(&self) -> &'static str {
        line_ending(self.bytes)
    }
}

/// The line end of the first line, for lines that are added beside it.
pub(crate) fn line_ending(bytes: &[u8]) -> &'static str {
    let first = &bytes[..line_end(bytes)];
    if first.ends_with(b"\n") && !first.ends_with(b"\r\n") {
        "\n"
    } else {
        "\r\n"
    }
}
