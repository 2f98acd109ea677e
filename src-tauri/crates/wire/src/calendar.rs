//! The calendar as it is drawn, and the drag as data.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{
    Breath, ClientRef, Follows, HalfSpot, Kind, LinkService, Purpose, Reason, State, WeekAir,
};

/// One touchpoint, or one occurrence of a series, as the calendar draws it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Block {
    /// Unique on screen: the id, and `@` and the occurrence for one of a series.
    pub key: String,
    /// The touchpoint; for an occurrence without an override, its series.
    pub id: String,
    /// For one of a series: where its rule puts it (`2026-11-26` or `2026-11-26T10:00:00`).
    pub occurrence: Option<String>,
    /// Whether it is one of a series.
    pub repeats: bool,
    /// How one meets.
    pub kind: Kind,
    /// What the time is for.
    pub purpose: Purpose,
    /// The meeting it hangs on.
    pub hangs_on: Option<String>,
    /// Air owed since it was placed against the rules of its day, in minutes.
    pub debt: u32,
    /// Where it stands.
    pub state: State,
    /// One line; never empty (an empty title comes as the client's name or a word for it).
    pub title: String,
    /// With which client.
    pub client: Option<ClientRef>,
    /// Why.
    pub reason: Reason,
    /// Where, in words.
    pub place: String,
    /// Whose video rooms, when there is a link.
    pub link: Option<LinkService>,
    /// When; `None` waits in the tray.
    pub slot: Option<BlockSlot>,
    /// Its length, or the one it wants.
    pub minutes: u32,
    /// Whether it leaves the time free.
    pub transparent: bool,
    /// Whether it looks for its reason: it is to come, and nobody said why.
    pub wants_reason: bool,
    /// Whether it belongs to the examples.
    pub example: bool,
}

/// When a block is, in the home zone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BlockSlot {
    /// Whether it takes whole days.
    pub all_day: bool,
    /// Wall time of the home zone, `2026-11-26T13:00`.
    pub start: String,
    /// Wall time of the home zone, excluded.
    pub end: String,
    /// RFC 3339 with offset.
    pub start_at: String,
    /// RFC 3339 with offset.
    pub end_at: String,
    /// The touchpoint's own zone when it is not home: its IANA name.
    pub zone: Option<String>,
    /// The wall time there, `07:00 – 08:00`, when the zone is not home.
    pub there: Option<String>,
}

/// What a window asks to see: whole days of the home zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DayRange {
    /// First day, `2026-11-23`.
    pub from: String,
    /// First day not seen any more.
    pub until: String,
}

/// The days asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct CalendarDays {
    /// Every block that touches the days, by start.
    pub blocks: Vec<Block>,
    /// One for each day of the range.
    pub days: Vec<CalendarDay>,
    /// The air owed in each week the range touches.
    pub weeks: Vec<WeekAir>,
    /// The store's revision these were read at.
    pub revision: u32,
}

/// What is known of a day besides its blocks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CalendarDay {
    /// `2026-11-26`.
    pub date: String,
    /// Working hours as minutes of the day, `[from, until]`; `None` on a day off.
    pub hours: Option<(u32, u32)>,
    /// ISO 8601 week number.
    pub week: u32,
    /// The air it keeps.
    pub breath: Breath,
    /// What public holiday it is, by name.
    pub holiday: Option<String>,
    /// Where one is, in the morning and in the afternoon.
    pub spots: [HalfSpot; 2],
}

/// What is in the hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Subject {
    /// A touchpoint that is here.
    #[serde(rename_all = "camelCase")]
    Existing {
        /// The block's `id`.
        id: String,
        /// The block's `occurrence`.
        occurrence: Option<String>,
    },
    /// One that is being drawn.
    New {
        /// How one would meet.
        kind: Kind,
        /// Whether it is a call nobody else should hear.
        #[serde(default)]
        confidential: bool,
    },
}

/// Where it would go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Target {
    /// A wall time of the home zone, `2026-11-26T13:00`.
    #[serde(rename_all = "camelCase")]
    Timed {
        /// The start.
        start: String,
        /// The length.
        minutes: u32,
    },
    /// Whole days.
    #[serde(rename_all = "camelCase")]
    AllDay {
        /// The first, `2026-11-26`.
        first: String,
        /// How many.
        days: u32,
    },
    /// The tray of touchpoints without a slot.
    Tray,
}

/// How much of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Scope {
    /// This occurrence.
    This,
    /// This one and those after it.
    Following,
    /// The whole series.
    All,
}

/// A drag, a resize, a copy, a keyboard move or a click-click move: all are this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Reschedule {
    /// What is in the hand.
    pub subject: Subject,
    /// Where it would go.
    pub to: Target,
    /// How much of a series; ignored for a single touchpoint.
    pub scope: Scope,
    /// Leave the original and put a copy.
    pub copy: bool,
    /// The explicit press that places it although it was refused.
    pub force: bool,
}

/// What the rules say of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Level {
    /// Nothing against it.
    Free,
    /// Possible, with something against it.
    Tight,
    /// Refused, unless forced.
    Refused,
}

/// The answer to a dry run, and to a drop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// Free, tight or refused.
    pub level: Level,
    /// `jeu. 26 nov. · 13:00 – 14:00`.
    pub when: String,
    /// The wall time in the touchpoint's own zone, when it is not home.
    pub there: Option<String>,
    /// Why, a sentence each, in the person's language; empty when free.
    pub why: Vec<String>,
    /// Air that would be owed for forcing it, in minutes.
    pub debt: u32,
    /// What goes along with it.
    pub follows: Vec<Follows>,
    /// The nearest places that are free.
    pub nearest: Vec<Nearby>,
}

/// A free place near a refused or tight one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Nearby {
    /// Where.
    pub to: Target,
    /// `jeu. 26 nov. · 15:00`.
    pub label: String,
}

/// What a write answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Outcome {
    /// It is on disk.
    Done(Box<Done>),
    /// A no, not a fault: nothing was changed.
    Refused(Verdict),
}

/// A write that is on disk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Done {
    /// For the toast: `Déplacé à jeu. 26 nov. 14:30`.
    pub said: String,
    /// The touchpoint as it stands now, when one was asked for and is still there.
    pub block: Option<Block>,
    /// The client that was made or changed, when one was.
    pub client: Option<ClientRef>,
    /// For one of a series: the scope that was used, so that the toast can offer the others.
    pub scope: Option<Scope>,
    /// The client this write left with nothing to come, when it did: what comes next is offered.
    pub wants_next: Option<ClientRef>,
    /// What `Ctrl+Z` and `Ctrl+Maj+Z` would do now.
    pub undo: UndoState,
    /// The store's revision.
    pub revision: u32,
}

/// What undo and redo would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct UndoState {
    /// In words, `Déplacer « Visio Dupont »`.
    pub undo: Option<String>,
    /// In words.
    pub redo: Option<String>,
}
