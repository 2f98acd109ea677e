//! Stretches of a path in which one did not meet at all, longer than they may be.

use chrono::NaiveDate;

use crate::{CLOCKED, Happened, Rhythm, State};

/// A stretch without contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Silence {
    /// The day one met last.
    pub from: NaiveDate,
    /// The day one met again or will; today when nothing is planned.
    pub until: NaiveDate,
    /// The most days it may last: the shortest interval of the rhythm.
    pub most: u16,
}

impl Silence {
    /// How long it lasts, in days; always more than [`most`](Self::most).
    pub fn days(&self) -> i64 {
        (self.until - self.from).num_days()
    }
}

/// The silences of a path, oldest first. Any way of meeting ends one, whatever its clock: one that was held, and one that
/// is planned, also in the past, where nobody has said yet that it was missed.
pub fn silences(rhythm: Rhythm, happened: &[Happened], today: NaiveDate) -> Vec<Silence> {
    let mosts = CLOCKED.iter().filter_map(|kind| rhythm.of(*kind));
    let Some(most) = mosts.map(|interval| interval.most).min() else {
        return Vec::new();
    };
    let mut met: Vec<NaiveDate> = happened
        .iter()
        .filter(|one| CLOCKED.contains(&one.kind))
        .filter(|one| matches!(one.state, State::Held | State::Planned))
        .map(|one| one.on)
        .collect();
    met.sort_unstable();
    // Nothing ended the last one but the day it is.
    met.extend(
        met.last()
            .copied()
            .filter(|last| *last < today)
            .map(|_| today),
    );
    met.windows(2)
        .filter_map(|pair| match *pair {
            [from, until] => Some(Silence { from, until, most }),
            _ => None,
        })
        .filter(|one| one.days() > i64::from(most))
        .collect()
}
