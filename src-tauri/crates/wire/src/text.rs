//! Dates, wall times and ids as text: read strictly, since they come from outside.

use chrono::{NaiveDate, NaiveDateTime, SecondsFormat};
use chrono_tz::Tz;
use domain::{Id, Moment, Noun, Zone};

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

/// `2026-11-26`.
pub fn date(text: &str) -> Result<NaiveDate, Malformed> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map_err(|_| malformed(text, "a date such as 2026-11-26"))
}

/// `2026-11-26T13:00`, seconds allowed.
pub fn wall(text: &str) -> Result<NaiveDateTime, Malformed> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
        .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S"))
        .map_err(|_| malformed(text, "a wall time such as 2026-11-26T13:00"))
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

/// Where the rule of a series puts one of it: a date, or a wall time with the zone it is read in.
pub fn occurrence(text: Option<&str>) -> Result<Option<Moment>, Malformed> {
    text.map(moment).transpose()
}

fn moment(text: &str) -> Result<Moment, Malformed> {
    if !text.contains('T') {
        return date(text).map(Moment::Date);
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
        at: wall(at)?,
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
