use chrono::{Duration, NaiveDate, NaiveDateTime};
use domain::Takes;

use crate::Agenda;
use crate::day::minute;
use crate::nearby::starts_on;

/// Air that is owed for a day, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayOwed {
    /// The day on which something was forced.
    pub date: NaiveDate,
    /// How much.
    pub minutes: u32,
}

/// The air owed in a week, in minutes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    /// For which days.
    pub owed: Vec<DayOwed>,
    /// Air that was laid beyond what its day keeps anyhow: it pays.
    pub repaid: u32,
    /// What is still owed.
    pub left: u32,
}

/// The ledger of a week: what was forced on its days, and the air laid on them.
pub fn ledger(week: &[NaiveDate], owed: Vec<DayOwed>, agenda: &Agenda<'_>) -> Ledger {
    let sum: u32 = owed
        .iter()
        .map(|day| day.minutes)
        .fold(0, u32::saturating_add);
    let repaid = week.iter().map(|date| pays(*date, agenda)).sum();
    Ledger {
        left: sum.saturating_sub(repaid),
        owed,
        repaid,
    }
}

/// Where air could be laid this week to pay what is owed, as much of it in one piece as can be; `None` where no day of
/// the week has any to give. `now` is a wall time at home.
pub fn repay(
    week: &[NaiveDate],
    left: u32,
    agenda: &Agenda<'_>,
    now: NaiveDateTime,
) -> Option<(NaiveDateTime, u32)> {
    let piece = agenda.days.settings.air.piece;
    let mut minutes = left.max(piece);
    loop {
        let length = Duration::minutes(i64::from(minutes));
        let place = week
            .iter()
            .filter(|date| spare(**date, agenda) >= minutes)
            .flat_map(|date| starts_on(*date, length, agenda))
            .find(|start| *start >= now && is_clear(*start, *start + length, agenda));
        if let Some(start) = place {
            return Some((start, minutes));
        }
        minutes = minutes.checked_sub(15).filter(|less| *less >= piece)?;
    }
}

/// Whether nothing at all stands there, air neither.
fn is_clear(from: NaiveDateTime, until: NaiveDateTime, agenda: &Agenda<'_>) -> bool {
    let opens = minute(from.time());
    let closes = opens + (until - from).num_minutes();
    let lunch = agenda.breath(from.date()).lunch;
    agenda
        .items_on(from.date())
        .iter()
        .all(|item| item.until <= opens || closes <= item.from)
        && lunch
            .is_none_or(|lunch| i64::from(lunch.until) <= opens || closes <= i64::from(lunch.from))
}

/// Air laid on a day within its hours, in minutes.
fn laid(date: NaiveDate, agenda: &Agenda<'_>) -> u32 {
    let (opens, closes) = agenda.day(date).worked();
    let within = agenda
        .items_on(date)
        .iter()
        .filter(|item| item.takes == Takes::Air)
        .map(|item| (item.until.min(closes) - item.from.max(opens)).max(0));
    within.sum::<i64>().try_into().unwrap_or_default()
}

/// What a day keeps beyond what it is to keep, in minutes.
fn beyond(date: NaiveDate, agenda: &Agenda<'_>) -> u32 {
    let breath = agenda.breath(date);
    breath.kept.saturating_sub(breath.wanted)
}

fn pays(date: NaiveDate, agenda: &Agenda<'_>) -> u32 {
    laid(date, agenda).min(beyond(date, agenda))
}

fn spare(date: NaiveDate, agenda: &Agenda<'_>) -> u32 {
    beyond(date, agenda).saturating_sub(laid(date, agenda))
}
