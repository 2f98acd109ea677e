//! How a person looks at the list of clients: which, in what order, with which columns.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{Noun, Tier, ViewId};

/// A column of the list of clients.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Column {
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
    /// The name; always shown. Also the fallback for columns of later versions.
    #[default]
    #[serde(other)]
    Name,
}

/// The order of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Sort {
    /// By which column.
    pub by: Column,
    /// The greatest first.
    pub descending: bool,
}

/// Which clients are shown. Every condition that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Any of these tags, as written; empty asks nothing.
    pub tags: BTreeSet<String>,
    /// Any of these markets.
    pub markets: BTreeSet<String>,
    /// Any of these tiers.
    pub tiers: BTreeSet<Tier>,
    /// Those put aside instead of the living.
    pub archived: bool,
    /// With a next step (`true`) or without one (`false`): a touchpoint to come, or a day to look again.
    pub next: Option<bool>,
    /// What they must all ask for; empty asks nothing.
    pub asks: BTreeSet<Ask>,
}

/// Something a client asks of whoever looks after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// *À voir en vrai*: the clock of visits is past its ideal, or never ran although one has met otherwise.
    SeeInPerson,
    /// A promise, theirs or ours, is due today or past.
    Promise,
    /// A touchpoint to come looks for its reason.
    Reason,
}

/// A way of looking at the list that was given a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// Its identity.
    pub id: ViewId,
    /// One line; empty for the way the list was left.
    #[serde(default)]
    pub name: String,
    /// Which clients.
    #[serde(default)]
    pub filter: Filter,
    /// In what order.
    #[serde(default)]
    pub sort: Sort,
    /// Which columns beside the name, in order.
    #[serde(default)]
    pub columns: Vec<Column>,
}

impl View {
    /// The way the list was left: one record, kept without being asked.
    pub fn left() -> Self {
        Self {
            id: ViewId::from_content(b"sentier:the-list-as-it-was-left"),
            name: String::new(),
            filter: Filter::default(),
            sort: Sort::default(),
            columns: vec![Column::Contacts, Column::Last, Column::Next, Column::Clocks],
        }
    }
}

impl Noun for View {
    const PREFIX: &'static str = "vw";
}
