//! Which records change when a touchpoint goes somewhere else in time.

mod repeating;
mod said;

use domain::{Field, Moment, Occurrence, Slot, Source, State, Touchpoint, TouchpointId, Zone};
use store::Note;

use crate::done::Said;
use crate::fault::Fault;
use crate::house::House;
use crate::note;
use crate::reads;
use crate::reschedule::{Reschedule, Scope, Target};
use crate::seen::Seen;
use repeating::{all, following};
use said::{label, said};

pub(crate) use repeating::ending;

/// What a reschedule would write, and what it would say.
pub(crate) struct Writes {
    /// The records as they would stand.
    pub(crate) put: Vec<Touchpoint>,
    /// Which of them the person is looking at.
    pub(crate) shown: (TouchpointId, Option<Moment>),
    /// The toast.
    pub(crate) said: Said,
    label: &'static str,
    title: String,
    /// Where it was and where it goes.
    way: [Option<Slot>; 2],
}

impl Writes {
    /// The line of the history.
    pub(crate) fn note(&self, house: &House, _: Reschedule) -> Note {
        let [from, to] = self.way;
        let length = |slot: Option<Slot>| {
            slot.map_or(0, |slot| slot.seconds().div_ceil(60))
                .to_string()
        };
        let args = [
            ("title", self.title.clone()),
            ("from", note::time(house, from)),
            ("to", note::time(house, to)),
            ("was", length(from)),
            ("is", length(to)),
        ];
        note::of(house, self.label, &args)
    }
}

/// The slot a target means: in the touchpoint's own zone, at the instant the home clock shows.
pub(crate) fn slot_for(house: &House, seen: Option<&Seen>, to: Target) -> Option<Slot> {
    let home = house.home();
    let old = seen.and_then(Seen::slot);
    match to {
        Target::Tray => None,
        Target::AllDay { first, days } => Some(Slot::AllDay {
            first,
            days: days.max(1),
        }),
        Target::Timed { start, minutes } => {
            let zone = match old {
                Some(Slot::Timed { zone, .. }) => zone,
                _ => Zone::Iana(home),
            };
            // A length that was not changed keeps its odd seconds.
            let seconds = match old {
                Some(Slot::Timed { seconds, .. }) if seconds.div_ceil(60) == minutes => seconds,
                _ => minutes.saturating_mul(60),
            };
            let own = match zone {
                Zone::Iana(tz) if tz != home => {
                    let (instant, _) = Zone::Iana(home).instant(start, false, home);
                    zone.wall(instant, home)
                }
                _ => start,
            };
            Some(Slot::Timed {
                start: own,
                seconds,
                zone,
                later: false,
            })
        }
    }
}

/// Every record that changes when `seen` goes to `slot`.
pub(crate) fn writes(
    house: &House,
    seen: &Seen,
    slot: Option<Slot>,
    scope: Scope,
    copy: bool,
) -> Result<Writes, Fault> {
    let words = house.words();
    let title = seen.title(&words.say("title-none", &[]));
    let label = label(seen, slot, copy);
    let (put, shown) = if copy {
        let copied = copied(house, seen, slot);
        let shown = (copied.id, None);
        (vec![copied], shown)
    } else {
        moved(house, seen, slot, scope)?
    };
    Ok(Writes {
        put,
        shown,
        said: said(house, &words, label, slot),
        label,
        title,
        way: [seen.slot(), slot],
    })
}

type Moved = (Vec<Touchpoint>, (TouchpointId, Option<Moment>));

fn moved(house: &House, seen: &Seen, slot: Option<Slot>, scope: Scope) -> Result<Moved, Fault> {
    let series = seen
        .series()
        .map(|id| reads::touchpoint(house, id))
        .transpose()?;
    match (series, seen.occurrence, scope, slot) {
        (Some(series), Some(key), Scope::All, Some(slot)) => all(house, series, seen, key, slot),
        (Some(series), Some(key), Scope::Following, Some(slot)) => {
            following(house, series, seen, key, slot)
        }
        (Some(series), Some(key), _, Some(slot)) if seen.touchpoint.recurrence.is_some() => {
            let one = one_of(house, &series, seen, key, slot);
            let shown = (one.id, Some(key));
            Ok((vec![one], shown))
        }
        // Out of the calendar, one of a series stands for itself: calendars have no word for "some day".
        (Some(mut series), Some(key), _, None) => {
            let mut alone = copied(house, seen, None);
            alone.title.clone_from(&seen.touchpoint.title);
            let shown = (alone.id, None);
            let mut put = vec![alone];
            if seen.touchpoint.recurrence.is_none() {
                let mut gone = seen.touchpoint.clone();
                gone.trashed_at = Some(house.clock.now());
                put.push(gone);
            }
            except(house, &mut series, key)?;
            put.push(series);
            Ok((put, shown))
        }
        _ => {
            let mut touchpoint = seen.touchpoint.clone();
            touchpoint.place_at(slot, house.clock.now());
            is_to_come_again(house, &mut touchpoint);
            let shown = (touchpoint.id, seen.occurrence);
            Ok((vec![touchpoint], shown))
        }
    }
}

/// An occurrence that leaves its rule: an override, known by where the rule would have put it.
pub(crate) fn one_of(
    house: &House,
    series: &Touchpoint,
    seen: &Seen,
    key: Moment,
    slot: Slot,
) -> Touchpoint {
    let now = house.clock.now();
    let mut one = seen.touchpoint.clone();
    one.id = house.clock.new_id();
    one.recurrence = None;
    one.occurrence = Some(Occurrence {
        series: Some(series.id),
        at: key,
    });
    // The same file and no bytes of its own: it leaves as its series' lines, with what is its own.
    one.source = Source {
        file: series.source.file,
        ..Source::of_ours(series.source.uid.clone())
    };
    one.created_at = now;
    one.sequence = series.sequence;
    one.place_at(Some(slot), now);
    one.updated_at = now;
    is_to_come_again(house, &mut one);
    one
}

/// What was held or missed and is put in the future is planned again; what was called off stays so.
fn is_to_come_again(house: &House, touchpoint: &mut Touchpoint) {
    let now = house.clock.now();
    let over = matches!(touchpoint.state, State::Held | State::Missed);
    if over
        && touchpoint
            .span(house.home())
            .is_none_or(|span| span.start > now)
    {
        touchpoint.state = State::Planned;
        touchpoint.mark(Field::State, now);
    }
}

/// Leaves an occurrence out of its series.
pub(crate) fn except(house: &House, series: &mut Touchpoint, key: Moment) -> Result<(), Fault> {
    if let (Some(slot), Some(recurrence)) = (series.slot, &mut series.recurrence) {
        *recurrence = series::exclude(slot, recurrence, key, house.home())?;
        series.sequence = series.sequence.saturating_add(1);
        series.mark(Field::Recurrence, house.clock.now());
    }
    Ok(())
}

fn copied(house: &House, seen: &Seen, slot: Option<Slot>) -> Touchpoint {
    let now = house.clock.now();
    let from = &seen.touchpoint;
    let mut copy = Touchpoint::received(house.clock.new_id(), from.kind, now);
    copy.title.clone_from(&from.title);
    copy.reason = from.reason.clone();
    copy.client = from.client;
    copy.participants.clone_from(&from.participants);
    copy.wanted_minutes = from.minutes();
    copy.place.clone_from(&from.place);
    copy.link.clone_from(&from.link);
    copy.notes.clone_from(&from.notes);
    copy.transparent = from.transparent;
    copy.lead = from.lead;
    copy.confidential = from.confidential;
    copy.example = from.example;
    copy.slot = slot;
    copy
}
