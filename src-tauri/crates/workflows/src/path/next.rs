//! Whether something comes next with a client: asked anew after each write that can have taken it away.

use chrono::Days;
use domain::{Client, ClientId, Happened, State, Touchpoint};
use store::{ClientKey, Index, Key};

use crate::days;
use crate::fault::Fault;
use crate::house::House;
use crate::seen::Seen;

/// How far a series is followed, in days; as far as on a client's page.
const FOLLOWED_DAYS: u64 = 90;
/// Zones lie a day apart at most.
const ZONES_DAYS: u64 = 2;

/// Whether a touchpoint as it stood was a step of its path: what is done to it then can leave the path without one.
pub(crate) fn was_step(seen: &Seen) -> bool {
    seen.touchpoint.state == State::Planned && seen.slot().is_some()
}

/// The client and its name when it is a living one without a step to come or a day to look again. The keys of its
/// touchpoints leave few to be read, however long its path is.
pub(crate) fn wanted(
    house: &House,
    client: Option<ClientId>,
) -> Result<Option<(ClientId, String)>, Fault> {
    let Some(id) = client else { return Ok(None) };
    let Some(client) = house.store.get::<Client>(id.to_bytes())? else {
        return Ok(None);
    };
    let today = house.now_wall().date();
    let asked = client.is_living() && client.objection.is_none();
    if !asked || !domain::lacks_next(client.look_again, &[], today) {
        return Ok(None);
    }
    for key in may_come(house, id)? {
        let happened = from_today(house, key)?;
        if !domain::lacks_next(client.look_again, &happened, today) {
            return Ok(None);
        }
    }
    Ok(Some((id, client.name)))
}

/// Those of its touchpoints that may be to come, as far as their keys tell.
fn may_come(house: &House, client: ClientId) -> Result<Vec<Key>, Fault> {
    let now = house.now_wall();
    let since = now.checked_sub_days(Days::new(ZONES_DAYS)).unwrap_or(now);
    let mut keys = Vec::new();
    house
        .store
        .each_key(Index::OfClient, &client.to_bytes(), &mut |own, key| {
            let may = |of: ClientKey| {
                let over = of.off || of.turned.is_some();
                !over && of.start.is_some_and(|start| of.series || start >= since)
            };
            if ClientKey::read(own).is_some_and(may) {
                keys.push(key);
            }
        })?;
    Ok(keys)
}

/// What a touchpoint, or its series, has from today on.
fn from_today(house: &House, key: Key) -> Result<Vec<Happened>, Fault> {
    let Some(touchpoint) = house.store.get::<Touchpoint>(key)? else {
        return Ok(Vec::new());
    };
    let seen = if touchpoint.recurrence.is_some() {
        let now = house.now_wall();
        let until = now.checked_add_days(Days::new(FOLLOWED_DAYS));
        let midnight = now.date().and_time(chrono::NaiveTime::MIN);
        days::occurrences(house, &touchpoint, midnight, until.unwrap_or(now))?
    } else {
        vec![days::single(touchpoint)]
    };
    let happened = |one: &Seen| {
        Some(Happened {
            kind: one.touchpoint.kind,
            state: one.touchpoint.state,
            on: one.days(house.home())?.0,
        })
    };
    Ok(seen.iter().filter_map(happened).collect())
}
