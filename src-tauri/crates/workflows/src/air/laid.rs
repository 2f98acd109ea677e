//! Laying air and work on purpose.

use chrono::{Duration, NaiveDate};
use domain::{Field, Purpose, Slot, Takes, Touchpoint, TouchpointId, Zone, clean_line};
use planner::{Level, Proposal};

use super::{ledger, seen_in, week};
use crate::around::Around;
use crate::done::{Done, Outcome, Said};
use crate::fault::Fault;
use crate::following::walls;
use crate::house::House;
use crate::reschedule::{self, Reschedule, Scope, Subject, Target};
use crate::{days, note, reads};

/// What time that was freed becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Nothing: it stays air.
    Nothing,
    /// Work of one's own.
    Work,
}

/// Lays air where the person points.
pub fn lay(house: &House, to: Target, force: bool) -> Result<Outcome, Fault> {
    let _gate = house.gate();
    let answer = reschedule::judge(
        house,
        Reschedule {
            subject: Subject::New {
                takes: Takes::Air,
                confidential: false,
            },
            to,
            scope: Scope::This,
            copy: false,
            force,
        },
    )?;
    if answer.verdict.level == Level::Refused && !force {
        return Ok(Outcome::Refused(answer));
    }
    let Some(slot @ Slot::Timed { .. }) = answer.slot else {
        return Err(Fault::invalid("error-air-hours"));
    };
    put(house, slot).map(|done| Outcome::Done(Box::new(done)))
}

/// Lays air in the week that begins on `monday` for what is owed there, as much of it as one place takes.
pub fn repay(house: &House, monday: NaiveDate) -> Result<Done, Fault> {
    let _gate = house.gate();
    let seen = seen_in(house, monday)?;
    let around = Around::of(house, &seen);
    let agenda = around.agenda();
    let ledger = ledger(house, &seen, monday, &agenda);
    if ledger.left == 0 {
        return Err(Fault::invalid("error-air-paid"));
    }
    let (start, minutes) = planner::repay(&week(monday), ledger.left, &agenda, house.now_wall())
        .ok_or_else(|| Fault::invalid("error-air-nowhere"))?;
    put(house, Slot::timed(start, minutes, Zone::Iana(house.home())))
}

/// Under the gate, held since what stands around was read.
fn put(house: &House, slot: Slot) -> Result<Done, Fault> {
    let mut air = Touchpoint::of_own(house.clock.new_id(), Purpose::Air, house.clock.now());
    air.title = house.words().say("air-laid", &[]);
    air.slot = Some(slot);
    write(house, air, "air-laid", "said-air-laid")
}

/// Says what time that was freed becomes.
pub fn use_freed(house: &House, id: TouchpointId, wanted: Use) -> Result<Done, Fault> {
    let _gate = house.gate();
    let mut air = reads::touchpoint(house, id)?;
    if !air.purpose.is_air() {
        return Err(Fault::gone());
    }
    let now = house.clock.now();
    let (purpose, title) = match wanted {
        Use::Nothing => (Purpose::Air, "air-laid"),
        Use::Work => (Purpose::Work, "work-own"),
    };
    air.purpose = purpose;
    air.title = house.words().say(title, &[]);
    air.mark(Field::Title, now);
    write(house, air, "air-used", "said-air-used")
}

/// Hangs time on a meeting: getting ready for it, or the way there, right before it or as near to that as can be.
pub fn hang(
    house: &House,
    meeting: TouchpointId,
    purpose: Purpose,
    minutes: u32,
) -> Result<Done, Fault> {
    let _gate = house.gate();
    let meeting = reads::seen(house, meeting, None)?;
    let (from, until) =
        walls(house, &meeting).ok_or_else(|| Fault::invalid("error-hang-nowhere"))?;
    let length = Duration::minutes(i64::from(minutes.clamp(5, 12 * 60)));
    let around = days::between(
        house,
        from.date() - chrono::Days::new(7),
        until.date() + chrono::Days::new(2),
    )?;
    let around = Around::of(house, &around);
    let agenda = around.agenda();
    let takes = if purpose == Purpose::Travel {
        Takes::Travel
    } else {
        Takes::Work
    };
    let wanted = Proposal::new(from - length, from, takes);
    let start = if planner::weigh_in(wanted, &agenda).level != Level::Refused {
        wanted.from
    } else {
        let places = planner::nearest(wanted, &agenda, house.now_wall(), 12);
        places
            .into_iter()
            .find(|start| *start + length <= from)
            .ok_or_else(|| Fault::invalid("error-hang-nowhere"))?
    };
    let words = house.words();
    let title = meeting.title(&words.say("title-none", &[]));
    let said = if purpose == Purpose::Travel {
        "work-travel"
    } else {
        "work-preparation"
    };
    let mut own = Touchpoint::of_own(house.clock.new_id(), purpose, house.clock.now());
    own.title = clean_line(
        &words.say(said, &[("title", title.into())]),
        Touchpoint::LINE_MOST,
    );
    own.hangs_on = Some(meeting.touchpoint.id);
    own.slot = Some(Slot::timed(
        start,
        u32::try_from(length.num_minutes()).unwrap_or_default(),
        Zone::Iana(house.home()),
    ));
    write(house, own, "hung", "said-hung")
}

fn write(
    house: &House,
    own: Touchpoint,
    label: &'static str,
    said: &'static str,
) -> Result<Done, Fault> {
    let note = note::of(house, label, &[("title", own.title.clone())]);
    let ((), receipt) = house.store.commit(note, |tx| tx.put(&own))?;
    let (words, today) = (house.words(), house.now_wall().date());
    let when = own
        .slot
        .map(|slot| words.wall(reschedule::home_start(house, slot), today))
        .unwrap_or_default();
    let said = Said::new(said)
        .with("when", when)
        .with("minutes", i64::from(own.minutes()));
    Done::of(house, said, Some(days::single(own)), receipt.seq)
}
