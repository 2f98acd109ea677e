//! Quick add: a sentence one types, and the draft it makes. Nothing is guessed: what the sentence leaves open is said,
//! and the draft is planned by the one workflow that plans ([`crate::touchpoints::plan`]).

mod known;

use chrono::{NaiveDate, NaiveTime};
use domain::{Attendance, ClientId, Contact, Kind, Participant, Takes, Workdays};
use phrase::{Context, Meaning, Part, Reading, Who};

use crate::done::Answer;
use crate::fault::Fault;
use crate::grounds;
use crate::house::House;
use crate::reschedule::{self, Reschedule, Scope, Subject, Target};
use crate::rights;
use crate::touchpoints::{ClientChoice, Draft};
use known::Known;

/// Which value of a chip is meant, told by the chip's own words: they stay its own while the rest is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The words of the chip.
    pub words: String,
    /// Which of its values, from 0.
    pub at: usize,
}

/// What a touchpoint needs and the sentence does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// How one meets.
    Kind,
    /// With whom.
    Who,
    /// Which day; the hour is said.
    Day,
    /// At what time; the day is said.
    Hour,
}

/// A sentence understood.
#[derive(Debug, Clone)]
pub struct Quick {
    /// Every value of every chip, as it was read.
    pub read: Reading,
    /// What is left open once the choices are taken.
    pub settled: Reading,
    /// Which value of each chip was chosen.
    pub chosen: Vec<Option<usize>>,
    /// The touchpoint it makes; what is missing has a usual value, to be looked at in the draft.
    pub draft: Draft,
    /// The name of the draft's client.
    pub client: String,
    /// What the sentence does not say.
    pub missing: Vec<Missing>,
    /// What the rules say of its hour, when that is said.
    pub verdict: Option<Answer>,
    /// What is wrong with its reason.
    pub weak: Option<Fault>,
}

impl Quick {
    /// Whether it can be planned as it stands: all is said, in one way, and understood.
    pub fn is_ready(&self) -> bool {
        self.settled.is_sure() && self.missing.is_empty() && self.weak.is_none()
    }
}

/// What `text` means, with these choices. Nothing is written.
pub fn read(house: &House, text: &str, choices: &[Choice]) -> Result<Quick, Fault> {
    let workdays = Workdays::from(&*house.rules());
    let context = Context {
        now: house.now_wall(),
        language: house.words().language(),
        known: &Known::of(house, text),
        workdays: &workdays,
    };
    let read = phrase::read(text, &context);
    let mut settled = read.clone();
    let chosen: Vec<Option<usize>> = read
        .chips
        .iter()
        .enumerate()
        .map(|(chip, one)| {
            let words = text.get(one.range.clone())?;
            let choice = choices.iter().rev().find(|choice| choice.words == words)?;
            settled.choose(chip, choice.at).then_some(choice.at)
        })
        .collect();
    let mut missing = Vec::new();
    let kind = settled.kind();
    if kind.is_none() {
        missing.push(Missing::Kind);
    }
    let (client, name, participants) = people(house, &settled)?;
    if client.is_none() && participants.is_empty() {
        missing.push(Missing::Who);
    }
    let kind = kind.unwrap_or(Kind::Video);
    let minutes = settled.minutes().unwrap_or_else(|| kind.usual_minutes());
    let to = target(house, &settled, minutes, &mut missing);
    let reason = settled.reason();
    let weak = rights::may_contact(house, client, &participants)
        .err()
        .or_else(|| grounds::of(house, reason.clone(), client, None).err());
    let said = matches!(to, Target::Timed { .. })
        && !missing.contains(&Missing::Day)
        && !missing.contains(&Missing::Hour);
    let verdict = said
        .then(|| reschedule::judge(house, proposal(to, kind)))
        .transpose()?;
    Ok(Quick {
        draft: Draft {
            kind,
            title: String::new(),
            reason,
            client: client.map_or(ClientChoice::Nobody, ClientChoice::Existing),
            to,
            minutes,
            place: String::new(),
            link: String::new(),
            notes: String::new(),
            participants,
            confidential: false,
            force: false,
        },
        client: name,
        read,
        settled,
        chosen,
        missing,
        verdict,
        weak,
    })
}

fn proposal(to: Target, kind: Kind) -> Reschedule {
    Reschedule {
        subject: Subject::New {
            takes: Takes::Meeting(kind),
            confidential: false,
        },
        to,
        scope: Scope::This,
        copy: false,
        force: false,
    }
}

/// The one client that is named, itself or by its people, and who takes part.
fn people(
    house: &House,
    settled: &Reading,
) -> Result<(Option<ClientId>, String, Vec<Participant>), Fault> {
    let mut clients = Vec::new();
    let mut participants = Vec::new();
    for person in settled.people() {
        match person.who {
            Who::Client(id) => clients.push(id),
            Who::Contact(id) => {
                let Some(contact) = house.store.get::<Contact>(id.to_bytes())? else {
                    continue;
                };
                clients.extend(contact.client);
                participants.push(Participant {
                    name: contact.name,
                    email: contact
                        .emails
                        .into_iter()
                        .next()
                        .map(|email| email.address)
                        .unwrap_or_default(),
                    attendance: Attendance::Waiting,
                    organizer: false,
                });
            }
        }
    }
    clients.sort_unstable();
    clients.dedup();
    let [client] = clients.as_slice() else {
        return Ok((None, String::new(), participants));
    };
    let name = crate::clients::client(house, *client)?.name;
    Ok((Some(*client), name, participants))
}

/// When it would be: the tray when neither a day nor an hour is said.
fn target(house: &House, settled: &Reading, minutes: u32, missing: &mut Vec<Missing>) -> Target {
    let timed = |date: NaiveDate, time: NaiveTime| Target::Timed {
        start: date.and_time(time),
        minutes,
    };
    let when = |chip: &phrase::Chip| {
        matches!(
            chip.meaning,
            Meaning::Day { .. } | Meaning::Hour(_) | Meaning::Moment(_) | Meaning::Part(_)
        )
    };
    match (settled.day(), settled.hour()) {
        (Some(date), Some(time)) => timed(date, time),
        (Some(date), None) => {
            missing.push(Missing::Hour);
            timed(date, begins(settled))
        }
        (None, Some(time)) => {
            missing.push(Missing::Day);
            timed(house.now_wall().date(), time)
        }
        (None, None) => {
            if settled.chips.iter().any(when) {
                missing.push(Missing::Day);
            }
            Target::Tray
        }
    }
}

/// Where the part of the day that is said begins; the morning when none is.
fn begins(settled: &Reading) -> NaiveTime {
    let part = settled.chips.iter().find_map(|chip| match chip.meaning {
        Meaning::Part(part) => Some(part),
        Meaning::Day { part, .. } => part,
        _ => None,
    });
    let hour = match part {
        Some(Part::Afternoon) => 14,
        Some(Part::Evening) => 18,
        Some(Part::Morning) | None => 9,
    };
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default()
}
