//! The person's rights, on whole books in folders of their own.

#![allow(clippy::expect_used, clippy::panic)] // a test that cannot be set up has failed

mod book;
mod erased;
mod given;
mod objected;
mod silent;
