//! Markets: how each stands, and what is changed of one.

use serde::{Deserialize, Serialize};
use specta::Type;

/// How a market stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum MarketState {
    /// As usual.
    Open,
    /// Its clients may do a part of what they do.
    Restricted,
    /// Its clients may not work as they do.
    Closed,
}

/// A market; open when nothing was said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Market {
    /// Its name, never empty: what its clients name.
    pub name: String,
    /// How it stands.
    pub state: MarketState,
    /// The first day it stands so; `null` was not said.
    pub since: Option<String>,
    /// `12 mai`; empty when no day was said.
    pub when: String,
    /// Why; may be empty.
    pub cause: String,
    /// What it changes for its clients; may be empty.
    pub changes: String,
}

/// A market among the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Segment {
    /// The market.
    pub market: Market,
    /// How many living clients are in it.
    pub clients: u32,
}

/// What to change of a market; `null` leaves a field as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct MarketEdit {
    /// How it stands; another state stands from today, unless a day is given.
    pub state: Option<MarketState>,
    /// The first day it stands so; empty is not said.
    pub since: Option<String>,
    /// Why; empty is not said.
    pub cause: Option<String>,
    /// What it changes for its clients; empty is nothing.
    pub changes: Option<String>,
}
