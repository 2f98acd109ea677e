//! What the applier's thread does, and what it does about an engine that gave up.

use std::collections::VecDeque;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Instant;

use super::{IN_HERE, Job, Order, PAUSE, Steps, Way};
use crate::StoreError;
use crate::opening::Mender;
use crate::state::{Standing, State};

/// Tries between two attempts to mend an engine, after the first few.
const TRIES_A_MEND: u32 = 20;

/// The thread's whole life.
pub(super) struct Work<'a> {
    state: &'a State,
    standing: Standing,
    mender: Option<&'a Mender>,
    inbox: &'a Receiver<Order>,
    way: &'a Way,
    /// What came while the state could not be written.
    waiting: VecDeque<Order>,
}

impl<'a> Work<'a> {
    pub(super) fn begin(
        state: &'a State,
        standing: Standing,
        mender: Option<&'a Mender>,
        inbox: &'a Receiver<Order>,
        way: &'a Way,
    ) -> Self {
        Self {
            state,
            standing,
            mender,
            inbox,
            way,
            waiting: VecDeque::new(),
        }
    }

    /// Until the book closes; how the state stands then, unless it could not be brought up to the journal.
    pub(super) fn go_on(mut self) -> Option<Standing> {
        IN_HERE.set(true);
        loop {
            let order = match self.waiting.pop_front() {
                Some(order) => order,
                None => match self.inbox.recv() {
                    Ok(order) => order,
                    Err(_) => return Some(self.standing),
                },
            };
            match order {
                Order::Run(errand) => {
                    // An engine that gave up says so here, before anybody reads half of it.
                    if self.state.flush().is_err() {
                        self.mend(0, &|within| within == 0);
                    }
                    errand(self.state, &mut self.standing);
                }
                Order::Apply(job) => {
                    let bytes = job.sheaf.bytes;
                    self.apply_at_last(job)?;
                    *self.way.bytes.lock() -= bytes;
                    self.way.less.notify_all();
                }
            }
        }
    }

    /// Applies a job, trying again while it fails: a full disk may have room in a while. Until then the overlay keeps
    /// it. An engine that gave up for good is mended, at once when somebody waits.
    fn apply_at_last(&mut self, job: Job) -> Option<()> {
        let mut tries = 0_u32;
        let mut steps = Steps::of(job);
        loop {
            let Err(error) = steps.go(self.state, &mut self.standing) else {
                self.way.stuck.store(false, Ordering::Release);
                return Some(());
            };
            if tries == 0 {
                log::error!("the state could not be written: {error}");
            }
            if let StoreError::Disk(error) = &error {
                *self.way.why.lock() = Some(error.kind());
            }
            self.way.stuck.store(true, Ordering::Release);
            // Whoever asked before this try hears that it cannot be done now.
            self.waiting
                .retain(|order| matches!(order, Order::Apply(_)));
            if self.way.ending.load(Ordering::Acquire) {
                return None;
            }
            let somebody_waits = self.pause();
            tries += 1;
            let again = tries.is_power_of_two() || tries.is_multiple_of(TRIES_A_MEND);
            if somebody_waits || again {
                self.mend_within(&mut steps);
            }
        }
    }

    /// Waits a while, or until somebody asks for something; whether somebody did.
    fn pause(&mut self) -> bool {
        let until = Instant::now() + PAUSE;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match self.inbox.recv_timeout(left) {
                Ok(order) => {
                    let asks = matches!(order, Order::Run(_));
                    self.waiting.push_back(order);
                    if asks {
                        return true;
                    }
                }
                Err(RecvTimeoutError::Timeout) => return false,
                Err(RecvTimeoutError::Disconnected) => {
                    std::thread::sleep(left);
                    return false;
                }
            }
        }
    }

    /// Gives the state another engine in the midst of a job. What the other one had of it and this one has not is shown
    /// by the overlay all the while, and done again.
    fn mend_within(&mut self, steps: &mut Steps) {
        steps.show_done(self.state);
        let stands = |within| steps.transactions_of(within).is_some();
        let mended = self.mend(steps.changes_done(), &stands);
        let there = match mended {
            true => steps.transactions_of(self.standing.within).unwrap_or(0),
            false => steps.done(),
        };
        steps.go_on_behind(there, self.state);
    }

    /// Gives the state another engine, at the end of the last whole group or behind as many changes of the next as
    /// `stands` allows; the job at hand has `done` of them in this one. Whether it did.
    fn mend(&mut self, done: u64, stands: &dyn Fn(u64) -> bool) -> bool {
        let Some(mender) = self.mender.filter(|_| self.standing.within == done) else {
            // In memory nothing gives up; in the midst of a group in pieces the next start replays it.
            return false;
        };
        match mender.mend(self.state, self.standing.seq, stands) {
            Ok(mended) => {
                log::warn!("the state goes on at group {}", mended.seq);
                self.standing = mended;
                true
            }
            Err(error) => {
                log::error!("the state could not be opened again: {error}");
                false
            }
        }
    }
}
