//! Brings the state behind the journal, in the background and in small transactions.

mod steps;
mod work;

use std::cell::Cell;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread::JoinHandle;
use std::time::Duration;

use parking_lot::{Condvar, Mutex};

pub(crate) use self::steps::Steps;
use self::work::Work;
use crate::StoreError;
use crate::history::Piles;
use crate::journal::Place;
use crate::opening::Mender;
use crate::puts::Sheaf;
use crate::state::{Standing, State};

/// Memory that may be on its way before a writer waits, in bytes: an import of 50,000 touchpoints
/// fits, so that it goes at the journal's speed.
const ROOM: usize = 160 << 20;
/// How long to wait before what failed is tried again.
const PAUSE: Duration = Duration::from_millis(250);

thread_local! {
    /// Whether this is an applier's thread: it cannot wait for itself.
    static IN_HERE: Cell<bool> = const { Cell::new(false) };
}

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

/// How much is on its way, and whether it is stuck.
#[derive(Debug, Default)]
struct Way {
    bytes: Mutex<usize>,
    less: Condvar,
    stuck: AtomicBool,
    /// What the disk said when it got stuck, when it was the disk.
    why: Mutex<Option<io::ErrorKind>>,
    ending: AtomicBool,
}

/// The thread that writes the state.
pub(crate) struct Applier {
    orders: Mutex<Option<Sender<Order>>>,
    thread: Mutex<Option<JoinHandle<Option<Standing>>>>,
    way: Arc<Way>,
}

impl Applier {
    /// Starts applying to `state`, which stands at `standing`.
    pub(crate) fn start(
        state: Arc<State>,
        standing: Standing,
        mender: Option<Mender>,
    ) -> Result<Self, StoreError> {
        let (orders, inbox) = mpsc::channel();
        let way = Arc::new(Way::default());
        let theirs = way.clone();
        let thread = std::thread::Builder::new()
            .name("applier".into())
            .spawn(move || {
                Work::begin(&state, standing, mender.as_ref(), &inbox, &theirs).go_on()
            })?;
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
                return Err(self.way.because());
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
    /// [`StoreError::Closed`] when the book is; what keeps the state from being written while it cannot
    /// be brought up to what was handed over: nobody waits for a full disk.
    pub(crate) fn run<T: Send + 'static>(
        &self,
        errand: impl FnOnce(&State, &Standing) -> T + Send + 'static,
    ) -> Result<T, StoreError> {
        self.repair(move |state, standing| errand(state, standing))
    }

    /// The same, for an errand that may change how the state stands.
    pub(crate) fn repair<T: Send + 'static>(
        &self,
        errand: impl FnOnce(&State, &mut Standing) -> T + Send + 'static,
    ) -> Result<T, StoreError> {
        let (say, hear) = mpsc::channel();
        let errand: Errand = Box::new(move |state, standing| {
            let _ = say.send(errand(state, standing));
        });
        match &*self.orders.lock() {
            Some(orders) => {
                let _ = orders.send(Order::Run(errand));
            }
            // With it goes who would say the answer: nobody waits for a closed book.
            None => drop(errand),
        }
        hear.recv()
            .map_err(|_| match self.way.stuck.load(Ordering::Acquire) {
                true => self.way.because(),
                false => StoreError::Closed,
            })
    }

    /// Looks whether the engine still works, and mends it when it does not; back once that is done.
    pub(crate) fn look_after(&self) {
        if !IN_HERE.get() {
            // What cannot be mended now is said by the read itself.
            let _ = self.run(|_, _| ());
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

impl Way {
    /// Why the state cannot be written now.
    fn because(&self) -> StoreError {
        match *self.why.lock() {
            Some(kind) => StoreError::Disk(kind.into()),
            None => StoreError::State("it cannot be written, and too much waits for it".to_owned()),
        }
    }
}
