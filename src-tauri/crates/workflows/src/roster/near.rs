//! The last and the next touchpoint of a client and what turned its clocks back, out of the order by client: what lies
//! far behind or far ahead is told by its key alone, what lies near now by its record, and a series by its occurrences.

use chrono::{Days, NaiveDate, NaiveDateTime};
use domain::{CLOCKED, Client, ClientId, Clock, Kind, Moment, Rhythm, Slot, Touchpoint, Zone};
use store::{ClientKey, Index, Key};

use crate::days;
use crate::fault::Fault;
use crate::house::House;
use crate::seen::Seen;

/// How far a series is followed, in days.
const FOLLOWED_DAYS: u64 = 90;
/// Zones lie a day apart at most, and what lasts longer than two days says so in its key.
const BEHIND_DAYS: u64 = 4;
const AHEAD_DAYS: u64 = 2;

/// One of a client's touchpoints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct At {
    /// When it starts: wall time of the home zone, of its own zone when it is far from now.
    pub(super) start: NaiveDateTime,
    key: Key,
    occurrence: Option<(Moment, Slot)>,
}

/// The last and the next touchpoint of a client. What was cancelled or missed is neither.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Near {
    pub(super) last: Option<At>,
    pub(super) next: Option<At>,
    /// How many are its own, a series counted once.
    pub(super) count: usize,
    /// The day each of [`CLOCKED`] was turned back last, in the zone of what turned it back.
    turned: [Option<NaiveDate>; CLOCKED.len()],
    /// Whether one to come looks for its reason.
    pub(super) wants_reason: bool,
    /// From when on it may be otherwise, wall time of the home zone; `None` when only a write can change it.
    pub(super) until: Option<NaiveDateTime>,
}

impl Near {
    /// Those of one client.
    pub(super) fn of(house: &House, client: ClientId) -> Result<Self, Fault> {
        let mut keys = Vec::new();
        house
            .store
            .each_key(Index::OfClient, &client.to_bytes(), &mut |own, key| {
                keys.extend(ClientKey::read(own).map(|of| (of, key)));
            })?;
        let mut gathering = Gathering::new(house);
        keys.into_iter()
            .try_for_each(|(of, key)| gathering.take(of, key))?;
        Ok(gathering.near)
    }

    /// Those of every client, the order read once from end to end.
    pub(super) fn of_all(house: &House, give: &mut dyn FnMut(ClientId, Self)) -> Result<(), Fault> {
        let mut gathering = Gathering::new(house);
        let mut whose: Option<ClientId> = None;
        // What must be read is read afterwards: a read inside the walk would wait for a writer that waits for it.
        let mut unsure: Vec<ClientId> = Vec::new();
        house
            .store
            .each_key(Index::OfClient, &[], &mut |own, key| {
                let Some(of) = ClientKey::read(own) else {
                    return;
                };
                if whose != Some(of.client) {
                    if let Some(done) = whose.replace(of.client) {
                        give(done, gathering.near);
                    }
                    gathering.near = Self::default();
                }
                if !gathering.takes_key(of, key) && unsure.last() != Some(&of.client) {
                    unsure.push(of.client);
                }
            })?;
        if let Some(done) = whose {
            give(done, gathering.near);
        }
        for client in unsure {
            give(client, Self::of(house, client)?);
        }
        Ok(())
    }

    /// The clocks, read `today`.
    pub(super) fn clocks(&self, rhythm: Rhythm, today: NaiveDate) -> impl Iterator<Item = Clock> {
        let read = move |(kind, last)| Some(Clock::read(kind, rhythm.of(kind)?, last, today));
        CLOCKED.into_iter().zip(self.turned).filter_map(read)
    }

    /// Whether it still holds at `now`.
    pub(super) fn holds(&self, now: NaiveDateTime) -> bool {
        self.until.is_none_or(|until| now < until)
    }
}

impl At {
    /// As it is seen, with its client.
    pub(super) fn seen(&self, house: &House, client: &Client) -> Result<Option<Seen>, Fault> {
        let Some(touchpoint) = house.store.get::<Touchpoint>(self.key)? else {
            return Ok(None);
        };
        let mut seen = match self.occurrence {
            Some((key, slot)) => days::occurrence(&touchpoint, key, slot),
            None => days::single(touchpoint),
        };
        // Somebody may have given it to another one since.
        if seen.touchpoint.client == Some(client.id) {
            seen.client = Some((client.id, client.name.clone()));
        } else {
            days::name_clients(house, std::slice::from_mut(&mut seen))?;
        }
        Ok(Some(seen))
    }
}

/// Takes the keys of one client, in any order.
struct Gathering<'a> {
    house: &'a House,
    now: NaiveDateTime,
    behind: NaiveDateTime,
    ahead: NaiveDateTime,
    near: Near,
}

impl<'a> Gathering<'a> {
    fn new(house: &'a House) -> Self {
        let now = house.now_wall();
        Self {
            house,
            now,
            behind: now.checked_sub_days(Days::new(BEHIND_DAYS)).unwrap_or(now),
            ahead: now.checked_add_days(Days::new(AHEAD_DAYS)).unwrap_or(now),
            near: Near::default(),
        }
    }

    /// Takes what the key alone can tell; whether it could.
    fn takes_key(&mut self, of: ClientKey, key: Key) -> bool {
        self.near.count += 1;
        if let Some((kind, start)) = of.turned.zip(of.start) {
            self.turned(kind, start);
        }
        let Some(start) = of.start.filter(|_| !of.off) else {
            return true;
        };
        let at = At {
            start,
            key,
            occurrence: None,
        };
        if of.series {
            return false;
        }
        if !of.long && start <= self.behind {
            self.past(at);
        } else if start >= self.ahead {
            // It need not be read until now comes near it.
            let near = start.checked_sub_days(Days::new(AHEAD_DAYS));
            self.next(at, near.unwrap_or(start), of.wants_reason);
        } else {
            return false;
        }
        true
    }

    fn take(&mut self, of: ClientKey, key: Key) -> Result<(), Fault> {
        if self.takes_key(of, key) {
            return Ok(());
        }
        if of.series {
            return self.take_series(key);
        }
        if let (Some(start), Some(touchpoint)) =
            (of.start, self.house.store.get::<Touchpoint>(key)?)
        {
            let at = At {
                start,
                key,
                occurrence: None,
            };
            self.take_seen(at, &days::single(touchpoint));
        }
        Ok(())
    }

    fn take_series(&mut self, key: Key) -> Result<(), Fault> {
        let Some(series) = self.house.store.get::<Touchpoint>(key)? else {
            return Ok(());
        };
        let days = Days::new(FOLLOWED_DAYS);
        let since = self.now.checked_sub_days(days).unwrap_or(self.now);
        let until = self.now.checked_add_days(days).unwrap_or(self.now);
        for seen in days::occurrences(self.house, &series, since, until)? {
            let Some((moment, slot)) = seen.occurrence.zip(seen.slot()) else {
                continue;
            };
            let at = At {
                start: slot.start_wall(),
                key,
                occurrence: Some((moment, slot)),
            };
            self.take_seen(at, &seen);
        }
        // What is past the horizon comes into sight with time.
        let tomorrow = self.now.checked_add_days(Days::new(1)).unwrap_or(self.now);
        self.near.until = self.near.until.into_iter().chain([tomorrow]).min();
        Ok(())
    }

    fn take_seen(&mut self, at: At, seen: &Seen) {
        let home = self.house.home();
        let Some(span) = seen.span(home) else { return };
        let wall = |instant| Zone::Floating.wall(instant, home);
        let at = At {
            start: match seen.slot() {
                Some(slot) if slot.is_all_day() => at.start,
                _ => wall(span.start),
            },
            ..at
        };
        if span.end <= self.house.clock.now() {
            self.past(at);
        } else {
            self.next(at, wall(span.end), seen.touchpoint.wants_reason());
        }
    }

    fn past(&mut self, at: At) {
        if self
            .near
            .last
            .is_none_or(|last| (last.start, last.key) < (at.start, at.key))
        {
            self.near.last = Some(at);
        }
    }

    /// What is dated ahead has turned nothing back yet.
    fn turned(&mut self, kind: Kind, start: NaiveDateTime) {
        if start.date() > self.now.date() {
            self.near.until = self.near.until.into_iter().chain([start]).min();
            return;
        }
        let at = CLOCKED.iter().position(|clocked| *clocked == kind);
        if let Some(turned) = at.and_then(|at| self.near.turned.get_mut(at)) {
            *turned = (*turned).max(Some(start.date()));
        }
    }

    fn next(&mut self, at: At, until: NaiveDateTime, wants_reason: bool) {
        self.near.wants_reason |= wants_reason;
        if self
            .near
            .next
            .is_none_or(|next| (at.start, at.key) < (next.start, next.key))
        {
            self.near.next = Some(at);
        }
        self.near.until = self.near.until.into_iter().chain([until]).min();
    }
}
