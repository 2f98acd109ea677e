//! What became of each row of an import, as a table a person can keep.

use std::path::Path;
use std::sync::Arc;

use words::Words;

use super::desk::Ticket;
use super::{Match, Row, What, detail};
use crate::export;
use crate::fault::Fault;
use crate::house::House;

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Became {
    /// It was not here, and is now.
    Brought,
    /// What is here was changed by it.
    Updated,
    /// It was made one with somebody known.
    OneWith,
    /// It was here already.
    Nothing,
    /// It differs, and what is here stayed.
    LeftAsItWas,
    /// The person left it out.
    LeftOut,
    /// It could not be read.
    Invalid,
    /// It was only looked at.
    LookedAt,
}

/// What became of the rows of an import.
#[derive(Debug)]
pub(super) struct Report {
    pub(super) ticket: String,
    files: Vec<String>,
    rows: Vec<Row>,
    became: Vec<Became>,
}

impl Report {
    pub(super) fn of(name: &str, ticket: &Ticket, became: Vec<Became>) -> Self {
        Self {
            ticket: name.to_owned(),
            files: ticket.files.iter().map(|file| file.name.clone()).collect(),
            rows: ticket.rows.clone(),
            became,
        }
    }

    fn lines(&self, words: &Words) -> Vec<Vec<String>> {
        let say = |id: &str| words.say(id, &[]);
        let head = ["file", "row", "what", "name", "became", "why"];
        let head = head.map(|column| say(&format!("report-{column}")));
        let lines = self.rows.iter().zip(&self.became).map(|(row, became)| {
            let what = match row.what {
                What::Touchpoint => "report-touchpoint",
                What::Contact => "report-contact",
                What::Client => "report-client",
            };
            let file = self.files.get(row.file).cloned().unwrap_or_default();
            vec![
                file,
                (row.index + 1).to_string(),
                say(what),
                row.title.clone(),
                became.say(row, words),
                detail(row, words),
            ]
        });
        std::iter::once(head.to_vec()).chain(lines).collect()
    }
}

impl Became {
    fn say(self, row: &Row, words: &Words) -> String {
        let id = match self {
            Self::Brought => "report-brought",
            Self::Updated => "report-updated",
            Self::OneWith => {
                let name = row.known.as_ref().map_or("", |known| known.name.as_str());
                return words.say("report-one-with", &[("name", name.into())]);
            }
            Self::Nothing => "report-nothing",
            Self::LeftAsItWas => "report-left-as-it-was",
            Self::LeftOut => "report-left-out",
            Self::Invalid => "report-invalid",
            Self::LookedAt => match row.verdict {
                Match::New => "report-new",
                Match::Same => "report-same",
                Match::Differs => "report-differs",
                Match::Near => "report-near",
                Match::Invalid => "report-invalid",
            },
        };
        words.say(id, &[])
    }
}

/// Writes what became of each row of the last import, or of the one with this ticket; of one that was not run yet, what
/// each row is. Gives how many rows.
pub fn report_to(house: &House, ticket: Option<&str>, path: &Path) -> Result<usize, Fault> {
    let looked = ticket.and_then(|name| Some((name, house.imports.get(name).ok()?)));
    let report = match looked {
        Some((name, ticket)) => {
            let became = vec![Became::LookedAt; ticket.rows.len()];
            Arc::new(Report::of(name, &ticket, became))
        }
        None => house.imports.last(ticket)?,
    };
    let lines = report.lines(&house.words());
    export::table_to(house, path, &lines)?;
    Ok(report.rows.len())
}
