//! The records of a concluding meeting.

use chrono::NaiveDateTime;
use domain::{Purpose, Slot, Touchpoint, Zone, clean_line};
use planner::Bridge;

use super::{Look, WORK_MOST, Work, said};
use crate::fault::Fault;
use crate::house::House;
use crate::reschedule::Target;
use crate::{grounds, placing, rights};

/// Work as it is laid: what has no words is none.
pub(super) fn clean(given: &[Work]) -> Vec<Work> {
    given
        .iter()
        .map(|work| Work {
            title: clean_line(&work.title, Touchpoint::LINE_MOST),
            minutes: work.minutes.clamp(5, 12 * 60),
        })
        .filter(|work| !work.title.is_empty())
        .take(WORK_MOST)
        .collect()
}

/// The concluding meeting, with the same people, length, link and zone, and the work that hangs on it.
///
/// # Errors
/// The gate's refusal, when its reason says nothing.
pub(super) fn records(
    house: &House,
    look: &Look,
    bridge: &Bridge,
) -> Result<(Touchpoint, Vec<Touchpoint>), Fault> {
    let first = &look.seen.touchpoint;
    let now = house.clock.now();
    rights::may_contact(house, first.client, &first.participants)?;
    let grounds = grounds::of(house, look.reason.clone(), first.client, None)?;
    let mut concluding = Touchpoint::plan(house.clock.new_id(), first.kind, grounds, now);
    concluding.title = said::title(house, &look.seen);
    concluding.client = first.client;
    concluding.participants.clone_from(&first.participants);
    concluding.place.clone_from(&first.place);
    concluding.link.clone_from(&first.link);
    concluding.lead = first.lead;
    concluding.confidential = first.confidential;
    concluding.example = first.example;
    concluding.concludes = Some(first.id);
    concluding.wanted_minutes = first.minutes();
    let to = Target::Timed {
        start: bridge.at.0,
        minutes: first.minutes(),
    };
    concluding.slot = placing::slot_for(house, Some(&look.seen), to);
    let work = look.work.iter().zip(&bridge.work);
    let work = work.map(|(work, between)| {
        let mut own = Touchpoint::of_own(house.clock.new_id(), Purpose::Work, now);
        own.title.clone_from(&work.title);
        own.hangs_on = Some(concluding.id);
        own.example = first.example;
        own.slot = Some(slot(house, between.from, between.until));
        own
    });
    let work = work.collect();
    Ok((concluding, work))
}

fn slot(house: &House, from: NaiveDateTime, until: NaiveDateTime) -> Slot {
    let minutes = u32::try_from((until - from).num_minutes()).unwrap_or_default();
    Slot::timed(from, minutes, Zone::Iana(house.home()))
}
