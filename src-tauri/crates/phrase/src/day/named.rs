//! Today, tomorrow, this evening; the week that comes.

use chrono::{Datelike, Days, NaiveDate, NaiveTime};

use super::{on, sure, weekday};
use crate::piece::{Hit, What};
use crate::token::Tokens;
use crate::{Context, Part, Why};

const NEXT_WEEK: &[&str] = &["semaine prochaine", "la semaine prochaine", "next week"];
const THIS_WEEK: &[&str] = &["cette semaine", "this week"];
const NEXT_MONTH: &[&str] = &["mois prochain", "le mois prochain", "next month"];
const WEEKEND: &[&str] = &[
    "ce week end",
    "ce weekend",
    "le week end",
    "le weekend",
    "this weekend",
    "at the weekend",
    "on the weekend",
    "this week end",
];
const NEXT_WEEKEND: &[&str] = &[
    "week end prochain",
    "le week end prochain",
    "le weekend prochain",
    "next weekend",
];

/// A day with a name of its own at `at`.
pub(super) fn named(tokens: &Tokens, at: usize, home: &Context<'_>) -> Option<Hit> {
    let today = home.now.date();
    if let Some(hit) = this_part(tokens, at, today) {
        return Some(hit);
    }
    let near: &[(&[&str], i64)] = &[
        (&["aujourd hui", "aujourdhui", "auj", "ce jour", "today"], 0),
        (&["demain", "tomorrow", "tmrw"], 1),
        (
            &[
                "apres demain",
                "surlendemain",
                "day after tomorrow",
                "the day after tomorrow",
            ],
            2,
        ),
        (&["hier", "yesterday"], -1),
        (
            &[
                "avant hier",
                "day before yesterday",
                "the day before yesterday",
            ],
            -2,
        ),
    ];
    let found = near
        .iter()
        .filter_map(|(words, days)| Some((tokens.after(at, words)?, *days)))
        .max_by_key(|(end, _)| *end);
    if let Some((end, days)) = found {
        let date = today.checked_add_signed(chrono::Duration::days(days));
        return Some(sure(end, date));
    }
    stretch(tokens, at, home)
}

/// "ce soir", "this morning", "ce midi".
fn this_part(tokens: &Tokens, at: usize, today: NaiveDate) -> Option<Hit> {
    let parts: &[(&[&str], Part)] = &[
        (&["ce matin", "this morning"], Part::Morning),
        (
            &[
                "cet apres midi",
                "cette apres midi",
                "cet aprem",
                "cette aprem",
                "this afternoon",
            ],
            Part::Afternoon,
        ),
        (&["ce soir", "tonight", "this evening"], Part::Evening),
    ];
    for (words, part) in parts {
        if let Some(end) = tokens.after(at, words) {
            let what = What::Day {
                dates: vec![today],
                part: Some(*part),
            };
            return Some(Hit::new(end, what));
        }
    }
    let end = tokens.after(at, &["ce midi"])?;
    let noon = NaiveTime::from_hms_opt(12, 0, 0)?;
    Some(Hit::new(end, What::Moment(today.and_time(noon))))
}

/// Several days of which none is named: the days one works of a week or a month are what it can mean.
fn stretch(tokens: &Tokens, at: usize, home: &Context<'_>) -> Option<Hit> {
    let today = home.now.date();
    let monday = today.week(chrono::Weekday::Mon).checked_first_day()?;
    let next = monday.checked_add_days(Days::new(7))?;
    if let Some(end) = tokens.after(at, NEXT_WEEK) {
        return Some(week(tokens, end, next, next, home));
    }
    if let Some(end) = tokens.after(at, THIS_WEEK) {
        return Some(week(tokens, end, monday, today, home));
    }
    if let Some(end) = tokens.after(at, NEXT_WEEKEND) {
        // On a Monday it is the one at hand for some, the one after for others.
        let days = [5, 6, 12, 13].into_iter().filter_map(|days| {
            monday
                .checked_add_days(Days::new(days))
                .filter(|day| *day > today)
        });
        return Some(several(end, days.collect()));
    }
    if let Some(end) = tokens.after(at, WEEKEND) {
        let days = [5, 6].into_iter().filter_map(|days| {
            monday
                .checked_add_days(Days::new(days))
                .filter(|day| *day >= today)
        });
        return Some(several(end, days.collect()));
    }
    let end = tokens.after(at, NEXT_MONTH)?;
    let first = today
        .with_day(1)?
        .checked_add_months(chrono::Months::new(1))?;
    let month = first
        .iter_days()
        .take(31)
        .filter(|day| day.month() == first.month() && home.workdays.is_worked(*day));
    Some(several(end, month.collect()))
}

/// The week from `monday`: its worked days from `first`, or the one weekday said behind it.
fn week(
    tokens: &Tokens,
    end: usize,
    monday: NaiveDate,
    first: NaiveDate,
    home: &Context<'_>,
) -> Hit {
    let from = tokens.skip(end, &["on", "le"]);
    if let Some((weekday, end)) = weekday::name(tokens, from) {
        let days = u64::from(weekday.num_days_from_monday());
        return sure(end, monday.checked_add_days(Days::new(days)));
    }
    let days = monday
        .iter_days()
        .take(7)
        .filter(|day| *day >= first && home.workdays.is_worked(*day));
    several(end, days.collect())
}

fn several(end: usize, dates: Vec<NaiveDate>) -> Hit {
    Hit::new(end, on(dates)).doubted(Why::WhichDay)
}
