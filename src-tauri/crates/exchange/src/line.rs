//! Content lines (RFC 5545 §3.1), as ranges of the bytes that came.

use std::borrow::Cow;

use memchr::memchr;

use crate::text::decode;

/// The longest content line that is read, folds included, in bytes. Longer ones (attachments) stay in the bytes.
pub const LINE_MOST: usize = 1 << 20;

/// One content line, perhaps folded, with its line ends.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line<'a> {
    /// Its bytes, line ends included.
    pub(crate) raw: &'a [u8],
    /// Where it begins in the whole.
    pub(crate) offset: usize,
    /// Which line of the file it begins on, from 1.
    pub(crate) number: u32,
    folded: bool,
}

impl<'a> Line<'a> {
    /// The text without folds and line ends; `None` when it is longer than [`LINE_MOST`].
    pub(crate) fn text(&self) -> Option<Cow<'a, str>> {
        if self.raw.len() > LINE_MOST {
            return None;
        }
        Some(match self.unfolded(usize::MAX) {
            Cow::Borrowed(bytes) => decode(bytes),
            Cow::Owned(bytes) => Cow::Owned(decode(&bytes).into_owned()),
        })
    }

    /// The property's name, as written; empty when the line has none. Never long, whatever the line is.
    pub(crate) fn name(&self) -> Cow<'a, [u8]> {
        const NAME_MOST: usize = 128;
        let name_of = |bytes: &[u8]| {
            bytes
                .iter()
                .take(NAME_MOST)
                .position(|byte| matches!(byte, b':' | b';'))
        };
        match self.unfolded(NAME_MOST) {
            Cow::Borrowed(bytes) => Cow::Borrowed(&bytes[..name_of(bytes).unwrap_or(0)]),
            Cow::Owned(bytes) => {
                let end = name_of(&bytes).unwrap_or(0);
                Cow::Owned(bytes[..end].to_vec())
            }
        }
    }

    /// Whether the property has this name, in any case.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name().eq_ignore_ascii_case(name.as_bytes())
    }

    /// The component named by a BEGIN or END line: `("BEGIN", "VEVENT")`, as written.
    pub(crate) fn mark(&self) -> Option<Mark<'a>> {
        const MARK_MOST: usize = 128;
        let first = without_bom(self.raw).first()?.to_ascii_uppercase();
        if first != b'B' && first != b'E' {
            return None;
        }
        let split = |bytes: &[u8]| {
            let colon = bytes.iter().take(8).position(|byte| *byte == b':')?;
            let begins = match &bytes[..colon] {
                name if name.eq_ignore_ascii_case(b"BEGIN") => true,
                name if name.eq_ignore_ascii_case(b"END") => false,
                _ => return None,
            };
            Some((begins, colon + 1))
        };
        match self.unfolded(MARK_MOST) {
            Cow::Borrowed(bytes) => split(bytes).map(|(begins, at)| Mark {
                begins,
                component: Cow::Borrowed(bytes[at..].trim_ascii()),
            }),
            Cow::Owned(bytes) => split(&bytes).map(|(begins, at)| Mark {
                begins,
                component: Cow::Owned(bytes[at..].trim_ascii().to_vec()),
            }),
        }
    }

    /// Without folds, line ends and byte order mark; of a folded line, at least the first `most` bytes.
    fn unfolded(&self, most: usize) -> Cow<'a, [u8]> {
        let raw = without_bom(self.raw);
        if !self.folded {
            return Cow::Borrowed(without_end(raw));
        }
        let mut out = Vec::with_capacity(raw.len().min(most.saturating_add(128)));
        let mut rest = raw;
        let mut first = true;
        while !rest.is_empty() && out.len() < most {
            let (line, after) = rest.split_at(line_end(rest));
            rest = after;
            let line = without_end(line);
            // The first line counts whole; a blank line within folds counts for nothing.
            let line = if first {
                line
            } else {
                line.get(1..).unwrap_or(&[])
            };
            out.extend_from_slice(&line[..line.len().min(most - out.len())]);
            first = false;
        }
        Cow::Owned(out)
    }
}

/// A BEGIN or END line.
#[derive(Debug, Clone)]
pub(crate) struct Mark<'a> {
    pub(crate) begins: bool,
    /// As written, perhaps empty.
    pub(crate) component: Cow<'a, [u8]>,
}

impl Mark<'_> {
    pub(crate) fn is(&self, component: &str) -> bool {
        self.component.eq_ignore_ascii_case(component.as_bytes())
    }
}

/// The content lines of some bytes; blank lines between them are passed over.
#[derive(Debug, Clone)]
pub(crate) struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    base: usize,
    number: u32,
}

impl<'a> Lines<'a> {
    /// The lines of `bytes`, which begin at `base` of the whole, on line `number` of the file.
    pub(crate) fn new(bytes: &'a [u8], base: usize, number: u32) -> Self {
        Self {
            bytes,
            at: 0,
            base,
            number,
        }
    }

    /// The end of the blank lines that begin at `at`, and how many they are.
    fn past_blanks(&self, mut at: usize) -> (usize, u32) {
        let mut count = 0;
        while at < self.bytes.len() {
            let length = line_end(&self.bytes[at..]);
            if !without_end(&self.bytes[at..at + length]).is_empty() {
                break;
            }
            at += length;
            count += 1;
        }
        (at, count)
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Line<'a>;

    fn next(&mut self) -> Option<Line<'a>> {
        let (at, blanks) = self.past_blanks(self.at);
        self.number = self.number.saturating_add(blanks);
        if at >= self.bytes.len() {
            self.at = at;
            return None;
        }
        let mut end = at + line_end(&self.bytes[at..]);
        let mut count = 1_u32;
        let mut folded = false;
        loop {
            match self.bytes.get(end) {
                Some(b' ' | b'\t') => {
                    end += line_end(&self.bytes[end..]);
                    count = count.saturating_add(1);
                    folded = true;
                }
                // A fold broken by blank lines, as some writers leave it.
                Some(b'\r' | b'\n') => {
                    let (after, blanks) = self.past_blanks(end);
                    if after == end || !matches!(self.bytes.get(after), Some(b' ' | b'\t')) {
                        break;
                    }
                    end = after;
                    count = count.saturating_add(blanks);
                }
                _ => break,
            }
        }
        let line = Line {
            raw: &self.bytes[at..end],
            offset: self.base + at,
            number: self.number,
            folded,
        };
        self.at = end;
        self.number = self.number.saturating_add(count);
        Some(line)
    }
}

/// The length of the first line, its end included.
pub(crate) fn line_end(bytes: &[u8]) -> usize {
    memchr(b'\n', bytes).map_or(bytes.len(), |at| at + 1)
}

pub(crate) fn without_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    let mut line = line;
    while let Some(rest) = line.strip_suffix(b"\r") {
        line = rest;
    }
    line
}

pub(crate) fn without_bom(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}
