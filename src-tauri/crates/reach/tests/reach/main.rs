//! Numbers and addresses, each law as a sentence.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod emails;
mod phones;
