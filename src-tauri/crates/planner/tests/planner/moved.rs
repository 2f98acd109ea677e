//! Meetings that move, and what hangs on them.

use chrono::{Duration, NaiveDateTime};
use domain::Takes;
use planner::{Follow, Hangs, Satellite, follow};
use proptest::prelude::*;
use proptest::sample::select;

use super::given::{Block, Given, OTHER, VIDEO, VISIT, any_given, any_minutes, any_place, ask};

/// A meeting, what hangs on it, and where it goes.
#[derive(Debug, Clone)]
pub(crate) struct Moved {
    pub(crate) given: Given,
    pub(crate) was: Block,
    pub(crate) to: Block,
    pub(crate) satellites: Vec<Satellite>,
    pub(crate) now: NaiveDateTime,
}

impl Moved {
    pub(crate) fn answers(&self) -> Vec<Follow> {
        self.to_from(self.was, self.to, &self.satellites)
    }

    pub(crate) fn to_from(&self, was: Block, to: Block, satellites: &[Satellite]) -> Vec<Follow> {
        let walls = |block: Block| (block.from, block.until);
        ask(&self.given.blocks, &self.given.settings, |agenda| {
            let (was, to) = (walls(was), walls(to));
            follow(was, to, self.was.takes, satellites, agenda, self.now)
        })
    }

    pub(crate) fn after(&self, answers: &[Follow]) -> Vec<Satellite> {
        let pairs = self.satellites.iter().zip(answers);
        pairs.map(|(one, answer)| went(*one, answer)).collect()
    }

    pub(crate) fn is_solved(answers: &[Follow]) -> bool {
        !answers
            .iter()
            .any(|answer| matches!(answer, Follow::Stuck(_)))
    }

    /// Where a satellite would be, and until when it must be over.
    pub(crate) fn wanted(&self, one: &Satellite) -> (NaiveDateTime, NaiveDateTime) {
        match one.hangs {
            Hangs::Between { .. } => (one.from, self.to.from - Duration::hours(2)),
            Hangs::Fast | Hangs::Before if one.from >= self.was.until => {
                (one.from + (self.to.until - self.was.until), self.to.from)
            }
            Hangs::Fast | Hangs::Before => {
                (one.from + (self.to.from - self.was.from), self.to.from)
            }
        }
    }
}

pub(crate) fn went(one: Satellite, answer: &Follow) -> Satellite {
    match answer {
        Follow::Goes { from, until } => Satellite {
            from: *from,
            until: *until,
            ..one
        },
        Follow::Stays | Follow::Stuck(_) => one,
    }
}

/// Whether work between two meetings is not between them: it may move though the meeting does not.
pub(crate) fn is_out_of_order(one: &Satellite, meeting: Block) -> bool {
    match one.hangs {
        Hangs::Between { after } => {
            one.until + Duration::hours(2) > meeting.from
                || after.is_some_and(|after| one.from < after)
        }
        Hangs::Fast | Hangs::Before => false,
    }
}

pub(crate) fn block(one: &Satellite) -> Block {
    Block::of((one.from, one.until), one.takes)
}

fn any_satellite() -> impl Strategy<Value = (Hangs, i64, i64)> {
    let hangs = select(vec![
        Hangs::Fast,
        Hangs::Before,
        Hangs::Between { after: None },
        Hangs::Between {
            after: Some(NaiveDateTime::MIN),
        },
    ]);
    (hangs, select(vec![15_i64, 30, 45, 60, 120]), 0_i64..120)
}

/// The satellites in a row before the meeting, some with a hole, and the way back after it.
pub(crate) fn any_moved(most: usize) -> impl Strategy<Value = Moved> {
    let to = (any_place(), select(vec![0_i64, 0, 0, 30, -15]));
    let hanging = (
        [any_satellite(), any_satellite(), any_satellite()],
        0_usize..4,
    );
    let meeting = (
        any_place(),
        any_minutes(),
        select(vec![VIDEO, VISIT, OTHER]),
    );
    (any_given(most), meeting, to, hanging, -3000_i64..3000).prop_map(
        |(mut given, ((day, minute), minutes, takes), (place, longer), (hanging, count), now)| {
            let was = Block::new(given.at(day + 1, minute), minutes.max(30), takes);
            let to = given.at(place.0 + 1, place.1);
            let to = Block::of(
                (to, to + (was.until - was.from) + Duration::minutes(longer)),
                takes,
            );
            let mut at = was.from;
            let mut satellites = Vec::new();
            for (hangs, minutes, hole) in hanging.into_iter().take(count) {
                let between = matches!(hangs, Hangs::Between { .. });
                at -= Duration::minutes(if between { 150 + hole * 10 } else { hole % 20 });
                let from = at - Duration::minutes(minutes);
                let hangs = match hangs {
                    Hangs::Between { after: Some(_) } => Hangs::Between {
                        after: Some(from - Duration::minutes(hole * 15 - 300)),
                    },
                    same => same,
                };
                let fast = hangs == Hangs::Fast;
                let takes = if fast { Takes::Travel } else { Takes::Work };
                satellites.push(Satellite {
                    from,
                    until: at,
                    takes,
                    hangs,
                });
                at = from;
            }
            if count == 3 {
                let (from, until) = (was.until, was.until + Duration::minutes(30));
                satellites.push(Satellite {
                    from,
                    until,
                    takes: Takes::Travel,
                    hangs: Hangs::Fast,
                });
            }
            // A calendar on which all of this was once placed: nothing lies under it.
            let there: Vec<Block> = satellites.iter().map(block).chain([was]).collect();
            given
                .blocks
                .retain(|one| !there.iter().any(|other| other.overlaps(one)));
            let now = given.at(1, 0) + Duration::minutes(now);
            Moved {
                given,
                was,
                to,
                satellites,
                now,
            }
        },
    )
}
