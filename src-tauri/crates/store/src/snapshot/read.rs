//! Reading a snapshot back.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use xxhash_rust::xxh3::Xxh3;

use super::{FORMAT, Line, Manifest, Snapshots};
use crate::StoreError;
use crate::history::line_key;
use crate::line::RecordLine;
use crate::puts::Put;
use crate::record::Bytes;
use crate::shelf;
use crate::state::{Standing, State};

/// Records in one transaction while a state is built: as when it is written.
const RECORDS_A_TRANSACTION: usize = 50;

pub(super) fn lines(path: &Path) -> io::Result<BufReader<impl Read + use<>>> {
    Ok(BufReader::with_capacity(
        1 << 16,
        zstd::Decoder::new(File::open(path)?)?,
    ))
}

/// Whether a snapshot has the lines and the hash its manifest says.
pub(super) fn verify(path: &Path, manifest: &Manifest) -> io::Result<()> {
    let mut hash = Xxh3::new();
    let mut count = 0_u64;
    let mut from = lines(path)?;
    loop {
        let part = from.fill_buf()?;
        if part.is_empty() {
            break;
        }
        hash.update(part);
        count += part.iter().filter(|byte| **byte == b'\n').count() as u64;
        let read = part.len();
        from.consume(read);
    }
    if count == manifest.lines && format!("{:032x}", hash.digest128()) == manifest.hash {
        Ok(())
    } else {
        Err(io::Error::new(
            io::ErrorKind::InvalidData,
            "it is not what its manifest says",
        ))
    }
}

/// Puts everything a snapshot has into an empty state, and says how the state stands then.
///
/// Its place in the journal is left open: it depends on which files there are.
pub(crate) fn load(
    snapshots: &Snapshots,
    manifest: &Manifest,
    state: &State,
) -> Result<Standing, StoreError> {
    let bad = |why: &str| StoreError::State(format!("snapshot {}: {why}", manifest.seq));
    if manifest.format > FORMAT {
        return Err(StoreError::Newer);
    }
    let mut standing = Standing {
        seq: manifest.seq,
        changes: manifest.changes,
        ..Standing::default()
    };
    let mut puts: Vec<Put> = Vec::new();
    let mut held = 0;
    for line in lines(&snapshots.data(manifest.seq))?.split(b'\n') {
        let line: Line = serde_json::from_slice(&line?).map_err(|error| bad(&error.to_string()))?;
        match line {
            Line::Head { piles, .. } => standing.piles = piles,
            Line::Record(line) | Line::Packed(line) => put_record(state, &line, &mut puts)?,
            Line::Step { seq, kept } => {
                let key = Bytes::from(line_key(seq));
                let value = Bytes::from(kept.pack()?);
                let space = crate::engine::Space::History;
                puts.push(Put::new(space, key, None, Some(value)));
            }
        }
        held += 1;
        if held >= RECORDS_A_TRANSACTION {
            apply(state, &mut puts, &mut standing)?;
            held = 0;
        }
    }
    apply(state, &mut puts, &mut standing)?;
    Ok(standing)
}

fn put_record(state: &State, line: &RecordLine, puts: &mut Vec<Put>) -> Result<(), StoreError> {
    let (tree, key, sealed) = (line.tree(), line.key()?, line.sealed()?);
    for index in shelf::index_keys(tree, &key, &state.ladder.fields(tree, &sealed)?)? {
        let space = crate::engine::Space::Index;
        puts.push(Put::new(space, index.into(), None, Some(Bytes::from([]))));
    }
    puts.push(Put::new(tree.into(), Bytes::from(key), None, Some(sealed)));
    Ok(())
}

fn apply(state: &State, puts: &mut Vec<Put>, standing: &mut Standing) -> Result<(), StoreError> {
    standing.sum = puts
        .iter()
        .fold(standing.sum, |sum, put| sum.wrapping_add(put.shift));
    // While it is built the state says it has nothing: it only counts once it is whole.
    let building = Standing {
        sum: standing.sum,
        ..Standing::default()
    };
    state.apply(puts, 0, &building)?;
    puts.clear();
    Ok(())
}
