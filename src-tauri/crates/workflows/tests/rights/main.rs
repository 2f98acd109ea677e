//! The person's rights, on whole books in folders of their own.

#![allow(clippy::expect_used, clippy::panic)] // a test that cannot be set up has failed

mod absent;
mod book;
mod erased;
mod given;
mod needles;
mod objected;
mod silent;
