//! The components that stand directly in the calendars of a file, found without taking them apart.

use std::borrow::Cow;

use crate::line::{Line, Lines, Mark};
use crate::property::Property;
use crate::text::unescape;

/// How deep components may nest below an event (an alarm is one deep).
const DEPTH_MOST: usize = 16;

/// A component that stands directly in a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) kind: PartKind,
    /// First byte of its BEGIN line.
    pub(crate) start: usize,
    /// One past the last byte of its END line.
    pub(crate) end: usize,
    /// The line of the file it begins on, from 1.
    pub(crate) line: u32,
    pub(crate) shape: Shape,
}

impl Part {
    pub(crate) fn may_be_touchpoint(&self) -> bool {
        matches!(self.kind, PartKind::Event | PartKind::Todo)
    }

    /// A to-do or a journal of somebody: kept, though nothing is made of it.
    pub(crate) fn is_other_matter(&self) -> bool {
        matches!(self.kind, PartKind::Todo | PartKind::Kept) && self.shape == Shape::Whole
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PartKind {
    Event,
    Todo,
    Zone,
    /// VJOURNAL, VFREEBUSY: kept, not read.
    Kept,
    /// A component no calendar file must have on its own: an alarm, when it stands in an event.
    Other,
}

/// Whether a component is put together as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Whole,
    Unfinished,
    TooDeep,
}

/// What a calendar says of itself.
#[derive(Debug, Clone, Default)]
pub(crate) struct Said {
    pub(crate) name: Option<String>,
    pub(crate) method: Option<String>,
    pub(crate) zone: Option<String>,
}

/// Walks through the components of a file.
#[derive(Debug, Clone)]
pub(crate) struct Parts<'a> {
    lines: Lines<'a>,
    open: Option<Open<'a>>,
    in_calendar: bool,
    pub(crate) seen_calendar: bool,
    /// Where the last END:VCALENDAR line begins, of those passed.
    pub(crate) tail: Option<usize>,
    pub(crate) said: Said,
    end: usize,
}

/// The component being walked through.
#[derive(Debug, Clone)]
struct Open<'a> {
    part: Part,
    name: Cow<'a, [u8]>,
    inner: Vec<Cow<'a, [u8]>>,
}

impl<'a> Parts<'a> {
    /// The components of these bytes.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self {
            lines: Lines::new(bytes, 0, 1),
            open: None,
            in_calendar: false,
            seen_calendar: false,
            tail: None,
            said: Said::default(),
            end: bytes.len(),
        }
    }

    fn begin(&mut self, line: Line<'a>, mark: Mark<'a>) -> Option<Part> {
        if mark.is("VCALENDAR") {
            self.in_calendar = true;
            self.seen_calendar = true;
            return self.abandon(line.offset);
        }
        let kind = kind_of(&mark);
        if let Some(open) = &mut self.open {
            // A component of the calendar within another: the END before it is missing.
            if kind == PartKind::Other {
                if open.inner.len() >= DEPTH_MOST {
                    open.part.shape = Shape::TooDeep;
                } else {
                    open.inner.push(mark.component);
                }
                return None;
            }
        }
        let lost = self.abandon(line.offset);
        self.open = Some(Open {
            part: Part {
                kind,
                start: line.offset,
                end: line.offset,
                line: line.number,
                shape: Shape::Whole,
            },
            name: mark.component,
            inner: Vec::new(),
        });
        lost
    }

    fn end(&mut self, line: Line<'a>, mark: &Mark<'a>) -> Option<Part> {
        if mark.is("VCALENDAR") {
            self.in_calendar = false;
            self.tail = Some(line.offset);
            return self.abandon(line.offset);
        }
        let open = self.open.as_mut()?;
        if let Some(at) = open
            .inner
            .iter()
            .rposition(|name| name.eq_ignore_ascii_case(&mark.component))
        {
            open.inner.truncate(at);
            return None;
        }
        if !open.name.eq_ignore_ascii_case(&mark.component) {
            return None;
        }
        let mut part = self.open.take()?.part;
        part.end = line.offset + line.raw.len();
        Some(part)
    }

    /// Gives up the open component: its END never came.
    fn abandon(&mut self, end: usize) -> Option<Part> {
        let mut part = self.open.take()?.part;
        part.end = end;
        if part.shape == Shape::Whole {
            part.shape = Shape::Unfinished;
        }
        Some(part)
    }

    fn listen(&mut self, line: &Line<'a>) {
        let wanted = matches!(
            line.raw.first(),
            Some(b'X' | b'x' | b'N' | b'n' | b'M' | b'm')
        );
        if !wanted {
            return;
        }
        let slot = match line.name() {
            name if name.eq_ignore_ascii_case(b"METHOD") => &mut self.said.method,
            name if name.eq_ignore_ascii_case(b"X-WR-TIMEZONE") => &mut self.said.zone,
            name if name.eq_ignore_ascii_case(b"X-WR-CALNAME")
                || name.eq_ignore_ascii_case(b"NAME") =>
            {
                &mut self.said.name
            }
            _ => return,
        };
        if slot.is_none()
            && let Some(text) = line.text()
        {
            *slot = Property::of(&text)
                .map(|property| unescape(property.value).trim().to_owned())
                .filter(|value| !value.is_empty());
        }
    }
}

impl Iterator for Parts<'_> {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        while let Some(line) = self.lines.next() {
            let Some(mark) = line.mark() else {
                if self.open.is_none() && self.in_calendar {
                    self.listen(&line);
                }
                continue;
            };
            let part = if mark.begins {
                self.begin(line, mark)
            } else {
                self.end(line, &mark)
            };
            if part.is_some() {
                return part;
            }
        }
        self.abandon(self.end)
    }
}

fn kind_of(mark: &Mark<'_>) -> PartKind {
    const TOP: [&str; 5] = ["VEVENT", "VTODO", "VTIMEZONE", "VJOURNAL", "VFREEBUSY"];
    match TOP.iter().position(|name| mark.is(name)) {
        Some(0) => PartKind::Event,
        Some(1) => PartKind::Todo,
        Some(2) => PartKind::Zone,
        Some(_) => PartKind::Kept,
        None => PartKind::Other,
    }
}

/// The properties of a component itself, without those of the components in it.
pub(crate) fn own_lines<'a>(
    bytes: &'a [u8],
    part: &Part,
) -> impl Iterator<Item = Line<'a>> + use<'a> {
    let mut depth = 0_usize;
    Lines::new(&bytes[part.start..part.end], part.start, part.line).filter(move |line| {
        match line.mark() {
            Some(mark) if mark.begins => {
                depth += 1;
                false
            }
            Some(_) => {
                depth = depth.saturating_sub(1);
                false
            }
            None => depth == 1,
        }
    })
}
