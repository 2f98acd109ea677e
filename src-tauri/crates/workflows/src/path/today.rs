//! The day: what stands on it, the next touchpoint's brief, what is owed, and what nobody has said anything of since.

use chrono::{Days, NaiveDate};
use domain::{Kind, State};

use super::brief::{self, Brief};
use super::owed::{Owed, owed};
use crate::days;
use crate::fault::Fault;
use crate::house::House;
use crate::seen::Seen;

/// How far back what was not closed is asked for, in days.
const BACK: u64 = 21;
/// How far ahead the next touchpoint is looked for, in days.
const AHEAD: u64 = 14;
/// How far ahead promises are shown, in days.
const PROMISED: u64 = 7;
/// Promises shown at most.
const OWED: usize = 50;

/// The day.
#[derive(Debug, Clone)]
pub struct Today {
    /// The day, at home.
    pub date: NaiveDate,
    /// What stands on it, by start.
    pub blocks: Vec<Seen>,
    /// The touchpoint that is on, or the next one within a fortnight, with its brief.
    pub next: Option<Brief>,
    /// Open promises due within the week or past, both ways, by day.
    pub owed: Vec<Owed>,
    /// What should have taken place and nobody has said whether it did, the latest first.
    pub unclosed: Vec<Seen>,
    /// Touchpoints to come within a fortnight that look for their reason.
    pub without_reason: Vec<Seen>,
}

/// Reads the day.
pub fn today(house: &House) -> Result<Today, Fault> {
    let (date, now, home) = (house.now_wall().date(), house.clock.now(), house.home());
    let shift = |days| date.checked_add_days(Days::new(days)).unwrap_or(date);
    let since = date.checked_sub_days(Days::new(BACK)).unwrap_or(date);
    let around = days::between(house, since, shift(AHEAD))?;
    let meets = |one: &&Seen| {
        let touchpoint = &one.touchpoint;
        touchpoint.state == State::Planned
            && (touchpoint.kind != Kind::Other || touchpoint.client.is_some())
            && one.slot().is_some_and(|slot| !slot.is_all_day())
    };
    let over = |one: &&Seen| one.span(home).is_some_and(|span| span.end <= now);
    let next = around.iter().filter(meets).find(|one| !over(one)).cloned();
    let mut unclosed: Vec<Seen> = around.iter().filter(meets).filter(over).cloned().collect();
    unclosed.reverse();
    Ok(Today {
        date,
        next: next.map(|seen| brief::of(house, seen)).transpose()?,
        owed: owed(house, shift(PROMISED + 1), OWED)?,
        unclosed,
        without_reason: looking(house, &around),
        blocks: around
            .into_iter()
            .filter(|one| {
                one.days(home)
                    .is_some_and(|(begins, ends)| begins <= date && date <= ends)
            })
            .collect(),
    })
}

/// Touchpoints to come within a fortnight that look for their reason, by start.
pub fn without_reason(house: &House) -> Result<Vec<Seen>, Fault> {
    let date = house.now_wall().date();
    let until = date.checked_add_days(Days::new(AHEAD)).unwrap_or(date);
    Ok(looking(house, &days::between(house, date, until)?))
}

/// Those among `around` that are not over and look for their reason.
fn looking(house: &House, around: &[Seen]) -> Vec<Seen> {
    let (now, home) = (house.clock.now(), house.home());
    let comes = |one: &&Seen| one.span(home).is_some_and(|span| span.end > now);
    around
        .iter()
        .filter(|one| one.touchpoint.wants_reason())
        .filter(comes)
        .cloned()
        .collect()
}
