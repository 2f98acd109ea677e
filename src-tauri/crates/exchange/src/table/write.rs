//! Tables, written.

use std::io::{self, Write};

use domain::Language;

use super::values::neutral;

/// Writes a table the way spreadsheets of a language open by a double click: `;` and a byte order mark in French, `,`
/// in English; UTF-8, rows that end in CRLF, quotes where they are needed (RFC 4180), and no cell that would be
/// reckoned with: one that begins with `=`, `+`, `-`, `@` goes out behind an apostrophe, and [`super::Sheet`] takes it
/// away again.
#[derive(Debug)]
pub struct TableWriter<W: Write> {
    rows: csv::Writer<W>,
    count: usize,
}

impl<W: Write> TableWriter<W> {
    /// A table to `out`.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn new(mut out: W, language: Language) -> io::Result<Self> {
        let delimiter = match language {
            Language::Fr => {
                out.write_all("\u{feff}".as_bytes())?;
                b';'
            }
            Language::En => b',',
        };
        let rows = csv::WriterBuilder::new()
            .delimiter(delimiter)
            .terminator(csv::Terminator::CRLF)
            .flexible(true)
            .from_writer(out);
        Ok(Self { rows, count: 0 })
    }

    /// A row: the heads first, then the others.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn row<'c>(&mut self, cells: impl IntoIterator<Item = &'c str>) -> io::Result<()> {
        for cell in cells {
            self.rows.write_field(neutral(cell).as_ref())?;
        }
        self.rows.write_record(None::<&[u8]>)?;
        self.count += 1;
        Ok(())
    }

    /// How many rows were written, the heads among them.
    pub fn rows(&self) -> usize {
        self.count
    }

    /// The writer, with all of the table written to it.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn finish(mut self) -> io::Result<W> {
        self.rows.flush()?;
        self.rows
            .into_inner()
            .map_err(|failed| io::Error::other(failed.to_string()))
    }
}
