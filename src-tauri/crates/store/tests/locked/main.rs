//! The book under use, restart, damage and sudden death, all of it locked: the suite beside this one.

#![allow(clippy::expect_used, clippy::panic)] // a book that cannot be set up has failed

#[path = "../store/bulk.rs"]
mod bulk;
#[path = "../store/content.rs"]
mod content;
#[path = "../store/damage.rs"]
mod damage;
#[path = "../store/feed.rs"]
mod feed;
#[path = "../store/harms.rs"]
mod harms;
#[path = "../store/history.rs"]
mod history;
#[path = "../store/kept.rs"]
mod kept;
#[path = "../store/killed.rs"]
mod killed;
#[path = "../store/model.rs"]
mod model;
#[path = "../store/orders.rs"]
mod orders;
#[path = "../store/paper.rs"]
mod paper;
#[path = "../store/snapshots.rs"]
mod snapshots;
#[path = "../store/version.rs"]
mod version;

const LOCKED: bool = true;
