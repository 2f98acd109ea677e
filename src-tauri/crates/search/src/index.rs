//! The index on disk, and how far it follows the book.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tantivy::directory::{Directory, MmapDirectory, RamDirectory};
use tantivy::indexer::IndexWriterOptions;
use tantivy::query::doc_predicate_query::{DocPredicateQuery, FunctionPredicate};
use tantivy::schema::{
    Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::{
    DocId, IndexReader, IndexSettings, IndexSortByField, IndexWriter, Order, ReloadPolicy,
    SegmentReader, TantivyDocument,
};
use vault::Sealer;

use crate::document::{Document, Key};
use crate::error::SearchError;
use crate::sealed::SealedFolder;
use crate::term;

/// The version of what is in the index: one with another is made again.
const FORMAT: u32 = 1;
/// What the writer keeps in memory when little is written, in bytes; the least the library takes.
const SMALL: usize = 15_000_000;
/// The same when the whole book is written.
const LARGE: usize = 64_000_000;

const TERMS: &str = "terms";
pub(crate) const RANK: &str = "rank";
pub(crate) const HIGH: &str = "high";
pub(crate) const LOW: &str = "low";
pub(crate) const PART: &str = "part";

/// How far an index follows the book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// The last group that is in it.
    pub seq: u64,
    /// What tells that group from one of the same number in another book: a book that was restored has others.
    pub mark: String,
    /// Whether the whole book is in it, or it was still being made.
    pub whole: bool,
    /// The version of what is in it.
    #[serde(default)]
    format: u32,
}

impl Stamp {
    /// A stamp of this version.
    pub fn new(seq: u64, mark: String, whole: bool) -> Self {
        Self {
            seq,
            mark,
            whole,
            format: FORMAT,
        }
    }
}

/// Where an index is kept.
#[derive(Debug, Clone)]
pub enum Home {
    /// In a folder; its files are as they are, or sealed when the sealer seals.
    Folder(PathBuf, Sealer),
    /// In memory, made again each time: nothing may be written.
    Memory,
}

impl Home {
    /// A folder whose files are not sealed.
    pub fn clear(folder: &Path) -> Self {
        Self::Folder(folder.to_owned(), Sealer::clear())
    }

    /// What the library reads and writes in.
    fn directory(&self) -> Result<Box<dyn Directory>, SearchError> {
        Ok(match self {
            Self::Memory => Box::new(RamDirectory::create()),
            // Read through the system's own cache where nothing has to be opened first.
            Self::Folder(folder, sealer) if !sealer.seals() => {
                Box::new(MmapDirectory::open(folder)?)
            }
            Self::Folder(folder, sealer) => Box::new(SealedFolder::of(folder, sealer.clone())),
        })
    }
}

/// The open index. One process has it at a time: the one that has the book.
pub struct Index {
    pub(crate) inner: tantivy::Index,
    pub(crate) reader: IndexReader,
    pub(crate) terms: Field,
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Index").finish_non_exhaustive()
    }
}

impl Index {
    /// Opens the index in `home` when it is whole and of this version, and says how far it follows.
    ///
    /// # Errors
    /// When there is none, or it cannot be used: [`Index::create`] makes a new one in its place. Every byte of it is
    /// read for its checksum.
    pub fn open(home: &Home) -> Result<(Self, Stamp), SearchError> {
        let inner = tantivy::Index::open(home.directory()?)?;
        let meta = inner.load_metas()?;
        let stamp: Stamp = serde_json::from_str(meta.payload.as_deref().unwrap_or_default())
            .map_err(|error| SearchError::Unusable(error.to_string()))?;
        if stamp.format != FORMAT || inner.schema() != schema() || inner.settings() != &settings() {
            return Err(SearchError::Unusable("it is of another version".to_owned()));
        }
        let damaged: Vec<PathBuf> = inner.validate_checksum()?.into_iter().collect();
        if !damaged.is_empty() {
            return Err(SearchError::Unusable(format!("damaged: {damaged:?}")));
        }
        Ok((Self::over(inner)?, stamp))
    }

    /// Makes a new index in `home`, in place of whatever is there.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn create(home: &Home) -> Result<Self, SearchError> {
        if let Home::Folder(folder, _) = home {
            match fs::remove_dir_all(folder) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(error.into());
                }
                _ => {}
            }
            // Not what is above it: a book that was moved away is not begun anew in its old place.
            fs::create_dir(folder)?;
        }
        let inner = tantivy::Index::builder()
            .schema(schema())
            .settings(settings())
            .open_or_create(home.directory()?)?;
        Self::over(inner)
    }

    fn over(inner: tantivy::Index) -> Result<Self, SearchError> {
        inner.tokenizers().register(TERMS, term::Terms);
        let reader = inner
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        let terms = inner.schema().get_field(TERMS)?;
        Ok(Self {
            inner,
            reader,
            terms,
        })
    }

    /// Begins to write a few documents.
    ///
    /// # Errors
    /// When another writer is there, or the disk refuses.
    pub fn pen(&self) -> Result<Pen, SearchError> {
        self.pen_with(SMALL)
    }

    /// Begins to write the whole book.
    ///
    /// # Errors
    /// When another writer is there, or the disk refuses.
    pub fn broad_pen(&self) -> Result<Pen, SearchError> {
        self.pen_with(LARGE)
    }

    fn pen_with(&self, memory: usize) -> Result<Pen, SearchError> {
        let options = IndexWriterOptions::builder()
            .memory_budget_per_thread(memory)
            .num_worker_threads(1)
            .num_merge_threads(1)
            .build();
        Ok(Pen {
            writer: self.inner.writer_with_options(options)?,
            reader: self.reader.clone(),
            fields: Fields::of(&self.inner.schema())?,
        })
    }

    /// How many documents are in it.
    pub fn len(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Every segment is kept in the order of the ranks: the first documents that match are the best of their likes.
fn settings() -> IndexSettings {
    IndexSettings {
        sort_by_field: Some(IndexSortByField {
            field: RANK.to_owned(),
            order: Order::Asc,
        }),
        ..IndexSettings::default()
    }
}

fn schema() -> Schema {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(TERMS)
        .set_index_option(IndexRecordOption::Basic)
        .set_fieldnorms(false);
    schema.add_text_field(TERMS, TextOptions::default().set_indexing_options(indexing));
    for column in [RANK, HIGH, LOW, PART] {
        schema.add_u64_field(column, NumericOptions::default().set_fast());
    }
    schema.build()
}

/// The schema's fields, looked up once.
struct Fields {
    terms: Field,
    columns: [Field; 4],
}

impl Fields {
    fn of(schema: &Schema) -> Result<Self, SearchError> {
        let field = |name| schema.get_field(name);
        Ok(Self {
            terms: field(TERMS)?,
            columns: [field(RANK)?, field(HIGH)?, field(LOW)?, field(PART)?],
        })
    }
}

/// What writes the index. What it wrote is seen once it is committed; dropped before, it wrote nothing.
pub struct Pen {
    writer: IndexWriter,
    reader: IndexReader,
    fields: Fields,
}

impl std::fmt::Debug for Pen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pen").finish_non_exhaustive()
    }
}

impl Pen {
    /// Adds a document.
    ///
    /// # Errors
    /// When the disk refused an earlier one.
    pub fn add(&self, document: &Document) -> Result<(), SearchError> {
        let mut row = TantivyDocument::default();
        row.add_text(self.fields.terms, term::terms(document));
        let (high, low) = halves(document.key);
        let values = [document.rank, high, low, document.part];
        for (field, value) in self.fields.columns.into_iter().zip(values) {
            row.add_u64(field, value);
        }
        self.writer.add_document(row)?;
        Ok(())
    }

    /// Takes away what was there of these records, their files too. Looks every document's key up once, so that keys
    /// need no terms of their own, which would be most of the index.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn remove(&self, keys: HashSet<Key>) -> Result<(), SearchError> {
        let keys: Arc<HashSet<(u64, u64)>> = Arc::new(keys.into_iter().map(halves).collect());
        let gone = FunctionPredicate::from(move |segment: &SegmentReader| {
            let columns = segment.fast_fields();
            let high = columns.u64(HIGH)?.first_or_default_col(0);
            let low = columns.u64(LOW)?.first_or_default_col(0);
            let keys = keys.clone();
            Ok(move |doc: DocId| keys.contains(&(high.get_val(doc), low.get_val(doc))))
        });
        self.writer
            .delete_query(Box::new(DocPredicateQuery::from(gone)))?;
        Ok(())
    }

    /// Takes everything away.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn clear(&self) -> Result<(), SearchError> {
        self.writer.delete_all_documents()?;
        Ok(())
    }

    /// Makes what was written durable and seen, with how far the index now follows.
    ///
    /// # Errors
    /// When the disk refuses; the index is then as it was.
    pub fn commit(&mut self, stamp: &Stamp) -> Result<(), SearchError> {
        let payload = serde_json::to_string(stamp)
            .map_err(|error| SearchError::Unusable(error.to_string()))?;
        let mut commit = self.writer.prepare_commit()?;
        commit.set_payload(&payload);
        commit.commit()?;
        self.reader.reload()?;
        Ok(())
    }

    /// Waits until what was written is laid together: fewer, larger pieces are read faster.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn close(self) -> Result<(), SearchError> {
        self.writer.wait_merging_threads()?;
        self.reader.reload()?;
        Ok(())
    }
}

/// A key as two columns.
pub(crate) fn halves(key: Key) -> (u64, u64) {
    let number = u128::from_be_bytes(key);
    ((number >> 64) as u64, number as u64)
}

/// The key of two columns.
pub(crate) fn whole(high: u64, low: u64) -> Key {
    ((u128::from(high) << 64) | u128::from(low)).to_be_bytes()
}
