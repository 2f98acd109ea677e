//! At what time.

use crate::Why;
use crate::clock::{clock, counts_nothing, parted, read};
use crate::number::number;
use crate::piece::{Clock, Hit, What};
use crate::token::Tokens;

/// Words before an hour that make it surely one.
const AT: &[&str] = &["at", "vers", "around", "a partir de", "from", "about"];
/// Words before an hour, or a day, that make it no place in time but a bound.
pub(crate) const BOUND: &[&str] = &[
    "avant",
    "avant le",
    "apres",
    "apres le",
    "des",
    "des le",
    "a partir de",
    "a partir du",
    "d ici",
    "d ici a",
    "d ici au",
    "d ici le",
    "jusqu a",
    "jusqu au",
    "sauf",
    "sauf le",
    "pas",
    "pas le",
    "depuis",
    "depuis le",
    "before",
    "before the",
    "after",
    "after the",
    "by",
    "by the",
    "until",
    "until the",
    "till",
    "since",
    "not",
    "not on",
    "except",
    "except on",
    "no later than",
    "sous",
    "within",
];

/// A time of day at `at`.
pub(crate) fn hour(tokens: &Tokens, at: usize) -> Option<Hit> {
    if let Some(from) = tokens.after(at, BOUND) {
        let (clock, end) = clock(tokens, tokens.skip(from, &["a", "at", "environ"]))?;
        let bound = Clock {
            bound: true,
            bare: None,
            ..clock
        };
        return Some(Hit::new(end, What::Clock(bound)).doubted(Why::Bound));
    }
    let said = introduced(tokens, at);
    let from = said.unwrap_or(at);
    if let Some((clock, end)) = clock(tokens, from) {
        let bare = clock.bare.filter(|_| said.is_none());
        return Some(Hit::new(end, What::Clock(Clock { bare, ..clock })));
    }
    // "à 14", "at 2": a number alone is an hour only when it is introduced, and counts nothing that follows.
    let (value, end) = number(tokens, said?)?;
    counts_nothing(tokens, end).then_some(())?;
    let clock = read(tokens, said?, value, 0);
    Some(parted(tokens, clock, end)).map(|(clock, end)| Hit::new(end, What::Clock(clock)))
}

/// The end of a span after a clock or a bare number, "14h-15h", "de 9 à 10h", "from 2 to 3pm": both clocks, the first
/// and where its tokens end, the second and where the span ends.
pub(crate) fn span(tokens: &Tokens, at: usize) -> Option<(Clock, usize, Clock, usize)> {
    const TO: &[&str] = &[
        "-", "–", "—", "a", "to", "until", "till", "jusqu a", "et", "and",
    ];
    let from = tokens.skip(at, &["de", "from", "entre", "between", "a", "at", "d"]);
    let between = tokens.is(at, &["entre", "between"]);
    let spoken = from > at;
    let (first, end) = clock(tokens, from).or_else(|| {
        let (value, end) = number(tokens, from)?;
        // A word of number needs the introduction: "une à 15h" is no span.
        (spoken || tokens.digits(from).is_some()).then(|| (read(tokens, from, value, 0), end))
    })?;
    let to = tokens.after(end, TO)?;
    if tokens.is(end, &["et", "and"]) && !between {
        return None;
    }
    let (last, until) = clock(tokens, to)?;
    Some((
        Clock {
            bare: None,
            ..first
        },
        end,
        Clock { bare: None, ..last },
        until,
    ))
}

fn introduced(tokens: &Tokens, at: usize) -> Option<usize> {
    if let Some(from) = tokens.after(at, AT) {
        return Some(tokens.skip(from, &["a", "about", "around"]));
    }
    // The article of "a 2pm call" is not the "à" of "à 14h".
    (tokens.is_french() && tokens.is(at, &["a"])).then_some(at + 1)
}
