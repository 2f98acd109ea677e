//! What the house promises about itself.

mod arrows;
mod bindings;
mod clock;
mod dependencies;
mod sources;
