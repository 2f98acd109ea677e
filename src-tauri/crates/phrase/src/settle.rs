//! The pieces of a sentence, held against each other.

use std::ops::Range;

use chrono::NaiveTime;

use crate::piece::{Clock, Piece, What};
use crate::times::{hours, plausible, possible, within};
use crate::{Chip, Context, Doubt, Meaning, Part, Reading, Who, Why};

/// The reading that the pieces of `text` make together.
pub(crate) fn settle(text: &str, pieces: Vec<Piece>, home: &Context<'_>) -> Reading {
    let part = part_said(&pieces);
    let sure = pieces
        .iter()
        .filter(|piece| match &piece.what {
            What::Clock(clock) => clock.bare.is_none(),
            What::Moment(_) => true,
            _ => false,
        })
        .count();
    let mut reading = Reading::default();
    let mut parts = Vec::new();
    let mut whole = pieces.into_iter().peekable();
    while let Some(piece) = whole.next() {
        let Piece {
            range,
            what,
            mut whys,
        } = piece;
        let meaning = match what {
            What::Kind(kinds) => Meaning::Kind(kinds),
            What::Day { dates, part } => Meaning::Day { dates, part },
            What::Part(part) => Meaning::Part(part),
            What::Moment(at) => Meaning::Moment(at),
            What::Length(minutes) => Meaning::Length(minutes),
            What::Who { people, whole } => {
                if !whole {
                    parts.push(range.clone());
                }
                Meaning::Who(people)
            }
            What::Reason { question, text } => Meaning::Reason { question, text },
            What::Unknown => {
                unknown(text, &mut reading.unknown, range);
                continue;
            }
            What::Until(_) => continue,
            What::Clock(clock) => match clock.bare {
                // "demain 14h 1h30": the hour is said, so the other is how long.
                Some(minutes) if sure > 0 => Meaning::Length(Some(minutes)),
                bare => {
                    if bare.is_some() && part.is_none() {
                        whys.push(Why::HourOrLength);
                    }
                    let until = whole.next_if(|next| matches!(next.what, What::Until(_)));
                    let part = clock.part.or(part);
                    let Some((last, at)) = until.and_then(|piece| match piece.what {
                        What::Until(last) => Some((last, piece.range)),
                        _ => None,
                    }) else {
                        let times = hours(&clock, part, &mut whys);
                        push(&mut reading, range, Meaning::Hour(times), whys);
                        continue;
                    };
                    span(&mut reading, (clock, range, whys), (last, at), part);
                    continue;
                }
            },
        };
        push(&mut reading, range, meaning, whys);
    }
    twice(&mut reading);
    longer(text, &mut reading, &parts);
    past(&mut reading, home);
    reading.doubts.sort_by_key(|doubt| doubt.range.start);
    reading
}

fn push(reading: &mut Reading, range: Range<usize>, meaning: Meaning, whys: Vec<Why>) {
    reading.doubts.extend(whys.into_iter().map(|why| Doubt {
        range: range.clone(),
        why,
    }));
    reading.chips.push(Chip { range, meaning });
}

/// Neighbours that are not understood are one.
fn unknown(text: &str, unknown: &mut Vec<Range<usize>>, range: Range<usize>) {
    if let Some(last) = unknown.last_mut() {
        let between = text.get(last.end..range.start).unwrap_or("?");
        if is_gap(between) {
            last.end = range.end;
            return;
        }
    }
    unknown.push(range);
}

/// Says of parts of names that stand beside a word unknown, or beside another part of a name, that they may be of
/// somebody else: the Pierre of "Pierre Martin" is not yet Jean-Pierre.
fn longer(text: &str, reading: &mut Reading, parts: &[Range<usize>]) {
    let beside = |one: &Range<usize>, other: &Range<usize>| {
        let (first, second) = if one.start < other.start {
            (one, other)
        } else {
            (other, one)
        };
        one != other && is_gap(text.get(first.end..second.start).unwrap_or("?"))
    };
    let more = parts.iter().filter(|part| {
        // A number beside a name is no more of the name.
        let words = reading.unknown.iter().filter(|range| {
            let first = text.get(range.start..).and_then(|rest| rest.chars().next());
            first.is_some_and(char::is_alphabetic)
        });
        let mut others = words.chain(parts);
        others.any(|other| beside(part, other))
    });
    let doubts: Vec<Doubt> = more
        .map(|range| Doubt {
            range: range.clone(),
            why: Why::LongerName,
        })
        .collect();
    reading.doubts.extend(doubts);
}

/// Whether what stands between two words leaves them neighbours.
fn is_gap(between: &str) -> bool {
    between
        .chars()
        .all(|c| c.is_whitespace() || matches!(c, '-' | '\'' | '’' | '\u{300}'..='\u{36f}'))
}

/// The part of the day the sentence speaks of, when it is one.
fn part_said(pieces: &[Piece]) -> Option<Part> {
    let mut parts = pieces.iter().filter_map(|piece| match &piece.what {
        What::Part(part)
        | What::Day {
            part: Some(part), ..
        } => Some(*part),
        _ => None,
    });
    let first = parts.next()?;
    parts.all(|part| part == first).then_some(first)
}

/// "de 14h à 15h30": an hour and a length. Of the halves of the day the two may be of, those nearest to each other.
fn span(
    reading: &mut Reading,
    (first, range, mut whys): (Clock, Range<usize>, Vec<Why>),
    (last, until): (Clock, Range<usize>),
    part: Option<Part>,
) {
    let mut late = Vec::new();
    let starts = within(possible(&first, &mut whys), part, &mut whys);
    let ends = possible(&last, &mut late);
    let apart = |start: NaiveTime, end: NaiveTime| {
        // Midnight is where a day ends when something lasts until then.
        let minutes = (end - start).num_minutes();
        let minutes = if end == NaiveTime::MIN {
            minutes + 24 * 60
        } else {
            minutes
        };
        u32::try_from(minutes).ok().filter(|minutes| *minutes > 0)
    };
    let shortest = |start: &NaiveTime| ends.iter().filter_map(|end| apart(*start, *end)).min();
    let minutes = starts.iter().filter_map(shortest).min();
    late.retain(|why| *why != Why::WhichMidnight);
    let starts: Vec<NaiveTime> = match minutes {
        Some(_) => starts
            .iter()
            .copied()
            .filter(|start| shortest(start) == minutes)
            .collect(),
        None => {
            if late.is_empty() {
                late.push(Why::NoSuchLength);
            }
            starts
        }
    };
    let starts = plausible(&first, starts, part, &mut whys);
    push(reading, range, Meaning::Hour(starts), whys);
    push(reading, until, Meaning::Length(minutes), late);
}

/// Says what is said more than once, and differently, of the second time on.
fn twice(reading: &mut Reading) {
    let mut seen: Vec<&Meaning> = Vec::new();
    let mut doubts = Vec::new();
    for chip in &reading.chips {
        if seen.iter().any(|other| contradicts(other, &chip.meaning)) {
            doubts.push(Doubt {
                range: chip.range.clone(),
                why: Why::Twice,
            });
        }
        seen.push(&chip.meaning);
    }
    reading.doubts.extend(doubts);
}

fn contradicts(one: &Meaning, other: &Meaning) -> bool {
    use Meaning::{Day, Hour, Kind, Length, Moment, Part, Who};
    match (one, other) {
        (Kind(_), Kind(_))
        | (Hour(_), Hour(_))
        | (Length(_), Length(_))
        | (Part(_), Part(_))
        | (Moment(_), Moment(_)) => one != other,
        (Day { dates: first, .. }, Day { dates: second, .. }) => first != second,
        (Moment(_), Day { .. } | Hour(_)) | (Day { .. } | Hour(_), Moment(_)) => true,
        (
            Day {
                part: Some(part), ..
            },
            Part(again),
        )
        | (
            Part(again),
            Day {
                part: Some(part), ..
            },
        ) => part != again,
        // A client and people of theirs go together, two clients do not.
        (Who(first), Who(second)) => match (first.as_slice(), second.as_slice()) {
            ([first], [second]) => {
                first.who != second.who && is_client(&first.who) && is_client(&second.who)
            }
            _ => false,
        },
        _ => false,
    }
}

fn is_client(who: &Who) -> bool {
    matches!(who, Who::Client(_))
}

/// Says what lies before now: the day, or the hour of today.
fn past(reading: &mut Reading, home: &Context<'_>) {
    let (day, hour) = (reading.day(), reading.hour());
    let today = home.now.date();
    let gone = |meaning: &Meaning| match meaning {
        Meaning::Day { dates, .. } => !dates.is_empty() && dates.iter().all(|date| *date < today),
        Meaning::Moment(at) => *at < home.now,
        Meaning::Hour(_) => {
            day == Some(today) && hour.is_some_and(|hour| today.and_time(hour) < home.now)
        }
        _ => false,
    };
    let doubts = reading.chips.iter().filter(|chip| gone(&chip.meaning));
    let doubts: Vec<Doubt> = doubts
        .map(|chip| Doubt {
            range: chip.range.clone(),
            why: Why::Past,
        })
        .collect();
    reading.doubts.extend(doubts);
}
