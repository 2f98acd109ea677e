use chrono::{Duration, NaiveDateTime};
use domain::Takes;

use crate::nearby::{is_breathable, starts_on};
use crate::rules;
use crate::{Agenda, Proposal, Rule};

/// Work between two meetings is done this long before the second.
const AHEAD: Duration = Duration::hours(2);
/// How far before a meeting a place is looked for, in days.
const BACK: usize = 15;

/// How something hangs on a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hangs {
    /// It keeps its distance: the way there and back, which is no use at another time.
    Fast,
    /// It comes before the meeting, as long before as it does, or as near to that as can be.
    Before,
    /// It stays where it is while that is after one meeting and two hours before the other.
    Between {
        /// When the earlier meeting ends, a wall time at home, where there is one.
        after: Option<NaiveDateTime>,
    },
}

/// What hangs on a meeting: wall times at home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Satellite {
    /// First wall time.
    pub from: NaiveDateTime,
    /// First wall time after it.
    pub until: NaiveDateTime,
    /// What takes the time.
    pub takes: Takes,
    /// How it hangs.
    pub hangs: Hangs,
}

/// Where it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Follow {
    /// It stays.
    Stays,
    /// It goes there: wall times at home.
    Goes {
        /// First wall time.
        from: NaiveDateTime,
        /// First wall time after it.
        until: NaiveDateTime,
    },
    /// There is no place for it: what speaks against the one it would keep.
    Stuck(Vec<Rule>),
}

/// Where everything that hangs on a meeting goes when the meeting goes from `was` to `to` (wall times at home), with the
/// least movement. `agenda` holds neither the meeting nor what hangs on it; `now` is a wall time at home, before which
/// nothing is put that was not there.
pub fn follow(
    was: (NaiveDateTime, NaiveDateTime),
    to: (NaiveDateTime, NaiveDateTime),
    takes: Takes,
    satellites: &[Satellite],
    agenda: &Agenda<'_>,
    now: NaiveDateTime,
) -> Vec<Follow> {
    let mut agenda = agenda.clone().with(to.0, to.1, takes);
    let mut answers = Vec::with_capacity(satellites.len());
    for satellite in satellites {
        let answer = one(was, to, *satellite, &agenda, now);
        let (from, until) = match answer {
            Follow::Goes { from, until } => (from, until),
            Follow::Stays | Follow::Stuck(_) => (satellite.from, satellite.until),
        };
        agenda = agenda.with(from, until, satellite.takes);
        answers.push(answer);
    }
    answers
}

fn one(
    was: (NaiveDateTime, NaiveDateTime),
    to: (NaiveDateTime, NaiveDateTime),
    satellite: Satellite,
    agenda: &Agenda<'_>,
    now: NaiveDateTime,
) -> Follow {
    let length = satellite.until - satellite.from;
    let goes = |from: NaiveDateTime| {
        if from == satellite.from {
            Follow::Stays
        } else {
            Follow::Goes {
                from,
                until: from + length,
            }
        }
    };
    // What comes after a meeting hangs on its end, what comes before on its beginning.
    let by = if satellite.from >= was.1 {
        to.1 - was.1
    } else {
        to.0 - was.0
    };
    let kept = satellite.from + by;
    let proposal = Proposal {
        from: satellite.from,
        until: satellite.until,
        takes: satellite.takes,
        origin: Some((satellite.from, satellite.until)),
    };
    match satellite.hangs {
        Hangs::Fast => {
            let rules = rules::of(proposal.starting(kept), agenda).rules;
            let taken = rules
                .iter()
                .any(|rule| matches!(rule, Rule::Overlap { .. }));
            if taken {
                Follow::Stuck(rules)
            } else {
                goes(kept)
            }
        }
        Hangs::Before => {
            let latest = to.0;
            place(proposal, kept, None, latest, agenda, now)
                .map_or_else(|| stuck(proposal, kept, agenda), goes)
        }
        Hangs::Between { after } => {
            let latest = to.0 - AHEAD;
            let stays =
                satellite.until <= latest && after.is_none_or(|after| satellite.from >= after);
            // What is over is over, and what was crowded already is not moved for that.
            if stays || satellite.until <= now {
                return Follow::Stays;
            }
            place(proposal, satellite.from, after, latest, agenda, now)
                .map_or_else(|| stuck(proposal, kept, agenda), goes)
        }
    }
}

fn stuck(proposal: Proposal, at: NaiveDateTime, agenda: &Agenda<'_>) -> Follow {
    Follow::Stuck(rules::of(proposal.starting(at), agenda).rules)
}

/// The place nearest to `wanted` that is over by `latest` and not before `earliest`; `wanted` itself, when nothing
/// speaks against it.
fn place(
    proposal: Proposal,
    wanted: NaiveDateTime,
    earliest: Option<NaiveDateTime>,
    latest: NaiveDateTime,
    agenda: &Agenda<'_>,
    now: NaiveDateTime,
) -> Option<NaiveDateTime> {
    let length = proposal.until - proposal.from;
    let fits = |start: NaiveDateTime| {
        start + length <= latest && earliest.is_none_or(|earliest| start >= earliest)
    };
    if fits(wanted) && crate::rules::is_free(proposal.starting(wanted), agenda) {
        return Some(wanted);
    }
    let first = latest
        .date()
        .checked_sub_days(chrono::Days::new(BACK as u64 - 1))
        .unwrap_or(latest.date());
    let mut starts: Vec<NaiveDateTime> = first
        .iter_days()
        .take(BACK)
        .flat_map(|date| starts_on(date, length, agenda))
        .filter(|start| *start >= now && fits(*start))
        .collect();
    starts.sort_by_key(|start| ((*start - wanted).num_minutes().abs(), *start));
    starts
        .into_iter()
        .find(|start| is_breathable(proposal.starting(*start), agenda))
}
