use std::cmp::Reverse;

use chrono::{Days, Duration, NaiveDate, NaiveDateTime};
use domain::Takes;

use crate::bridge::AHEAD;
use crate::nearby::{is_breathable, starts_on};
use crate::rules::{self, is_free};
use crate::{Agenda, Level, Proposal, Rule};

/// How far from where it would be a place is looked for, in days.
const REACH: u64 = 15;

/// Two wall times at home, the end excluded.
type Walls = (NaiveDateTime, NaiveDateTime);

/// How something hangs on a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hangs {
    /// It keeps its distance: the way there and back, which is no use at another time, be it over.
    Fast,
    /// It comes before the meeting, as long before as it does, or as near to that as can be; what is over stays.
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

impl Satellite {
    /// Where it keeps its distance when the meeting goes from `was` to `to`, whatever speaks against that: what comes after
    /// a meeting hangs on its end, what comes before on its beginning. Wall times at home.
    pub fn carried(&self, was: Walls, to: Walls) -> Walls {
        let by = if self.from >= was.1 {
            to.1 - was.1
        } else {
            to.0 - was.0
        };
        (self.from + by, self.until + by)
    }
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
    /// There is no place for it: what speaks against the one it would keep, where something does.
    Stuck(Vec<Rule>),
}

/// The first and the last day that [`follow`] may look at: its agenda holds all of them, or it takes them for empty.
pub fn follows_within(was: Walls, to: Walls, satellites: &[Satellite]) -> (NaiveDate, NaiveDate) {
    let kept = satellites.iter().map(|one| one.carried(was, to).0);
    let earlier = satellites.iter().filter_map(|one| match one.hangs {
        Hangs::Between { after } => after,
        Hangs::Fast | Hangs::Before => None,
    });
    let all = [was.0, was.1, to.0, to.1]
        .into_iter()
        .chain(kept)
        .chain(earlier);
    let all = all.chain(satellites.iter().flat_map(|one| [one.from, one.until]));
    let (first, last) = all.fold((was.0, was.0), |(first, last), at| {
        (first.min(at), last.max(at))
    });
    around(first.date(), last.date())
}

fn around(first: NaiveDate, last: NaiveDate) -> (NaiveDate, NaiveDate) {
    let reach = Days::new(REACH);
    (
        first.checked_sub_days(reach).unwrap_or(first),
        last.checked_add_days(reach).unwrap_or(last),
    )
}

/// Where everything that hangs on a meeting goes when the meeting goes from `was` to `to` (wall times at home), with the
/// least movement, in the order of `satellites`. `agenda` holds neither the meeting nor what hangs on it, and the days of
/// [`follows_within`]; `now` is a wall time at home, before which nothing is put that was not there, but what is `Fast`.
///
/// A meeting that does not move moves nothing but what is not between any more, because the earlier one moved. A day is
/// held against what it was with everything in its old place.
pub fn follow(
    was: Walls,
    to: Walls,
    takes: Takes,
    satellites: &[Satellite],
    agenda: &Agenda<'_>,
    now: NaiveDateTime,
) -> Vec<Follow> {
    let mut answers = vec![Follow::Stays; satellites.len()];
    let to = Proposal::new(to.0, to.1, takes).shown(agenda.days.home);
    let to = (to.from, to.until);
    let before = satellites
        .iter()
        .fold(agenda.clone().with(was.0, was.1, takes), |agenda, one| {
            agenda.with(one.from, one.until, one.takes)
        });
    let mut after = agenda.clone().with(to.0, to.1, takes).held_against(before);
    let mut asked: Vec<(usize, Asked)> = satellites
        .iter()
        .map(|one| Asked::of(was, to, *one, now))
        .enumerate()
        .collect();
    // What has no choice comes first, so that nothing that has one is put in its way; then what finds its place free.
    // What is pushed towards its beginning goes last one first, so that two pieces of work keep their order.
    asked.sort_by_key(|(_, one)| one.turn());
    let mut wait = Vec::with_capacity(asked.len());
    for (at, one) in asked {
        match one.at_once(&after) {
            Some(answer) => after = one.note(after, &mut answers[at], answer),
            None => wait.push((at, one)),
        }
    }
    for (at, one) in wait {
        let answer = one.elsewhere(&after);
        after = one.note(after, &mut answers[at], answer);
    }
    answers
}

/// What is asked for one satellite.
#[derive(Clone, Copy)]
struct Asked {
    satellite: Satellite,
    stays: bool,
    /// Where it would be if nothing spoke against it, and where that is said when there is no place at all.
    wanted: NaiveDateTime,
    kept: NaiveDateTime,
    /// Not before.
    earliest: Option<NaiveDateTime>,
    /// Over by then.
    latest: NaiveDateTime,
    to: Walls,
    now: NaiveDateTime,
}

impl Asked {
    fn of(was: Walls, to: Walls, satellite: Satellite, now: NaiveDateTime) -> Self {
        let kept = satellite.carried(was, to).0;
        let (wanted, earliest, latest) = match satellite.hangs {
            Hangs::Fast | Hangs::Before => (kept, None, to.0),
            Hangs::Between { after } => (satellite.from, after, to.0 - AHEAD),
        };
        let in_time = satellite.until <= latest && earliest.is_none_or(|at| satellite.from >= at);
        // What is over is over, and what was crowded already is not moved for that.
        let stays = match satellite.hangs {
            Hangs::Fast => kept == satellite.from,
            Hangs::Before if was == to => true,
            Hangs::Before => in_time && (kept == satellite.from || satellite.until <= now),
            Hangs::Between { .. } => in_time || satellite.until <= now,
        };
        Self {
            satellite,
            stays,
            wanted,
            kept,
            earliest,
            latest,
            to,
            now,
        }
    }

    fn turn(&self) -> (u8, Reverse<NaiveDateTime>, NaiveDateTime) {
        let from = self.satellite.from;
        let (stands, fast) = (self.stays, self.satellite.hangs == Hangs::Fast);
        if stands || fast {
            return (u8::from(!stands), Reverse(NaiveDateTime::MIN), from);
        }
        if self.wanted + self.length() > self.latest {
            (2, Reverse(from), from)
        } else {
            (3, Reverse(NaiveDateTime::MIN), from)
        }
    }

    fn length(&self) -> Duration {
        self.satellite.until - self.satellite.from
    }

    fn proposal(&self) -> Proposal {
        Proposal {
            from: self.satellite.from,
            until: self.satellite.until,
            takes: self.satellite.takes,
            confidential: false,
            origin: Some((self.satellite.from, self.satellite.until)),
        }
    }

    fn goes(&self, from: NaiveDateTime) -> Follow {
        if from == self.satellite.from {
            return Follow::Stays;
        }
        Follow::Goes {
            from,
            until: from + self.length(),
        }
    }

    /// The answer, and the agenda with the satellite where it is then.
    fn note<'a>(&self, agenda: Agenda<'a>, slot: &mut Follow, answer: Follow) -> Agenda<'a> {
        let (from, until) = match answer {
            Follow::Goes { from, until } => (from, until),
            Follow::Stays | Follow::Stuck(_) => (self.satellite.from, self.satellite.until),
        };
        *slot = answer;
        agenda.with(from, until, self.satellite.takes)
    }

    /// The answer, where it needs no other place.
    fn at_once(&self, agenda: &Agenda<'_>) -> Option<Follow> {
        if self.stays {
            return Some(Follow::Stays);
        }
        if self.satellite.hangs == Hangs::Fast {
            let rules = self.against(agenda);
            let refused = rules.iter().any(|rule| rule.level() == Level::Refused);
            return Some(if refused {
                Follow::Stuck(rules)
            } else {
                self.goes(self.kept)
            });
        }
        let there = self.fits(self.wanted)
            && (self.wanted >= self.now || self.wanted == self.satellite.from)
            && is_free(self.proposal().starting(self.wanted), agenda);
        there.then(|| self.goes(self.wanted))
    }

    fn fits(&self, start: NaiveDateTime) -> bool {
        start + self.length() <= self.latest && self.earliest.is_none_or(|at| start >= at)
    }

    /// What speaks against the place it would keep. Its own meeting does not: they keep their distance.
    fn against(&self, agenda: &Agenda<'_>) -> Vec<Rule> {
        let mut rules = rules::of(self.proposal().starting(self.kept), agenda).rules;
        rules.retain(|rule| {
            !matches!(rule, Rule::Overlap { with, from, until } if with.is_empty() && (*from, *until) == self.to)
        });
        rules
    }

    /// The place nearest to the wanted one that is over in time, and not too early.
    fn elsewhere(&self, agenda: &Agenda<'_>) -> Follow {
        let length = self.length();
        let middle = self.wanted.min(self.latest - length);
        let middle = self.earliest.map_or(middle, |at| middle.max(at)).date();
        let (first, last) = around(middle, middle);
        let mut starts: Vec<NaiveDateTime> = first
            .iter_days()
            .take_while(|date| *date <= last)
            .flat_map(|date| starts_on(date, length, agenda))
            .filter(|start| *start >= self.now && self.fits(*start))
            .collect();
        starts.sort_by_key(|start| ((*start - self.wanted).num_minutes().abs(), *start));
        starts
            .into_iter()
            .find(|start| is_breathable(self.proposal().starting(*start), agenda))
            .map_or_else(|| Follow::Stuck(self.against(agenda)), |at| self.goes(at))
    }
}
