//! The words of the trade, and the laws that hold for each of them alone.
//!
//! | word | meaning |
//! |---|---|
//! | [`Client`] | an organisation one sells to |
//! | [`Touchpoint`] | one contact in time: by phone, by video or in person |
//! | [`Reason`] | what the touchpoint brings, astonishes with, or makes clear |
//! | [`Slot`] | a place in time: wall time and zone, or whole days |
//! | [`Recurrence`] | what makes a touchpoint a series |
//! | [`Settings`] | what the person chose: hours, language, theme |
//!
//! Nothing here reads a clock, a file or the network: time, ids and bytes are arguments.
//! To add a word: one file, its laws as property tests in `tests/domain`, a line above.

mod client;
mod id;
mod link;
mod moment;
mod participant;
mod reason;
mod recurrence;
mod settings;
mod source;
mod text;
mod touchpoint;

pub use client::Client;
pub use id::{ClientId, Id, IdError, Noun, SourceId, TouchpointId};
pub use link::{Link, LinkService};
pub use moment::{Fit, Moment, Slot, Span, YEARS, Zone};
pub use participant::{Attendance, Participant};
pub use reason::Reason;
pub use recurrence::{Occurrence, Recurrence};
pub use settings::{Hours, Language, Settings, Theme};
pub use source::{Field, Origin, Source, SourceFile};
pub use text::{clean_line, clean_text, fold};
pub use touchpoint::{Kind, State, Touchpoint};
