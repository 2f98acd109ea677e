//! Calendars in and out, each law as a sentence.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod cards;
mod corpus;
mod export;
mod hostile;
mod made;
mod messages;
mod moved;
mod oracle;
mod oracle_live;
mod patched;
mod reading;
mod roundtrip;
mod scrubs;
mod support;
mod tables;
mod zones;
