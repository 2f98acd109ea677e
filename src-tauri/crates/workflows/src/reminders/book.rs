//! What stands on the calendar around an instant, as things one is reminded of.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::{
    Cue, Kind, Leads, Presence, Reminder, Reminders, Settings, State, Touchpoint, Turn, Zone,
};

use crate::fault::Fault;
use crate::house::House;
use crate::seen::Seen;
use crate::{days, reads};

/// How far back what was missed is looked for, in days: further back, the list of what nobody closed says enough.
const BACK: u64 = 7;
/// How far ahead, in days: the longest lead, and the day after.
const AHEAD: u64 = 3;

/// What is kept of reminders, and what can ring.
pub(super) struct Book {
    pub(super) kept: Reminders,
    coming: Vec<Reminder>,
    seen: HashMap<Cue, Seen>,
}

impl Book {
    pub(super) fn read(house: &House, settings: &Settings) -> Result<Self, Fault> {
        let kept = kept(house)?;
        let today = house.now_wall().date();
        let home = house.home();
        let earliest = today.checked_sub_days(Days::new(BACK)).unwrap_or(today);
        let since = kept
            .since
            .map(|since| Zone::Floating.wall(since - Cue::GRACE, home).date());
        // Watched without a break, it reads no more than the days around now.
        let from = since.unwrap_or(today).clamp(earliest, today);
        let leads = settings.reminding.leads;
        let mut book = Self {
            kept,
            coming: Vec::new(),
            seen: HashMap::new(),
        };
        for one in days::between(house, from, later(today, AHEAD))? {
            if let Some(cue) = cue(house, &one) {
                book.coming.extend(reminder(&one, cue, leads));
                book.seen.insert(cue, one);
            }
        }
        book.read_kept(house)?;
        Ok(book)
    }

    /// What was put off or missed may lie further back than the days that were read.
    fn read_kept(&mut self, house: &House) -> Result<(), Fault> {
        let put_off = self.kept.put_off.iter().map(|one| one.cue);
        let missed = self.kept.missed.iter().copied();
        let unread: Vec<Cue> = put_off
            .chain(missed)
            .filter(|cue| !self.seen.contains_key(cue))
            .collect();
        for of in unread {
            let Ok(seen) = reads::seen(house, of.touchpoint, of.occurrence) else {
                continue;
            };
            if cue(house, &seen) == Some(of) {
                self.seen.insert(of, seen);
            }
        }
        Ok(())
    }

    pub(super) fn turn(&mut self, presence: &Presence<'_>, now: DateTime<Utc>) -> Turn {
        let Self { kept, coming, seen } = self;
        kept.turn(coming, |cue| seen.contains_key(cue), presence, now)
    }

    pub(super) fn seen(&self, cue: &Cue) -> Option<Seen> {
        self.seen.get(cue).cloned()
    }
}

/// What is kept of reminders.
pub(super) fn kept(house: &House) -> Result<Reminders, Fault> {
    match house.unwritten.kept() {
        Some(kept) => Ok(kept),
        None => Ok(house.store.get(store::REMINDERS_KEY)?.unwrap_or_default()),
    }
}

/// What one is reminded of by a touchpoint: one that is to come, at a time of the day. Invented people are nobody to be
/// called.
pub(super) fn cue(house: &House, seen: &Seen) -> Option<Cue> {
    let Touchpoint {
        id,
        state,
        example,
        trashed_at,
        ..
    } = &seen.touchpoint;
    let stands = *state == State::Planned && !example && trashed_at.is_none();
    let slot = seen.slot().filter(|slot| stands && !slot.is_all_day())?;
    Some(Cue {
        touchpoint: *id,
        occurrence: seen.occurrence,
        start: slot.span(house.home()).start,
    })
}

fn reminder(seen: &Seen, cue: Cue, leads: Leads) -> Option<Reminder> {
    let lead = leads.before(&seen.touchpoint)?;
    Some(Reminder {
        cue,
        at: cue.start - lead,
        touched: seen.touchpoint.updated_at,
    })
}

/// When the next video meeting but `except` is announced, and which it is.
pub(super) fn next_video(
    house: &House,
    settings: &Settings,
    except: &Cue,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>, Fault> {
    /// Beyond a fortnight nobody means it.
    const FORTNIGHT: u64 = 14;
    let today = house.now_wall().date();
    let leads = settings.reminding.leads;
    let videos = days::between(house, today, later(today, FORTNIGHT))?;
    Ok(videos
        .iter()
        .filter(|one| one.touchpoint.kind == Kind::Video)
        .filter_map(|one| Some((cue(house, one)?, one)))
        .filter(|(cue, _)| cue != except)
        .map(|(cue, one)| cue.start - leads.before(&one.touchpoint).unwrap_or_default())
        .filter(|at| *at > now)
        .min())
}

fn later(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days)).unwrap_or(date)
}
