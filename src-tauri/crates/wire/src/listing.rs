//! The list of clients: what is asked of it, what it shows, and the ways of looking at it that are kept.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Block, Clock};

/// How much a client weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Tier {
    /// The first ones.
    A,
    /// The second.
    B,
    /// The third.
    C,
    /// Not said.
    None,
}

/// A column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Column {
    /// The name; always shown.
    Name,
    /// The last touchpoint.
    Last,
    /// The next one, and its reason.
    Next,
    /// Where the three clocks stand.
    Clocks,
    /// Who one knows there.
    Contacts,
    /// The town of the first place.
    City,
    /// The first number.
    Phone,
    /// The first e-mail address.
    Email,
    /// The market.
    Market,
    /// The tier.
    Tier,
    /// The tags.
    Tags,
    /// When it was last changed.
    Updated,
}

/// The order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Sort {
    /// By which column.
    pub by: Column,
    /// The greatest first. Rows that have nothing there come last either way.
    pub descending: bool,
}

/// Which clients are shown. Every condition that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Filter {
    /// Any of these tags; empty asks nothing.
    pub tags: Vec<String>,
    /// Any of these markets.
    pub markets: Vec<String>,
    /// Any of these tiers.
    pub tiers: Vec<Tier>,
    /// Those put aside instead of the living.
    pub archived: bool,
    /// With a next step (`true`) or without one (`false`): a touchpoint to come, or a day to look again; `null` asks
    /// nothing.
    pub next: Option<bool>,
    /// What they must all ask for.
    pub asks: Vec<Ask>,
}

/// Something a client asks of whoever looks after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Ask {
    /// The clock of visits is past its ideal, or never ran although one has met otherwise.
    SeeInPerson,
    /// A promise is due today or past.
    Promise,
    /// A touchpoint to come looks for its reason.
    Reason,
}

/// A window of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ListQuery {
    /// Each word must stand in the name, a contact's name or the town, accents and case aside.
    pub words: String,
    /// Which clients.
    pub filter: Filter,
    /// In what order.
    pub sort: Sort,
    /// The first row wanted, from 0.
    pub from: u32,
    /// How many at most; the house gives 500 at once.
    pub limit: u32,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ClientRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its market; may be empty.
    pub market: String,
    /// How much it weighs.
    pub tier: Tier,
    /// Its tags, as written.
    pub tags: Vec<String>,
    /// The town of its first place; may be empty.
    pub city: String,
    /// Its first number, or its first contact's, as it is shown; may be empty.
    pub phone: String,
    /// Its first e-mail address, or its first contact's; may be empty.
    pub email: String,
    /// The first few contacts.
    pub contacts: Vec<ContactRef>,
    /// How many contacts there are, those put aside left out.
    pub contact_count: u32,
    /// The last touchpoint before now.
    pub last: Option<Block>,
    /// The next one.
    pub next: Option<Block>,
    /// How many touchpoints are its own; a series counts as one.
    pub touchpoints: u32,
    /// Its clocks, as far as they run.
    pub clocks: Vec<Clock>,
    /// When it was last changed, wall time of the home zone.
    pub updated: String,
    /// Whether it is put aside.
    pub archived: bool,
    /// Whether it belongs to the examples.
    pub example: bool,
}

/// A contact named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ContactRef {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The address of a picture, for `photo`; may be empty.
    pub photo: String,
}

/// A window of the list, and how long the list is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ClientRows {
    /// How many clients match.
    pub total: u32,
    /// How many there are at all with this filter's `archived`, whatever the words and the other conditions.
    pub all: u32,
    /// The rows of the window.
    pub rows: Vec<ClientRow>,
    /// The store's revision they were read at.
    pub revision: u32,
}

/// A value to filter by, and how many living clients have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Facet {
    /// As written.
    pub name: String,
    /// How many.
    pub count: u32,
}

/// A tier, and how many living clients have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TierFacet {
    /// Which.
    pub tier: Tier,
    /// How many.
    pub count: u32,
}

/// What the list can be filtered by.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Facets {
    /// By name.
    pub tags: Vec<Facet>,
    /// By name.
    pub markets: Vec<Facet>,
    /// A, B, C, then those without.
    pub tiers: Vec<TierFacet>,
    /// How many living clients there are.
    pub living: u32,
    /// How many are put aside.
    pub archived: u32,
}

/// A way of looking at the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ListView {
    /// Its id; `null` for one that is not kept yet.
    pub id: Option<String>,
    /// One line; empty for the way the list was left.
    pub name: String,
    /// Which clients.
    pub filter: Filter,
    /// In what order.
    pub sort: Sort,
    /// Which columns beside the name, in order.
    pub columns: Vec<Column>,
}

/// What to change of many clients at once: one step to undo.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, rename_all = "camelCase")]
pub struct BulkEdit {
    /// Tags to add.
    pub add_tags: Vec<String>,
    /// Tags to take away.
    pub remove_tags: Vec<String>,
    /// Their market; empty for none.
    pub market: Option<String>,
    /// How much they weigh.
    pub tier: Option<Tier>,
    /// Put aside (`true`) or taken back (`false`).
    pub archived: Option<bool>,
    /// Put in the trash.
    pub trash: bool,
}
