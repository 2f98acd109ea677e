//! The day an erasure reaches what remembers: snapshots, the journal and the search index. It happens before the house
//! opens, so that nothing of the old book is in anybody's hands.

use std::collections::HashSet;
use std::path::Path;

use chrono::Duration;
use domain::{Erased, Erasure, Origin};
use store::{Entry, Note, OpenError, OpenOptions, OpeningReport, Store, StoreError};

use super::swept::{self, Unnaming};
use crate::clock::Clock;

/// Lets an erasure that is due reach everything. A book that has none due is given back as it is.
pub(crate) fn reach(
    store: Store,
    report: OpeningReport,
    folder: &Path,
    clock: Clock,
    options: OpenOptions,
) -> Result<(Store, OpeningReport), OpenError> {
    let today = clock.now().date_naive();
    let mut pending = unreached(&store);
    if report.read_only.is_some() || !pending.iter().any(|one| one.is_due(today)) {
        return Ok((store, report));
    }
    let history = store.history(None, usize::MAX).unwrap_or_default();
    made_here(&mut pending, &history);
    if !pending.iter().any(|one| one.is_due(today)) {
        return Ok((store, report));
    }
    let lines = match lines(&store, &pending, &history) {
        Ok(lines) => lines,
        Err(error) => {
            log::error!("what an erasure has to reach could not be read: {error}");
            return Ok((store, report));
        }
    };
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

/// What lines of the history say from then on. The journal goes as a whole, so that those not due yet are reached along.
fn lines(store: &Store, pending: &[Erasure], history: &[Entry]) -> Result<Unnaming, StoreError> {
    let of_people = pending.iter().flat_map(|one| one.lines.iter());
    let mut lines: Unnaming = of_people
        .map(|line| (line.seq, line.args.clone()))
        .collect();
    let swept: HashSet<String> = pending
        .iter()
        .filter(|one| one.of == Erased::Trash)
        .map(|one| one.id.to_string())
        .collect();
    if !swept.is_empty() {
        let mut history = history.to_vec();
        for entry in &mut history {
            if let Some(args) = lines.get(&entry.seq) {
                entry.note.args.clone_from(args);
            }
        }
        lines.extend(swept::unnamed(store, &history, &swept)?);
    }
    Ok(lines)
}

fn unreached(store: &Store) -> Vec<Erasure> {
    let mut all: Vec<Erasure> = store.all().unwrap_or_default();
    all.retain(|one| one.reached_at.is_none());
    all
}

/// Keeps those that were made in this book: a line of its history names each by its id. One that came in an archive has
/// nothing to reach here, and must not let anybody's archive cut this book's history.
fn made_here(erasures: &mut Vec<Erasure>, history: &[Entry]) {
    let named = history.iter().filter(|entry| !entry.undone);
    let named: HashSet<&str> = named
        .filter_map(|entry| entry.note.args.get("id").map(String::as_str))
        .collect();
    erasures.retain(|one| named.contains(one.id.to_string().as_str()));
}

/// The erasure of a kind that waits for its day, made in this book; the first to come.
pub(crate) fn waiting(store: &Store, of: Erased) -> Result<Option<Erasure>, StoreError> {
    const AT_ONCE: usize = 500;
    let mut all = unreached(store);
    all.retain(|one| one.of == of);
    all.sort_by_key(|one| one.due);
    let Some(since) = all.iter().map(|one| one.at).min() else {
        return Ok(None);
    };
    let mut before = None;
    loop {
        let history = store.history(before, AT_ONCE)?;
        let mut found = all.clone();
        made_here(&mut found, &history);
        if let Some(one) = found.into_iter().next() {
            return Ok(Some(one));
        }
        // It was written with its line: what is a day older is looked through in vain.
        match history.last() {
            Some(last) if last.note.at >= since - Duration::days(1) => before = Some(last.seq),
            _ => return Ok(None),
        }
    }
}

fn mark(store: &Store, reached: Vec<Erasure>, clock: Clock) -> Result<(), OpenError> {
    let note = Note {
        label: "forgotten".to_owned(),
        args: [("count".to_owned(), reached.len().to_string())].into(),
        origin: Origin::House,
        at: clock.now(),
    };
    store.commit_aside::<_, StoreError>(note, |tx| {
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
