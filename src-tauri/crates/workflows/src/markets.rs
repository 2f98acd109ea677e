//! Markets: how each stands, since when and why, and what that changes for its clients. A client names its own
//! ([`domain::Market`]); a record is kept once there is more to say of a market than its name.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{Client, Market, MarketId, MarketState, fold};

use crate::clean;
use crate::clients::facets;
use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::note;

/// A market, and how many living clients are in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The market.
    pub market: Market,
    /// How many.
    pub clients: usize,
}

/// What to change of a market; `None` leaves a field as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edit {
    /// How it stands.
    pub state: Option<MarketState>,
    /// The first day it stands so; `Some(None)` is not said.
    pub since: Option<Option<NaiveDate>>,
    /// Why.
    pub cause: Option<String>,
    /// What it changes for its clients.
    pub changes: Option<String>,
}

/// The markets there are, by name: those with something said of them, and those living clients are in.
pub fn list(house: &House) -> Result<Vec<Segment>, Fault> {
    let mut found: BTreeMap<MarketId, Segment> = BTreeMap::new();
    for market in house.store.all::<Market>()? {
        found.insert(market.id, Segment { market, clients: 0 });
    }
    for (name, clients) in facets(house)?.markets {
        let segment = found
            .entry(Market::id_of(&name))
            .or_insert_with(|| Segment {
                market: Market::new(name, house.clock.now()),
                clients: 0,
            });
        segment.clients += clients;
    }
    let mut segments: Vec<Segment> = found.into_values().collect();
    segments.sort_by_cached_key(|one| fold(&one.market.name));
    Ok(segments)
}

/// The market a client is in, open when nothing was said of it; `None` when it is in none.
pub(crate) fn of_client(house: &House, client: &Client) -> Result<Option<Market>, Fault> {
    match client.market.as_str() {
        "" => Ok(None),
        name => named(house, name).map(Some),
    }
}

/// A market's name as it is given: one that is known already is written as it is known; empty is none.
pub(crate) fn clean_name(house: &House, name: &str) -> Result<String, Fault> {
    let name = clean::market(name)?;
    match house.store.get::<Market>(Market::id_of(&name).to_bytes())? {
        Some(known) => Ok(known.name),
        None => Ok(name),
    }
}

/// Says how a market stands. One that stands otherwise does so from today, unless a day is given.
pub fn save(house: &House, name: &str, edit: Edit) -> Result<Done, Fault> {
    let _gate = house.gate();
    let name = clean_name(house, name)?;
    if name.is_empty() {
        return Err(Fault::invalid("error-market-name"));
    }
    let before = named(house, &name)?;
    let was = before.clone();
    let Edit {
        state,
        since,
        cause,
        changes,
    } = edit;
    let state = state.unwrap_or(before.state);
    let turned = (state != before.state).then(|| Some(house.now_wall().date()));
    let market = Market {
        state,
        since: since.or(turned).unwrap_or(before.since),
        cause: cause.map_or(before.cause, |cause| clean::line(&cause)),
        changes: changes.map_or(before.changes, |changes| clean::line(&changes)),
        updated_at: house.clock.now(),
        ..before
    };
    let mut args = vec![("title", market.name.clone())];
    args.extend(note::changes(&was, &market));
    let note = note::of(house, "market-saved", &args);
    let ((), receipt) = house.store.commit(note, |tx| tx.put(&market))?;
    let said = Said::new("said-market-saved")
        .with("name", market.name)
        .with("state", word(market.state));
    Done::of(house, said, None, receipt.seq)
}

/// Takes a market away: whatever was said of it, and its name from every client that has it, those put aside or in the
/// trash too, so that none comes back with a market that is gone.
pub fn remove(house: &House, name: &str) -> Result<Done, Fault> {
    let _gate = house.gate();
    let id = Market::id_of(name);
    let wanted = fold(name);
    let record: Option<Market> = house.store.get(id.to_bytes())?;
    let mut clients: Vec<Client> = house.store.all()?;
    clients.retain(|client| !client.market.is_empty() && fold(&client.market) == wanted);
    if record.is_none() && clients.is_empty() {
        return Err(Fault::gone());
    }
    for client in &mut clients {
        client.market.clear();
        client.updated_at = house.clock.now();
    }
    let name = record.map_or_else(|| name.to_owned(), |market| market.name);
    let note = note::of(house, "market-removed", &[("title", name.clone())]);
    let ((), receipt) = house.store.commit(note, |tx| {
        tx.remove::<Market>(id.to_bytes())?;
        clients.iter().try_for_each(|client| tx.put(client))
    })?;
    let said = Said::new("said-market-removed")
        .with("name", name)
        .with("count", clients.len());
    Done::of(house, said, None, receipt.seq)
}

/// The word that stands for a state in the messages.
pub(crate) fn word(state: MarketState) -> &'static str {
    match state {
        MarketState::Open => "open",
        MarketState::Restricted => "restricted",
        MarketState::Closed => "closed",
    }
}

/// The market of this name, open when nothing was said of it.
fn named(house: &House, name: &str) -> Result<Market, Fault> {
    let known = house.store.get(Market::id_of(name).to_bytes())?;
    Ok(known.unwrap_or_else(|| Market::new(name.to_owned(), house.clock.now())))
}
