//! The table where the rooms meet: one function an intent.
//!
//! A workflow loads, judges, writes once and says what it did. The window, the command line and the tests call the
//! same functions; none of them knows the store's keys or the planner's rules. A dry run is the very same function up
//! to the write ([`reschedule::judge`] and [`reschedule::perform`]).
//!
//! To add an intent: a function in the file of its noun that takes the [`House`]; a label in `history.ftl`, a
//! sentence in `did.ftl` for the history and one in `said.ftl` for the toast; a journey in `tests/workflows`.

pub mod air;
pub mod archive;
mod around;
mod aspect;
pub mod attachments;
pub mod backup;
pub mod check;
mod clean;
pub mod clients;
mod clock;
pub mod conclude;
pub mod contacts;
pub mod days;
pub mod departures;
mod describe;
mod done;
pub mod duplicates;
pub mod examples;
mod examples_people;
mod examples_said;
pub mod export;
mod fault;
pub mod folder;
mod following;
mod grounds;
pub mod history;
mod house;
pub mod import;
pub mod lock;
pub mod markets;
pub mod met;
mod note;
pub mod path;
pub mod photos;
pub mod places;
mod placing;
pub mod quick;
pub mod reaching;
mod reads;
pub mod reminders;
pub mod reschedule;
pub mod rights;
mod roster;
pub mod search;
mod seen;
pub mod settings;
mod sides;
pub mod touchpoints;
pub mod trash;
pub mod travel;
pub mod undo;
pub mod views;

pub use aspect::Aspect;
pub use clock::{Clock, Pulse};
pub use describe::describe;
pub use done::{Answer, Done, Noted, Outcome};
pub use fault::{Fault, FaultKind};
pub use following::Followed;
pub use house::House;
pub use seen::Seen;
pub use undo::UndoState;
