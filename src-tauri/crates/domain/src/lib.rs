//! The words of the trade, and the laws that hold for each of them alone.
//!
//! | word | meaning |
//! |---|---|
//! | [`Client`] | an organisation one sells to |
//! | [`Contact`] | a person at a client |
//! | [`Place`] | where a client is found |
//! | [`Merge`], [`Apart`] | two records made one, for as long as one likes; two that are not the same |
//! | [`View`] | a way of looking at the list of clients |
//! | [`Mapping`] | what the columns of a table mean |
//! | [`Touchpoint`] | one contact in time: by phone, by video or in person |
//! | [`Reason`] | what the touchpoint brings, astonishes with, or makes clear |
//! | [`Slot`] | a place in time: wall time and zone, or whole days |
//! | [`Recurrence`] | what makes a touchpoint a series |
//! | [`Settings`] | what the person chose: hours, language, theme |
//!
//! Nothing here reads a clock, a file or the network: time, ids and bytes are arguments.
//! To add a word: one file, its laws as property tests in `tests/domain`, a line above.

mod client;
mod company;
mod contact;
mod id;
mod link;
mod listing;
mod merge;
mod moment;
mod opens;
mod participant;
mod place;
mod reach;
mod reason;
mod recurrence;
mod settings;
mod source;
mod table;
mod text;
mod touchpoint;

pub use client::{Client, ClientLink, LinkKind, Tier};
pub use company::{CompanyNumberError, siren, siret};
pub use contact::{
    CardField, CardForm, CardSource, Contact, Met, MetHow, folded_company, folded_name,
};
pub use id::{
    ApartId, ClientId, ContactId, Id, IdError, MappingId, MergeId, Noun, PlaceId, SourceId,
    TouchpointId, ViewId,
};
pub use link::{Link, LinkService};
pub use listing::{Column, Filter, Sort, View};
pub use merge::{Apart, Merge, Merged, Moved, Tied};
pub use moment::{Fit, Moment, Slot, Span, YEARS, Zone};
pub use opens::opens;
pub use participant::{Attendance, Participant};
pub use place::Place;
pub use reach::{Address, Attachment, CustomField, Email, Phone, ReachKind};
pub use reason::Reason;
pub use recurrence::{Occurrence, Recurrence};
pub use settings::{Hours, Language, Settings, Theme};
pub use source::{Field, Origin, Source, SourceFile};
pub use table::{Mapping, TableField};
pub use text::{clean_line, clean_text, fold};
pub use touchpoint::{Kind, State, Touchpoint};
