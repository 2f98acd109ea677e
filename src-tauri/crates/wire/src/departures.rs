//! Departures, as the window shows them.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{ClientRef, Done, Kind};

/// Somebody who can be written to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MailboxSheet {
    /// As written; may be empty.
    pub name: String,
    /// Without `mailto:`; may be empty.
    pub email: String,
}

/// What leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum DepartureKind {
    /// An invitation, or a new version of one.
    Request,
    /// It is called off.
    Cancel,
    /// It is called off for these guests only, who are no longer invited.
    Uninvite,
}

/// What is new since they were told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum DepartureChange {
    /// When it is.
    Time,
    /// How it repeats.
    Repeats,
    /// Where it is.
    Place,
    /// How to join it.
    Link,
    /// What it is called.
    Title,
    /// Who is invited.
    People,
}

/// One line of the queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DepartureLine {
    /// The departure.
    pub id: String,
    /// The touchpoint or series it is about; `null` when that is gone.
    pub touchpoint: Option<String>,
    /// For one of a series: where its rule puts it.
    pub occurrence: Option<String>,
    /// How one meets.
    pub kind: Kind,
    /// An invitation or an annulment.
    pub what: DepartureKind,
    /// What sentences call it.
    pub title: String,
    /// With which client.
    pub client: Option<ClientRef>,
    /// Who is told.
    pub to: Vec<MailboxSheet>,
    /// When it is, as they are told.
    pub when: String,
    /// The iCalendar SEQUENCE it says.
    pub sequence: u32,
    /// What it tells anew, or, once told, what they do not know yet.
    pub changes: Vec<DepartureChange>,
    /// When they were told: `mar. 24 nov. 14:02`; `null` while it waits.
    pub informed: Option<String>,
}

/// The queue.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DepartureList {
    /// What waits for a press, in its order.
    pub waiting: Vec<DepartureLine>,
    /// What was told, the latest first.
    pub informed: Vec<DepartureLine>,
}

/// Where the invitation to a touchpoint stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DepartureStanding {
    /// What waits.
    pub waiting: Option<DepartureKind>,
    /// What was told last.
    pub told: Option<DepartureKind>,
    /// When: `mar. 24 nov. 14:02`.
    pub told_at: Option<String>,
    /// Whether there is somebody to be invited.
    pub can_prepare: bool,
}

/// What a press left behind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Told {
    /// For the toast.
    pub done: Done,
    /// The mail to be opened, a `mailto:` address.
    pub draft: String,
    /// Addresses there was no room for in it.
    pub left_out: u32,
}
