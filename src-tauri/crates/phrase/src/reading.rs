//! What is understood of a sentence.

use std::ops::Range;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use domain::{Kind, Question};

use crate::Person;

/// What is understood of a sentence, what is doubtful, and what is not understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// What is understood, in the order of the sentence.
    pub chips: Vec<Chip>,
    /// What the person should look at before it is planned, in the order of the sentence.
    pub doubts: Vec<Doubt>,
    /// Bytes of the words that say nothing to us, articles and the like aside; neighbours are one.
    pub unknown: Vec<Range<usize>>,
}

/// A few words, and what they mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// Its bytes in the sentence.
    pub range: Range<usize>,
    /// What they mean.
    pub meaning: Meaning,
}

/// What a few words mean. A list holds everything they can mean: one is settled, several are for the person to choose
/// from, none is something that does not exist or cannot be said so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// How one meets.
    Kind(Vec<Kind>),
    /// Which day, and which part of it when that is said with it.
    Day {
        /// Dates at home, sorted.
        dates: Vec<NaiveDate>,
        /// "mardi matin", "tonight".
        part: Option<Part>,
    },
    /// A part of a day that is said apart from it.
    Part(Part),
    /// At what time: wall time at home, sorted.
    Hour(Vec<NaiveTime>),
    /// Day and time in one, "dans une heure": wall time at home.
    Moment(NaiveDateTime),
    /// How long, in minutes; `None` when that cannot be.
    Length(Option<u32>),
    /// With whom: clients and contacts, the nearest to what was typed first.
    Who(Vec<Person>),
    /// Why one gets in touch.
    Reason {
        /// Which of the three questions it answers.
        question: Question,
        /// As it was typed.
        text: String,
    },
}

/// A part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Before noon.
    Morning,
    /// From noon.
    Afternoon,
    /// From about 17:00.
    Evening,
}

/// Something the person should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The bytes of the chip, or of the words, it is about.
    pub range: Range<usize>,
    /// What is doubtful.
    pub why: Why,
}

/// What is doubtful.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Why {
    /// "mardi" on a Tuesday, "le 12" on the twelfth: today or the next one.
    TodayOrNext,
    /// "mardi prochain" on a Monday: tomorrow or in the week that comes.
    ThisOrNextWeek,
    /// "la semaine prochaine": a week, and no day of it.
    WhichDay,
    /// "dans huit jours", "dans quinze jours": a week or two, or as many days as it says.
    WeekOrDays,
    /// "jours ouvrables": the law counts Saturdays, most people do not.
    Saturdays,
    /// "05/06" in English: day first or month first.
    DayOrMonth,
    /// The weekday and the date that were said are not of one day.
    OtherWeekday,
    /// A date without a year that has just gone by: a year ahead is meant, or it was mistyped.
    JustPast,
    /// It lies before now.
    Past,
    /// There is no such day: 31/02.
    NoSuchDay,
    /// There is no such hour: 25h.
    NoSuchHour,
    /// There is no such length: none at all, or more than a day.
    NoSuchLength,
    /// "à 5h": the fifth hour or the seventeenth.
    MorningOrAfternoon,
    /// Midnight: where the day begins or where it ends.
    WhichMidnight,
    /// "14h du matin": the hour is not in that part of the day.
    OtherPart,
    /// "2h" alone: at two, or for two hours.
    HourOrLength,
    /// "avant 14h", "sauf mardi": a bound, and neither a day nor an hour.
    Bound,
    /// Several people go by that name.
    SeveralPeople,
    /// A title and a name nobody known has.
    Stranger,
    /// Part of their name stands beside a word that is not in it: it may be somebody else's.
    LongerName,
    /// The name is not written quite so.
    Near(Near),
    /// Words that say when or how are also the name of somebody.
    AlsoAName(Vec<Person>),
    /// "meet": in person, or by the video service of that name.
    WhichKind,
    /// No verb says which of the three questions the reason answers.
    WhichQuestion,
    /// It is said more than once, and differently.
    Twice,
}

/// How a name differs from what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Near {
    /// Its beginning was typed.
    Beginning,
    /// One slip of the finger.
    Slip,
}

impl Reading {
    /// Whether everything was understood in one way.
    pub fn is_sure(&self) -> bool {
        self.doubts.is_empty() && self.unknown.is_empty()
    }

    /// Takes the `at`-th value of a chip for the one that is meant, and with it the doubts a choice answers. A reason's
    /// values are its three questions. Says whether the chip has such a value.
    pub fn choose(&mut self, chip: usize, at: usize) -> bool {
        let Some(Chip { range, meaning }) = self.chips.get_mut(chip) else {
            return false;
        };
        let chosen = meaning.keep(at);
        if chosen {
            let about = range.clone();
            self.doubts
                .retain(|doubt| doubt.range != about || !doubt.why.is_answered_by_choice());
        }
        chosen
    }

    /// How one meets, when that is settled.
    pub fn kind(&self) -> Option<Kind> {
        one(self.meanings().filter_map(|meaning| match meaning {
            Meaning::Kind(kinds) => Some(one(kinds.iter().copied())),
            _ => None,
        }))?
    }

    /// Which day, when that is settled.
    pub fn day(&self) -> Option<NaiveDate> {
        one(self.meanings().filter_map(|meaning| match meaning {
            Meaning::Day { dates, .. } => Some(one(dates.iter().copied())),
            Meaning::Moment(at) => Some(Some(at.date())),
            _ => None,
        }))?
    }

    /// At what time, when that is settled.
    pub fn hour(&self) -> Option<NaiveTime> {
        one(self.meanings().filter_map(|meaning| match meaning {
            Meaning::Hour(times) => Some(one(times.iter().copied())),
            Meaning::Moment(at) => Some(Some(at.time())),
            _ => None,
        }))?
    }

    /// How long, in minutes, when that is settled.
    pub fn minutes(&self) -> Option<u32> {
        one(self.meanings().filter_map(|meaning| match meaning {
            Meaning::Length(minutes) => Some(*minutes),
            _ => None,
        }))?
    }

    /// Everybody who was named and is settled.
    pub fn people(&self) -> impl Iterator<Item = &Person> {
        self.meanings().filter_map(|meaning| match meaning {
            Meaning::Who(people) => one(people.iter()),
            _ => None,
        })
    }

    /// The reasons, each line of a question joined to the one before.
    pub fn reason(&self) -> domain::Reason {
        let mut reason = domain::Reason::default();
        for meaning in self.meanings() {
            let Meaning::Reason { question, text } = meaning else {
                continue;
            };
            let line = match question {
                Question::Bring => &mut reason.bring,
                Question::Astonish => &mut reason.astonish,
                Question::Clarify => &mut reason.clarify,
            };
            if !line.is_empty() {
                line.push_str("; ");
            }
            line.push_str(text);
        }
        reason
    }

    fn meanings(&self) -> impl Iterator<Item = &Meaning> {
        self.chips.iter().map(|chip| &chip.meaning)
    }
}

impl Meaning {
    /// Keeps one of its values; whether there is such a one.
    fn keep(&mut self, at: usize) -> bool {
        fn only<T>(values: &mut Vec<T>, at: usize) -> bool {
            let there = at < values.len();
            if there {
                values.swap(0, at);
                values.truncate(1);
            }
            there
        }
        match self {
            Self::Kind(kinds) => only(kinds, at),
            Self::Day { dates, .. } => only(dates, at),
            Self::Hour(times) => only(times, at),
            Self::Who(people) => only(people, at),
            Self::Reason { question, .. } => match Question::ALL.get(at) {
                Some(chosen) => {
                    *question = *chosen;
                    true
                }
                None => false,
            },
            Self::Part(_) | Self::Moment(_) => at == 0,
            Self::Length(minutes) => at == 0 && minutes.is_some(),
        }
    }
}

impl Why {
    /// Whether saying which value is meant answers it. What cannot be, is in the past or is said twice stays doubtful.
    pub fn is_answered_by_choice(&self) -> bool {
        match self {
            Self::TodayOrNext
            | Self::ThisOrNextWeek
            | Self::WhichDay
            | Self::WeekOrDays
            | Self::Saturdays
            | Self::DayOrMonth
            | Self::JustPast
            | Self::MorningOrAfternoon
            | Self::WhichMidnight
            | Self::HourOrLength
            | Self::SeveralPeople
            | Self::LongerName
            | Self::Near(_)
            | Self::AlsoAName(_)
            | Self::WhichKind
            | Self::WhichQuestion => true,
            Self::OtherWeekday
            | Self::Past
            | Self::NoSuchDay
            | Self::NoSuchHour
            | Self::NoSuchLength
            | Self::OtherPart
            | Self::Bound
            | Self::Stranger
            | Self::Twice => false,
        }
    }
}

/// The only value; `None` when there is none, or when they differ.
fn one<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}
