//! The book under use, restart, damage and sudden death.

#![allow(clippy::expect_used, clippy::panic)] // a book that cannot be set up has failed

mod apart;
mod back;
mod bad_disk;
mod bulk;
mod content;
mod damage;
mod feed;
mod forgotten;
mod harms;
mod history;
mod kept;
mod killed;
mod model;
mod needle;
mod orders;
mod paper;
mod repair;
mod snapshots;
mod turned;
mod version;

/// Whether every book is locked: `tests/locked` is the same suite over those.
const LOCKED: bool = false;
