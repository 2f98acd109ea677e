//! Clocks: the hours that can be told from any other number.

use crate::length::as_length;
use crate::number::number;
use crate::piece::Clock;
use crate::token::{Shape, Tokens};
use crate::{Part, speech};

/// Whether an hour stands at `at` that can be told from any other number.
pub(crate) fn is_clock(tokens: &Tokens, at: usize) -> bool {
    clock(tokens, at).is_some()
}

/// A clock that can be told from any other number, the part of the day behind it counted in.
pub(crate) fn clock(tokens: &Tokens, at: usize) -> Option<(Clock, usize)> {
    let (clock, end) = named(tokens, at)
        .or_else(|| past(tokens, at))
        .or_else(|| colon(tokens, at))
        .or_else(|| hours(tokens, at))
        .or_else(|| meridiem_alone(tokens, at))?;
    // "1,5h": the 5 is no hour.
    let decimal = at >= 2
        && tokens.get(at).is_some_and(|token| token.glued)
        && tokens.glued(at - 1, &[",", ".", "/", "-", ":"])
        && matches!(
            tokens.get(at - 2).map(|token| token.shape),
            Some(Shape::Number { .. })
        )
        && !tokens.is(at - 1, &["-"]);
    (!decimal).then(|| parted(tokens, clock, end))
}

/// "midi", "noon", "midi et demi", "minuit".
fn named(tokens: &Tokens, at: usize) -> Option<(Clock, usize)> {
    if let Some(end) = tokens.after(at, &["midnight", "minuit"]) {
        return Some((exact(24, 0), end));
    }
    let end = tokens.after(at, &["midi", "noon", "midday", "12 noon"])?;
    let halves = [
        (30, ["et demi", "et demie"]),
        (15, ["et quart", "un quart"]),
    ];
    for (minute, words) in halves {
        if let Some(end) = tokens.after(end, &words) {
            return Some((exact(12, minute), end));
        }
    }
    if let Some(end) = tokens.after(end, &["moins le quart"]) {
        return Some((exact(11, 45), end));
    }
    match number(tokens, end) {
        // "midi 30" and "midi trente"; "midi 12/05" is followed by a date.
        Some((minute @ (10 | 15 | 20 | 30 | 40 | 45 | 50), after))
            if !tokens.is(
                after,
                &["/", "-", ".", "min", "minutes", "mn", "h", "heures"],
            ) =>
        {
            Some((exact(12, minute), after))
        }
        _ => Some((exact(12, 0), end)),
    }
}

/// "half past two", "quarter to three", "ten past 9".
fn past(tokens: &Tokens, at: usize) -> Option<(Clock, usize)> {
    let at = tokens.skip(at, &["a"]);
    let (minutes, end) = if let Some(end) = tokens.after(at, &["half"]) {
        (30, end)
    } else if let Some(end) = tokens.after(at, &["quarter"]) {
        (15, end)
    } else {
        let (minutes, end) = number(tokens, at)?;
        let after = tokens.skip(end, &["minutes"]);
        // "2 to 3pm" is a span; only "ten to three" is a clock.
        if after == end && tokens.digits(at).is_some() && tokens.is(end, &["to"]) {
            return None;
        }
        (minutes, after)
    };
    let to = tokens.is(end, &["to"]);
    if !(to && minutes < 30 || tokens.is(end, &["past"])) || !(1..=30).contains(&minutes) {
        return None;
    }
    let noon = tokens.after(end + 1, &["noon", "midday"]);
    let (hour, after) = noon
        .map(|after| (12, after))
        .or_else(|| number(tokens, end + 1))?;
    if !(1..=12).contains(&hour) {
        return None;
    }
    let clock = if noon.is_some() {
        exact(hour, 0)
    } else {
        read(tokens, end + 1, hour, 0)
    };
    let whole = if to { clock.hour - 1 } else { clock.hour };
    let minute = if to { 60 - minutes } else { minutes };
    let (clock, end) = meridiem(
        tokens,
        Clock {
            hour: whole,
            minute,
            ..clock
        },
        tokens.skip(after, &["o clock"]),
    );
    Some((clock, end))
}

/// "14:30", "2:30pm", "2.30pm".
fn colon(tokens: &Tokens, at: usize) -> Option<(Clock, usize)> {
    let hour = tokens.digits(at)?;
    let dot = tokens.glued(at + 1, &["."]);
    if !dot && !tokens.glued(at + 1, &[":"]) {
        return None;
    }
    let glued = tokens.get(at + 2).is_some_and(|token| token.glued);
    let minute = tokens.digits(at + 2).filter(|_| glued)?;
    (tokens.width(at) <= 2 && tokens.width(at + 2) == 2).then_some(())?;
    let (clock, end) = meridiem(tokens, read(tokens, at, hour, minute), at + 3);
    // A dot is a clock's only where "pm" says so: it is also a decimal's and a date's.
    (!dot || end > at + 3).then_some((clock, end))
}

/// "14h30", "14 heures 30", "deux heures et demie", "10h moins le quart", "3 o'clock".
fn hours(tokens: &Tokens, at: usize) -> Option<(Clock, usize)> {
    let (hour, unit) = number(tokens, at)?;
    if let Some(end) = tokens.after(unit, &["o clock"]) {
        return Some(meridiem(tokens, read(tokens, at, hour, 0), end));
    }
    let end = tokens.after(unit, &["h", "heure", "heures"])?;
    let plain = |minute, end| (read(tokens, at, hour, minute), end);
    let (clock, end) = if let Some(end) = tokens.after(end, &["et demie", "et demi"]) {
        plain(30, end)
    } else if let Some(end) = tokens.after(end, &["et quart", "et un quart"]) {
        plain(15, end)
    } else if let Some(end) = tokens.after(end, &["moins le quart", "moins quart"]) {
        let clock = read(tokens, at, hour, 45);
        (
            Clock {
                hour: hour.checked_sub(1)?,
                ..clock
            },
            end,
        )
    } else {
        let (minute, end) = minutes(tokens, end).unwrap_or((0, end));
        plain(minute, end)
    };
    let bare = as_length(tokens, at)
        .filter(|(minutes, until)| *until == end && *minutes < 8 * 60 && tokens.width(at) != 2)
        .map(|(minutes, _)| minutes);
    Some((Clock { bare, ..clock }, end))
}

/// The minutes behind "14h", where they end: glued they are minutes, apart only when they count nothing else and are no
/// date ("14h 30 personnes", "14h 12/05", "14h un devis").
fn minutes(tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
    let (minute, after) = number(tokens, at)?;
    if tokens.width(at) == 2 && tokens.get(at).is_some_and(|token| token.glued) {
        return Some((minute, tokens.skip(after, &["min", "mn"])));
    }
    let plain = match tokens.width(at) {
        0 => minute % 5 == 0,
        width => width == 2,
    };
    let other = tokens.is(
        after,
        &["/", "min", "mins", "mn", "minute", "minutes", "h", "heures"],
    ) || crate::day::is_month(tokens, after)
        || !counts_nothing(tokens, after);
    (plain && !other).then_some((minute, after))
}

/// "2pm", "2 p.m.".
fn meridiem_alone(tokens: &Tokens, at: usize) -> Option<(Clock, usize)> {
    let (hour, end) = number(tokens, at)?;
    let (clock, after) = meridiem(tokens, read(tokens, at, hour, 0), end);
    (after > end).then_some((clock, after))
}

/// An hour as it was written: below thirteen it may be of either half, unless a zero stands before it.
pub(crate) fn read(tokens: &Tokens, at: usize, hour: u32, minute: u32) -> Clock {
    let zero = tokens.width(at) == 2 && hour < 10;
    Clock {
        hour,
        minute,
        either: (1..=12).contains(&hour) && !zero,
        bare: None,
        part: None,
        bound: false,
    }
}

fn exact(hour: u32, minute: u32) -> Clock {
    Clock {
        hour,
        minute,
        either: false,
        bare: None,
        part: None,
        bound: false,
    }
}

/// The clock once "am" or "pm" is heard. "13pm" is no hour, and is kept as none.
fn meridiem(tokens: &Tokens, clock: Clock, at: usize) -> (Clock, usize) {
    let Some((pm, end)) = [
        (false, ["am", "a . m ."]),
        (false, ["am .", "a . m"]),
        (true, ["pm", "p . m ."]),
        (true, ["pm .", "p . m"]),
    ]
    .into_iter()
    .filter_map(|(pm, words)| Some((pm, tokens.after(at, &words)?)))
    .max_by_key(|(_, end)| *end) else {
        return (clock, at);
    };
    let hour = match (clock.hour, pm) {
        (12, false) => 0,
        (12, true) => 12,
        (0, true) | (13.., _) => 99,
        (hour, true) => hour + 12,
        (hour, false) => hour,
    };
    let told = Clock {
        hour,
        either: false,
        ..clock
    };
    (told, end)
}

/// The part of the day right behind an hour: "5h du matin", "3 in the afternoon".
pub(crate) fn parted(tokens: &Tokens, clock: Clock, at: usize) -> (Clock, usize) {
    const PARTS: &[(&[&str], Part)] = &[
        (&["du matin", "in the morning"], Part::Morning),
        (&["de l apres midi", "in the afternoon"], Part::Afternoon),
        (&["du soir", "in the evening", "at night"], Part::Evening),
    ];
    for (words, part) in PARTS {
        if let Some(end) = tokens.after(at, words) {
            let part = Some(*part);
            return (
                Clock {
                    part,
                    bare: None,
                    ..clock
                },
                end,
            );
        }
    }
    (clock, at)
}

/// Whether what stands at `at` is not something that is counted: "à 14 personnes" has no hour in it.
pub(crate) fn counts_nothing(tokens: &Tokens, at: usize) -> bool {
    match tokens.word(at) {
        None => !tokens.is(at, &["/", "%", "€", "$", "."]) || tokens.get(at + 1).is_none(),
        Some(_) => speech::is_glue(tokens, at) || crate::parse::says_something(tokens, at),
    }
}
