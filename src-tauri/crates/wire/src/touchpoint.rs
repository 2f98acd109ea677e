//! A touchpoint whole, drafted and edited.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Block, Lead, Scope, Sights, Target};

/// How one meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// By phone.
    Phone,
    /// By video.
    Video,
    /// In person.
    InPerson,
    /// Brought in from a calendar that does not tell how.
    Other,
}

/// Where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum State {
    /// To come.
    Planned,
    /// It took place.
    Held,
    /// It should have.
    Missed,
    /// Called off.
    Cancelled,
}

/// Whose video rooms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum LinkService {
    /// Jitsi Meet.
    Jitsi,
    /// Microsoft Teams.
    Teams,
    /// Google Meet.
    Meet,
    /// Zoom.
    Zoom,
    /// Cisco Webex.
    Webex,
    /// Some other address.
    Other,
}

/// The three questions, each a line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Reason {
    /// *J'apporte*.
    pub bring: String,
    /// *J'étonne*.
    pub astonish: String,
    /// *J'éclaire*.
    pub clarify: String,
    /// *Urgence*: planned without one, by one press.
    #[serde(default)]
    pub urgent: bool,
}

/// What somebody answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Attendance {
    /// No answer yet.
    Waiting,
    /// Will come.
    Accepted,
    /// Will not.
    Declined,
    /// Perhaps.
    Tentative,
}

/// Somebody who takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Participant {
    /// May be empty.
    pub name: String,
    /// May be empty.
    pub email: String,
    /// What they answered.
    pub attendance: Attendance,
    /// Whether they called the meeting.
    pub organizer: bool,
}

/// A touchpoint whole, for its sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TouchpointSheet {
    /// As the calendar draws it.
    pub block: Block,
    /// The title as it is kept; may be empty.
    pub title: String,
    /// With whom.
    pub participants: Vec<Participant>,
    /// The address that joins.
    pub link_url: Option<String>,
    /// Before and during.
    pub notes: String,
    /// What came of it.
    pub outcome: String,
    /// How long before one is reminded of it.
    pub lead: Lead,
    /// Whether nobody else should hear it.
    pub confidential: bool,
    /// What was seen, in person.
    pub sights: Sights,
    /// The series in words: `chaque semaine, le mardi`.
    pub repeats_in_words: Option<String>,
    /// The file it came in.
    pub source_name: Option<String>,
    /// Whether it is in the trash.
    pub trashed: bool,
}

/// A touchpoint to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
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
    /// The length wanted in the tray.
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
    #[serde(default)]
    pub confidential: bool,
    /// The explicit press that places it although it was refused.
    pub force: bool,
}

/// The client of a draft or an edit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum ClientChoice {
    /// None.
    Nobody,
    /// One that is here.
    Existing {
        /// Its id.
        id: String,
    },
    /// One to be made in the same gesture.
    New {
        /// Its name.
        name: String,
    },
}

/// What to change of a touchpoint; `None` leaves a field as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
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

/// Which touchpoint, and how much of a series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Which {
    /// The block's `id`.
    pub id: String,
    /// The block's `occurrence`.
    pub occurrence: Option<String>,
    /// How much of a series; ignored for a single touchpoint.
    pub scope: Scope,
}
