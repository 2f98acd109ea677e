//! Bringing a state up to the journal.

use std::path::Path;

use crate::StoreError;
use crate::applier::{Job, Mark, Steps};
use crate::change::Change;
use crate::history::Kept;
use crate::journal::{self, Group, Place, Tail};
use crate::puts::Sheaf;
use crate::state::{Standing, State};
use crate::undo;

/// Changes taken together: each sees what the one before it did.
const AT_ONCE: usize = 50;

/// What a replay does with a frame of a later version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Follows {
    /// It stops with an error.
    All,
    /// It ends there: the book is only read.
    AsFarAsItCan,
}

/// What a replay did.
#[derive(Debug, Clone, Default)]
pub(super) struct Replayed {
    pub(super) tail: Tail,
    /// Changes of records that were not there, because what made them is missing.
    pub(super) dropped: usize,
}

/// Replays what the journal has from `from` on and the state does not.
pub(super) fn replay(
    folder: &Path,
    from: Place,
    state: &State,
    standing: &mut Standing,
    follows: Follows,
) -> Result<Replayed, StoreError> {
    let mut dropped = 0;
    let seq = standing.seq;
    let read = journal::read(folder, from, seq, &mut |group| {
        dropped += replay_group(state, standing, &group)?;
        Ok(())
    });
    let tail = match (read, follows) {
        (Err(StoreError::Newer), Follows::AsFarAsItCan) => Tail::default(),
        (read, _) => read?,
    };
    Ok(Replayed { tail, dropped })
}

/// Replays up to group `last` and no further: what follows may not be acknowledged yet.
pub(super) fn replay_to(
    folder: &Path,
    last: u64,
    state: &State,
    standing: &mut Standing,
) -> Result<(), StoreError> {
    let (from, seq) = (standing.place, standing.seq);
    let read = journal::read(folder, from, seq, &mut |group| {
        if group.seq > last {
            return Err(StoreError::Stopped);
        }
        replay_group(state, standing, &group).map(drop)
    });
    match read {
        Ok(_) | Err(StoreError::Stopped) => Ok(()),
        Err(error) => Err(error),
    }
}

fn replay_group(
    state: &State,
    standing: &mut Standing,
    group: &Group,
) -> Result<usize, StoreError> {
    let mut dropped = 0;
    // A crash may have left the state in the middle of this very group.
    let mut done = standing.within;
    let mut count = 0;
    for part in group.changes() {
        let part = part?;
        count += part.len() as u64;
        let skipped = usize::try_from(done).map_or(part.len(), |done| done.min(part.len()));
        done -= skipped as u64;
        for some in part[skipped..].chunks(AT_ONCE) {
            let sheaf = sheaf_of(state, some, &mut dropped)?;
            hand(state, standing, sheaf, None)?;
        }
    }
    let kept = Kept {
        note: group.last.note.clone(),
        effect: group.last.effect.clone(),
        below: None,
        place: group.place,
        undone: false,
        turned: None,
    };
    let (piles, lines) = undo::threaded(state, group.seq, kept, standing.piles)?;
    let mark = Mark {
        seq: group.seq,
        end: group.end,
        piles,
        changes: standing.changes + count,
    };
    let mut sheaf = Sheaf::default();
    lines.into_iter().for_each(|line| sheaf.add_last(line));
    hand(state, standing, (sheaf, None), Some(mark))?;
    Ok(dropped)
}

/// What some changes do, one after the other. They are shown as they are made, so that a later one
/// sees an earlier one; the stamp is the first put's.
fn sheaf_of(
    state: &State,
    changes: &[Change],
    dropped: &mut usize,
) -> Result<(Sheaf, Option<u64>), StoreError> {
    let mut sheaf = Sheaf::default();
    let mut stamp = None;
    for change in changes {
        let from = sheaf.puts.len();
        let before = state.record(change.tree, &change.key)?;
        match sheaf.add(state.ladder, change, before.as_ref()) {
            Ok(_) => {
                let first = state.publish(&sheaf.puts[from..]);
                stamp.get_or_insert(first);
            }
            Err(error) => {
                // One record that cannot be followed must not keep the others from coming back.
                log::error!("a change could not be replayed: {error}");
                sheaf.puts.truncate(from);
                sheaf.skip();
                *dropped += 1;
            }
        }
    }
    Ok((sheaf, stamp))
}

fn hand(
    state: &State,
    standing: &mut Standing,
    (sheaf, stamp): (Sheaf, Option<u64>),
    mark: Option<Mark>,
) -> Result<(), StoreError> {
    let stamp = stamp.unwrap_or_else(|| state.publish(&sheaf.puts));
    Steps::of(Job { sheaf, stamp, mark }).go(state, standing)
}
