//! The canonical name of an occurrence.

use chrono::{NaiveDateTime, NaiveTime};
use chrono_tz::Tz;
use domain::{Moment, Slot, Zone};

/// The canonical key of `moment` in the series that begins at `start`: a date for whole days, else the wall time in
/// the series' own zone. RECURRENCE-ID, EXDATE and RDATE may name the same occurrence in another zone or in UTC.
///
/// `home` is the zone floating times are read in when the two sides differ in kind.
pub fn key(start: Slot, moment: Moment, home: Tz) -> Moment {
    named(start, wall_of(start, moment, home))
}

/// The key of the occurrence that begins at `wall`.
pub(crate) fn named(start: Slot, wall: NaiveDateTime) -> Moment {
    match start {
        Slot::AllDay { .. } => Moment::Date(wall.date()),
        Slot::Timed { zone, .. } => Moment::Wall { at: wall, zone },
    }
}

/// `moment` on the clock of the series, midnight for a date.
pub(crate) fn wall_of(start: Slot, moment: Moment, home: Tz) -> NaiveDateTime {
    let Moment::Wall { at, zone } = moment else {
        return moment.wall();
    };
    match (start, zone) {
        (Slot::AllDay { .. }, _) => at.date().and_time(NaiveTime::MIN),
        // A floating series knows no instants, and a floating moment is read on the series' clock.
        (Slot::Timed { zone: ours, .. }, theirs)
            if ours == theirs || ours == Zone::Floating || theirs == Zone::Floating =>
        {
            at
        }
        (Slot::Timed { zone: ours, .. }, theirs) => {
            ours.wall(theirs.instant(at, false, home).0, home)
        }
    }
}

/// What an EXDATE leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exception {
    /// The occurrence that begins then.
    At(NaiveDateTime),
    /// Every occurrence of a day (`EXDATE;VALUE=DATE` in a timed series, as Outlook writes).
    Day(chrono::NaiveDate),
    /// Nothing: a time of day in a series of whole days.
    Nothing,
}

pub(crate) fn exception(start: Slot, moment: Moment, home: Tz) -> Exception {
    match (start, moment) {
        (Slot::Timed { .. }, Moment::Date(date)) => Exception::Day(date),
        // Outlook writes midnight for whole days; any other time of day names no occurrence.
        (Slot::AllDay { .. }, Moment::Wall { at, .. }) if at.time() != NaiveTime::MIN => {
            Exception::Nothing
        }
        _ => Exception::At(wall_of(start, moment, home)),
    }
}
