//! Leaving one occurrence out, and cutting a series in two.

use chrono::{Duration, NaiveDateTime};
use chrono_tz::Tz;
use domain::{Moment, Recurrence, Slot, Zone};

use crate::SeriesError;
use crate::engine;
use crate::expand::{Limit, ends, later, sooner, walls_between};
use crate::key::{Exception, exception, key, wall_of};
use crate::rule::Rule;
use crate::rule_text::with_part;

/// A series cut in two: the head keeps its start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// What comes before.
    pub head: Recurrence,
    /// Where the rest begins.
    pub tail_start: Slot,
    /// The rest.
    pub tail: Recurrence,
}

/// The series without the occurrence at `at`. Doing it twice is doing it once.
///
/// # Errors
/// [`SeriesError::Rule`] when one of the rules cannot be followed.
pub fn exclude(
    start: Slot,
    recurrence: &Recurrence,
    at: Moment,
    home: Tz,
) -> Result<Recurrence, SeriesError> {
    let mut changed = recurrence.clone();
    let at = key(start, at, home);
    if !changed.except.contains(&at) {
        changed.except.push(at);
    }
    changed.ends = ends(start, &changed, home)?;
    Ok(changed)
}

/// Cuts the series just before `at`. The two parts together have exactly the occurrences of the whole.
///
/// A COUNT is shared out; any other rule of the head ends one second (or day) before the cut, as other calendars
/// write it.
///
/// # Errors
/// [`SeriesError::NothingBefore`] when the cut would leave no head (the whole series is meant),
/// [`SeriesError::NothingAfter`] when it would leave no tail, [`SeriesError::CannotSplit`] when several rules have
/// rhythms that one start cannot carry on, [`SeriesError::Rule`] when a rule cannot be followed.
pub fn split_before(
    start: Slot,
    recurrence: &Recurrence,
    at: Moment,
    home: Tz,
) -> Result<Split, SeriesError> {
    let cut = wall_of(start, at, home);
    let begin = start.start_wall();
    let earliest = recurrence
        .dates
        .iter()
        .map(|moment| wall_of(start, *moment, home))
        .fold(begin, NaiveDateTime::min);
    if cut <= earliest {
        return Err(SeriesError::NothingBefore);
    }
    let (before, after): (Vec<Moment>, Vec<Moment>) = recurrence
        .dates
        .iter()
        .partition(|moment| wall_of(start, **moment, home) < cut);
    let mut head = Recurrence {
        rules: Vec::new(),
        dates: before,
        except: excepted(
            start,
            &recurrence.except,
            home,
            |wall| wall < cut,
            cut,
            false,
        ),
        ends: None,
    };
    let mut tail = Recurrence {
        rules: Vec::new(),
        dates: after,
        except: excepted(
            start,
            &recurrence.except,
            home,
            |wall| wall >= cut,
            cut,
            true,
        ),
        ends: None,
    };
    let mut next = None;
    for text in &recurrence.rules {
        let rule = Rule::parse(text)?;
        let limit = rule.until.map(|until| Limit::of(start, until));
        let following = engine::walls(text, &rule, start, cut)?
            .find(|wall| *wall >= cut)
            .filter(|wall| limit.is_none_or(|limit| !limit.is_past(start, *wall, home)));
        match rule.count {
            Some(count) => {
                let passed = engine::walls(text, &rule, start, begin)?
                    .take_while(|wall| *wall < cut)
                    .count();
                let passed = u32::try_from(passed).unwrap_or(u32::MAX);
                if passed > 0 {
                    head.rules.push(with_part(
                        text,
                        "COUNT",
                        Some(&passed.min(count).to_string()),
                    ));
                }
                if count > passed && following.is_some() {
                    tail.rules.push(with_part(
                        text,
                        "COUNT",
                        Some(&(count - passed).to_string()),
                    ));
                }
            }
            None => {
                // A rule that has ended before the cut keeps its own end.
                head.rules.push(match (limit, following) {
                    (Some(_), None) => text.clone(),
                    _ => with_part(text, "UNTIL", Some(&just_before(start, cut, home))),
                });
                if following.is_some() {
                    tail.rules.push(text.clone());
                }
            }
        }
        next = match (next, following) {
            (Some(a), Some(b)) => Some(std::cmp::min::<NaiveDateTime>(a, b)),
            (a, b) => a.or(b),
        };
    }
    // The rest begins on the rhythm of its rules; dates besides them may even come before.
    let from_dates = || {
        tail.dates
            .iter()
            .map(|moment| wall_of(start, *moment, home))
            .min()
    };
    let tail_wall = next.or_else(from_dates).ok_or(SeriesError::NothingAfter)?;
    let tail_start = start.starting(tail_wall);
    head.ends = ends(start, &head, home)?;
    tail.ends = ends(tail_start, &tail, home)?;
    let split = Split {
        head,
        tail_start,
        tail,
    };
    is_whole(start, recurrence, &split, cut, home)?;
    Ok(split)
}

/// The latest UNTIL before `cut`, in the form RFC 5545 §3.3.10 asks of this start.
fn just_before(start: Slot, cut: NaiveDateTime, home: Tz) -> String {
    match start {
        Slot::AllDay { .. } => (cut - Duration::days(1)).format("%Y%m%d").to_string(),
        Slot::Timed {
            zone: Zone::Floating,
            ..
        } => (cut - Duration::seconds(1))
            .format("%Y%m%dT%H%M%S")
            .to_string(),
        Slot::Timed { zone, .. } => (zone.instant(cut, false, home).0 - Duration::seconds(1))
            .format("%Y%m%dT%H%M%SZ")
            .to_string(),
    }
}

fn excepted(
    start: Slot,
    except: &[Moment],
    home: Tz,
    ours: impl Fn(NaiveDateTime) -> bool,
    cut: NaiveDateTime,
    is_tail: bool,
) -> Vec<Moment> {
    except
        .iter()
        .filter(|moment| match exception(start, **moment, home) {
            Exception::At(wall) => ours(wall),
            // A day the cut goes through is left out on both sides.
            Exception::Day(day) if day == cut.date() => true,
            Exception::Day(day) => (day > cut.date()) == is_tail,
            Exception::Nothing => !is_tail,
        })
        .copied()
        .collect()
}

/// Occurrences compared on each side of a cut before it is believed.
const COMPARED: usize = 400;
/// Years looked at on each side of a cut.
const YEARS_COMPARED: i64 = 12;

/// Holds the law of the cut over what can reasonably be looked at, so that an odd rule is refused, not bent.
fn is_whole(
    start: Slot,
    whole: &Recurrence,
    split: &Split,
    cut: NaiveDateTime,
    home: Tz,
) -> Result<(), SeriesError> {
    let years = Duration::days(366 * YEARS_COMPARED);
    let before = sooner(cut, Duration::seconds(1));
    let sides = [
        (start, &split.head, sooner(cut, years), before),
        (split.tail_start, &split.tail, cut, later(cut, years)),
    ];
    for (begin, part, from, until) in sides {
        let mut wanted = walls_between(start, whole, from, until, home, COMPARED)?.walls;
        let mut given = walls_between(begin, part, from, until, home, COMPARED)?.walls;
        wanted.truncate(COMPARED);
        given.truncate(COMPARED);
        if wanted != given {
            return Err(SeriesError::CannotSplit);
        }
    }
    let late = walls_between(start, &split.head, cut, later(cut, years), home, 1)?.walls;
    let early = walls_between(
        split.tail_start,
        &split.tail,
        cut - years,
        cut - Duration::seconds(1),
        home,
        1,
    )?;
    if late.is_empty() && early.walls.is_empty() {
        Ok(())
    } else {
        Err(SeriesError::CannotSplit)
    }
}
