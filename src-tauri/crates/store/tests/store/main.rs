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
mod orders;
mod paper;
mod repair;
mod snapshots;
