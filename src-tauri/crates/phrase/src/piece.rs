//! What the rules make of a sentence, before its pieces are held against each other.

use std::ops::Range;

use chrono::{NaiveDate, NaiveDateTime};
use domain::Kind;

use crate::{Part, Person, Question, Why};

/// Some tokens, and what they say.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    /// Bytes of the sentence.
    pub(crate) range: Range<usize>,
    pub(crate) what: What,
    pub(crate) whys: Vec<Why>,
}

#[derive(Debug, Clone)]
pub(crate) enum What {
    Kind(Vec<Kind>),
    Day {
        dates: Vec<NaiveDate>,
        part: Option<Part>,
    },
    Part(Part),
    Clock(Clock),
    /// The end of a span that begins at the clock before.
    Until(Clock),
    Moment(NaiveDateTime),
    Length(Option<u32>),
    Who {
        people: Vec<Person>,
        /// Whether nothing is missing of the name, so that a word beside it is not more of it.
        whole: bool,
    },
    Reason {
        question: Question,
        text: String,
    },
    Unknown,
}

/// What a rule found: where it ends, in tokens, what it says, and what is doubtful about it.
#[derive(Debug, Clone)]
pub(crate) struct Hit {
    pub(crate) end: usize,
    pub(crate) what: What,
    pub(crate) whys: Vec<Why>,
}

impl Hit {
    pub(crate) fn new(end: usize, what: What) -> Self {
        Self {
            end,
            what,
            whys: Vec::new(),
        }
    }

    pub(crate) fn doubted(mut self, why: Why) -> Self {
        self.whys.push(why);
        self
    }
}

/// An hour as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clock {
    /// Hours since midnight; 24 and more is no hour of the day.
    pub(crate) hour: u32,
    pub(crate) minute: u32,
    /// Whether it may be twelve hours later: neither "pm" nor a leading zero told.
    pub(crate) either: bool,
    /// The minutes it would be as a length, when nothing tells it from one ("2h").
    pub(crate) bare: Option<u32>,
    /// The part of the day said with it: "5h du matin".
    pub(crate) part: Option<Part>,
    /// "avant 14h": no hour, but a bound.
    pub(crate) bound: bool,
}
