//! Lists of documents, in order: any of several, all of several.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;

use tantivy::postings::SegmentPostings;
use tantivy::{DocId, DocSet, TERMINATED};

/// Documents in order, read forwards only.
pub(crate) trait Docs {
    /// The first document that is not before `target`, which never goes back; `TERMINATED` when there is none.
    fn seek(&mut self, target: DocId) -> DocId;

    /// How many there are at most.
    fn most(&self) -> u64;
}

impl Docs for SegmentPostings {
    fn seek(&mut self, target: DocId) -> DocId {
        let doc = self.doc();
        if doc >= target {
            doc
        } else {
            DocSet::seek(self, target)
        }
    }

    fn most(&self) -> u64 {
        u64::from(self.size_hint())
    }
}

/// The documents that are in any of some sets.
pub(crate) struct AnyOf<D> {
    sets: Vec<D>,
    /// Where each set that is not at its end stands, the lowest first.
    heads: BinaryHeap<Reverse<(DocId, usize)>>,
}

impl<D: Docs> AnyOf<D> {
    pub(crate) fn new(mut sets: Vec<D>) -> Self {
        let heads = sets
            .iter_mut()
            .enumerate()
            .map(|(at, set)| Reverse((set.seek(0), at)))
            .filter(|Reverse((doc, _))| *doc != TERMINATED)
            .collect();
        Self { sets, heads }
    }
}

impl<D: Docs> Docs for AnyOf<D> {
    fn seek(&mut self, target: DocId) -> DocId {
        while let Some(mut head) = self.heads.peek_mut() {
            let Reverse((doc, at)) = *head;
            if doc >= target {
                return doc;
            }
            let next = self.sets[at].seek(target);
            if next == TERMINATED {
                PeekMut::pop(head);
            } else {
                *head = Reverse((next, at));
            }
        }
        TERMINATED
    }

    fn most(&self) -> u64 {
        self.sets.iter().map(Docs::most).sum()
    }
}

/// The documents that are in all of some sets.
pub(crate) struct AllOf<D> {
    /// The shortest first.
    sets: Vec<D>,
    /// The one it stands on, once it was asked.
    doc: Option<DocId>,
}

impl<D: Docs> AllOf<D> {
    pub(crate) fn new(mut sets: Vec<D>) -> Self {
        sets.sort_by_cached_key(Docs::most);
        Self { sets, doc: None }
    }
}

impl<D: Docs> Docs for AllOf<D> {
    fn seek(&mut self, target: DocId) -> DocId {
        if let Some(doc) = self.doc.filter(|doc| *doc >= target) {
            return doc;
        }
        let doc = meet(&mut self.sets, target);
        self.doc = Some(doc);
        doc
    }

    fn most(&self) -> u64 {
        self.sets.first().map_or(0, Docs::most)
    }
}

/// The first document that is not before `target` and in all of the sets.
fn meet<D: Docs>(sets: &mut [D], mut target: DocId) -> DocId {
    let Some((first, others)) = sets.split_first_mut() else {
        return TERMINATED;
    };
    'next: loop {
        let doc = first.seek(target);
        if doc == TERMINATED {
            return TERMINATED;
        }
        for other in others.iter_mut() {
            let there = other.seek(doc);
            if there == TERMINATED {
                return TERMINATED;
            }
            if there > doc {
                target = there;
                continue 'next;
            }
        }
        return doc;
    }
}
