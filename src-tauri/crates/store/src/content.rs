//! The whole content of a book, read through at one moment, and brought in again record by record.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::StoreError;
use crate::line::{ContentHash, RecordLine};
use crate::pen::Write;
use crate::puts;
use crate::record::{self, Record};
use crate::shelf;
use crate::state::{Standing, State};
use crate::store::Store;
use crate::tree::Tree;

/// What a record that comes is to the one that is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Against {
    /// None is here.
    New,
    /// The one that is here says the same.
    Same,
    /// The one that is here says something else.
    Differs,
}

impl Store {
    /// Gives every record to `each` as a line in this version's schema, noun by noun, by key within
    /// a noun, all as they stood at one moment, and gives `carried` back in the end.
    ///
    /// Reads and writes go on meanwhile. What is written stays in memory until the end, and closing
    /// the book ends it, so `each` should not dawdle.
    ///
    /// # Errors
    /// When a record does not read back or rows were lost: half a book is not given out as a whole
    /// one; and what `each` says.
    pub fn each_line<C, E>(
        &self,
        carried: C,
        each: impl FnMut(&mut C, &RecordLine) -> Result<(), E> + Send + 'static,
    ) -> Result<C, E>
    where
        C: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let stop = self.inner.snapshots.stop.clone();
        self.inner
            .applier
            .run(move |state, standing| read_through(state, standing, &stop, carried, each))?
    }

    /// What is in the book, as one number: two books with the same records have the same.
    pub fn content_hash(&self) -> Result<ContentHash, StoreError> {
        self.each_line::<_, StoreError>(ContentHash::default(), |hash, line| {
            hash.add(&line.write()?);
            Ok(())
        })
    }

    /// Whether there is any record of a noun.
    pub fn has_any(&self, tree: Tree) -> Result<bool, StoreError> {
        self.inner.state.has_any(tree.into())
    }

    /// The write that makes the record what a line says, in this version's schema and with its
    /// fields in the line's order, once it reads as a record of its noun with its key.
    ///
    /// # Errors
    /// [`StoreError::Newer`] for a later version's record; [`StoreError::Damaged`] for what is none.
    pub fn restored(&self, line: &RecordLine) -> Result<Write, StoreError> {
        let ladder = self.inner.state.ladder;
        let (tree, key) = (line.tree(), line.key()?);
        if line.schema() > ladder.schema(tree) {
            return Err(StoreError::Newer);
        }
        let packed = line.packed()?;
        let fields = ladder
            .climb(tree, line.schema(), ladder.schema(tree), &packed)?
            .into_owned();
        shelf::as_written(tree, &key, &fields)?;
        Ok(Write {
            tree,
            key,
            fields: Some(fields),
            whole: true,
        })
    }

    /// The record a line says.
    ///
    /// # Errors
    /// As [`restored`](Self::restored).
    pub fn said<R: Record>(&self, line: &RecordLine) -> Result<R, StoreError> {
        let write = self.restored(line)?;
        record::unpack(write.fields.as_deref().unwrap_or_default())
    }

    /// The line of a record. In place of another one, what that one says that this version does not know stays.
    ///
    /// # Errors
    /// When the other line is none.
    pub fn line_of<R: Record>(
        &self,
        record: &R,
        instead: Option<&RecordLine>,
    ) -> Result<RecordLine, StoreError> {
        let schema = self.inner.state.ladder.schema(R::TREE);
        let mut fields = match instead {
            Some(line) => {
                let write = self.restored(line)?;
                record::map(R::TREE, write.fields.as_deref().unwrap_or_default())?
            }
            None => Vec::new(),
        };
        for (name, value) in record::map(R::TREE, &record::pack(record)?)? {
            match fields.iter_mut().find(|(known, _)| *known == name) {
                Some(known) => known.1 = value,
                None => fields.push((name, value)),
            }
        }
        let packed = record::unmap(R::TREE, fields)?;
        RecordLine::new(R::TREE, &record.key(), schema, &packed)
    }

    /// What a record that comes is to the one that is here. A field that is not said and one that
    /// says its default are the same.
    pub fn against(&self, write: &Write) -> Result<Against, StoreError> {
        let (tree, key) = (write.tree, &write.key);
        let Some(sealed) = self.inner.state.record(tree, key)? else {
            return Ok(Against::New);
        };
        let here = self.inner.state.ladder.fields(tree, &sealed)?;
        let Some(coming) = &write.fields else {
            return Ok(Against::Differs);
        };
        let same = **coming == *here
            || shelf::as_written(tree, key, coming)? == shelf::as_written(tree, key, &here)?;
        Ok(if same {
            Against::Same
        } else {
            Against::Differs
        })
    }
}

fn read_through<C, E: From<StoreError>>(
    state: &State,
    standing: &Standing,
    stop: &AtomicBool,
    mut carried: C,
    mut each: impl FnMut(&mut C, &RecordLine) -> Result<(), E>,
) -> Result<C, E> {
    let mut refused = None;
    let mut sum = 0_u64;
    let read = state.each_pair_in_order(|space, key, value| {
        if stop.load(Ordering::Acquire) {
            return Err(StoreError::Stopped);
        }
        let value = value?;
        sum = sum.wrapping_add(puts::weight(space, key, &value));
        let Some(tree) = space.tree() else {
            return Ok(());
        };
        let (schema, packed) = record::unseal(tree, &value)?;
        let ours = state.ladder.schema(tree);
        let fields = state.ladder.climb(tree, schema, ours, packed)?;
        let line = RecordLine::new(tree, key, schema.max(ours), &fields)?;
        each(&mut carried, &line).map_err(|error| {
            refused = Some(error);
            StoreError::Stopped
        })
    });
    if let Some(error) = refused {
        return Err(error);
    }
    read?;
    if sum != standing.sum {
        state.doubt();
        return Err(E::from(StoreError::State(
            "it is not what it should be; it will be built again at the next start".into(),
        )));
    }
    Ok(carried)
}
