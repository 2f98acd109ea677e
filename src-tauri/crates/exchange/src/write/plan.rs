//! Which touchpoint came as which part of a document.

use std::collections::{BTreeSet, HashMap};

use domain::{Touchpoint, TouchpointId};

use crate::parts::{Part, PartKind, Shape};
use crate::read::{is_occurrence, uid_of};
use crate::write::patch::{Original, all_fields, made_lines, patch};

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
    at: HashMap<usize, Vec<&'p Piece<'p>>>,
    overrides: HashMap<&'p str, Vec<&'p Piece<'p>>>,
    /// Those whose lines were not met yet.
    left: BTreeSet<TouchpointId>,
}

/// A component made of another's lines.
pub(super) struct Made<'p> {
    pub(super) touchpoint: &'p Touchpoint,
    pub(super) bytes: Vec<u8>,
}

impl<'p> Plan<'p> {
    pub(super) fn new(pieces: &'p [Piece<'p>]) -> Self {
        let mut plan = Self {
            at: HashMap::new(),
            overrides: HashMap::new(),
            left: BTreeSet::new(),
        };
        for piece in pieces {
            let source = &piece.touchpoint.source;
            if source.length > 0 {
                let offset = usize::try_from(source.offset).unwrap_or(usize::MAX);
                plan.at.entry(offset).or_default().push(piece);
            } else if piece.touchpoint.occurrence.is_some() {
                plan.overrides.entry(&source.uid).or_default().push(piece);
            }
            if piece.leaves() {
                plan.left.insert(piece.touchpoint.id);
            }
        }
        plan
    }

    /// The piece that came as a part.
    pub(super) fn came_as(&mut self, bytes: &[u8], part: &Part) -> Option<&'p Piece<'p>> {
        let claims = self.at.get(&part.start)?;
        let uid = uid_of(bytes, part);
        let piece = *claims
            .iter()
            .find(|piece| piece.touchpoint.source.uid == uid)?;
        self.left.remove(&piece.touchpoint.id);
        Some(piece)
    }

    /// What was made here of the lines of a part: occurrences of its series that have left their rule, and touchpoints
    /// of another UID that keep its place in the file, such as the rest of a series that was cut.
    pub(super) fn made_of(
        &mut self,
        bytes: &[u8],
        part: &Part,
        original: &Original<'_>,
    ) -> Vec<Made<'p>> {
        let claims = self.at.get(&part.start).map_or(&[][..], Vec::as_slice);
        if self.overrides.is_empty() && claims.is_empty() || part.shape != Shape::Whole {
            return Vec::new();
        }
        let raw = &bytes[part.start..part.end];
        let uid = uid_of(bytes, part);
        let is_master = part.kind == PartKind::Event && !is_occurrence(bytes, part);
        let overrides = self.overrides.get(uid.as_str()).filter(|_| is_master);
        let others = claims
            .iter()
            .filter(|piece| piece.touchpoint.source.uid != uid);
        let mut made = Vec::new();
        for piece in overrides.into_iter().flatten().chain(others) {
            let touchpoint = piece.touchpoint;
            if !self.left.remove(&touchpoint.id) {
                continue;
            }
            let lines = made_lines(raw, touchpoint, original);
            let bytes = patch(&lines, original, touchpoint, piece.client, &all_fields());
            made.push(Made {
                touchpoint,
                bytes: bytes.into_owned(),
            });
        }
        made
    }

    /// The pieces that leave and whose lines were not in the document: none should be, and none may be lost.
    pub(super) fn left(&self, pieces: &'p [Piece<'p>]) -> impl Iterator<Item = &'p Piece<'p>> {
        pieces
            .iter()
            .filter(|piece| self.left.contains(&piece.touchpoint.id))
    }
}
