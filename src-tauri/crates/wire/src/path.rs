//! A client's path, and what closes a touchpoint.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Done, Kind, Need, PromiseGiven, Promised, State};

/// What a path leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Aim {
    /// A first agreement.
    Conclude,
    /// A relation that lives.
    Keep,
    /// An agreement that goes on.
    Renew,
    /// A client that left.
    WinBack,
    /// Not said.
    Open,
}

/// What a step is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum StepKind {
    /// By phone.
    Phone,
    /// By video.
    Video,
    /// In person.
    InPerson,
    /// Work between two touchpoints.
    Work,
}

/// A course to begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Template {
    /// From a first call to a conclusion.
    Discovery,
    /// A relation that lives.
    Care,
    /// An agreement that goes on.
    Renewal,
    /// A client that left.
    Return,
}

/// Where a clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ClockState {
    /// Never met that way.
    Never,
    /// Within the ideal interval.
    OnTrack,
    /// Past the ideal, within the most.
    Soon,
    /// Past the most.
    Overdue,
}

/// One of the three questions of a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Question {
    /// *J'apporte*.
    Bring,
    /// *J'étonne*.
    Astonish,
    /// *J'éclaire*.
    Clarify,
}

/// A step of a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Step {
    /// What it is made of.
    pub kind: StepKind,
    /// What it is for.
    pub aim: String,
    /// Days after the step before it.
    pub after: u16,
}

/// An interval between touchpoints of a kind, in days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Interval {
    /// As it should be.
    pub ideal: u16,
    /// At most.
    pub most: u16,
}

/// The intervals that are a client's own; `null` leaves a kind to the tier.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Rhythm {
    /// By phone.
    pub phone: Option<Interval>,
    /// By video.
    pub video: Option<Interval>,
    /// In person.
    pub in_person: Option<Interval>,
}

/// The clock of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Clock {
    /// Which way of meeting.
    pub kind: Kind,
    /// Where it stands.
    pub state: ClockState,
    /// The day it was turned back last.
    pub last: Option<String>,
    /// The last day within the most.
    pub until: Option<String>,
    /// Its interval.
    pub interval: Interval,
}

/// A step that is suggested.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Ghost {
    /// Which step of the path; `null` for one that a clock asks for.
    pub step: Option<u32>,
    /// What it is made of.
    pub kind: StepKind,
    /// What it is for; may be empty.
    pub aim: String,
    /// The day it would be.
    pub on: String,
    /// How long it would be, in minutes; `null` for work.
    pub minutes: Option<u32>,
}

/// A stretch without contact, longer than it may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Silence {
    /// The day one met last.
    pub from: String,
    /// The day one met again or will; today when nothing is planned.
    pub until: String,
    /// How long it lasts, in days.
    pub days: u32,
    /// How long it may last, in days.
    pub most: u16,
}

/// A client's path, beside its touchpoints.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Path {
    /// Where it leads.
    pub aim: Aim,
    /// The steps it was given.
    pub steps: Vec<Step>,
    /// The three clocks.
    pub clocks: Vec<Clock>,
    /// The intervals that are its own.
    pub rhythm: Rhythm,
    /// The intervals its tier gives the kinds that have none of their own.
    pub usual: Rhythm,
    /// Steps suggested, by day.
    pub ghosts: Vec<Ghost>,
    /// Where one did not meet for too long, oldest first.
    pub silences: Vec<Silence>,
    /// What missed touchpoints say, as a sentence.
    pub advice: Option<String>,
    /// Whether nothing comes next, and no day to look again.
    pub lacks_next: bool,
    /// The day to look again.
    pub look_again: Option<String>,
    /// Needs, the latest first.
    pub needs: Vec<Need>,
    /// Promises: the open ones by day, then the others, the latest first.
    pub promises: Vec<Promised>,
}

/// Which steps a path is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum StepsGiven {
    /// None.
    Nothing,
    /// Those of a template.
    Template {
        /// Which.
        template: Template,
    },
    /// These.
    Given {
        /// In order.
        steps: Vec<Step>,
    },
}

/// What to change of a path; `null` leaves it as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct PathEdit {
    /// Where it leads.
    pub aim: Option<Aim>,
    /// Its steps.
    pub steps: Option<StepsGiven>,
    /// How often one meets.
    pub rhythm: Option<Rhythm>,
    /// The day to look again; empty takes it away.
    pub look_again: Option<String>,
}

/// What was seen in person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Sights {
    /// The premises.
    pub premises: bool,
    /// The workshop.
    pub workshop: bool,
    /// The reception.
    pub reception: bool,
    /// Colleagues met, by name.
    pub colleagues: Vec<String>,
    /// The mood of the house.
    pub mood: String,
}

/// What came of a touchpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Closing {
    /// Held, missed or cancelled; planned takes it back.
    pub state: State,
    /// One line.
    pub outcome: String,
    /// What was seen.
    pub sights: Sights,
    /// Needs that were voiced.
    pub needs: Vec<String>,
    /// Needs it answered, by id.
    pub answered: Vec<String>,
    /// Promises that were made.
    pub promises: Vec<PromiseGiven>,
    /// Promises it kept, by id.
    pub kept: Vec<String>,
    /// The day to look again.
    pub look_again: Option<String>,
}

/// A touchpoint that is closed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Closed {
    /// What was done.
    pub done: Done,
    /// The client's clocks now.
    pub clocks: Vec<Clock>,
    /// What missed touchpoints say.
    pub advice: Option<String>,
}
