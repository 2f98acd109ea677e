//! Judges a proposal against what is already there.
//!
//! | word | meaning |
//! |---|---|
//! | [`Proposal`] | two wall times of the home zone that somebody would like to fill |
//! | [`Busy`] | a span that is taken, and by what |
//! | [`Verdict`] | free, tight or refused; every rule that spoke; the nearest free places |
//!
//! Everything is an argument: the clock, the days, the rules. The same function serves the hover, the drop,
//! quick add and the command line. To add a rule: a variant of [`Rule`] with its [`Level`], a line in
//! `rules.rs`, a sentence in `words`, a law in `tests/planner`.

mod nearby;
mod rules;
mod verdict;

pub use nearby::nearest;
pub use rules::{judge, weigh};
pub use verdict::{Busy, Days, Level, Proposal, Rule, Verdict};
