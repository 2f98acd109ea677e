//! What a rule of repetition means, and how a series is cut, moved and excepted.
//!
//! A series is a start ([`domain::Slot`]) and a [`domain::Recurrence`]; both are data, and every function here is
//! pure. The `rrule` crate stops at `engine.rs`.
//!
//! | word | meaning |
//! |---|---|
//! | [`Rule`] | one RRULE value, read |
//! | [`Start`] | one occurrence: its key (as RECURRENCE-ID names it) and its slot |
//! | key | the canonical [`domain::Moment`] of an occurrence: the series' own zone, or a date |
//!
//! **Everything happens in wall time.** Rules are expanded on the clock of the series' own zone, as if it had no
//! summer time, and an instant is only computed from the slot that results. That is what RFC 5545 §3.3.10 says of
//! rules, what `recurring-ical-events` does, and it keeps the known faults of `rrule` with clock changes
//! (fmeringdal/rust-rrule#109, #115) and of double RDATEs (#150) outside.
//!
//! To add a part of a rule: `rule.rs` (read, write), `engine.rs` (hand over), `shift.rs` (does it move?), a line in
//! the recorded answers of the oracle.

mod describe;
mod edit;
mod engine;
mod error;
mod expand;
mod key;
mod rule;
mod rule_text;
mod shift;
mod shift_rule;

pub use describe::{Description, describe};
pub use edit::{Split, exclude, split_before};
pub use error::{Obstacle, RuleProblem, SeriesError};
pub use expand::{Expansion, Start, ends, expand, first};
pub use key::key;
pub use rule::{Day, Frequency, Rule, Until};
pub use shift::shift;
