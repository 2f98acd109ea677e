//! What the window needs to open, and what it remembers.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{
    LeaveSheet, LockingSheet, MailboxSheet, Region, RemindingSheet, SpotsSheet, UndoState,
};

/// The languages Sentier speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Language {
    /// French.
    Fr,
    /// English.
    En,
}

/// Light, dark, or as the desktop says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Theme {
    /// As the desktop says.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Everything the window needs for its first frame.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Start {
    /// Sentier's version.
    pub version: String,
    /// The language to speak now.
    pub language: Language,
    /// The settings.
    pub settings: SettingsSheet,
    /// What the window remembers.
    pub desk: Desk,
    /// Now.
    pub now: Now,
    /// Whether the first start's two choices are still to be answered.
    pub first_start: bool,
    /// What happened on opening that the person should know, in calm sentences.
    pub notices: Vec<String>,
    /// Files to bring in, given on the command line or by a double click.
    pub files: Vec<String>,
    /// What was being written when the book locked, as the page gave it; once.
    pub unfinished: Option<String>,
    /// What undo and redo would do.
    pub undo: UndoState,
    /// Whether examples are in the store.
    pub examples: bool,
}

/// The clock as the house reads it; `--now` stops it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Now {
    /// RFC 3339 with the home zone's offset.
    pub at: String,
    /// Wall time of the home zone, `2026-11-24T09:12`.
    pub wall: String,
    /// IANA name of the home zone.
    pub zone: String,
    /// Whether the clock stands still.
    pub fixed: bool,
    /// IANA name of the machine's zone, when it is to be asked whether the calendar moves along to it.
    pub elsewhere: Option<String>,
}

/// What the window remembers between two starts; not part of undo.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Desk {
    /// `day`, `workWeek`, `week`, `month`, `agenda`, `clients`…: the window's own word.
    pub view: String,
    /// The date it showed.
    pub date: Option<String>,
    /// The client whose page was open.
    pub client: Option<String>,
    /// First visible minute of the day grid.
    pub scroll_minute: Option<u32>,
    /// Whether the tray is open.
    pub tray_closed: bool,
}

/// Working hours of a weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HoursSheet {
    /// Minute of the day.
    pub from: u32,
    /// Minute of the day.
    pub until: u32,
}

/// The settings as the window shows and sends them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SettingsSheet {
    /// `None` follows the system.
    pub language: Option<Language>,
    /// Light or dark.
    pub theme: Theme,
    /// IANA name; `None` until the first start is answered, and then leaves it as it is.
    pub home: Option<String>,
    /// From Monday; `None` is a day off.
    pub hours: Vec<Option<HoursSheet>>,
    /// What a day keeps free.
    pub air: crate::AirSheet,
    /// Whose holidays are kept.
    pub region: Region,
    /// When one is away.
    pub leave: Vec<LeaveSheet>,
    /// Where one is, and what can be held there.
    pub spots: SpotsSheet,
    /// How one wants to be reminded.
    pub reminding: RemindingSheet,
    /// Who the person is to those they invite.
    pub me: MailboxSheet,
    /// When a sealed book locks itself.
    pub locking: LockingSheet,
}

/// What the first start's choice was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Welcome {
    /// "Apporter mon agenda", or neither: begin with what is mine.
    Mine,
    /// "Découvrir avec des exemples".
    Examples,
}
