//! Whether everything is as it should be: records, orders, the state's sum, the journal, the
//! snapshots, the attic.

use domain::SourceFile;

use crate::StoreError;
use crate::engine::Space;
use crate::journal;
use crate::puts;
use crate::record;
use crate::shelf;
use crate::state::{Standing, State};
use crate::store::Store;
use crate::tree::{Key, Tree, record_of};

/// What a check found.
#[derive(Debug, Clone, Default)]
pub struct CheckReport {
    /// How many records were read.
    pub records: usize,
    /// What is not as it should be; empty when everything is whole.
    pub flaws: Vec<Flaw>,
}

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// A record does not read back.
    #[error("{0}")]
    Record(String),
    /// Records are not where an order should have them.
    #[error("{0} index keys are missing")]
    Missing(usize),
    /// An order leads to records that are not there, or not so.
    #[error("{0} index keys lead nowhere")]
    Stray(usize),
    /// The sum over all rows is not the one that was kept with them.
    #[error("the state's sum does not match: rows were lost or changed outside Sentier")]
    Sum,
    /// Frames of the journal do not read back, and no snapshot has them.
    #[error("{0} frames of the journal cannot be read")]
    Journal(u64),
    /// A snapshot is not what its manifest says.
    #[error("snapshot {0} is not whole")]
    Snapshot(u64),
    /// A file that was brought in is not in the attic, or not whole.
    #[error("the file {0} is not whole in the attic")]
    Attic(String),
}

impl Store {
    /// Verifies the whole book. Writes wait meanwhile; nothing is written.
    pub fn check(&self) -> Result<CheckReport, StoreError> {
        let _pen = self.inner.pen.lock();
        let (mut report, mut sources) = self.inner.applier.run(check_state)??;
        sources.retain(|source| !self.attic().is_whole(&source.blob));
        let attic = sources.into_iter().map(|source| Flaw::Attic(source.name));
        report.flaws.extend(attic);
        self.check_copies(&mut report)?;
        Ok(report)
    }

    fn check_copies(&self, report: &mut CheckReport) -> Result<(), StoreError> {
        let whole = self.inner.snapshots.list_checked()?;
        let newest = whole.iter().find(|(_, whole)| *whole).map(|(seq, _)| *seq);
        let bad = whole.iter().filter(|(_, whole)| !whole);
        report
            .flaws
            .extend(bad.map(|(seq, _)| Flaw::Snapshot(*seq)));
        let (first, tail) = journal::survey(&self.inner.ledger)?;
        let newest = newest.unwrap_or(0);
        let mut missing: Vec<(u64, u64)> = tail.missing;
        missing.push((1, first.saturating_sub(1)));
        missing.push((tail.seq + 1, self.last_seq()));
        // What a snapshot has is not lost with its frame.
        let lost = missing
            .into_iter()
            .map(|(from, to)| (to + 1).saturating_sub(from.max(newest + 1)));
        let lost: u64 = lost.sum();
        report
            .flaws
            .extend((lost > 0).then_some(Flaw::Journal(lost)));
        Ok(())
    }
}

/// Index keys, told by how many there are and by the sum of their hashes.
#[derive(Debug, Default, PartialEq, Eq)]
struct Keys {
    count: usize,
    sum: u64,
}

impl Keys {
    fn add(&mut self, key: &[u8]) {
        self.count += 1;
        self.sum = self.sum.wrapping_add(puts::weight(Space::Index, key, &[]));
    }
}

fn check_state(
    state: &State,
    standing: &Standing,
) -> Result<(CheckReport, Vec<SourceFile>), StoreError> {
    let mut report = CheckReport::default();
    let mut sources = Vec::new();
    let (mut sum, mut wanted, mut there) = (0_u64, Keys::default(), Keys::default());
    state.each_pair(|space, key, value| {
        let Some(tree) = space.tree() else {
            let value = value?;
            sum = sum.wrapping_add(puts::weight(space, key, &value));
            if space == Space::Index {
                there.add(key);
            }
            return Ok(());
        };
        report.records += 1;
        let read = value.and_then(|sealed| {
            sum = sum.wrapping_add(puts::weight(space, key, &sealed));
            let fields = state.ladder.fields(tree, &sealed)?;
            if tree == Tree::Source {
                sources.push(record::unpack::<SourceFile>(&fields)?);
            }
            shelf::index_keys(tree, &key_of(tree, key)?, &fields)
        });
        match read {
            Ok(own) => own.iter().for_each(|index| wanted.add(index)),
            Err(error) => report.flaws.push(Flaw::Record(error.to_string())),
        }
        Ok(())
    })?;
    let flaws = &mut report.flaws;
    if wanted != there {
        let missing = missing(state)?;
        let stray = (there.count + missing).saturating_sub(wanted.count);
        flaws.extend((missing > 0).then_some(Flaw::Missing(missing)));
        flaws.extend((stray > 0).then_some(Flaw::Stray(stray)));
    }
    flaws.extend((sum != standing.sum).then_some(Flaw::Sum));
    Ok((report, sources))
}

/// How many index keys there should be and are not.
fn missing(state: &State) -> Result<usize, StoreError> {
    let mut missing = 0;
    state.each_pair(|space, key, value| {
        let (Some(tree), Ok(sealed)) = (space.tree(), value) else {
            return Ok(());
        };
        let own = state
            .ladder
            .fields(tree, &sealed)
            .and_then(|fields| shelf::index_keys(tree, &key_of(tree, key)?, &fields));
        // A record that does not read is a flaw of its own, and told.
        for index in own.into_iter().flatten() {
            missing += usize::from(state.get(Space::Index, &index)?.is_none());
        }
        Ok(())
    })?;
    Ok(missing)
}

fn key_of(tree: Tree, key: &[u8]) -> Result<Key, StoreError> {
    record_of(key).ok_or_else(|| record::damaged(tree, &"its key is of another length"))
}
