//! Taking calendar and people out: what nobody touched leaves byte for byte as it came in.

mod people;
mod table;

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use domain::{Client, ClientId, Moment, SourceFile, Touchpoint};
use exchange::{Doc, Export, Piece};

use crate::fault::Fault;
use crate::house::House;
use crate::reads;

pub use people::people_to;
pub(crate) use table::table_to;

/// In what form people leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeopleFormat {
    /// vCards as they came, what was made here as vCard 4.
    AsTheyCame,
    /// vCard 3.
    Vcard3,
    /// vCard 4.
    Vcard4,
    /// A table.
    Csv,
}

/// Writes every touchpoint to an iCalendar file, and gives how many.
pub fn calendar_to(house: &House, path: &Path) -> Result<usize, Fault> {
    whole(path, |out, failed| write(house, out, failed))
}

/// Writes a small file whole.
pub(crate) fn bytes_to(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    whole(path, |mut out, failed| {
        out.write_all(bytes).map_err(failed)?;
        Ok((out, 1))
    })?;
    Ok(())
}

/// Where a file is written, until it is whole.
pub(crate) type Out = BufWriter<File>;

/// Writes a file aside, syncs it, then renames it: one that was there is replaced whole or stays. `write` gives how many
/// there are of what it wrote.
pub(crate) fn whole(
    path: &Path,
    write: impl FnOnce(Out, &dyn Fn(std::io::Error) -> Fault) -> Result<(Out, usize), Fault>,
) -> Result<usize, Fault> {
    let failed = |error: std::io::Error| {
        let name = path
            .file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy()
            .into_owned();
        Fault::unwritten(name, &error)
    };
    let aside = aside(path);
    let written = File::create(&aside).map_err(failed).and_then(|file| {
        let out = BufWriter::with_capacity(1 << 20, file);
        let (out, count) = write(out, &failed)?;
        let file = out
            .into_inner()
            .map_err(|error| failed(error.into_error()))?;
        file.sync_all().map_err(failed)?;
        fs::rename(&aside, path).map_err(failed)?;
        Ok(count)
    });
    if written.is_err() {
        // Nothing half-written stays beside the person's files.
        let _ = fs::remove_file(&aside);
    }
    written
}

fn write<W: Write>(
    house: &House,
    out: W,
    failed: &dyn Fn(std::io::Error) -> Fault,
) -> Result<(W, usize), Fault> {
    let names = Names::of(house)?;
    let mut export = Export::new(out, house.home());
    let mut sources: Vec<SourceFile> = reads::sources(house)?;
    sources.sort_by_key(|file| (file.brought_at, file.id));
    for source in sources {
        let bytes = house.store.attic().read(&source.blob).map_err(failed)?;
        let touchpoints = reads::of_source(house, source.id)?;
        let pieces = names.pieces(&touchpoints);
        let keep = |uid: &str, key: Option<Moment>| !is_gone(house, uid, key);
        export
            .document(&Doc::new(&bytes), &pieces, keep)
            .map_err(failed)?;
    }
    let own = reads::made_here(house)?;
    export.own(&names.pieces(&own)).map_err(failed)?;
    let (out, count) = export.finish().map_err(failed)?;
    Ok((out, usize::try_from(count).unwrap_or(usize::MAX)))
}

/// Whether an event of a file has since come from another one, or was taken away for good.
fn is_gone(house: &House, uid: &str, key: Option<Moment>) -> bool {
    // An event that stands twice in its file has one record, and both copies stay as they came.
    let known = reads::of_uid(house, uid).unwrap_or_default();
    let series = known
        .iter()
        .find(|one| one.occurrence.is_none())
        .and_then(|one| one.slot);
    // The file may name the occurrence in another zone than its series has.
    let same = |at: Moment, key: Moment| {
        let canonical = series.map_or(key, |slot| series::key(slot, key, house.home()));
        at.wall() == key.wall() || at.wall() == canonical.wall()
    };
    !known.iter().any(|one| match (&one.occurrence, key) {
        (None, None) => true,
        (Some(occurrence), Some(key)) => same(occurrence.at, key),
        _ => false,
    })
}

/// Clients by id, for the lines that name them.
struct Names(HashMap<ClientId, String>);

impl Names {
    fn of(house: &House) -> Result<Self, Fault> {
        let clients: Vec<Client> = reads::clients(house)?;
        Ok(Self(
            clients
                .into_iter()
                .map(|client| (client.id, client.name))
                .collect(),
        ))
    }

    fn pieces<'a>(&'a self, touchpoints: &'a [Touchpoint]) -> Vec<Piece<'a>> {
        let name = |one: &Touchpoint| {
            one.client
                .and_then(|id| self.0.get(&id))
                .map(String::as_str)
        };
        touchpoints
            .iter()
            .map(|touchpoint| Piece {
                touchpoint,
                client: name(touchpoint),
            })
            .collect()
    }
}

fn aside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    path.with_file_name(name)
}
