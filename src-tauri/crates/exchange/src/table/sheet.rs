//! A table over its bytes.

use domain::TableField;

use super::COLUMNS_MOST;
use super::coding::Text;
use super::delimiter;
use super::guess;
use super::people::People;
use super::rows::{Cells, Row, Rows};
use super::values::{DayOrder, order_of, restored};

/// Among how many first rows the head is looked for: some programs write a title above it.
const HEAD_WITHIN: usize = 10;

/// How many rows a sample has.
const SAMPLE: usize = 5;

/// How many rows are asked which of day and month comes first.
const DATED: usize = 2_000;

/// A table of people over its bytes: its encoding and delimiter, the heads of its columns, and what they seem to mean.
/// Nothing but what is looked at is copied, save from UTF-16.
#[derive(Debug, Clone)]
pub struct Sheet<'a> {
    pub(super) text: Text<'a>,
    pub(super) delimiter: u8,
    heads: Vec<String>,
    guessed: Vec<TableField>,
    sample: Vec<Vec<String>>,
    /// Where the first row of people begins, and on which line.
    pub(super) body: (usize, u32),
}

/// Why a file as a whole is no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum SheetProblem {
    /// No bytes, or only blanks.
    #[error("the file is empty")]
    Empty,
    /// An Excel or OpenDocument workbook: it has to be saved as CSV.
    #[error("the file is a workbook, not CSV")]
    Workbook,
    /// Bytes that are no text.
    #[error("the file is not a table")]
    NotATable,
    /// More columns than [`COLUMNS_MOST`].
    #[error("the table has more than {COLUMNS_MOST} columns")]
    TooWide,
}

impl<'a> Sheet<'a> {
    /// Looks at the first rows of a file.
    ///
    /// # Errors
    /// [`SheetProblem`] when it is no table. A row that is bad is bad by itself: see [`Sheet::people`].
    pub fn open(bytes: &'a [u8]) -> Result<Self, SheetProblem> {
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
            return Err(SheetProblem::Workbook);
        }
        let text = Text::of(bytes);
        let said = text.bytes().get(text.start..).unwrap_or_default();
        if said.iter().all(|b| b.is_ascii_whitespace() || *b == 0) {
            return Err(SheetProblem::Empty);
        }
        if is_binary(text.bytes()) {
            return Err(SheetProblem::NotATable);
        }
        let (delimiter, start, line) = match delimiter::told(text.bytes(), text.start) {
            Some((delimiter, start)) => (delimiter, start, 2),
            None => (delimiter::guess(text.bytes(), text.start), text.start, 1),
        };
        let mut sheet = Self {
            text,
            delimiter,
            heads: Vec::new(),
            guessed: Vec::new(),
            sample: Vec::new(),
            body: (start, line),
        };
        sheet.find_head()?;
        Ok(sheet)
    }

    /// `UTF-8`, `UTF-16LE`, `windows-1252` … Single cells may be in another: files mix.
    pub fn encoding(&self) -> &'static str {
        self.text.encoding.name()
    }

    /// What stands between two cells.
    pub fn delimiter(&self) -> char {
        char::from(self.delimiter)
    }

    /// The heads of its columns, as written; empty ones when the table has no head.
    pub fn heads(&self) -> &[String] {
        &self.heads
    }

    /// What each column seems to mean.
    pub fn guessed(&self) -> &[TableField] {
        &self.guessed
    }

    /// The first rows of people, five at most, with a cell for each column.
    pub fn sample(&self) -> &[Vec<String>] {
        &self.sample
    }

    /// The people of the table, one a row and each good or bad by itself, when its columns mean `fields`; columns
    /// without one are left in the file.
    ///
    /// A row that tells of a company and nobody at it gives a contact without a name
    /// ([`crate::ReadPerson::is_company`]). Rows whose cells are all blank are none.
    pub fn people<'s>(&'s self, fields: &[TableField]) -> People<'s> {
        People::new(self, fields)
    }

    pub(super) fn rows(&self) -> Rows<'_> {
        let (at, line) = self.body;
        Rows::new(self.text.bytes(), at, line, self.delimiter)
    }

    /// Which of day and month the dates of a column write first.
    pub(super) fn order(&self, column: usize) -> DayOrder {
        let mut cells = Cells::new(self.delimiter);
        self.rows()
            .take(DATED)
            .filter(|row| !row.unfinished)
            .find_map(|row| {
                cells.read(row.bytes).ok()?;
                order_of(&self.text.decode(cells.get(column)))
            })
            .unwrap_or_default()
    }

    /// The head is the first row of those with the most known heads; when none is known, the first that is wide
    /// enough, unless it already has addresses or numbers in it.
    fn find_head(&mut self) -> Result<(), SheetProblem> {
        let mut first: Vec<(Vec<String>, usize, u32)> = Vec::new();
        let mut cells = Cells::new(self.delimiter);
        let mut rows = self.rows();
        for row in rows.by_ref().take(HEAD_WITHIN) {
            let read = cells.read(row.bytes);
            if read.is_err() {
                return Err(SheetProblem::TooWide);
            }
            let texts = cells.iter().map(|cell| self.text.decode(cell).into_owned());
            first.push((texts.collect(), row.start, row.line));
        }
        let width = first
            .iter()
            .map(|(cells, ..)| cells.len())
            .max()
            .unwrap_or(0);
        let known: Vec<usize> = first
            .iter()
            .map(|(cells, ..)| guess::known(cells))
            .collect();
        let best = known.iter().copied().max().unwrap_or(0);
        let head = if best >= 2
            || known
                .first()
                .is_some_and(|known| *known == best && best > 0)
        {
            known.iter().position(|known| *known == best)
        } else {
            let wide = |cells: &[String]| {
                2 * cells.iter().filter(|cell| !cell.trim().is_empty()).count() >= width
            };
            first
                .iter()
                .position(|(cells, ..)| wide(cells))
                .filter(|at| !guess::is_data(&first[*at].0))
        };
        match head {
            Some(at) => {
                self.heads = std::mem::take(&mut first[at].0);
                // Excel writes delimiters as far as a sheet was ever touched.
                while self.heads.len() > 1 && self.heads.last().is_some_and(String::is_empty) {
                    self.heads.pop();
                }
                self.body = match first.get(at + 1) {
                    Some((_, start, line)) => (*start, *line),
                    None => self.behind(first[at].1, first[at].2),
                };
                self.guessed = guess::by_heads(&self.heads);
                self.sample = self.first_rows();
            }
            None => {
                self.heads = vec![String::new(); width];
                if let Some((_, start, line)) = first.first() {
                    self.body = (*start, *line);
                }
                self.sample = self.first_rows();
                self.guessed = guess::by_content(width, &self.sample);
            }
        }
        Ok(())
    }

    /// Behind the row at a place.
    fn behind(&self, start: usize, line: u32) -> (usize, u32) {
        let mut rows = Rows::new(self.text.bytes(), start, line, self.delimiter);
        match (rows.next(), rows.next()) {
            (Some(_), Some(Row { start, line, .. })) => (start, line),
            _ => (self.text.bytes().len(), line),
        }
    }

    fn first_rows(&self) -> Vec<Vec<String>> {
        let mut cells = Cells::new(self.delimiter);
        let mut sample = Vec::new();
        for row in self.rows().filter(|row| !row.unfinished).take(SAMPLE) {
            if cells.read(row.bytes).is_ok() {
                let texts = (0..self.heads.len()).map(|column| {
                    let text = self.text.decode(cells.get(column));
                    restored(&text).to_owned()
                });
                sample.push(texts.collect());
            }
        }
        sample
    }
}

/// Whether there is more than text: one control character in ten of the first ones. A few noughts are a program's
/// fault, and no reason to leave a table alone.
fn is_binary(bytes: &[u8]) -> bool {
    let looked_at = &bytes[..bytes.len().min(4_096)];
    let odd = looked_at
        .iter()
        .filter(|b| b.is_ascii_control() && !matches!(b, b'\t' | b'\r' | b'\n'));
    odd.count() * 10 > looked_at.len()
}
