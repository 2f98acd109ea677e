//! Making a snapshot.

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::atomic::Ordering;

use chrono::{DateTime, Utc};
use vault::{Purpose, SealedWriter, Sealer};
use xxhash_rust::xxh3::Xxh3;

use super::Unnaming;
use super::{FORMAT, Line, Manifest, Snapshots, context, read};
use crate::engine::Space;
use crate::history::{Kept, seq_of_line};
use crate::line::RecordLine;
use crate::puts;
use crate::record;
use crate::state::{Standing, State};
use crate::tree::Tree;
use crate::{StoreError, disk};

/// Writes the state as it stands. Nothing is applied to it meanwhile: this runs in the applier.
pub(crate) fn write(
    snapshots: &Snapshots,
    state: &State,
    standing: &Standing,
    at: DateTime<Utc>,
) -> Result<Manifest, StoreError> {
    if let Some(there) = already(snapshots, standing.seq)? {
        // Writing over a whole one would leave none for a moment.
        return Ok(there);
    }
    write_anew(snapshots, state, standing, at, &Unnaming::default())
}

/// The same, over one of this very group too: that one may say what this one no longer does. For a moment there is
/// neither, and the state has to be durable.
pub(crate) fn write_anew(
    snapshots: &Snapshots,
    state: &State,
    standing: &Standing,
    at: DateTime<Utc>,
    unnamed: &Unnaming,
) -> Result<Manifest, StoreError> {
    let path = snapshots.data(standing.seq);
    disk::make_folder(&snapshots.folder)?;
    let aside = disk::aside(&path);
    let written = write_lines(snapshots, state, standing, at, unnamed, &aside);
    let manifest = match written {
        Ok(manifest) => manifest,
        Err(error) => {
            // Half of one is of no use; what stopped it is worth telling.
            let _ = fs::remove_file(&aside);
            return Err(error);
        }
    };
    fs::rename(&aside, &path)?;
    disk::sync_folder(&snapshots.folder)?;
    // It counts from its manifest on, and that only once it reads back.
    read::verify(snapshots, &manifest)?;
    let text = serde_json::to_vec_pretty(&manifest).map_err(io::Error::from)?;
    let path = snapshots.manifest(standing.seq);
    let sealed = disk::sealed(&snapshots.sealer, Purpose::Snapshot, &context(&path), &text)?;
    disk::write_whole(&path, &sealed)?;
    // The folder may have been made by a process that died before its name was sure.
    disk::sync_folder(snapshots.folder.parent().unwrap_or(Path::new(".")))?;
    Ok(manifest)
}

/// The whole snapshot of this very group, when there is one.
fn already(snapshots: &Snapshots, seq: u64) -> io::Result<Option<Manifest>> {
    let there = snapshots.list()?.into_iter().find(|one| one.seq == seq);
    Ok(there.filter(|one| read::verify(snapshots, one).is_ok()))
}

fn write_lines(
    snapshots: &Snapshots,
    state: &State,
    standing: &Standing,
    at: DateTime<Utc>,
    unnamed: &Unnaming,
    aside: &Path,
) -> Result<Manifest, StoreError> {
    let name = context(&snapshots.data(standing.seq));
    let mut lines = Lines::create(&snapshots.sealer, &name, aside)?;
    let (seq, changes, piles) = (standing.seq, standing.changes, standing.piles);
    let format = FORMAT;
    lines.put(&Line::Head {
        format,
        seq,
        at,
        changes,
        piles,
    })?;
    let mut records = BTreeMap::new();
    let mut sum = 0_u64;
    let mut long = HashSet::new();
    state.each_pair(|space, key, value| {
        if snapshots.stop.load(Ordering::Acquire) {
            return Err(StoreError::Stopped);
        }
        let value = value?;
        sum = sum.wrapping_add(puts::weight(space, key, &value));
        match (space.tree(), space) {
            (Some(tree), _) => {
                *records.entry(tree.name().to_owned()).or_insert(0) += 1;
                long.extend(long_address(&value, tree)?);
                lines.put(&line_of(tree, key, &value)?)
            }
            (None, Space::History) => {
                let seq = seq_of_line(key).unwrap_or_default();
                let mut kept = Kept::unpack(&value)?;
                if let Some(args) = unnamed.get(&seq) {
                    kept.note.args.clone_from(args);
                }
                lines.put(&Line::Step { seq, kept })
            }
            (None, _) => Ok(()),
        }
    })?;
    if sum != standing.sum {
        // A snapshot of a state that lost rows would let the journal go that still has them.
        state.doubt();
        return Err(StoreError::State(
            "it is not what it should be; it will be built again at the next start".into(),
        ));
    }
    let (count, hash) = lines.finish()?;
    state.attic.sweep_long(&long)?;
    Ok(Manifest {
        format,
        seq,
        at,
        records,
        lines: count,
        changes,
        hash,
    })
}

/// The address of a record's fields in the attic, when that is where they are kept.
fn long_address(sealed: &[u8], tree: Tree) -> Result<Option<String>, StoreError> {
    let (_, fields) = record::unseal(tree, sealed)?;
    Ok((fields.len() > record::LONG).then(|| crate::attic::address_of(fields)))
}

fn line_of(tree: Tree, key: &[u8], sealed: &[u8]) -> Result<Line, StoreError> {
    let line = RecordLine::of(tree, key, sealed)?;
    Ok(if line.is_packed() {
        Line::Packed(line)
    } else {
        Line::Record(line)
    })
}

/// Lines on their way through hash and compression to the disk.
struct Lines {
    to: zstd::Encoder<'static, SealedWriter<BufWriter<File>>>,
    hash: Xxh3,
    count: u64,
}

impl Lines {
    fn create(sealer: &Sealer, context: &[u8], path: &Path) -> io::Result<Self> {
        let file = BufWriter::new(File::create(path)?);
        let file = SealedWriter::new(sealer, Purpose::Snapshot, context, file)?;
        Ok(Self {
            to: zstd::Encoder::new(file, 3)?,
            hash: Xxh3::new(),
            count: 0,
        })
    }

    fn put(&mut self, line: &Line) -> Result<(), StoreError> {
        let mut text = serde_json::to_vec(line).map_err(io::Error::from)?;
        text.push(b'\n');
        self.hash.update(&text);
        self.to.write_all(&text)?;
        self.count += 1;
        Ok(())
    }

    /// How many there are, and their hash. They are durable.
    fn finish(self) -> io::Result<(u64, String)> {
        let file = self
            .to
            .finish()?
            .finish()?
            .into_inner()
            .map_err(|error| error.into_error())?;
        file.sync_all()?;
        Ok((self.count, format!("{:032x}", self.hash.digest128())))
    }
}
