//! What is said of a touchpoint that went somewhere else in time.

use domain::Slot;
use words::Words;

use crate::done::Said;
use crate::house::House;
use crate::seen::Seen;

/// The word the history has for it.
pub(super) fn label(seen: &Seen, slot: Option<Slot>, copy: bool) -> &'static str {
    match (seen.slot(), slot) {
        _ if copy => "copied",
        (_, None) => "trayed",
        (None, Some(_)) => "untrayed",
        (Some(old), Some(new))
            if old.seconds() != new.seconds() && old.is_all_day() == new.is_all_day() =>
        {
            "resized"
        }
        _ => "moved",
    }
}

/// What the toast says.
pub(super) fn said(house: &House, words: &Words, label: &'static str, slot: Option<Slot>) -> Said {
    let today = house.now_wall().date();
    let Some(slot) = slot else {
        return Said::new("said-trayed");
    };
    let start = crate::reschedule::home_start(house, slot);
    let when = if slot.is_all_day() {
        words.day(start.date(), today)
    } else {
        words.wall(start, today)
    };
    let said = match label {
        "copied" => Said::new("said-copied"),
        "untrayed" => Said::new("said-untrayed"),
        "resized" => {
            Said::new("said-resized").with("length", words.length(slot.seconds().div_ceil(60)))
        }
        _ => Said::new("said-moved"),
    };
    said.with("when", when)
}
