//! The trash: what goes there together comes back together, and what goes for good leaves nothing.

#![allow(clippy::expect_used, clippy::panic)] // a test that cannot build its case has failed

mod book;
mod copies;
mod for_good;
#[path = "../rights/needles.rs"]
mod needles;
mod together;
