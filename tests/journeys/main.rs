//! Stories of a whole house through real IPC: the commands the page calls, the store on a disk.

#![allow(clippy::expect_used, clippy::panic)] // a story that cannot be told has failed

mod archive_files;
mod asks;
mod briefs;
mod calendar_files;
mod departures;
mod drag;
mod everyday;
mod links;
mod path;
mod people;
mod people_files;
mod quick;
mod reminders;
mod series;
mod today;
mod window;
