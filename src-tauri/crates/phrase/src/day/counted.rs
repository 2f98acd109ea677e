//! So many days, weeks or hours from now.

use chrono::{Datelike, Days, Duration, Months, NaiveDate, Timelike};
use domain::Workdays;

use super::{on, sure};
use crate::length::as_length;
use crate::number::number;
use crate::piece::{Hit, What};
use crate::token::Tokens;
use crate::{Context, Why};

const LATER: &[&str] = &["plus tard", "later", "from now", "from today"];

/// "dans 3 jours ouvrés", "in two weeks", "in an hour", "3 working days from now".
pub(super) fn counted(tokens: &Tokens, at: usize, home: &Context<'_>) -> Option<Hit> {
    if let Some(from) = tokens.after(at, &["dans", "in"]) {
        return count(tokens, from, home).or_else(|| moment(tokens, from, home));
    }
    let hit = count(tokens, at, home)?;
    let end = tokens.after(hit.end, LATER)?;
    Some(Hit { end, ..hit })
}

fn count(tokens: &Tokens, at: usize, home: &Context<'_>) -> Option<Hit> {
    let today = home.now.date();
    let days = |days: u32| today.checked_add_days(Days::new(u64::from(days)));
    if let Some(end) = tokens.after(at, &["a fortnight", "one fortnight"]) {
        return Some(sure(end, days(14)));
    }
    for (words, week) in [
        (["une huitaine de jours", "une huitaine"], 7),
        (["une quinzaine de jours", "une quinzaine"], 14),
    ] {
        if let Some(end) = tokens.after(at, &words) {
            return Some(either(end, days(week), days(week + 1)));
        }
    }
    let (count, unit) = number(tokens, at).or_else(|| {
        // "in a week": English counts one by its article.
        tokens.is(at, &["a", "an"]).then_some((1, at + 1))
    })?;
    if let Some(end) = tokens.after(unit, &["jours ouvres", "jour ouvre", "jours ouvre"]) {
        return Some(worked(end, home.workdays, today, count));
    }
    if let Some(end) = tokens.after(
        unit,
        &[
            "working days",
            "working day",
            "business days",
            "business day",
            "work days",
            "workdays",
        ],
    ) {
        return Some(worked(end, home.workdays, today, count));
    }
    if let Some(end) = tokens.after(unit, &["jours ouvrables", "jour ouvrable"]) {
        return Some(workable(end, home.workdays, today, count));
    }
    if let Some(end) = tokens.after(
        unit,
        &[
            "jours",
            "jour",
            "days",
            "day",
            "jours calendaires",
            "calendar days",
        ],
    ) {
        // The French say eight days for a week and fifteen for two, and may mean what they say.
        let idiom = tokens.is(unit, &["jours"]) && matches!(count, 8 | 15);
        return Some(if idiom {
            either(end, days(count - 1), days(count))
        } else {
            sure(end, days(count))
        });
    }
    if let Some(end) = tokens.after(unit, &["semaines", "semaine", "weeks", "week"]) {
        return Some(sure(end, count.checked_mul(7).and_then(days)));
    }
    if let Some(end) = tokens.after(unit, &["mois", "months", "month"]) {
        return Some(months(end, today, count));
    }
    let end = tokens.after(unit, &["ans", "an", "years", "year"])?;
    Some(match count.checked_mul(12) {
        Some(count) => months(end, today, count),
        None => sure(end, None),
    })
}

/// "dans une heure", "in half an hour": from now, by the minute.
fn moment(tokens: &Tokens, at: usize, home: &Context<'_>) -> Option<Hit> {
    let (minutes, end) = as_length(tokens, at)?;
    let now = home.now.with_second(0)?.with_nanosecond(0)?;
    Some(
        match now.checked_add_signed(Duration::minutes(i64::from(minutes))) {
            Some(then) => Hit::new(end, What::Moment(then)),
            None => sure(end, None),
        },
    )
}

fn either(end: usize, one: Option<NaiveDate>, other: Option<NaiveDate>) -> Hit {
    Hit::new(end, on([one, other].into_iter().flatten().collect())).doubted(Why::WeekOrDays)
}

fn after(workdays: &Workdays, today: NaiveDate, count: u32) -> Option<NaiveDate> {
    workdays.add(today, i32::try_from(count).ok()?)
}

fn worked(end: usize, workdays: &Workdays, today: NaiveDate, count: u32) -> Hit {
    sure(end, after(workdays, today, count))
}

/// Jours ouvrables: by law every day but the weekly rest and the holidays, Saturdays counted; most people who write so
/// mean the days they work.
fn workable(end: usize, workdays: &Workdays, today: NaiveDate, count: u32) -> Hit {
    let mut lawful = Workdays {
        closed: [false; 7],
        only: [None; 7],
        ..workdays.clone()
    };
    lawful.closed[6] = true;
    let one = after(workdays, today, count);
    let other = after(&lawful, today, count);
    if one == other {
        return sure(end, one);
    }
    let mut dates: Vec<NaiveDate> = [one, other].into_iter().flatten().collect();
    dates.sort_unstable();
    Hit::new(end, on(dates)).doubted(Why::Saturdays)
}

/// Some months later on the same day; where that month is too short, its last day or the day after.
fn months(end: usize, today: NaiveDate, count: u32) -> Hit {
    let Some(date) = today.checked_add_months(Months::new(count)) else {
        return sure(end, None);
    };
    if date.day() == today.day() {
        return sure(end, Some(date));
    }
    let dates = [Some(date), date.succ_opt()];
    Hit::new(end, on(dates.into_iter().flatten().collect())).doubted(Why::NoSuchDay)
}
