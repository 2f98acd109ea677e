//! The laws of judging and of air, as properties held against brute force, and the cases a person would name.

#![allow(clippy::expect_used)] // a test that cannot build its case has failed

mod air;
mod bridge;
mod cases;
mod follow;
mod given;
mod judging;
mod ledger;
mod model;
mod moved;
mod skipped;
mod workdays;
