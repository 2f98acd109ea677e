//! The commands, by noun: what comes in becomes a workflow call, what comes out becomes wire.
pub mod calendar;
pub mod clients;
pub mod departures;
pub mod desk;
pub mod duplicates;
pub mod exchange;
pub mod files;
pub mod links;
pub mod listing;
pub mod path;
pub mod people;
pub mod quick;
pub mod reminders;
pub mod search;
pub mod touchpoints;
