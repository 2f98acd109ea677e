//! Dates, wall times and ids as text: read strictly, since they come from outside.

use chrono::{Datelike, NaiveDate, NaiveDateTime, SecondsFormat};
use chrono_tz::Tz;
use domain::{Id, Moment, Noun, YEARS, Zone};

/// A text that is not what it should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{given}' is not {wanted}")]
pub struct Malformed {
    /// What was read, cut to 64 characters.
    pub given: String,
    /// What it should have been.
    pub wanted: &'static str,
}

fn malformed(given: &str, wanted: &'static str) -> Malformed {
    Malformed {
        given: given.chars().take(64).collect(),
        wanted,
    }
}

/// What a date outside of [`YEARS`] should have been.
pub(crate) const IN_CALENDAR: &str = "a date from 1900 to 2200";
/// The years a calendar file can speak of (RFC 5545 writes four digits).
const WRITTEN_YEARS: std::ops::RangeInclusive<i32> = 0..=9999;

/// `2026-11-26`, from 1900 to 2200.
pub fn date(text: &str) -> Result<NaiveDate, Malformed> {
    any_date(text).and_then(|date| {
        if YEARS.contains(&date.year()) {
            Ok(date)
        } else {
            Err(malformed(text, IN_CALENDAR))
        }
    })
}

fn any_date(text: &str) -> Result<NaiveDate, Malformed> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .ok()
        .filter(|date| WRITTEN_YEARS.contains(&date.year()))
        .ok_or_else(|| malformed(text, "a date such as 2026-11-26"))
}

/// `2026-11-26T13:00`, seconds allowed, from 1900 to 2200.
pub fn wall(text: &str) -> Result<NaiveDateTime, Malformed> {
    any_wall(text).and_then(|wall| {
        if YEARS.contains(&wall.year()) {
            Ok(wall)
        } else {
            Err(malformed(text, IN_CALENDAR))
        }
    })
}

fn any_wall(text: &str) -> Result<NaiveDateTime, Malformed> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
        .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S"))
        .ok()
        .filter(|wall| WRITTEN_YEARS.contains(&wall.year()))
        .ok_or_else(|| malformed(text, "a wall time such as 2026-11-26T13:00"))
}

/// A wall time as text; seconds only when there are any.
pub fn of_wall(wall: NaiveDateTime) -> String {
    let seconds = if chrono::Timelike::second(&wall) == 0 {
        "%Y-%m-%dT%H:%M"
    } else {
        "%Y-%m-%dT%H:%M:%S"
    };
    wall.format(seconds).to_string()
}

/// An instant of the wall time `wall` of `zone`, RFC 3339 with offset.
pub(crate) fn of_instant(at: chrono::DateTime<chrono::Utc>, home: Tz) -> String {
    at.with_timezone(&home)
        .to_rfc3339_opts(SecondsFormat::Secs, false)
}

/// An IANA name: `Europe/London`.
pub fn zone(text: &str) -> Result<Tz, Malformed> {
    text.parse().map_err(|_| malformed(text, "a zone"))
}

/// `tp_…`, `cl_…`.
pub fn id<N: Noun>(text: &str) -> Result<Id<N>, Malformed> {
    text.parse().map_err(|_| malformed(text, "an id"))
}

/// A contact (`ct_…`) or a client (`cl_…`).
pub fn party(text: &str) -> Result<workflows::duplicates::Party, Malformed> {
    use workflows::duplicates::Party;
    match text.split_once('_') {
        Some(("cl", _)) => id(text).map(Party::Client),
        _ => id(text).map(Party::Contact),
    }
}

/// Where the rule of a series puts one of it: a date, or a wall time with the zone it is read in. A series that was
/// brought in may stand in any year a calendar can write.
pub fn occurrence(text: Option<&str>) -> Result<Option<Moment>, Malformed> {
    text.map(moment).transpose()
}

fn moment(text: &str) -> Result<Moment, Malformed> {
    if !text.contains('T') {
        return any_date(text).map(Moment::Date);
    }
    let (at, zone) = text.split_once('@').unwrap_or((text, ""));
    let zone = match zone {
        "" => Zone::Floating,
        name => Zone::Iana(
            name.parse()
                .map_err(|_| malformed(name, "a zone such as Europe/Paris"))?,
        ),
    };
    Ok(Moment::Wall {
        at: any_wall(at)?,
        zone,
    })
}

/// A moment as text: `2026-11-26`, `2026-11-26T10:00`, `2026-11-26T10:00@Europe/Paris`.
pub fn of_moment(moment: Moment) -> String {
    match moment {
        Moment::Date(date) => date.to_string(),
        Moment::Wall { at, zone } => match zone.name() {
            Some(name) => format!("{}@{name}", of_wall(at)),
            None => of_wall(at),
        },
    }
}
