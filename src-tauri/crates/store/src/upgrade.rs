//! Bringing records of earlier versions to this one's schema, a step a version, when they are
//! read, and building the state again so that its orders follow.
//!
//! A new optional field needs no step: `#[serde(default)]` is enough, and a field this version does
//! not know stays where it is when a record is changed. A step is for a field that is renamed,
//! split or means something else.

use std::borrow::Cow;

use crate::StoreError;
use crate::record::{self, Map};
use crate::tree::Tree;

/// From one schema to the next, on the fields of one noun.
pub(crate) type Step = fn(&mut Map);

/// The steps of each noun: the first leads from schema 1 to 2.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ladder(pub(crate) fn(Tree) -> &'static [Step]);

impl Ladder {
    /// The steps there are.
    pub(crate) const OURS: Self = Self(|tree| match tree {
        Tree::Touchpoint
        | Tree::Client
        | Tree::Source
        | Tree::Settings
        | Tree::Contact
        | Tree::Place
        | Tree::Merge
        | Tree::Apart
        | Tree::View
        | Tree::Mapping
        | Tree::Reminders
        | Tree::Market
        | Tree::Departure
        | Tree::Erasure => &[],
    });

    /// The schema this version writes.
    pub(crate) fn schema(self, tree: Tree) -> u16 {
        u16::try_from(self.0(tree).len()).map_or(u16::MAX, |steps| steps.saturating_add(1))
    }

    /// Fields of schema `from`, brought to schema `to`.
    ///
    /// Fields of a later version are given as they are: a book of a later version is only read,
    /// and most of it reads well.
    pub(crate) fn climb(
        self,
        tree: Tree,
        from: u16,
        to: u16,
        fields: &[u8],
    ) -> Result<Cow<'_, [u8]>, StoreError> {
        if from >= to {
            return Ok(Cow::Borrowed(fields));
        }
        let steps = self.0(tree)
            .get(usize::from(from).saturating_sub(1)..usize::from(to).saturating_sub(1))
            .filter(|_| from >= 1)
            .ok_or_else(|| record::damaged(tree, &format!("its schema is {from}")))?;
        let mut map = record::map(tree, fields)?;
        steps.iter().for_each(|step| step(&mut map));
        record::unmap(tree, map).map(Cow::Owned)
    }

    /// The fields of a sealed record in this version's schema.
    pub(crate) fn fields(self, tree: Tree, sealed: &[u8]) -> Result<Cow<'_, [u8]>, StoreError> {
        let (schema, fields) = record::unseal(tree, sealed)?;
        self.climb(tree, schema, self.schema(tree), fields)
    }
}
