//! Zones by name. The lists of Windows and Outlook are calcard's.

use std::collections::HashMap;
use std::str::FromStr;
use std::sync::OnceLock;

use calcard::common::timezone::Tz as Listed;
use chrono_tz::{TZ_VARIANTS, Tz};

/// Without blanks and quotes around it.
pub(crate) fn bare(written: &str) -> &str {
    written.trim().trim_matches('"').trim()
}

/// The zone of a name, whoever wrote it; nothing for bare offsets.
pub(crate) fn named(written: &str) -> Option<Tz> {
    let written = bare(written);
    if written.is_empty() {
        return None;
    }
    iana(written)
        .or_else(|| behind_prefix(written))
        .or_else(|| listed(written))
        .or_else(|| {
            // Outlook numbers the copies of a zone it has changed: "Eastern Standard Time 1".
            let (name, number) = written.rsplit_once(' ')?;
            number.parse::<u8>().ok()?;
            named(name)
        })
}

/// The zone of a number Exchange knows (X-MICROSOFT-CDO-TZID).
pub(crate) fn microsoft(number: &str) -> Option<Tz> {
    Listed::from_ms_cdo_zone_id(number).and_then(of_database)
}

/// A zone that only says how far from Greenwich it is, in whole hours: `GMT+0200`, `UTC-5`, `(UTC+01:00)`.
pub(crate) fn fixed(written: &str) -> Option<Tz> {
    let text = bare(written).trim_start_matches('(');
    let rest = text
        .strip_prefix("UTC")
        .or_else(|| text.strip_prefix("GMT"))
        .unwrap_or(text);
    let rest = rest.trim_start();
    let (sign, digits) = match rest.as_bytes().first()? {
        b'+' => (-1, &rest[1..]),
        b'-' => (1, &rest[1..]),
        _ => return None,
    };
    let number: String = digits.chars().take_while(char::is_ascii_digit).collect();
    let minutes: String = digits[number.len()..]
        .trim_start_matches(':')
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    let (hours, minutes) = match number.len() {
        1 | 2 => (number.as_str(), minutes.as_str()),
        3 | 4 => number.split_at(number.len() - 2),
        _ => return None,
    };
    if !minutes.bytes().all(|digit| digit == b'0') {
        return None;
    }
    let hours = hours.parse::<i32>().ok()? * sign;
    // POSIX counts westward: Etc/GMT-1 is an hour ahead of Greenwich.
    match hours {
        0 => Some(Tz::UTC),
        hours => Tz::from_str(&format!("Etc/GMT{hours:+}")).ok(),
    }
}

fn iana(name: &str) -> Option<Tz> {
    static LOWER: OnceLock<HashMap<String, Tz>> = OnceLock::new();
    if let Ok(zone) = Tz::from_str(name) {
        return Some(zone);
    }
    LOWER
        .get_or_init(|| {
            TZ_VARIANTS
                .iter()
                .map(|zone| (zone.name().to_ascii_lowercase(), *zone))
                .collect()
        })
        .get(&name.replace(' ', "_").to_ascii_lowercase())
        .copied()
}

/// `/freeassociation.sourceforge.net/Europe/Paris`, `/mozilla.org/20050126_1/America/Argentina/Salta`.
fn behind_prefix(written: &str) -> Option<Tz> {
    let parts: Vec<&str> = written.rsplitn(4, '/').collect();
    (1..=3.min(parts.len().saturating_sub(1)))
        .rev()
        .find_map(|count| {
            let name: Vec<&str> = parts[..count].iter().rev().copied().collect();
            iana(&name.join("/"))
        })
}

fn listed(written: &str) -> Option<Tz> {
    // What CLDR has changed since calcard's list was made.
    let new = match written {
        "Central Asia Standard Time" => Some(Tz::Asia__Bishkek),
        "Mountain Standard Time (Mexico)" => Some(Tz::America__Mazatlan),
        "Alberta Standard Time" => Some(Tz::America__Edmonton),
        "British Columbia Standard Time" => Some(Tz::America__Vancouver),
        "Manitoba Standard Time" => Some(Tz::America__Winnipeg),
        "South Sudan Standard Time" => Some(Tz::Africa__Juba),
        _ => None,
    };
    new.or_else(|| Listed::from_str(written).ok().and_then(of_database))
}

fn of_database(zone: Listed) -> Option<Tz> {
    match zone {
        Listed::Tz(zone) => Some(zone),
        Listed::Fixed(_) | Listed::Floating => None,
    }
}
