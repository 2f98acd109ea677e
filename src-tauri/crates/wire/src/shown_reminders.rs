//! Reminders as the window is shown them, and the settings they follow.

use domain as d;
use workflows::reminders as w;

use crate as x;
use crate::Eye;
use crate::convert::same;

same!(d::Delay, x::Delay: TenMinutes, Hour, Morning, NextVideo);

impl From<d::Reminding> for x::RemindingSheet {
    fn from(d::Reminding { on, leads, to_tray }: d::Reminding) -> Self {
        let d::Leads {
            phone,
            video,
            in_person,
            other,
        } = leads;
        Self {
            on,
            phone,
            video,
            in_person,
            other,
            to_tray,
        }
    }
}

impl From<x::RemindingSheet> for d::Reminding {
    fn from(
        x::RemindingSheet {
            on,
            phone,
            video,
            in_person,
            other,
            to_tray,
        }: x::RemindingSheet,
    ) -> Self {
        let lead = |minutes: Option<u16>| minutes.map(|minutes| minutes.min(d::Leads::MOST));
        Self {
            on,
            leads: d::Leads {
                phone: lead(phone),
                video: lead(video),
                in_person: lead(in_person),
                other: lead(other),
            },
            to_tray,
        }
    }
}

impl From<d::Lead> for x::Lead {
    fn from(lead: d::Lead) -> Self {
        match lead {
            d::Lead::OfKind => Self::OfKind,
            d::Lead::Never => Self::Never,
            d::Lead::Minutes(minutes) => Self::Before { minutes },
        }
    }
}

impl From<x::Lead> for d::Lead {
    fn from(lead: x::Lead) -> Self {
        match lead {
            x::Lead::OfKind => Self::OfKind,
            x::Lead::Never => Self::Never,
            x::Lead::Before { minutes } => Self::Minutes(minutes.min(d::Leads::MOST)),
        }
    }
}

impl From<w::Choice> for x::Snooze {
    fn from(
        w::Choice {
            delay,
            until: _,
            when,
        }: w::Choice,
    ) -> Self {
        Self {
            delay: delay.into(),
            when,
        }
    }
}

impl Eye<'_> {
    /// Touchpoints one is reminded of.
    pub fn reminded(&self, seen: &[workflows::Seen]) -> Vec<x::Reminded> {
        seen.iter()
            .map(|one| x::Reminded {
                block: self.block(one),
                when: self.begins(one),
            })
            .collect()
    }

    /// `14:30`, or `jeu. 26 nov. 14:30` on another day.
    fn begins(&self, seen: &workflows::Seen) -> String {
        let Some(span) = seen.span(self.home()) else {
            return String::new();
        };
        let wall = d::Zone::Floating.wall(span.start, self.home());
        if wall.date() == self.today() {
            self.words().time(wall.time())
        } else {
            self.words().wall(wall, self.today())
        }
    }
}
