//! Brings the state behind the journal, in the background and in small transactions.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::Duration;

use parking_lot::{Condvar, Mutex};

use crate::StoreError;
use crate::history::Piles;
use crate::journal::Place;
use crate::puts::Sheaf;
use crate::state::{Standing, State};

/// Memory that may be on its way before a writer waits, in bytes: an import of 50,000 touchpoints
/// fits, so that it goes at the journal's speed.
const ROOM: usize = 160 << 20;
/// How long to wait before a transaction that failed is tried again.
const PAUSE: Duration = Duration::from_millis(250);

/// What a whole group leaves behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) seq: u64,
    pub(crate) end: Place,
    pub(crate) piles: Piles,
    pub(crate) changes: u64,
}

/// A journalled group, or a piece of a big one, on its way to the state.
#[derive(Debug)]
pub(crate) struct Job {
    pub(crate) sheaf: Sheaf,
    /// The stamp of its first put.
    pub(crate) stamp: u64,
    /// `None` while more of its group is to come.
    pub(crate) mark: Option<Mark>,
}

/// What runs on the applier's thread, between two groups.
type Errand = Box<dyn FnOnce(&State, &mut Standing) + Send>;

enum Order {
    Apply(Job),
    Run(Errand),
}

/// An errand that nobody has begun, that runs, that nobody waits for any more.
const WAITS: u8 = 0;
const RUNS: u8 = 1;
const LEFT: u8 = 2;

/// Decides an errand's fate; `false` when it was decided before.
fn turn(fate: &AtomicU8, to: u8) -> bool {
    fate.compare_exchange(WAITS, to, Ordering::AcqRel, Ordering::Acquire)
        .is_ok()
}

/// How much is on its way, and whether it is stuck.
#[derive(Debug, Default)]
struct Way {
    bytes: Mutex<usize>,
    less: Condvar,
    stuck: AtomicBool,
    /// What the disk said when it got stuck.
    said: Mutex<Option<io::ErrorKind>>,
    ending: AtomicBool,
}

impl Way {
    /// Why what was journalled does not get into the state.
    fn trouble(&self) -> StoreError {
        match *self.said.lock() {
            Some(kind) => StoreError::Disk(kind.into()),
            None => StoreError::State("it cannot be written".into()),
        }
    }
}

/// The thread that writes the state.
pub(crate) struct Applier {
    orders: Mutex<Option<Sender<Order>>>,
    thread: Mutex<Option<JoinHandle<Option<Standing>>>>,
    way: Arc<Way>,
}

impl Applier {
    /// Starts applying to `state`, which stands at `standing`.
    pub(crate) fn start(state: Arc<State>, standing: Standing) -> Result<Self, StoreError> {
        let (orders, inbox) = mpsc::channel();
        let way = Arc::new(Way::default());
        let theirs = way.clone();
        let thread = std::thread::Builder::new()
            .name("applier".into())
            .spawn(move || work(&state, standing, &inbox, &theirs))?;
        Ok(Self {
            orders: Mutex::new(Some(orders)),
            thread: Mutex::new(Some(thread)),
            way,
        })
    }

    /// Waits until there is room for more.
    ///
    /// # Errors
    /// When the state cannot be written and too much waits for it already.
    pub(crate) fn room(&self) -> Result<(), StoreError> {
        let mut bytes = self.way.bytes.lock();
        while *bytes > ROOM {
            if self.way.stuck.load(Ordering::Acquire) {
                return Err(self.way.trouble());
            }
            self.way.less.wait_for(&mut bytes, PAUSE);
        }
        Ok(())
    }

    /// Hands over what was published. What does not get there is replayed at the next start.
    pub(crate) fn hand(&self, job: Job) {
        if let Some(orders) = &*self.orders.lock() {
            *self.way.bytes.lock() += job.sheaf.bytes;
            let _ = orders.send(Order::Apply(job));
        }
    }

    /// Runs `errand` between two groups, behind everything handed over, and gives what it gave.
    ///
    /// # Errors
    /// When the state cannot be written: then what was handed over does not get there, and the
    /// errand is not run.
    pub(crate) fn run<T: Send + 'static>(
        &self,
        errand: impl FnOnce(&State, &Standing) -> T + Send + 'static,
    ) -> Result<T, StoreError> {
        self.mend(move |state, standing| errand(state, standing))
    }

    /// The same, for an errand that may change how the state stands.
    pub(crate) fn mend<T: Send + 'static>(
        &self,
        errand: impl FnOnce(&State, &mut Standing) -> T + Send + 'static,
    ) -> Result<T, StoreError> {
        let (say, hear) = mpsc::channel();
        let fate = Arc::new(AtomicU8::new(WAITS));
        let theirs = fate.clone();
        let errand: Errand = Box::new(move |state, standing| {
            if turn(&theirs, RUNS) {
                let _ = say.send(errand(state, standing));
            }
        });
        if let Some(orders) = &*self.orders.lock() {
            let _ = orders.send(Order::Run(errand));
        }
        loop {
            match hear.recv_timeout(PAUSE) {
                Ok(answer) => return Ok(answer),
                Err(RecvTimeoutError::Disconnected) => return Err(StoreError::Closed),
                // A full disk must not make whoever asks wait until there is room.
                Err(RecvTimeoutError::Timeout)
                    if self.way.stuck.load(Ordering::Acquire) && turn(&fate, LEFT) =>
                {
                    return Err(self.way.trouble());
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }

    /// Ends the thread once everything is in the state, and says how the state stands; nothing
    /// when it could not be brought up to the journal, or was ended before.
    pub(crate) fn end(&self) -> Option<Standing> {
        self.way.ending.store(true, Ordering::Release);
        self.orders.lock().take();
        let thread = self.thread.lock().take()?;
        // A panic there has been told by then; the journal has everything.
        thread.join().ok().flatten()
    }
}

fn work(
    state: &State,
    mut standing: Standing,
    inbox: &Receiver<Order>,
    way: &Way,
) -> Option<Standing> {
    while let Ok(order) = inbox.recv() {
        match order {
            Order::Run(errand) => errand(state, &mut standing),
            Order::Apply(job) => {
                let bytes = job.sheaf.bytes;
                apply_at_last(state, &mut standing, job, way)?;
                *way.bytes.lock() -= bytes;
                way.less.notify_all();
            }
        }
    }
    Some(standing)
}

/// Applies a job, trying again while it fails: a full disk may have room in a while. Until then
/// the overlay keeps it, and every read stays right.
fn apply_at_last(state: &State, standing: &mut Standing, job: Job, way: &Way) -> Option<()> {
    let mut told = false;
    let mut steps = Steps::of(job);
    loop {
        match steps.go(state, standing) {
            Ok(()) => {
                way.stuck.store(false, Ordering::Release);
                return Some(());
            }
            Err(error) => {
                if !std::mem::replace(&mut told, true) {
                    log::error!("the state could not be written: {error}");
                }
                *way.said.lock() = match &error {
                    StoreError::Disk(error) => Some(error.kind()),
                    _ => None,
                };
                way.stuck.store(true, Ordering::Release);
                if way.ending.load(Ordering::Acquire) {
                    return None;
                }
                std::thread::sleep(PAUSE);
            }
        }
    }
}

/// A job, transaction by transaction.
pub(crate) struct Steps {
    job: Job,
    /// Transactions done.
    done: usize,
}

impl Steps {
    pub(crate) fn of(job: Job) -> Self {
        Self { job, done: 0 }
    }

    /// Does what is left of it. Called again after an error, it goes on where it was.
    pub(crate) fn go(&mut self, state: &State, standing: &mut Standing) -> Result<(), StoreError> {
        let Job { sheaf, stamp, mark } = &self.job;
        while let Some((end, changes)) = sheaf.cuts.get(self.done).copied() {
            let begin = match self.done.checked_sub(1) {
                Some(before) => sheaf.cuts.get(before).map_or(0, |(end, _)| *end),
                None => 0,
            };
            let puts = sheaf.puts.get(begin..end).unwrap_or_default();
            let mut next = *standing;
            next.within += u64::from(changes);
            next.sum = puts
                .iter()
                .fold(next.sum, |sum, put| sum.wrapping_add(put.shift));
            if self.done + 1 == sheaf.cuts.len()
                && let Some(mark) = mark
            {
                next.seq = mark.seq;
                next.within = 0;
                next.place = mark.end;
                next.piles = mark.piles;
                next.changes = mark.changes;
            }
            state.apply(puts, stamp + begin as u64, &next)?;
            *standing = next;
            self.done += 1;
        }
        Ok(())
    }
}
