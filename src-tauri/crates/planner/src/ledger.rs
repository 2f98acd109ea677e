use std::cmp::Reverse;

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};
use domain::Takes;

use crate::Agenda;

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
    let paid = week.iter().map(|date| pays(*date, agenda));
    let repaid = paid.fold(0, u32::saturating_add);
    Ledger {
        left: sum.saturating_sub(repaid),
        owed,
        repaid,
    }
}

/// Where air could be laid this week to pay what is owed, as much of it in one piece as can be, the earliest among equals;
/// `None` where no day of the week has any to give. At least the shortest piece that is air is laid, though less is owed.
/// `now` is a wall time at home.
pub fn repay(
    week: &[NaiveDate],
    left: u32,
    agenda: &Agenda<'_>,
    now: NaiveDateTime,
) -> Option<(NaiveDateTime, u32)> {
    let least = agenda.days.settings.air.piece;
    let most = left.max(least);
    let places = week.iter().flat_map(|date| {
        let spare = spare(*date, agenda).min(most);
        let midnight = date.and_time(NaiveTime::MIN);
        // Rounded up: nobody lays anything at 10:37.
        let start = move |from: i64| ((from + 4).div_euclid(5) * 5).max(ceil(now - midnight));
        free(*date, agenda).into_iter().map(move |(from, until)| {
            let from = start(from);
            let minutes = u32::try_from(until - from).unwrap_or_default().min(spare);
            (midnight + Duration::minutes(from), minutes)
        })
    });
    places
        .filter(|(_, minutes)| *minutes > 0 && *minutes >= least)
        .min_by_key(|(start, minutes)| (Reverse(*minutes), *start))
}

/// Whole minutes, rounded up to five.
fn ceil(time: Duration) -> i64 {
    (time.num_seconds() + 299).div_euclid(300) * 5
}

/// The pieces of air of a day on which none was laid yet, in minutes since its midnight: not lunch, no buffer.
fn free(date: NaiveDate, agenda: &Agenda<'_>) -> Vec<(i64, i64)> {
    let airs = airs(date, agenda);
    let mut free = Vec::new();
    for piece in agenda.breath(date).pieces {
        let mut at = i64::from(piece.from);
        let closes = i64::from(piece.until);
        for (from, until) in &airs {
            free.push((at, (*from).min(closes)));
            at = at.max(*until);
        }
        free.push((at, closes));
    }
    free.retain(|(from, until)| from < until);
    free
}

/// The air blocks of a day, in order.
fn airs(date: NaiveDate, agenda: &Agenda<'_>) -> Vec<(i64, i64)> {
    let items = agenda.items_on(date).iter();
    let mut airs: Vec<(i64, i64)> = items
        .filter(|item| item.takes == Takes::Air)
        .map(|item| (item.from, item.until))
        .collect();
    airs.sort_unstable();
    airs
}

/// Air laid on a day where it is air, in minutes: what was put over it since, and lunch, are none; twice is once.
fn laid(date: NaiveDate, agenda: &Agenda<'_>) -> u32 {
    let kept = agenda.look(date, |breath| breath.kept);
    let free = free(date, agenda).into_iter();
    let left: i64 = free.map(|(from, until)| until - from).sum();
    kept.saturating_sub(left.try_into().unwrap_or_default())
}

/// What a day keeps beyond what it is to keep, in minutes.
fn beyond(date: NaiveDate, agenda: &Agenda<'_>) -> u32 {
    agenda.look(date, |breath| breath.kept.saturating_sub(breath.wanted))
}

fn pays(date: NaiveDate, agenda: &Agenda<'_>) -> u32 {
    laid(date, agenda).min(beyond(date, agenda))
}

fn spare(date: NaiveDate, agenda: &Agenda<'_>) -> u32 {
    beyond(date, agenda).saturating_sub(laid(date, agenda))
}
