//! Where a client's path leads, and by which steps. Steps are intentions: they show as ghosts, adapt to what happens, and
//! never plan anything by themselves.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{Clock, ClockState, Kind, State};

/// What a path leads to.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Aim {
    /// A first agreement.
    Conclude,
    /// A relation that lives.
    Keep,
    /// An agreement that goes on.
    Renew,
    /// A client that left.
    WinBack,
    /// Not said, or an aim of a later version.
    #[default]
    #[serde(other)]
    Open,
}

/// What a step is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// By phone.
    Phone,
    /// By video.
    Video,
    /// In person.
    InPerson,
    /// Work between two touchpoints, or a step of a later version.
    #[serde(other)]
    Work,
}

impl StepKind {
    /// The way of meeting; `None` for work.
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::Phone => Some(Kind::Phone),
            Self::Video => Some(Kind::Video),
            Self::InPerson => Some(Kind::InPerson),
            Self::Work => None,
        }
    }
}

/// A step of a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What it is made of.
    pub kind: StepKind,
    /// What it is for, one line: material for a reason.
    #[serde(default)]
    pub aim: String,
    /// Days after the step before it; working days or not is the planner's to say.
    #[serde(default)]
    pub after: u16,
}

/// The steps that were chosen, and since when what happens counts for them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// The day it was chosen.
    pub since: NaiveDate,
    /// In order.
    #[serde(default)]
    pub steps: Vec<Step>,
}

/// A course to begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Template {
    /// Discovery by phone, demonstration by video, work, conclusion by video, visit of the workshop.
    Discovery,
    /// A visit, then calls and videos that keep the relation alive.
    Care,
    /// Review by video, work on the proposal, conclusion by video.
    Renewal,
    /// A call that listens, a visit, a proposal by video.
    Return,
}

impl Template {
    /// Every one, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Discovery, Self::Care, Self::Renewal, Self::Return];

    /// What it leads to.
    pub fn aim(self) -> Aim {
        match self {
            Self::Discovery => Aim::Conclude,
            Self::Care => Aim::Keep,
            Self::Renewal => Aim::Renew,
            Self::Return => Aim::WinBack,
        }
    }

    /// Its steps: what each is made of, and days after the one before. Their words are the caller's, in order.
    pub fn steps(self) -> &'static [(StepKind, u16)] {
        use StepKind::{InPerson, Phone, Video, Work};
        match self {
            Self::Discovery => &[
                (Phone, 0),
                (Video, 7),
                (Work, 1),
                (Video, 3),
                (InPerson, 14),
            ],
            Self::Care => &[(InPerson, 0), (Phone, 30), (Video, 45)],
            Self::Renewal => &[(Video, 0), (Work, 1), (Video, 3)],
            Self::Return => &[(Phone, 0), (InPerson, 10), (Video, 7)],
        }
    }
}

/// What happened, as a course sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Happened {
    /// How one met, or will.
    pub kind: Kind,
    /// Where it stands.
    pub state: State,
    /// The day, at home.
    pub on: NaiveDate,
}

/// A step that is still to come, where it would stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ghost {
    /// Which step of the course; `None` for one that a clock asks for.
    pub step: Option<usize>,
    /// What it is made of.
    pub kind: StepKind,
    /// The day it would be, never before today.
    pub on: NaiveDate,
}

impl Course {
    /// The most steps one has.
    pub const STEPS_MOST: usize = 24;

    /// The steps still to come. What was held or is planned since the course began takes, in order of days, the first
    /// open step of its kind and passes the ones before it: whoever has met in person needs no discovery by phone.
    /// What was missed or cancelled takes none.
    pub fn open_steps(&self, happened: &[Happened]) -> std::ops::Range<usize> {
        let mut counting: Vec<&Happened> = happened
            .iter()
            .filter(|one| one.on >= self.since && matches!(one.state, State::Held | State::Planned))
            .collect();
        counting.sort_by_key(|one| one.on);
        let next = counting.into_iter().fold(0, |next, one| {
            let taken = self
                .steps
                .iter()
                .skip(next)
                .position(|step| step.kind.kind() == Some(one.kind));
            taken.map_or(next, |at| next + at + 1)
        });
        next..self.steps.len()
    }

    /// Where the steps still to come would stand: each its days after the one before, the first after the last that
    /// counted, none before today.
    pub fn ghosts(&self, happened: &[Happened], today: NaiveDate) -> Vec<Ghost> {
        let open = self.open_steps(happened);
        let last = happened
            .iter()
            .filter(|one| one.on >= self.since && matches!(one.state, State::Held | State::Planned))
            .map(|one| one.on)
            .max()
            .unwrap_or(self.since);
        let mut on = last;
        self.steps
            .iter()
            .enumerate()
            .skip(open.start)
            .map(|(index, step)| {
                on = later(on, step.after).max(today);
                Ghost {
                    step: Some(index),
                    kind: step.kind,
                    on,
                }
            })
            .collect()
    }
}

fn later(on: NaiveDate, days: u16) -> NaiveDate {
    on.checked_add_days(Days::new(days.into())).unwrap_or(on)
}

/// What clocks that are past their ideal ask for, when nothing of their kind is to come; the most overdue first.
pub fn asked_by_clocks(clocks: &[Clock], happened: &[Happened], today: NaiveDate) -> Vec<Ghost> {
    let mut asked: Vec<(&Clock, NaiveDate)> = clocks
        .iter()
        .filter(|clock| clock.state != ClockState::Never && !is_coming(happened, clock.kind, today))
        .filter_map(|clock| {
            let last = clock.last?;
            (clock.state >= ClockState::Soon)
                .then(|| (clock, later(last, clock.interval.ideal).max(today)))
        })
        .collect();
    asked.sort_by_key(|(clock, _)| std::cmp::Reverse(clock.state));
    asked
        .into_iter()
        .filter_map(|(clock, on)| {
            let kind = match clock.kind {
                Kind::Phone => StepKind::Phone,
                Kind::Video => StepKind::Video,
                Kind::InPerson => StepKind::InPerson,
                Kind::Other => return None,
            };
            Some(Ghost {
                step: None,
                kind,
                on,
            })
        })
        .collect()
}

fn is_coming(happened: &[Happened], kind: Kind, today: NaiveDate) -> bool {
    happened
        .iter()
        .any(|one| one.kind == kind && one.state == State::Planned && one.on >= today)
}

/// What two touchpoints of one kind without an answer say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// Try another way.
    Other(Kind),
    /// Leave them in peace for a while.
    Silence,
}

/// Reads the end of a history, oldest first: two missed touchpoints of one kind in a row suggest another kind, and when
/// two kinds were tried in vain, silence.
pub fn advice(happened: &[Happened]) -> Option<Advice> {
    let mut kinds: Vec<(Kind, usize)> = Vec::new();
    for one in happened.iter().rev() {
        match one.state {
            State::Planned | State::Cancelled => {}
            State::Held => break,
            State::Missed => match kinds.last_mut() {
                Some((kind, times)) if *kind == one.kind => *times += 1,
                _ => kinds.push((one.kind, 1)),
            },
        }
    }
    let in_vain: Vec<Kind> = kinds
        .into_iter()
        .filter(|(_, times)| *times >= 2)
        .map(|(kind, _)| kind)
        .collect();
    match in_vain.as_slice() {
        [] => None,
        [Kind::Phone] => Some(Advice::Other(Kind::Video)),
        [Kind::Video | Kind::Other] => Some(Advice::Other(Kind::Phone)),
        [Kind::InPerson] => Some(Advice::Other(Kind::Phone)),
        _ => Some(Advice::Silence),
    }
}

/// Whether a living client lacks what comes next: nothing planned from today on, and no day to look again.
pub fn lacks_next(look_again: Option<NaiveDate>, happened: &[Happened], today: NaiveDate) -> bool {
    let coming = happened
        .iter()
        .any(|one| one.state == State::Planned && one.on >= today);
    !coming && look_again.is_none_or(|day| day < today)
}
