//! What the house promises about itself.

mod bindings;
