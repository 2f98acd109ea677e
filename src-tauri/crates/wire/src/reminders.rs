//! Reminders, as the window shows them.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Block;

/// A touchpoint one is reminded of, or was to be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Reminded {
    /// The touchpoint, with its reason.
    pub block: Block,
    /// `14:30`, or `jeu. 26 nov. 14:30` on another day.
    pub when: String,
}

/// How long a reminder is put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Delay {
    /// Ten minutes.
    TenMinutes,
    /// An hour.
    Hour,
    /// Until work begins on the next worked day.
    Morning,
    /// Until the next video meeting is announced.
    NextVideo,
}

/// One way to put a reminder off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Snooze {
    /// How long.
    pub delay: Delay,
    /// Until when: `14:40`, or `jeu. 26 nov. 09:00` on another day.
    pub when: String,
}

/// How long before its start one is reminded of a touchpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Lead {
    /// As of every one of its kind.
    OfKind,
    /// Not at all.
    Never,
    /// That many minutes.
    Before {
        /// How many.
        minutes: u16,
    },
}

/// What goes on while the window is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Background {
    /// Whether this desktop has a tray to close the window to.
    pub tray: bool,
    /// Whether Sentier starts with the session.
    pub autostart: bool,
}

/// How long before a touchpoint one is reminded of it, in minutes; `null` is not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RemindingSheet {
    /// Whether at all.
    pub on: bool,
    /// Of a call.
    pub phone: Option<u16>,
    /// Of a video meeting.
    pub video: Option<u16>,
    /// Of a meeting in person.
    pub in_person: Option<u16>,
    /// Of anything else.
    pub other: Option<u16>,
    /// Whether closing the window leaves Sentier in the tray.
    pub to_tray: bool,
}
