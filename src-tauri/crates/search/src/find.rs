//! What a query finds in the index.
//!
//! Matches come in classes, the best first: every word whole in the name, every word a beginning in the name, then in
//! name or line, then anywhere; and, when hardly anything was found, with a letter wrong in the name, then anywhere.
//! Within a class the lower rank stands first. Segments are sorted by rank, so reading stops as soon as there is
//! enough: what is found in a million costs what is found in a thousand.

use std::collections::HashSet;

use tantivy::columnar::ColumnValues;
use tantivy::postings::SegmentPostings;
use tantivy::query::FuzzyTermQuery;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, InvertedIndexReader, SegmentReader, TERMINATED, Term};

use crate::document::{Key, Kind, Weight};
use crate::error::SearchError;
use crate::index::{self, Index};
use crate::query::{Clause, Query};
use crate::sets::{AllOf, AnyOf, Docs};
use crate::term::{Form, is_listed, term};
use crate::word::{begins_will_do, may_be_wrong};

/// How many matches of a kind are counted.
pub const COUNTED: usize = 100;
/// With fewer matches than this in all, a letter may be wrong.
const FEW: usize = 3;

/// A match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// How well it matches: see the head of this file.
    pub class: u8,
    /// Its document's.
    pub rank: u64,
    /// The record.
    pub key: Key,
    /// Which file of it; 0 for the record itself.
    pub part: u64,
}

impl Hit {
    /// Whether a letter may be wrong in it.
    pub fn is_near(&self) -> bool {
        self.class >= CLASSES_RIGHT
    }
}

/// The matches of a kind, the best first, at most [`COUNTED`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hits {
    /// What they are.
    pub kind: Kind,
    /// The matches.
    pub hits: Vec<Hit>,
    /// Whether there are more.
    pub capped: bool,
}

/// How words are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    Whole,
    Beginning,
    Near,
}

/// The classes, the best first: how words match, and in texts of which weights.
pub(crate) const CLASSES: [(How, &[Weight]); 6] = [
    (How::Whole, &[Weight::Name]),
    (How::Beginning, &[Weight::Name]),
    (How::Beginning, &[Weight::Name, Weight::Line]),
    (How::Beginning, &Weight::ALL),
    (How::Near, &[Weight::Name]),
    (How::Near, &Weight::ALL),
];
/// How many of them need no typo.
const CLASSES_RIGHT: u8 = 4;
/// Those that need none, and those with a letter wrong.
const RIGHT: &[u8] = &[0, 1, 2, 3];
const NEAR: &[u8] = &[4, 5];

/// Where words are looked for, when not everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// In names; a letter may be wrong in one.
    Names,
    /// In names and in the lines beside them, as they are written.
    Lines,
}

impl Within {
    /// The classes it looks through, and those with a letter wrong.
    fn classes(self) -> (&'static [u8], &'static [u8]) {
        match self {
            Self::Names => (&RIGHT[..2], &NEAR[..1]),
            Self::Lines => (&RIGHT[..3], &[]),
        }
    }
}

impl Index {
    /// What `query` finds, by kind; kinds without a match are left out.
    ///
    /// # Errors
    /// When the index cannot be read: it is damaged, and has to be made again.
    pub fn find(&self, query: &Query) -> Result<Vec<Hits>, SearchError> {
        self.find_among(query, &Kind::ALL, RIGHT, NEAR)
    }

    /// What `query` finds of some kinds, looking no further than it has to: texts are most of an index.
    ///
    /// # Errors
    /// When the index cannot be read, as for [`Index::find`].
    pub fn find_within(
        &self,
        query: &Query,
        kinds: &[Kind],
        within: Within,
    ) -> Result<Vec<Hits>, SearchError> {
        let (right, near) = within.classes();
        self.find_among(query, kinds, right, near)
    }

    fn find_among(
        &self,
        query: &Query,
        kinds: &[Kind],
        right: &[u8],
        near: &[u8],
    ) -> Result<Vec<Hits>, SearchError> {
        if query.is_empty() {
            return Ok(Vec::new());
        }
        let searcher = self.reader.searcher();
        let mut pieces = Vec::new();
        for segment in searcher.segment_readers() {
            pieces.push(Piece::of(segment, self)?);
        }
        let mut found = Vec::new();
        for kind in kinds {
            found.push(search(&mut pieces, query, *kind, right, Vec::new())?);
        }
        if found.iter().map(|one| one.hits.len()).sum::<usize>() < FEW {
            for one in &mut found {
                let right = std::mem::take(&mut one.hits);
                *one = search(&mut pieces, query, one.kind, near, right)?;
            }
        }
        found.retain(|one| !one.hits.is_empty());
        Ok(found)
    }
}

fn search(
    pieces: &mut [Piece<'_>],
    query: &Query,
    kind: Kind,
    classes: &[u8],
    mut hits: Vec<Hit>,
) -> Result<Hits, SearchError> {
    let mut capped = false;
    for &class in classes {
        // One more than is counted tells whether there are more.
        let wanted = (COUNTED + 1).saturating_sub(hits.len());
        let mut more = Vec::new();
        for piece in pieces.iter_mut() {
            piece.collect(query, kind, class, wanted, &mut more)?;
        }
        more.sort_unstable();
        hits.extend(more);
        if hits.len() > COUNTED {
            hits.truncate(COUNTED);
            capped = true;
            break;
        }
    }
    Ok(Hits { kind, hits, capped })
}

/// What a clause asks for: any of its ways, each all of its parts, each any of some words.
type Asked = AnyOf<AllOf<AnyOf<SegmentPostings>>>;

/// A segment, ready to be read.
struct Piece<'a> {
    segment: &'a SegmentReader,
    terms: std::sync::Arc<InvertedIndexReader>,
    field: tantivy::schema::Field,
    columns: [std::sync::Arc<dyn ColumnValues<u64>>; 4],
    /// What was found in it so far. Kinds have no documents in common.
    seen: HashSet<DocId>,
}

impl<'a> Piece<'a> {
    fn of(segment: &'a SegmentReader, index: &Index) -> Result<Self, SearchError> {
        let column = |name| -> Result<_, SearchError> {
            Ok(segment.fast_fields().u64(name)?.first_or_default_col(0))
        };
        Ok(Self {
            segment,
            terms: segment.inverted_index(index.terms)?,
            field: index.terms,
            columns: [
                column(index::RANK)?,
                column(index::HIGH)?,
                column(index::LOW)?,
                column(index::PART)?,
            ],
            seen: HashSet::new(),
        })
    }

    /// The first `wanted` matches of a class that no better class found.
    fn collect(
        &mut self,
        query: &Query,
        kind: Kind,
        class: u8,
        wanted: usize,
        into: &mut Vec<Hit>,
    ) -> Result<(), SearchError> {
        let (how, weights) = CLASSES[usize::from(class)];
        let mut all = Vec::with_capacity(query.clauses.len());
        for clause in &query.clauses {
            match self.clause(clause, kind, how, weights)? {
                Some(set) => all.push(set),
                None => return Ok(()),
            }
        }
        let mut all = AllOf::new(all);
        let mut left = wanted;
        let mut target = 0;
        while left > 0 {
            let doc = all.seek(target);
            if doc == TERMINATED {
                break;
            }
            target = doc + 1;
            let alive = self
                .segment
                .alive_bitset()
                .is_none_or(|set| set.is_alive(doc));
            if alive && self.seen.insert(doc) {
                let [rank, high, low, part] = &self.columns;
                into.push(Hit {
                    class,
                    rank: rank.get_val(doc),
                    key: index::whole(high.get_val(doc), low.get_val(doc)),
                    part: part.get_val(doc),
                });
                left -= 1;
            }
        }
        Ok(())
    }

    /// The documents a clause asks for; `None` when there are none.
    fn clause(
        &self,
        clause: &Clause,
        kind: Kind,
        how: How,
        weights: &[Weight],
    ) -> Result<Option<Asked>, SearchError> {
        let mut ways = Vec::new();
        for way in &clause.ways {
            let mut parts = Vec::with_capacity(way.len());
            for part in way {
                let lists = self.lists(part, kind, how, weights)?;
                if lists.is_empty() {
                    parts.clear();
                    break;
                }
                parts.push(AnyOf::new(lists));
            }
            if !parts.is_empty() {
                ways.push(AllOf::new(parts));
            }
        }
        Ok((!ways.is_empty()).then(|| AnyOf::new(ways)))
    }

    fn lists(
        &self,
        part: &str,
        kind: Kind,
        how: How,
        weights: &[Weight],
    ) -> Result<Vec<SegmentPostings>, SearchError> {
        let mut lists = Vec::new();
        for weight in weights {
            match how {
                How::Whole => self.list(&term(kind, *weight, Form::Whole, part), &mut lists)?,
                How::Beginning => self.beginning(part, kind, *weight, &mut lists)?,
                How::Near => {
                    self.beginning(part, kind, *weight, &mut lists)?;
                    self.near(part, kind, *weight, &mut lists)?;
                }
            }
        }
        Ok(lists)
    }

    fn list(&self, term: &str, lists: &mut Vec<SegmentPostings>) -> Result<(), SearchError> {
        if let Some(info) = self.terms.terms().get(term)? {
            lists.push(
                self.terms
                    .read_postings_from_terminfo(&info, IndexRecordOption::Basic)?,
            );
        }
        Ok(())
    }

    fn beginning(
        &self,
        part: &str,
        kind: Kind,
        weight: Weight,
        lists: &mut Vec<SegmentPostings>,
    ) -> Result<(), SearchError> {
        if is_listed(part) {
            return self.list(&term(kind, weight, Form::Beginning, part), lists);
        }
        let from = term(kind, weight, Form::Whole, part);
        let mut words = self
            .terms
            .terms()
            .range()
            .ge(&from)
            .lt(after(&from))
            .into_stream()?;
        while words.advance() {
            lists.push(
                self.terms
                    .read_postings_from_terminfo(words.value(), IndexRecordOption::Basic)?,
            );
        }
        Ok(())
    }

    fn near(
        &self,
        part: &str,
        kind: Kind,
        weight: Weight,
        lists: &mut Vec<SegmentPostings>,
    ) -> Result<(), SearchError> {
        let Some(first) = part.chars().next().filter(|_| may_be_wrong(part)) else {
            return Ok(());
        };
        let wanted = Term::from_field_text(self.field, &term(kind, weight, Form::Whole, part));
        let query = if begins_will_do(part) {
            FuzzyTermQuery::new_prefix(wanted, 1, true)
        } else {
            FuzzyTermQuery::new(wanted, 1, true)
        };
        let from = term(kind, weight, Form::Whole, first.encode_utf8(&mut [0; 4]));
        let dictionary = self.terms.terms();
        let mut words = dictionary
            .search(query.automaton()?)
            .ge(&from)
            .lt(after(&from))
            .into_stream()?;
        while words.advance() {
            lists.push(
                self.terms
                    .read_postings_from_terminfo(words.value(), IndexRecordOption::Basic)?,
            );
        }
        Ok(())
    }
}

/// The first text behind every text that begins with `prefix`.
fn after(prefix: &str) -> Vec<u8> {
    let mut bytes = prefix.as_bytes().to_vec();
    // No byte of UTF-8 is 255: the last one can always be raised.
    if let Some(last) = bytes.last_mut() {
        *last += 1;
    }
    bytes
}
