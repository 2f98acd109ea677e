//! The day an erasure reaches what remembers: snapshots, the journal and the search index. It happens before the house
//! opens, so that nothing of the old book is in anybody's hands.

use std::collections::HashSet;
use std::path::Path;

use domain::{Erasure, Origin};
use store::{Note, OpenError, OpenOptions, OpeningReport, Store};

use crate::clock::Clock;

/// Lets an erasure that is due reach everything. A book that has none due is given back as it is.
pub(crate) fn reach(
    store: Store,
    report: OpeningReport,
    folder: &Path,
    clock: Clock,
    options: OpenOptions,
) -> Result<(Store, OpeningReport), OpenError> {
    let pending = pending(&store);
    let today = clock.now().date_naive();
    if report.read_only.is_some() || !pending.iter().any(|one| one.is_due(today)) {
        return Ok((store, report));
    }
    // The journal goes as a whole, so that those not due yet are reached with it.
    let lines = pending
        .iter()
        .flat_map(|one| one.lines.iter())
        .map(|line| (line.seq, line.args.clone()))
        .collect();
    let forgotten = store.forget(lines, clock.now());
    // What is searched is read from the book; it is built again from what the book says now.
    let index = folder.join("index");
    let swept = match std::fs::remove_dir_all(&index) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    };
    let (store, _) = Store::open(folder, options)?;
    match (forgotten, swept) {
        (Ok(()), Ok(())) => mark(&store, pending, clock)?,
        // Nothing is lost: the next start does it again.
        (Err(error), _) => {
            log::error!("an erasure did not reach everything: {error}");
            return Ok((store, report));
        }
        (_, Err(error)) => {
            log::error!("the index could not be removed: {error}");
            return Ok((store, report));
        }
    }
    Ok((
        store,
        OpeningReport {
            forgot: true,
            ..report
        },
    ))
}

/// Those made in this book that did not reach everything yet. One that came in an archive has nothing to reach here, and
/// must not let anybody's archive cut this book's history: no line of that history speaks of it.
fn pending(store: &Store) -> Vec<Erasure> {
    let mut all: Vec<Erasure> = store.all().unwrap_or_default();
    all.retain(|one| one.reached_at.is_none());
    if all.is_empty() {
        return all;
    }
    let history = store.history(None, usize::MAX).unwrap_or_default();
    let made_here: HashSet<String> = history
        .into_iter()
        .filter(|entry| entry.note.label == "erased" && !entry.undone)
        .filter_map(|entry| entry.note.args.get("id").cloned())
        .collect();
    all.retain(|one| made_here.contains(&one.id.to_string()));
    all
}

fn mark(store: &Store, reached: Vec<Erasure>, clock: Clock) -> Result<(), OpenError> {
    let note = Note {
        label: "forgotten".to_owned(),
        args: [("count".to_owned(), reached.len().to_string())].into(),
        origin: Origin::House,
        at: clock.now(),
    };
    store.commit_aside::<_, store::StoreError>(note, |tx| {
        reached.into_iter().try_for_each(|one| {
            tx.put(&Erasure {
                reached_at: Some(clock.now()),
                lines: Vec::new(),
                ..one
            })
        })
    })?;
    Ok(())
}
