//! Where everything is kept: a journal that is the truth, and a state behind it that can be built
//! again.
//!
//! | word | meaning |
//! |---|---|
//! | [`Store`] | the open book: one writer, any number of readers |
//! | group | what one intent wrote: one or more frames of the journal, one step of undo |
//! | [`Note`] | what a group was, as data, so that the history speaks every language |
//! | state | records and orders in sled, always rebuildable from the journal |
//! | overlay | what is journalled and not yet in the state; every read sees it |
//! | snapshot | the whole state as lines of JSON, so that old journals may go |
//! | attic | files by the address of their content |
//! | [`RecordLine`] | a record as a line of JSON, in snapshots and archives |
//! | [`ContentHash`] | what is in the book, as one number |
//!
//! **The journal is the acknowledgement; sled follows right behind.** A commit builds field-level
//! changes, appends them to the journal, syncs it, shows them to readers through the overlay, and
//! is done. A thread of its own takes them into sled in small transactions, each with the number
//! of the group it reaches and the sum over all rows, and drops them from the overlay.
//! The usual order, the engine first and then the acknowledgement, would add sled's latency to
//! every drop of a touchpoint and no safety: sled 0.34.7 alone is not durable on power loss and
//! may lose rows in silence, so it is never the only copy. This way a drop costs one append and
//! one sync, a bulk import runs at the journal's speed, and what a crash keeps from sled is
//! replayed. When too much is on its way, writers wait.
//!
//! **What a damaged file costs.** The state is verified by its sum after anything but an orderly
//! close; a damaged one is moved to `quarantine/` and built again from the newest whole snapshot
//! and the journal behind it. A damaged frame of the journal is stepped over; the state or a
//! snapshot has what it said. A verified state that is ahead of the journal wins. Only two damaged
//! copies of the same write lose it, and the [`OpeningReport`] says so.
//!
//! In the data folder: `lock`, `VERSION` and its copy, `state.<n>/`, `journal-<first>.log`, `snapshots/`,
//! `attic/`, `quarantine/`, and `clean` while the book is closed in order.
//!
//! To keep a new noun: a variant of [`Tree`] and of the engine's `Space`, a file in `shelf/` with
//! its [`Record`] and its orders (a field with an address of the attic is called `blob` or `photo`).
//! To change a record: `#[serde(default)]` on the new field; for
//! more, a step in `upgrade.rs`. To change an order: raise `ORDERS` in `tree.rs`. Another engine
//! is one file in `engine/` and the conformance suite there.

mod applier;
mod attic;
mod back;
mod before;
mod beside;
mod cache;
mod change;
mod check;
mod content;
mod disk;
mod engine;
mod error;
mod feed;
mod footprint;
mod forget;
mod history;
mod journal;
mod line;
mod opening;
mod overlay;
mod pages;
mod pen;
mod puts;
mod record;
mod repair;
mod shelf;
mod snapshot;
mod state;
mod store;
mod tree;
mod turning;
mod tx;
mod undo;
mod upgrade;

pub use attic::{Attic, NewFiles};
pub use check::{CheckReport, Flaw};
pub use content::Against;
pub use disk::room_at;
pub use error::{OpenError, Reading, StoreError, UndoError};
pub use feed::{Since, Touched};
pub use history::{Entry, Note};
pub use journal::{JournalSurvey, journal_survey};
pub use line::{ContentHash, RecordLine};
pub use opening::{OpenOptions, OpeningReport};
pub use pages::Keys;
pub use pen::{Receipt, Write};
pub use record::Record;
pub use repair::{Lost, Repaired};
pub use shelf::{
    ClientKey, REMINDERS_KEY, SERIES_MONTHS, SETTINGS_KEY, due_key, month_key, text_key, wall_key,
};
pub use snapshot::{Due, Manifest, Snapshot};
pub use store::{Progress, Store};
pub use tree::{Index, Key, Tree};
pub use turning::{Turned, Turning, turn_off, turn_on};
pub use tx::Tx;
