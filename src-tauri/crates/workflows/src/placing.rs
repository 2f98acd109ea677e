//! Which records change when a touchpoint goes somewhere else in time.

use chrono::Duration;
use domain::{
    Field, Moment, Occurrence, Recurrence, Slot, Source, State, Touchpoint, TouchpointId, Zone,
};
use store::Note;
use words::Words;

use crate::done::Said;
use crate::fault::Fault;
use crate::house::House;
use crate::note;
use crate::reads;
use crate::reschedule::{Reschedule, Scope, Target};
use crate::seen::Seen;

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
}

impl Writes {
    /// The line of the history.
    pub(crate) fn note(&self, house: &House, _: Reschedule) -> Note {
        note::of(house, self.label, &[("title", self.title.clone())])
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

fn all(
    house: &House,
    mut series: Touchpoint,
    seen: &Seen,
    key: Moment,
    slot: Slot,
) -> Result<Moved, Fault> {
    let now = house.clock.now();
    let (Some(old), Some(recurrence)) = (series.slot, series.recurrence.clone()) else {
        return Err(Fault::gone());
    };
    // The whole series goes as far as this occurrence went, from where its rule put it.
    let by = slot.start_wall() - key.wall();
    let (moved, shifted) = series::shift(old, &recurrence, by, house.home())?;
    let first = with_length(moved, slot);
    series.recurrence = Some(ending(house, first, shifted)?);
    series.place_at(Some(first), now);
    series.mark(Field::Recurrence, now);
    let mut put = vec![series.clone()];
    for mut one in reads::overrides_of(house, series.id)? {
        let Some(occurrence) = &mut one.occurrence else {
            continue;
        };
        let own = occurrence.at == key && seen.touchpoint.id == one.id;
        occurrence.at = shifted_moment(occurrence.at, by, first);
        one.mark(Field::Recurrence, now);
        if own {
            one.place_at(Some(slot), now);
        }
        put.push(one);
    }
    let shown = match seen.touchpoint.recurrence {
        Some(_) => (series.id, Some(shifted_moment(key, by, first))),
        None => (seen.touchpoint.id, Some(shifted_moment(key, by, first))),
    };
    Ok((put, shown))
}

fn following(
    house: &House,
    mut series: Touchpoint,
    seen: &Seen,
    key: Moment,
    slot: Slot,
) -> Result<Moved, Fault> {
    let now = house.clock.now();
    let (Some(old), Some(recurrence)) = (series.slot, series.recurrence.clone()) else {
        return Err(Fault::gone());
    };
    let cut = match series::split_before(old, &recurrence, key, house.home()) {
        Ok(cut) => cut,
        // An RDATE before the start, or the start itself: there is no "before", so the whole series is meant.
        Err(series::SeriesError::NothingBefore) => return all(house, series, seen, key, slot),
        Err(error) => return Err(error.into()),
    };
    let by = slot.start_wall() - key.wall();
    let (moved, tail) = series::shift(cut.tail_start, &cut.tail, by, house.home())?;
    let first = with_length(moved, slot);
    let mut rest = series.clone();
    rest.id = house.clock.new_id();
    // Its own identity over the same lines: alarms and what others wrote leave with it.
    rest.source.uid = format!("{}@sentier", rest.id);
    rest.mark(Field::Slot, now);
    rest.mark(Field::Recurrence, now);
    rest.created_at = now;
    rest.sequence = 0;
    rest.slot = Some(first);
    rest.recurrence = Some(ending(house, first, tail)?);
    rest.updated_at = now;
    series.recurrence = Some(cut.head);
    series.sequence = series.sequence.saturating_add(1);
    series.mark(Field::Recurrence, now);
    let (rest_id, rest_uid) = (rest.id, rest.source.uid.clone());
    let mut put = vec![series.clone(), rest];
    for mut one in reads::overrides_of(house, series.id)? {
        let Some(occurrence) = &mut one.occurrence else {
            continue;
        };
        if occurrence.at.wall() < key.wall() {
            continue;
        }
        if one.id == seen.touchpoint.id {
            // The one in the hand is the first of the rest now.
            one.trashed_at = Some(now);
        } else {
            occurrence.series = Some(rest_id);
            occurrence.at = shifted_moment(occurrence.at, by, slot);
            one.source.uid.clone_from(&rest_uid);
            one.mark(Field::Recurrence, now);
        }
        one.updated_at = now;
        put.push(one);
    }
    Ok((put, (rest_id, Some(slot.start_moment()))))
}

fn copied(house: &House, seen: &Seen, slot: Option<Slot>) -> Touchpoint {
    let now = house.clock.now();
    let from = &seen.touchpoint;
    let mut copy = Touchpoint::new(house.clock.new_id(), from.kind, now);
    copy.title.clone_from(&from.title);
    copy.reason = from.reason.clone();
    copy.client = from.client;
    copy.participants.clone_from(&from.participants);
    copy.wanted_minutes = from.minutes();
    copy.place.clone_from(&from.place);
    copy.link.clone_from(&from.link);
    copy.notes.clone_from(&from.notes);
    copy.transparent = from.transparent;
    copy.example = from.example;
    copy.slot = slot;
    copy
}

/// The recurrence, with the end its rules give it from `slot` noted beside it.
pub(crate) fn ending(
    house: &House,
    slot: Slot,
    mut recurrence: Recurrence,
) -> Result<Recurrence, Fault> {
    recurrence.ends = series::ends(slot, &recurrence, house.home())?;
    Ok(recurrence)
}

fn with_length(at: Slot, like: Slot) -> Slot {
    match (at, like) {
        (
            Slot::Timed {
                start, zone, later, ..
            },
            Slot::Timed { seconds, .. },
        ) => Slot::Timed {
            start,
            seconds,
            zone,
            later,
        },
        (Slot::AllDay { first, .. }, Slot::AllDay { days, .. }) => Slot::AllDay { first, days },
        (at, like) => like.starting(at.start_wall()),
    }
}

fn shifted_moment(at: Moment, by: Duration, like: Slot) -> Moment {
    let wall = at.wall().checked_add_signed(by).unwrap_or(at.wall());
    match like {
        Slot::AllDay { .. } => Moment::Date(wall.date()),
        Slot::Timed { zone, .. } => Moment::Wall { at: wall, zone },
    }
}

fn label(seen: &Seen, slot: Option<Slot>, copy: bool) -> &'static str {
    match (seen.slot(), slot) {
        _ if copy => "copied",
        (_, None) => "trayed",
        (None, Some(_)) => "untrayed",
        (Some(old), Some(new))
            if old.seconds() != new.seconds() && old.is_all_day() == new.is_all_day() =>
        {
            "resized"
        }
        _ => "moved",
    }
}

fn said(house: &House, words: &Words, label: &'static str, slot: Option<Slot>) -> Said {
    let today = house.now_wall().date();
    let Some(slot) = slot else {
        return Said::new("said-trayed");
    };
    let start = crate::reschedule::home_start(house, slot);
    let when = if slot.is_all_day() {
        words.day(start.date(), today)
    } else {
        words.wall(start, today)
    };
    let said = match label {
        "copied" => Said::new("said-copied"),
        "untrayed" => Said::new("said-untrayed"),
        "resized" => {
            Said::new("said-resized").with("length", words.length(slot.seconds().div_ceil(60)))
        }
        _ => Said::new("said-moved"),
    };
    said.with("when", when)
}
