//! Freed time is air: what a meeting no longer takes stays free unless somebody says otherwise.

use chrono::{Duration, NaiveDateTime};
use domain::{Purpose, Slot, Touchpoint, Zone};

use crate::following::walls;
use crate::house::House;
use crate::seen::Seen;

/// The air where a meeting to come was called off; `None` when it took no time of a worked day, or too little.
pub(crate) fn freed_by_calling_off(house: &House, meeting: &Seen) -> Option<Touchpoint> {
    let (from, until) = walls(house, meeting)?;
    freed(house, meeting, from, until)
}

/// The air a meeting to come leaves at its end, or at its beginning, when it is made shorter in place.
pub(crate) fn freed_by_shortening(house: &House, meeting: &Seen, slot: Slot) -> Option<Touchpoint> {
    let (from, until) = walls(house, meeting)?;
    let mut after = meeting.clone();
    after.touchpoint.slot = Some(slot);
    let (begins, ends) = walls(house, &after)?;
    if begins == from && ends < until {
        freed(house, meeting, ends, until)
    } else if ends == until && begins > from {
        freed(house, meeting, from, begins)
    } else {
        None
    }
}

fn freed(
    house: &House,
    meeting: &Seen,
    from: NaiveDateTime,
    until: NaiveDateTime,
) -> Option<Touchpoint> {
    let (settings, now) = (house.rules(), house.clock.now());
    let touchpoint = &meeting.touchpoint;
    if touchpoint.purpose != Purpose::Meeting || !touchpoint.is_busy() {
        return None;
    }
    let hours = settings.open_on(from.date())?;
    let date = from.date();
    let from = from.max(date.and_time(hours.from)).max(house.now_wall());
    let until = until.min(date.and_time(hours.until));
    if until - from < Duration::minutes(i64::from(settings.air.piece)) {
        return None;
    }
    let minutes = u32::try_from((until - from).num_minutes()).unwrap_or_default();
    let mut air = Touchpoint::of_own(house.clock.new_id(), Purpose::Freed, now);
    air.title = house.words().say("air-freed", &[]);
    air.slot = Some(Slot::timed(from, minutes, Zone::Iana(house.home())));
    air.example = touchpoint.example;
    Some(air)
}
