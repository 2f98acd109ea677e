//! A whole book out to an archive and back, whoever made the archive.

#![allow(clippy::expect_used, clippy::panic)] // a book that cannot be set up has failed

mod backups;
mod book;
mod craft;
mod desk;
mod documented;
mod drills;
mod golden;
mod hostile;
mod locked;
#[path = "../../../store/tests/store/needle.rs"]
mod needle;
mod paper;
mod restores;
mod round;
mod what;
mod who;
