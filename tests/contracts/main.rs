//! What the house promises about itself.

// The whole of this is a test: what is not as expected here is a failed promise.
#![allow(clippy::expect_used)]

mod arrows;
mod associations;
mod bindings;
mod clock;
mod dependencies;
mod sources;
