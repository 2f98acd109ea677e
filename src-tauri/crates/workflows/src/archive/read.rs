//! Reading an archive that may be anybody's: by the names it may have, within the sizes it announces, held to its
//! hashes.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use store::{Attic, ContentHash, RecordLine, StoreError, Tree};
use xxhash_rust::xxh3::{Xxh3, xxh3_128};
use zip::ZipArchive;

use super::manifest::{Attached, FORMAT, LISTING, MANIFEST, Manifest, Part, file_of, tree_of};
use crate::fault::{Fault, FaultKind};

/// The longest manifest, in bytes.
const MANIFEST_MOST: u64 = 1 << 20;
/// The longest line, in bytes: a merge that moved a million touchpoints is shorter.
const LINE_MOST: u64 = 64 << 20;
/// The most attachments.
const FILES_MOST: u64 = 1_000_000;
/// How many times an archive may grow when it is read, beyond [`SMALL`]: texts grow about ten times.
const GROWTH_MOST: u64 = 200;
/// What any archive may grow to, in bytes.
const SMALL: u64 = 1 << 30;

/// An archive that is open, and what it says is in it.
pub(crate) struct Archive {
    zip: ZipArchive<BufReader<File>>,
    /// The archive's name, for what is said of it.
    pub(crate) name: String,
    /// The folder it was packed in anew, if it was; empty, or with a slash at its end.
    inside: String,
    pub(crate) manifest: Manifest,
    /// The hash of its manifest: whether it is still the same archive.
    pub(crate) print: u128,
    /// The attachments.
    pub(crate) files: Vec<Attached>,
}

impl Archive {
    /// Opens an archive and reads what it says of itself.
    pub(crate) fn open(path: &Path) -> Result<Self, Fault> {
        let name = name_of(path);
        let unread = |error: io::Error| {
            Fault::new(FaultKind::Failed, "error-file-read")
                .with("name", name.as_str())
                .with("detail", error.to_string())
        };
        let file = File::open(path).map_err(unread)?;
        let length = file.metadata().map_err(unread)?.len();
        let mut zip = ZipArchive::new(BufReader::with_capacity(1 << 16, file))
            .map_err(|_| Fault::invalid("error-archive-cut").with("name", name.as_str()))?;
        let inside = checked_names(&mut zip, &name)?;
        let text = manifest_text(&mut zip, &format!("{inside}{MANIFEST}"))
            .ok_or_else(|| not_one(&name))?;
        let manifest = manifest(&text, &name)?;
        let mut archive = Self {
            zip,
            name,
            inside,
            manifest,
            print: xxh3_128(&text),
            files: Vec::new(),
        };
        archive.files = archive.listing()?;
        archive.check_growth(length)?;
        Ok(archive)
    }

    /// How many records and attachments it says it has.
    pub(crate) fn entries(&self) -> u64 {
        let records = self.manifest.records.iter().map(|part| part.records);
        records.fold(self.files.len() as u64, u64::saturating_add)
    }

    /// Gives every record to `each`, with the number of its line and what it is, then holds all of it to the manifest.
    pub(crate) fn each_record(
        &mut self,
        each: &mut dyn FnMut(Tree, u64, Result<RecordLine, StoreError>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let mut content = ContentHash::default();
        for part in self.manifest.records.clone() {
            let tree = tree_of(&part.noun).ok_or_else(|| newer(&self.name))?;
            self.each_of(tree, &part, &mut content, each)?;
        }
        if content.to_string() == self.manifest.content {
            Ok(())
        } else {
            Err(self.damaged(MANIFEST))
        }
    }

    fn each_of(
        &mut self,
        tree: Tree,
        part: &Part,
        content: &mut ContentHash,
        each: &mut dyn FnMut(Tree, u64, Result<RecordLine, StoreError>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let (mut number, mut last) = (0, Vec::new());
        let mut ordered = true;
        self.lines(&part.file, part.bytes, &part.xxh3, &mut |line| {
            number += 1;
            content.add(line);
            let read = RecordLine::read(line).and_then(|record| {
                let key = record.key()?;
                // Each stands once: they stand by key.
                ordered &= *last < key[..];
                last = key.to_vec();
                if record.tree() == tree {
                    Ok(record)
                } else {
                    Err(StoreError::State("it is of another noun".into()))
                }
            });
            each(tree, number, read)
        })?;
        if ordered && number == part.records {
            Ok(())
        } else {
            Err(self.damaged(&part.file))
        }
    }

    /// Gives every line of a file to `each`, then holds it to its size and hash.
    fn lines(
        &mut self,
        file: &str,
        bytes: u64,
        xxh3: &str,
        each: &mut dyn FnMut(&[u8]) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let damaged = self.damaged(file);
        let entry = self
            .zip
            .by_name(&format!("{}{file}", self.inside))
            .map_err(|_| damaged.clone())?;
        let mut from = BufReader::with_capacity(1 << 16, Measured::new(entry, bytes));
        let mut line = Vec::new();
        loop {
            line.clear();
            let read = from
                .by_ref()
                .take(LINE_MOST)
                .read_until(b'\n', &mut line)
                .map_err(|_| damaged.clone())?;
            match line.pop() {
                None if read == 0 => break,
                Some(b'\n') => each(&line)?,
                // Too long, or its end is missing.
                _ => return Err(damaged),
            }
        }
        let measured = from.into_inner();
        if measured.read == bytes && measured.xxh3() == xxh3 {
            Ok(())
        } else {
            Err(damaged)
        }
    }

    /// Gives an attachment to `keep`, which reads it to its end.
    pub(crate) fn attachment(
        &mut self,
        attached: &Attached,
        keep: &mut dyn FnMut(&mut dyn Read) -> io::Result<()>,
    ) -> Result<(), Fault> {
        let damaged = self.damaged(&attached.file);
        let entry = self
            .zip
            .by_name(&format!("{}{}", self.inside, attached.file))
            .map_err(|_| damaged.clone())?;
        let mut measured = Measured::new(entry, attached.bytes);
        keep(&mut measured).map_err(|error| match error.kind() {
            // Zip, size and hash all say it so; anything else is the disk's.
            io::ErrorKind::InvalidData
            | io::ErrorKind::InvalidInput
            | io::ErrorKind::UnexpectedEof => damaged,
            _ => StoreError::from(error).into(),
        })
    }

    /// Reads an attachment through, and holds it to its address.
    pub(crate) fn verify(&mut self, attached: &Attached) -> Result<(), Fault> {
        let wanted = attached.address.clone();
        self.attachment(attached, &mut |from| {
            let mut hash = Xxh3::new();
            let mut buffer = vec![0; 1 << 16];
            loop {
                match from.read(&mut buffer)? {
                    0 => break,
                    read => hash.update(&buffer[..read]),
                }
            }
            if format!("{:032x}", hash.digest128()) == wanted {
                Ok(())
            } else {
                Err(io::ErrorKind::InvalidData.into())
            }
        })
    }

    /// The bytes of an attachment, held to their address; nothing for one the archived book had lost.
    pub(crate) fn whole(&mut self, address: &str) -> Result<Option<Vec<u8>>, Fault> {
        let own = self
            .files
            .iter()
            .find(|one| one.address == address && !one.file.is_empty());
        let Some(attached) = own.cloned() else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        self.attachment(&attached, &mut |from| {
            from.read_to_end(&mut bytes).map(|_| ())
        })?;
        match Attic::address_of(&bytes) == address {
            true => Ok(Some(bytes)),
            false => Err(self.damaged(&attached.file)),
        }
    }

    fn listing(&mut self) -> Result<Vec<Attached>, Fault> {
        let Some(listing) = self.manifest.files.clone() else {
            return Ok(Vec::new());
        };
        let damaged = self.damaged(LISTING);
        if listing.file != LISTING || listing.files > FILES_MOST {
            return Err(damaged);
        }
        let mut files: Vec<Attached> = Vec::new();
        self.lines(LISTING, listing.bytes, &listing.xxh3, &mut |line| {
            let attached: Attached = serde_json::from_slice(line).map_err(|_| damaged.clone())?;
            let ordered = files
                .last()
                .is_none_or(|last| last.address < attached.address);
            if !ordered || !attached.is_sound() || files.len() as u64 == listing.files {
                return Err(damaged.clone());
            }
            files.push(attached);
            Ok(())
        })?;
        if files.len() as u64 == listing.files {
            Ok(files)
        } else {
            Err(damaged)
        }
    }

    /// What would fill the disk is not begun.
    fn check_growth(&self, length: u64) -> Result<(), Fault> {
        let records = self.manifest.records.iter().map(|part| part.bytes);
        let files = self.files.iter().map(|attached| attached.bytes);
        let grown = records.chain(files).fold(0, u64::saturating_add);
        if grown > SMALL && grown / GROWTH_MOST > length {
            return Err(Fault::invalid("error-archive-bomb")
                .with("name", self.name.as_str())
                .with("size", usize::try_from(grown >> 20).unwrap_or(usize::MAX)));
        }
        Ok(())
    }

    fn damaged(&self, file: &str) -> Fault {
        Fault::invalid("error-archive-damaged")
            .with("name", self.name.as_str())
            .with("file", file)
    }
}

/// The folder the archive's files are in, once every name could be a file's of an archive's folder.
fn checked_names(zip: &mut ZipArchive<BufReader<File>>, name: &str) -> Result<String, Fault> {
    let mut inside: Option<String> = None;
    for entry in zip.file_names() {
        let entry = entry.map_err(|_| not_one(name))?;
        let strays = entry.contains(['\\', '\0', ':'])
            || entry.starts_with('/')
            || entry.split('/').any(|part| part == "..");
        if strays {
            let shown = domain::clean_line(&entry, 80);
            return Err(Fault::invalid("error-archive-path")
                .with("name", name)
                .with("path", shown));
        }
        let folder = entry.strip_suffix(MANIFEST);
        // Somebody may have unpacked it, looked, and packed the folder again.
        if let Some(folder) = folder.filter(|folder| folder.is_empty() || folder.ends_with('/'))
            && inside
                .as_ref()
                .is_none_or(|known| folder.len() < known.len())
        {
            inside = Some(folder.to_owned());
        }
    }
    let tricky = zip.has_duplicate_names() || zip.has_overlapping_files().unwrap_or(true);
    if tricky {
        return Err(not_one(name));
    }
    inside.ok_or_else(|| not_one(name))
}

fn manifest_text(zip: &mut ZipArchive<BufReader<File>>, name: &str) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    let mut entry = zip.by_name(name).ok()?.take(MANIFEST_MOST + 1);
    entry.read_to_end(&mut text).ok()?;
    (text.len() as u64 <= MANIFEST_MOST).then_some(text)
}

fn manifest(text: &[u8], name: &str) -> Result<Manifest, Fault> {
    #[derive(serde::Deserialize)]
    struct Head {
        format: u64,
    }
    let head: Head = serde_json::from_slice(text).map_err(|_| not_one(name))?;
    if head.format > FORMAT {
        return Err(newer(name));
    }
    let manifest: Manifest = serde_json::from_slice(text).map_err(|_| not_one(name))?;
    for part in &manifest.records {
        // What this version does not know would be lost in silence.
        let tree = tree_of(&part.noun).ok_or_else(|| newer(name))?;
        if part.file != file_of(tree) {
            return Err(not_one(name));
        }
    }
    let mut nouns: Vec<&str> = manifest.records.iter().map(|part| &*part.noun).collect();
    nouns.sort_unstable();
    if nouns.windows(2).any(|two| two[0] == two[1]) {
        return Err(not_one(name));
    }
    Ok(manifest)
}

fn not_one(name: &str) -> Fault {
    Fault::invalid("error-archive-not").with("name", name)
}

pub(super) fn newer(name: &str) -> Fault {
    Fault::invalid("error-archive-newer").with("name", name)
}

/// A file's name, without its folders.
pub(crate) fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

/// A reading that is hashed, and ends where it was announced to.
struct Measured<R> {
    from: R,
    hash: Xxh3,
    read: u64,
    most: u64,
}

impl<R: Read> Measured<R> {
    fn new(from: R, most: u64) -> Self {
        Self {
            from,
            hash: Xxh3::new(),
            read: 0,
            most,
        }
    }

    fn xxh3(&self) -> String {
        format!("{:032x}", self.hash.digest128())
    }
}

impl<R: Read> Read for Measured<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(buffer)?;
        self.hash.update(&buffer[..read]);
        self.read += read as u64;
        if self.read > self.most {
            return Err(io::Error::new(
                io::ErrorKind::InvalidData,
                "it is longer than was announced",
            ));
        }
        Ok(read)
    }
}
