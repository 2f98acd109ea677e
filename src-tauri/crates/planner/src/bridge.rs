use chrono::{Duration, NaiveDate, NaiveDateTime};
use domain::{Takes, Workdays};

use crate::nearby::{air_under, is_breathable, starts_on};
use crate::rules;
use crate::{Agenda, Proposal, Rule};

/// Work is done this long before the meeting it is for.
pub(crate) const AHEAD: Duration = Duration::hours(2);
/// How many more working days are tried where the one asked for is impossible.
const MORE: i32 = 10;

/// What a concluding meeting asks for.
#[derive(Clone, Copy)]
pub struct Conclude<'a> {
    /// The meeting that was, or is to be, held: wall times at home.
    pub met: (NaiveDateTime, NaiveDateTime),
    /// What the concluding one takes.
    pub takes: Takes,
    /// Whether it is a call nobody else should hear.
    pub confidential: bool,
    /// The wall time at home of the meeting's own hour on a day: its zone may not be home's.
    pub hour: &'a dyn Fn(NaiveDate) -> NaiveDateTime,
    /// How many working days later.
    pub after: i32,
    /// Which days are worked.
    pub workdays: &'a Workdays,
    /// The work between the two, in the order it is done: minutes each.
    pub work: &'a [u32],
}

/// A piece of work between two meetings: wall times at home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Between {
    /// First wall time.
    pub from: NaiveDateTime,
    /// First wall time after it.
    pub until: NaiveDateTime,
}

/// A concluding meeting and the work that leads to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bridge {
    /// When one concludes: wall times at home.
    pub at: (NaiveDateTime, NaiveDateTime),
    /// How many working days later that is.
    pub after: i32,
    /// Whether it is the hour of the first meeting.
    pub same_hour: bool,
    /// The work, in order; each is done two hours before the meeting at the latest.
    pub work: Vec<Between>,
}

/// Why there is none on the day asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Impossible {
    /// Which day; `None` for somebody who works none.
    pub on: Option<NaiveDate>,
    /// What speaks against the same hour of that day; nothing, where that hour is over.
    pub rules: Vec<Rule>,
    /// Which piece of work found no place, or is not done in time, when that is what failed.
    pub work: Option<usize>,
    /// The first working day later on which it is possible.
    pub instead: Option<Bridge>,
}

/// The concluding meeting: on the n-th working day, at the same hour or the nearest that every rule allows, with the
/// work before it laid as early as it can be, piece after piece. `now` is a wall time at home, before which nothing is
/// laid. `agenda` holds the days from the meeting to the last that is tried, ten working days after the one asked for.
///
/// # Errors
/// [`Impossible`] says what failed, and where it would be possible.
pub fn conclude(
    ask: Conclude<'_>,
    agenda: &Agenda<'_>,
    now: NaiveDateTime,
) -> Result<Bridge, Impossible> {
    match on_day(ask, ask.after, agenda, now) {
        Ok(bridge) => Ok(bridge),
        Err(why) => {
            let instead = (1..=MORE)
                .find_map(|more| on_day(ask, ask.after.saturating_add(more), agenda, now).ok());
            Err(Impossible { instead, ..why })
        }
    }
}

fn on_day(
    ask: Conclude<'_>,
    after: i32,
    agenda: &Agenda<'_>,
    now: NaiveDateTime,
) -> Result<Bridge, Impossible> {
    let nowhere = Impossible {
        on: None,
        rules: Vec::new(),
        work: None,
        instead: None,
    };
    let Some(date) = ask.workdays.add(ask.met.0.date(), after) else {
        return Err(nowhere);
    };
    let nowhere = Impossible {
        on: Some(date),
        ..nowhere
    };
    let (with_work, work) = lay(ask, date, agenda, now).map_err(|at| Impossible {
        work: Some(at),
        ..nowhere.clone()
    })?;
    let length = ask.met.1 - ask.met.0;
    let hour = (ask.hour)(date);
    let proposal = |start: NaiveDateTime| Proposal {
        confidential: ask.confidential,
        ..Proposal::new(start, start + length, ask.takes)
    };
    let ready = work
        .last()
        .map_or(ask.met.1.max(now), |last| last.until + AHEAD);
    let mut starts: Vec<NaiveDateTime> = starts_on(date, length, agenda).collect();
    if hour.date() == date {
        starts.push(hour);
    }
    // The nearest first; among equals the later one, which leaves more time for the work.
    starts.sort_by_key(|start| {
        (
            (*start - hour).num_minutes().abs(),
            std::cmp::Reverse(*start),
        )
    });
    let found = starts
        .into_iter()
        .find(|start| *start >= ready && is_breathable(proposal(*start), &with_work));
    match found {
        Some(start) => Ok(Bridge {
            at: (start, start + length),
            after,
            same_hour: start == hour,
            work,
        }),
        None if hour < ready => Err(Impossible {
            work: work.len().checked_sub(1),
            rules: rules::of(proposal(hour), agenda).rules,
            ..nowhere
        }),
        None => Err(Impossible {
            rules: against(proposal(hour), date, &with_work),
            ..nowhere
        }),
    }
}

/// What speaks against the same hour: a rule, the day's air that lies there, or that it is another day at home.
fn against(proposal: Proposal, date: NaiveDate, agenda: &Agenda<'_>) -> Vec<Rule> {
    let mut rules = rules::of(proposal, agenda).rules;
    if rules.is_empty() {
        rules.extend(air_under(proposal, agenda));
    }
    if rules.is_empty() {
        rules.push(
            agenda
                .hours(date)
                .map_or(Rule::DayOff, |hours| Rule::OutOfHours {
                    from: hours.from,
                    until: hours.until,
                }),
        );
    }
    rules
}

/// Lays each piece of work at the first place that every rule allows, after the meeting and after the piece before it;
/// the index of the first that finds none.
fn lay<'a>(
    ask: Conclude<'_>,
    date: NaiveDate,
    agenda: &Agenda<'a>,
    now: NaiveDateTime,
) -> Result<(Agenda<'a>, Vec<Between>), usize> {
    let mut agenda = agenda.clone();
    let mut laid = Vec::with_capacity(ask.work.len());
    let mut from = ask.met.1.max(now);
    for (at, minutes) in ask.work.iter().enumerate() {
        let length = Duration::minutes(i64::from((*minutes).clamp(5, 24 * 60)));
        let days = from
            .date()
            .iter_days()
            .take_while(|day| *day <= date)
            .filter(|day| ask.workdays.is_worked(*day));
        let place = days
            .flat_map(|day| starts_on(day, length, &agenda))
            .filter(|start| *start >= from)
            .find(|start| {
                is_breathable(Proposal::new(*start, *start + length, Takes::Work), &agenda)
            })
            .ok_or(at)?;
        let until = place + length;
        agenda = agenda.with(place, until, Takes::Work);
        laid.push(Between { from: place, until });
        from = until;
    }
    Ok((agenda, laid))
}
