//! The laws of series, each as a sentence.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod cost;
mod describe;
mod edit;
mod expand;
mod shift;
mod support;
