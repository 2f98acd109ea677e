//! Whether everything is as it should be: records, orders, the state's sum, the journal, the
//! snapshots, the attic.

use std::collections::BTreeMap;

use crate::StoreError;
use crate::engine::Space;
use crate::journal;
use crate::line;
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
    /// The state cannot be read to its end.
    #[error("the state cannot be read to its end: {0}")]
    State(String),
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
    /// A file that was brought in or attached is not in the attic, or not whole.
    #[error("the file {name} is not whole in the attic")]
    Attic {
        /// What it was called.
        name: String,
        /// Its address.
        address: String,
    },
}

impl Flaw {
    /// Whether building the state again may mend it.
    pub(crate) fn is_of_the_state(&self) -> bool {
        self.is_of_rows() || matches!(self, Self::Missing(_) | Self::Stray(_))
    }

    /// Whether rows may be missing or wrong.
    pub(crate) fn is_of_rows(&self) -> bool {
        matches!(self, Self::State(_) | Self::Record(_) | Self::Sum)
    }
}

impl Store {
    /// Verifies the whole book. Writes wait meanwhile; nothing is written.
    pub fn check(&self) -> Result<CheckReport, StoreError> {
        let _pen = self.inner.pen.lock();
        let (mut report, mut files) = self.inner.applier.run(check_state)??;
        files.retain(|address, _| !self.attic().is_whole(address));
        let attic = files
            .into_iter()
            .map(|(address, name)| Flaw::Attic { name, address });
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
        let (first, tail) = journal::survey(&self.inner.folder)?;
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

/// Addresses of the attic that records speak of, and what the files were called.
type Files = BTreeMap<String, String>;

fn check_state(state: &State, standing: &Standing) -> Result<(CheckReport, Files), StoreError> {
    let mut report = CheckReport::default();
    let mut files = Files::new();
    let (mut sum, mut wanted, mut there) = (0_u64, Keys::default(), Keys::default());
    let walked = state.each_pair(|space, key, value| {
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
            if has_files(tree) {
                line::files_of(tree, &fields, &mut |address, name| {
                    files.entry(address.to_owned()).or_insert(name.to_owned());
                })?;
            }
            shelf::index_keys(tree, &key_of(tree, key)?, &fields)
        });
        match read {
            Ok(own) => own.iter().for_each(|index| wanted.add(index)),
            Err(error) => report.flaws.push(Flaw::Record(error.to_string())),
        }
        Ok(())
    });
    if let Err(error) = walked {
        // What is behind is not known; nothing can be said of the orders either.
        state.doubt();
        report.flaws.push(Flaw::State(error.to_string()));
        return Ok((report, files));
    }
    let flaws = &mut report.flaws;
    if wanted != there {
        let missing = missing(state)?;
        let stray = (there.count + missing).saturating_sub(wanted.count);
        flaws.extend((missing > 0).then_some(Flaw::Missing(missing)));
        flaws.extend((stray > 0).then_some(Flaw::Stray(stray)));
    }
    flaws.extend((sum != standing.sum).then_some(Flaw::Sum));
    if report.flaws.iter().any(Flaw::is_of_the_state) {
        // What a check has seen, the next start looks into.
        state.doubt();
    }
    Ok((report, files))
}

/// The nouns whose records may speak of files; the many touchpoints do not.
fn has_files(tree: Tree) -> bool {
    matches!(
        tree,
        Tree::Source | Tree::Client | Tree::Contact | Tree::Merge
    )
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
