//! A sentence understood, as the window shows it.

use phrase::{Meaning, Near, Part, Why};
use workflows::quick::{Choice, Missing, Quick};
use workflows::touchpoints::{ClientChoice, Draft};

use crate as x;
use crate::convert::same;
use crate::{Eye, number, text};

same!(Part, x::QuickPart: Morning, Afternoon, Evening);
same!(Missing, x::QuickMissing: Kind, Who, Day, Hour);

impl From<x::QuickChoice> for Choice {
    fn from(x::QuickChoice { words, at }: x::QuickChoice) -> Self {
        Self {
            words,
            at: at as usize,
        }
    }
}

impl Eye<'_> {
    /// A sentence understood; `sentence` is what was read.
    pub fn quick(&self, sentence: &str, quick: &Quick) -> x::Quick {
        let words = |range: &std::ops::Range<usize>| {
            sentence.get(range.clone()).unwrap_or_default().to_owned()
        };
        let chips = &quick.read.chips;
        x::Quick {
            chips: chips
                .iter()
                .zip(&quick.chosen)
                .zip(&quick.settled.chips)
                .map(|((chip, chosen), settled)| x::QuickChip {
                    words: words(&chip.range),
                    meaning: meaning(&chip.meaning, &settled.meaning),
                    chosen: chosen.map(|at| number(at as u64)),
                })
                .collect(),
            doubts: quick
                .settled
                .doubts
                .iter()
                .map(|doubt| x::QuickDoubt {
                    words: words(&doubt.range),
                    chip: chips
                        .iter()
                        .position(|chip| chip.range == doubt.range)
                        .map(|at| number(at as u64)),
                    why: why(&doubt.why),
                    choice: doubt.why.is_answered_by_choice(),
                    names: match &doubt.why {
                        Why::AlsoAName(people) => {
                            people.iter().map(|person| person.name.clone()).collect()
                        }
                        _ => Vec::new(),
                    },
                })
                .collect(),
            unknown: quick.settled.unknown.iter().map(words).collect(),
            missing: quick.missing.iter().copied().map(Into::into).collect(),
            draft: draft(&quick.draft),
            client: quick.client.clone(),
            verdict: quick.verdict.as_ref().map(|answer| self.verdict(answer)),
            weak: quick.weak.as_ref().map(|fault| {
                let (message, hint) = fault.say(self.words());
                x::Weak { message, hint }
            }),
            ready: quick.is_ready(),
        }
    }
}

fn draft(draft: &Draft) -> x::Draft {
    let Draft {
        kind,
        title,
        reason,
        client,
        to,
        minutes,
        place,
        link,
        notes,
        participants,
        confidential,
        force,
    } = draft.clone();
    x::Draft {
        kind: kind.into(),
        title,
        reason: reason.into(),
        client: match client {
            ClientChoice::Nobody => x::ClientChoice::Nobody,
            ClientChoice::Existing(id) => x::ClientChoice::Existing { id: id.to_string() },
            ClientChoice::New(name) => x::ClientChoice::New { name },
        },
        to: to.into(),
        minutes,
        place,
        link,
        notes,
        participants: participants.into_iter().map(Into::into).collect(),
        confidential,
        force,
    }
}

/// Every value that was read. Of a reason, the question that is settled: its values are the three there are.
fn meaning(read: &Meaning, settled: &Meaning) -> x::QuickMeaning {
    match read {
        Meaning::Kind(kinds) => x::QuickMeaning::Kind {
            kinds: kinds.iter().copied().map(Into::into).collect(),
        },
        Meaning::Day { dates, part } => x::QuickMeaning::Day {
            dates: dates.iter().map(ToString::to_string).collect(),
            part: part.map(Into::into),
        },
        Meaning::Part(part) => x::QuickMeaning::Part {
            part: (*part).into(),
        },
        Meaning::Hour(times) => x::QuickMeaning::Hour {
            hours: times
                .iter()
                .map(|time| time.format("%H:%M").to_string())
                .collect(),
        },
        Meaning::Moment(at) => x::QuickMeaning::Moment {
            at: text::of_wall(*at),
        },
        Meaning::Length(minutes) => x::QuickMeaning::Length { minutes: *minutes },
        Meaning::Who(people) => x::QuickMeaning::Who {
            names: people.iter().map(|person| person.name.clone()).collect(),
        },
        Meaning::Reason { question, text } => {
            let question = match settled {
                Meaning::Reason { question, .. } => question,
                _ => question,
            };
            x::QuickMeaning::Reason {
                question: (*question).into(),
                text: text.clone(),
            }
        }
    }
}

fn why(why: &Why) -> x::QuickWhy {
    match why {
        Why::TodayOrNext => x::QuickWhy::TodayOrNext,
        Why::ThisOrNextWeek => x::QuickWhy::ThisOrNextWeek,
        Why::WhichDay => x::QuickWhy::WhichDay,
        Why::WeekOrDays => x::QuickWhy::WeekOrDays,
        Why::Saturdays => x::QuickWhy::Saturdays,
        Why::DayOrMonth => x::QuickWhy::DayOrMonth,
        Why::OtherWeekday => x::QuickWhy::OtherWeekday,
        Why::JustPast => x::QuickWhy::JustPast,
        Why::Past => x::QuickWhy::Past,
        Why::NoSuchDay => x::QuickWhy::NoSuchDay,
        Why::NoSuchHour => x::QuickWhy::NoSuchHour,
        Why::NoSuchLength => x::QuickWhy::NoSuchLength,
        Why::MorningOrAfternoon => x::QuickWhy::MorningOrAfternoon,
        Why::WhichMidnight => x::QuickWhy::WhichMidnight,
        Why::OtherPart => x::QuickWhy::OtherPart,
        Why::HourOrLength => x::QuickWhy::HourOrLength,
        Why::Bound => x::QuickWhy::Bound,
        Why::SeveralPeople => x::QuickWhy::SeveralPeople,
        Why::Stranger => x::QuickWhy::Stranger,
        Why::LongerName => x::QuickWhy::LongerName,
        Why::Near(Near::Beginning) => x::QuickWhy::Beginning,
        Why::Near(Near::Slip) => x::QuickWhy::Slip,
        Why::AlsoAName(_) => x::QuickWhy::AlsoAName,
        Why::WhichKind => x::QuickWhy::WhichKind,
        Why::WhichQuestion => x::QuickWhy::WhichQuestion,
        Why::Twice => x::QuickWhy::Twice,
    }
}
