//! A market: a segment of clients, open, restricted or closed since a date, for a cause.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{MarketId, Noun, fold};

/// How a market stands. None of it is its clients' fault, and all of it is a reason to call them.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum MarketState {
    /// Its clients may do a part of what they do.
    Restricted,
    /// Its clients may not work as they do.
    Closed,
    /// As usual; what nobody said anything of is open.
    #[default]
    #[serde(other)]
    Open,
}

/// A segment of clients. Which one a client is of its own field says, by name: a market is named in a table, typed for
/// one client or set for many, long before anybody has more to say of it than its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Market {
    /// Made from its name ([`Market::id_of`]), so that it is found by what its clients say.
    pub id: MarketId,
    /// One line, never empty.
    pub name: String,
    /// How it stands.
    #[serde(default)]
    pub state: MarketState,
    /// The first day it stood so; `None` was not said.
    #[serde(default)]
    pub since: Option<NaiveDate>,
    /// Why, one line: "arrêté préfectoral"; may be empty.
    #[serde(default)]
    pub cause: String,
    /// What it changes for its clients, one line: "vente à emporter permise"; may be empty.
    #[serde(default)]
    pub changes: String,
    /// UTC.
    pub created_at: DateTime<Utc>,
    /// UTC.
    pub updated_at: DateTime<Utc>,
}

impl Market {
    /// The longest name, in characters.
    pub const NAME_MOST: usize = 60;
    /// How long a change is news for its clients, in days.
    pub const NEWS_DAYS: u64 = 60;

    /// An open market with a name and nothing else said yet.
    pub fn new(name: String, now: DateTime<Utc>) -> Self {
        Self {
            id: Self::id_of(&name),
            name,
            state: MarketState::Open,
            since: None,
            cause: String::new(),
            changes: String::new(),
            created_at: now,
            updated_at: now,
        }
    }

    /// The identity of the market of this name, accents and case aside.
    pub fn id_of(name: &str) -> MarketId {
        MarketId::from_content(fold(name).as_bytes())
    }

    /// Whether there is something in it for a client to be told on `today`: it is not open, or it changed lately, or it
    /// is about to.
    pub fn has_news(&self, today: NaiveDate) -> bool {
        let near = |since: NaiveDate| (today - since).num_days().unsigned_abs() <= Self::NEWS_DAYS;
        self.state != MarketState::Open || self.since.is_some_and(near)
    }
}

impl Noun for Market {
    const PREFIX: &'static str = "mk";
}
