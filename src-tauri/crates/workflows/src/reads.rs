//! What is where: the store's orders in the words of the domain.

use chrono::NaiveDateTime;
use domain::{Client, ClientId, Moment, SourceFile, SourceId, Touchpoint, TouchpointId};
use store::{Index, Key, Record, Store, month_key, wall_key};

use crate::days;
use crate::fault::Fault;
use crate::house::House;
use crate::seen::Seen;

const END: [u8; 8] = [0xff; 8];

/// A touchpoint that is here, in the trash or not.
pub(crate) fn touchpoint(house: &House, id: TouchpointId) -> Result<Touchpoint, Fault> {
    house.store.get(id.to_bytes())?.ok_or_else(Fault::gone)
}

/// A touchpoint as it is seen: itself, or the occurrence its series puts at `occurrence`, moved or not.
pub(crate) fn seen(
    house: &House,
    id: TouchpointId,
    occurrence: Option<Moment>,
) -> Result<Seen, Fault> {
    let touchpoint = touchpoint(house, id)?;
    let mut seen = match occurrence {
        Some(key) if touchpoint.recurrence.is_some() => {
            let moved = overrides_of(house, id)?.into_iter().find(|one| {
                one.occurrence
                    .as_ref()
                    .is_some_and(|at| at.at.wall() == key.wall())
            });
            match (moved, touchpoint.slot) {
                (Some(moved), _) => days::single(moved),
                (None, Some(slot)) => days::occurrence(&touchpoint, key, slot.starting(key.wall())),
                (None, None) => return Err(Fault::gone()),
            }
        }
        _ => days::single(touchpoint),
    };
    days::name_clients(house, std::slice::from_mut(&mut seen))?;
    Ok(seen)
}

/// Single touchpoints, not in the trash, that start between two wall times or last until after the first.
pub(crate) fn placed(
    house: &House,
    from: NaiveDateTime,
    until: NaiveDateTime,
) -> Result<Vec<Touchpoint>, Fault> {
    let mut keys = house
        .store
        .range(Index::Start, &wall_key(from), &wall_key(until))?;
    keys.extend(house.store.range(Index::LongEnd, &wall_key(from), &END)?);
    let mut found: Vec<Touchpoint> = records(&house.store, keys)?;
    found.retain(|one| one.slot.is_some_and(|slot| slot.start_wall() < until));
    Ok(found)
}

/// Series, not in the trash, that have an occurrence between two wall times, or may have: their first one starts before
/// the second, and their last one ends after the first.
pub(crate) fn series_living_between(
    house: &House,
    from: NaiveDateTime,
    until: NaiveDateTime,
) -> Result<Vec<Touchpoint>, Fault> {
    let store = &house.store;
    let mut keys = store.range(
        Index::SeriesMonth,
        &month_key(from),
        &after(month_key(until)),
    )?;
    keys.extend(store.range(Index::SeriesEnd, &wall_key(from), &END)?);
    keys.extend(store.range(Index::SeriesStart, &[], &wall_key(until))?);
    // One that touches two of the months stands under both.
    keys.sort_unstable();
    keys.dedup();
    let mut found: Vec<Touchpoint> = records(store, keys)?;
    found.retain(|series| {
        let ends = series.recurrence.as_ref().and_then(|rules| rules.ends);
        series.series_begins().is_some_and(|begins| begins < until)
            && ends.is_none_or(|at| at > from)
    });
    Ok(found)
}

/// The key right behind every one that begins with this month.
fn after(month: [u8; 4]) -> [u8; 4] {
    u32::from_be_bytes(month).saturating_add(1).to_be_bytes()
}

/// What was moved or changed by hand of a series.
pub(crate) fn overrides_of(house: &House, series: TouchpointId) -> Result<Vec<Touchpoint>, Fault> {
    records(
        &house.store,
        house
            .store
            .starting_with(Index::Override, &series.to_bytes())?,
    )
}

/// What hangs on a meeting, and is not in the trash.
pub(crate) fn hanging_on(house: &House, meeting: TouchpointId) -> Result<Vec<Touchpoint>, Fault> {
    Ok(tied_to(house, meeting)?.hanging)
}

/// The meetings that conclude another, and are not in the trash.
pub(crate) fn concluding(house: &House, meeting: TouchpointId) -> Result<Vec<Touchpoint>, Fault> {
    Ok(tied_to(house, meeting)?.concluding)
}

/// What hangs on a meeting, and those that conclude it; neither in the trash.
#[derive(Debug, Default)]
pub(crate) struct Tied {
    pub(crate) hanging: Vec<Touchpoint>,
    pub(crate) concluding: Vec<Touchpoint>,
}

/// What is tied to a meeting: both ties stand in one order.
pub(crate) fn tied_to(house: &House, meeting: TouchpointId) -> Result<Tied, Fault> {
    let keys = house
        .store
        .starting_with(Index::HangsOn, &meeting.to_bytes())?;
    let (hanging, mut concluding): (Vec<_>, Vec<Touchpoint>) = records(&house.store, keys)?
        .into_iter()
        .partition(|one: &Touchpoint| one.hangs_on == Some(meeting));
    concluding.retain(|one| one.concludes == Some(meeting));
    Ok(Tied {
        hanging,
        concluding,
    })
}

/// A client's touchpoints by start, those of the tray last.
pub(crate) fn of_client(house: &House, client: ClientId) -> Result<Vec<Touchpoint>, Fault> {
    records(
        &house.store,
        house
            .store
            .starting_with(Index::OfClient, &client.to_bytes())?,
    )
}

/// What waits without a slot, the oldest first.
pub(crate) fn tray(house: &House) -> Result<Vec<Touchpoint>, Fault> {
    records(&house.store, house.store.starting_with(Index::Tray, &[])?)
}

/// Touchpoints in the trash, the oldest first.
pub(crate) fn trash(house: &House) -> Result<Vec<Touchpoint>, Fault> {
    // Clients share the order; a key of theirs leads to no touchpoint.
    records(&house.store, house.store.starting_with(Index::Trash, &[])?)
}

/// Clients that are not in the trash, by folded name.
pub(crate) fn clients(house: &House) -> Result<Vec<Client>, Fault> {
    records(
        &house.store,
        house.store.starting_with(Index::ClientName, &[])?,
    )
}

/// Every touchpoint of an iCalendar UID, in the trash or not.
pub(crate) fn of_uid(house: &House, uid: &str) -> Result<Vec<Touchpoint>, Fault> {
    let mut found: Vec<Touchpoint> = records(
        &house.store,
        house
            .store
            .starting_with(Index::Uid, &Store::uid_key(uid))?,
    )?;
    found.retain(|one| one.source.uid == uid);
    Ok(found)
}

/// Every touchpoint that came in a file, in the trash or not.
pub(crate) fn of_source(house: &House, file: SourceId) -> Result<Vec<Touchpoint>, Fault> {
    records(
        &house.store,
        house
            .store
            .starting_with(Index::OfSource, &file.to_bytes())?,
    )
}

fn records<R: Record>(store: &Store, keys: Vec<Key>) -> Result<Vec<R>, Fault> {
    let mut found = Vec::with_capacity(keys.len());
    for key in keys {
        found.extend(store.get(key)?);
    }
    Ok(found)
}

/// Every file that was brought in.
pub(crate) fn sources(house: &House) -> Result<Vec<SourceFile>, Fault> {
    Ok(house.store.all()?)
}

/// Every touchpoint that came in no file, by identity.
pub(crate) fn made_here(house: &House) -> Result<Vec<Touchpoint>, Fault> {
    let mut found: Vec<Touchpoint> = house.store.all()?;
    found.retain(|one| one.source.file.is_none());
    Ok(found)
}
