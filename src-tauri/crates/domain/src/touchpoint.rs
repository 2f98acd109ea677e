//! One contact in time.

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::{
    ClientId, Field, Grounds, Lead, Link, Occurrence, Participant, Purpose, Reason, Recurrence,
    Sights, Slot, Source, Span, Takes, TouchpointId,
};

/// How one meets.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// By phone.
    Phone,
    /// By video.
    Video,
    /// In person.
    InPerson,
    /// Something else that takes the time: brought in from a calendar that does not tell how,
    /// or a kind of a later version.
    #[default]
    #[serde(other)]
    Other,
}

impl Kind {
    /// How long one meets so when nobody says, in minutes.
    pub fn usual_minutes(self) -> u32 {
        match self {
            Self::Phone => 30,
            Self::Video | Self::Other => 60,
            Self::InPerson => 90,
        }
    }
}

/// Where it stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It took place.
    Held,
    /// It should have, and did not.
    Missed,
    /// Called off.
    Cancelled,
    /// To come.
    #[default]
    #[serde(other)]
    Planned,
}

/// One contact in time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Touchpoint {
    /// Its identity.
    pub id: TouchpointId,
    /// How one meets.
    #[serde(default)]
    pub kind: Kind,
    /// What the time is for, when it is no meeting.
    #[serde(default)]
    pub purpose: Purpose,
    /// The meeting it hangs on: what prepares it, leads to it, or is the way there follows it.
    #[serde(default)]
    pub hangs_on: Option<TouchpointId>,
    /// The meeting it concludes, some working days later.
    #[serde(default)]
    pub concludes: Option<TouchpointId>,
    /// Air owed since it was placed against the rules of its day, in minutes.
    #[serde(default)]
    pub debt: u32,
    /// Where it stands.
    #[serde(default)]
    pub state: State,
    /// One line; may be empty when it came so.
    #[serde(default)]
    pub title: String,
    /// Why.
    #[serde(default)]
    pub reason: Reason,
    /// With which client.
    #[serde(default)]
    pub client: Option<ClientId>,
    /// With whom.
    #[serde(default)]
    pub participants: Vec<Participant>,
    /// When; `None` waits in the tray.
    #[serde(default)]
    pub slot: Option<Slot>,
    /// The length it wants while it waits in the tray, in minutes.
    #[serde(default)]
    pub wanted_minutes: u32,
    /// Where, in words.
    #[serde(default)]
    pub place: String,
    /// How to join.
    #[serde(default)]
    pub link: Option<Link>,
    /// Before and during.
    #[serde(default)]
    pub notes: String,
    /// What came of it.
    #[serde(default)]
    pub outcome: String,
    /// What was seen, in person.
    #[serde(default)]
    pub sights: Sights,
    /// What makes it a series.
    #[serde(default)]
    pub recurrence: Option<Recurrence>,
    /// That it stands for one occurrence of a series.
    #[serde(default)]
    pub occurrence: Option<Occurrence>,
    /// Whether it leaves the time free (TRANSP:TRANSPARENT).
    #[serde(default)]
    pub transparent: bool,
    /// Whether nobody else should hear it.
    #[serde(default)]
    pub confidential: bool,
    /// How long before one is reminded of it.
    #[serde(default)]
    pub lead: Lead,
    /// iCalendar SEQUENCE.
    #[serde(default)]
    pub sequence: u32,
    /// Its iCalendar identity and the file it came in.
    pub source: Source,
    /// UTC.
    pub created_at: DateTime<Utc>,
    /// UTC.
    pub updated_at: DateTime<Utc>,
    /// UTC, when it was put in the trash.
    #[serde(default)]
    pub trashed_at: Option<DateTime<Utc>>,
    /// Whether it belongs to the examples of the first start.
    #[serde(default)]
    pub example: bool,
}

impl Touchpoint {
    /// The longest title, place or reason line, in characters.
    pub const LINE_MOST: usize = 500;
    /// The longest notes and outcome, in characters.
    pub const TEXT_MOST: usize = 100_000;
    /// The length of a touchpoint when nothing says otherwise, in minutes.
    pub const USUAL_MINUTES: u32 = 30;

    /// A touchpoint to come. There is none without grounds.
    pub fn plan(id: TouchpointId, kind: Kind, grounds: Grounds, now: DateTime<Utc>) -> Self {
        Self {
            reason: grounds.into_reason(),
            ..Self::received(id, kind, now)
        }
    }

    /// A touchpoint that came from elsewhere with nothing in it yet: from a calendar, where nobody was asked why. It is
    /// never refused, and waits for its reason.
    pub fn received(id: TouchpointId, kind: Kind, now: DateTime<Utc>) -> Self {
        Self {
            id,
            kind,
            purpose: Purpose::Meeting,
            hangs_on: None,
            concludes: None,
            debt: 0,
            state: State::Planned,
            title: String::new(),
            reason: Reason::default(),
            client: None,
            participants: Vec::new(),
            slot: None,
            wanted_minutes: Self::USUAL_MINUTES,
            place: String::new(),
            link: None,
            notes: String::new(),
            outcome: String::new(),
            sights: Sights::default(),
            recurrence: None,
            occurrence: None,
            transparent: false,
            confidential: false,
            lead: Lead::default(),
            sequence: 0,
            source: Source::of_ours(format!("{id}@sentier")),
            created_at: now,
            updated_at: now,
            trashed_at: None,
            example: false,
        }
    }

    /// Whether it looks for its reason: it meets somebody, it is to come, and nobody said why.
    pub fn wants_reason(&self) -> bool {
        let meets = self.kind != Kind::Other || self.client.is_some();
        meets
            && self.purpose == Purpose::Meeting
            && self.trashed_at.is_none()
            && self.state == State::Planned
            && self.reason.is_empty()
            && !self.reason.urgent
    }

    /// Time that is no meeting: air, work, preparation, or the way. It needs no reason, and is on no path.
    pub fn of_own(id: TouchpointId, purpose: Purpose, now: DateTime<Utc>) -> Self {
        Self {
            purpose,
            ..Self::received(id, Kind::Other, now)
        }
    }

    /// What takes its time, as far as the rules of a day care.
    pub fn takes(&self) -> Takes {
        match self.purpose {
            Purpose::Meeting => Takes::Meeting(self.kind),
            Purpose::Air | Purpose::Freed => Takes::Air,
            Purpose::Work | Purpose::Preparation => Takes::Work,
            Purpose::Travel => Takes::Travel,
        }
    }

    /// Whether it takes time from others: placed, timed, to come or held, and not in the trash.
    pub fn is_busy(&self) -> bool {
        self.trashed_at.is_none()
            && !self.transparent
            && matches!(self.state, State::Planned | State::Held)
            && self.slot.is_some_and(|slot| !slot.is_all_day())
    }

    /// The wall time at which the first occurrence of a series begins, further dates (RDATE) counted; `None` when it is
    /// no series, or has no slot.
    pub fn series_begins(&self) -> Option<NaiveDateTime> {
        let (slot, recurrence) = (self.slot?, self.recurrence.as_ref()?);
        let dates = recurrence.dates.iter().map(|date| date.wall());
        Some(dates.fold(slot.start_wall(), NaiveDateTime::min))
    }

    /// Its two instants, floating times read in `home`; `None` in the tray.
    pub fn span(&self, home: Tz) -> Option<Span> {
        self.slot.map(|slot| slot.span(home))
    }

    /// How many minutes it takes, or wants.
    pub fn minutes(&self) -> u32 {
        self.slot
            .map_or(self.wanted_minutes, |slot| slot.seconds().div_ceil(60))
    }

    /// Put somewhere else in time, or in the tray. The length it had is what it wants there.
    ///
    /// What a calendar file says about time is marked as edited, and SEQUENCE goes up
    /// (RFC 5546 §2.1.4: a new time is a new version).
    pub fn place_at(&mut self, slot: Option<Slot>, now: DateTime<Utc>) {
        if self.slot == slot {
            return;
        }
        if let Some(Slot::Timed { seconds, .. }) = self.slot {
            self.wanted_minutes = seconds.div_ceil(60);
        }
        self.slot = slot;
        // What was owed for the place it had is owed no more; the new place says what it costs.
        self.debt = 0;
        self.sequence = self.sequence.saturating_add(1);
        self.mark(Field::Slot, now);
    }

    /// Note that `field` no longer says what its file says.
    pub fn mark(&mut self, field: Field, now: DateTime<Utc>) {
        self.source.edits.insert(field);
        self.updated_at = now;
    }
}
