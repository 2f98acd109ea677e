//! A look at files before anything is written.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use domain::{Id, SourceId};
use exchange::{Doc, Entry, Zones, entries};

use super::compare::{Identity, verdict};
use super::{
    Counts, Desk, Detail, FILE_MOST, FIRST_ROWS, File, Match, Preview, Row, Ticket, What, name_of,
};
use crate::fault::{Fault, FaultKind};
use crate::house::House;

/// Looks at files: what is new, the same, different or unreadable. A file that cannot be read at all says why, and the
/// others are looked at all the same.
pub fn preview(
    house: &House,
    paths: &[PathBuf],
    _progress: &mut dyn FnMut(&str, u64, u64),
) -> Result<Preview, Fault> {
    let mut files = Vec::with_capacity(paths.len());
    let mut rows = Vec::new();
    let mut met = HashMap::new();
    for path in paths {
        let name = name_of(path);
        let file = match read(path, &name) {
            Ok(bytes) => look(house, name, bytes, files.len(), &mut rows, &mut met)?,
            Err(problem) => unread(name, problem),
        };
        files.push(file);
    }
    let mut counts = Counts::default();
    rows.iter().for_each(|row: &Row| counts.add(row.verdict));
    let ticket = house.clock.new_id::<domain::SourceFile>().to_string();
    let first = rows.iter().take(FIRST_ROWS).cloned().collect();
    let kept = Ticket {
        files: files.clone(),
        rows,
        stopped: AtomicBool::new(false),
    };
    Desk::put(&house.imports, &ticket, kept);
    Ok(Preview {
        ticket,
        files,
        counts,
        sheets: Vec::new(),
        rows: first,
    })
}

fn read(path: &Path, name: &str) -> Result<Arc<[u8]>, Fault> {
    let failed = |error: std::io::Error| {
        Fault::new(FaultKind::Failed, "error-file-read")
            .with("name", name)
            .with("detail", error.to_string())
    };
    let meta = fs::metadata(path).map_err(failed)?;
    if meta.is_dir() {
        return Err(Fault::invalid("error-file-kind").with("name", name));
    }
    if meta.len() > FILE_MOST {
        return Err(Fault::invalid("error-file-big")
            .with("name", name)
            .with("size", (meta.len() >> 20) as usize)
            .with("most", (FILE_MOST >> 20) as usize));
    }
    fs::read(path).map(Arc::from).map_err(failed)
}

fn look(
    house: &House,
    name: String,
    bytes: Arc<[u8]>,
    file: usize,
    rows: &mut Vec<Row>,
    met: &mut HashMap<Identity, u64>,
) -> Result<File, Fault> {
    let source: SourceId = Id::from_content(&bytes);
    let doc = Doc::new(&bytes);
    if doc.problem().is_some() {
        let problem = Fault::invalid("error-file-kind").with("name", name.as_str());
        return Ok(unread(name, problem));
    }
    let zones = Zones::of(&doc, house.home());
    let mut counts = Counts::default();
    for entry in entries(&doc, &zones) {
        let (verdict, title, slot, detail) = match entry {
            Entry::Event(event) => {
                let (verdict, detail) = verdict(house, source, &event, met)?;
                (verdict, event.title, event.slot, detail)
            }
            Entry::Invalid(invalid) => {
                let title = invalid.title.unwrap_or_default();
                (
                    Match::Invalid,
                    title,
                    None,
                    Detail::Unreadable(invalid.reason, invalid.line),
                )
            }
        };
        counts.add(verdict);
        rows.push(Row {
            index: rows.len(),
            file,
            what: What::Touchpoint,
            verdict,
            title,
            subtitle: String::new(),
            slot,
            detail,
            differing: Vec::new(),
            known: None,
        });
    }
    Ok(File {
        name,
        problem: None,
        counts,
        source,
        bytes,
    })
}

fn unread(name: String, problem: Fault) -> File {
    File {
        name,
        problem: Some(problem),
        counts: Counts::default(),
        source: Id::from_bytes([0; 16]),
        bytes: Arc::from([]),
    }
}

/// Reads a table of a preview again.
pub fn remap(
    _house: &House,
    _ticket: &str,
    _file: usize,
    _fields: Vec<domain::TableField>,
    _progress: &mut dyn FnMut(&str, u64, u64),
) -> Result<Preview, Fault> {
    Err(Fault::gone())
}

/// Writes what became of each row of an import.
pub fn report_to(_house: &House, _ticket: Option<&str>, _path: &Path) -> Result<usize, Fault> {
    Err(Fault::gone())
}

/// How the names of files that can be brought in end.
pub fn endings() -> Vec<&'static str> {
    vec!["ics", "ICS", "ical", "ifb"]
}
