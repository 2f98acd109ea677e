//! A look at files before anything is written.

use std::path::PathBuf;

use domain::{Mapping, SourceFile, TableField};

use super::folder::{Given, find, read};
use super::look::{Bytes, Look, Progress};
use super::{FileKind, Preview};
use crate::archive;
use crate::fault::Fault;
use crate::house::House;
use crate::note;

/// Looks at files, and at those in folders: what is new, the same, different or unreadable. A file that cannot be read
/// at all says why, and the others are looked at all the same.
///
/// # Errors
/// [`crate::FaultKind::Cancelled`] when the person stopped it, by the ticket that `progress` hears.
pub fn preview(house: &House, paths: &[PathBuf], progress: Progress<'_>) -> Result<Preview, Fault> {
    if let [only] = paths
        && archive::is_one(only)
    {
        return archive::preview(house, only, progress);
    }
    let ticket = house.clock.new_id::<SourceFile>().to_string();
    let stop = house.imports.begin(&ticket);
    let looked = (|| {
        let (given, left_out) = find(paths);
        let total = given.iter().map(|one| one.size).sum();
        progress(&ticket, 0, total);
        let mut held = 0;
        let mut files: Vec<Bytes> = Vec::with_capacity(given.len());
        for one in &given {
            stop.breathe()?;
            files.push(taken(one, &mut held));
        }
        if left_out {
            files.push(Bytes {
                name: String::new(),
                read: Err(Fault::invalid("error-folder-deep")),
                fields: None,
            });
        }
        let mut look = Look::new(house, &ticket, &stop, progress, total)?;
        look.all(files)?;
        look.finish()
    })();
    house.imports.end(&ticket);
    looked
}

/// Reads a table of a preview again, its columns meaning `fields`; they are remembered for tables with the same heads.
/// What a row of any file is may change by it.
pub fn remap(
    house: &House,
    ticket: &str,
    file: usize,
    fields: Vec<TableField>,
    progress: Progress<'_>,
) -> Result<Preview, Fault> {
    let before = house.imports.get(ticket)?;
    let sheet = before
        .sheets
        .iter()
        .find(|sheet| sheet.file == file && sheet.heads.len() == fields.len())
        .ok_or_else(|| Fault::invalid("error-import-gone"))?;
    remember(house, &sheet.heads, &fields)?;
    let stop = house.imports.begin(ticket);
    let looked = (|| {
        let files = before.files.iter().enumerate().map(|(at, one)| Bytes {
            name: one.name.clone(),
            read: match &one.problem {
                Some(problem) => Err(problem.clone()),
                None => Ok((one.bytes.clone(), one.kind)),
            },
            fields: if at == file {
                Some(fields.clone())
            } else {
                (one.kind == FileKind::Table).then(|| one.fields.clone())
            },
        });
        let total = before.files.iter().map(|one| one.bytes.len() as u64).sum();
        let mut look = Look::new(house, ticket, &stop, progress, total)?;
        look.all(files.collect())?;
        look.finish()
    })();
    house.imports.end(ticket);
    looked
}

fn remember(house: &House, heads: &[String], fields: &[TableField]) -> Result<(), Fault> {
    let _gate = house.gate();
    let mapping = Mapping {
        id: Mapping::id_of(heads),
        heads: heads.to_vec(),
        fields: fields.to_vec(),
        at: house.clock.now(),
    };
    // Which column means what is the desk's: taking back an import does not forget it.
    let note = note::of(house, "mapped", &[]);
    house.store.commit_aside(note, |tx| tx.put(&mapping))?;
    Ok(())
}

fn taken(given: &Given, held: &mut u64) -> Bytes {
    let read = read(given, *held);
    if let Ok((bytes, _)) = &read {
        *held += bytes.len() as u64;
    }
    Bytes {
        name: given.name.clone(),
        read,
        fields: None,
    }
}
