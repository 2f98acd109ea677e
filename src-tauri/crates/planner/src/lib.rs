//! Judges a proposal against what is already there, and keeps the air of a day.
//!
//! | word | meaning |
//! |---|---|
//! | [`Proposal`] | two wall times of the home zone that somebody would like to fill, and with what |
//! | [`Busy`] | a span that is taken, and by what |
//! | [`Days`] | what is taken around, the hours worked and the rules; read once into an [`Agenda`] |
//! | [`Verdict`] | free, tight or refused; every rule that spoke; the debt of forcing it; the nearest free places |
//! | [`Breath`] | the air a day keeps, and where; its lunch; its videos |
//! | [`Bridge`] | a concluding meeting some working days later, and the work between the two |
//! | [`Ledger`] | the air owed in a week, and what pays it back |
//!
//! Everything is an argument: the clock, the days, the rules. The same function serves the hover, the drop,
//! quick add, the concluding meeting and the command line. A rule of air speaks only when a proposal makes a day worse
//! than it is: what a calendar brought in is never refused afterwards, and a full day can still be mended.
//! To add a rule: a variant of [`Rule`] with its [`Level`] and its debt, a line in `rules.rs`, a sentence in `words`, a
//! law in `tests/planner`.

mod agenda;
mod breath;
mod bridge;
mod day;
mod follow;
mod ledger;
mod nearby;
mod rules;
mod verdict;

pub use agenda::Agenda;
pub use breath::{Breath, Piece};
pub use bridge::{Between, Bridge, Conclude, Impossible, conclude};
pub use follow::{Follow, Hangs, Satellite, follow, follows_within};
pub use ledger::{DayOwed, Ledger, ledger, repay};
pub use nearby::nearest;
pub use rules::{judge, weigh, weigh_in};
pub use verdict::{Busy, Days, Level, Proposal, Rule, Verdict};
