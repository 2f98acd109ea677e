//! The book under use, restart, damage and sudden death.

#![allow(clippy::expect_used, clippy::panic)] // a book that cannot be set up has failed

mod damage;
mod history;
mod kept;
mod killed;
mod paper;
