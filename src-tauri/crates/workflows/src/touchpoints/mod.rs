//! Making, changing, trashing and reading touchpoints.

mod edit;
mod plan;
mod trash;

use domain::{
    Client, ClientId, Kind, Lead, Link, Moment, Participant, Reason, State, Touchpoint,
    TouchpointId, clean_line,
};

use crate::fault::Fault;
use crate::house::House;
use crate::reschedule::{Scope, Target};
use crate::seen::Seen;
use crate::{days, reads};

pub use edit::edit;
pub(crate) use edit::{edited_records, going};
pub use plan::plan;
pub use trash::{restore, trash, trashed};

/// Which touchpoint, and how much of a series.
#[derive(Debug, Clone, Copy)]
pub struct Which {
    /// The touchpoint, or the series.
    pub id: TouchpointId,
    /// Where the rule of its series puts it.
    pub occurrence: Option<Moment>,
    /// How much of a series.
    pub scope: Scope,
}

/// The client of a draft or an edit.
#[derive(Debug, Clone)]
pub enum ClientChoice {
    /// None.
    Nobody,
    /// One that is here.
    Existing(ClientId),
    /// One to be made in the same gesture.
    New(String),
}

/// A touchpoint to be made.
#[derive(Debug, Clone)]
pub struct Draft {
    /// How one meets.
    pub kind: Kind,
    /// One line.
    pub title: String,
    /// Why.
    pub reason: Reason,
    /// With whom one sells.
    pub client: ClientChoice,
    /// When, or the tray.
    pub to: Target,
    /// The length wanted in the tray, in minutes.
    pub minutes: u32,
    /// Where.
    pub place: String,
    /// How to join; empty for none.
    pub link: String,
    /// Free text.
    pub notes: String,
    /// With whom.
    pub participants: Vec<Participant>,
    /// Whether nobody else should hear it.
    pub confidential: bool,
    /// The explicit press.
    pub force: bool,
}

/// What to change; `None` leaves a field as it is.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// How one meets.
    pub kind: Option<Kind>,
    /// Where it stands.
    pub state: Option<State>,
    /// One line.
    pub title: Option<String>,
    /// Why.
    pub reason: Option<Reason>,
    /// With whom one sells.
    pub client: Option<ClientChoice>,
    /// Where.
    pub place: Option<String>,
    /// How to join; empty removes it.
    pub link: Option<String>,
    /// Free text.
    pub notes: Option<String>,
    /// What came of it.
    pub outcome: Option<String>,
    /// With whom.
    pub participants: Option<Vec<Participant>>,
    /// How long before one is reminded of it.
    pub lead: Option<Lead>,
    /// Whether nobody else should hear it.
    pub confidential: Option<bool>,
}

/// A touchpoint whole.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// As it is seen.
    pub seen: Seen,
    /// The series it belongs to, or is.
    pub series: Option<Touchpoint>,
    /// The name of the file it came in.
    pub source_name: Option<String>,
}

/// A touchpoint whole.
pub fn sheet(house: &House, id: TouchpointId, occurrence: Option<Moment>) -> Result<Sheet, Fault> {
    let mut seen = reads::seen(house, id, occurrence)?;
    days::name_clients(house, std::slice::from_mut(&mut seen))?;
    let series = seen
        .series()
        .map(|id| reads::touchpoint(house, id))
        .transpose()?;
    let source_name = match seen.touchpoint.source.file {
        Some(file) => house
            .store
            .get::<domain::SourceFile>(file.to_bytes())?
            .map(|file| file.name),
        None => None,
    };
    Ok(Sheet {
        seen,
        series,
        source_name,
    })
}

/// What waits without a slot, the oldest first.
pub fn tray(house: &House) -> Result<Vec<Seen>, Fault> {
    let mut seen: Vec<Seen> = reads::tray(house)?.into_iter().map(days::single).collect();
    days::name_clients(house, &mut seen)?;
    Ok(seen)
}

/// A video room nobody can guess, made offline.
pub fn new_video_link() -> Link {
    Link::jitsi(crate::clock::dice())
}

/// The address that joins a touchpoint.
pub fn joining(house: &House, id: TouchpointId, occurrence: Option<Moment>) -> Result<Link, Fault> {
    let seen = reads::seen(house, id, occurrence)?;
    seen.touchpoint
        .link
        .ok_or_else(|| Fault::invalid("error-no-link"))
}

pub(crate) fn clean_reason(reason: &Reason) -> Reason {
    let line = |text: &str| clean_line(text, Touchpoint::LINE_MOST);
    Reason {
        bring: line(&reason.bring),
        astonish: line(&reason.astonish),
        clarify: line(&reason.clarify),
        urgent: reason.urgent,
    }
}

fn clean_participants(participants: Vec<Participant>) -> Vec<Participant> {
    let clean = |one: Participant| Participant {
        name: clean_line(&one.name, Client::NAME_MOST),
        email: clean_line(&one.email, 320),
        ..one
    };
    participants
        .into_iter()
        .take(500)
        .map(clean)
        .filter(|one| !(one.name.is_empty() && one.email.is_empty()))
        .collect()
}

fn link(text: &str) -> Result<Option<Link>, Fault> {
    match text.trim() {
        "" => Ok(None),
        address => Link::parse(address)
            .map(Some)
            .ok_or_else(|| Fault::invalid("error-link")),
    }
}

fn title_of(
    house: &House,
    touchpoint: &Touchpoint,
    made: Option<&Client>,
) -> Result<String, Fault> {
    let mut seen = days::single(touchpoint.clone());
    days::name_clients(house, std::slice::from_mut(&mut seen))?;
    if let Some(client) = made {
        seen.client = Some((client.id, client.name.clone()));
    }
    Ok(seen.title(&house.words().say("title-none", &[])))
}
