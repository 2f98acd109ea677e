//! BDAY and REV (RFC 6350 §4.3, §6.2.5, §6.7.4; RFC 2426 §3.1.5), read liberally.

use chrono::{DateTime, NaiveDate, Utc};

use crate::card::content::Content;
use crate::stamp::Stamp;

/// What a BDAY line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Birthday {
    /// The whole date.
    Known(NaiveDate),
    /// A day without its year, a year alone, words: nothing that can be kept as a date, and nothing wrong.
    Partly,
    /// A date no calendar has.
    Broken,
}

/// Reads the value of BDAY.
pub(super) fn birthday(content: &Content<'_>, value: &str) -> Birthday {
    let value = value.trim();
    if value.is_empty()
        || content
            .param("VALUE")
            .is_some_and(|kind| kind.eq_ignore_ascii_case("text"))
    {
        return Birthday::Partly;
    }
    let date = value.split(['T', 't', ' ']).next().unwrap_or(value);
    let year_is_hidden = content
        .param("X-APPLE-OMIT-YEAR")
        .is_some_and(|year| date.starts_with(year.trim()));
    // `--0322`, `---22`, `T1530`, `1985`, `1985-03`.
    if year_is_hidden || date.is_empty() || date.starts_with("--") || is_year_or_month(date) {
        return Birthday::Partly;
    }
    match Stamp::read(date).or_else(|| Stamp::read(value)) {
        Some(stamp) => Birthday::Known(stamp.local().date()),
        None => Birthday::Broken,
    }
}

fn is_year_or_month(date: &str) -> bool {
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    match date.split_once('-') {
        None => date.len() == 4 && is_number(date),
        Some((year, month)) => {
            year.len() == 4 && month.len() == 2 && is_number(year) && is_number(month)
        }
    }
}

/// Reads the value of REV; a local time is taken as UTC.
pub(super) fn revised(value: &str) -> Option<DateTime<Utc>> {
    Stamp::read(value).map(|stamp| stamp.local().and_utc())
}
