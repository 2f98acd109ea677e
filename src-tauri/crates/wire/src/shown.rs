//! What the window is shown: workflows' answers in the home zone and the person's words.

use chrono::{Datelike, NaiveDate};
use domain::{Client, Half, Slot, Zone};
use planner::{Level, Rule};
use words::{Arg, Words};
use workflows::{Answer, Done, House, Noted, Outcome, Seen, UndoState};

use crate as x;
use crate::text;

/// What showing needs: the house, read once for one answer.
pub struct Eye<'a> {
    house: &'a House,
    home: chrono_tz::Tz,
    pub(crate) words: std::sync::Arc<Words>,
    today: NaiveDate,
    pub(crate) untitled: String,
}

impl<'a> Eye<'a> {
    /// An eye on the house as it stands.
    pub fn on(house: &'a House) -> Self {
        let words = house.words();
        let untitled = words.say("title-none", &[]);
        Self {
            house,
            home: house.home(),
            words,
            today: house.now_wall().date(),
            untitled,
        }
    }

    /// The house itself.
    pub(crate) fn house(&self) -> &House {
        self.house
    }

    /// The person's words.
    pub(crate) fn words(&self) -> &Words {
        &self.words
    }

    /// The zone wall times are shown in.
    pub(crate) fn home(&self) -> chrono_tz::Tz {
        self.home
    }

    /// Today, as the clock on the person's wall says.
    pub(crate) fn today(&self) -> NaiveDate {
        self.today
    }

    /// A touchpoint as the calendar draws it.
    pub fn block(&self, seen: &Seen) -> x::Block {
        let touchpoint = &seen.touchpoint;
        let occurrence = seen.occurrence.map(text::of_moment);
        x::Block {
            key: match &occurrence {
                Some(occurrence) => format!("{}@{occurrence}", touchpoint.id),
                None => touchpoint.id.to_string(),
            },
            id: touchpoint.id.to_string(),
            occurrence,
            repeats: seen.repeats(),
            kind: touchpoint.kind.into(),
            purpose: touchpoint.purpose.into(),
            hangs_on: touchpoint.hangs_on.map(|id| id.to_string()),
            debt: touchpoint.debt,
            state: touchpoint.state.into(),
            title: seen.title(&self.untitled),
            client: seen.client.as_ref().map(|(id, name)| x::ClientRef {
                id: id.to_string(),
                name: name.clone(),
            }),
            reason: touchpoint.reason.clone().into(),
            place: touchpoint.place.clone(),
            link: touchpoint.link.as_ref().map(|link| link.service.into()),
            slot: seen.slot().map(|slot| self.slot(slot)),
            minutes: touchpoint.minutes(),
            transparent: touchpoint.transparent,
            wants_reason: touchpoint.wants_reason(),
            example: touchpoint.example,
        }
    }

    /// Many of them.
    pub fn blocks(&self, seen: &[Seen]) -> Vec<x::Block> {
        seen.iter().map(|one| self.block(one)).collect()
    }

    /// The days of a range, as the calendar draws them.
    pub fn calendar(
        &self,
        seen: &[Seen],
        from: NaiveDate,
        until: NaiveDate,
        revision: u64,
    ) -> Result<x::CalendarDays, workflows::Fault> {
        let settings = self.house.settings();
        let air = workflows::air::breathing(self.house, seen, from, until)?;
        let days = air.days.iter().map(|(date, breath)| x::CalendarDay {
            date: date.to_string(),
            hours: workflows::days::hours_in_minutes(&settings, *date),
            week: date.iso_week().week(),
            breath: breath.into(),
            holiday: self.holiday(settings.region.holiday(*date)),
            spots: Half::BOTH.map(|half| x::HalfSpot {
                spot: settings.spot_at(*date, half).map(Into::into),
                usual: settings.spots.is_usual(*date, half),
            }),
        });
        let weeks = air.weeks.iter();
        Ok(x::CalendarDays {
            blocks: self.blocks(seen),
            days: days.collect(),
            weeks: weeks
                .map(|(monday, week)| self.week_air(*monday, week))
                .collect(),
            revision: number(revision),
        })
    }

    fn slot(&self, slot: Slot) -> x::BlockSlot {
        let span = slot.span(self.home);
        let wall = |at| Zone::Floating.wall(at, self.home);
        let (start, end) = match slot {
            Slot::AllDay { .. } => (slot.start_wall(), slot.end_wall()),
            Slot::Timed { .. } => (wall(span.start), wall(span.end)),
        };
        x::BlockSlot {
            all_day: slot.is_all_day(),
            start: text::of_wall(start),
            end: text::of_wall(end),
            start_at: text::of_instant(span.start, self.home),
            end_at: text::of_instant(span.end, self.home),
            zone: self.foreign(slot).map(|zone| zone.name().to_owned()),
            there: self.there(slot),
        }
    }

    fn foreign(&self, slot: Slot) -> Option<chrono_tz::Tz> {
        Option::<chrono_tz::Tz>::from(slot.zone()).filter(|zone| *zone != self.home)
    }

    fn there(&self, slot: Slot) -> Option<String> {
        self.foreign(slot)?;
        Some(
            self.words
                .hours(slot.start_wall().time(), slot.end_wall().time()),
        )
    }

    /// What the rules say.
    pub fn verdict(&self, answer: &Answer) -> x::Verdict {
        let why = answer.verdict.rules.iter().map(|rule| self.rule(rule));
        let notes = answer.notes.iter().map(|note| self.note(*note));
        let stuck = answer.follows.iter().map(|one| self.follows(one).stuck);
        let stuck = stuck.filter(|why| !why.is_empty());
        x::Verdict {
            level: match answer.level() {
                Level::Free => x::Level::Free,
                Level::Tight => x::Level::Tight,
                Level::Refused => x::Level::Refused,
            },
            when: answer.slot.map(|slot| self.when(slot)).unwrap_or_default(),
            there: answer.slot.and_then(|slot| self.there(slot)),
            why: why.chain(notes).chain(stuck).collect(),
            debt: answer.verdict.debt(),
            follows: answer.follows.iter().map(|one| self.follows(one)).collect(),
            nearest: answer
                .verdict
                .nearest
                .iter()
                .filter_map(|start| self.nearby(answer, *start))
                .collect(),
        }
    }

    /// `jeu. 26 nov. · 13:00 – 14:00`, or the day.
    pub fn when(&self, slot: Slot) -> String {
        if slot.is_all_day() {
            return self.words.day(slot.start_wall().date(), self.today);
        }
        let span = slot.span(self.home);
        let wall = |at| Zone::Floating.wall(at, self.home);
        self.words
            .range(wall(span.start), wall(span.end), self.today)
    }

    fn nearby(&self, answer: &Answer, start: chrono::NaiveDateTime) -> Option<x::Nearby> {
        let x::Target::Timed { minutes, .. } = answer.to.into() else {
            return None;
        };
        let to = x::Target::Timed {
            start: text::of_wall(start),
            minutes,
        };
        let label = format!(
            "{} · {}",
            self.words.day(start.date(), self.today),
            self.words.time(start.time())
        );
        Some(x::Nearby { to, label })
    }

    pub(crate) fn rule(&self, rule: &Rule) -> String {
        if let Some(said) = self.air_rule(rule) {
            return said;
        }
        match rule {
            Rule::Overlap { with, from, until } if from.date() == until.date() => {
                let hours = self.words.hours(from.time(), until.time());
                self.words.say(
                    "verdict-overlap",
                    &[("title", Arg::from(with.as_str())), ("hours", hours.into())],
                )
            }
            Rule::Overlap { with, from, .. } => {
                let when = self.words.wall(*from, self.today);
                self.words.say(
                    "verdict-overlap-day",
                    &[("title", Arg::from(with.as_str())), ("when", when.into())],
                )
            }
            Rule::OutOfHours { from, until } => self.words.say(
                "verdict-out-of-hours",
                &[("hours", self.words.hours(*from, *until).into())],
            ),
            _ => self.words.say("verdict-day-off", &[]),
        }
    }

    fn note(&self, note: Noted) -> String {
        match note {
            Noted::Skipped(slot) => {
                let start = Zone::Floating.wall(slot.span(self.home).start, self.home);
                self.words.say(
                    "verdict-skipped",
                    &[("time", self.words.time(start.time()).into())],
                )
            }
            Noted::Twice => self.words.say("verdict-twice", &[]),
            Noted::CannotShift => self.words.say("verdict-no-shift", &[]),
        }
    }

    /// What a write answers.
    pub fn outcome(&self, outcome: Outcome) -> x::Outcome {
        match outcome {
            Outcome::Done(done) => x::Outcome::Done(Box::new(self.done(*done))),
            Outcome::Refused(answer) => x::Outcome::Refused(self.verdict(&answer)),
        }
    }

    /// What came of taking a line of the history back, or doing it again.
    pub fn turned(&self, turned: workflows::undo::Turned) -> x::Turned {
        match turned {
            workflows::undo::Turned::Done(done) => x::Turned::Done(Box::new(self.done(*done))),
            workflows::undo::Turned::Depends { on, together } => x::Turned::Depends {
                on: on.into_iter().map(x::HistoryLine::from).collect(),
                together,
            },
        }
    }

    /// A write that is on disk.
    pub fn done(&self, done: Done) -> x::Done {
        let Done {
            said,
            seen,
            client,
            scope,
            wants_next,
            undo,
            revision,
        } = done;
        x::Done {
            said,
            block: seen.as_ref().map(|seen| self.block(seen)),
            client: client.as_ref().map(client_ref),
            scope: scope.map(Into::into),
            wants_next: wants_next.map(|(id, name)| x::ClientRef {
                id: id.to_string(),
                name,
            }),
            undo: undo_state(undo),
            revision: number(revision),
        }
    }

    /// A touchpoint whole.
    pub fn sheet(&self, sheet: &workflows::touchpoints::Sheet) -> x::TouchpointSheet {
        let touchpoint = &sheet.seen.touchpoint;
        x::TouchpointSheet {
            block: self.block(&sheet.seen),
            title: touchpoint.title.clone(),
            participants: touchpoint
                .participants
                .iter()
                .cloned()
                .map(Into::into)
                .collect(),
            link_url: touchpoint.link.as_ref().map(|link| link.url.clone()),
            notes: touchpoint.notes.clone(),
            outcome: touchpoint.outcome.clone(),
            lead: touchpoint.lead.into(),
            confidential: touchpoint.confidential,
            sights: touchpoint.sights.clone().into(),
            repeats_in_words: sheet.series.as_ref().and_then(|series| {
                let rule = series.recurrence.as_ref()?;
                Some(workflows::describe(self.house, series, rule))
            }),
            source_name: sheet.source_name.clone(),
            trashed: touchpoint.trashed_at.is_some(),
        }
    }
}

/// A client named.
pub fn client_ref(client: &Client) -> x::ClientRef {
    x::ClientRef {
        id: client.id.to_string(),
        name: client.name.clone(),
    }
}

/// What undo and redo would do.
pub fn undo_state(UndoState { undo, redo }: UndoState) -> x::UndoState {
    x::UndoState { undo, redo }
}

/// A count or a sequence number; JavaScript's numbers are exact far beyond what 32 bits hold.
pub fn number(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
