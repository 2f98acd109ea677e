//! From the beginning of a sentence to its end, the longest thing that can be understood at each place.

use std::ops::Range;

use crate::hour::BOUND;
use crate::piece::{Hit, Piece, What};
use crate::token::Tokens;
use crate::{Context, LONGEST, Why, clock, day, hour, kind, length, number, reason, speech, who};

/// What makes the word behind it a name, even where it could be a time: "avec Mardi".
const WITH: &[&str] = &["avec", "with", "chez"];
/// Behind these a time belongs to the purpose: "la réunion de mardi", "before Friday".
const BINDING: &[&str] = &[
    "de", "du", "d", "des", "of", "pour", "for", "depuis", "since", "s", "entre", "between",
    "avant", "before", "par", "per",
];
/// How far from the end of a sentence a time behind a purpose may begin, in tokens.
const TAIL: usize = 32;

/// The pieces of a sentence, in its order.
pub(crate) fn pieces(text: &str, home: &Context<'_>) -> Vec<Piece> {
    let tokens = Tokens::of(text, home.language);
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let next = step(text, &tokens, at, home, &mut pieces);
        // Every step goes on; a rule that found nothing at all would not end.
        at = next.max(at + 1);
    }
    rest(text, &tokens, &mut pieces);
    pieces
}

/// Whether a word at `at` is one that says when, how or how long, so that it is no beginning of a name.
pub(crate) fn says_something(tokens: &Tokens, at: usize) -> bool {
    kind::kind(tokens, at).is_some()
        || length::length(tokens, at).is_some()
        || clock::is_clock(tokens, at)
        || day::is_day_word(tokens, at)
        || number::is_number(tokens, at)
        || tokens.after(at, BOUND).is_some()
}

fn step(
    text: &str,
    tokens: &Tokens,
    at: usize,
    home: &Context<'_>,
    pieces: &mut Vec<Piece>,
) -> usize {
    let behind = at
        .checked_sub(1)
        .is_some_and(|before| tokens.is(before, WITH));
    if behind && let Some(hit) = who::surely(tokens, at, home.known) {
        return keep(tokens, at, hit, pieces);
    }
    let when = when(tokens, at, home);
    if let Some((first, end, last, until)) = hour::span(tokens, at)
        && when.as_ref().is_none_or(|hit| hit.end < until)
    {
        keep(tokens, at, Hit::new(end, What::Clock(first)), pieces);
        return keep(tokens, end, Hit::new(until, What::Until(last)), pieces);
    }
    if let Some(hit) = when {
        return keep(tokens, at, named_alike(tokens, at, hit, home), pieces);
    }
    if let Some(end) = purpose(text, tokens, at, home, pieces) {
        return end;
    }
    if let Some(hit) = kind::kind(tokens, at) {
        return keep(tokens, at, named_alike(tokens, at, hit, home), pieces);
    }
    if let Some(hit) = who::who(tokens, at, home.known) {
        return keep(tokens, at, hit, pieces);
    }
    if !speech::is_glue(tokens, at) {
        keep(tokens, at, Hit::new(at + 1, What::Unknown), pieces);
    }
    at + 1
}

/// A day, an hour, a length or a part of a day; of several that begin here the longest.
fn when(tokens: &Tokens, at: usize, home: &Context<'_>) -> Option<Hit> {
    let rules = [
        day::part(tokens, at),
        hour::hour(tokens, at),
        length::length(tokens, at),
        day::day(tokens, at, home),
    ];
    rules.into_iter().flatten().max_by_key(|hit| hit.end)
}

/// What follows "pour", and where it ends; `None` where "pour" introduces no purpose: "pour mardi", "pour Dupont".
fn purpose(
    text: &str,
    tokens: &Tokens,
    at: usize,
    home: &Context<'_>,
    pieces: &mut Vec<Piece>,
) -> Option<usize> {
    let from = reason::introduced(tokens, at)?;
    if from > at && !reason::is_verb(tokens, from) {
        let kind_said = pieces
            .iter()
            .any(|piece| matches!(piece.what, What::Kind(_)));
        let noun = tokens.skip(
            from,
            &["le", "la", "les", "l", "un", "une", "the", "a", "an"],
        );
        let other = when(tokens, from, home).is_some()
            || when(tokens, noun, home).is_some()
            || hour::span(tokens, from).is_some()
            || !kind_said && kind::kind(tokens, noun).is_some()
            || who::surely(tokens, from, home.known).is_some();
        if other {
            return None;
        }
    }
    let (until, tail) = tail(tokens, from, home, pieces);
    let purposes = reason::purposes(tokens, at, until);
    if purposes.is_empty() {
        return None;
    }
    for purpose in purposes {
        let words = tokens.range(&purpose.words);
        pieces.push(Piece {
            range: tokens.range(&purpose.tokens),
            what: What::Reason {
                question: purpose.question,
                text: text.get(words).unwrap_or_default().to_owned(),
            },
            whys: purpose.why.into_iter().collect(),
        });
    }
    pieces.extend(tail);
    Some(tokens.len())
}

/// Where a purpose ends: at the end of the sentence, or before what says when, how and with whom behind it, as far as
/// that was not said before. "pour clarifier le budget mardi 14h30" ends before mardi, "pour préparer la réunion de
/// mardi" does not.
fn tail(tokens: &Tokens, from: usize, home: &Context<'_>, said: &[Piece]) -> (usize, Vec<Piece>) {
    let first = tokens.len().saturating_sub(TAIL).max(from + 1);
    for at in first..tokens.len() {
        if tokens.is(at - 1, BINDING) || !telling(tokens, from..at) {
            continue;
        }
        if let Some(pieces) = only_when(tokens, at, home)
            && !pieces.is_empty()
            && !pieces
                .iter()
                .any(|piece| said.iter().any(|other| repeats(piece, other)))
        {
            return (at, pieces);
        }
    }
    (tokens.len(), Vec::new())
}

/// The pieces from `at` to the end when all of them say when, how or with whom, and the first is one of them.
fn only_when(tokens: &Tokens, at: usize, home: &Context<'_>) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut next = at;
    while next < tokens.len() {
        if let Some((first, end, last, until)) = hour::span(tokens, next) {
            keep(tokens, next, Hit::new(end, What::Clock(first)), &mut pieces);
            next = keep(tokens, end, Hit::new(until, What::Until(last)), &mut pieces);
        } else if let Some(hit) = when(tokens, next, home) {
            next = keep(tokens, next, hit, &mut pieces);
        } else if tokens.is(next, WITH)
            && let Some(hit) = who::surely(tokens, next + 1, home.known)
        {
            next = keep(tokens, next + 1, hit, &mut pieces);
        } else if let Some(by) = tokens.after(next, &["en", "par", "by", "on", "over", "via"])
            && let Some(hit) = kind::kind(tokens, by)
        {
            next = keep(tokens, by, hit, &mut pieces);
        } else if next > at && tokens.is(next, &[",", ".", "!", ";", "le", "on", "at", "et", "and"])
        {
            next += 1;
        } else {
            return None;
        }
    }
    Some(pieces)
}

/// Whether both say the same noun, so that the second of them belongs to the purpose.
fn repeats(piece: &Piece, other: &Piece) -> bool {
    match (&piece.what, &other.what) {
        (What::Day { .. } | What::Moment(_), What::Day { .. } | What::Moment(_))
        | (What::Kind(_), What::Kind(_))
        | (What::Length(_) | What::Until(_), What::Length(_) | What::Until(_))
        | (What::Who { .. }, What::Who { .. }) => true,
        // "14h 1h30": a length may stand apart from its hour.
        (What::Clock(clock), What::Clock(_) | What::Moment(_)) => clock.bare.is_none(),
        _ => false,
    }
}

/// Whether some word of these is no glue: a purpose has at least one.
fn telling(tokens: &Tokens, some: Range<usize>) -> bool {
    some.into_iter().any(|at| !speech::is_glue(tokens, at))
}

/// The hit, doubted when its words are somebody's whole name.
fn named_alike(tokens: &Tokens, at: usize, hit: Hit, home: &Context<'_>) -> Hit {
    let found = (at..hit.end)
        .map(|at| who::whole(tokens, at, hit.end, home.known))
        .find(|people| !people.is_empty());
    match found {
        Some(people) => hit.doubted(Why::AlsoAName(people)),
        None => hit,
    }
}

fn keep(tokens: &Tokens, at: usize, hit: Hit, pieces: &mut Vec<Piece>) -> usize {
    pieces.push(Piece {
        range: tokens.range(&(at..hit.end)),
        what: hit.what,
        whys: hit.whys,
    });
    hit.end
}

/// What lies beyond the longest sentence that is read.
fn rest(text: &str, tokens: &Tokens, pieces: &mut Vec<Piece>) {
    if text.len() <= LONGEST {
        return;
    }
    let read = tokens.range(&(0..tokens.len())).end;
    let beyond = text.get(read..).unwrap_or_default();
    let from = read + (beyond.len() - beyond.trim_start().len());
    let until = text.trim_end().len();
    if from < until {
        pieces.push(Piece {
            range: from..until,
            what: What::Unknown,
            whys: Vec::new(),
        });
    }
}
