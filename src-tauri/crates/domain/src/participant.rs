//! Who takes part, as calendars write it.

use serde::{Deserialize, Serialize};

/// What somebody answered (RFC 5545 §3.2.12).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attendance {
    /// Will come.
    Accepted,
    /// Will not.
    Declined,
    /// Perhaps.
    Tentative,
    /// No answer yet, or one this version does not know.
    #[default]
    #[serde(other)]
    Waiting,
}

/// Somebody who takes part in a touchpoint.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Participant {
    /// As written; may be empty.
    #[serde(default)]
    pub name: String,
    /// Without `mailto:`; may be empty.
    #[serde(default)]
    pub email: String,
    /// What they answered.
    #[serde(default)]
    pub attendance: Attendance,
    /// Whether they called the meeting.
    #[serde(default)]
    pub organizer: bool,
}
