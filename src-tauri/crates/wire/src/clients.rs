//! A client's page, and what is changed of a client.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{
    Attachment, Block, ContactCard, CustomField, Done, Email, Market, Objection, Path, Phone,
    PhoneGiven, PlaceCard, Tier,
};

/// A client named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ClientRef {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// How two clients hang together, seen from the one that has the link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum LinkKind {
    /// The other one is its parent company.
    SubsidiaryOf,
    /// The other one supplies it.
    SuppliedBy,
    /// The other one introduced it.
    IntroducedBy,
    /// Some other way.
    Related,
}

/// A link to another client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ClientLinkGiven {
    /// How they hang together.
    pub kind: LinkKind,
    /// The other one's id.
    pub to: String,
}

/// A link to or from another client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LinkedClient {
    /// How they hang together, seen from the one that has the link.
    pub kind: LinkKind,
    /// The other one.
    pub client: ClientRef,
    /// Whether it is the other one that has the link: "its subsidiary" instead of "subsidiary of".
    pub inward: bool,
    /// Whether the other one is put aside or in the trash.
    pub away: bool,
}

/// A merge a client or a contact came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MergedFrom {
    /// The merge's id, to take it back.
    pub id: String,
    /// `mar. 24 nov. 14:02`.
    pub when: String,
    /// The name of the one that went.
    pub name: String,
    /// Whether nobody was asked: the two were exactly alike.
    pub quiet: bool,
}

/// A client's page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ClientPage {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Free text, in Markdown.
    pub notes: String,
    /// Its market; `null` when it is in none.
    pub market: Option<Market>,
    /// How much it weighs.
    pub tier: Tier,
    /// Its tags, as written.
    pub tags: Vec<String>,
    /// Nine digits as they are shown, `732 829 320`; may be empty.
    pub siren: String,
    /// Fourteen digits as they are shown, `732 829 320 00074`; may be empty.
    pub siret: String,
    /// `https://…`; may be empty.
    pub website: String,
    /// The numbers of the house itself.
    pub phones: Vec<Phone>,
    /// The addresses of the house itself.
    pub emails: Vec<Email>,
    /// Fields the person named.
    pub custom: Vec<CustomField>,
    /// Links to other clients, and theirs to this one.
    pub links: Vec<LinkedClient>,
    /// Its contacts by name, those put aside last; at most 500.
    pub contacts: Vec<ContactCard>,
    /// How many contacts there are.
    pub contact_count: u32,
    /// Its places in the order they were made, those put aside last.
    pub places: Vec<PlaceCard>,
    /// Its files.
    pub attachments: Vec<Attachment>,
    /// To come, the nearest first; those of the tray last.
    pub coming: Vec<Block>,
    /// Past, the latest first.
    pub past: Vec<Block>,
    /// Where it leads, its clocks, what is needed and promised.
    pub path: Path,
    /// The merges it came from, the latest first.
    pub merges: Vec<MergedFrom>,
    /// When it was made, wall time of the home zone.
    pub created: String,
    /// When it was last changed, wall time of the home zone.
    pub updated: String,
    /// Whether it is put aside.
    pub archived: bool,
    /// Whether it is in the trash.
    pub trashed: bool,
    /// That the house as a whole does not want to be contacted.
    pub objection: Option<Objection>,
    /// Whether it belongs to the examples.
    pub example: bool,
}

/// What to change of a client; `null` leaves a field as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct ClientEdit {
    /// One line, not empty.
    pub name: Option<String>,
    /// Free text, in Markdown.
    pub notes: Option<String>,
    /// Its market; empty for none.
    pub market: Option<String>,
    /// How much it weighs.
    pub tier: Option<Tier>,
    /// All its tags.
    pub tags: Option<Vec<String>>,
    /// Nine digits, spaces allowed; empty for none.
    pub siren: Option<String>,
    /// Fourteen digits, spaces allowed; empty for none. An empty SIREN is filled from it.
    pub siret: Option<String>,
    /// An address; `https://` is put before it when it is missing; empty for none.
    pub website: Option<String>,
    /// All its numbers; lines without digits are dropped.
    pub phones: Option<Vec<PhoneGiven>>,
    /// All its addresses; empty lines are dropped.
    pub emails: Option<Vec<Email>>,
    /// All its own fields; those without a name and a value are dropped.
    pub custom: Option<Vec<CustomField>>,
    /// All its links to other clients.
    pub links: Option<Vec<ClientLinkGiven>>,
}

/// A record that was made, and what was said of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Made {
    /// Its id.
    pub id: String,
    /// What was done.
    pub done: Done,
}
