//! Writing an archive: aside, synced, read back, then renamed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, Datelike, Timelike, Utc};
use store::{ContentHash, RecordLine, StoreError, Tree};
use xxhash_rust::xxh3::Xxh3;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, System, ZipWriter};

use super::manifest::{Attached, FORMAT, LISTING, Listing, MANIFEST, Manifest, Part, file_of};
use super::read::{Archive, name_of};
use crate::fault::{Fault, FaultKind};
use crate::house::House;

/// Files from this size on need the longer form of zip's sizes, in bytes; deflate may add a little.
const LARGE: u64 = 4_000_000_000;

/// What an export wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// How many records.
    pub records: u64,
    /// How many attachments.
    pub files: u64,
    /// The attachments that the book had lost: their names, or their addresses.
    pub missing: Vec<String>,
    /// The fingerprint of the content, as [`store::Store::content_hash`] prints it.
    pub content: String,
}

/// The name an archive of today is offered.
pub fn file_name(house: &House) -> String {
    format!("sentier-{}{}", house.now_wall().date(), super::ENDING)
}

/// Writes the whole book to an archive, and reads it back. A file that was there is replaced whole or stays.
pub fn export_to(house: &House, path: &Path) -> Result<Exported, Fault> {
    export_checked(house, path, &Arc::default(), &mut |_, _| ())
}

/// The same; `stop` ends it from elsewhere, and `said` hears how many entries of how many are read back.
pub(crate) fn export_checked(
    house: &House,
    path: &Path,
    stop: &Arc<AtomicBool>,
    said: &mut dyn FnMut(u64, u64),
) -> Result<Exported, Fault> {
    let aside = aside(path);
    let written = write(house, &aside, stop).and_then(|exported| {
        read_back(&aside, &exported, stop, said).map_err(Trouble::Unlike)?;
        fs::rename(&aside, path)?;
        sync_folder(path)?;
        Ok(exported)
    });
    written.map_err(|trouble| {
        // Nothing half-written stays beside the person's files.
        let _ = fs::remove_file(&aside);
        trouble.fault(path)
    })
}

/// What is on the disk is read as any archive is, and must be the book that was written.
fn read_back(
    aside: &Path,
    exported: &Exported,
    stop: &AtomicBool,
    said: &mut dyn FnMut(u64, u64),
) -> Result<(), Fault> {
    const STRIDE: u64 = 1_000;
    let mut archive = Archive::open(aside)?;
    let total = archive.entries();
    let mut done = 0;
    let mut step = || {
        if done % STRIDE == 0 {
            said(done, total);
        }
        done += 1;
        match stop.load(Ordering::Acquire) {
            true => Err(cancelled()),
            false => Ok(()),
        }
    };
    archive.each_record(&mut |_, _, read| {
        read?;
        step()
    })?;
    for attached in archive.files.clone() {
        step()?;
        if !attached.file.is_empty() {
            archive.verify(&attached)?;
        }
    }
    if archive.manifest.content == exported.content {
        Ok(())
    } else {
        Err(Fault::invalid("error-archive-damaged")
            .with("name", name_of(aside))
            .with("file", MANIFEST))
    }
}

fn cancelled() -> Fault {
    Fault::new(FaultKind::Cancelled, "error-cancelled")
}

/// What stops an export: the book that is read, the file that is written, what is read back, or the person.
enum Trouble {
    Book(StoreError),
    Paper(io::Error),
    Unlike(Fault),
    Stopped,
}

impl Trouble {
    fn fault(self, path: &Path) -> Fault {
        match self {
            // The book is being closed.
            Self::Book(StoreError::Stopped | StoreError::Closed) => cancelled(),
            Self::Book(error) => error.into(),
            Self::Stopped => cancelled(),
            Self::Unlike(fault) if fault.kind == FaultKind::Cancelled => fault,
            Self::Unlike(fault) => {
                log::error!("an archive did not read back: {fault:?}");
                Fault::new(FaultKind::Failed, "error-file-unlike").with("name", name_of(path))
            }
            Self::Paper(error) => Fault::unwritten(name_of(path), &error),
        }
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Book(error)
    }
}
impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Paper(error)
    }
}
impl From<zip::result::ZipError> for Trouble {
    fn from(error: zip::result::ZipError) -> Self {
        Self::Paper(error.into())
    }
}

fn write(house: &House, aside: &Path, stop: &Arc<AtomicBool>) -> Result<Exported, Trouble> {
    let at = house.clock.now();
    let mut paper = Paper::create(aside, at)?;
    paper.begin("README.txt", false)?;
    paper.put(include_bytes!("README.txt"))?;
    let stopped = stop.clone();
    let mut paper = house
        .store
        .each_line::<_, Trouble>(paper, move |paper, line| {
            match stopped.load(Ordering::Acquire) {
                true => Err(Trouble::Stopped),
                false => paper.record(line),
            }
        })?;
    let records = paper.end_part();
    let (files, missing) = paper.attachments(house, stop)?;
    let manifest = Manifest {
        format: FORMAT,
        app: env!("CARGO_PKG_VERSION").to_owned(),
        at,
        content: paper.content.to_string(),
        records: std::mem::take(&mut paper.parts),
        files,
    };
    paper.begin(MANIFEST, false)?;
    let text = serde_json::to_vec_pretty(&manifest).map_err(io::Error::from)?;
    paper.put(&text)?;
    let file = paper
        .zip
        .finish()?
        .into_inner()
        .map_err(io::IntoInnerError::into_error)?;
    file.sync_all()?;
    let files = manifest.files.map_or(0, |listing| listing.files);
    Ok(Exported {
        records,
        files: files - missing.len() as u64,
        missing,
        content: manifest.content,
    })
}

/// An archive in the making.
struct Paper {
    zip: ZipWriter<BufWriter<File>>,
    options: SimpleFileOptions,
    /// The noun whose records are being written.
    tree: Option<Tree>,
    hash: Xxh3,
    records: u64,
    bytes: u64,
    parts: Vec<Part>,
    content: ContentHash,
    /// Addresses of attachments, with what records call them.
    names: BTreeMap<String, BTreeSet<String>>,
}

impl Paper {
    fn create(path: &Path, at: DateTime<Utc>) -> io::Result<Self> {
        Ok(Self {
            zip: ZipWriter::new(BufWriter::with_capacity(1 << 20, File::create(path)?)),
            // The same on every system and at every hour, so that the same book makes the same bytes.
            options: SimpleFileOptions::default()
                .compression_method(CompressionMethod::Deflated)
                .system(System::Unix)
                .unix_permissions(0o644)
                .last_modified_time(zip_time(at)),
            tree: None,
            hash: Xxh3::new(),
            records: 0,
            bytes: 0,
            parts: Vec::new(),
            content: ContentHash::default(),
            names: BTreeMap::new(),
        })
    }

    fn begin(&mut self, name: &str, large: bool) -> io::Result<()> {
        self.hash = Xxh3::new();
        self.bytes = 0;
        Ok(self.zip.start_file(name, self.options.large_file(large))?)
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hash.update(bytes);
        self.bytes += bytes.len() as u64;
        self.zip.write_all(bytes)
    }

    fn record(&mut self, line: &RecordLine) -> Result<(), Trouble> {
        if self.tree != Some(line.tree()) {
            self.end_part();
            self.tree = Some(line.tree());
            self.begin(&file_of(line.tree()), true)?;
        }
        let mut text = line.write()?;
        self.content.add(&text);
        text.push(b'\n');
        self.put(&text)?;
        self.records += 1;
        line.files(&mut |address, name| {
            let names = self.names.entry(address.to_owned()).or_default();
            if !name.is_empty() {
                names.insert(name.to_owned());
            }
        })?;
        Ok(())
    }

    /// Notes the file of records that is whole now, and gives how many records there are so far.
    fn end_part(&mut self) -> u64 {
        if let Some(tree) = self.tree.take() {
            self.parts.push(Part {
                file: file_of(tree),
                noun: tree.name().to_owned(),
                records: std::mem::take(&mut self.records),
                bytes: self.bytes,
                xxh3: self.xxh3(),
            });
        }
        self.parts.iter().map(|part| part.records).sum()
    }

    fn xxh3(&self) -> String {
        format!("{:032x}", self.hash.digest128())
    }

    /// Writes every attachment, then their list; gives also what the book had lost.
    fn attachments(
        &mut self,
        house: &House,
        stop: &AtomicBool,
    ) -> Result<(Option<Listing>, Vec<String>), Trouble> {
        let names = std::mem::take(&mut self.names);
        let mut list = Vec::with_capacity(names.len());
        let mut missing = Vec::new();
        let mut total = 0;
        for (address, names) in names {
            if stop.load(Ordering::Acquire) {
                return Err(Trouble::Stopped);
            }
            let attached = self.attachment(house, address, names)?;
            if attached.file.is_empty() {
                let name = attached.names.first().unwrap_or(&attached.address);
                missing.push(name.clone());
            }
            total += attached.bytes;
            list.push(attached);
        }
        if list.is_empty() {
            return Ok((None, missing));
        }
        self.begin(LISTING, true)?;
        for attached in &list {
            let mut line = serde_json::to_vec(attached).map_err(io::Error::from)?;
            line.push(b'\n');
            self.put(&line)?;
        }
        let listing = Listing {
            file: LISTING.to_owned(),
            files: list.len() as u64,
            missing: missing.len() as u64,
            total,
            bytes: self.bytes,
            xxh3: self.xxh3(),
        };
        Ok((Some(listing), missing))
    }

    fn attachment(
        &mut self,
        house: &House,
        address: String,
        names: BTreeSet<String>,
    ) -> Result<Attached, Trouble> {
        let attic = house.store.attic();
        let mut attached = Attached {
            file: String::new(),
            bytes: 0,
            names: names.into_iter().collect(),
            address,
        };
        // A damaged file goes out as a missing one: whoever brings the archive in must be able to trust the rest.
        if !attic.is_whole(&attached.address) {
            return Ok(attached);
        }
        let book = |error: io::Error| Trouble::Book(error.into());
        let mut from = attic.open(&attached.address).map_err(book)?;
        let size = from.get_ref().metadata().map_err(book)?.len();
        let ending = attached.names.iter().find(|name| name.contains('.'));
        attached.file = Attached::place(&attached.address, ending.map(String::as_str));
        self.begin(&attached.file, size >= LARGE)?;
        let mut buffer = vec![0; 1 << 16];
        loop {
            let read = io::Read::read(&mut from, &mut buffer).map_err(book)?;
            if read == 0 {
                break;
            }
            self.put(&buffer[..read])?;
        }
        if self.xxh3() != attached.address {
            return Err(book(io::Error::new(
                io::ErrorKind::InvalidData,
                "a file changed while it was read",
            )));
        }
        attached.bytes = self.bytes;
        Ok(attached)
    }
}

/// An instant as zip keeps it: UTC here, to two seconds.
fn zip_time(at: DateTime<Utc>) -> zip::DateTime {
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    u16::try_from(at.year())
        .ok()
        .and_then(|year| {
            zip::DateTime::from_date_and_time(
                year,
                small(at.month()),
                small(at.day()),
                small(at.hour()),
                small(at.minute()),
                small(at.second()),
            )
            .ok()
        })
        .unwrap_or_default()
}

pub(crate) fn aside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    path.with_file_name(name)
}

/// A name is durable when its folder is. Windows has no such call.
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) if !cfg!(windows) && folder.as_os_str().is_empty() => {
            File::open(".")?.sync_all()
        }
        Some(folder) if !cfg!(windows) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}
