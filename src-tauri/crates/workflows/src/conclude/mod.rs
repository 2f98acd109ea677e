//! The concluding meeting, in one gesture: some working days after a meeting, at its hour, with the work between the two
//! laid in real free time. The look and the run are one function up to the write.

mod made;
mod said;

use chrono::{Days as DaySpan, NaiveDate, NaiveDateTime, NaiveTime};
use domain::{Moment, Reason, Slot, TouchpointId, Workdays, Zone};
use planner::{Bridge, Conclude, Impossible};

use crate::around::Around;
use crate::days;
use crate::departures;
use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::following::walls;
use crate::house::House;
use crate::reads;
use crate::seen::Seen;
use crate::{grounds, note, rights};

pub use said::{Template, templates};

/// How many working days later one concludes, when nothing else is said.
pub const USUAL_AFTER: i32 = 3;
/// The furthest one concludes, in working days.
pub const AFTER_MOST: i32 = 60;
/// The most pieces of work between two meetings.
pub const WORK_MOST: usize = 12;

/// A piece of work between two meetings, as it is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// What is to be done.
    pub title: String,
    /// How long that takes, in minutes.
    pub minutes: u32,
}

/// Which day one concludes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// So many working days later.
    After(i32),
    /// This day at home; the next worked one, when it is not worked.
    Day(NaiveDate),
}

/// A concluding meeting as it is asked for.
#[derive(Debug, Clone)]
pub struct Ask {
    /// The meeting it concludes, or its series.
    pub id: TouchpointId,
    /// Where the rule of its series puts it.
    pub occurrence: Option<Moment>,
    /// When.
    pub on: On,
    /// The hour at home; `None` is the meeting's own.
    pub hour: Option<NaiveTime>,
    /// The work between the two, in order; `None` is that of the first template.
    pub work: Option<Vec<Work>>,
    /// Why; `None` is what the promises and needs say.
    pub reason: Option<Reason>,
}

/// What would be done.
#[derive(Debug)]
pub struct Look {
    /// The meeting it concludes.
    pub seen: Seen,
    /// How many working days later.
    pub after: i32,
    /// The meeting and its work, or why there is none on that day.
    pub bridge: Result<Bridge, Impossible>,
    /// The work, as it is laid.
    pub work: Vec<Work>,
    /// The reason it would have.
    pub reason: Reason,
    /// What is wrong with the reason.
    pub weak: Option<Fault>,
}

/// What would be done; nothing is written.
pub fn look(house: &House, ask: &Ask) -> Result<Look, Fault> {
    let seen = reads::seen(house, ask.id, ask.occurrence)?;
    let met = walls(house, &seen).ok_or_else(|| Fault::invalid("error-conclude-hours"))?;
    let workdays = Workdays::from(&*house.rules());
    let after = match ask.on {
        On::After(after) => after.clamp(1, AFTER_MOST),
        On::Day(date) => counted(&workdays, met.0.date(), date)?,
    };
    let work = match &ask.work {
        Some(given) => made::clean(given),
        None => templates(house).remove(0).work,
    };
    let minutes: Vec<u32> = work.iter().map(|one| one.minutes).collect();
    let (first, last) = (met.0.date(), met.0.date() + reach(after));
    let around = days::between(house, first, last)?;
    let around = Around::of(house, &around);
    let agenda = around.agenda();
    let own = own_hour(house, &seen);
    let hour = |date: NaiveDate| {
        ask.hour
            .map_or_else(|| own(date), |hour| date.and_time(hour))
    };
    let bridge = planner::conclude(
        Conclude {
            met,
            takes: seen.touchpoint.takes(),
            confidential: seen.touchpoint.confidential,
            hour: &hour,
            after,
            workdays: &workdays,
            work: &minutes,
        },
        &agenda,
        house.now_wall(),
    );
    let reason = match &ask.reason {
        Some(reason) => crate::touchpoints::clean_reason(reason),
        None => said::reason(house, &seen)?,
    };
    let first = &seen.touchpoint;
    let weak = rights::may_contact(house, first.client, &first.participants)
        .err()
        .or_else(|| grounds::of(house, reason.clone(), first.client, None).err());
    Ok(Look {
        seen,
        after,
        bridge,
        work,
        reason,
        weak,
    })
}

/// Plans the concluding meeting and its work: one step to undo. When it is impossible, nothing is written, and the look
/// says why.
pub fn run(house: &House, ask: &Ask) -> Result<Result<Done, Look>, Fault> {
    let _gate = house.gate();
    let look = look(house, ask)?;
    let Ok(bridge) = &look.bridge else {
        return Ok(Err(look));
    };
    let (concluding, work) = made::records(house, &look, bridge)?;
    let invitation = departures::prepared(house, &concluding)?;
    let title = look.seen.title(&house.words().say("title-none", &[]));
    let args = [
        ("title", title),
        ("at", note::time(house, concluding.slot)),
        ("work", work.len().to_string()),
    ];
    let note = note::of(house, "concluded", &args);
    let ((), receipt) = house.store.commit(note, |tx| {
        tx.put(&concluding)?;
        invitation.iter().try_for_each(|one| tx.put(one))?;
        work.iter().try_for_each(|one| tx.put(one))
    })?;
    let (words, today) = (house.words(), house.now_wall().date());
    let said = Said::new("said-concluded")
        .with("when", words.wall(bridge.at.0, today))
        .with("work", work.len());
    let done = Done::of(house, said, Some(days::single(concluding)), receipt.seq)?;
    Ok(Ok(done))
}

/// How many working days after `from` the day `on` is; the next worked one, when it is not worked.
fn counted(workdays: &Workdays, from: NaiveDate, on: NaiveDate) -> Result<i32, Fault> {
    let far = on <= from || (on - from).num_days() > i64::from(AFTER_MOST) * 2;
    if far {
        return Err(Fault::invalid("error-conclude-day"));
    }
    let between = from.iter_days().skip(1).take_while(|date| *date <= on);
    let worked = between.filter(|date| workdays.is_worked(*date)).count();
    let next = usize::from(!workdays.is_worked(on));
    Ok(i32::try_from(worked + next).unwrap_or(AFTER_MOST))
}

/// How many days ahead are read: holidays and leave included, and those tried where the day asked for is impossible.
fn reach(after: i32) -> DaySpan {
    DaySpan::new(u64::try_from(after).unwrap_or_default() * 2 + 45)
}

/// The wall time at home of a meeting's own hour on a day: that of its own zone.
fn own_hour(house: &House, seen: &Seen) -> impl Fn(NaiveDate) -> NaiveDateTime + use<> {
    let home = house.home();
    let slot = seen.slot();
    move |date| match slot {
        Some(Slot::Timed { start, zone, .. }) => {
            let (instant, _) = zone.instant(date.and_time(start.time()), false, home);
            Zone::Floating.wall(instant, home)
        }
        _ => date.and_time(NaiveTime::MIN),
    }
}
