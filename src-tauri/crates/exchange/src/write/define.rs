//! VTIMEZONE for the zones of touchpoints made here (RFC 5545 §3.6.5), by calcard from the zone database.

use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarComponentType};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::write::fold::push_line;

/// The definition of a zone, right from `years.0` to `years.1` and, where the zone has a yearly rule, beyond.
pub(super) fn definition(zone: Tz, years: (i32, i32), ending: &str) -> Vec<u8> {
    let new_year = |year: i32| {
        NaiveDate::from_ymd_opt(year, 1, 1)
            .and_then(|date| date.and_hms_opt(0, 0, 0))
            .map_or(0, |at| {
                DateTime::<Utc>::from_naive_utc_and_offset(at, Utc).timestamp()
            })
    };
    let mut calendar = ICalendar::default();
    calendar
        .components
        .push(ICalendarComponent::new(ICalendarComponentType::VCalendar));
    calendar.add_timezone(zone.name(), new_year(years.0), new_year(years.1));
    let text = calendar.to_string();
    let mut out = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        inside |= line == "BEGIN:VTIMEZONE";
        if inside {
            push_line(&mut out, line, ending);
        }
        inside &= line != "END:VTIMEZONE";
    }
    out
}
