//! The files that were given, those in folders too, and what kind each is.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{FILE_MOST, FileKind};
use crate::fault::{Fault, FaultKind};

/// How deep folders are gone into.
const DEPTH_MOST: usize = 12;
/// The most files that are found in folders.
const FILES_MOST: usize = 5_000;
/// The most bytes that one import holds.
const BYTES_MOST: u64 = 1 << 30;

const CALENDARS: [&str; 4] = ["ics", "ical", "ifb", "icalendar"];
const CARDS: [&str; 2] = ["vcf", "vcard"];
const TABLES: [&str; 4] = ["csv", "tsv", "tab", "txt"];

/// How the names of files that can be brought in end, in small letters and in capitals.
pub fn endings() -> Vec<&'static str> {
    let capitals = ["ICS", "VCF", "CSV", "TSV", "TXT"];
    CALENDARS
        .into_iter()
        .chain(CARDS)
        .chain(TABLES)
        .chain(capitals)
        // An archive of a whole book: what it is shows when it is opened.
        .chain(["zip"])
        .collect()
}

/// A file that was given, or found in a folder that was.
#[derive(Debug, Clone)]
pub(super) struct Given {
    pub(super) path: PathBuf,
    /// Its name; with the folders it was found in.
    pub(super) name: String,
    kind: Option<FileKind>,
    /// How many bytes it says it has.
    pub(super) size: u64,
}

/// The files among `paths`, those in folders too, in the order they were given and by name within a folder. The second
/// is whether there were more than are taken.
pub(super) fn find(paths: &[PathBuf]) -> (Vec<Given>, bool) {
    let mut found = Vec::new();
    let mut left_out = false;
    for path in paths {
        let name = name_of(path);
        if path.is_dir() {
            left_out |= !walk(path, &name, 0, &mut found);
        } else {
            found.push(given(path.clone(), name));
        }
    }
    (found, left_out)
}

/// Goes into a folder; `false` when not all of it was taken. What cannot be looked into is left out, as what is of no
/// kind that can be brought in is. Folders behind links are not gone into: they may lead back.
fn walk(folder: &Path, name: &str, depth: usize, found: &mut Vec<Given>) -> bool {
    if depth == DEPTH_MOST {
        return false;
    }
    let Ok(entries) = fs::read_dir(folder) else {
        return false;
    };
    let mut entries: Vec<_> = entries.filter_map(Result::ok).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    let mut whole = true;
    for entry in entries {
        let path = entry.path();
        let name = format!("{name}/{}", name_of(&path));
        let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        if path.is_dir() {
            whole &= is_link || walk(&path, &name, depth + 1, found);
        } else if kind_by_name(&path).is_some() {
            if found.len() == FILES_MOST {
                return false;
            }
            found.push(given(path, name));
        }
    }
    whole
}

fn given(path: PathBuf, name: String) -> Given {
    let size = fs::metadata(&path).map(|meta| meta.len());
    Given {
        kind: kind_by_name(&path),
        size: size.unwrap_or_default(),
        path,
        name,
    }
}

/// Reads a file, and says what it is: by what it begins with, else by its name. `held` is how many bytes are held
/// already.
pub(super) fn read(given: &Given, held: u64) -> Result<(Arc<[u8]>, FileKind), Fault> {
    let name = given.name.as_str();
    let failed = |error: std::io::Error| {
        Fault::new(FaultKind::Failed, "error-file-read")
            .with("name", name)
            .with("detail", error.to_string())
    };
    let size = fs::metadata(&given.path).map_err(failed)?.len();
    if size > FILE_MOST {
        return Err(Fault::invalid("error-file-big")
            .with("name", name)
            .with("size", (size >> 20) as usize)
            .with("most", (FILE_MOST >> 20) as usize));
    }
    if held.saturating_add(size) > BYTES_MOST {
        return Err(Fault::invalid("error-file-many")
            .with("name", name)
            .with("most", (BYTES_MOST >> 20) as usize));
    }
    let bytes: Arc<[u8]> = fs::read(&given.path).map(Arc::from).map_err(failed)?;
    match kind_by_content(&bytes).or(given.kind) {
        Some(kind) => Ok((bytes, kind)),
        None => Err(Fault::invalid("error-file-kind").with("name", name)),
    }
}

fn kind_by_name(path: &Path) -> Option<FileKind> {
    let ending = path.extension()?.to_string_lossy().to_lowercase();
    let is = |endings: &[&str]| endings.contains(&ending.as_str());
    if is(&CALENDARS) {
        Some(FileKind::Calendar)
    } else if is(&CARDS) {
        Some(FileKind::Cards)
    } else if is(&TABLES) {
        Some(FileKind::Table)
    } else {
        None
    }
}

/// What a file says it is in its first line, whatever its name and its encoding.
fn kind_by_content(bytes: &[u8]) -> Option<FileKind> {
    const HEAD: usize = 512;
    let head: Vec<u8> = bytes
        .iter()
        .take(HEAD)
        // UTF-16 has a zero beside every letter, and a mark before the first.
        .filter(|byte| !matches!(**byte, 0 | 0xef | 0xbb | 0xbf | 0xff | 0xfe))
        .map(u8::to_ascii_uppercase)
        .skip_while(u8::is_ascii_whitespace)
        .collect();
    if head.starts_with(b"BEGIN:VCALENDAR") {
        Some(FileKind::Calendar)
    } else if head.starts_with(b"BEGIN:VCARD") {
        Some(FileKind::Cards)
    } else {
        None
    }
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}
