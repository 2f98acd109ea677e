//! What crosses to the window: requests, replies, codes and events, as plain data.
//!
//! Everything here derives `specta::Type`; the TypeScript is generated from it, committed in
//! `ui/src/ipc/bindings.gen.ts`, and a test fails when the two drift apart.
//!
//! Time on the wire is text: a date is `2026-11-26`, a wall time of the **home zone** is
//! `2026-11-26T13:00`, an instant is RFC 3339 with the home zone's offset.

mod air;
mod backup;
mod calendar;
pub mod checked;
mod clients;
mod conclude;
mod convert;
mod convert_path;
mod convert_people;
mod convert_touchpoint;
mod day;
mod days_off;
mod departures;
mod desk;
mod duplicates;
mod exchange;
mod folder;
mod history;
mod listing;
mod lock;
mod markets;
mod owed;
mod path;
mod people;
mod problem;
mod quick;
mod reminders;
mod rights;
mod search;
mod settings;
mod shown;
mod shown_air;
mod shown_backup;
mod shown_conclude;
mod shown_day;
mod shown_days_off;
mod shown_departures;
mod shown_exchange;
mod shown_markets;
mod shown_path;
mod shown_people;
mod shown_quick;
mod shown_reminders;
mod shown_rights;
mod spot;
pub mod text;
mod touchpoint;

pub use air::*;
pub use backup::*;
pub use calendar::*;
pub use clients::*;
pub use conclude::*;
pub use day::*;
pub use days_off::*;
pub use departures::*;
pub use desk::*;
pub use duplicates::*;
pub use exchange::*;
pub use folder::*;
pub use history::*;
pub use listing::*;
pub use lock::*;
pub use markets::*;
pub use owed::*;
pub use path::*;
pub use people::*;
pub use problem::*;
pub use quick::*;
pub use reminders::*;
pub use rights::*;
pub use search::*;
pub use shown::{Eye, client_ref, number, undo_state};
pub use shown_air::monday;
pub use shown_days_off::regions;
pub use spot::*;
pub use text::Malformed;
pub use touchpoint::*;
