//! Search: an index on disk beside the book, and what a few typed words find in it.
//!
//! | word | meaning |
//! |---|---|
//! | [`Document`] | a record, or a file of one, as texts of three [`Weight`]s |
//! | [`Query`] | what was typed: words that must all be found, as beginnings |
//! | [`Index`] | the documents, so that a query reads short lists only; tantivy stops here |
//! | [`Home`] | where it is kept: in a folder, sealed when its book is, or in memory |
//! | [`Stamp`] | how far the index follows the book |
//! | class | how well a document matches; see `find.rs` |
//! | rank | what stands first among documents that match alike |
//! | [`Marked`] | a shown text and the characters of it that match |
//!
//! Words are compared as [`domain::fold`] folds them. `l'Atelier` is the word `atelier` behind an article; `Jean-Pierre`
//! is two words and the one they make; groups of digits are a number (`word.rs`).
//!
//! **Why it is fast.** Each kind and weight has lists of its own for short beginnings of words (`term.rs`), so that
//! what was typed is one list to read; and every segment is sorted by rank, so that reading stops at the first hundred.
//!
//! The index is never the truth. Whoever keeps it writes a [`Stamp`] with each commit and makes the index again when it
//! cannot be opened. To change what is in it: raise `FORMAT` in `index.rs`.

mod document;
mod error;
mod find;
mod index;
mod mark;
mod query;
mod sealed;
mod sets;
mod term;
mod word;

pub use document::{Document, Key, Kind, Weight, rank_by_name, rank_by_time};
pub use error::SearchError;
pub use find::{COUNTED, Hit, Hits, Within};
pub use index::{Home, Index, Pen, Stamp};
pub use mark::{Marked, Shown};
pub use query::Query;
