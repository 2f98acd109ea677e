//! Dates: 12/05, 12 mai 2027, May 12th, le 12.

use super::on;
use super::written::Written;
use crate::number::number;
use crate::piece::Hit;
use crate::token::Tokens;
use crate::{Context, clock, length, speech};

const MONTHS: [&[&str]; 12] = [
    &["janvier", "january", "jan", "janv"],
    &["fevrier", "february", "feb", "fev", "fevr"],
    &["mars", "march", "mar"],
    &["avril", "april", "avr", "apr"],
    &["mai", "may"],
    &["juin", "june", "jun"],
    &["juillet", "july", "juil", "jul"],
    &["aout", "august", "aug"],
    &["septembre", "september", "sept", "sep"],
    &["octobre", "october", "oct"],
    &["novembre", "november", "nov"],
    &["decembre", "december", "dec"],
];
/// Months the English put before the day; "mai 12" is not said.
const MONTH_FIRST: &[&str] = &[
    "january",
    "jan",
    "february",
    "feb",
    "march",
    "mar",
    "april",
    "apr",
    "may",
    "june",
    "jun",
    "july",
    "jul",
    "august",
    "aug",
    "september",
    "sept",
    "sep",
    "october",
    "oct",
    "november",
    "nov",
    "december",
    "dec",
];

/// Whether a month stands at `at`.
pub(crate) fn is_month(tokens: &Tokens, at: usize) -> bool {
    month(tokens, at).is_some()
}

/// A date at `at`; a day of the month alone only where it is introduced.
pub(super) fn dated(tokens: &Tokens, at: usize, home: &Context<'_>) -> Option<Hit> {
    let from = tokens.skip(at, &["le", "the", "on", "on the", "du", "au"]);
    let introduced = tokens.is(at, &["le", "the"]) || tokens.after(at, &["on the"]).is_some();
    let (written, end) =
        whole(tokens, from).or_else(|| introduced.then(|| alone(tokens, from)).flatten())?;
    let (dates, whys) = written.dates(home.now.date(), tokens);
    Some(Hit {
        end,
        what: on(dates),
        whys,
    })
}

/// The date said behind a weekday: "mardi 12 mai", "Tuesday the 12th", "mardi 12".
pub(super) fn behind_weekday(tokens: &Tokens, at: usize) -> Option<(Written, usize)> {
    let from = tokens.skip(at, &[",", "le", "the", ", the", ", le"]);
    whole(tokens, from).or_else(|| alone(tokens, from))
}

/// Where "du 12 au 14 mai" ends: days, and not one.
pub(super) fn between(tokens: &Tokens, at: usize) -> Option<usize> {
    let from = tokens.after(at, &["du", "from", "from the", "entre le", "between the"])?;
    let first = whole(tokens, from).or_else(|| {
        let (day, end) = numbered(tokens, from)?;
        (day <= 31).then_some((Written::of(day, None, None), end))
    });
    let to = tokens.after(first?.1, &["au", "to", "to the", "et le", "and the"])?;
    let (_, end) = whole(tokens, to).or_else(|| alone(tokens, to))?;
    Some(end)
}

fn whole(tokens: &Tokens, at: usize) -> Option<(Written, usize)> {
    iso(tokens, at)
        .or_else(|| numbers(tokens, at))
        .or_else(|| worded(tokens, at))
        .or_else(|| month_first(tokens, at))
}

/// 2027-05-12.
fn iso(tokens: &Tokens, at: usize) -> Option<(Written, usize)> {
    let marks = tokens.glued(at + 1, &["-"]) && tokens.glued(at + 3, &["-"]);
    let widths = [at, at + 2, at + 4].map(|at| tokens.width(at));
    (marks && widths == [4, 2, 2]).then_some(())?;
    let year = i32::try_from(tokens.digits(at)?).ok();
    let written = Written::of(tokens.digits(at + 4)?, tokens.digits(at + 2), year);
    Some((written, at + 5))
}

/// 12/05, 12/05/2027, 12.05.27, 12-05-2027; two numbers only with a slash, the other marks being of clocks and decimals.
fn numbers(tokens: &Tokens, at: usize) -> Option<(Written, usize)> {
    let day = tokens.digits(at).filter(|_| tokens.width(at) <= 2)?;
    let mark = ["/", ".", "-"]
        .into_iter()
        .find(|mark| tokens.glued(at + 1, &[mark]))?;
    let glued = |at: usize| tokens.get(at).is_some_and(|token| token.glued);
    let month = tokens
        .digits(at + 2)
        .filter(|_| glued(at + 2) && tokens.width(at + 2) <= 2)?;
    let year = tokens.digits(at + 4).filter(|_| {
        tokens.glued(at + 3, &[mark]) && glued(at + 4) && matches!(tokens.width(at + 4), 2 | 4)
    });
    let (year, end) = match year {
        Some(year) if tokens.width(at + 4) == 2 => (Some(2000 + year), at + 5),
        Some(year) => (Some(year), at + 5),
        None => (None, at + 3),
    };
    (mark == "/" || year.is_some()).then_some(())?;
    let year = year.and_then(|year| i32::try_from(year).ok());
    let written = Written {
        numbers: true,
        ..Written::of(day, Some(month), year)
    };
    // "1/2 heure" is no first of February.
    length::as_length(tokens, at)
        .is_none()
        .then_some((written, end))
}

/// 12 mai, 1er mai 2027, the 12th of May.
fn worded(tokens: &Tokens, at: usize) -> Option<(Written, usize)> {
    let (day, end) = numbered(tokens, at)?;
    let (month, end) = month(tokens, tokens.skip(end, &["of", "de"]))?;
    let (year, end) = year(tokens, end);
    Some((Written::of(day, Some(month), year), end))
}

/// May 12th, March 3, 2027.
fn month_first(tokens: &Tokens, at: usize) -> Option<(Written, usize)> {
    tokens.is(at, MONTH_FIRST).then_some(())?;
    let (month, end) = month(tokens, at)?;
    let from = tokens.skip(end, &["the"]);
    let (day, end) = numbered(tokens, from)?;
    // "mar 3" is a Tuesday in French, and "in May 2pm" has no second of May in it.
    let clock = clock::is_clock(tokens, from) || tokens.is_french() && tokens.is(at, &["mar"]);
    (!clock).then_some(())?;
    let (year, end) = year(tokens, end);
    Some((Written::of(day, Some(month), year), end))
}

/// A day of the month and nothing else, counting nothing and no hour: "le 12", "the 12th".
fn alone(tokens: &Tokens, at: usize) -> Option<(Written, usize)> {
    let day = tokens.digits(at).filter(|_| tokens.width(at) <= 2)?;
    let (_, end) = numbered(tokens, at)?;
    let other = clock::is_clock(tokens, at)
        || length::as_length(tokens, at).is_some()
        || tokens.is(end, &["/", "%", "€", ":"])
        || tokens.glued(end, &["-"])
        || tokens.glued(end, &[".", ","]) && tokens.get(end + 1).is_some_and(|next| next.glued);
    let counts = tokens.word(end).is_some()
        && !speech::is_glue(tokens, end)
        && !crate::parse::says_something(tokens, end);
    // "the 12th floor" is found out by what follows like any other count.
    (!other && !counts).then_some((Written::of(day, None, None), end))
}

/// A number and its ending: 1er, 12th, "premier".
fn numbered(tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
    if tokens.is(at, &["premier", "first"]) {
        return Some((1, at + 1));
    }
    let (value, end) = number(tokens, at)?;
    let ending = tokens.glued(end, &["er", "e", "st", "nd", "rd", "th"]);
    Some((value, if ending { end + 1 } else { end }))
}

fn month(tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
    let word = tokens.word(at)?;
    let index = MONTHS.iter().position(|names| names.contains(&word))?;
    let dotted = word.len() <= 5 && tokens.glued(at + 1, &["."]);
    let end = if dotted { at + 2 } else { at + 1 };
    Some((u32::try_from(index).ok()? + 1, end))
}

/// Four digits behind a month, a comma in between forgiven.
fn year(tokens: &Tokens, at: usize) -> (Option<i32>, usize) {
    let from = tokens.skip(at, &[","]);
    match tokens.digits(from) {
        Some(year) if tokens.width(from) == 4 => (i32::try_from(year).ok(), from + 1),
        _ => (None, at),
    }
}
