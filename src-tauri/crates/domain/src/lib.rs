//! The words of the trade, and the laws that hold for each of them alone.
//!
//! | word | meaning |
//! |---|---|
//! | [`Client`] | an organisation one sells to |
//! | [`Contact`] | a person at a client |
//! | [`Place`] | where a client is found |
//! | [`Merge`], [`Apart`] | two records made one, for as long as one likes; two that are not the same |
//! | [`Market`] | a segment of clients, open, restricted or closed since a date, for a cause |
//! | [`View`] | a way of looking at the list of clients |
//! | [`Mapping`] | what the columns of a table mean |
//! | [`Touchpoint`] | one contact in time: by phone, by video or in person |
//! | [`Reason`], [`Grounds`] | what the touchpoint brings, astonishes with, or makes clear; what a planned one stands on |
//! | [`Sights`] | what was seen in person |
//! | [`Need`], [`Promise`] | what a client said they need; what is owed, by whom and until when |
//! | [`Rhythm`], [`Clock`] | how often one meets each way; how long since |
//! | [`Aim`], [`Course`] | where a path leads, and by which steps |
//! | [`Silence`] | too long without meeting at all |
//! | [`Slot`] | a place in time: wall time and zone, or whole days |
//! | [`Recurrence`] | what makes a touchpoint a series |
//! | [`Consent`], [`Objection`], [`Stays`], [`Erasure`] | what a person agreed to; that they object, stay for now, are gone |
//! | [`Departure`] | an invitation or an annulment that will leave the machine, and only after a press |
//! | [`Settings`] | what the person chose: hours, language, theme |
//! | [`Workdays`] | the days somebody works: weekends, holidays and leave set aside |
//! | [`AirRules`], [`Purpose`] | what a day keeps free; what a block of time is for, when it is no meeting |
//! | [`Presence`] | when one may be disturbed: working hours of worked days |
//! | [`Spot`], [`Spots`] | where one is, half a day at a time, and what can be held there |
//! | [`Reminder`], [`Reminders`] | what one is reminded of and when; what was rung, put off and missed |
//!
//! Nothing here reads a clock, a file or the network: time, ids and bytes are arguments.
//! To add a word: one file, its laws as property tests in `tests/domain`, a line above.

mod air;
mod client;
mod company;
mod contact;
mod course;
mod departure;
mod hollow;
mod id;
mod link;
mod listing;
mod locking;
mod market;
mod merge;
mod moment;
mod need;
mod opens;
mod participant;
mod place;
mod presence;
mod reach;
mod reason;
mod recurrence;
mod reminder;
mod rhythm;
mod rights;
mod settings;
mod sights;
mod silence;
mod source;
mod spot;
mod table;
mod text;
mod touchpoint;
mod workdays;

pub use air::{AirRules, Buffer, Buffers, Lunch, Purpose, Takes};
pub use client::{Client, ClientLink, LinkKind, Tier};
pub use company::{CompanyNumberError, siren, siret};
pub use contact::{
    CardField, CardForm, CardSource, Contact, Met, MetHow, folded_company, folded_name,
};
pub use course::{
    Advice, Aim, Course, Ghost, Happened, Step, StepKind, Template, advice, asked_by_clocks,
    lacks_next,
};
pub use departure::{
    Asked, Departing, Departure, DepartureId, Mailbox, Method, Subject, Told, last_informed,
    still_invited,
};
pub use id::{
    ApartId, ClientId, ContactId, Id, IdError, MappingId, MarketId, MergeId, Noun, PlaceId,
    SourceId, TouchpointId, ViewId,
};
pub use link::{Link, LinkService};
pub use listing::{Ask, Column, Filter, Sort, View};
pub use locking::Locking;
pub use market::{Market, MarketState};
pub use merge::{Apart, Merge, Merged, Moved, Tied};
pub use moment::{Fit, Moment, Slot, Span, YEARS, Zone};
pub use need::{Need, NeedId, Owner, Promise, PromiseId, PromiseState};
pub use opens::opens;
pub use participant::{Attendance, Participant};
pub use place::Place;
pub use presence::Presence;
pub use reach::{Address, Attachment, CustomField, Email, Phone, ReachKind};
pub use reason::{Grounds, Question, Reason, Weak};
pub use recurrence::{Occurrence, Recurrence};
pub use reminder::{Cue, Delay, Lead, Leads, PutOff, Reminder, Reminders, Reminding, Turn};
pub use rhythm::{CLOCKED, Clock, ClockState, Interval, Rhythm, clocks};
pub use rights::{
    Agreed, Barred, Basis, Channel, Consent, Erased, Erasure, ErasureId, Objection, REVIEW_YEARS,
    Stays, Unnamed, asks_review, barred, last_sign, review_from,
};
pub use settings::{Hours, Language, Settings, Theme};
pub use sights::Sights;
pub use silence::{Silence, silences};
pub use source::{Field, Origin, Source, SourceFile};
pub use spot::{Holds, HoldsBySpot, Spot, SpotOn, Spots, Unfit};
pub use table::{Mapping, TableField};
pub use text::{clean_line, clean_text, fold, is_hidden};
pub use touchpoint::{Kind, State, Touchpoint};
pub use workdays::{Country, Half, Holiday, Leave, Region, Workdays, easter};
