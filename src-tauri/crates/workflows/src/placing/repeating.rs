//! A series that goes somewhere else, the whole of it or from one of its occurrences on.

use chrono::Duration;
use domain::{Field, Moment, Recurrence, Slot, Touchpoint};

use super::Moved;
use crate::fault::Fault;
use crate::house::House;
use crate::reads;
use crate::seen::Seen;

/// The whole series goes.
pub(super) fn all(
    house: &House,
    mut series: Touchpoint,
    seen: &Seen,
    key: Moment,
    slot: Slot,
) -> Result<Moved, Fault> {
    let now = house.clock.now();
    let (Some(old), Some(recurrence)) = (series.slot, series.recurrence.clone()) else {
        return Err(Fault::gone());
    };
    // The whole series goes as far as this occurrence went, from where its rule put it.
    let by = slot.start_wall() - key.wall();
    let (moved, shifted) = series::shift(old, &recurrence, by, house.home())?;
    let first = with_length(moved, slot);
    series.recurrence = Some(ending(house, first, shifted)?);
    series.place_at(Some(first), now);
    series.mark(Field::Recurrence, now);
    let mut put = vec![series.clone()];
    for mut one in reads::overrides_of(house, series.id)? {
        let Some(occurrence) = &mut one.occurrence else {
            continue;
        };
        let own = occurrence.at == key && seen.touchpoint.id == one.id;
        occurrence.at = shifted_moment(occurrence.at, by, first);
        one.mark(Field::Recurrence, now);
        if own {
            one.place_at(Some(slot), now);
        }
        put.push(one);
    }
    let shown = match seen.touchpoint.recurrence {
        Some(_) => (series.id, Some(shifted_moment(key, by, first))),
        None => (seen.touchpoint.id, Some(shifted_moment(key, by, first))),
    };
    Ok((put, shown))
}

/// One and all after it go, and become a series of their own.
pub(super) fn following(
    house: &House,
    mut series: Touchpoint,
    seen: &Seen,
    key: Moment,
    slot: Slot,
) -> Result<Moved, Fault> {
    let now = house.clock.now();
    let (Some(old), Some(recurrence)) = (series.slot, series.recurrence.clone()) else {
        return Err(Fault::gone());
    };
    let cut = match series::split_before(old, &recurrence, key, house.home()) {
        Ok(cut) => cut,
        // An RDATE before the start, or the start itself: there is no "before", so the whole series is meant.
        Err(series::SeriesError::NothingBefore) => return all(house, series, seen, key, slot),
        Err(error) => return Err(error.into()),
    };
    let by = slot.start_wall() - key.wall();
    let (moved, tail) = series::shift(cut.tail_start, &cut.tail, by, house.home())?;
    let first = with_length(moved, slot);
    let mut rest = series.clone();
    rest.id = house.clock.new_id();
    // Its own identity over the same lines: alarms and what others wrote leave with it.
    rest.source.uid = format!("{}@sentier", rest.id);
    rest.mark(Field::Slot, now);
    rest.mark(Field::Recurrence, now);
    rest.created_at = now;
    rest.sequence = 0;
    rest.slot = Some(first);
    rest.recurrence = Some(ending(house, first, tail)?);
    rest.updated_at = now;
    series.recurrence = Some(cut.head);
    series.sequence = series.sequence.saturating_add(1);
    series.mark(Field::Recurrence, now);
    let (rest_id, rest_uid) = (rest.id, rest.source.uid.clone());
    let mut put = vec![series.clone(), rest];
    for mut one in reads::overrides_of(house, series.id)? {
        let Some(occurrence) = &mut one.occurrence else {
            continue;
        };
        if occurrence.at.wall() < key.wall() {
            continue;
        }
        if one.id == seen.touchpoint.id {
            // The one in the hand is the first of the rest now.
            one.trashed_at = Some(now);
        } else {
            occurrence.series = Some(rest_id);
            occurrence.at = shifted_moment(occurrence.at, by, slot);
            one.source.uid.clone_from(&rest_uid);
            one.mark(Field::Recurrence, now);
        }
        one.updated_at = now;
        put.push(one);
    }
    Ok((put, (rest_id, Some(slot.start_moment()))))
}

/// The recurrence, with the end its rules give it from `slot` noted beside it.
pub(crate) fn ending(
    house: &House,
    slot: Slot,
    mut recurrence: Recurrence,
) -> Result<Recurrence, Fault> {
    recurrence.ends = series::ends(slot, &recurrence, house.home())?;
    Ok(recurrence)
}

fn with_length(at: Slot, like: Slot) -> Slot {
    match (at, like) {
        (
            Slot::Timed {
                start, zone, later, ..
            },
            Slot::Timed { seconds, .. },
        ) => Slot::Timed {
            start,
            seconds,
            zone,
            later,
        },
        (Slot::AllDay { first, .. }, Slot::AllDay { days, .. }) => Slot::AllDay { first, days },
        (at, like) => like.starting(at.start_wall()),
    }
}

fn shifted_moment(at: Moment, by: Duration, like: Slot) -> Moment {
    let wall = at.wall().checked_add_signed(by).unwrap_or(at.wall());
    match like {
        Slot::AllDay { .. } => Moment::Date(wall.date()),
        Slot::Timed { zone, .. } => Moment::Wall { at: wall, zone },
    }
}
