//! Air, both ways between the domain's words and the wire's.

use chrono::{NaiveTime, Timelike};
use domain as d;
use planner as p;
use words::Arg;
use workflows::air as w;

use crate as x;
use crate::Eye;
use crate::convert::same;
use crate::text;

same!(d::Purpose, x::Purpose: Meeting, Air, Freed, Work, Preparation, Travel);
same!(w::Use, x::FreedUse: Nothing, Work);

impl From<&p::Breath> for x::Breath {
    fn from(
        p::Breath {
            kept,
            wanted,
            over: _,
            pieces: _,
            laid,
            eats,
            lunch,
            video,
            row,
        }: &p::Breath,
    ) -> Self {
        let ends = |piece: &p::Piece| (piece.from, piece.until);
        Self {
            kept: *kept,
            wanted: *wanted,
            laid: laid.iter().map(ends).collect(),
            eats: *eats,
            lunch: lunch.as_ref().map(ends),
            video: *video,
            row: *row,
        }
    }
}

impl From<d::Buffer> for x::BufferSheet {
    fn from(d::Buffer { before, after }: d::Buffer) -> Self {
        Self { before, after }
    }
}

impl From<x::BufferSheet> for d::Buffer {
    fn from(x::BufferSheet { before, after }: x::BufferSheet) -> Self {
        Self { before, after }
    }
}

impl From<d::AirRules> for x::AirSheet {
    fn from(
        d::AirRules {
            day,
            piece,
            lunch,
            video,
            row,
            pause,
            buffers,
        }: d::AirRules,
    ) -> Self {
        let minute = |time: NaiveTime| time.hour() * 60 + time.minute();
        Self {
            day,
            piece,
            lunch_from: minute(lunch.from),
            lunch_until: minute(lunch.until),
            lunch_minutes: lunch.minutes,
            video,
            row,
            pause,
            phone: buffers.phone.into(),
            by_video: buffers.video.into(),
            in_person: buffers.in_person.into(),
        }
    }
}

impl From<x::AirSheet> for d::AirRules {
    /// Figures that mean nothing are put where they mean something.
    fn from(sheet: x::AirSheet) -> Self {
        let time = |minute: u32| {
            NaiveTime::from_num_seconds_from_midnight_opt(minute.min(24 * 60 - 1) * 60, 0)
                .unwrap_or_default()
        };
        Self {
            day: sheet.day,
            piece: sheet.piece,
            lunch: d::Lunch {
                from: time(sheet.lunch_from),
                until: time(sheet.lunch_until),
                minutes: sheet.lunch_minutes,
            },
            video: sheet.video,
            row: sheet.row,
            pause: sheet.pause,
            buffers: d::Buffers {
                phone: sheet.phone.into(),
                video: sheet.by_video.into(),
                in_person: sheet.in_person.into(),
            },
        }
        .within_reason()
    }
}

fn shared(w::Shared { kept, of }: w::Shared) -> x::Shared {
    x::Shared { kept, of }
}

impl Eye<'_> {
    /// What a week owes.
    pub(crate) fn week_air(&self, monday: chrono::NaiveDate, ledger: &p::Ledger) -> x::WeekAir {
        x::WeekAir {
            monday: monday.to_string(),
            owed: ledger.owed.iter().map(|day| day.minutes).sum(),
            repaid: ledger.repaid,
            left: ledger.left,
        }
    }

    /// Days with the air some rules would give them.
    pub fn breaths(&self, days: &[(chrono::NaiveDate, p::Breath)]) -> Vec<x::DayBreath> {
        let day = |(date, breath): &(chrono::NaiveDate, p::Breath)| x::DayBreath {
            date: date.to_string(),
            breath: breath.into(),
        };
        days.iter().map(day).collect()
    }

    /// What goes where the meeting goes.
    pub(crate) fn follows(&self, one: &workflows::Followed) -> x::Follows {
        let touchpoint = &one.touchpoint;
        let stands = touchpoint.slot.map(|slot| self.when(slot));
        let (when, moves) = match one.follow {
            p::Follow::Goes { from, until } => {
                (self.words().range(from, until, self.today()), true)
            }
            p::Follow::Stays | p::Follow::Stuck(_) => (stands.unwrap_or_default(), false),
        };
        let title = if touchpoint.title.is_empty() {
            self.untitled.clone()
        } else {
            touchpoint.title.clone()
        };
        let stuck = one.is_stuck().then(|| {
            let why = one.rules().first().map(|rule| self.rule(rule));
            let args = [
                ("title", Arg::from(title.as_str())),
                ("why", Arg::from(why.unwrap_or_default())),
            ];
            self.words().say("verdict-stuck", &args)
        });
        x::Follows {
            title,
            purpose: touchpoint.purpose.into(),
            when,
            moves,
            stuck: stuck.unwrap_or_default(),
        }
    }

    /// A week looked back at.
    pub fn look_back(&self, week: &w::LookBack) -> x::LookBack {
        x::LookBack {
            monday: week.monday.to_string(),
            days: week
                .air
                .iter()
                .map(|(date, air)| x::DayKept {
                    label: self.words().day(*date, self.today()),
                    air: shared(*air),
                })
                .collect(),
            owed: week.owed,
            without_reason: week.without_reason,
            urgent: week.urgent,
            promises: shared(week.promises),
        }
    }

    /// A rule of air in a sentence; `None` for the others.
    pub(crate) fn air_rule(&self, rule: &p::Rule) -> Option<String> {
        let length = |minutes: u32| Arg::from(self.words().length(minutes));
        let say = |id: &str, args: &[(&str, Arg)]| Some(self.words().say(id, args));
        match rule {
            p::Rule::OnAir { from, until, .. } => say(
                "verdict-on-air",
                &[(
                    "hours",
                    self.words().hours(from.time(), until.time()).into(),
                )],
            ),
            p::Rule::Air { after, of, .. } => say(
                "verdict-air",
                &[("left", length(*after)), ("of", length(*of))],
            ),
            p::Rule::Lunch {
                from,
                until,
                minutes,
            } => say(
                "verdict-lunch",
                &[
                    ("hours", self.words().hours(*from, *until).into()),
                    ("length", length(*minutes)),
                ],
            ),
            p::Rule::Video { minutes, most, .. } => say(
                "verdict-video",
                &[("length", length(*minutes)), ("most", length(*most))],
            ),
            p::Rule::Row {
                videos,
                most,
                pause,
            } => say(
                "verdict-row",
                &[
                    ("videos", Arg::from(*videos)),
                    ("most", Arg::from(*most)),
                    ("pause", length(*pause)),
                ],
            ),
            p::Rule::Buffer { with, minutes } => say(
                "verdict-buffer",
                &[
                    ("title", Arg::from(with.as_str())),
                    ("length", length(*minutes)),
                ],
            ),
            p::Rule::Unfit { spot, what } => {
                let id = match what {
                    d::Unfit::Video => "verdict-unfit-video",
                    d::Unfit::Confidential => "verdict-unfit-confidential",
                };
                say(id, &[("spot", Arg::from(spot_key(*spot)))])
            }
            p::Rule::Overlap { .. } | p::Rule::OutOfHours { .. } | p::Rule::DayOff => None,
        }
    }
}

/// How the messages know a place.
fn spot_key(spot: d::Spot) -> &'static str {
    match spot {
        d::Spot::Home => "home",
        d::Spot::Office => "office",
        d::Spot::Booth => "booth",
        d::Spot::Client => "client",
        d::Spot::Train => "train",
        d::Spot::Other => "other",
    }
}

/// Which week a day belongs to, for a command.
pub fn monday(text: &str) -> Result<chrono::NaiveDate, x::Malformed> {
    Ok(workflows::days::monday_of(text::date(text)?))
}
