//! A touchpoint as it is seen in time: itself, or one occurrence of a series.

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::{ClientId, Moment, Slot, Span, Touchpoint, TouchpointId};

/// A touchpoint, or one occurrence of a series, with its client's name.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The touchpoint; for an occurrence, its series with the occurrence's slot.
    pub touchpoint: Touchpoint,
    /// For one of a series: where its rule puts it.
    pub occurrence: Option<Moment>,
    /// With which client.
    pub client: Option<(ClientId, String)>,
}

impl Seen {
    /// When it is, or nothing in the tray.
    pub fn slot(&self) -> Option<Slot> {
        self.touchpoint.slot
    }

    /// Whether it is one of a series.
    pub fn repeats(&self) -> bool {
        self.occurrence.is_some() || self.touchpoint.recurrence.is_some()
    }

    /// The series it belongs to, when that is here.
    pub fn series(&self) -> Option<TouchpointId> {
        match &self.touchpoint.occurrence {
            Some(one) => one.series,
            None => self
                .touchpoint
                .recurrence
                .as_ref()
                .map(|_| self.touchpoint.id),
        }
    }

    /// What sentences call it: its title, else its client, else `none`.
    pub fn title(&self, none: &str) -> String {
        let name = self.client.as_ref().map(|(_, name)| name.as_str());
        [self.touchpoint.title.as_str()]
            .into_iter()
            .chain(name)
            .find(|text| !text.is_empty())
            .unwrap_or(none)
            .to_owned()
    }

    /// Its instants.
    pub fn span(&self, home: Tz) -> Option<Span> {
        self.touchpoint.span(home)
    }

    /// The first and the last day of `home` it touches.
    pub fn days(&self, home: Tz) -> Option<(NaiveDate, NaiveDate)> {
        let slot = self.slot()?;
        if slot.is_all_day() {
            let last = slot.end_wall().date().pred_opt()?;
            return Some((slot.start_wall().date(), last.max(slot.start_wall().date())));
        }
        let span = slot.span(home);
        let wall = |at| domain::Zone::Floating.wall(at, home);
        let last = wall(span.end - chrono::Duration::seconds(i64::from(span.end > span.start)));
        Some((wall(span.start).date(), last.date()))
    }
}
