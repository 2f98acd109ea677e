//! What hangs on a meeting goes with it: its preparation, the way there, the work that leads to it.

use chrono::{DateTime, NaiveDateTime, Utc};
use domain::{Purpose, Slot, Touchpoint, TouchpointId, Zone};
use planner::{Follow, Hangs, Rule, Satellite};

use crate::around::Around;
use crate::fault::Fault;
use crate::house::House;
use crate::reads;
use crate::seen::Seen;

/// Something that hangs on what moves, and where it goes.
#[derive(Debug, Clone)]
pub struct Followed {
    /// What hangs on it, as it stands.
    pub touchpoint: Touchpoint,
    /// Where it goes.
    pub follow: Follow,
}

impl Followed {
    /// Whether there is no place for it.
    pub fn is_stuck(&self) -> bool {
        matches!(self.follow, Follow::Stuck(_))
    }

    /// What speaks against the place it would keep.
    pub fn rules(&self) -> &[Rule] {
        match &self.follow {
            Follow::Stuck(rules) => rules,
            Follow::Stays | Follow::Goes { .. } => &[],
        }
    }

    /// The record as it would stand, when it moves.
    pub(crate) fn moved(&self, house: &House) -> Option<Touchpoint> {
        let Follow::Goes { from, until } = self.follow else {
            return None;
        };
        let minutes = u32::try_from((until - from).num_minutes()).unwrap_or_default();
        let mut moved = self.touchpoint.clone();
        let slot = Slot::timed(from, minutes, Zone::Iana(house.home()));
        moved.place_at(Some(slot), house.clock.now());
        Some(moved)
    }
}

/// The wall times at home between which something stands; `None` for whole days and in the tray.
pub(crate) fn walls(house: &House, seen: &Seen) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let home = house.home();
    if seen.slot()?.is_all_day() {
        return None;
    }
    let span = seen.span(home)?;
    let wall = |at| Zone::Floating.wall(at, home);
    Some((wall(span.start), wall(span.end)))
}

/// Where what hangs on `meeting` goes when the meeting goes to `to`; work comes `after` the meeting it concludes. `around`
/// holds neither. Wall times at home.
pub(crate) fn follow(
    house: &House,
    meeting: &Seen,
    to: (NaiveDateTime, NaiveDateTime),
    hanging: Vec<Touchpoint>,
    after: Option<NaiveDateTime>,
    around: &Around,
) -> Vec<Followed> {
    // From the tray nothing keeps its distance: it is as if the meeting had stood where it goes.
    let was = walls(house, meeting).unwrap_or(to);
    let placed: Vec<(Touchpoint, Satellite)> = hanging
        .into_iter()
        .filter_map(|one| {
            let (from, until) = walls(house, &crate::days::single(one.clone()))?;
            let satellite = Satellite {
                from,
                until,
                takes: one.takes(),
                hangs: match one.purpose {
                    Purpose::Travel => Hangs::Fast,
                    Purpose::Preparation => Hangs::Before,
                    _ => Hangs::Between { after },
                },
            };
            Some((one, satellite))
        })
        .collect();
    let satellites: Vec<Satellite> = placed.iter().map(|(_, satellite)| *satellite).collect();
    let takes = meeting.touchpoint.takes();
    let answers = planner::follow(
        was,
        to,
        takes,
        &satellites,
        &around.agenda(),
        house.now_wall(),
    );
    let placed = placed.into_iter().zip(answers);
    placed
        .map(|((touchpoint, _), follow)| Followed { touchpoint, follow })
        .collect()
}

/// When the meeting it concludes ends, at home.
pub(crate) fn earlier(house: &House, meeting: &Touchpoint) -> Result<Option<NaiveDateTime>, Fault> {
    let Some(id) = meeting.concludes else {
        return Ok(None);
    };
    let first = house.store.get::<Touchpoint>(id.to_bytes())?;
    Ok(first
        .and_then(|first| walls(house, &crate::days::single(first)))
        .map(|(_, until)| until))
}

/// What hangs on a meeting that is no longer to take place, as it goes to the trash with it at `now`: getting ready and the way
/// there are for nothing, while work that was begun stays.
pub(crate) fn left_behind(
    house: &House,
    meeting: TouchpointId,
    now: DateTime<Utc>,
) -> Result<Vec<Touchpoint>, Fault> {
    let for_nothing = |one: &Touchpoint| {
        let over = walls(house, &crate::days::single(one.clone()))
            .is_some_and(|(_, until)| until <= house.now_wall());
        matches!(one.purpose, Purpose::Preparation | Purpose::Travel) && !over
    };
    let mut gone = reads::hanging_on(house, meeting)?;
    gone.retain(for_nothing);
    for one in &mut gone {
        one.trashed_at = Some(now);
    }
    Ok(gone)
}
