//! Air: what each day keeps of it, what a week owes, what comes of time that was freed, and a look back that nobody else
//! can see. Days are days at home.

mod freed;
mod gives_way;
mod laid;
mod look_back;

use chrono::{Datelike, Days as DaySpan, NaiveDate};
use domain::AirRules;
use planner::{Agenda, Breath, DayOwed, Ledger};

use crate::around::Around;
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
    let around = Around::of(house, seen);
    let agenda = around.agenda();
    let range = || from.iter_days().take_while(move |date| *date < until);
    let mut weeks = Vec::new();
    for monday in range().map(days::monday_of).filter(first_of_a_kind()) {
        let whole = monday >= from && monday + DaySpan::new(7) <= until;
        let ledger = if whole {
            ledger(house, seen, monday, &agenda)
        } else {
            let seen = seen_in(house, monday)?;
            ledger(house, &seen, monday, &Around::of(house, &seen).agenda())
        };
        weeks.push((monday, ledger));
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
    let around = Around::of(house, &seen).under(settings);
    let agenda = around.agenda();
    let range = from.iter_days().take_while(|date| *date < until);
    Ok(range.map(|date| (date, agenda.breath(date))).collect())
}

/// What is there in the week that begins on `monday`.
fn seen_in(house: &House, monday: NaiveDate) -> Result<Vec<Seen>, Fault> {
    days::between(house, monday, monday + DaySpan::new(7))
}

/// The ledger of the week that begins on `monday`, of which `seen` and `agenda` hold everything.
fn ledger(house: &House, seen: &[Seen], monday: NaiveDate, agenda: &Agenda<'_>) -> Ledger {
    let week = week(monday);
    planner::ledger(&week, owed(house, seen, &week), agenda)
}

/// The days of the week that begins on `monday`.
fn week(monday: NaiveDate) -> Vec<NaiveDate> {
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
