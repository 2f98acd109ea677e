//! The rows of a table, one by one.

use domain::{TableField, clean_line};

use super::coding::Places;
use super::gather::Gather;
use super::layout::Layout;
use super::rows::{Cells, Row, Rows};
use super::sheet::Sheet;
use crate::person::{InvalidPerson, PersonEntry, PersonProblem};

/// The longest title of a row that was not read, in characters.
const TITLE_MOST: usize = 80;

/// See [`Sheet::people`].
#[derive(Debug)]
pub struct People<'s> {
    sheet: &'s Sheet<'s>,
    rows: Rows<'s>,
    places: Places<'s>,
    cells: Cells,
    layout: Layout,
}

impl<'s> People<'s> {
    pub(super) fn new(sheet: &'s Sheet<'s>, fields: &[TableField]) -> Self {
        Self {
            sheet,
            rows: sheet.rows(),
            places: sheet.text.places(),
            cells: Cells::new(sheet.delimiter),
            layout: Layout::of(sheet, fields),
        }
    }

    /// One row; nothing when its cells are all blank.
    fn entry(&mut self, row: Row<'s>) -> Option<PersonEntry> {
        let sheet = self.sheet;
        let invalid = |why| {
            let text = sheet
                .text
                .decode(&row.bytes[..row.bytes.len().min(4 * TITLE_MOST)]);
            PersonEntry::Invalid(InvalidPerson {
                line: row.line,
                title: clean_line(&text, TITLE_MOST),
                why,
            })
        };
        if row.unfinished {
            return Some(invalid(PersonProblem::Unfinished));
        }
        if self.cells.read(row.bytes).is_err() {
            return Some(invalid(PersonProblem::TooWide));
        }
        if self.cells.iter().all(|cell| cell.trim_ascii().is_empty()) {
            return None;
        }
        let mut said = Gather::default();
        for (column, texts) in self.layout.columns() {
            let cell = self.cells.get(column);
            if !cell.trim_ascii().is_empty() {
                let label = texts
                    .label
                    .map(|label| self.sheet.text.decode(self.cells.get(label)));
                said.take(texts, &self.sheet.text.decode(cell), label.as_deref());
            }
        }
        said.counted(self.cells.count(), self.layout.width, || {
            let beyond = self.layout.width..self.cells.count();
            beyond
                .into_iter()
                .all(|column| self.cells.get(column).trim_ascii().is_empty())
        });
        let start = self.places.of(row.start);
        let length = self.places.of(row.end) - start;
        match said.finish(row.bytes) {
            Some(mut person) => {
                person.offset = start;
                person.length = length;
                person.line = row.line;
                Some(PersonEntry::Person(Box::new(person)))
            }
            None => Some(invalid(PersonProblem::Empty)),
        }
    }
}

impl Iterator for People<'_> {
    type Item = PersonEntry;

    fn next(&mut self) -> Option<PersonEntry> {
        loop {
            let row = self.rows.next()?;
            if let Some(entry) = self.entry(row) {
                return Some(entry);
            }
        }
    }
}
