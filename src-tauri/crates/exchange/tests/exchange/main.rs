//! Calendars in and out, each law as a sentence.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod corpus;
mod export;
mod hostile;
mod moved;
mod oracle;
mod reading;
mod roundtrip;
mod support;
mod zones;
