//! The words Rust says to a person: toasts, verdicts, errors, the command line.
//!
//! The `.ftl` files under `ftl/fr` and `ftl/en` are the one set of messages of the product: the window reads the
//! same folder. French is written first; a test holds both languages complete. To add a message: an id in both
//! folders' file of that name, then `say("id", …)`.

mod dates;
mod say;

pub use say::{Arg, Words, system_language};
