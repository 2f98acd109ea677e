//! The commands, by noun: what comes in becomes a workflow call, what comes out becomes wire.
pub mod calendar;
pub mod clients;
pub mod desk;
pub mod exchange;
pub mod touchpoints;
