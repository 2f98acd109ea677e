//! What a range of days shows.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};
use domain::{Client, ClientId, Moment, Settings, Span, Touchpoint, Zone};

use crate::fault::Fault;
use crate::house::House;
use crate::reads;
use crate::seen::Seen;

/// The most occurrences of one series a range shows; a rule that gives more is a mistake of its file.
const MOST_OF_A_SERIES: usize = 2_000;
/// The longest range one may ask for, in days.
const MOST_DAYS: i64 = 800;
/// How far wall times of two zones may lie apart, rounded up to whole days.
const ZONE_WIDTH: i64 = 2;

/// Everything that touches the days from `from` to `until` (excluded) of the home zone, by start.
pub fn between(house: &House, from: NaiveDate, until: NaiveDate) -> Result<Vec<Seen>, Fault> {
    if until <= from || (until - from).num_days() > MOST_DAYS {
        return Err(Fault::invalid("error-range"));
    }
    let home = house.home();
    let (first, last) = (midnight(from, -ZONE_WIDTH), midnight(until, ZONE_WIDTH));
    let mut seen: Vec<Seen> = reads::placed(house, first, last)?
        .into_iter()
        .map(single)
        .collect();
    for series in reads::series_living_between(house, first, last)? {
        seen.extend(occurrences(house, &series, first, last)?);
    }
    seen.retain(|one| {
        one.days(home)
            .is_some_and(|(begins, ends)| begins < until && ends >= from)
    });
    seen.sort_by_cached_key(|one| (one.span(home).map(|span| span.start), one.touchpoint.id));
    name_clients(house, &mut seen)?;
    Ok(seen)
}

/// The occurrences of a series whose wall time starts between two wall times, overridden ones left out.
pub(crate) fn occurrences(
    house: &House,
    series: &Touchpoint,
    first: NaiveDateTime,
    last: NaiveDateTime,
) -> Result<Vec<Seen>, Fault> {
    let (Some(slot), Some(recurrence)) = (series.slot, &series.recurrence) else {
        return Ok(Vec::new());
    };
    let overridden: HashSet<NaiveDateTime> = reads::overrides_of(house, series.id)?
        .into_iter()
        .filter_map(|one| one.occurrence.map(|occurrence| occurrence.at.wall()))
        .collect();
    let home = house.home();
    let instant = |wall| Zone::Iana(home).instant(wall, false, home).0;
    let window = Span {
        start: instant(first),
        end: instant(last),
    };
    let found = match series::expand(slot, recurrence, window, home, MOST_OF_A_SERIES) {
        Ok(found) => found,
        Err(error) => {
            // A rule nobody can follow still has its first occurrence, and must not empty the week around it.
            log::warn!("a series that cannot be followed: {error}");
            series::Expansion {
                starts: vec![series::Start {
                    key: slot.start_moment(),
                    slot,
                }],
                cut: true,
            }
        }
    };
    Ok(found
        .starts
        .into_iter()
        .filter(|start| !overridden.contains(&start.key.wall()))
        .map(|start| occurrence(series, start.key, start.slot))
        .collect())
}

/// One occurrence of a series, as it is seen.
pub(crate) fn occurrence(series: &Touchpoint, key: Moment, slot: domain::Slot) -> Seen {
    let mut touchpoint = series.clone();
    touchpoint.slot = Some(slot);
    Seen {
        touchpoint,
        occurrence: Some(key),
        client: None,
    }
}

/// A touchpoint that stands for itself.
pub(crate) fn single(touchpoint: Touchpoint) -> Seen {
    let occurrence = touchpoint.occurrence.as_ref().map(|one| one.at);
    Seen {
        touchpoint,
        occurrence,
        client: None,
    }
}

/// Gives each its client's name.
pub(crate) fn name_clients(house: &House, seen: &mut [Seen]) -> Result<(), Fault> {
    let mut names: HashMap<ClientId, Option<String>> = HashMap::new();
    for one in seen {
        let Some(id) = one.touchpoint.client else {
            continue;
        };
        if let std::collections::hash_map::Entry::Vacant(unknown) = names.entry(id) {
            unknown.insert(
                house
                    .store
                    .get::<Client>(id.to_bytes())?
                    .map(|client| client.name),
            );
        }
        one.client = names.get(&id).cloned().flatten().map(|name| (id, name));
    }
    Ok(())
}

/// The hours truly worked on a date, as minutes of the day.
pub fn hours_in_minutes(settings: &Settings, date: NaiveDate) -> Option<(u32, u32)> {
    let minutes =
        |time: NaiveTime| u32::try_from((time - NaiveTime::MIN).num_minutes()).unwrap_or_default();
    settings
        .open_on(date)
        .map(|hours| (minutes(hours.from), minutes(hours.until)))
}

fn midnight(date: NaiveDate, days: i64) -> NaiveDateTime {
    let by = Days::new(days.unsigned_abs());
    let moved = if days < 0 {
        date.checked_sub_days(by)
    } else {
        date.checked_add_days(by)
    };
    moved.unwrap_or(date).and_time(NaiveTime::MIN)
}

/// The Monday of the week of `date`.
pub fn monday_of(date: NaiveDate) -> NaiveDate {
    date.checked_sub_days(Days::new(u64::from(date.weekday().num_days_from_monday())))
        .unwrap_or(date)
}
