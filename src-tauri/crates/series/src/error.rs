//! What can be wrong with a series, in kinds a person can be told about.

/// Why a series cannot be read, cut or moved.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SeriesError {
    /// A rule says something that has no meaning, or none that is known here.
    #[error("the rule '{rule}' cannot be followed: {problem}")]
    Rule {
        /// The rule as written, cut to 200 characters.
        rule: String,
        /// What is wrong with it.
        problem: RuleProblem,
    },
    /// The series does not begin before the moment it should be cut at: it is the whole series that is meant.
    #[error("no occurrence comes before this one")]
    NothingBefore,
    /// The series has no occurrence at or after the moment.
    #[error("no occurrence comes here or later")]
    NothingAfter,
    /// Two rules whose rhythms cannot both go on from one start.
    #[error("the rest of this series cannot be written as a series of its own")]
    CannotSplit,
    /// The move cannot be said in the words of the rule.
    #[error("the whole series cannot be moved so: {0}")]
    CannotShift(Obstacle),
}

/// What is wrong with a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum RuleProblem {
    /// No FREQ, or one RFC 5545 does not know.
    #[error("it does not say how often")]
    Frequency,
    /// INTERVAL that is no number from 1 to 65,535.
    #[error("its interval is not a number above zero")]
    Interval,
    /// COUNT that is no number.
    #[error("its count is not a number")]
    Count,
    /// UNTIL that is no date.
    #[error("its end is not a date")]
    Until,
    /// A BY… or WKST part with a value outside its range.
    #[error("one of its parts is out of range")]
    Part,
    /// RSCALE, SKIP (RFC 7529) or a mix of parts that has no meaning.
    #[error("it uses parts that are not supported")]
    Unsupported,
}

/// Why a whole series cannot be moved by some distance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Obstacle {
    /// "The second Tuesday" plus a day is not always "the second Wednesday".
    #[error("its days are counted within the month")]
    CountedWeekday,
    /// "The 31st" plus a day is another day in every month.
    #[error("its days are dates of the month")]
    MonthDay,
    /// Days of the year, week numbers, positions: they do not slide.
    #[error("its days are counted within the year or the set")]
    Counted,
    /// The rule names the months it holds in.
    #[error("it holds in some months only")]
    Month,
    /// The rule names hours or minutes that would leave the day.
    #[error("its hours are named by the rule")]
    TimeOfDay,
    /// The result lies outside the years a date may have.
    #[error("it would leave the calendar")]
    OutOfRange,
}
