//! Which day.

mod counted;
mod dated;
mod named;
mod weekday;
mod written;

use chrono::{Datelike, NaiveDate};
use domain::YEARS;

pub(crate) use dated::is_month;

use crate::hour::BOUND;
use crate::piece::{Hit, What};
use crate::token::Tokens;
use crate::{Context, Part, Why};

/// A day at `at`, whatever way it is said; the longest way wins.
pub(crate) fn day(tokens: &Tokens, at: usize, home: &Context<'_>) -> Option<Hit> {
    if let Some(hit) = plain(tokens, at, home) {
        return Some(hit);
    }
    if let Some(end) = dated::between(tokens, at) {
        return Some(bound(end));
    }
    let from = tokens.after(at, BOUND)?;
    Some(bound(plain(tokens, from, home)?.end))
}

fn plain(tokens: &Tokens, at: usize, home: &Context<'_>) -> Option<Hit> {
    let rules = [
        named::named,
        weekday::weekday,
        dated::dated,
        counted::counted,
    ];
    let hit = rules
        .iter()
        .filter_map(|rule| rule(tokens, at, home))
        .max_by_key(|hit| hit.end)?;
    Some(parted(tokens, hit))
}

/// A part of a day that is said apart: "le matin", "in the afternoon".
pub(crate) fn part(tokens: &Tokens, at: usize) -> Option<Hit> {
    let from = tokens.skip(
        at,
        &["le", "dans la", "dans l", "l", "en", "au", "in the", "the"],
    );
    let (part, end) = part_word(tokens, from)?;
    Some(Hit::new(end, What::Part(part)))
}

fn part_word(tokens: &Tokens, at: usize) -> Option<(Part, usize)> {
    [
        (Part::Morning, ["matin", "matinee", "morning"].as_slice()),
        (Part::Afternoon, &["apres midi", "aprem", "afternoon"]),
        (Part::Evening, &["soir", "soiree", "evening"]),
    ]
    .into_iter()
    .find_map(|(part, words)| Some((part, tokens.after(at, words)?)))
}

/// The part of the day said right behind it: "mardi matin", "tomorrow afternoon".
fn parted(tokens: &Tokens, hit: Hit) -> Hit {
    let What::Day { dates, part: None } = &hit.what else {
        return hit;
    };
    let from = tokens.skip(
        hit.end,
        &[
            "au",
            "dans la",
            "dans l",
            "en",
            "in the",
            "le",
            "during the",
        ],
    );
    match part_word(tokens, from) {
        Some((part, end)) => Hit {
            end,
            what: What::Day {
                dates: dates.clone(),
                part: Some(part),
            },
            whys: hit.whys,
        },
        None => hit,
    }
}

fn bound(end: usize) -> Hit {
    Hit::new(end, on(Vec::new())).doubted(Why::Bound)
}

fn on(dates: Vec<NaiveDate>) -> What {
    What::Day { dates, part: None }
}

/// One date, or none when it lies beyond any year of ours.
fn sure(end: usize, date: Option<NaiveDate>) -> Hit {
    match date.filter(|date| YEARS.contains(&date.year())) {
        Some(date) => Hit::new(end, on(vec![date])),
        None => Hit::new(end, on(Vec::new())).doubted(Why::NoSuchDay),
    }
}

/// Whether a word at `at` is one that days are said with.
pub(crate) fn is_day_word(tokens: &Tokens, at: usize) -> bool {
    const WORDS: &[&str] = &[
        "aujourd",
        "demain",
        "hier",
        "today",
        "tomorrow",
        "tonight",
        "yesterday",
        "next",
        "semaine",
        "week",
        "mois",
        "month",
        "jour",
        "jours",
        "day",
        "days",
        "surlendemain",
        "ce",
        "this",
    ];
    tokens.is(at, WORDS)
        || weekday::name(tokens, at).is_some()
        || is_month(tokens, at)
        || part_word(tokens, at).is_some()
}
