//! Cards in and out, lossless: vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350).
//!
//! | file | what it holds |
//! |---|---|
//! | `lines`, `content` | content lines as ranges of the bytes, and one taken apart |
//! | `known`, `values`, `types`, `when`, `photo` | which properties are read, and what they mean |
//! | `gather`, `once`, `item`, `finish` | the lines of one card, put together to a person |
//! | `write/` | cards out: patched, made anew, or of another version |
//!
//! The three versions are read alike: what one of them does not know (bare types, `PREF=1`, quoted-printable) does
//! not stand in its cards, or means there what it means in the others.
//!
//! A file in UTF-16 is made UTF-8 as a whole before its lines are looked for, and the ranges that are told are those
//! of the bytes that came. Any other file is read where it lies, each line in its own encoding.

mod content;
mod finish;
mod gather;
mod item;
mod known;
mod lines;
mod once;
mod photo;
mod types;
mod values;
mod when;
mod wide;
mod write;

use crate::card::content::Content;
use crate::card::finish::finish;
use crate::card::gather::Gather;
use crate::card::lines::{CardLine, Cursor};
use crate::card::wide::Text;
pub(crate) use photo::media;
pub(crate) use values::email;
pub(crate) use wide::Order;
pub use write::{CardVersion, compose_card, convert_card, patch_card};

use crate::person::{InvalidPerson, PersonEntry, PersonProblem, ReadPerson};

/// The cards of a file one by one, in its order, so that a long file can be shown progress of (by the entries'
/// offsets) and be cancelled. Beside the bytes, one card's words are held at a time, never its lines.
///
/// A card that stands in another (AGENT of vCard 2.1) is a part of it. A card whose END never comes is one
/// [`InvalidPerson`], whether another begins or the file ends.
pub fn cards(bytes: &[u8]) -> Cards<'_> {
    Cards {
        text: Text::of(bytes),
        cursor: Cursor::new(),
        open: None,
    }
}

/// See [`cards`].
#[derive(Debug)]
pub struct Cards<'a> {
    text: Text<'a>,
    cursor: Cursor,
    open: Option<Open>,
}

/// The card being walked through.
#[derive(Debug)]
struct Open {
    start: usize,
    line: u32,
    /// How many lines of it were passed, its BEGIN not counted.
    count: usize,
    /// How many cards in it are open.
    inner: usize,
    /// Whether the line before was an AGENT that announces a card.
    announced: bool,
    gather: Gather,
}

/// What a line is to the card that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Passed {
    /// A line of its own.
    Own,
    /// A line of a card within it, or one that opens or ends such.
    Inner,
    /// Its END.
    End,
    /// The BEGIN of another card: its own END is missing.
    Another,
}

impl Open {
    fn at(line: &CardLine<'_>) -> Self {
        Self {
            start: line.offset,
            line: line.number,
            count: 0,
            inner: 0,
            announced: false,
            gather: Gather::default(),
        }
    }

    fn pass(&mut self, line: &CardLine<'_>) -> Passed {
        self.count += 1;
        match line.mark() {
            Some(true) if self.announced || self.inner > 0 => {
                self.inner += 1;
                self.announced = false;
                return Passed::Inner;
            }
            Some(true) => return Passed::Another,
            Some(false) if self.inner == 0 => return Passed::End,
            Some(false) => {
                self.inner -= 1;
                return Passed::Inner;
            }
            None if self.inner > 0 => return Passed::Inner,
            None => {}
        }
        let announced = announces(line);
        self.announced = announced == Some(Announced::Next);
        match announced {
            Some(Announced::Opened) => {
                self.inner += 1;
                Passed::Inner
            }
            Some(Announced::Next) => Passed::Inner,
            None => {
                self.gather.take(self.count, line);
                Passed::Own
            }
        }
    }
}

impl Iterator for Cards<'_> {
    type Item = PersonEntry;

    fn next(&mut self) -> Option<PersonEntry> {
        while let Some(line) = self.cursor.next(self.text.bytes()) {
            let Some(open) = &mut self.open else {
                if line.mark() == Some(true) {
                    self.open = Some(Open::at(&line));
                }
                continue;
            };
            match open.pass(&line) {
                Passed::Own | Passed::Inner => {}
                Passed::Another => {
                    let next = Open::at(&line);
                    return Some(unfinished(&std::mem::replace(open, next)));
                }
                Passed::End => {
                    let end = line.offset + line.raw.len();
                    if let Some(open) = self.open.take() {
                        return Some(self.entry(open, end));
                    }
                }
            }
        }
        self.open.take().map(|open| unfinished(&open))
    }
}

impl Cards<'_> {
    fn entry(&mut self, open: Open, end: usize) -> PersonEntry {
        let card = &self.text.bytes()[open.start..end];
        match finish(open.gather, card) {
            Ok(read) => {
                let (offset, length) = self.text.range(open.start, end);
                PersonEntry::Person(Box::new(ReadPerson {
                    contact: read.contact,
                    company: read.company,
                    photo: read.photo,
                    offset,
                    length,
                    line: open.line,
                    warnings: read.warnings,
                }))
            }
            Err((why, title)) => PersonEntry::Invalid(InvalidPerson {
                line: open.line,
                title,
                why,
            }),
        }
    }
}

fn unfinished(open: &Open) -> PersonEntry {
    PersonEntry::Invalid(InvalidPerson {
        line: open.line,
        title: open.gather.shown_name(),
        why: PersonProblem::Unfinished,
    })
}

/// How an AGENT line of vCard 2.1 says that a card follows in this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Announced {
    /// `AGENT:`, and the card begins on the next line.
    Next,
    /// `AGENT:BEGIN:VCARD`.
    Opened,
}

fn announces(line: &CardLine<'_>) -> Option<Announced> {
    let is_likely = line
        .raw
        .get(..2)
        .is_some_and(|start| start.eq_ignore_ascii_case(b"AG"));
    if !is_likely {
        return None;
    }
    let start = line.unfolded(64);
    let content =
        Content::of(&start).filter(|content| content.name.eq_ignore_ascii_case(b"AGENT"))?;
    let value = content.value.trim_ascii();
    if value.is_empty() {
        Some(Announced::Next)
    } else if value.eq_ignore_ascii_case(b"BEGIN:VCARD") {
        Some(Announced::Opened)
    } else {
        None
    }
}
