//! A week looked back at, for oneself alone: the air, the reasons and the promises that were kept. It counts no contact,
//! and no archive, export or list has it: it is read from the book when somebody asks, and written nowhere.

use chrono::{Days, NaiveDate};
use domain::{Owner, PromiseState, Purpose, State};

use super::breathing;
use crate::days;
use crate::fault::Fault;
use crate::house::House;
use crate::reads;
use crate::seen::Seen;

/// So much of so much.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shared {
    /// What was kept.
    pub kept: u32,
    /// Of what was to be.
    pub of: u32,
}

/// A week looked back at.
#[derive(Debug, Clone)]
pub struct LookBack {
    /// Its Monday.
    pub monday: NaiveDate,
    /// Minutes of air kept of those wanted, for each worked day that is over or is today.
    pub air: Vec<(NaiveDate, Shared)>,
    /// Air still owed, in minutes.
    pub owed: u32,
    /// Meetings held without anybody saying why.
    pub without_reason: u32,
    /// Meetings planned as urgent: without a reason, by one press.
    pub urgent: u32,
    /// Promises of ours that were due, and kept.
    pub promises: Shared,
}

/// Looks back at the week that begins on `monday`.
pub fn look_back(house: &House, monday: NaiveDate) -> Result<LookBack, Fault> {
    let monday = days::monday_of(monday);
    let until = monday + Days::new(7);
    let today = house.now_wall().date();
    let seen = days::between(house, monday, until)?;
    let breathing = breathing(house, &seen, monday, until)?;
    let held: Vec<&Seen> = seen
        .iter()
        .filter(|one| one.touchpoint.purpose == Purpose::Meeting)
        .filter(|one| one.touchpoint.state == State::Held && one.touchpoint.client.is_some())
        .collect();
    let count =
        |of: fn(&&&Seen) -> bool| u32::try_from(held.iter().filter(of).count()).unwrap_or(u32::MAX);
    Ok(LookBack {
        monday,
        air: breathing
            .days
            .iter()
            .filter(|(date, breath)| *date <= today && breath.wanted > 0)
            .map(|(date, breath)| {
                let shared = Shared {
                    kept: breath.kept.min(breath.wanted),
                    of: breath.wanted,
                };
                (*date, shared)
            })
            .collect(),
        owed: breathing.weeks.iter().map(|(_, ledger)| ledger.left).sum(),
        without_reason: count(|one| {
            one.touchpoint.reason.is_empty() && !one.touchpoint.reason.urgent
        }),
        urgent: count(|one| one.touchpoint.reason.urgent),
        promises: promises(house, monday, until.min(today + Days::new(1)))?,
    })
}

/// Promises of ours that were due from a day to another (excluded), and how many of them were kept.
fn promises(house: &House, from: NaiveDate, until: NaiveDate) -> Result<Shared, Fault> {
    let mut shared = Shared::default();
    for client in reads::clients(house)? {
        for promise in &client.promises {
            let due = promise.due.is_some_and(|due| from <= due && due < until);
            if due && promise.owner == Owner::Us && promise.state != PromiseState::Dropped {
                shared.of += 1;
                shared.kept += u32::from(promise.state == PromiseState::Kept);
            }
        }
    }
    Ok(shared)
}
