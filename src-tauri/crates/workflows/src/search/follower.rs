//! The index follows the book: a thread of its own keeps it, a query waits for it a moment.
//!
//! It starts when it is first asked, so that a book that is only opened, backed up or exported makes no index.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};
use search::{Hits, Home, Index, Pen, Query, SearchError, Stamp};
use store::{Since, Store, StoreError};
use vault::Sealer;

use super::writing;

/// The folder of the index, in the data folder.
const FOLDER: &str = "index";
/// Changes that are followed one by one; beyond it everything is written again.
const FOLLOWED: usize = 20_000;
/// How long after a write the index follows when nobody asks: writes come in bursts.
const REST: Duration = Duration::from_millis(250);
/// How long the pen is kept when nothing is written: what it wrote is laid together meanwhile.
const IDLE: Duration = Duration::from_secs(60);

/// Keeps the index of a house.
pub(crate) struct Follower {
    desk: Arc<Desk>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

/// What the follower's thread and those who ask share.
pub(super) struct Desk {
    pub(super) store: Store,
    home: Home,
    state: Mutex<State>,
    /// Told whenever the state changes.
    changed: Condvar,
}

#[derive(Default)]
struct State {
    index: Option<Arc<Index>>,
    /// The last group that is in the index.
    reached: u64,
    /// Whether the whole book is in the index.
    whole: bool,
    /// Something was written.
    nudged: bool,
    /// Somebody waits.
    hurried: bool,
    /// The index turned out to be damaged.
    broken: bool,
    /// The last try to follow came to nothing.
    failed: bool,
    stopped: bool,
}

/// What was found, and whether it is all there is.
pub(super) struct Read {
    pub(super) found: Vec<Hits>,
    pub(super) catching_up: bool,
    /// The last group that was in the index.
    pub(super) reached: u64,
}

/// Why the index does not follow.
pub(super) enum Stuck {
    Index(SearchError),
    Store(StoreError),
    /// The house closes.
    Stopped,
}

impl From<SearchError> for Stuck {
    fn from(error: SearchError) -> Self {
        Self::Index(error)
    }
}

impl From<StoreError> for Stuck {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl Follower {
    /// A follower of `store`, whose index is in the data folder `folder`, sealed as the book is. Nothing is opened yet.
    pub(crate) fn new(store: Store, folder: &Path, sealer: Sealer) -> Self {
        let home = match store.reading() {
            None => Home::Folder(folder.join(FOLDER), sealer),
            Some(_) => Home::Memory,
        };
        Self {
            desk: Arc::new(Desk {
                store,
                home,
                state: Mutex::default(),
                changed: Condvar::new(),
            }),
            thread: Mutex::default(),
        }
    }

    /// Starts to follow, once.
    pub(crate) fn start(&self) {
        let mut thread = self.thread.lock();
        if thread.is_some() || self.desk.state.lock().stopped {
            return;
        }
        let desk = self.desk.clone();
        let spawned = std::thread::Builder::new()
            .name("search".into())
            .spawn(move || desk.keep());
        match spawned {
            Ok(handle) => *thread = Some(handle),
            Err(error) => log::error!("the index has no thread to follow in: {error}"),
        }
    }

    /// Something was written; followed soon, when it follows at all.
    pub(crate) fn nudge(&self) {
        self.desk.state.lock().nudged = true;
        self.desk.changed.notify_all();
    }

    /// What `query` finds, at most `within` after it was asked: what the book held when it was asked is in it, or
    /// `catching_up` says that it is not.
    pub(super) fn find(&self, query: &Query, within: Duration) -> Read {
        self.ask(Instant::now() + within, |index| index.find(query))
    }

    /// What the index answers at `until` at the latest, in the same manner.
    pub(super) fn ask(
        &self,
        until: Instant,
        question: impl Fn(&Index) -> Result<Vec<Hits>, SearchError>,
    ) -> Read {
        self.start();
        loop {
            let (index, reached, current) = self.desk.wait(until);
            let found = index.map_or(Ok(Ok(Vec::new())), |index| {
                // A damaged file may read as nonsense that the library does not survive.
                catch_unwind(AssertUnwindSafe(|| question(&index)))
            });
            match found {
                Ok(Ok(found)) => {
                    return Read {
                        found,
                        catching_up: !current,
                        reached,
                    };
                }
                Ok(Err(error)) => log::error!("the index cannot be read: {error}"),
                Err(_) => log::error!("the index reads as nonsense"),
            }
            self.desk.say(|state| {
                state.broken = true;
                state.whole = false;
                state.index = None;
            });
        }
    }

    /// Stops following, and lets go of everything.
    pub(crate) fn stop(&self) {
        self.desk.say(|state| state.stopped = true);
        if let Some(handle) = self.thread.lock().take() {
            // A thread that panicked has said so.
            let _ = handle.join();
        }
        self.desk.state.lock().index = None;
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        self.stop();
    }
}

impl std::fmt::Debug for Follower {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Follower").finish_non_exhaustive()
    }
}

impl Desk {
    fn say(&self, what: impl FnOnce(&mut State)) {
        what(&mut self.state.lock());
        self.changed.notify_all();
    }

    /// The index once it has all the book has now, or as it stands at `until`; and whether it has all.
    fn wait(&self, until: Instant) -> (Option<Arc<Index>>, u64, bool) {
        let wanted = self.store.last_seq();
        let mut state = self.state.lock();
        state.failed = false;
        loop {
            let current = state.whole && state.reached >= wanted;
            if current || state.stopped || state.failed {
                break (state.index.clone(), state.reached, current);
            }
            state.hurried = true;
            self.changed.notify_all();
            if self.changed.wait_until(&mut state, until).timed_out() {
                let current = state.whole && state.reached >= wanted;
                break (state.index.clone(), state.reached, current);
            }
        }
    }

    pub(super) fn stopped(&self) -> bool {
        self.state.lock().stopped
    }

    /// The index now has the book up to `seq`.
    pub(super) fn reach(&self, index: &Arc<Index>, seq: u64, whole: bool) {
        self.say(|state| {
            state.index = Some(index.clone());
            state.reached = seq;
            state.whole = whole;
        });
    }

    /// The thread's whole life.
    fn keep(&self) {
        let mut pen: Option<Pen> = None;
        let mut index: Option<Arc<Index>> = None;
        let mut written = Instant::now();
        loop {
            match self.follow(&mut index, &mut pen) {
                Ok(true) => written = Instant::now(),
                Ok(false) => {}
                Err(Stuck::Stopped) => return,
                Err(Stuck::Store(error)) => {
                    log::warn!("the index does not follow: {error}");
                    self.say(|state| state.failed = true);
                }
                Err(Stuck::Index(error)) => {
                    log::error!("the index could not be written: {error}");
                    pen = None;
                    index = None;
                    self.say(|state| state.failed = true);
                }
            }
            if !self.sleep(&mut pen, written) {
                return;
            }
        }
    }

    /// Sleeps until there is something to follow; `false` when the house closes.
    fn sleep(&self, pen: &mut Option<Pen>, written: Instant) -> bool {
        let mut state = self.state.lock();
        loop {
            if state.stopped {
                return false;
            }
            if std::mem::take(&mut state.hurried) {
                return true;
            }
            if std::mem::take(&mut state.nudged) {
                let rested = self.changed.wait_for(&mut state, REST).timed_out();
                if rested {
                    return !state.stopped;
                }
                state.nudged = true;
                continue;
            }
            if pen.is_none() {
                self.changed.wait(&mut state);
            } else if self
                .changed
                .wait_until(&mut state, written + IDLE)
                .timed_out()
            {
                *pen = None;
            }
        }
    }

    /// Brings the index to where the book is; whether anything had to be written.
    fn follow(&self, index: &mut Option<Arc<Index>>, pen: &mut Option<Pen>) -> Result<bool, Stuck> {
        if std::mem::take(&mut self.state.lock().broken) {
            *pen = None;
            *index = None;
            // Made again, not opened: its checksums may be right all the same.
            *index = Some(Arc::new(Index::create(&self.home)?));
        }
        let index = match index {
            Some(index) => index.clone(),
            None => index.insert(self.opened()?).clone(),
        };
        let mut wrote = false;
        loop {
            if self.stopped() {
                return Err(Stuck::Stopped);
            }
            let (reached, whole) = {
                let state = self.state.lock();
                (state.reached, state.whole)
            };
            let last = self.store.last_seq();
            if whole && reached == last {
                return Ok(wrote);
            }
            wrote = true;
            let since = match whole {
                true => self.store.touched_since(reached, FOLLOWED)?,
                false => Since::TooMuch,
            };
            match since {
                Since::Known { touched, .. } if touched.is_empty() => {
                    self.reach(&index, last, true);
                }
                Since::Known { seq, touched } => {
                    let pen = match pen {
                        Some(pen) => pen,
                        None => pen.insert(index.pen()?),
                    };
                    writing::changes(self, pen, &touched, &stamp(&self.store, seq, true)?)?;
                    self.reach(&index, seq, true);
                }
                Since::TooMuch => {
                    *pen = None;
                    let pen = pen.insert(index.broad_pen()?);
                    writing::everything(self, &index, pen)?;
                }
            }
        }
    }

    /// The index in the folder when it can be used, else a new one.
    fn opened(&self) -> Result<Arc<Index>, Stuck> {
        let opened = catch_unwind(AssertUnwindSafe(|| Index::open(&self.home)))
            .unwrap_or_else(|_| Err(SearchError::Unusable("it reads as nonsense".to_owned())));
        match opened {
            Ok((index, kept)) => {
                let index = Arc::new(index);
                // A group of the same number in a book that was restored is another group.
                let same = kept.whole && stamp(&self.store, kept.seq, true)?.mark == kept.mark;
                self.reach(&index, kept.seq, same && kept.seq <= self.store.last_seq());
                Ok(index)
            }
            Err(error) => {
                log::info!("the index is made anew: {error}");
                let index = Arc::new(Index::create(&self.home)?);
                self.reach(&index, 0, false);
                Ok(index)
            }
        }
    }
}

/// How far the index follows when it has the book up to `seq`.
pub(super) fn stamp(store: &Store, seq: u64, whole: bool) -> Result<Stamp, StoreError> {
    let last = store.history(Some(seq.saturating_add(1)), 1)?;
    let mark = last.first().map_or(String::new(), |entry| {
        format!("{}@{}", entry.seq, entry.note.at.timestamp_micros())
    });
    Ok(Stamp::new(seq, mark, whole))
}
