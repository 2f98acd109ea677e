//! What a workflow answers.

use chrono_tz::Tz;
use domain::{Client, ClientId, Fit, Slot};
use planner::{Level, Verdict};
use words::{Arg, Words};

use crate::days;
use crate::fault::Fault;
use crate::following::Followed;
use crate::house::House;
use crate::path;
use crate::reschedule::{Scope, Target};
use crate::seen::Seen;
use crate::undo::{self, UndoState};

/// What the rules say, and where it would be.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Free, tight or refused, and why.
    pub verdict: Verdict,
    /// What else is worth saying.
    pub notes: Vec<Noted>,
    /// What hangs on it, and where that would go.
    pub follows: Vec<Followed>,
    /// Where it would be; `None` is the tray.
    pub slot: Option<Slot>,
    /// What was asked.
    pub to: Target,
}

impl Answer {
    /// How much speaks against it, notes included.
    pub fn level(&self) -> Level {
        self.verdict.level.max(if self.notes.is_empty() {
            Level::Free
        } else {
            Level::Tight
        })
    }
}

/// What is worth saying of a slot besides the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noted {
    /// Its wall time does not exist that day.
    Skipped(Slot),
    /// Its wall time happens twice that day.
    Twice,
    /// The rule of its series cannot be moved as a whole.
    CannotShift,
}

impl Noted {
    /// What a clock change does to a slot.
    pub(crate) fn of_clock_change(slot: Slot, home: Tz) -> Option<Self> {
        match slot.fit(home) {
            Fit::Exact => None,
            Fit::Skipped => Some(Self::Skipped(slot)),
            Fit::Twice => Some(Self::Twice),
        }
    }
}

/// What a write answers: done, or a no.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// It is on disk.
    Done(Box<Done>),
    /// A no: nothing was changed.
    Refused(Answer),
}

/// A write that is on disk.
#[derive(Debug, Clone)]
pub struct Done {
    /// For the toast.
    pub said: String,
    /// The touchpoint as it stands now.
    pub seen: Option<Seen>,
    /// The client that was made or changed.
    pub client: Option<Client>,
    /// For one of a series: the scope that was used.
    pub scope: Option<Scope>,
    /// The living client this write left with no step to come and no day to look again: its next step is offered.
    pub wants_next: Option<(ClientId, String)>,
    /// What undo and redo would do now.
    pub undo: UndoState,
    /// The store's revision.
    pub revision: u64,
}

impl Done {
    pub(crate) fn of(
        house: &House,
        said: Said,
        seen: Option<Seen>,
        revision: u64,
    ) -> Result<Self, Fault> {
        let mut seen = seen;
        days::name_clients(house, seen.as_mut_slice())?;
        Ok(Self {
            said: said.say(&house.words()),
            seen,
            client: None,
            scope: None,
            wants_next: None,
            undo: undo::state(house),
            revision,
        })
    }

    /// The same, for a write that can have taken a step of this client's path away; other writes have nothing to ask.
    pub(crate) fn leaving(self, house: &House, client: Option<ClientId>) -> Result<Self, Fault> {
        Ok(Self {
            wants_next: path::wanted(house, client)?,
            ..self
        })
    }
}

/// A sentence with its variables, not yet in a language.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    id: &'static str,
    args: Vec<(&'static str, Arg)>,
}

impl Said {
    pub(crate) fn new(id: &'static str) -> Self {
        Self {
            id,
            args: Vec::new(),
        }
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    fn say(&self, words: &Words) -> String {
        words.say(self.id, &self.args)
    }
}
