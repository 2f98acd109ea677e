//! What is found, held against a reader that has no index.

// The whole of this is a test: what is not as expected here is a failed promise.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic)]

mod book;
mod found;
mod harms;
mod model;
mod sealed;
