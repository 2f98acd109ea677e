//! An organisation one sells to.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    Aim, Attachment, ClientId, Course, CustomField, Email, Need, Noun, Objection, Phone, Promise,
    Rhythm,
};

/// How much a client weighs for the one who sells. `A` is seen most often.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// The first ones.
    A,
    /// The second.
    B,
    /// The third.
    C,
    /// Not said.
    #[default]
    #[serde(other)]
    None,
}

/// How two clients hang together, seen from the one that has the link.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// The other one is its parent company.
    SubsidiaryOf,
    /// The other one supplies it.
    SuppliedBy,
    /// The other one introduced it.
    IntroducedBy,
    /// Some other way.
    #[default]
    #[serde(other)]
    Related,
}

/// A link from a client to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ClientLink {
    /// How they hang together.
    #[serde(default)]
    pub kind: LinkKind,
    /// The other one.
    pub to: ClientId,
}

/// An organisation one sells to. Its contacts, places and touchpoints are records of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Client {
    /// Its identity.
    pub id: ClientId,
    /// One line, never empty.
    pub name: String,
    /// Free text, in Markdown.
    #[serde(default)]
    pub notes: String,
    /// Its market, by name ([`crate::Market`]), one line; may be empty.
    #[serde(default)]
    pub market: String,
    /// How much it weighs.
    #[serde(default)]
    pub tier: Tier,
    /// Words to find it by, as written.
    #[serde(default)]
    pub tags: BTreeSet<String>,
    /// Nine digits, checked; may be empty.
    #[serde(default)]
    pub siren: String,
    /// Fourteen digits, checked; may be empty.
    #[serde(default)]
    pub siret: String,
    /// Its site, `https://…`; may be empty.
    #[serde(default)]
    pub website: String,
    /// The numbers of the house itself.
    #[serde(default)]
    pub phones: Vec<Phone>,
    /// The addresses of the house itself.
    #[serde(default)]
    pub emails: Vec<Email>,
    /// Fields the person named.
    #[serde(default)]
    pub custom: Vec<CustomField>,
    /// Other clients it hangs together with.
    #[serde(default)]
    pub links: BTreeSet<ClientLink>,
    /// Files.
    #[serde(default)]
    pub attachments: Vec<Attachment>,
    /// Where its path leads.
    #[serde(default)]
    pub aim: Aim,
    /// The steps its path was given.
    #[serde(default)]
    pub course: Option<Course>,
    /// How often one meets; what is not said here the tier says.
    #[serde(default)]
    pub rhythm: Rhythm,
    /// The day to look again at what comes next, when nothing is planned.
    #[serde(default)]
    pub look_again: Option<NaiveDate>,
    /// What they said they need, the oldest first.
    #[serde(default)]
    pub needs: Vec<Need>,
    /// What was promised on either side, the oldest first.
    #[serde(default)]
    pub promises: Vec<Promise>,
    /// That the house as a whole does not want to be contacted.
    #[serde(default)]
    pub objection: Option<Objection>,
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

impl Client {
    /// The longest name, in characters.
    pub const NAME_MOST: usize = 200;

    /// A client with a name and nothing else yet.
    pub fn new(id: ClientId, name: String, now: DateTime<Utc>) -> Self {
        Self {
            id,
            name,
            notes: String::new(),
            market: String::new(),
            tier: Tier::None,
            tags: BTreeSet::new(),
            siren: String::new(),
            siret: String::new(),
            website: String::new(),
            phones: Vec::new(),
            emails: Vec::new(),
            custom: Vec::new(),
            links: BTreeSet::new(),
            attachments: Vec::new(),
            aim: Aim::Open,
            course: None,
            rhythm: Rhythm::default(),
            look_again: None,
            needs: Vec::new(),
            promises: Vec::new(),
            objection: None,
            created_at: now,
            updated_at: now,
            archived_at: None,
            trashed_at: None,
            example: false,
        }
    }

    /// The intervals its clocks run by.
    pub fn intervals(&self) -> Rhythm {
        self.rhythm.or(Rhythm::of_tier(self.tier))
    }

    /// Neither archived nor in the trash.
    pub fn is_living(&self) -> bool {
        self.archived_at.is_none() && self.trashed_at.is_none()
    }
}

impl Noun for Client {
    const PREFIX: &'static str = "cl";
}
impl Noun for crate::SourceFile {
    const PREFIX: &'static str = "src";
}
impl Noun for crate::Touchpoint {
    const PREFIX: &'static str = "tp";
}
