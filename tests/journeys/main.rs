//! Stories of a whole house through real IPC: the commands the page calls, the store on a disk.

#![allow(clippy::expect_used, clippy::panic)] // a story that cannot be told has failed

mod air;
// One disk of their own for the tests of the store and these.
#[path = "../../src-tauri/crates/store/tests/store/apart.rs"]
mod apart;
mod archive_files;
mod asks;
mod backup_verbs;
mod backups;
mod bad_clocks;
mod bad_folders;
mod briefs;
mod calendar_files;
mod command_line;
mod conclude;
mod departures;
mod drag;
mod everyday;
mod hostile;
mod links;
mod lock;
mod lock_verbs;
mod markets;
mod next;
mod path;
mod people;
mod people_files;
mod quick;
mod reminders;
mod rights;
mod series;
mod spots;
mod today;
mod undoing;
mod window;
