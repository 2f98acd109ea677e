//! Departures, shown.

use chrono::{DateTime, Utc};
use domain::{Departure, Mailbox, Method, Zone};
use workflows::departures::{Change, Departures, Informed, Line, Standing};

use crate as x;
use crate::{Eye, number, text};

impl From<Mailbox> for x::MailboxSheet {
    fn from(Mailbox { name, email }: Mailbox) -> Self {
        Self { name, email }
    }
}

impl From<x::MailboxSheet> for Mailbox {
    fn from(x::MailboxSheet { name, email }: x::MailboxSheet) -> Self {
        Self { name, email }
    }
}

impl From<&Departure> for x::DepartureKind {
    fn from(departure: &Departure) -> Self {
        match departure.what {
            Method::Request => Self::Request,
            Method::Cancel if departure.uninvites => Self::Uninvite,
            Method::Cancel => Self::Cancel,
        }
    }
}

impl From<Change> for x::DepartureChange {
    fn from(change: Change) -> Self {
        match change {
            Change::Time => Self::Time,
            Change::Repeats => Self::Repeats,
            Change::Place => Self::Place,
            Change::Link => Self::Link,
            Change::Title => Self::Title,
            Change::People => Self::People,
        }
    }
}

impl Eye<'_> {
    /// The queue.
    pub fn departures(&self, all: Departures) -> x::DepartureList {
        let lines = |lines: Vec<Line>| lines.into_iter().map(|one| self.departure(one)).collect();
        x::DepartureList {
            waiting: lines(all.waiting),
            informed: lines(all.informed),
        }
    }

    /// Where the invitation to a touchpoint stands.
    pub fn standing(&self, standing: &Standing) -> x::DepartureStanding {
        let told = standing.informed.as_ref();
        x::DepartureStanding {
            waiting: standing.waiting.as_ref().map(Into::into),
            told: told.map(Into::into),
            told_at: told.and_then(Departure::informed_at).map(|at| self.at(at)),
            can_prepare: standing.can_prepare,
        }
    }

    /// What a press left behind.
    pub fn told(&self, informed: Informed) -> x::Told {
        x::Told {
            done: self.done(informed.done),
            draft: informed.draft.url,
            left_out: number(informed.draft.left_out as u64),
        }
    }

    fn departure(&self, line: Line) -> x::DepartureLine {
        let Line {
            departure,
            seen,
            title,
            when,
            changes,
        } = line;
        let client = seen.as_ref().and_then(|seen| seen.client.as_ref());
        x::DepartureLine {
            id: departure.id.to_string(),
            touchpoint: seen.as_ref().map(|seen| seen.touchpoint.id.to_string()),
            occurrence: seen
                .as_ref()
                .and_then(|seen| seen.occurrence.map(text::of_moment)),
            kind: seen
                .as_ref()
                .map_or(x::Kind::Other, |seen| seen.touchpoint.kind.into()),
            what: (&departure).into(),
            informed: departure.informed_at().map(|at| self.at(at)),
            title,
            client: client.map(|(id, name)| x::ClientRef {
                id: id.to_string(),
                name: name.clone(),
            }),
            to: departure.to.into_iter().map(Into::into).collect(),
            when,
            sequence: departure.sequence,
            changes: changes.into_iter().map(Into::into).collect(),
        }
    }

    fn at(&self, at: DateTime<Utc>) -> String {
        let wall = Zone::Floating.wall(at, self.home());
        self.words().wall(wall, self.today())
    }
}
