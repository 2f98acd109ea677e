//! Air that somebody placed something on all the same, by one explicit press: it gives way, and its day owes it.

use chrono::{Days, NaiveDateTime};
use domain::{Slot, Touchpoint, Zone};

use crate::days;
use crate::fault::Fault;
use crate::following::walls;
use crate::house::House;

/// The air between two wall times at home, as it stands once it has given way: what is left before, else what is left
/// after, else nothing but its place in the trash.
pub(crate) fn gives_way(
    house: &House,
    from: NaiveDateTime,
    until: NaiveDateTime,
) -> Result<Vec<Touchpoint>, Fault> {
    let now = house.clock.now();
    let last = until.date() + Days::new(1);
    let mut given = Vec::new();
    for seen in days::between(house, from.date(), last)? {
        let touchpoint = &seen.touchpoint;
        let Some((begins, ends)) = walls(house, &seen) else {
            continue;
        };
        let lies_there = touchpoint.purpose.is_air() && begins < until && from < ends;
        if !lies_there || seen.repeats() || !touchpoint.is_busy() {
            continue;
        }
        let mut air = touchpoint.clone();
        let left = if begins < from {
            Some((begins, from))
        } else {
            (until < ends).then_some((until, ends))
        };
        match left {
            Some((begins, ends)) => {
                let minutes = u32::try_from((ends - begins).num_minutes()).unwrap_or_default();
                let slot = Slot::timed(begins, minutes, Zone::Iana(house.home()));
                air.place_at(Some(slot), now);
            }
            None => air.trashed_at = Some(now),
        }
        given.push(air);
    }
    Ok(given)
}
