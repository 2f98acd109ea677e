//! The occurrences of a series within a window.

use std::collections::HashSet;

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Tz;
use domain::{Moment, Recurrence, Slot, Span, Zone};

use crate::SeriesError;
use crate::engine::{self, WORK_MOST};
use crate::key::{Exception, exception, named, wall_of};
use crate::rule::{Rule, Until};

/// One occurrence of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Start {
    /// Its canonical key, as RECURRENCE-ID would name it: a date for whole days, else wall time and zone of the
    /// series.
    pub key: Moment,
    /// Where it stands, with the length of the series.
    pub slot: Slot,
}

/// The occurrences found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Expansion {
    /// In order, each once.
    pub starts: Vec<Start>,
    /// Whether there were more than asked for, or more than anyone would look through.
    pub cut: bool,
}

/// Wall times before and after an instant that may still be it in some zone (zones lie within 26 hours).
const ZONES_APART: Duration = Duration::hours(27);

/// The occurrences of the series that share a moment with `window`, in order, at most `most`.
///
/// `start` is the slot of the series itself. It is an occurrence even where its own rule does not name it, as every
/// calendar shows it, unless the rules ended before it. Overrides (RECURRENCE-ID) are touchpoints of their own: leave
/// out the keys they name.
///
/// UNTIL is read as `recurring-ical-events` reads it: in UTC, or without a zone as UTC when the series has one (a date
/// is its midnight); on the series' own clock when the series floats; by its date when the series is of whole days.
///
/// A recurrence that falls in a spring gap is given, at the wall time that never was: its slot fits
/// [`domain::Fit::Skipped`] and its instant is an hour later by the clock (RFC 5545 §3.3.5; 02:30 in Paris on
/// 2027-03-28 is 03:30+02:00). RFC 5545 §3.3.10 would ignore such an instance, and `field/features.md` D.11 repeats
/// it; the oracle (`recurring-ical-events` 3.8.2), Google and Apple show it, and a weekly meeting that vanishes once a
/// year is the worse surprise.
///
/// # Errors
/// [`SeriesError::Rule`] when one of the rules cannot be followed.
pub fn expand(
    start: Slot,
    recurrence: &Recurrence,
    window: Span,
    home: Tz,
    most: usize,
) -> Result<Expansion, SeriesError> {
    let zone = start.zone();
    let length = Duration::seconds(i64::from(start.seconds()));
    let from = sooner(zone.wall(window.start, home), length + ZONES_APART);
    let until = later(zone.wall(window.end, home), ZONES_APART);
    let walls = walls_between(start, recurrence, from, until, home, usize::MAX)?;
    let mut found = Expansion {
        starts: Vec::new(),
        cut: walls.cut,
    };
    for wall in walls.walls {
        let occurrence = at(start, wall);
        if !occurrence.slot.span(home).overlaps(window) {
            continue;
        }
        if found.starts.len() >= most {
            found.cut = true;
            break;
        }
        found.starts.push(occurrence);
    }
    Ok(found)
}

/// The first occurrences of the series, in order, at most `most`.
///
/// # Errors
/// [`SeriesError::Rule`] when one of the rules cannot be followed.
pub fn first(
    start: Slot,
    recurrence: &Recurrence,
    home: Tz,
    most: usize,
) -> Result<Expansion, SeriesError> {
    let walls = walls_between(
        start,
        recurrence,
        NaiveDateTime::MIN,
        NaiveDateTime::MAX,
        home,
        most,
    )?;
    let mut starts: Vec<Start> = walls
        .walls
        .into_iter()
        .map(|wall| at(start, wall))
        .collect();
    let cut = walls.cut || starts.len() > most;
    starts.truncate(most);
    Ok(Expansion { starts, cut })
}

/// The wall time (of the series' zone) at which the last occurrence ends; `None` when it goes on without end, or
/// longer than anyone would look through. For [`Recurrence::ends`]; never earlier than the truth.
///
/// # Errors
/// [`SeriesError::Rule`] when one of the rules cannot be followed.
pub fn ends(
    start: Slot,
    recurrence: &Recurrence,
    home: Tz,
) -> Result<Option<NaiveDateTime>, SeriesError> {
    let mut last = start.start_wall();
    for moment in &recurrence.dates {
        last = last.max(wall_of(start, *moment, home));
    }
    for text in &recurrence.rules {
        let rule = Rule::parse(text)?;
        let begin = start.start_wall();
        let bound = match (rule.count, rule.until) {
            (_, Some(until)) => Some(Limit::of(start, until).about(start, home)),
            (Some(_), None) => None,
            (None, None) => {
                // A rule that never happens ends with its start.
                if engine::walls(text, &rule, start, begin)?.next().is_some() {
                    return Ok(None);
                }
                continue;
            }
        };
        match bound {
            Some(bound) => last = last.max(bound),
            None => {
                let mut steps = 0;
                for wall in engine::walls(text, &rule, start, begin)? {
                    steps += 1;
                    last = last.max(wall);
                }
                if steps >= WORK_MOST {
                    return Ok(None);
                }
            }
        }
    }
    Ok(last.checked_add_signed(Duration::seconds(i64::from(start.seconds()))))
}

/// `at + by`, at most the end of the calendar.
pub(crate) fn later(at: NaiveDateTime, by: Duration) -> NaiveDateTime {
    at.checked_add_signed(by).unwrap_or(NaiveDateTime::MAX)
}

/// `at - by`, at least the beginning of the calendar.
pub(crate) fn sooner(at: NaiveDateTime, by: Duration) -> NaiveDateTime {
    at.checked_sub_signed(by).unwrap_or(NaiveDateTime::MIN)
}

/// Wall times of occurrences, sorted, each once, exceptions left out.
pub(crate) struct Walls {
    pub(crate) walls: Vec<NaiveDateTime>,
    pub(crate) cut: bool,
}

/// The wall times from `from` to `until`, both included; stops a little after `most`.
pub(crate) fn walls_between(
    start: Slot,
    recurrence: &Recurrence,
    from: NaiveDateTime,
    until: NaiveDateTime,
    home: Tz,
    most: usize,
) -> Result<Walls, SeriesError> {
    let begin = start.start_wall();
    let except = Exceptions::of(start, &recurrence.except, home);
    let mut walls = Vec::new();
    let mut cut = false;
    // The start is an occurrence, unless every rule had ended before it.
    let mut is_own = recurrence.rules.is_empty();
    for text in &recurrence.rules {
        let rule = Rule::parse(text)?;
        let limit = rule.until.map(|until| Limit::of(start, until));
        is_own |= limit.is_none_or(|limit| !limit.is_past(start, begin, home));
        let mut steps = 0;
        let mut taken = 0;
        for wall in engine::walls(text, &rule, start, from)? {
            steps += 1;
            if wall > until || limit.is_some_and(|limit| limit.is_past(start, wall, home)) {
                break;
            }
            if wall < from || except.leave_out(wall) {
                continue;
            }
            walls.push(wall);
            taken += 1;
            if taken > most {
                break;
            }
        }
        cut |= steps >= WORK_MOST;
    }
    let others = recurrence
        .dates
        .iter()
        .map(|moment| wall_of(start, *moment, home));
    let own = is_own.then_some(begin);
    walls.extend(
        others
            .chain(own)
            .filter(|wall| (from..=until).contains(wall) && !except.leave_out(*wall)),
    );
    walls.sort_unstable();
    walls.dedup();
    Ok(Walls { walls, cut })
}

/// The occurrence that begins at `wall`.
pub(crate) fn at(start: Slot, wall: NaiveDateTime) -> Start {
    Start {
        key: named(start, wall),
        // The start itself keeps which of two equal wall times it is (autumn).
        slot: if wall == start.start_wall() {
            start
        } else {
            start.starting(wall)
        },
    }
}

/// What EXDATE leaves out, ready to be asked.
struct Exceptions {
    walls: HashSet<NaiveDateTime>,
    days: HashSet<NaiveDate>,
}

impl Exceptions {
    fn of(start: Slot, except: &[Moment], home: Tz) -> Self {
        let mut all = Self {
            walls: HashSet::new(),
            days: HashSet::new(),
        };
        for moment in except {
            match exception(start, *moment, home) {
                Exception::At(wall) => {
                    all.walls.insert(wall);
                }
                Exception::Day(day) => {
                    all.days.insert(day);
                }
                Exception::Nothing => {}
            }
        }
        all
    }

    fn leave_out(&self, wall: NaiveDateTime) -> bool {
        self.walls.contains(&wall) || self.days.contains(&wall.date())
    }
}

/// UNTIL, as the series' start makes it mean.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Limit {
    /// On the clock of the series.
    Wall(NaiveDateTime),
    /// An instant.
    Instant(DateTime<Utc>),
}

impl Limit {
    pub(crate) fn of(start: Slot, until: Until) -> Self {
        let at = match until {
            Until::Date(date) => date.and_time(chrono::NaiveTime::MIN),
            Until::Utc(at) | Until::Wall(at) => at,
        };
        match start {
            Slot::AllDay { .. } => Self::Wall(at.date().and_time(chrono::NaiveTime::MIN)),
            Slot::Timed {
                zone: Zone::Floating,
                ..
            } => Self::Wall(at),
            Slot::Timed { .. } => Self::Instant(at.and_utc()),
        }
    }

    pub(crate) fn is_past(self, start: Slot, wall: NaiveDateTime, home: Tz) -> bool {
        match self {
            Self::Wall(limit) => wall > limit,
            Self::Instant(limit) => start.zone().instant(wall, false, home).0 > limit,
        }
    }

    /// On the clock of the series; where the clock was put back, the later reading.
    fn about(self, start: Slot, home: Tz) -> NaiveDateTime {
        match self {
            Self::Wall(limit) => limit,
            Self::Instant(limit) => start.zone().wall(limit, home),
        }
    }
}
