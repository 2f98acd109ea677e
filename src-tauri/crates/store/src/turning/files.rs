//! Files that are sealed whole: snapshots, the attic, what was put aside.

use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Read};
use std::path::{Path, PathBuf};

use vault::{Lockbox, Purpose, SealedFile, SealedWriter};
use xxhash_rust::xxh3::Xxh3;

use super::{Steps, Way};
use crate::attic::{hex, unhex};
use crate::opening::folder;
use crate::snapshot::context;
use crate::{OpenError, disk};

/// What a turn makes of one file.
struct Turn<'a> {
    purpose: Purpose,
    /// What it is bound to when it is sealed.
    context: &'a [u8],
    /// The name it gets.
    to: &'a Path,
}

impl Way<'_> {
    /// Writes a file anew, and takes the old one away where its name is another. One that is as it
    /// should be is left; one that turns out to be damaged is put aside.
    fn turn_file(&self, path: &Path, turn: &Turn<'_>) -> io::Result<()> {
        let file = SealedFile::open(&self.from, turn.purpose, turn.context, path)?;
        if file.is_sealed() == self.to.seals() && path == turn.to {
            return Ok(());
        }
        let parent = turn.to.parent().unwrap_or(self.folder);
        fs::create_dir_all(parent)?;
        let aside = disk::aside(turn.to);
        match self.write_anew(file, turn, &aside) {
            Err(error) if error.kind() == ErrorKind::InvalidData => {
                fs::remove_file(aside)?;
                if !path.starts_with(self.folder.join("quarantine")) {
                    folder::quarantine(self.folder, path, "damaged")?;
                }
                return Ok(());
            }
            written => written?,
        }
        fs::rename(&aside, turn.to)?;
        disk::sync_folder(parent)?;
        if path != turn.to {
            fs::remove_file(path)?;
            disk::sync_folder(path.parent().unwrap_or(self.folder))?;
        }
        Ok(())
    }

    fn write_anew(&self, mut file: SealedFile, turn: &Turn<'_>, aside: &Path) -> io::Result<()> {
        let to = BufWriter::with_capacity(1 << 17, File::create(aside)?);
        let mut to = SealedWriter::new(&self.to, turn.purpose, turn.context, to)?;
        io::copy(&mut file, &mut to)?;
        let to = to.finish()?.into_inner();
        to.map_err(|error| error.into_error())?.sync_all()
    }

    /// Whether a file says it is sealed and does not open: it is damaged, and left as it is where
    /// everything gets sealed.
    fn is_damaged(&self, path: &Path, turn: &Turn<'_>) -> io::Result<bool> {
        let mut first = [0; 8];
        let read = File::open(path)?.read(&mut first)?;
        let file = SealedFile::open(&self.from, turn.purpose, turn.context, path)?;
        Ok(SealedFile::looks_sealed(&first[..read]) && !file.is_sealed())
    }
}

pub(super) fn turn_snapshots(way: &Way<'_>, steps: &mut Steps<'_>) -> Result<(), OpenError> {
    for path in files_under(&way.folder.join("snapshots"))? {
        let length = fs::metadata(&path)?.len();
        let turn = Turn {
            purpose: Purpose::Snapshot,
            context: &context(&path),
            to: &path,
        };
        if !way.is_damaged(&path, &turn)? {
            way.turn_file(&path, &turn)?;
        } else if !way.to.seals() {
            folder::quarantine(way.folder, &path, "snapshot")?;
        }
        steps.went(length)?;
    }
    Ok(())
}

pub(super) fn turn_attic(way: &Way<'_>, steps: &mut Steps<'_>) -> Result<(), OpenError> {
    let attic = way.folder.join("attic");
    for path in files_under(&attic)? {
        let length = fs::metadata(&path)?.len();
        turn_kept(way, &attic, &path)?;
        steps.went(length)?;
    }
    Ok(())
}

fn turn_kept(way: &Way<'_>, attic: &Path, path: &Path) -> Result<(), OpenError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let Some(named) = unhex(&name) else {
        // Nothing of the attic's has such a name.
        folder::quarantine(way.folder, path, "attic")?;
        return Ok(());
    };
    let long = path.parent().is_some_and(|parent| parent.ends_with("long"));
    let place = |name: String| match long {
        true => attic.join("long").join(name),
        false => attic.join(&name[..2]).join(name),
    };
    // Its name is masked exactly when it is sealed, and then it opens under its address.
    let address = hex(way.from.unmask(named));
    let masked = SealedFile::open(&way.from, Purpose::Attic, address.as_bytes(), path)?.is_sealed();
    let (address, to) = match (masked, way.to.seals()) {
        (true, true) | (false, false) if masked || is_whole(path, &name)? => return Ok(()),
        (true, _) => (address.clone(), place(address)),
        (false, true) => {
            let mut first = [0; 8];
            let read = File::open(path)?.read(&mut first)?;
            // Somebody's own file may begin as a sealed one does.
            if SealedFile::looks_sealed(&first[..read]) && !is_whole(path, &name)? {
                // Sealed, and damaged since: there is nothing in it one could read.
                return Ok(());
            }
            (name.to_string(), place(hex(way.from.mask(named))))
        }
        (false, false) => {
            // Sealed or not, it is not what its name says.
            folder::quarantine(way.folder, path, "attic")?;
            return Ok(());
        }
    };
    let turn = Turn {
        purpose: Purpose::Attic,
        context: address.as_bytes(),
        to: &to,
    };
    way.turn_file(path, &turn)?;
    Ok(())
}

/// Whether the bytes on the disk are those its name says.
fn is_whole(path: &Path, name: &str) -> io::Result<bool> {
    let mut file = File::open(path)?;
    let mut hash = Xxh3::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        match file.read(&mut buffer) {
            Ok(0) => return Ok(format!("{:032x}", hash.digest128()) == name),
            Ok(read) => hash.update(&buffer[..read]),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// What was put aside may be anything, and is sealed as any file.
pub(super) fn turn_quarantine(way: &Way<'_>, steps: &mut Steps<'_>) -> Result<(), OpenError> {
    for path in files_under(&way.folder.join("quarantine"))? {
        let length = fs::metadata(&path)?.len();
        let turn = Turn {
            purpose: Purpose::Note,
            context: b"quarantine",
            to: &path,
        };
        way.turn_file(&path, &turn)?;
        steps.went(length)?;
    }
    Ok(())
}

/// What was put aside while the book was locked may be sealed in itself: rows of a state, frames of
/// a journal. The key stays with it, wrapped as it was, so that whoever knows the passphrase can
/// still save something.
pub(super) fn keep_key(way: &Way<'_>, lockbox: &Lockbox) -> io::Result<()> {
    let aside = way.folder.join("quarantine");
    if files_under(&aside)?.is_empty() {
        return Ok(());
    }
    let kept = disk::unused(&aside, "vault");
    fs::create_dir_all(&kept)?;
    lockbox.write(&kept)?;
    disk::sync_folder(&aside)
}

fn files_under(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(files),
        entries => entries?,
    };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_under(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}
