//! A sentence that is typed, and what is understood of it.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Draft, Kind, Question, Verdict};

/// Which value of a chip is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct QuickChoice {
    /// The words of the chip.
    pub words: String,
    /// Which of its values, from 0.
    pub at: u32,
}

/// A sentence understood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Quick {
    /// What is understood, in the order of the sentence.
    pub chips: Vec<QuickChip>,
    /// What should be looked at, in the order of the sentence.
    pub doubts: Vec<QuickDoubt>,
    /// Words that say nothing to us.
    pub unknown: Vec<String>,
    /// What the sentence does not say.
    pub missing: Vec<QuickMissing>,
    /// The touchpoint it makes; what is missing has a usual value.
    pub draft: Draft,
    /// The name of its client; may be empty.
    pub client: String,
    /// What the rules say of its hour; `null` while that is not said.
    pub verdict: Option<Verdict>,
    /// What is wrong with its reason.
    pub weak: Option<Weak>,
    /// Whether it can be planned as it stands.
    pub ready: bool,
}

/// What is wrong with a reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Weak {
    /// What it lacks.
    pub message: String,
    /// What to write instead.
    pub hint: String,
}

/// A few words, and what they mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct QuickChip {
    /// As they were typed.
    pub words: String,
    /// What they can mean.
    pub meaning: QuickMeaning,
    /// Which value was chosen.
    pub chosen: Option<u32>,
}

/// What a few words can mean: one value is settled, several are to be chosen from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum QuickMeaning {
    /// How one meets.
    Kind {
        /// The ways.
        kinds: Vec<Kind>,
    },
    /// Which day.
    Day {
        /// Dates, `2026-11-26`.
        dates: Vec<String>,
        /// Which part of it.
        part: Option<QuickPart>,
    },
    /// A part of a day.
    Part {
        /// Which.
        part: QuickPart,
    },
    /// At what time.
    Hour {
        /// Times, `14:30`.
        hours: Vec<String>,
    },
    /// Day and time in one.
    Moment {
        /// Wall time, `2026-11-26T14:30`.
        at: String,
    },
    /// How long.
    Length {
        /// Minutes; `null` when that cannot be.
        minutes: Option<u32>,
    },
    /// With whom.
    Who {
        /// Their names.
        names: Vec<String>,
    },
    /// Why.
    Reason {
        /// Which question it answers; a choice is one of the three in their order.
        question: Question,
        /// As it was typed.
        text: String,
    },
}

/// A part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum QuickPart {
    /// Before noon.
    Morning,
    /// From noon.
    Afternoon,
    /// From about 17:00.
    Evening,
}

/// Something that should be looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct QuickDoubt {
    /// The words it is about.
    pub words: String,
    /// Which chip they are.
    pub chip: Option<u32>,
    /// What is doubtful.
    pub why: QuickWhy,
    /// Whether saying which value of the chip is meant answers it.
    pub choice: bool,
    /// Who goes by those words too.
    pub names: Vec<String>,
}

/// What is doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)] // each is said where the sentence is read: `phrase::Why`
pub enum QuickWhy {
    TodayOrNext,
    ThisOrNextWeek,
    WhichDay,
    WeekOrDays,
    Saturdays,
    DayOrMonth,
    OtherWeekday,
    JustPast,
    Past,
    NoSuchDay,
    NoSuchHour,
    NoSuchLength,
    MorningOrAfternoon,
    WhichMidnight,
    OtherPart,
    HourOrLength,
    Bound,
    SeveralPeople,
    Stranger,
    LongerName,
    Beginning,
    Slip,
    AlsoAName,
    WhichKind,
    WhichQuestion,
    Twice,
}

/// What the sentence does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum QuickMissing {
    /// How one meets.
    Kind,
    /// With whom.
    Who,
    /// Which day.
    Day,
    /// At what time.
    Hour,
}
