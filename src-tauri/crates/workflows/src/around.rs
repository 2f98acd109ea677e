//! What stands around, as the planner reads it: whatever judges, lays or carries asks the same agenda.

use std::sync::Arc;

use chrono_tz::Tz;
use domain::Settings;
use planner::{Agenda, Busy, Days};

use crate::house::House;
use crate::seen::Seen;

/// What takes time on some days, with the hours and rules it is held against.
pub(crate) struct Around {
    busy: Vec<Busy>,
    settings: Arc<Settings>,
    home: Tz,
}

impl Around {
    /// What takes time among `seen`, under the settings as they stand.
    pub(crate) fn of<'a>(house: &House, seen: impl IntoIterator<Item = &'a Seen>) -> Self {
        let home = house.home();
        let none = house.words().say("title-none", &[]);
        let busy = seen
            .into_iter()
            .filter(|one| one.touchpoint.is_busy())
            .filter_map(|one| {
                Some(Busy {
                    span: one.span(home)?,
                    title: one.title(&none),
                    takes: one.touchpoint.takes(),
                })
            });
        Self {
            busy: busy.collect(),
            settings: house.rules(),
            home,
        }
    }

    /// The same under other settings.
    pub(crate) fn under(self, settings: Settings) -> Self {
        Self {
            settings: Arc::new(settings),
            ..self
        }
    }

    /// The same with one thing more in it.
    pub(crate) fn with(mut self, one: Busy) -> Self {
        self.busy.push(one);
        self
    }

    /// For a question that is asked once.
    pub(crate) fn days(&self) -> Days<'_> {
        Days {
            busy: &self.busy,
            settings: &self.settings,
            home: self.home,
        }
    }

    /// For many questions of the same days.
    pub(crate) fn agenda(&self) -> Agenda<'_> {
        Agenda::of(self.days())
    }
}
