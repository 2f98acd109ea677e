//! Which touchpoint came as which part of a document.

use std::collections::HashMap;

use domain::Touchpoint;

use crate::parts::{Part, PartKind, Shape};
use crate::read::read_event;
use crate::write::patch::{Original, all_fields, occurrence_of, patch};

/// A touchpoint that leaves, with the name of its client.
#[derive(Debug, Clone, Copy)]
pub struct Piece<'a> {
    /// The touchpoint. One that is in the trash stays here.
    pub touchpoint: &'a Touchpoint,
    /// The name of its client.
    pub client: Option<&'a str>,
}

impl Piece<'_> {
    pub(super) fn leaves(&self) -> bool {
        self.touchpoint.trashed_at.is_none()
    }

    pub(super) fn is_edited(&self) -> bool {
        !self.touchpoint.source.edits.is_empty()
    }
}

/// The pieces of a document, by where they stand in it.
pub(super) struct Plan<'p> {
    by_offset: HashMap<usize, &'p Piece<'p>>,
    made_here: HashMap<&'p str, Vec<&'p Piece<'p>>>,
}

impl<'p> Plan<'p> {
    pub(super) fn new(pieces: &'p [Piece<'p>]) -> Self {
        let mut plan = Self {
            by_offset: HashMap::new(),
            made_here: HashMap::new(),
        };
        for piece in pieces {
            let source = &piece.touchpoint.source;
            if source.length > 0 {
                let offset = usize::try_from(source.offset).unwrap_or(usize::MAX);
                plan.by_offset.insert(offset, piece);
            } else if piece.touchpoint.occurrence.is_some() && piece.leaves() {
                plan.made_here.entry(&source.uid).or_default().push(piece);
            }
        }
        plan
    }

    /// The piece that came as a part.
    pub(super) fn came_as(&self, part: &Part) -> Option<&'p Piece<'p>> {
        self.by_offset.get(&part.start).copied()
    }

    /// The occurrences made here of the series that is this part.
    pub(super) fn made_of(
        &self,
        bytes: &[u8],
        part: &Part,
        original: &Original<'_>,
    ) -> Vec<(&'p Piece<'p>, Vec<u8>)> {
        if self.made_here.is_empty() || part.kind != PartKind::Event || part.shape != Shape::Whole {
            return Vec::new();
        }
        let Ok(read) = read_event(bytes, part, original.zones, original.cancels) else {
            return Vec::new();
        };
        if read.recurrence_id.is_some() {
            return Vec::new();
        }
        let master = &bytes[part.start..part.end];
        let made = self.made_here.get(read.uid.as_str());
        made.into_iter()
            .flatten()
            .filter_map(|piece| {
                let at = piece.touchpoint.occurrence.as_ref()?.at;
                let plain = occurrence_of(master, at, original);
                let edits = all_fields();
                let made = patch(&plain, original, piece.touchpoint, piece.client, &edits);
                Some((*piece, made.into_owned()))
            })
            .collect()
    }
}
