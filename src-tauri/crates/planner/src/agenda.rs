use std::collections::HashMap;

use chrono::{Duration, NaiveDate, NaiveDateTime};
use domain::{Hours, Takes, Zone};

use crate::breath::Breath;
use crate::day::{Day, Item};
use crate::{Busy, Days};

/// What is taken, by day at home: read once, asked as often as one likes.
#[derive(Debug, Clone)]
pub struct Agenda<'a> {
    pub(crate) days: Days<'a>,
    by_date: HashMap<NaiveDate, Vec<Item>>,
}

impl<'a> Agenda<'a> {
    /// The agenda of what is taken.
    pub fn of(days: Days<'a>) -> Self {
        let mut agenda = Self {
            days,
            by_date: HashMap::new(),
        };
        for (at, one) in days.busy.iter().enumerate() {
            let wall = |instant| Zone::Floating.wall(instant, days.home);
            agenda.note(
                wall(one.span.start),
                wall(one.span.end),
                one.takes,
                Some(at),
            );
        }
        agenda
    }

    /// The same with one more thing in it, that nobody else knows of.
    #[must_use]
    pub fn with(mut self, from: NaiveDateTime, until: NaiveDateTime, takes: Takes) -> Self {
        self.note(from, until, takes, None);
        self
    }

    fn note(
        &mut self,
        from: NaiveDateTime,
        until: NaiveDateTime,
        takes: Takes,
        busy: Option<usize>,
    ) {
        for date in dates(from, until) {
            let item = Item::on(date, from, until, takes, busy);
            self.by_date.entry(date).or_default().push(item);
        }
    }

    /// The hours worked on a day.
    pub(crate) fn hours(&self, date: NaiveDate) -> Option<Hours> {
        self.days.settings.hours_on(date)
    }

    pub(crate) fn day(&self, date: NaiveDate) -> Day<'_> {
        Day {
            hours: self.hours(date),
            rules: &self.days.settings.air,
            items: self
                .by_date
                .get(&date)
                .map(Vec::as_slice)
                .unwrap_or_default()
                .to_vec(),
        }
    }

    /// What stands on a day, by the busy span it is.
    pub(crate) fn busy_on(&self, date: NaiveDate) -> impl Iterator<Item = &'a Busy> {
        let items = self
            .by_date
            .get(&date)
            .map(Vec::as_slice)
            .unwrap_or_default();
        items
            .iter()
            .filter_map(|item| self.days.busy.get(item.busy?))
    }

    pub(crate) fn items_on(&self, date: NaiveDate) -> &[Item] {
        self.by_date
            .get(&date)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// The air a day keeps.
    pub fn breath(&self, date: NaiveDate) -> Breath {
        self.day(date).breath()
    }
}

/// The days two wall times touch, the end excluded.
pub(crate) fn dates(from: NaiveDateTime, until: NaiveDateTime) -> impl Iterator<Item = NaiveDate> {
    let last = (until - Duration::seconds(1)).max(from).date();
    from.date()
        .iter_days()
        .take_while(move |date| *date <= last)
}
