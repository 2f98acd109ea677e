//! How long.

use crate::Why;
use crate::number::number;
use crate::piece::{Hit, What};
use crate::token::{Shape, Tokens};

/// The longest length that is one, in minutes: a day.
const LONGEST: u32 = 24 * 60;

/// What says that a length follows, and nothing else would: "1h30" after it is no hour.
const FOR: &[&str] = &[
    "pendant",
    "durant",
    "duree",
    "duree de",
    "d une duree de",
    "for",
    "lasting",
    "during",
    "de",
    "d",
    "pour",
    "sur",
];
/// Of these, those that say so even before "2h"; "de 2h" and "pour 2h" may be hours.
const SURELY: &[&str] = &[
    "pendant",
    "durant",
    "duree",
    "duree de",
    "d une duree de",
    "for",
    "lasting",
    "during",
];
const MINUTES: &[&str] = &["min", "mins", "mn", "minute", "minutes"];
const HOURS: &[&str] = &["h", "heure", "heures", "hour", "hours", "hr", "hrs"];
/// "hour" is no time of day in English; "2h" and "2 heures" may be.
const ENGLISH_HOURS: &[&str] = &["hour", "hours", "hr", "hrs"];

/// A length at `at`; one that could be an hour as well only where it is introduced.
pub(crate) fn length(tokens: &Tokens, at: usize) -> Option<Hit> {
    if let Some(after) = tokens.after(at, SURELY) {
        let hit = said(tokens, after).map(|(minutes, end, _)| (minutes, end));
        if let Some((minutes, end)) = hit {
            return Some(found(minutes, end));
        }
    }
    let from = tokens.skip(at, FOR);
    let (minutes, end, sure) = said(tokens, from)?;
    sure.then(|| found(minutes, end))
}

/// The minutes that "2h", "une heure" would be at `at`, whatever else they could be, and where they end.
pub(crate) fn as_length(tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
    said(tokens, at).map(|(minutes, end, _)| (minutes, end))
}

fn found(minutes: u32, end: usize) -> Hit {
    if (1..=LONGEST).contains(&minutes) {
        Hit::new(end, What::Length(Some(minutes)))
    } else {
        Hit::new(end, What::Length(None)).doubted(Why::NoSuchLength)
    }
}

/// Minutes, where they end, and whether they can be nothing but a length.
fn said(tokens: &Tokens, at: usize) -> Option<(u32, usize, bool)> {
    fraction(tokens, at)
        .or_else(|| decimal(tokens, at))
        .or_else(|| hours(tokens, at))
        .or_else(|| {
            let (minutes, end) = number(tokens, at)?;
            Some((minutes, tokens.after(end, MINUTES)?, true))
        })
}

/// "une demi-heure", "half an hour", "trois quarts d'heure".
fn fraction(tokens: &Tokens, at: usize) -> Option<(u32, usize, bool)> {
    const HALF: &[&str] = &[
        "demi heure",
        "une demi heure",
        "demie heure",
        "une demie heure",
        "half an hour",
        "half hour",
        "a half hour",
        "1 / 2 heure",
        "1 / 2 h",
    ];
    const QUARTER: &[&str] = &[
        "quart d heure",
        "un quart d heure",
        "quarter of an hour",
        "a quarter of an hour",
        "a quarter hour",
    ];
    const THREE: &[&str] = &[
        "trois quarts d heure",
        "3 quarts d heure",
        "3 / 4 d heure",
        "three quarters of an hour",
    ];
    [(HALF, 30), (QUARTER, 15), (THREE, 45)]
        .into_iter()
        .filter_map(|(words, minutes)| Some((minutes, tokens.after(at, words)?, true)))
        .max_by_key(|(_, end, _)| *end)
}

/// "1,5 h", "1.5 hours": halves and quarters of an hour.
fn decimal(tokens: &Tokens, at: usize) -> Option<(u32, usize, bool)> {
    let whole = tokens.digits(at)?;
    let comma = tokens.glued(at + 1, &[",", "."]);
    let glued = tokens.get(at + 2).is_some_and(|token| token.glued);
    let part = tokens.digits(at + 2).filter(|_| comma && glued)?;
    let end = tokens.after(at + 3, HOURS)?;
    let minutes = match (part, tokens.width(at + 2)) {
        (5, 1) | (50, 2) => 30,
        (25, 2) => 15,
        (75, 2) => 45,
        _ => return None,
    };
    Some((whole.checked_mul(60)?.checked_add(minutes)?, end, true))
}

/// "1h30", "deux heures et demie", "an hour and a half", "1 h 30 min".
fn hours(tokens: &Tokens, at: usize) -> Option<(u32, usize, bool)> {
    let (count, unit) = number(tokens, at).or_else(|| {
        // "an hour": only English counts by its article.
        tokens.is(at, &["a", "an"]).then_some((1, at + 1))
    })?;
    let end = tokens.after(unit, HOURS)?;
    let article = tokens.is(at, &["a", "an"]);
    let english = tokens.is(unit, ENGLISH_HOURS);
    if article && !english {
        return None;
    }
    let whole = count.checked_mul(60)?;
    if let Some(half) = tokens.after(end, &["et demie", "et demi", "and a half"]) {
        return Some((whole.checked_add(30)?, half, english));
    }
    if let Some(quarter) = tokens.after(end, &["et quart", "et un quart", "and a quarter"]) {
        return Some((whole.checked_add(15)?, quarter, english));
    }
    let and = tokens.skip(end, &["et", "and"]);
    // "14h 45 min" and "00 h 15 min" are an hour and how long; nobody is asked for fourteen hours.
    let apart = !english && (tokens.width(at) == 2 || !(1..8).contains(&count));
    if let Some((minutes, after)) = number(tokens, and) {
        if let Some(after) = tokens.after(after, MINUTES).filter(|_| !apart) {
            return Some((whole.checked_add(minutes)?, after, true));
        }
        let right = matches!(
            tokens.get(end).map(|token| token.shape),
            Some(Shape::Number { digits: 2, .. })
        ) && tokens.is(unit, &["h"])
            && minutes < 60;
        if right {
            return Some((whole.checked_add(minutes)?, end + 1, false));
        }
    }
    Some((whole, end, english))
}
