//! Reminders in words: what a notification says, and the line of the tray's menu.

use chrono::{DateTime, Days, Utc};
use domain::{Kind, Question, State, Zone};
use words::{Arg, Words};

use super::book;
use crate::days;
use crate::fault::Fault;
use crate::house::House;
use crate::seen::Seen;

/// How far ahead the next touchpoint is named, in days.
const AHEAD: u64 = 7;
/// Touchpoints one notification names at most.
const MOST: usize = 3;

/// What a notification says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// `14:30 Visio · Fromagerie du Lac`.
    pub title: String,
    /// The reason, a line an answer.
    pub body: String,
}

/// One notification for everything that rings at once; nothing when nothing does.
pub fn said(house: &House, rings: &[Seen]) -> Option<Said> {
    let words = house.words();
    match rings {
        [] => None,
        [one] => Some(Said {
            title: head(house, &words, one),
            body: why(&words, one, "\n"),
        }),
        many => {
            let line =
                |one: &Seen| format!("{} — {}", head(house, &words, one), why(&words, one, " · "));
            let mut lines: Vec<String> = many.iter().take(MOST).map(line).collect();
            if many.len() > MOST {
                let more = [("count", Arg::from(many.len() - MOST))];
                lines.push(words.say("reminder-more", &more));
            }
            Some(Said {
                title: words.say("reminder-many", &[("count", many.len().into())]),
                body: lines.join("\n"),
            })
        }
    }
}

/// The next touchpoint, for the tray's menu; nothing when the week is free.
pub fn next_line(house: &House) -> Result<Option<String>, Fault> {
    let (now, today, home) = (house.clock.now(), house.now_wall().date(), house.home());
    let until = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
    let next = days::between(house, today, until)?
        .into_iter()
        .filter(|one| one.touchpoint.state == State::Planned && book::cue(house, one).is_some())
        .find(|one| one.span(home).is_some_and(|span| span.start >= now));
    Ok(next.map(|one| head(house, &house.words(), &one)))
}

/// `14:30 Visio · Fromagerie du Lac`.
fn head(house: &House, words: &Words, seen: &Seen) -> String {
    let untitled = words.say("title-none", &[]);
    let who = match &seen.client {
        Some((_, name)) => name.clone(),
        None => seen.title(&untitled),
    };
    let start = seen.span(house.home()).map(|span| span.start);
    let when = start
        .map(|start| when(house, words, start))
        .unwrap_or_default();
    match kind(seen.touchpoint.kind) {
        Some(kind) => format!("{when} {} · {who}", words.say(kind, &[])),
        None => format!("{when} · {who}"),
    }
}

fn kind(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Phone => Some("reminder-phone"),
        Kind::Video => Some("reminder-video"),
        Kind::InPerson => Some("reminder-visit"),
        Kind::Other => None,
    }
}

/// The reason, or that there is none yet; for what meets nobody, what it is.
fn why(words: &Words, seen: &Seen, between: &str) -> String {
    let reason = &seen.touchpoint.reason;
    let answers: Vec<String> = reason
        .answers()
        .map(|(question, answer)| {
            let id = match question {
                Question::Bring => "reminder-bring",
                Question::Astonish => "reminder-astonish",
                Question::Clarify => "reminder-clarify",
            };
            words.say(id, &[("answer", answer.into())])
        })
        .collect();
    if !answers.is_empty() {
        answers.join(between)
    } else if reason.urgent {
        words.say("reminder-urgent", &[])
    } else if seen.touchpoint.wants_reason() {
        words.say("reminder-without-reason", &[])
    } else {
        seen.title(&words.say("title-none", &[]))
    }
}

/// `14:30` today, `jeu. 26 nov. 14:30` on another day.
pub(super) fn when(house: &House, words: &Words, at: DateTime<Utc>) -> String {
    let (wall, today) = (
        Zone::Floating.wall(at, house.home()),
        house.now_wall().date(),
    );
    if wall.date() == today {
        words.time(wall.time())
    } else {
        words.wall(wall, today)
    }
}
