//! Contacts and places, how they are reached, and their files.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Block, ClientChoice, ClientRef, Consent, MergedFrom, Objection, Stays};

/// What a number or an address is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ReachKind {
    /// At work.
    Work,
    /// In the pocket.
    Mobile,
    /// At home.
    Home,
    /// A fax, or a pager.
    Fax,
    /// Nothing says.
    #[default]
    Other,
}

/// A phone number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Phone {
    /// What it is for.
    pub kind: ReachKind,
    /// As it was written or came.
    pub written: String,
    /// As it is shown: `02 38 00 00 00`, `+49 30 000000`.
    pub shown: String,
    /// What stands behind `tel:`; empty when it cannot be called.
    pub dial: String,
}

/// A phone number as it is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PhoneGiven {
    /// What it is for.
    pub kind: ReachKind,
    /// As it is written; French numbers need no country.
    pub written: String,
}

/// An e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Email {
    /// What it is for.
    pub kind: ReachKind,
    /// Without `mailto:`.
    pub address: String,
}

/// A postal address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Address {
    /// What it is for.
    pub kind: ReachKind,
    /// Number and street; several lines stay several.
    pub street: String,
    /// Postal code, as text.
    pub postcode: String,
    /// Town.
    pub city: String,
    /// State, canton or department.
    pub region: String,
    /// Country, as written.
    pub country: String,
}

/// A field the person named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CustomField {
    /// Its name, one line.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// A file of a client or a contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Attachment {
    /// The file's name when it came.
    pub name: String,
    /// What it is opened and removed by.
    pub blob: String,
    /// `1,2 Mo`.
    pub size: String,
    /// When it was added, wall time of the home zone.
    pub added: String,
}

/// Whose files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum FileOwner {
    /// A client's.
    Client {
        /// Its id.
        id: String,
    },
    /// A contact's.
    Contact {
        /// Its id.
        id: String,
    },
}

/// How somebody was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum MetHow {
    /// In person.
    InPerson,
    /// By video.
    Video,
    /// By phone.
    Phone,
    /// Some other way.
    Other,
}

/// Who of ours has met a contact, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Met {
    /// Who of ours: a name; empty is the person whose book this is.
    pub by: String,
    /// How.
    pub how: MetHow,
    /// The date, when it is known.
    pub on: Option<String>,
}

/// A touchpoint that took place with a contact among its participants.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct MetAt {
    /// How.
    pub how: MetHow,
    /// How many times this way.
    pub times: u32,
    /// The last of them.
    pub last: Block,
}

/// A contact whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ContactCard {
    /// Its id.
    pub id: String,
    /// At which client.
    pub client: Option<ClientRef>,
    /// The name as it is shown.
    pub name: String,
    /// First name.
    pub given: String,
    /// Family name.
    pub family: String,
    /// Further first names.
    pub additional: String,
    /// `Mme`, `Dr`.
    pub prefix: String,
    /// `Jr`, `MBA`.
    pub suffix: String,
    /// What they are called.
    pub nickname: String,
    /// What they do at the client.
    pub role: String,
    /// Where in the house.
    pub department: String,
    /// Numbers, the preferred one first.
    pub phones: Vec<Phone>,
    /// E-mail addresses, the preferred one first.
    pub emails: Vec<Email>,
    /// Postal addresses.
    pub addresses: Vec<Address>,
    /// Pages on the web, `https://…`.
    pub links: Vec<String>,
    /// `1984-05-12`.
    pub birthday: Option<String>,
    /// Free text, in Markdown.
    pub notes: String,
    /// Tags, as written.
    pub tags: Vec<String>,
    /// Fields the person named.
    pub custom: Vec<CustomField>,
    /// Who of ours has met them, as it was said.
    pub met: Vec<Met>,
    /// The touchpoints that took place with them, by how.
    #[serde(rename = "metAt")]
    pub met_at: Vec<MetAt>,
    /// What is known of their consent, by channel.
    pub consents: Vec<Consent>,
    /// That they do not want to be contacted.
    pub objection: Option<Objection>,
    /// That they were looked at again, and stay.
    pub stays: Option<Stays>,
    /// The address of a picture, for `photo`; may be empty.
    pub photo: String,
    /// Files.
    pub attachments: Vec<Attachment>,
    /// The names of the files it came in.
    pub sources: Vec<String>,
    /// The merges it came from, the latest first.
    pub merges: Vec<MergedFrom>,
    /// When it was last changed, wall time of the home zone.
    pub updated: String,
    /// Whether it is put aside.
    pub archived: bool,
    /// Whether it is in the trash.
    pub trashed: bool,
    /// Whether it belongs to the examples.
    pub example: bool,
}

/// What to say or change of a contact; `null` leaves a field as it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct ContactEdit {
    /// At which client.
    pub client: Option<ClientChoice>,
    /// The name as it is shown; when it is not given, it follows the parts below.
    pub name: Option<String>,
    /// First name.
    pub given: Option<String>,
    /// Family name.
    pub family: Option<String>,
    /// Further first names.
    pub additional: Option<String>,
    /// `Mme`, `Dr`.
    pub prefix: Option<String>,
    /// `Jr`, `MBA`.
    pub suffix: Option<String>,
    /// What they are called.
    pub nickname: Option<String>,
    /// What they do at the client.
    pub role: Option<String>,
    /// Where in the house.
    pub department: Option<String>,
    /// All numbers, the preferred one first; lines without digits are dropped.
    pub phones: Option<Vec<PhoneGiven>>,
    /// All e-mail addresses, the preferred one first; empty lines are dropped.
    pub emails: Option<Vec<Email>>,
    /// All postal addresses; empty ones are dropped.
    pub addresses: Option<Vec<Address>>,
    /// All pages on the web; empty lines are dropped.
    pub links: Option<Vec<String>>,
    /// `1984-05-12`; empty for none.
    pub birthday: Option<String>,
    /// Free text, in Markdown.
    pub notes: Option<String>,
    /// All tags.
    pub tags: Option<Vec<String>>,
    /// All own fields; those without a name and a value are dropped.
    pub custom: Option<Vec<CustomField>>,
    /// Everybody of ours who has met them.
    pub met: Option<Vec<Met>>,
    /// Everything known of their consent, once for each channel; what says nothing is dropped.
    pub consents: Option<Vec<Consent>>,
}

/// Contacts of no client.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct LooseContacts {
    /// How many there are.
    pub total: u32,
    /// The window asked for, by name.
    pub contacts: Vec<ContactCard>,
}

/// A place of a client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PlaceCard {
    /// Its id.
    pub id: String,
    /// What it is called; may be empty.
    pub name: String,
    /// Where.
    pub address: Address,
    /// The address on one line; may be empty.
    pub line: String,
    /// Door code, parking, whom to ask for.
    pub notes: String,
    /// Whether it is put aside.
    pub archived: bool,
    /// Whether it is in the trash.
    pub trashed: bool,
}

/// What to say or change of a place; `null` leaves a field as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct PlaceEdit {
    /// What it is called.
    pub name: Option<String>,
    /// Where.
    pub address: Option<Address>,
    /// Free text.
    pub notes: Option<String>,
}

/// What a line of the trash is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum TrashedNoun {
    /// A touchpoint.
    Touchpoint,
    /// A client.
    Client,
    /// A contact.
    Contact,
    /// A place.
    Place,
}

/// When the book's own copies let go of what goes out of the trash for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TrashCopies {
    /// `30 déc.`: the day from which they do, at the first start.
    pub day: String,
    /// Whether something that has gone waits for that day.
    pub waiting: bool,
}

/// A line of the trash.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TrashLine {
    /// What it is.
    pub noun: TrashedNoun,
    /// Its id, for the `restore_…` of its noun.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What else tells it from others: its client, its address; may be empty.
    pub about: String,
    /// When it went there: `mar. 24 nov. 14:02`.
    pub when: String,
    /// How many days it still stays; 0 from the day it may go.
    pub days_left: u32,
    /// What went there with it and comes back with it: `3 contacts, 12 rendez-vous`; empty for nothing.
    pub with: String,
    /// What else goes with it when it goes for good; empty for nothing.
    pub along: String,
    /// The touchpoint, when it is one.
    pub block: Option<Block>,
}
