//! What a departure is called, and when it is.

use domain::{Departure, Slot};

use crate::house::House;
use crate::seen::Seen;

/// What sentences call what it is about: as the calendar does, else by what they were told.
pub(super) fn title(house: &House, departure: &Departure, seen: Option<&Seen>) -> String {
    let none = house.words().say("title-none", &[]);
    match seen {
        Some(seen) => seen.title(&none),
        None if departure.told.title.is_empty() => none,
        None => departure.told.title.clone(),
    }
}

/// When a meeting is, on the clock of those it is in the zone of: `jeu. 26 nov. · 14:30 – 15:30 (Europe/Paris)`.
pub(super) fn when(house: &House, slot: Slot) -> String {
    let words = house.words();
    let today = house.now_wall().date();
    let (start, end) = (slot.start_wall(), slot.end_wall());
    let said = if slot.is_all_day() || start.date() != end.date() {
        words.moment(slot, today)
    } else {
        words.range(start, end, today)
    };
    match slot.zone().name() {
        Some(zone) if !slot.is_all_day() => format!("{said} ({zone})"),
        _ => said,
    }
}
