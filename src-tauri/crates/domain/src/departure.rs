//! What will leave the machine, and only after a press: invitations and annulments, in order.
//!
//! The queue holds at most one waiting departure about a touchpoint for those who are invited to it. What is asked while
//! one waits takes its place in the queue, so that nobody is told of a time that was given up meanwhile, and no annulment
//! ever overtakes its invitation. Beside it waits at most one for those who were invited and are no longer.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::id::Noun;
use crate::{Id, Moment, Participant, Recurrence, Slot, Touchpoint, TouchpointId};

/// The id of a [`Departure`].
pub type DepartureId = Id<Departure>;

impl Noun for Departure {
    const PREFIX: &'static str = "dp";
}

/// What it is, as iTIP calls it (RFC 5546 §3.2).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// It is called off.
    Cancel,
    /// An invitation, or a new version of one.
    #[default]
    #[serde(other)]
    Request,
}

/// How far it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Departing {
    /// It waits for a press.
    Waiting,
    /// They were told. Final.
    Informed,
    /// It will not leave. What a later version calls otherwise does not leave either.
    #[default]
    #[serde(other)]
    Withdrawn,
}

/// Somebody who can be written to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Mailbox {
    /// As written; may be empty.
    #[serde(default)]
    pub name: String,
    /// Without `mailto:`.
    #[serde(default)]
    pub email: String,
}

impl Mailbox {
    /// The longest address, in bytes (64, an `@`, and 255).
    pub const ADDRESS_MOST: usize = 320;

    /// Whether the two are one address.
    fn is(&self, other: &Self) -> bool {
        self.email.eq_ignore_ascii_case(&other.email)
    }

    /// Whether its address can stand in a message as it is: one `@` with something on both sides, and nothing that ends
    /// a line or an address.
    pub fn is_address(text: &str) -> bool {
        let plain = !text.chars().any(|c| {
            c.is_control() || c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '"')
        });
        let sides = text.split_once('@').is_some_and(|(local, host)| {
            !local.is_empty() && !host.is_empty() && !host.contains('@')
        });
        plain && sides && text.len() <= Self::ADDRESS_MOST
    }
}

/// What a departure tells them: enough to know whether there is anything new to say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Told {
    /// When it is.
    #[serde(default)]
    pub slot: Option<Slot>,
    /// How it repeats.
    #[serde(default)]
    pub repeats: Option<Recurrence>,
    /// Its title.
    #[serde(default)]
    pub title: String,
    /// Where, in words.
    #[serde(default)]
    pub place: String,
    /// The address that joins it; may be empty.
    #[serde(default)]
    pub link: String,
}

/// What a departure is about: a touchpoint, or one occurrence of a series, whatever record stands for that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Subject {
    /// The touchpoint, or the series.
    pub touchpoint: TouchpointId,
    /// Where the rule of its series puts it.
    pub occurrence: Option<Moment>,
}

impl Subject {
    /// What a departure about this record is about.
    pub fn of(touchpoint: &Touchpoint) -> Self {
        match &touchpoint.occurrence {
            Some(one) => Self {
                touchpoint: one.series.unwrap_or(touchpoint.id),
                occurrence: Some(one.at),
            },
            None => Self {
                touchpoint: touchpoint.id,
                occurrence: None,
            },
        }
    }
}

/// One thing that is to leave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Departure {
    /// Its identity.
    pub id: DepartureId,
    /// About which touchpoint, or series.
    pub touchpoint: TouchpointId,
    /// About one of a series: where its rule puts it.
    #[serde(default)]
    pub occurrence: Option<Moment>,
    /// An invitation or an annulment.
    #[serde(default)]
    pub what: Method,
    /// An annulment for these guests only, who are no longer invited: for the others it takes place.
    #[serde(default)]
    pub uninvites: bool,
    /// The iCalendar SEQUENCE it says.
    #[serde(default)]
    pub sequence: u32,
    /// Who is told.
    #[serde(default)]
    pub to: Vec<Mailbox>,
    /// What it tells them.
    #[serde(default)]
    pub told: Told,
    /// How far it is.
    #[serde(default)]
    pub state: Departing,
    /// UTC: its place in the queue, which what replaces it keeps.
    pub prepared_at: DateTime<Utc>,
    /// UTC.
    pub updated_at: DateTime<Utc>,
}

/// What somebody wants to tell about a touchpoint.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// An invitation or an annulment.
    pub what: Method,
    /// About what.
    pub about: Subject,
    /// The SEQUENCE of the touchpoint as it stands.
    pub sequence: u32,
    /// Who would be told.
    pub to: Vec<Mailbox>,
    /// What they would be told.
    pub told: Told,
}

impl Asked {
    /// Whether nobody is to come: it is called off, or nobody is left to invite.
    fn calls_off(&self) -> bool {
        self.what == Method::Cancel || self.to.is_empty()
    }

    fn invites(&self, one: &Mailbox) -> bool {
        self.to.iter().any(|other| other.is(one))
    }

    /// What there is to tell about a touchpoint as it stands: it is called off when it is cancelled, in the trash, or
    /// without a time.
    pub fn of(touchpoint: &Touchpoint) -> Self {
        let off = touchpoint.trashed_at.is_some()
            || touchpoint.slot.is_none()
            || touchpoint.state == crate::State::Cancelled;
        Self {
            what: if off { Method::Cancel } else { Method::Request },
            about: Subject::of(touchpoint),
            sequence: touchpoint.sequence,
            to: recipients(&touchpoint.participants),
            told: Told {
                slot: touchpoint.slot,
                repeats: touchpoint.recurrence.clone(),
                title: touchpoint.title.clone(),
                place: touchpoint.place.clone(),
                link: touchpoint
                    .link
                    .as_ref()
                    .map_or_else(String::new, |link| link.url.clone()),
            },
        }
    }
}

/// Those who can be told: not the one who calls the meeting, and each address once.
fn recipients(participants: &[Participant]) -> Vec<Mailbox> {
    let mut to: Vec<Mailbox> = Vec::new();
    for one in participants.iter().filter(|one| !one.organizer) {
        let email = one.email.trim();
        let again = to
            .iter()
            .any(|other| other.email.eq_ignore_ascii_case(email));
        if Mailbox::is_address(email) && !again {
            to.push(Mailbox {
                name: one.name.clone(),
                email: email.to_owned(),
            });
        }
    }
    to
}

impl Departure {
    /// What it is about.
    pub fn about(&self) -> Subject {
        Subject {
            touchpoint: self.touchpoint,
            occurrence: self.occurrence,
        }
    }

    /// When they were told: what is told never changes again.
    pub fn informed_at(&self) -> Option<DateTime<Utc>> {
        (self.state == Departing::Informed).then_some(self.updated_at)
    }

    /// Whether it waits for a press.
    pub fn is_waiting(&self) -> bool {
        self.state == Departing::Waiting
    }

    /// The record that says what is asked, given all that is `known` of its subject; nothing when there is nothing new
    /// to say. It may be a known one, in its place or withdrawn; `id` is for a new one.
    ///
    /// - A new invitation takes the place of the one that waits.
    /// - An annulment of what nobody was told of withdraws what waits instead.
    /// - An invitation that says again what was told withdraws what waits: they know it already.
    ///
    /// Those who were invited and are no longer are told by [`Self::uninvite`].
    pub fn ask(known: &[Self], asked: Asked, id: DepartureId, now: DateTime<Utc>) -> Option<Self> {
        let waiting = known.iter().find(|one| one.is_waiting() && !one.uninvites);
        let last = last_informed(known);
        let still = still_invited(known);
        let invited = last.filter(|last| last.what == Method::Request && !still.is_empty());
        let withdrawn = || waiting.and_then(|one| one.withdrawn(now));
        let know = |to: &[Mailbox]| to.iter().all(|one| still.iter().any(|other| other.is(one)));
        let (what, sequence, to, told) = match (asked.calls_off(), invited) {
            (true, None) => return withdrawn(),
            (true, Some(_)) if waiting.is_some_and(|one| one.what == Method::Cancel) => {
                return None;
            }
            // They are told of what they know, and only those who know it.
            (true, Some(invited)) => (
                Method::Cancel,
                asked.sequence.max(invited.sequence.saturating_add(1)),
                still,
                invited.told.clone(),
            ),
            (false, Some(invited))
                if invited.told == asked.told && invited.to == asked.to && know(&asked.to) =>
            {
                return withdrawn();
            }
            (false, _) => {
                let sequence = last.map_or(asked.sequence, |last| next_sequence(last, &asked));
                let sequence = sequence.max(after_uninviting(known, &asked));
                (Method::Request, sequence, asked.to, asked.told)
            }
        };
        let next = Self {
            id,
            touchpoint: asked.about.touchpoint,
            occurrence: asked.about.occurrence,
            what,
            uninvites: false,
            sequence,
            to,
            told,
            state: Departing::Waiting,
            prepared_at: now,
            updated_at: now,
        };
        next.in_place_of(waiting)
    }

    /// The record that tells those who were invited that they are no longer, though it takes place (RFC 5546 §3.2.5), given
    /// all that is `known` of its subject; nothing when that is said, or nobody is to hear it. It may be a known one, in its
    /// place or withdrawn: who is invited again, or told with all the others that it is called off, is not told this.
    pub fn uninvite(
        known: &[Self],
        asked: &Asked,
        id: DepartureId,
        now: DateTime<Utc>,
    ) -> Option<Self> {
        let waiting = known.iter().find(|one| one.is_waiting() && one.uninvites);
        let gone: Vec<(&Mailbox, &Self)> = invitations(known)
            .into_iter()
            .filter(|(one, _)| !asked.calls_off() && !asked.invites(one))
            .collect();
        let last = gone.iter().map(|(_, by)| *by);
        let Some(last) = last.max_by_key(|by| by.sequence) else {
            return waiting.and_then(|one| one.withdrawn(now));
        };
        let next = Self {
            id,
            touchpoint: asked.about.touchpoint,
            occurrence: asked.about.occurrence,
            what: Method::Cancel,
            uninvites: true,
            sequence: last.sequence.saturating_add(1),
            to: gone.iter().map(|(one, _)| (*one).clone()).collect(),
            told: last.told.clone(),
            state: Departing::Waiting,
            prepared_at: now,
            updated_at: now,
        };
        next.in_place_of(waiting)
    }

    /// The same, in the place of what waits; nothing when that says it already.
    fn in_place_of(self, waiting: Option<&Self>) -> Option<Self> {
        let Some(waiting) = waiting else {
            return Some(self);
        };
        let same = (waiting.what, waiting.sequence) == (self.what, self.sequence)
            && waiting.to == self.to
            && waiting.told == self.told;
        (!same).then_some(Self {
            id: waiting.id,
            prepared_at: waiting.prepared_at,
            ..self
        })
    }

    /// The same, told; nothing unless it waits.
    pub fn informed(&self, now: DateTime<Utc>) -> Option<Self> {
        self.is_waiting().then(|| Self {
            state: Departing::Informed,
            updated_at: now,
            ..self.clone()
        })
    }

    /// The same, never to leave; nothing unless it waits.
    pub fn withdrawn(&self, now: DateTime<Utc>) -> Option<Self> {
        self.is_waiting().then(|| Self {
            state: Departing::Withdrawn,
            updated_at: now,
            ..self.clone()
        })
    }
}

/// What those who are invited were told last, of all that is known of one subject.
pub fn last_informed(known: &[Departure]) -> Option<&Departure> {
    known
        .iter()
        .filter(|one| one.state == Departing::Informed && !one.uninvites)
        .max_by_key(|one| (one.updated_at, one.sequence))
}

/// Those whose last word about a subject was an invitation, of all that is known of it.
pub fn still_invited(known: &[Departure]) -> Vec<Mailbox> {
    let invited = invitations(known).into_iter();
    invited.map(|(one, _)| one.clone()).collect()
}

/// The same, each with the invitation.
fn invitations(known: &[Departure]) -> Vec<(&Mailbox, &Departure)> {
    let mut told: Vec<&Departure> = known
        .iter()
        .filter(|one| one.state == Departing::Informed)
        .collect();
    told.sort_by_key(|one| (one.updated_at, one.sequence));
    let mut words: Vec<(&Mailbox, &Departure)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for by in told {
        for one in &by.to {
            let place = *places
                .entry(one.email.to_ascii_lowercase())
                .or_insert(words.len());
            match words.get_mut(place) {
                Some(word) => *word = (one, by),
                None => words.push((one, by)),
            }
        }
    }
    words.retain(|(_, by)| by.what == Method::Request);
    words
}

/// The least an invitation says to somebody who was told before that they are not invited any more.
fn after_uninviting(known: &[Departure], asked: &Asked) -> u32 {
    let told = known
        .iter()
        .filter(|one| one.uninvites && one.state == Departing::Informed)
        .filter(|one| one.to.iter().any(|guest| asked.invites(guest)));
    told.map(|one| one.sequence.saturating_add(1))
        .max()
        .unwrap_or_default()
}

/// A new time, a new rule or a new life is a new version (RFC 5546 §2.1.4); a new link is a new copy of the same one.
fn next_sequence(last: &Departure, asked: &Asked) -> u32 {
    let same_version = last.what == Method::Request
        && (last.told.slot, &last.told.repeats) == (asked.told.slot, &asked.told.repeats);
    let least = last.sequence.saturating_add(u32::from(!same_version));
    asked.sequence.max(least)
}
