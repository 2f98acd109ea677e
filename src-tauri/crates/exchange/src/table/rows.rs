//! Where the rows of a table end, and its cells.
//!
//! Rows are found here and their cells read by `csv-core`, the engine of the `csv` crate: read as one stream, a quote
//! that is never closed would take all rows behind it with it. A property test holds the two to the same rows.

use memchr::{memchr, memchr2_iter, memchr3};

use super::COLUMNS_MOST;

/// The longest row, in bytes. A quote that is open longer is one that was forgotten.
const ROW_MOST: usize = 16 << 20;

/// One row of a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'t> {
    /// Without its line end.
    pub(super) bytes: &'t [u8],
    /// Its first byte in the text.
    pub(super) start: usize,
    /// Behind its line end.
    pub(super) end: usize,
    /// The line it begins on, from 1.
    pub(super) line: u32,
    /// Whether a quote stays open: then it is its first line only, and the rows go on behind that.
    pub(super) unfinished: bool,
}

/// The rows of a table; blank lines are none.
#[derive(Debug, Clone)]
pub(super) struct Rows<'t> {
    bytes: &'t [u8],
    at: usize,
    line: u32,
    delimiter: u8,
}

impl<'t> Rows<'t> {
    /// Rows from a place in a text, which is on a line.
    pub(super) fn new(bytes: &'t [u8], at: usize, line: u32, delimiter: u8) -> Self {
        Self {
            bytes,
            at,
            line,
            delimiter,
        }
    }
}

impl<'t> Iterator for Rows<'t> {
    type Item = Row<'t>;

    fn next(&mut self) -> Option<Row<'t>> {
        let rest = self.bytes.get(self.at..)?;
        let blank = rest
            .iter()
            .take_while(|b| matches!(b, b'\r' | b'\n'))
            .count();
        self.line = self.line.saturating_add(lines(&rest[..blank]));
        let start = self.at + blank;
        if start >= self.bytes.len() {
            self.at = self.bytes.len();
            return None;
        }
        let closed = row_end(self.bytes, start, self.delimiter);
        let stop = closed.unwrap_or_else(|| line_end(self.bytes, start));
        let end = stop
            + match self.bytes.get(stop..) {
                Some([b'\r', b'\n', ..]) => 2,
                Some([_, ..]) => 1,
                _ => 0,
            };
        let row = Row {
            bytes: &self.bytes[start..stop],
            start,
            end,
            line: self.line,
            unfinished: closed.is_none(),
        };
        self.line = self.line.saturating_add(lines(&self.bytes[start..end]));
        self.at = end;
        Some(row)
    }
}

/// Where the row that begins at `start` ends, its line end left out; nothing when a quote stays open.
///
/// A quote opens a cell only as its first byte, and a doubled one inside is one of the text (RFC 4180 §2).
fn row_end(bytes: &[u8], start: usize, delimiter: u8) -> Option<usize> {
    let mut at = start;
    loop {
        let rest = &bytes[at..];
        let Some(found) = memchr3(b'"', b'\r', b'\n', rest) else {
            return Some(bytes.len());
        };
        at += found;
        if bytes[at] != b'"' {
            return Some(at);
        }
        let opens = at == start || bytes[at - 1] == delimiter;
        at += 1;
        if opens {
            at = quote_end(bytes, at, bytes.len().min(start.saturating_add(ROW_MOST)))?;
        }
    }
}

/// Behind the quote that closes the one before `at`.
fn quote_end(bytes: &[u8], mut at: usize, most: usize) -> Option<usize> {
    loop {
        at += memchr(b'"', bytes.get(at..most)?)? + 1;
        if bytes.get(at) != Some(&b'"') {
            return Some(at);
        }
        at += 1;
    }
}

fn line_end(bytes: &[u8], start: usize) -> usize {
    let rest = &bytes[start..];
    memchr::memchr2(b'\r', b'\n', rest).map_or(bytes.len(), |found| start + found)
}

/// How many line ends there are; `\r\n` is one.
fn lines(bytes: &[u8]) -> u32 {
    let ends = memchr2_iter(b'\r', b'\n', bytes)
        .filter(|at| bytes[*at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
    u32::try_from(ends.count()).unwrap_or(u32::MAX)
}

/// The cells of one row after another.
#[derive(Debug)]
pub(super) struct Cells {
    engine: csv_core::Reader,
    text: Vec<u8>,
    ends: Vec<usize>,
    count: usize,
}

/// A row that is not read: of more than [`COLUMNS_MOST`] cells, or too long.
#[derive(Debug)]
pub(super) struct TooWide;

impl Cells {
    pub(super) fn new(delimiter: u8) -> Self {
        Self {
            engine: csv_core::ReaderBuilder::new().delimiter(delimiter).build(),
            text: Vec::new(),
            ends: vec![0; COLUMNS_MOST],
            count: 0,
        }
    }

    /// Reads the cells of a row, which has no line end.
    pub(super) fn read(&mut self, row: &[u8]) -> Result<(), TooWide> {
        use csv_core::ReadRecordResult::{End, InputEmpty, OutputEndsFull, OutputFull, Record};

        self.count = 0;
        if row.len() > ROW_MOST {
            return Err(TooWide);
        }
        if self.text.len() < row.len() + 1 {
            self.text.resize(row.len() + 1, 0);
        }
        self.engine.reset();
        let (mut read, mut written) = (0, 0);
        loop {
            let (result, took, wrote, ended) = self.engine.read_record(
                &row[read..],
                &mut self.text[written..],
                &mut self.ends[self.count..],
            );
            read += took;
            written += wrote;
            self.count += ended;
            match result {
                InputEmpty => {}
                Record | End => return Ok(()),
                OutputFull | OutputEndsFull => return Err(TooWide),
            }
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// One of them, unquoted; empty when the row is shorter.
    pub(super) fn get(&self, column: usize) -> &[u8] {
        if column >= self.count {
            return &[];
        }
        let start = match column.checked_sub(1) {
            Some(before) => self.ends[before],
            None => 0,
        };
        &self.text[start..self.ends[column]]
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.count).map(|column| self.get(column))
    }
}
