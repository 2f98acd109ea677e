//! The person's rights: consent, objection, the list of who is long silent, and erasing.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{ClientRef, Done};

/// By what somebody may be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ContactChannel {
    /// By e-mail.
    Email,
    /// By phone.
    Phone,
    /// By text message.
    Text,
    /// By post.
    Post,
    /// Some other way.
    Other,
}

/// What was said of a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Agreed {
    /// They agree.
    Given,
    /// They do not, or no more.
    Withdrawn,
    /// Nobody knows.
    Unknown,
}

/// On what one stands when one keeps and uses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Basis {
    /// They agreed.
    Consent,
    /// There is a contract, or one is being made.
    Contract,
    /// It is of use to the house, and expected.
    LegitimateInterest,
    /// Nobody said.
    Unsaid,
}

/// What is known of somebody's consent for one channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Consent {
    /// By what they are reached.
    pub channel: ContactChannel,
    /// What was said.
    pub agreed: Agreed,
    /// The day it was said.
    pub on: Option<String>,
    /// On what one stands.
    pub basis: Basis,
    /// Where it comes from, one line; may be empty.
    pub source: String,
}

/// Somebody said they do not want to be contacted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Objection {
    /// The day they said so.
    pub on: String,
    /// How it was said; may be empty.
    pub source: String,
}

/// Somebody was looked at again and stays for now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Stays {
    /// The day that was decided.
    pub on: String,
    /// The day one is asked again.
    pub until: String,
    /// Why; may be empty.
    pub why: String,
}

/// Who objects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Objector {
    /// A client as a whole.
    Client {
        /// Its id.
        id: String,
    },
    /// A person.
    Contact {
        /// Their id.
        id: String,
    },
}

/// Somebody to look at again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SilentLine {
    /// Who.
    pub id: String,
    /// What they are called.
    pub name: String,
    /// What they do; may be empty.
    pub role: String,
    /// An e-mail address of theirs; may be empty.
    pub email: String,
    /// At which client.
    pub client: Option<ClientRef>,
    /// `3 mars 2021`: the day they were last heard of, or came into the book.
    pub last: String,
    /// Whether they were ever heard of.
    pub heard: bool,
    /// Whether they object: nothing can be planned with them.
    pub objects: bool,
    /// When they were kept before: `12 juin 2025`; may be empty.
    pub kept: String,
    /// Why they were; may be empty.
    pub why: String,
}

/// Those to look at again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SilentLines {
    /// How many there are.
    pub total: u32,
    /// The window asked for, the longest silent first.
    pub lines: Vec<SilentLine>,
    /// The day one is asked again when nobody says another: a year on.
    pub later: String,
}

/// A free text that names somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Mention {
    /// What it is chosen by.
    pub key: String,
    /// The touchpoint it stands in.
    pub touchpoint: Option<String>,
    /// The client it stands in.
    pub client: Option<String>,
    /// What that is called; may be empty.
    pub title: String,
    /// `notes`.
    pub field: String,
    /// Some words before.
    pub before: String,
    /// What names them.
    pub named: String,
    /// Some words after.
    pub after: String,
}

/// What erasing somebody does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ErasureLook {
    /// What they are called.
    pub name: String,
    /// Touchpoints that stay without them.
    pub touchpoints: u32,
    /// Those of them that are to come.
    pub coming: u32,
    /// Cards, rows and participants in files they came in.
    pub cards: u32,
    /// Invitations and annulments that lose them.
    pub departures: u32,
    /// Files and pictures that go.
    pub files: u32,
    /// Merges that go.
    pub merges: u32,
    /// Lines of the history that name them.
    pub lines: u32,
    /// Free texts that name them.
    pub mentions: Vec<Mention>,
    /// `30 déc.`: the day snapshots and journals follow at the latest.
    pub due: String,
}

/// That somebody was erased.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Erased {
    /// What was done.
    pub look: ErasureLook,
    /// What the write did.
    pub done: Done,
}

/// An erasure as it is remembered: nameless.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ErasureLine {
    /// `mar. 24 nov. 14:02`.
    pub when: String,
    /// Touchpoints that stay.
    pub touchpoints: u32,
    /// `30 déc.`: the day it reaches snapshots and journals.
    pub due: String,
    /// Whether it reached them.
    pub reached: bool,
}
