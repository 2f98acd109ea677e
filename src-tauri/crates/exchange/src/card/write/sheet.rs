//! A card as a sheet of lines, to change some and leave the others as they came.

use crate::card::content::{Content, group_and_name};
use crate::card::gather::{Gather, known};
use crate::card::known::Known;
use crate::card::lines::{CardLine, Cursor};
use crate::card::write::Version;
use crate::card::write::draft::Draft;
use crate::card::write::paper::Paper;
use crate::card::{Open, Passed};
use crate::doc::line_ending;

/// A card's lines, those of cards in it included, and what they say.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    lines: Vec<SheetLine<'a>>,
    agents: Vec<Vec<u8>>,
    /// What follows the last line.
    tail: &'a [u8],
    pub(super) said: Gather,
    pub(super) paper: Paper,
    pub(super) touched: bool,
}

#[derive(Debug)]
struct SheetLine<'a> {
    /// Blank lines before it.
    lead: &'a [u8],
    line: CardLine<'a>,
    /// Whether it is the card's own, and no BEGIN or END.
    own: bool,
    /// Lines that are added before it.
    before: Vec<u8>,
    /// What stands in its place; empty when it goes.
    now: Option<Vec<u8>>,
    /// Lines that are added after it.
    after: Vec<u8>,
}

impl<'a> Sheet<'a> {
    /// The lines of a card; `None` when it does not begin as one.
    pub(super) fn new(bytes: &'a [u8]) -> Option<Self> {
        let mut cursor = Cursor::new();
        let begin = cursor
            .next(bytes)
            .filter(|line| line.mark() == Some(true))?;
        let mut open = Open::at(&begin);
        let mut lines = vec![SheetLine::of(begin, &bytes[..begin.offset], false)];
        let mut end = begin.offset + begin.raw.len();
        let mut version = Version::Three;
        let mut agents = Vec::new();
        let mut agent = Vec::new();
        while let Some(line) = cursor.next(bytes) {
            let passed = open.pass(&line);
            if passed == Passed::Another {
                break;
            }
            if passed == Passed::Inner && open.inner + usize::from(line.mark().is_some()) > 0 {
                // One that is announced and opened on the same line begins there.
                let opened = line.mark().is_none() && agent.is_empty();
                let text = if opened { b"BEGIN:VCARD\r\n" } else { line.raw };
                agent.extend_from_slice(text);
                if open.inner == 0 {
                    agents.push(std::mem::take(&mut agent));
                }
            }
            let own = passed == Passed::Own;
            if own && known(&line) == Some(Known::Version) {
                let text = line.unfolded(64);
                version =
                    Content::of(&text).map_or(version, |content| Version::of(&content.text().0));
            }
            lines.push(SheetLine::of(line, &bytes[end..line.offset], own));
            end = line.offset + line.raw.len();
            if passed == Passed::End {
                break;
            }
        }
        let mut said = open.gather;
        said.settle();
        Some(Self {
            lines,
            agents,
            tail: &bytes[end..],
            said,
            paper: Paper {
                version,
                ending: line_ending(begin.raw),
                latin: std::str::from_utf8(bytes).is_err(),
            },
            touched: false,
        })
    }

    pub(super) fn version(&self) -> Version {
        self.paper.version
    }

    /// The card's own lines of a property that still stand, in their order.
    pub(super) fn all(&self, wanted: Known) -> Vec<usize> {
        let is_it = |at: &usize| known(&self.lines[*at].line) == Some(wanted);
        self.own().filter(is_it).collect()
    }

    /// The card's own lines that still stand.
    pub(super) fn own(&self) -> impl Iterator<Item = usize> {
        let lines = self.lines.iter().enumerate();
        lines
            .filter(|(_, line)| line.own && line.now.as_ref().is_none_or(|now| !now.is_empty()))
            .map(|(at, _)| at)
    }

    /// The cards within the card (AGENT of version 2.1), whole.
    pub(super) fn agents(&self) -> &[Vec<u8>] {
        &self.agents
    }

    /// The line that says what is said once: the one that was read, else the first of its name that can be taken apart
    /// (one without a colon says nothing, and would say nothing of what is put in it).
    pub(super) fn find(&self, wanted: Known) -> Option<usize> {
        let read = self.said.said_by(wanted);
        let mut all = self.all(wanted).into_iter();
        read.or_else(|| all.find(|at| self.draft(*at).is_some()))
    }

    /// What a line says, as it came.
    pub(super) fn draft(&self, at: usize) -> Option<Draft> {
        let line = self.lines.get(at)?;
        let bytes = line.line.unfolded(usize::MAX);
        Content::of(&bytes).map(|content| Draft::of(&content))
    }

    /// A line's bytes, as it came.
    pub(super) fn raw(&self, at: usize) -> &'a [u8] {
        self.lines[at].line.raw
    }

    /// Writes a property in a line's place.
    pub(super) fn set(&mut self, at: usize, draft: &Draft) {
        let bytes = self.paper.write(draft);
        self.set_bytes(at, bytes);
    }

    /// Puts bytes in a line's place.
    pub(super) fn set_bytes(&mut self, at: usize, bytes: Vec<u8>) {
        if let Some(line) = self.lines.get_mut(at) {
            if bytes == line.line.raw {
                line.now = None;
                return;
            }
            self.touched = true;
            line.now = Some(bytes);
        }
    }

    /// Gives a line another value, and keeps the rest of it.
    pub(super) fn set_value(&mut self, at: usize, value: String) {
        if let Some(mut draft) = self.draft(at) {
            draft.value = value;
            self.set(at, &draft);
        }
    }

    /// Takes a line away.
    pub(super) fn remove(&mut self, at: usize) {
        self.set_bytes(at, Vec::new());
    }

    /// Takes away every line of a property.
    pub(super) fn remove_all(&mut self, wanted: Known) {
        for at in self.all(wanted) {
            self.remove(at);
        }
    }

    /// Takes a line away, and what Apple's programs say of its group when nothing else is left in it.
    pub(super) fn remove_with_label(&mut self, at: usize, group: &[u8]) {
        self.remove(at);
        if group.is_empty() {
            return;
        }
        let (labels, others): (Vec<usize>, Vec<usize>) = self
            .own()
            .filter(|at| self.head(*at).0 == group)
            .partition(|at| self.head(*at).1.starts_with(b"X-AB"));
        if others.is_empty() {
            for at in labels {
                self.remove(at);
            }
        }
    }

    /// Takes the label of a group away.
    pub(super) fn remove_label(&mut self, group: &[u8]) {
        for at in self.all(Known::Label) {
            if self.head(at).0 == group {
                self.remove(at);
            }
        }
    }

    /// The group of a line in lower case, and its name in capitals.
    fn head(&self, at: usize) -> (Vec<u8>, Vec<u8>) {
        let start = self.lines[at].line.unfolded(256);
        let end = memchr::memchr2(b':', b';', &start).unwrap_or(0);
        let (group, name) = group_and_name(&start[..end]);
        (group.to_ascii_lowercase(), name.to_ascii_uppercase())
    }

    /// Adds a property at the end of the card.
    pub(super) fn add(&mut self, draft: &Draft) {
        let bytes = self.paper.write(draft);
        self.add_bytes_after(None, &bytes);
    }

    /// Adds lines after a line, at the end of the card when there is none.
    pub(super) fn add_bytes_after(&mut self, at: Option<usize>, bytes: &[u8]) {
        let last = self.lines.len().saturating_sub(1);
        let Some(line) = self.lines.get_mut(at.unwrap_or(last)) else {
            return;
        };
        // A card whose END is missing has none to stand before.
        let place = if line.line.mark() == Some(false) {
            &mut line.before
        } else {
            &mut line.after
        };
        place.extend_from_slice(bytes);
        self.touched |= !bytes.is_empty();
    }

    /// Gives what is said once this value, or takes it away.
    pub(super) fn say(&mut self, wanted: Known, name: &str, value: Option<String>) {
        match (self.find(wanted), value) {
            (Some(at), Some(value)) => self.set_value(at, value),
            (Some(_), None) => self.remove_all(wanted),
            (None, Some(value)) => self.add(&Draft::new(name, value)),
            (None, None) => {}
        }
    }

    /// The card's bytes as they stand now.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let length: usize = self.lines.iter().map(|line| line.line.raw.len()).sum();
        let mut out = Vec::with_capacity(length + self.tail.len() + 128);
        // Whether what was written last still waits for its other half.
        let mut waits = false;
        for line in &self.lines {
            let stands = line.now.as_deref().unwrap_or(line.line.raw);
            let ends = line.before.is_empty() && line.now.is_none() && line.line.mark().is_some();
            if waits && !ends {
                close(&mut out);
            }
            out.extend_from_slice(line.lead);
            out.extend_from_slice(&line.before);
            out.extend_from_slice(stands);
            waits = line.now.is_none() && line.line.waits();
            if waits && !line.after.is_empty() {
                close(&mut out);
                waits = false;
            }
            out.extend_from_slice(&line.after);
        }
        out.extend_from_slice(self.tail);
        out
    }
}

/// Takes the soft break away with which the last line ends: what is put after it is not its other half.
fn close(out: &mut Vec<u8>) {
    let end = out.trim_ascii_end().len();
    let ending = out.split_off(end);
    out.pop();
    out.extend_from_slice(&ending);
}

impl<'a> SheetLine<'a> {
    fn of(line: CardLine<'a>, lead: &'a [u8], own: bool) -> Self {
        Self {
            lead,
            line,
            own,
            before: Vec::new(),
            now: None,
            after: Vec::new(),
        }
    }
}
