//! When: DTSTART, DTEND, DURATION, RECURRENCE-ID and lists of dates, as moments and slots.

use chrono::{Duration, NaiveDateTime};
use chrono_tz::Tz;
use domain::{Moment, Slot, Zone};

use crate::property::Property;
use crate::read::event::Warning;
use crate::stamp::{Stamp, read_duration};
use crate::zone::Zones;

/// The moment a DATE or DATE-TIME property says.
pub(crate) fn moment_of(
    property: &Property<'_>,
    zones: &Zones<'_>,
    warnings: &mut Vec<Warning>,
) -> Option<Moment> {
    one_moment(property, property.value, zones, warnings)
}

/// The moments of a list (EXDATE, RDATE), each with its text; of a period, its start.
pub(crate) fn moments_of<'t>(
    property: &Property<'t>,
    zones: &Zones<'_>,
    warnings: &mut Vec<Warning>,
) -> impl Iterator<Item = (&'t str, Option<Moment>)> {
    property.value.split(',').map(|item| {
        let begin = match item.split_once('/') {
            Some((begin, _)) => {
                note(warnings, Warning::PeriodDates);
                begin
            }
            None => item,
        };
        (item, one_moment(property, begin, zones, warnings))
    })
}

fn one_moment(
    property: &Property<'_>,
    value: &str,
    zones: &Zones<'_>,
    warnings: &mut Vec<Warning>,
) -> Option<Moment> {
    let stamp = Stamp::read(value)?;
    Some(match stamp {
        Stamp::Date(date) => Moment::Date(date),
        stamp if property.param_is("VALUE", "DATE") => Moment::Date(stamp.local().date()),
        Stamp::Utc(at) => match zones.calendar() {
            Some(zone) => Moment::Wall {
                at: Zone::Iana(zone).wall(at.and_utc(), zone),
                zone: Zone::Iana(zone),
            },
            None => Moment::Wall {
                at,
                zone: Zone::Iana(Tz::UTC),
            },
        },
        Stamp::Local(at) => Moment::Wall {
            at,
            zone: zone_of(property, at, zones, warnings),
        },
    })
}

fn zone_of(
    property: &Property<'_>,
    near: NaiveDateTime,
    zones: &Zones<'_>,
    warnings: &mut Vec<Warning>,
) -> Zone {
    let Some(written) = property.param("TZID") else {
        return zones.calendar().map_or(Zone::Floating, Zone::Iana);
    };
    match zones.resolve(&written, near) {
        Some(zone) => Zone::Iana(zone),
        None => {
            note(
                warnings,
                Warning::UnknownZone(domain::clean_line(&written, 80)),
            );
            Zone::Floating
        }
    }
}

/// The slot from a start to an end, or of a length (RFC 5545 §3.6.1: without either, a day or no time at all);
/// nothing when it lies outside the calendar.
pub(crate) fn slot_of(
    start: Moment,
    end: Option<Moment>,
    length: Option<&str>,
    warnings: &mut Vec<Warning>,
) -> Option<Slot> {
    let span = end
        .map(|end| wall_between(start, end))
        .or_else(|| length.and_then(read_duration));
    if span.is_some_and(|span| span < Duration::zero()) {
        note(warnings, Warning::EndBeforeStart);
    }
    let seconds = span
        .map(|span| u32::try_from(span.num_seconds().max(0)))
        .transpose()
        .ok()?;
    let slot = match start {
        Moment::Date(first) => Slot::AllDay {
            first,
            days: seconds.map_or(1, |seconds| seconds.div_ceil(86_400).max(1)),
        },
        Moment::Wall { at, zone } => Slot::Timed {
            start: at,
            seconds: seconds.unwrap_or(0),
            zone,
            later: false,
        },
    };
    slot.is_in_range().then_some(slot)
}

/// A slot our export had to write in UTC, for it begins in the second of two equal hours.
pub(crate) fn of_the_second_hour(slot: Slot, zone: Tz) -> Slot {
    let Slot::Timed {
        start,
        seconds,
        zone: Zone::Iana(Tz::UTC),
        ..
    } = slot
    else {
        return slot;
    };
    let zone = Zone::Iana(zone);
    let wall = zone.wall(start.and_utc(), Tz::UTC);
    Slot::Timed {
        start: wall,
        seconds,
        zone,
        later: zone.instant(wall, false, Tz::UTC).0 != start.and_utc(),
    }
}

/// The distance on the clock of the start.
fn wall_between(start: Moment, end: Moment) -> Duration {
    let end = match (start, end) {
        (
            Moment::Wall {
                zone: Zone::Iana(ours),
                ..
            },
            Moment::Wall {
                at,
                zone: theirs @ Zone::Iana(other),
            },
        ) if ours != other => Zone::Iana(ours).wall(theirs.instant(at, false, ours).0, ours),
        (_, end) => end.wall(),
    };
    end - start.wall()
}

/// Adds a warning once.
pub(crate) fn note(warnings: &mut Vec<Warning>, warning: Warning) {
    const WARNINGS_MOST: usize = 16;
    if warnings.len() < WARNINGS_MOST && !warnings.contains(&warning) {
        warnings.push(warning);
    }
}
