//! The laws of each word.

#![allow(clippy::expect_used)] // a test that cannot build its case has failed

mod clocks;
mod courses;
mod departures;
mod holidays;
mod ids;
mod links;
mod markets;
mod moments;
mod people;
mod reasons;
mod reminders;
mod rights;
mod silences;
mod spots;
mod texts;
mod touchpoints;
mod travels;
mod workdays;
