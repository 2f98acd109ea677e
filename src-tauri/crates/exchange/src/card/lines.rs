//! The content lines of cards (vCard 2.1, RFC 2426, RFC 6350), as ranges of the bytes that came.
//!
//! They are those of calendars ([`crate::line`]) and two things more, both of vCard 2.1: a quoted-printable value
//! goes on after a line that ends with `=`, without a space before it, and a base64 value may do so too.

use std::borrow::Cow;

use memchr::{memchr, memchr2};

use crate::line::{line_end, without_bom, without_end};

/// How a value travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Transfer {
    Plain,
    Quoted,
    Base64,
}

/// One content line, perhaps of several lines of the file, with its line ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct CardLine<'a> {
    /// Its bytes, line ends and blank lines within included; never a byte order mark.
    pub(super) raw: &'a [u8],
    /// Where it begins in the whole.
    pub(super) offset: usize,
    /// Which line of the file it begins on, from 1.
    pub(super) number: u32,
    pub(super) transfer: Transfer,
    several: bool,
}

impl<'a> CardLine<'a> {
    /// Without folds, soft breaks and line ends: at most `most` bytes.
    pub(super) fn unfolded(&self, most: usize) -> Cow<'a, [u8]> {
        if !self.several {
            let line = without_end(self.raw);
            return Cow::Borrowed(&line[..line.len().min(most)]);
        }
        let mut out = Vec::with_capacity(self.raw.len().min(most));
        let mut rest = self.raw;
        let (mut first, mut soft) = (true, false);
        while !rest.is_empty() && out.len() < most {
            let (line, after) = rest.split_at(line_end(rest));
            rest = after;
            let mut line = without_end(line);
            if !first && !soft {
                line = line
                    .strip_prefix(b" ")
                    .or(line.strip_prefix(b"\t"))
                    .unwrap_or(line);
            }
            soft = self.transfer == Transfer::Quoted && !rest.is_empty() && ends_softly(line);
            if soft {
                line = line.trim_ascii_end();
                line = &line[..line.len() - 1];
            }
            out.extend_from_slice(&line[..line.len().min(most - out.len())]);
            first = false;
        }
        Cow::Owned(out)
    }

    /// Whether it ends with a soft break whose other half never came: the card ends there, or the file.
    pub(super) fn waits(&self) -> bool {
        self.transfer == Transfer::Quoted && ends_softly(self.raw)
    }

    /// Whether it begins (`Some(true)`) or ends (`Some(false)`) a card.
    pub(super) fn mark(&self) -> Option<bool> {
        mark(self.raw)
    }
}

/// Whether these bytes begin with a line that begins (`Some(true)`) or ends (`Some(false)`) a card.
fn mark(bytes: &[u8]) -> Option<bool> {
    let first = bytes.first()?.to_ascii_uppercase();
    let (begins, word) = match first {
        b'B' => (true, &b"BEGIN:"[..]),
        b'E' => (false, &b"END:"[..]),
        _ => return None,
    };
    let (name, rest) = bytes.split_at_checked(word.len())?;
    if !name.eq_ignore_ascii_case(word) {
        return None;
    }
    let value = rest[..line_end(rest)].trim_ascii();
    value.eq_ignore_ascii_case(b"VCARD").then_some(begins)
}

fn ends_softly(line: &[u8]) -> bool {
    line.trim_ascii_end().ends_with(b"=")
}

/// How the value of a line travels, by the parameters on its first line of the file.
fn transfer_of(line: &[u8]) -> Transfer {
    let Some(at) = memchr2(b':', b';', line).filter(|at| line[*at] == b';') else {
        return Transfer::Plain;
    };
    let params = &line[at..];
    let params = &params[..memchr(b':', params).unwrap_or(params.len())];
    let is = |wanted: &[u8]| {
        params
            .windows(wanted.len())
            .any(|part| part.eq_ignore_ascii_case(wanted))
    };
    if memchr2(b'Q', b'q', params).is_some() && is(b"QUOTED-PRINTABLE") {
        Transfer::Quoted
    } else if memchr2(b'B', b'b', params).is_some() && (is(b"BASE64") || is(b"ENCODING=B")) {
        Transfer::Base64
    } else {
        Transfer::Plain
    }
}

/// A line of nothing but base64, which no property is: it has no colon.
fn is_base64(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    !line.is_empty()
        && line
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='))
}

/// Walks through the content lines of some bytes; blank lines between them are passed over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor {
    at: usize,
    number: u32,
}

impl Cursor {
    pub(super) fn new() -> Self {
        Self { at: 0, number: 1 }
    }

    /// The next content line of `bytes`, which must be the same at each call.
    pub(super) fn next<'b>(&mut self, bytes: &'b [u8]) -> Option<CardLine<'b>> {
        let (mut at, blanks) = past_blanks(bytes, self.at);
        self.number = self.number.saturating_add(blanks);
        at = bytes.len() - without_bom(&bytes[at..]).len();
        if at >= bytes.len() {
            self.at = at;
            return None;
        }
        let mut end = at + line_end(&bytes[at..]);
        let transfer = transfer_of(&bytes[at..end]);
        let mut count = 1_u32;
        let mut last = at;
        let mut several = false;
        loop {
            let rest = &bytes[end..];
            let soft = transfer == Transfer::Quoted && ends_softly(&bytes[last..end]);
            if soft && !rest.is_empty() && mark(rest).is_none() {
                last = end;
                end += line_end(rest);
                count = count.saturating_add(1);
                several = true;
                continue;
            }
            match rest.first() {
                Some(b' ' | b'\t') => {}
                // A fold broken by blank lines, as some writers leave it.
                Some(b'\r' | b'\n') => {
                    let (after, blanks) = past_blanks(bytes, end);
                    if after == end || !matches!(bytes.get(after), Some(b' ' | b'\t')) {
                        break;
                    }
                    end = after;
                    count = count.saturating_add(blanks);
                }
                Some(_) if transfer == Transfer::Base64 && is_base64(&rest[..line_end(rest)]) => {}
                _ => break,
            }
            last = end;
            end += line_end(&bytes[end..]);
            count = count.saturating_add(1);
            several = true;
        }
        let line = CardLine {
            raw: &bytes[at..end],
            offset: at,
            number: self.number,
            transfer,
            several,
        };
        self.at = end;
        self.number = self.number.saturating_add(count);
        Some(line)
    }
}

/// The end of the blank lines that begin at `at`, and how many they are.
fn past_blanks(bytes: &[u8], mut at: usize) -> (usize, u32) {
    let mut count = 0;
    while matches!(bytes.get(at), Some(b'\r' | b'\n')) {
        let length = line_end(&bytes[at..]);
        if !without_end(&bytes[at..at + length]).is_empty() {
            break;
        }
        at += length;
        count += 1;
    }
    (at, count)
}
