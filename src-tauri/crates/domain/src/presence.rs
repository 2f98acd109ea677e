//! When one may be disturbed: within working hours, on days that are worked.

use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::{Settings, Zone};

/// How far ahead a worked day is looked for, in days: longer leave is no leave.
const AHEAD: u64 = 400;

/// The hours somebody works, at home.
#[derive(Debug, Clone)]
pub struct Presence<'a> {
    settings: &'a Settings,
    home: Tz,
}

impl<'a> Presence<'a> {
    /// The presence these settings say; wall times are those of `home`.
    pub fn of(settings: &'a Settings, home: Tz) -> Self {
        Self { settings, home }
    }

    /// Whether one works at that instant.
    pub fn is_there(&self, at: DateTime<Utc>) -> bool {
        let wall = Zone::Floating.wall(at, self.home);
        self.settings
            .open_on(wall.date())
            .is_some_and(|hours| (hours.from..hours.until).contains(&wall.time()))
    }

    /// The first instant, `at` or after it, at which one works; `None` for somebody who does not within a year.
    pub fn first(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        if self.is_there(at) {
            return Some(at);
        }
        self.mornings(Zone::Floating.wall(at, self.home).date())
            .find(|morning| *morning >= at)
    }

    /// When work begins on the first worked day after that of `at`.
    pub fn next_morning(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let tomorrow = Zone::Floating.wall(at, self.home).date().succ_opt()?;
        self.mornings(tomorrow).next()
    }

    /// When work begins, from a day on; twice where the clock shows that minute twice.
    fn mornings(&self, from: NaiveDate) -> impl Iterator<Item = DateTime<Utc>> {
        (0..AHEAD)
            .filter_map(move |days| from.checked_add_days(Days::new(days)))
            .filter_map(|date| Some((date, self.settings.open_on(date)?)))
            .flat_map(|(date, hours)| {
                let wall = date.and_time(hours.from);
                [false, true].map(|later| Zone::Iana(self.home).instant(wall, later, self.home).0)
            })
            .filter(|morning| self.is_there(*morning))
    }
}
