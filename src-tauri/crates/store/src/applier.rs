//! Brings the state behind the journal, in the background and in small transactions.

use std::collections::BTreeMap;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Weak};
use std::thread::JoinHandle;

use parking_lot::{Condvar, Mutex};
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::Xxh3;

use crate::StoreError;
use crate::attic::Attic;
use crate::engine::{Engine, Put, Space};
use crate::history::{Kept, Piles};
use crate::journal::Place;
use crate::overlay::Become;
use crate::record;
use crate::store::Inner;
use crate::tree::Tree;

/// Records in one transaction: bigger ones took gigabytes of memory at a million rows (measured).
const RECORDS_A_TRANSACTION: usize = 50;
/// Records the overlay may hold before a writer waits for the state.
const OVERLAY_MOST: usize = 400_000;
/// The key of [`Standing`] in its space.
pub(crate) const STANDING: &[u8] = b"standing";

/// What the state knows of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Standing {
    /// The last group it has.
    pub(crate) seq: u64,
    /// Where the journal goes on behind it.
    pub(crate) end: Place,
    /// The wrapping sum of the hashes of every record: a row lost in silence shows.
    pub(crate) hash: u64,
    /// The tops of undo and redo.
    pub(crate) piles: Piles,
    /// Whether it was closed in order.
    pub(crate) clean: bool,
}

/// A journalled group on its way to the state.
#[derive(Debug)]
pub(crate) struct Job {
    pub(crate) seq: u64,
    pub(crate) becomes: Vec<Become>,
    pub(crate) lines: Vec<(u64, Kept)>,
    pub(crate) piles: Piles,
    pub(crate) end: Place,
}

enum Order {
    Apply(Job),
    Finish(Sender<()>),
}

/// The thread that writes the state.
pub(crate) struct Applier {
    orders: Mutex<Option<Sender<Order>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
    waiting: Arc<(Mutex<usize>, Condvar)>,
}

impl Applier {
    /// Starts applying to `inner`'s state, which stands at `standing`.
    pub(crate) fn start(inner: &Arc<Inner>, standing: Standing) -> Result<Self, StoreError> {
        let (orders, inbox) = mpsc::channel();
        let waiting = Arc::new((Mutex::new(0), Condvar::new()));
        let (weak, left) = (Arc::downgrade(inner), waiting.clone());
        let thread = std::thread::Builder::new()
            .name("applier".into())
            .spawn(move || {
                let mut standing = standing;
                while let Ok(order) = inbox.recv() {
                    match order {
                        Order::Apply(job) => {
                            let records = job.becomes.len();
                            apply_one(&weak, &mut standing, job);
                            *left.0.lock() -= records;
                            left.1.notify_all();
                        }
                        Order::Finish(done) => {
                            // Whoever asked may have stopped waiting.
                            let _ = done.send(());
                        }
                    }
                }
            })?;
        Ok(Self {
            orders: Mutex::new(Some(orders)),
            thread: Mutex::new(Some(thread)),
            waiting,
        })
    }

    /// Hands a journalled group over; waits while too much is on its way.
    pub(crate) fn hand(&self, job: Job) {
        let mut waiting = self.waiting.0.lock();
        while *waiting > OVERLAY_MOST {
            self.waiting.1.wait(&mut waiting);
        }
        *waiting += job.becomes.len();
        if let Some(orders) = &*self.orders.lock() {
            // The thread ends only with the channel; what it does not get is replayed at the next start.
            let _ = orders.send(Order::Apply(job));
        }
    }

    /// Waits until everything handed over is in the state.
    pub(crate) fn settle(&self) {
        let (done, heard) = mpsc::channel();
        match &*self.orders.lock() {
            Some(orders) => drop(orders.send(Order::Finish(done))),
            // Closed already: everything is in the state.
            None => return,
        }
        // An error says that the thread is gone, and with it everything that waited.
        let _ = heard.recv();
    }

    /// Ends the thread once everything is in the state, and notes that it was closed in order.
    pub(crate) fn finish(&self, inner: &Inner) -> Result<(), StoreError> {
        self.settle();
        self.orders.lock().take();
        if let Some(thread) = self.thread.lock().take() {
            thread
                .join()
                .map_err(|_| StoreError::State("the applier stopped".into()))?;
            let standing = standing(inner.engine.as_ref())?;
            if inner.overlay.read().len() == 0 {
                inner.engine.apply(&[put_standing(&Standing {
                    clean: true,
                    ..standing
                })?])?;
            }
            inner.engine.flush()?;
        }
        Ok(())
    }
}

impl std::fmt::Debug for Applier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Applier")
            .field("waiting", &*self.waiting.0.lock())
            .finish_non_exhaustive()
    }
}

fn apply_one(inner: &Weak<Inner>, standing: &mut Standing, job: Job) {
    let Some(inner) = inner.upgrade() else { return };
    match apply(inner.engine.as_ref(), &inner.attic, standing, &job) {
        Ok(()) => {
            inner.overlay.write().settle(job.seq, &job.becomes);
            inner.recent.write().retain(|_, (seq, _)| *seq > job.seq);
        }
        // The overlay keeps it, so that every read stays right; the journal brings it back at the next start.
        Err(error) => log::error!("the state could not be written: {error}"),
    }
}

/// Applies a group. Half-applied and applied again, it comes to the same.
pub(crate) fn apply(
    engine: &dyn Engine,
    attic: &Attic,
    standing: &mut Standing,
    job: &Job,
) -> Result<(), StoreError> {
    let mut chunks = job.becomes.chunks(RECORDS_A_TRANSACTION).peekable();
    loop {
        let chunk = chunks.next().unwrap_or_default();
        let last = chunks.peek().is_none();
        let mut batch: Vec<Put> = Vec::with_capacity(chunk.len() * 4 + 4);
        // A record can stand twice in a group; only its last state is kept.
        let mut hashes: BTreeMap<(Tree, [u8; 16]), u64> = BTreeMap::new();
        let mut hash = standing.hash;
        for one in chunk {
            let space = Space::from(one.tree);
            let new = one
                .after
                .as_ref()
                .map(|fields| record::seal(fields, attic))
                .transpose()?;
            let old = match hashes.get(&(one.tree, one.key)) {
                Some(hash) => *hash,
                None => engine
                    .get(space, &one.key)?
                    .map_or(0, |value| hash_of(one.tree, &one.key, &value)),
            };
            let now = new
                .as_ref()
                .map_or(0, |value| hash_of(one.tree, &one.key, value));
            hashes.insert((one.tree, one.key), now);
            hash = hash.wrapping_sub(old).wrapping_add(now);
            batch.push((space, one.key.to_vec(), new));
            batch.extend(one.gone.iter().map(|key| (Space::Index, key.clone(), None)));
            batch.extend(
                one.come
                    .iter()
                    .map(|key| (Space::Index, key.clone(), Some(Vec::new()))),
            );
        }
        let mut next = Standing {
            hash,
            clean: false,
            ..standing.clone()
        };
        if last {
            next = Standing {
                seq: job.seq,
                end: job.end,
                piles: job.piles,
                ..next
            };
            for (seq, kept) in &job.lines {
                let value = rmp_serde::to_vec_named(kept)
                    .map_err(|error| StoreError::State(error.to_string()))?;
                batch.push((Space::History, seq.to_be_bytes().to_vec(), Some(value)));
            }
        }
        batch.push(put_standing(&next)?);
        engine.apply(&batch)?;
        *standing = next;
        if last {
            return Ok(());
        }
    }
}

/// What the state knows of itself; nothing when it is new.
pub(crate) fn standing(engine: &dyn Engine) -> Result<Standing, StoreError> {
    match engine.get(Space::Meta, STANDING)? {
        None => Ok(Standing::default()),
        Some(value) => {
            rmp_serde::from_slice(&value).map_err(|error| StoreError::State(error.to_string()))
        }
    }
}

pub(crate) fn put_standing(standing: &Standing) -> Result<Put, StoreError> {
    let value =
        rmp_serde::to_vec_named(standing).map_err(|error| StoreError::State(error.to_string()))?;
    Ok((Space::Meta, STANDING.to_vec(), Some(value)))
}

/// The hash of one row.
pub(crate) fn hash_of(tree: Tree, key: &[u8], value: &[u8]) -> u64 {
    let mut hash = Xxh3::new();
    hash.update(&[tree as u8]);
    hash.update(key);
    hash.update(value);
    hash.digest()
}

/// The sum over every row there is.
pub(crate) fn hash_of_all(engine: &dyn Engine) -> Result<u64, StoreError> {
    let mut sum = 0_u64;
    for tree in Tree::ALL {
        for pair in engine.scan(tree.into(), &[], None) {
            let (key, value) = pair?;
            sum = sum.wrapping_add(hash_of(tree, &key, &value));
        }
    }
    Ok(sum)
}
