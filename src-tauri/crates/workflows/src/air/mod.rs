//! Air: what each day keeps of it, what a week owes, what comes of time that was freed, and a look back that nobody else
//! can see. Days are days at home.

mod freed;
mod gives_way;
mod laid;
mod look_back;

use chrono::{Datelike, Days as DaySpan, NaiveDate};
use domain::AirRules;
use planner::{Agenda, Breath, Busy, DayOwed, Days, Ledger};

use crate::days;
use crate::fault::Fault;
use crate::house::House;
use crate::seen::Seen;

pub(crate) use freed::{freed_by_calling_off, freed_by_shortening};
pub(crate) use gives_way::gives_way;
pub use laid::{Use, hang, lay, repay, use_freed};
pub use look_back::{LookBack, Shared, look_back};

/// The air of the days of a range.
#[derive(Debug, Clone)]
pub struct Breathing {
    /// One for each day, in order.
    pub days: Vec<(NaiveDate, Breath)>,
    /// One for each week the range touches, by its Monday.
    pub weeks: Vec<(NaiveDate, Ledger)>,
}

/// The air of the days from `from` to `until` (excluded), on which `seen` is what there is.
pub fn breathing(
    house: &House,
    seen: &[Seen],
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Breathing, Fault> {
    let settings = house.settings();
    let home = house.home();
    let busy = days::busy(house, seen);
    let around = Days {
        busy: &busy,
        settings: &settings,
        home,
    };
    let agenda = Agenda::of(around);
    let range = || from.iter_days().take_while(move |date| *date < until);
    let mut weeks = Vec::new();
    for monday in range().map(days::monday_of).filter(first_of_a_kind()) {
        let week = week(monday);
        let whole = monday >= from && monday + DaySpan::new(7) <= until;
        weeks.push((
            monday,
            if whole {
                planner::ledger(&week, owed(house, seen, &week), &agenda)
            } else {
                ledger_of(house, monday)?.0
            },
        ));
    }
    Ok(Breathing {
        days: range().map(|date| (date, agenda.breath(date))).collect(),
        weeks,
    })
}

/// What `rules` would make of days as they are: for somebody who edits them.
pub fn preview(
    house: &House,
    rules: AirRules,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<(NaiveDate, Breath)>, Fault> {
    let seen = days::between(house, from, until)?;
    let mut settings = house.settings();
    settings.air = rules.within_reason();
    let busy = days::busy(house, &seen);
    let agenda = Agenda::of(Days {
        busy: &busy,
        settings: &settings,
        home: house.home(),
    });
    let range = from.iter_days().take_while(|date| *date < until);
    Ok(range.map(|date| (date, agenda.breath(date))).collect())
}

/// The ledger of the week that begins on `monday`, and what takes time in it.
pub(crate) fn ledger_of(house: &House, monday: NaiveDate) -> Result<(Ledger, Vec<Busy>), Fault> {
    let week = week(monday);
    let seen = days::between(house, monday, monday + DaySpan::new(7))?;
    let settings = house.settings();
    let busy = days::busy(house, &seen);
    let agenda = Agenda::of(Days {
        busy: &busy,
        settings: &settings,
        home: house.home(),
    });
    let ledger = planner::ledger(&week, owed(house, &seen, &week), &agenda);
    Ok((ledger, busy))
}

/// The days of the week that begins on `monday`.
pub(crate) fn week(monday: NaiveDate) -> Vec<NaiveDate> {
    monday.iter_days().take(7).collect()
}

/// What was forced on these days and is still there.
fn owed(house: &House, seen: &[Seen], week: &[NaiveDate]) -> Vec<DayOwed> {
    let home = house.home();
    seen.iter()
        .filter(|one| one.touchpoint.debt > 0 && one.touchpoint.is_busy())
        .filter_map(|one| Some((one.days(home)?.0, one.touchpoint.debt)))
        .filter(|(date, _)| week.contains(date))
        .map(|(date, minutes)| DayOwed { date, minutes })
        .collect()
}

fn first_of_a_kind() -> impl FnMut(&NaiveDate) -> bool {
    let mut last = None;
    move |monday| {
        let first = last.is_none_or(|last: NaiveDate| last.iso_week() != monday.iso_week());
        last = Some(*monday);
        first
    }
}
