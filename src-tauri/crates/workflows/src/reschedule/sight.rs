//! The days around a proposal: read as far as anybody looks, and once for the widest look.

use chrono::{Days, NaiveDate, NaiveDateTime};
use domain::TouchpointId;
use planner::Proposal;

use super::{Reschedule, Scope};
use crate::around::Around;
use crate::days;
use crate::fault::Fault;
use crate::house::House;
use crate::seen::Seen;

/// What stands around a proposal, what moves left out.
pub(super) struct Sight<'a> {
    pub(super) house: &'a House,
    pub(super) proposal: Reschedule,
    pub(super) seen: Option<&'a Seen>,
    /// What the planner is asked.
    pub(super) asked: Proposal,
    others: Vec<Seen>,
    /// How many days before and after are read.
    reach: Option<u64>,
}

impl<'a> Sight<'a> {
    pub(super) fn of(
        house: &'a House,
        proposal: Reschedule,
        seen: Option<&'a Seen>,
        asked: Proposal,
    ) -> Self {
        Self {
            house,
            proposal,
            seen,
            asked,
            others: Vec::new(),
            reach: None,
        }
    }

    /// The wall times at home between which it would stand, as clocks will show them.
    pub(super) fn walls(&self) -> (NaiveDateTime, NaiveDateTime) {
        let shown = self.asked.shown(self.house.home());
        (shown.from, shown.until)
    }

    /// What takes time on the days it touches and `by` days before and after, but what is set `aside`.
    pub(super) fn around(&mut self, by: u64, aside: &[TouchpointId]) -> Result<Around, Fault> {
        if self.reach.is_none_or(|reach| reach < by) {
            self.read(by)?;
        }
        let (house, home) = (self.house, self.house.home());
        let (first, until) = self.days(by);
        let near = self.others.iter().filter(|other| {
            let days = other.days(home);
            days.is_some_and(|(begins, ends)| begins < until && ends >= first)
                && !aside.contains(&other.touchpoint.id)
        });
        Ok(Around::of(house, near))
    }

    fn read(&mut self, by: u64) -> Result<(), Fault> {
        let (first, until) = self.days(by);
        let mut others = days::between(self.house, first, until)?;
        others.retain(|other| !self.is_in_hand(other));
        (self.others, self.reach) = (others, Some(by));
        Ok(())
    }

    /// The first of those days, and the first after them.
    fn days(&self, by: u64) -> (NaiveDate, NaiveDate) {
        let (from, until) = self.walls();
        let (first, last) = (from.date(), until.date());
        let by = Days::new(by);
        (
            first.checked_sub_days(by).unwrap_or(first),
            last.succ_opt()
                .and_then(|next| next.checked_add_days(by))
                .unwrap_or(last),
        )
    }

    /// Whether `other` is what moves: it does not stand in its own way, unless a copy is left behind.
    fn is_in_hand(&self, other: &Seen) -> bool {
        let Some(seen) = self.seen.filter(|_| !self.proposal.copy) else {
            return false;
        };
        match (self.proposal.scope, seen.series()) {
            (Scope::Following | Scope::All, Some(series)) => other.series() == Some(series),
            _ => other.touchpoint.id == seen.touchpoint.id && other.occurrence == seen.occurrence,
        }
    }
}
