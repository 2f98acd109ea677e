//! Which times of day a clock can mean.

use chrono::{Duration, NaiveTime, Timelike};

use crate::piece::Clock;
use crate::{Part, Why};

/// The times a clock can mean.
pub(crate) fn hours(clock: &Clock, part: Option<Part>, whys: &mut Vec<Why>) -> Vec<NaiveTime> {
    let times = within(possible(clock, whys), part, whys);
    plausible(clock, times, part, whys)
}

pub(crate) fn possible(clock: &Clock, whys: &mut Vec<Why>) -> Vec<NaiveTime> {
    if clock.bound {
        return Vec::new();
    }
    if (clock.hour, clock.minute) == (24, 0) {
        whys.push(Why::WhichMidnight);
        return vec![NaiveTime::MIN];
    }
    let Some(time) = NaiveTime::from_hms_opt(clock.hour, clock.minute, 0) else {
        whys.push(Why::NoSuchHour);
        return Vec::new();
    };
    let mut times = vec![time];
    if clock.either {
        // Twelve hours on; of a twelfth hour that is the first of the day.
        times.push(time + Duration::hours(12));
    }
    times.sort_unstable();
    times
}

pub(crate) fn within(
    times: Vec<NaiveTime>,
    part: Option<Part>,
    whys: &mut Vec<Why>,
) -> Vec<NaiveTime> {
    let Some(part) = part.filter(|_| !times.is_empty() && !whys.contains(&Why::WhichMidnight))
    else {
        return times;
    };
    let hours = match part {
        Part::Morning => 0..12,
        Part::Afternoon => 12..19,
        Part::Evening => 17..24,
    };
    let inside: Vec<NaiveTime> = times
        .into_iter()
        .filter(|time| hours.contains(&time.hour()))
        .collect();
    if inside.is_empty() {
        whys.push(Why::OtherPart);
    }
    inside
}

/// Of two halves of the day, the one nobody would ask about: at 8 to 12 the clock's own; from 1 to 7 both are possible.
pub(crate) fn plausible(
    clock: &Clock,
    times: Vec<NaiveTime>,
    part: Option<Part>,
    whys: &mut Vec<Why>,
) -> Vec<NaiveTime> {
    let [morning, afternoon] = times.as_slice() else {
        return times;
    };
    match (part, clock.hour) {
        (Some(_), _) => times,
        (None, 8..=11) => vec![*morning],
        (None, 0 | 12) => vec![*afternoon],
        (None, _) => {
            whys.push(Why::MorningOrAfternoon);
            times
        }
    }
}
