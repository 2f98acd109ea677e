//! What one is reminded of, and when. A touchpoint rings once, some minutes before it starts; outside working hours it
//! waits for them; what could not ring before it was of use waits, quietly, until it is seen.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::{Kind, Moment, Presence, Touchpoint, TouchpointId};

/// How long before its start one is reminded of a touchpoint, by kind, in minutes; `None` is not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Leads {
    /// Of a call.
    pub phone: Option<u16>,
    /// Of a video meeting.
    pub video: Option<u16>,
    /// Of a meeting in person: one has to go there.
    pub in_person: Option<u16>,
    /// Of anything else.
    pub other: Option<u16>,
}

impl Leads {
    /// The longest, in minutes: a day.
    pub const MOST: u16 = 24 * 60;

    /// How long before a touchpoint.
    pub fn before(&self, touchpoint: &Touchpoint) -> Option<TimeDelta> {
        match touchpoint.lead {
            Lead::OfKind => self.of(touchpoint.kind),
            Lead::Never => None,
            Lead::Minutes(minutes) => Some(TimeDelta::minutes(i64::from(minutes))),
        }
    }

    /// How long before a touchpoint of this kind.
    pub fn of(&self, kind: Kind) -> Option<TimeDelta> {
        let minutes = match kind {
            Kind::Phone => self.phone,
            Kind::Video => self.video,
            Kind::InPerson => self.in_person,
            Kind::Other => self.other,
        };
        minutes.map(|minutes| TimeDelta::minutes(i64::from(minutes)))
    }
}

impl Default for Leads {
    fn default() -> Self {
        Self {
            phone: Some(5),
            video: Some(10),
            in_person: Some(60),
            other: Some(15),
        }
    }
}

/// How long before its start one is reminded of a touchpoint.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lead {
    /// As of every one of its kind.
    #[default]
    OfKind,
    /// Not at all.
    Never,
    /// That many minutes.
    Minutes(u16),
}

/// How one wants to be reminded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reminding {
    /// Whether at all.
    pub on: bool,
    /// How long before.
    pub leads: Leads,
    /// Whether closing the window leaves Sentier in the tray, where it goes on reminding.
    pub to_tray: bool,
}

impl Default for Reminding {
    fn default() -> Self {
        Self {
            on: true,
            leads: Leads::default(),
            to_tray: false,
        }
    }
}

/// What one is reminded of: a touchpoint at its time. Moved elsewhere, it is another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Cue {
    /// Which touchpoint.
    pub touchpoint: TouchpointId,
    /// For one of a series: where its rule puts it.
    pub occurrence: Option<Moment>,
    /// When it starts, UTC.
    pub start: DateTime<Utc>,
}

impl Cue {
    /// How long after its start one is still reminded of a touchpoint.
    pub const GRACE: TimeDelta = TimeDelta::minutes(5);

    /// The last instant at which a reminder is of use.
    pub fn last(&self) -> DateTime<Utc> {
        self.start + Self::GRACE
    }
}

/// A touchpoint one is to be reminded of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminder {
    /// Of what.
    pub cue: Cue,
    /// When, UTC; within working hours.
    pub at: DateTime<Utc>,
    /// When somebody wrote in it last, UTC. Whoever had it in hand after `at` needs no reminder.
    pub touched: DateTime<Utc>,
}

/// A reminder put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutOff {
    /// Of what.
    pub cue: Cue,
    /// Until when, UTC.
    pub until: DateTime<Utc>,
}

/// How long a reminder is put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delay {
    /// Ten minutes.
    TenMinutes,
    /// An hour.
    Hour,
    /// Until work begins on the next worked day.
    Morning,
    /// Until the next video meeting is announced.
    NextVideo,
}

impl Delay {
    /// In the order they are offered.
    pub const ALL: [Self; 4] = [Self::TenMinutes, Self::Hour, Self::NextVideo, Self::Morning];

    /// Until when, from `now`; `video` is when the next video meeting is announced. `None` when there is no such time.
    pub fn until(
        self,
        now: DateTime<Utc>,
        presence: &Presence<'_>,
        video: Option<DateTime<Utc>>,
    ) -> Option<DateTime<Utc>> {
        match self {
            Self::TenMinutes => Some(now + TimeDelta::minutes(10)),
            Self::Hour => Some(now + TimeDelta::hours(1)),
            Self::Morning => presence.next_morning(now),
            Self::NextVideo => video.filter(|at| *at > now),
        }
    }
}

/// What was rung, put off and missed. One record; it is no part of what a person wrote, and no step of undo.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reminders {
    /// What was of use until then is dealt with, UTC; `None` before anything was ever waited for.
    pub since: Option<DateTime<Utc>>,
    /// What rang, as long as it could ring again.
    pub rung: Vec<Cue>,
    /// What was put off.
    pub put_off: Vec<PutOff>,
    /// What could not ring and was not seen yet, by the time it went by.
    pub missed: Vec<Cue>,
    /// When a clock that says an earlier time than [`Self::since`] was first looked at, by that clock, UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub behind: Option<DateTime<Utc>>,
}

/// What is to be done at an instant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Turn {
    /// What rings, by start.
    pub rings: Vec<Cue>,
    /// When something is to be done next, if something is known to be.
    pub next: Option<DateTime<Utc>>,
    /// Whether the record is another one now: it is to be written before anything rings, so that nothing rings twice.
    pub changed: bool,
}

impl Reminders {
    /// The most that is kept of what was missed: the latest.
    pub const MISSED_MOST: usize = 50;
    /// How far a clock may go back and be none that was wrong: machines set theirs by a little, now and then.
    const SLACK: TimeDelta = TimeDelta::hours(1);
    /// How long a clock that went back goes on before it is the one that is right. One of a machine whose battery is
    /// flat is set again within minutes.
    const TRUSTED: TimeDelta = TimeDelta::days(1);

    /// Does what is due at `now`. `coming` is everything one is to be reminded of that went by since [`Self::since`] or
    /// is to come, in any order; `stands` says whether a cue still has its touchpoint at its time.
    pub fn turn(
        &mut self,
        coming: &[Reminder],
        stands: impl Fn(&Cue) -> bool,
        presence: &Presence<'_>,
        now: DateTime<Utc>,
    ) -> Turn {
        let mut turn = Turn::default();
        self.follow_clock(now, &mut turn);
        let before = (self.put_off.len(), self.missed.len());
        self.put_off.retain(|one| stands(&one.cue));
        self.missed.retain(&stands);
        turn.changed |= before != (self.put_off.len(), self.missed.len());

        self.turn_put_off(presence, now, &mut turn);
        for reminder in coming {
            self.turn_one(reminder, presence, now, &mut turn);
        }
        turn.rings.sort_by_key(|cue| (cue.start, cue.touchpoint));
        self.missed.sort_by_key(|cue| (cue.start, cue.touchpoint));
        let over = self.missed.len().saturating_sub(Self::MISSED_MOST);
        self.missed.drain(..over);

        turn.changed |= self.since.is_none() && turn.next.is_some();
        if turn.changed {
            self.reach(now);
        }
        turn
    }

    fn turn_put_off(&mut self, presence: &Presence<'_>, now: DateTime<Utc>, turn: &mut Turn) {
        for one in std::mem::take(&mut self.put_off) {
            let when = presence.first(one.until).unwrap_or(one.until);
            if now < when {
                turn.wait(when);
                self.put_off.push(one);
            } else if now <= one.cue.last().max(when + Cue::GRACE) && presence.is_there(now) {
                self.ring(one.cue, turn);
            } else {
                self.miss(one.cue, turn);
            }
        }
    }

    fn turn_one(
        &mut self,
        reminder: &Reminder,
        presence: &Presence<'_>,
        now: DateTime<Utc>,
        turn: &mut Turn,
    ) {
        let cue = reminder.cue;
        // A hand that is said to come later than now was under another clock.
        let in_hand = reminder.touched >= reminder.at && reminder.touched <= now;
        let last = cue.last();
        // What went by before is dealt with, whatever a clock that went back says: nothing rings for the past.
        let dealt_with = now <= last && self.since.is_some_and(|since| last < since);
        if self.knows(&cue) || in_hand || dealt_with {
            return;
        }
        if now > last {
            if self.since.is_some_and(|since| since <= last) {
                self.miss(cue, turn);
            }
            return;
        }
        // Outside working hours it waits for them, as long as that is of use.
        match presence.first(reminder.at.max(now)) {
            Some(when) if when <= now => self.ring(cue, turn),
            Some(when) if when <= last => turn.wait(when),
            _ => turn.wait(last + TimeDelta::seconds(1)),
        }
    }

    fn knows(&self, cue: &Cue) -> bool {
        self.rung.contains(cue)
            || self.missed.contains(cue)
            || self.put_off.iter().any(|one| one.cue == *cue)
    }

    fn ring(&mut self, cue: Cue, turn: &mut Turn) {
        turn.changed = true;
        turn.rings.push(cue);
        if !self.rung.contains(&cue) {
            self.rung.push(cue);
        }
    }

    fn miss(&mut self, cue: Cue, turn: &mut Turn) {
        turn.changed = true;
        if !self.missed.contains(&cue) {
            self.missed.push(cue);
        }
    }

    /// It rang, and nobody could be told.
    pub fn unheard(&mut self, cue: Cue) {
        if self.rung.contains(&cue) && !self.missed.contains(&cue) {
            self.missed.push(cue);
        }
    }

    /// Puts a reminder off, wherever it stands now.
    pub fn put_off(&mut self, cue: Cue, until: DateTime<Utc>) {
        self.missed.retain(|one| *one != cue);
        self.put_off.retain(|one| one.cue != cue);
        self.put_off.push(PutOff { cue, until });
    }

    /// One of what was missed was seen, or all of it.
    pub fn seen(&mut self, cue: Option<&Cue>, now: DateTime<Utc>) {
        self.reach(now);
        match cue {
            None => self.missed.clear(),
            Some(cue) => self.missed.retain(|one| one != cue),
        }
    }

    /// Looks whether the clock says an earlier time than what was dealt with; one that goes on saying so is followed.
    fn follow_clock(&mut self, now: DateTime<Utc>, turn: &mut Turn) {
        let Some(since) = self.since else { return };
        let behind = match self.behind {
            _ if now + Self::SLACK >= since => None,
            Some(first) if first <= now && now - first < Self::TRUSTED => Some(first),
            Some(first) if first <= now => {
                self.trust(now);
                None
            }
            _ => Some(now),
        };
        turn.changed |= (self.since, self.behind) != (Some(since), behind);
        self.behind = behind;
    }

    /// The clock is right, however early it is: what comes after `now` rings again.
    pub fn trust(&mut self, now: DateTime<Utc>) {
        self.since = self.since.map(|since| since.min(now));
        self.behind = None;
    }

    /// Everything of use until `now` is dealt with; what rang before then cannot ring again.
    fn reach(&mut self, now: DateTime<Utc>) {
        let since = self.since.map_or(now, |since| since.max(now));
        self.since = Some(since);
        self.rung.retain(|cue| cue.last() >= since);
    }
}

impl Turn {
    fn wait(&mut self, until: DateTime<Utc>) {
        self.next = Some(self.next.map_or(until, |next| next.min(until)));
    }
}
