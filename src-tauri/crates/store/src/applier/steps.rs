//! A group on its way into the state, in small transactions.

use super::Job;
use crate::StoreError;
use crate::puts::Put;
use crate::state::{Standing, State};

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

    /// How many changes of the group are in the state by what was done of this.
    pub(super) fn changes_done(&self) -> u64 {
        let done = self.job.sheaf.cuts.iter().take(self.done);
        done.map(|(_, changes)| u64::from(*changes)).sum()
    }

    /// How many transactions make so many changes of it.
    pub(super) fn transactions_of(&self, changes: u64) -> Option<usize> {
        let mut sum = 0;
        let ends = self.job.sheaf.cuts.iter().map(|(_, changes)| {
            sum += u64::from(*changes);
            sum
        });
        match changes {
            0 => Some(0),
            changes => ends
                .into_iter()
                .position(|sum| sum == changes)
                .map(|at| at + 1),
        }
    }

    /// The puts of its first transactions, and the stamp of the first.
    fn first(&self, transactions: usize) -> (&[Put], u64) {
        let Job { sheaf, stamp, .. } = &self.job;
        let last = transactions
            .checked_sub(1)
            .and_then(|at| sheaf.cuts.get(at));
        let end = last.map_or(0, |(end, _)| *end);
        (sheaf.puts.get(..end).unwrap_or_default(), *stamp)
    }

    /// Shows what was done to every read, before the engine that has it goes.
    pub(super) fn show_done(&self, state: &State) {
        let (puts, stamp) = self.first(self.done);
        state.show_again(puts, stamp);
    }

    /// Goes on behind so many transactions, which the engine has; what was shown of them is in it.
    pub(super) fn go_on_behind(&mut self, transactions: usize, state: &State) {
        self.done = transactions;
        let (puts, stamp) = self.first(transactions);
        state.settle(puts, stamp);
    }

    /// How many transactions are done.
    pub(super) fn done(&self) -> usize {
        self.done
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
