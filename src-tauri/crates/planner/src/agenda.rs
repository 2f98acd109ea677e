use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use chrono::{Duration, NaiveDate, NaiveDateTime};
use domain::{Hours, Takes, Zone};

use crate::breath::Breath;
use crate::day::{Day, Item};
use crate::{Busy, Days, Proposal};

/// What is taken, by day at home: read once, asked as often as one likes.
#[derive(Debug, Clone)]
pub struct Agenda<'a> {
    pub(crate) days: Days<'a>,
    by_date: HashMap<NaiveDate, Arc<Noted>>,
    before: Option<Arc<Agenda<'a>>>,
}

/// A day that has something on it, and the air it was once found to keep.
#[derive(Debug, Clone, Default)]
struct Noted {
    items: Vec<Item>,
    breath: OnceLock<Breath>,
}

impl<'a> Agenda<'a> {
    /// The agenda of what is taken.
    pub fn of(days: Days<'a>) -> Self {
        let mut agenda = Self {
            days,
            by_date: HashMap::new(),
            before: None,
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
        let shown = Proposal::new(from, until, takes).shown(self.days.home);
        self.note(shown.from, shown.until, takes, None);
        self
    }

    /// The same, its days held against what they were in `before` rather than against what they are without a proposal.
    #[must_use]
    pub(crate) fn held_against(self, before: Agenda<'a>) -> Self {
        Self {
            before: Some(Arc::new(before)),
            ..self
        }
    }

    pub(crate) fn before(&self) -> Option<&Agenda<'a>> {
        self.before.as_deref()
    }

    fn note(
        &mut self,
        from: NaiveDateTime,
        until: NaiveDateTime,
        takes: Takes,
        busy: Option<usize>,
    ) {
        // In the night the clocks go back, what ends later can show an earlier wall time.
        let until = until.max(from);
        for date in dates(from, until) {
            let item = Item::on(date, from, until, takes, busy);
            let noted = Arc::make_mut(self.by_date.entry(date).or_default());
            noted.items.push(item);
            noted.breath = OnceLock::new();
        }
    }

    /// The hours worked on a day.
    pub(crate) fn hours(&self, date: NaiveDate) -> Option<Hours> {
        self.days.settings.open_on(date)
    }

    pub(crate) fn day(&self, date: NaiveDate) -> Day<'_> {
        Day {
            hours: self.hours(date),
            rules: &self.days.settings.air,
            items: self.items_on(date),
            more: None,
        }
    }

    /// What stands on a day, by the busy span it is.
    pub(crate) fn busy_on(&self, date: NaiveDate) -> impl Iterator<Item = &'a Busy> {
        self.items_on(date)
            .iter()
            .filter_map(|item| self.days.busy.get(item.busy?))
    }

    pub(crate) fn items_on(&self, date: NaiveDate) -> &[Item] {
        self.by_date
            .get(&date)
            .map(|noted| noted.items.as_slice())
            .unwrap_or_default()
    }

    /// The air a day keeps.
    pub fn breath(&self, date: NaiveDate) -> Breath {
        self.look(date, Breath::clone)
    }

    /// Looks at the air a day keeps, which is found out once.
    pub(crate) fn look<T>(&self, date: NaiveDate, what: impl FnOnce(&Breath) -> T) -> T {
        match self.by_date.get(&date) {
            Some(noted) => what(noted.breath.get_or_init(|| self.day(date).breath())),
            None => what(&self.day(date).breath()),
        }
    }
}

/// The days two wall times touch, the end excluded.
pub(crate) fn dates(from: NaiveDateTime, until: NaiveDateTime) -> impl Iterator<Item = NaiveDate> {
    let last = (until - Duration::seconds(1)).max(from).date();
    from.date()
        .iter_days()
        .take_while(move |date| *date <= last)
}
