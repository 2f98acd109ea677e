//! Opening a book never surprises: what is behind is replayed, what is damaged is moved aside and built again, and the
//! person is told in one sentence.

use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use parking_lot::{Mutex, RwLock};

use crate::applier::{self, Applier, Job, Standing};
use crate::attic::Attic;
use crate::change::{Change, Delta};
use crate::engine::{Engine, MemoryEngine, SledEngine};
use crate::history::{Effect, Note};
use crate::journal::{self, Group, Place, Reader, Tail, Writer};
use crate::overlay::Overlay;
use crate::store::{Inner, Pen, Store};
use crate::tree::Tree;
use crate::{OpenError, StoreError, record};

/// The version of the folder's layout and of the records in it.
const VERSION: u32 = 1;
/// What is in a data folder besides the book: the window's own things.
const NOT_THE_BOOK: [&str; 6] = [
    "lock",
    "desk.json",
    "window.json",
    "page",
    "logs",
    "desk.json.new",
];

/// How to open.
#[derive(Debug, Clone, Copy, Default)]
pub struct OpenOptions {
    /// Keep the state in memory: for tests of the journal alone.
    pub in_memory: bool,
}

/// What happened on opening.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpeningReport {
    /// The book is new.
    pub fresh: bool,
    /// Groups that the state did not have and the journal did.
    pub replayed: usize,
    /// Where the damaged state was moved, when it had to be built again.
    pub quarantined: Option<PathBuf>,
    /// Groups of the journal that could not be read.
    pub damaged: usize,
    /// Whether a write that was never finished was cut off.
    pub cut: bool,
    /// The book comes from a later version: it is open for reading only.
    pub read_only: bool,
}

impl Store {
    /// Opens the book in `folder`, or makes one when there is none.
    ///
    /// # Errors
    /// [`OpenError::Busy`] when another Sentier has it; [`OpenError::Foreign`] when the folder holds other things;
    /// [`OpenError::Unreadable`] when neither state nor journal can be read. Nothing is changed then.
    pub fn open(folder: &Path, options: OpenOptions) -> Result<(Self, OpeningReport), OpenError> {
        fs::create_dir_all(folder)?;
        let fresh = is_new(folder)?;
        let lock = Some(lock(folder)?);
        let mut report = OpeningReport {
            fresh,
            read_only: version(folder, fresh)? > VERSION,
            ..Default::default()
        };
        let (mut inner, mut standing) = state(folder, lock, options, &mut report)?;
        if report.read_only {
            return Ok((Self::over(inner, None, standing)?, report));
        }
        let tail = match bring_up(&inner, &mut standing, &mut report)? {
            Some(tail) => tail,
            None => {
                // The state is not what it says it is: it is moved aside and built again from the whole journal.
                let lock = inner.lock.lock().take();
                drop(inner);
                quarantine(folder, &mut report)?;
                (inner, standing) = state(folder, lock, options, &mut report)?;
                replay_all(&inner, &mut standing, &mut report)?
            }
        };
        let writer = writer(folder, &tail, standing.seq, &mut report)?;
        Ok((Self::over(inner, Some(writer), standing)?, report))
    }

    /// The book over a state that has everything the journal has.
    fn over(inner: Inner, journal: Option<Writer>, standing: Standing) -> Result<Self, OpenError> {
        let rebase = journal.is_some() && standing.seq > 0 && standing.end == Place::default();
        if journal.is_some() && standing.clean {
            inner.engine.apply(&[applier::put_standing(&Standing {
                clean: false,
                ..standing.clone()
            })?])?;
        }
        *inner.pen.lock() = journal.map(|journal| Pen { journal });
        *inner.top.write() = (standing.seq, standing.piles);
        let inner = Arc::new(inner);
        let applier = Arc::new(Applier::start(
            &inner,
            Standing {
                clean: false,
                ..standing
            },
        )?);
        let store = Self { inner, applier };
        if rebase {
            store.write_base()?;
        }
        Ok(store)
    }

    /// Writes the whole state down as one group: what a journal that was lost is begun anew with.
    fn write_base(&self) -> Result<(), StoreError> {
        let mut pen = self.inner.pen.lock();
        let pen = pen.as_mut().ok_or(StoreError::ReadOnly)?;
        let mut changes = Vec::new();
        for tree in Tree::ALL {
            for pair in self.inner.engine.scan(tree.into(), &[], None) {
                let (key, value) = pair?;
                let fields = record::open(tree, &value, &self.inner.attic)?;
                if let Ok(key) = key.try_into() {
                    changes.push(Change {
                        tree,
                        key,
                        delta: Delta::Made(fields),
                    });
                }
            }
        }
        let note = Note {
            label: "base".into(),
            args: BTreeMap::new(),
            origin: domain::Origin::House,
            at: chrono::DateTime::UNIX_EPOCH,
        };
        self.write(pen, changes, note, Effect::Base).map(|_| ())
    }
}

/// The state, or an empty one when it cannot be opened.
fn state(
    folder: &Path,
    lock: Option<File>,
    options: OpenOptions,
    report: &mut OpeningReport,
) -> Result<(Inner, Standing), OpenError> {
    let (engine, standing): (Box<dyn Engine>, Standing) = if options.in_memory {
        (Box::new(MemoryEngine::default()), Standing::default())
    } else {
        let path = folder.join("state");
        let opened = SledEngine::open(&path).and_then(|engine| {
            let standing = applier::standing(&engine)?;
            Ok((engine, standing))
        });
        match opened {
            Ok((engine, standing)) => (Box::new(engine), standing),
            // A disk that says no says it about the next state too; nothing is moved for that.
            Err(StoreError::Disk(error)) if !is_damage(&error) => return Err(error.into()),
            Err(error) => {
                log::error!("the state did not open: {error}");
                quarantine(folder, report)?;
                (Box::new(SledEngine::open(&path)?), Standing::default())
            }
        }
    };
    let inner = Inner {
        folder: folder.to_owned(),
        engine,
        attic: Attic::of(folder),
        overlay: RwLock::new(Overlay::default()),
        recent: RwLock::new(BTreeMap::new()),
        pen: Mutex::new(None),
        top: RwLock::new((standing.seq, standing.piles)),
        lock: Mutex::new(lock),
    };
    Ok((inner, standing))
}

/// Whether an error of the disk speaks of what is in a file, not of the disk or of another process.
fn is_damage(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput
    )
}

/// Replays what the state does not have. `None` when the state must be built again.
fn bring_up(
    inner: &Inner,
    standing: &mut Standing,
    report: &mut OpeningReport,
) -> Result<Option<Tail>, OpenError> {
    if standing.seq == 0 {
        return replay_all(inner, standing, report).map(Some);
    }
    let end = standing.end;
    let length =
        fs::metadata(journal::file_of(&inner.folder, end.file)).map_or(0, |meta| meta.len());
    let leads_here = length >= end.at;
    let verified =
        || applier::hash_of_all(inner.engine.as_ref()).is_ok_and(|hash| hash == standing.hash);
    let trusted = standing.clean && leads_here;
    if !trusted && !verified() {
        log::error!("the state is not what it says it is");
        return Ok(None);
    }
    if !leads_here {
        // The journal was lost or cut short, and the state is verified and ahead of it: the state wins.
        standing.end = Place::default();
        return Ok(Some(Tail {
            seq: standing.seq,
            ..Tail::default()
        }));
    }
    let reader = Reader::from(&inner.folder, end)?;
    replay(inner, &reader, standing, report).map(Some)
}

fn replay_all(
    inner: &Inner,
    standing: &mut Standing,
    report: &mut OpeningReport,
) -> Result<Tail, OpenError> {
    let tail = replay(inner, &Reader::from_start(&inner.folder)?, standing, report)?;
    if tail.seq == 0 && !report.fresh && tail.damaged > 0 {
        return Err(OpenError::Unreadable(
            "nothing of the journal could be read".into(),
        ));
    }
    Ok(tail)
}

fn replay(
    inner: &Inner,
    reader: &Reader,
    standing: &mut Standing,
    report: &mut OpeningReport,
) -> Result<Tail, OpenError> {
    let tail = reader.read(standing.seq, |group| {
        report.replayed += 1;
        replay_group(inner, standing, group)
    })?;
    report.damaged += tail.damaged;
    Ok(tail)
}

fn replay_group(inner: &Inner, standing: &mut Standing, group: Group) -> Result<(), StoreError> {
    let mut becomes = Vec::with_capacity(group.last.changes.len());
    for change in &group.last.changes {
        match inner.becomes(change) {
            Ok(one) => becomes.push(one),
            // One record that cannot be followed must not keep the others from coming back.
            Err(error) => log::error!("a change could not be replayed: {error}"),
        }
    }
    let Group {
        seq,
        place,
        end,
        last,
    } = group;
    let (piles, lines) = inner.threaded(seq, last.note, last.effect, place, standing.piles)?;
    applier::apply(
        inner.engine.as_ref(),
        &inner.attic,
        standing,
        &Job {
            seq,
            becomes,
            lines,
            piles,
            end,
        },
    )
}

fn writer(
    folder: &Path,
    tail: &Tail,
    seq: u64,
    report: &mut OpeningReport,
) -> Result<Writer, OpenError> {
    if tail.end == Place::default() {
        return Ok(Writer::create(folder, seq + 1)?);
    }
    if tail.torn {
        report.cut = true;
        keep_tail(folder, tail.end)?;
    }
    Ok(Writer::resume(folder, tail.end)?)
}

/// What is cut off the journal's end is kept aside: it was never acknowledged, and it is the person's all the same.
fn keep_tail(folder: &Path, end: Place) -> Result<(), OpenError> {
    let bytes = fs::read(journal::file_of(folder, end.file))?;
    let cut = bytes.get(end.at as usize..).unwrap_or_default();
    if !cut.is_empty() {
        let aside = folder.join("quarantine");
        fs::create_dir_all(&aside)?;
        fs::write(unused(&aside, "journal-end"), cut)?;
    }
    Ok(())
}

/// Nothing but the window's own things, or nothing at all.
fn is_new(folder: &Path) -> Result<bool, OpenError> {
    let mut strange = false;
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        let name = name.to_string_lossy();
        if name == "VERSION" || name.starts_with("journal-") {
            return Ok(false);
        }
        strange |= !NOT_THE_BOOK.contains(&name.as_ref());
    }
    if strange {
        Err(OpenError::Foreign {
            folder: folder.to_owned(),
        })
    } else {
        Ok(true)
    }
}

fn lock(folder: &Path) -> Result<File, OpenError> {
    let file = File::options()
        .create(true)
        .truncate(false)
        .read(true)
        .write(true)
        .open(folder.join("lock"))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OpenError::Busy {
            folder: folder.to_owned(),
        }),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

fn version(folder: &Path, fresh: bool) -> Result<u32, OpenError> {
    let path = folder.join("VERSION");
    if fresh {
        let aside = folder.join("VERSION.new");
        let mut file = File::create(&aside)?;
        std::io::Write::write_all(&mut file, format!("{VERSION}\n").as_bytes())?;
        file.sync_all()?;
        fs::rename(&aside, &path)?;
        journal::sync_folder(folder)?;
        return Ok(VERSION);
    }
    // A version that cannot be read is no reason not to open a book whose journal can.
    let text = fs::read_to_string(&path).unwrap_or_default();
    Ok(text.trim().parse().unwrap_or(VERSION))
}

/// Moves the state aside; it is never deleted.
fn quarantine(folder: &Path, report: &mut OpeningReport) -> Result<(), OpenError> {
    let state = folder.join("state");
    if !state.exists() {
        return Ok(());
    }
    let aside = folder.join("quarantine");
    fs::create_dir_all(&aside)?;
    let kept = unused(&aside, "state");
    fs::rename(state, &kept)?;
    report.quarantined = Some(kept);
    Ok(())
}

fn unused(folder: &Path, name: &str) -> PathBuf {
    (1_u32..)
        .map(|n| folder.join(format!("{name}-{n}")))
        .find(|path| !path.exists())
        .unwrap_or_else(|| folder.join(name))
}
