//! A person at a client.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    Address, Attachment, ClientId, Consent, ContactId, CustomField, Email, Kind, Noun, Objection,
    Phone, SourceId, Stays, fold,
};

/// Somebody of ours who has met a contact, and how.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Met {
    /// Who of ours: a name; empty is the person whose book this is.
    #[serde(default)]
    pub by: String,
    /// How.
    #[serde(default)]
    pub how: MetHow,
    /// Since or when, if it is known.
    #[serde(default)]
    pub on: Option<NaiveDate>,
}

/// How somebody was met.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum MetHow {
    /// In person.
    InPerson,
    /// By video.
    Video,
    /// By phone.
    Phone,
    /// Some other way.
    #[default]
    #[serde(other)]
    Other,
}

impl From<Kind> for MetHow {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Phone => Self::Phone,
            Kind::Video => Self::Video,
            Kind::InPerson => Self::InPerson,
            Kind::Other => Self::Other,
        }
    }
}

/// The card or row a contact came as. After a merge a contact has those of both sides.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CardSource {
    /// The file; its bytes are kept whole in the attic.
    pub file: SourceId,
    /// What the bytes are.
    #[serde(default)]
    pub form: CardForm,
    /// First byte of the card (`BEGIN:VCARD`) or of the row.
    pub offset: u64,
    /// Length in bytes, its last line's end included.
    pub length: u64,
    /// The vCard UID (RFC 6350 §6.7.6), never made anew; for a card or row without one, what its content makes.
    pub uid: String,
}

/// What the bytes of a [`CardSource`] are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CardForm {
    /// A row of a table.
    Row,
    /// A participant of a calendar entry.
    Participant,
    /// A vCard.
    #[default]
    #[serde(other)]
    Card,
}

/// The fields of a contact that a card can say; an edited one is written anew, the others leave as they came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CardField {
    /// FN, N, NICKNAME.
    Name,
    /// ORG: the client.
    Client,
    /// TITLE, ROLE, the department of ORG.
    Role,
    /// TEL.
    Phones,
    /// EMAIL.
    Emails,
    /// ADR.
    Addresses,
    /// URL.
    Links,
    /// BDAY.
    Birthday,
    /// NOTE.
    Notes,
    /// CATEGORIES.
    Tags,
    /// PHOTO.
    Photo,
    /// X-SENTIER-FIELD.
    Custom,
    /// X-SENTIER-MET.
    Met,
    /// X-SENTIER-CONSENT, X-SENTIER-OBJECTION.
    Rights,
    /// A field of a later version.
    #[serde(other)]
    Unknown,
}

impl CardField {
    /// Every field this version knows.
    pub const KNOWN: [Self; 14] = [
        Self::Name,
        Self::Client,
        Self::Role,
        Self::Phones,
        Self::Emails,
        Self::Addresses,
        Self::Links,
        Self::Birthday,
        Self::Notes,
        Self::Tags,
        Self::Photo,
        Self::Custom,
        Self::Met,
        Self::Rights,
    ];
}

// A field that is added stands in the list as well.
const _: () = assert!(CardField::Unknown as usize == CardField::KNOWN.len());

/// A person at a client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Its identity.
    pub id: ContactId,
    /// At which client.
    #[serde(default)]
    pub client: Option<ClientId>,
    /// The name as it is shown, one line; never empty (an e-mail address or a number when nothing else is known).
    pub name: String,
    /// First name.
    #[serde(default)]
    pub given: String,
    /// Family name.
    #[serde(default)]
    pub family: String,
    /// Further first names.
    #[serde(default)]
    pub additional: String,
    /// `Mme`, `Dr`.
    #[serde(default)]
    pub prefix: String,
    /// `Jr`, `MBA`.
    #[serde(default)]
    pub suffix: String,
    /// What they are called.
    #[serde(default)]
    pub nickname: String,
    /// What they do at the client, one line.
    #[serde(default)]
    pub role: String,
    /// Where in the house, one line.
    #[serde(default)]
    pub department: String,
    /// Numbers, the preferred one first.
    #[serde(default)]
    pub phones: Vec<Phone>,
    /// E-mail addresses, the preferred one first.
    #[serde(default)]
    pub emails: Vec<Email>,
    /// Postal addresses.
    #[serde(default)]
    pub addresses: Vec<Address>,
    /// Pages on the web, `https://…`.
    #[serde(default)]
    pub links: Vec<String>,
    /// Birthday when the whole date is known.
    #[serde(default)]
    pub birthday: Option<NaiveDate>,
    /// Free text, in Markdown.
    #[serde(default)]
    pub notes: String,
    /// Words to find them by, as written.
    #[serde(default)]
    pub tags: BTreeSet<String>,
    /// Fields the person named.
    #[serde(default)]
    pub custom: Vec<CustomField>,
    /// Who of ours has met them, and how.
    #[serde(default)]
    pub met: BTreeSet<Met>,
    /// What is known of their consent, at most once for each channel.
    #[serde(default)]
    pub consents: Vec<Consent>,
    /// That they do not want to be contacted.
    #[serde(default)]
    pub objection: Option<Objection>,
    /// That they were looked at again, and stay.
    #[serde(default)]
    pub stays: Option<Stays>,
    /// A picture: the address of its bytes in the attic; may be empty.
    #[serde(default)]
    pub photo: String,
    /// Files.
    #[serde(default)]
    pub attachments: Vec<Attachment>,
    /// The vCard UID it goes out with.
    pub uid: String,
    /// The cards and rows it came as, the main one first; none when it was made here.
    #[serde(default)]
    pub sources: Vec<CardSource>,
    /// What was changed here since.
    #[serde(default)]
    pub edits: BTreeSet<CardField>,
    /// UTC.
    pub created_at: DateTime<Utc>,
    /// UTC.
    pub updated_at: DateTime<Utc>,
    /// UTC, when it was put aside: kept, found, and out of the way.
    #[serde(default)]
    pub archived_at: Option<DateTime<Utc>>,
    /// UTC, when it was put in the trash.
    #[serde(default)]
    pub trashed_at: Option<DateTime<Utc>>,
    /// Whether it belongs to the examples of the first start.
    #[serde(default)]
    pub example: bool,
}

impl Contact {
    /// The longest name, role or other line, in characters.
    pub const LINE_MOST: usize = 500;
    /// The most numbers, addresses or fields of one kind; more stay in the file they came in.
    pub const MANY_MOST: usize = 200;

    /// A contact with a name and nothing else yet.
    pub fn new(id: ContactId, name: String, now: DateTime<Utc>) -> Self {
        Self {
            id,
            client: None,
            name,
            given: String::new(),
            family: String::new(),
            additional: String::new(),
            prefix: String::new(),
            suffix: String::new(),
            nickname: String::new(),
            role: String::new(),
            department: String::new(),
            phones: Vec::new(),
            emails: Vec::new(),
            addresses: Vec::new(),
            links: Vec::new(),
            birthday: None,
            notes: String::new(),
            tags: BTreeSet::new(),
            custom: Vec::new(),
            met: BTreeSet::new(),
            consents: Vec::new(),
            objection: None,
            stays: None,
            photo: String::new(),
            attachments: Vec::new(),
            uid: format!("{id}@sentier"),
            sources: Vec::new(),
            edits: BTreeSet::new(),
            created_at: now,
            updated_at: now,
            archived_at: None,
            trashed_at: None,
            example: false,
        }
    }

    /// Neither archived nor in the trash.
    pub fn is_living(&self) -> bool {
        self.archived_at.is_none() && self.trashed_at.is_none()
    }

    /// How two names are compared whatever their order: folded words, sorted.
    pub fn folded_name(&self) -> String {
        folded_name(&self.name)
    }

    /// Note that `field` no longer says what its card says.
    pub fn mark(&mut self, field: CardField, now: DateTime<Utc>) {
        self.edits.insert(field);
        self.updated_at = now;
    }
}

/// A name as it is compared: accents, case, punctuation and the order of its words aside.
pub fn folded_name(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.sort_unstable();
    words.join(" ")
}

/// A company's name as it is compared: folded, spaces and punctuation aside, `&` read as "et" or "and", legal forms
/// dropped.
pub fn folded_company(name: &str) -> String {
    const FORMS: [&str; 20] = [
        "sa", "sas", "sasu", "sarl", "eurl", "sci", "scop", "snc", "ei", "gie", "ltd", "llc",
        "inc", "gmbh", "ag", "bv", "srl", "spa", "et", "and",
    ];
    let folded = fold(name);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let plain: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !FORMS.contains(word))
        .collect();
    // A house whose whole name is a legal form keeps it.
    if plain.is_empty() { words } else { plain }.concat()
}

impl Noun for Contact {
    const PREFIX: &'static str = "ct";
}
