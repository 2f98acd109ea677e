//! An event of a file, in the words of the domain.

use chrono::{DateTime, Utc};
use domain::{
    ClientId, Kind, Link, Moment, Participant, Purpose, Reason, Recurrence, Slot, SourceId, State,
    Touchpoint,
};

/// EXDATE and RDATE values an event may have; a daily meeting takes 13 years to be called off so often.
pub const DATES_MOST: usize = 5_000;

/// What was noticed while reading an event that could be read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Warning {
    /// Its zone is not known: its times float. The name, cut to 80 characters.
    UnknownZone(String),
    /// It ends before it begins: it is given no length.
    EndBeforeStart,
    /// It changes all later occurrences too (RANGE=THISANDFUTURE); only this one is changed here.
    ThisAndFuture,
    /// It leaves dates out by rule (EXRULE, which RFC 5545 gave up).
    ExclusionRule,
    /// Some of its dates have a length of their own, which is not kept here.
    PeriodDates,
    /// A date among its EXDATE or RDATE is none.
    BadDate,
    /// A text is longer than what is shown; the file keeps the whole.
    Shortened,
    /// It has no UID: one was made of its content.
    NoUid,
    /// It invites more people than are kept.
    ManyPeople,
}

/// The client an exported touchpoint named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientNamed {
    /// Its identity in the house it left.
    pub id: Option<ClientId>,
    /// Its name.
    pub name: String,
}

/// An event of a file, in the words of the domain.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadEvent {
    /// The iCalendar UID; made of the content when the file has none.
    pub uid: String,
    /// Which occurrence of its series it stands for, as written.
    pub recurrence_id: Option<Moment>,
    /// When; `None` waits in the tray (a to-do that left here).
    pub slot: Option<Slot>,
    /// The length it wants in the tray, in minutes.
    pub wanted_minutes: u32,
    /// How one meets: said by an export of ours, else guessed.
    pub kind: Kind,
    /// Whether the file says how one meets.
    pub kind_is_said: bool,
    /// What the time is for (exports of ours).
    pub purpose: Purpose,
    /// Where it stands.
    pub state: State,
    /// SUMMARY, one line.
    pub title: String,
    /// LOCATION, one line.
    pub place: String,
    /// DESCRIPTION.
    pub notes: String,
    /// What came of it (exports of ours).
    pub outcome: String,
    /// Why (exports of ours).
    pub reason: Reason,
    /// With which client (exports of ours).
    pub client: Option<ClientNamed>,
    /// How to join.
    pub link: Option<Link>,
    /// With whom.
    pub participants: Vec<Participant>,
    /// What makes it a series; `ends` is left to `series`.
    pub recurrence: Option<Recurrence>,
    /// Whether it leaves the time free.
    pub transparent: bool,
    /// SEQUENCE.
    pub sequence: u32,
    /// CREATED, UTC.
    pub created_at: Option<DateTime<Utc>>,
    /// LAST-MODIFIED, else DTSTAMP, UTC.
    pub updated_at: Option<DateTime<Utc>>,
    /// First byte of its BEGIN line in the file.
    pub offset: u64,
    /// Its length in bytes, its END line included.
    pub length: u64,
    /// The line of the file it begins on, from 1.
    pub line: u32,
    /// What was noticed.
    pub warnings: Vec<Warning>,
}

impl ReadEvent {
    /// Whether this replaces `other`, of the same UID and occurrence (RFC 5546 §2.1.5): a higher SEQUENCE, else a
    /// later change, else the one that stands later in the file.
    pub fn supersedes(&self, other: &Self) -> bool {
        (self.sequence, self.updated_at, self.offset)
            > (other.sequence, other.updated_at, other.offset)
    }

    /// The touchpoint it becomes, with the times of its own making and last change where the file says them, else
    /// `now`. The client, the series it belongs to and the end of its rules are the caller's to find.
    pub fn into_touchpoint(
        self,
        id: domain::TouchpointId,
        file: SourceId,
        now: DateTime<Utc>,
    ) -> Touchpoint {
        let mut touchpoint = Touchpoint::received(id, self.kind, now);
        touchpoint.created_at = self.created_at.unwrap_or(now);
        touchpoint.updated_at = self.updated_at.unwrap_or(now);
        touchpoint.source = domain::Source {
            file: Some(file),
            offset: self.offset,
            length: self.length,
            ..domain::Source::of_ours(self.uid)
        };
        touchpoint.purpose = self.purpose;
        touchpoint.state = self.state;
        touchpoint.title = self.title;
        touchpoint.reason = self.reason;
        touchpoint.participants = self.participants;
        touchpoint.slot = self.slot;
        touchpoint.wanted_minutes = self.wanted_minutes;
        touchpoint.place = self.place;
        touchpoint.link = self.link;
        touchpoint.notes = self.notes;
        touchpoint.outcome = self.outcome;
        touchpoint.recurrence = self.recurrence;
        touchpoint.occurrence = self
            .recurrence_id
            .map(|at| domain::Occurrence { series: None, at });
        touchpoint.transparent = self.transparent;
        touchpoint.sequence = self.sequence;
        touchpoint
    }
}
