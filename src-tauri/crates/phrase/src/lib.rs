//! A sentence one types, and the touchpoint it means: "visio Dupont mardi prochain 14h30 pour clarifier le budget",
//! "call Mrs Leroy in 3 working days".
//!
//! | word | meaning |
//! |---|---|
//! | [`read`] | a sentence, and what is understood of it |
//! | [`Context`] | when and in what language it is typed, who is known, which days are worked |
//! | [`Reading`] | chips, doubts, and what was not understood, each with its bytes in the sentence |
//! | [`Meaning`] | how, when, for how long, with whom, why |
//! | [`Why`] | what makes a chip doubtful |
//! | [`People`], [`Roster`] | who can be named |
//!
//! **What is not understood is said, never guessed.** A chip holds every value its words can have: two Duponts, a
//! Tuesday that is today's or the next, "à 5h" in the morning or the afternoon. It is settled when there is one.
//! Nothing that was not typed has a chip: no usual hour, no usual length, no day that "would do".
//!
//! French and English are read by the same rules, in the same sentence if need be; what is a word of both ("mon", "mar",
//! 05/06) is read in the language most of the other words speak, else in the [`Context`]'s.
//!
//! Everything is pure: the clock is an argument, names are the caller's. To know one more way of saying something: a
//! word in the file of its noun (`kind`, `day`, `hour`, `length`, `reason`) or in `speech`, and a line in
//! `tests/phrase/corpus.txt`.

mod clock;
mod day;
mod hour;
mod kind;
mod length;
mod number;
mod parse;
mod people;
mod piece;
mod reading;
mod reason;
mod settle;
mod speech;
mod times;
mod token;
mod who;

use chrono::NaiveDateTime;
use domain::{Language, Workdays};

pub use domain::Question;
pub use people::{People, Person, Roster, Who};
pub use reading::{Chip, Doubt, Meaning, Near, Part, Reading, Why};

/// What a sentence is read against.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// When it is typed: wall time of the home zone.
    pub now: NaiveDateTime,
    /// The language of the window: read so where the sentence itself does not tell.
    pub language: Language,
    /// Who can be named.
    pub known: &'a dyn People,
    /// Which days "3 jours ouvrés" counts.
    pub workdays: &'a Workdays,
}

/// The longest sentence that is read, in bytes; what lies beyond is not understood.
pub const LONGEST: usize = 2_000;

/// What `text` means when it is typed at `at`.
///
/// The ranges of the answer are bytes of `text`, lie between characters, are sorted and never overlap; only those of
/// doubts repeat the ranges of the chips they doubt.
pub fn read(text: &str, at: &Context<'_>) -> Reading {
    settle::settle(text, parse::pieces(text, at), at)
}
