//! A whole calendar, written: the files touchpoints came in, and those made here.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{self, Write};

use chrono_tz::Tz;
use domain::Moment;

use crate::doc::{Doc, line_ending};
use crate::line::Lines;
use crate::parts::{Part, PartKind, Shape};
use crate::read::read_event;
use crate::write::compose::compose;
use crate::write::define::definition;
use crate::write::defined::{Defined, Needs};
use crate::write::fold::push_line;
use crate::write::patch::{Original, patch};
use crate::write::plan::{Piece, Plan};
use crate::zone::{Zones, zone_id};

/// Writes one calendar, piece by piece: [`Export::document`] for each file in turn, [`Export::own`] for what was made
/// here, then [`Export::finish`].
///
/// The first document's bytes are the calendar: what nobody touched in it comes back byte for byte, invalid entries
/// and all, and everything else is planted before its last END:VCALENDAR. Only one document need be in memory at a
/// time.
#[derive(Debug)]
pub struct Export<W> {
    out: W,
    home: Tz,
    /// What follows the place where the rest is planted; `None` before anything was written.
    tail: Option<Vec<u8>>,
    ending: &'static str,
    defined: Defined,
    touchpoints: u64,
    at_line_start: bool,
}

impl<W: Write> Export<W> {
    /// A calendar to `out`. Floating times are read in `home` where an instant is needed.
    pub fn new(out: W, home: Tz) -> Self {
        Self {
            out,
            home,
            tail: None,
            ending: "\r\n",
            defined: Defined::default(),
            touchpoints: 0,
            at_line_start: true,
        }
    }

    /// Adds a file with the touchpoints that came in it (`source.file`), and those made here of its lines: occurrences
    /// of its series that left their rule (same UID, an `occurrence`, no length in the file), and copies and rests of
    /// series (the place in the file they were made of, another UID). They keep all that the original lines say and
    /// nothing here knows of, such as alarms.
    ///
    /// `keep` is asked about readable events of the first document that none of the pieces came as, by UID and
    /// occurrence: a copy that another file has since replaced, or one that was removed for good, is left out by
    /// answering no. Of further documents only the pieces leave, and what is neither an event nor a zone.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn document(
        &mut self,
        doc: &Doc<'_>,
        pieces: &[Piece<'_>],
        keep: impl Fn(&str, Option<Moment>) -> bool,
    ) -> io::Result<()> {
        let zones = Zones::of(doc, self.home);
        let original = Original::new(doc, &zones, self.home);
        let mut plan = Plan::new(pieces);
        let needs = if self.tail.is_none() {
            self.first_document(doc, &original, &mut plan, keep)?
        } else {
            self.further_document(doc, &original, &mut plan)?
        };
        self.define(&needs)?;
        let left: Vec<Piece<'_>> = plan.left(pieces).copied().collect();
        self.own(&left)
    }

    /// Adds touchpoints made here.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn own(&mut self, pieces: &[Piece<'_>]) -> io::Result<()> {
        self.open()?;
        let leaving = || pieces.iter().filter(|piece| piece.leaves());
        let mut needs = Needs::default();
        leaving().for_each(|piece| needs.touchpoint(piece.touchpoint));
        self.define(&needs)?;
        for piece in leaving() {
            let bytes = compose(piece.touchpoint, piece.client, self.home, self.ending);
            self.plant(&bytes)?;
            self.touchpoints += 1;
        }
        Ok(())
    }

    /// Ends the calendar and gives the writer back, with how many touchpoints left.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn finish(mut self) -> io::Result<(W, u64)> {
        self.open()?;
        if let Some(tail) = self.tail.take() {
            self.write(&tail)?;
        }
        self.out.flush()?;
        Ok((self.out, self.touchpoints))
    }

    /// Begins a calendar of our own, when no document did.
    fn open(&mut self) -> io::Result<()> {
        if self.tail.is_none() {
            self.tail = Some(b"END:VCALENDAR\r\n".to_vec());
            self.write(
                b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Sentier//Sentier//FR\r\nCALSCALE:GREGORIAN\r\n",
            )?;
        }
        Ok(())
    }

    fn first_document(
        &mut self,
        doc: &Doc<'_>,
        original: &Original<'_>,
        plan: &mut Plan<'_>,
        keep: impl Fn(&str, Option<Moment>) -> bool,
    ) -> io::Result<Needs> {
        let bytes = doc.bytes();
        let mut needs = Needs::default();
        self.ending = doc.line_ending();
        for (id, definition) in definitions(doc) {
            self.defined.note(id, definition);
        }
        let mut at = 0;
        for part in doc.parts().filter(Part::may_be_touchpoint) {
            let raw = &bytes[part.start..part.end];
            // What takes the place of the part: nothing, or other bytes; `None` leaves it as it came.
            let now: Option<Cow<'_, [u8]>> = match plan.came_as(bytes, &part) {
                Some(piece) if !piece.leaves() => Some(Cow::Borrowed(&[])),
                Some(piece) => {
                    self.touchpoints += 1;
                    piece.is_edited().then(|| {
                        let edits = &piece.touchpoint.source.edits;
                        let now = patch(raw, original, piece.touchpoint, piece.client, edits);
                        needs.names(raw, &now, piece.touchpoint);
                        now
                    })
                }
                None => is_left_out(bytes, &part, original, &keep).then_some(Cow::Borrowed(&[])),
            };
            if let Some(now) = now {
                self.write(&bytes[at..part.start])?;
                self.write(&now)?;
                at = part.end;
            }
            for made in plan.made_of(bytes, &part, original) {
                self.write(&bytes[at..part.end])?;
                at = part.end;
                needs.names(raw, &made.bytes, made.touchpoint);
                self.plant(&made.bytes)?;
                self.touchpoints += 1;
            }
        }
        let end = doc.tail.unwrap_or(bytes.len()).max(at);
        self.write(&bytes[at..end])?;
        self.tail = Some(bytes[end..].to_vec());
        Ok(needs)
    }

    fn further_document(
        &mut self,
        doc: &Doc<'_>,
        original: &Original<'_>,
        plan: &mut Plan<'_>,
    ) -> io::Result<Needs> {
        let bytes = doc.bytes();
        let mut needs = Needs::default();
        let zones: HashMap<String, &[u8]> = definitions(doc).collect();
        for part in doc.parts() {
            let raw = &bytes[part.start..part.end];
            match plan.came_as(bytes, &part) {
                Some(piece) if piece.leaves() => {
                    let edits = &piece.touchpoint.source.edits;
                    let now = patch(raw, original, piece.touchpoint, piece.client, edits);
                    // Here nothing of the file it came in stays: every name must have its definition.
                    needs.names(&[], &now, piece.touchpoint);
                    self.bring(&now, &zones)?;
                    self.touchpoints += 1;
                }
                None if part.is_other_matter() => self.bring(raw, &zones)?,
                _ => {}
            }
            for made in plan.made_of(bytes, &part, original) {
                needs.names(&[], &made.bytes, made.touchpoint);
                self.bring(&made.bytes, &zones)?;
                self.touchpoints += 1;
            }
        }
        Ok(needs)
    }

    /// Plants a component of another file, with the definitions of the zones it names.
    fn bring(&mut self, component: &[u8], zones: &HashMap<String, &[u8]>) -> io::Result<()> {
        let (definitions, component) = self.defined.bring(in_utf8(component).into_owned(), zones);
        for definition in definitions {
            self.plant(&in_utf8(&definition))?;
        }
        self.plant(&component)
    }

    fn define(&mut self, needs: &Needs) -> io::Result<()> {
        for (zone, years) in &needs.zones {
            if !self.defined.has(zone.name()) {
                let bytes = definition(*zone, *years, self.ending);
                self.plant(&bytes)?;
                self.defined.note(zone.name().to_owned(), &bytes);
            }
        }
        Ok(())
    }

    /// Writes a component on lines of its own.
    fn plant(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.end_line()?;
        self.write(bytes)?;
        self.end_line()
    }

    fn end_line(&mut self) -> io::Result<()> {
        if self.at_line_start {
            return Ok(());
        }
        self.write(self.ending.as_bytes())
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        if let Some(last) = bytes.last() {
            self.at_line_start = *last == b'\n';
        }
        self.out.write_all(bytes)
    }
}

/// Whether an event that no piece came as is to be left out.
fn is_left_out(
    bytes: &[u8],
    part: &Part,
    original: &Original<'_>,
    keep: impl Fn(&str, Option<Moment>) -> bool,
) -> bool {
    part.kind == PartKind::Event
        && part.shape == Shape::Whole
        && read_event(bytes, part, original.zones, original.cancels)
            .is_ok_and(|read| !keep(&read.uid, read.recurrence_id))
}

fn definitions<'a>(doc: &Doc<'a>) -> impl Iterator<Item = (String, &'a [u8])> {
    let bytes = doc.bytes();
    doc.zones
        .iter()
        .filter_map(move |part| Some((zone_id(bytes, part)?, &bytes[part.start..part.end])))
}

/// Bytes of an older encoding, to be planted among UTF-8: each line as it is read.
fn in_utf8(raw: &[u8]) -> Cow<'_, [u8]> {
    if std::str::from_utf8(raw).is_ok() {
        return Cow::Borrowed(raw);
    }
    let mut out = Vec::with_capacity(raw.len() + raw.len() / 8);
    for line in Lines::new(raw, 0, 1) {
        match (std::str::from_utf8(line.raw), line.text()) {
            (Err(_), Some(text)) => push_line(&mut out, &text, line_ending(line.raw)),
            _ => out.extend_from_slice(line.raw),
        }
    }
    Cow::Owned(out)
}
