//! How far the reading of a copy is.

use store::Progress;

use super::copy::Copy;
use super::keeper::Work;
use crate::fault::{Fault, FaultKind};

/// How far a walk is, and whether it goes on.
pub(super) struct Steps<'a> {
    done: u64,
    total: u64,
    work: &'a Work<'a>,
    go: &'a mut dyn FnMut(u64, u64) -> Progress,
}

impl<'a> Steps<'a> {
    pub(super) fn of(
        copy: &Copy,
        work: &'a Work<'a>,
        go: &'a mut dyn FnMut(u64, u64) -> Progress,
    ) -> Self {
        let total = copy.entries();
        Self {
            done: 0,
            total,
            work,
            go,
        }
    }

    /// The copy is read once more.
    pub(super) fn again(&mut self, entries: u64) {
        self.total += entries;
    }

    pub(super) fn step(&mut self) -> Result<(), Fault> {
        const STRIDE: u64 = 250;
        self.done += 1;
        if self.done % STRIDE == 1 {
            // What goes is not in the copy, and counts all the same.
            self.say((self.done - 1).min(self.total))
        } else {
            Ok(())
        }
    }

    pub(super) fn last(&mut self) -> Result<(), Fault> {
        self.say(self.total)
    }

    fn say(&mut self, done: u64) -> Result<(), Fault> {
        match ((self.go)(done, self.total), self.work.goes_on()) {
            (Progress::Go, Progress::Go) => Ok(()),
            _ => Err(Fault::new(FaultKind::Cancelled, "error-cancelled")),
        }
    }
}
