//! Whether everything is as it should be: records, indexes, the state's hash, the journal, the attic.

use std::collections::BTreeSet;

use domain::SourceFile;

use crate::engine::Space;
use crate::journal::Reader;
use crate::record;
use crate::store::Store;
use crate::tree::Tree;
use crate::{StoreError, applier, shelf};

/// What a check found.
#[derive(Debug, Clone, Default)]
pub struct CheckReport {
    /// How many records were read.
    pub records: usize,
    /// What is not as it should be.
    pub flaws: Vec<Flaw>,
}

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// A record does not read back.
    #[error("{0}")]
    Record(String),
    /// A record is not where an order should have it.
    #[error("{0} index keys are missing")]
    Missing(usize),
    /// An order leads to a record that is not there, or not so.
    #[error("{0} index keys lead nowhere")]
    Stray(usize),
    /// The sum over all rows is not the one that was kept with them.
    #[error("the state's hash does not match: rows were lost or changed outside Sentier")]
    Hash,
    /// Groups of the journal do not read back.
    #[error("{0} groups of the journal cannot be read")]
    Journal(usize),
    /// A file that was brought in is not in the attic, or not whole.
    #[error("the file {0} is not whole in the attic")]
    Attic(String),
}

impl Store {
    /// Verifies the whole book. Waits for the state to have everything; writes nothing.
    pub fn check(&self) -> Result<CheckReport, StoreError> {
        let _pen = self.inner.pen.lock();
        self.applier.settle();
        let engine = self.inner.engine.as_ref();
        let mut report = CheckReport::default();
        let mut wanted = BTreeSet::new();
        for tree in Tree::ALL {
            for pair in engine.scan(tree.into(), &[], None) {
                let (key, value) = pair?;
                report.records += 1;
                let read = record::open(tree, &value, &self.inner.attic).and_then(|fields| {
                    let key = key
                        .try_into()
                        .map_err(|_| record::damaged(tree, &"its key is of another length"))?;
                    shelf::index_keys(tree, &key, &fields).map(|keys| (keys, fields))
                });
                match read {
                    Ok((keys, fields)) => {
                        wanted.extend(keys);
                        self.check_attic(tree, &fields, &mut report)?;
                    }
                    Err(error) => report.flaws.push(Flaw::Record(error.to_string())),
                }
            }
        }
        let mut stray = 0;
        for pair in engine.scan(Space::Index, &[], None) {
            stray += usize::from(!wanted.remove(&pair?.0));
        }
        report
            .flaws
            .extend((!wanted.is_empty()).then_some(Flaw::Missing(wanted.len())));
        report
            .flaws
            .extend((stray > 0).then_some(Flaw::Stray(stray)));
        let standing = applier::standing(engine)?;
        report
            .flaws
            .extend((applier::hash_of_all(engine)? != standing.hash).then_some(Flaw::Hash));
        let tail = Reader::from_start(&self.inner.folder)?.read(0, |_| Ok::<_, StoreError>(()))?;
        report
            .flaws
            .extend((tail.damaged > 0).then_some(Flaw::Journal(tail.damaged)));
        Ok(report)
    }

    fn check_attic(
        &self,
        tree: Tree,
        fields: &[u8],
        report: &mut CheckReport,
    ) -> Result<(), StoreError> {
        if tree == Tree::Source {
            let file: SourceFile = record::unpack(fields)?;
            if !self.inner.attic.is_whole(&file.blob) {
                report.flaws.push(Flaw::Attic(file.name));
            }
        }
        Ok(())
    }
}
