//! Where everything is kept: a journal that is the truth, and a state behind it that can be built again.
//!
//! | word | meaning |
//! |---|---|
//! | [`Store`] | the open book: one writer, any number of readers |
//! | group | what one intent wrote: one or more frames of the journal, one step of undo |
//! | [`Note`] | what a group was, as data, so that the history speaks every language |
//! | state | records and indexes in sled, always rebuildable from the journal |
//! | overlay | what is journalled and not yet in the state; every read sees it |
//! | attic | files by the address of their content |
//!
//! **The journal is the acknowledgement.** A commit appends its field-level changes, syncs, shows them to readers
//! through the overlay, and is done; sled is written behind it, from the same changes, in small transactions. So a
//! drop costs one append and one sync, a bulk import runs at the journal's speed, and whatever a crash keeps from sled
//! is replayed. sled 0.34.7 alone is not durable on power loss and may lose rows in silence (the measures are in
//! `docs/STORE.md`); here it can lose nothing that the journal does not have.
//!
//! To keep a new noun: a variant of [`Tree`], a file in `shelf/` with its [`Record`] and its indexes. To change a
//! record: `#[serde(default)]` on the new field; for more, a step in `upgrade.rs`.

mod applier;
mod attic;
mod change;
mod check;
mod engine;
mod error;
mod history;
mod journal;
mod opening;
mod overlay;
mod record;
mod shelf;
mod store;
mod tree;
mod tx;
mod undo;
mod upgrade;

pub use attic::Attic;
pub use check::{CheckReport, Flaw};
pub use error::{OpenError, StoreError, UndoError};
pub use history::{Entry, Note};
pub use opening::{OpenOptions, OpeningReport};
pub use record::Record;
pub use shelf::{SETTINGS_KEY, wall_key};
pub use store::{Receipt, Store};
pub use tree::{Index, Key, Tree};
pub use tx::Tx;
