//! What a reason can be made of, from what is known: each piece one keystroke. Deterministic, and read from the client's
//! own records and its market's only, so that it costs the same beside fifty thousand other clients.

use domain::{ClientId, Contact, Kind, Market, Owner, Question, State, Touchpoint, clean_line};
use words::Arg;

use super::{Walked, walked};
use crate::contacts;
use crate::fault::Fault;
use crate::house::House;
use crate::markets;
use crate::met;
use crate::seen::Seen;

/// Where a piece comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum From {
    /// A promise of ours that is due, or open.
    Promise,
    /// A need nothing answered yet.
    Need,
    /// What changed in their market.
    Market,
    /// What the path's next step is for.
    Step,
    /// What was said last time.
    Last,
    /// Premises, workshop or reception nobody of ours has seen.
    Unseen,
    /// Somebody there one has never met.
    Unmet,
}

/// A piece a reason can be made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Material {
    /// Where it comes from.
    pub from: From,
    /// The question it answers.
    pub question: Question,
    /// The answer, in the person's words.
    pub text: String,
}

/// Pieces of one kind at most.
const EACH: usize = 3;

/// The contacts of a client looked at, at most: somebody unmet among them is enough.
const PEOPLE_MOST: usize = 60;

/// What a reason for a client can be made of, the most pressing first. Nothing that was the last reason already.
pub fn material(house: &House, id: ClientId) -> Result<Vec<Material>, Fault> {
    let path = walked(house, id)?;
    let unmet = unmet(house, &path, people(house, id)?);
    Ok(of(house, &path, &unmet))
}

/// The same of a path that is read, with the names of those nobody has met.
pub(super) fn of(house: &House, path: &Walked, unmet: &[String]) -> Vec<Material> {
    let Walked {
        client,
        coming,
        past,
        trail,
        market,
    } = path;
    if client.objection.is_some() {
        return Vec::new();
    }
    let words = house.words();
    let say = |id: &str, text: &str| words.say(id, &[("text", Arg::from(text))]);
    let mut found = Vec::new();
    let mut piece = |from, question, text: String| {
        found.push(Material {
            from,
            question,
            text: clean_line(&text, Touchpoint::LINE_MOST),
        })
    };
    let mut ours: Vec<_> = client
        .promises
        .iter()
        .filter(|one| one.is_open() && one.owner == Owner::Us)
        .collect();
    ours.sort_by_key(|one| (one.due.is_none(), one.due));
    for promise in ours.into_iter().take(EACH) {
        piece(
            From::Promise,
            Question::Bring,
            say("material-promise", &promise.words),
        );
    }
    for need in client
        .needs
        .iter()
        .rev()
        .filter(|need| need.is_open())
        .take(EACH)
    {
        piece(
            From::Need,
            Question::Clarify,
            say("material-need", &need.words),
        );
    }
    if let Some(market) = market
        && market.has_news(house.now_wall().date())
    {
        piece(From::Market, Question::Bring, news(house, market));
    }
    let step = trail.ghosts.iter().find_map(|ghost| ghost.step);
    if let Some(step) = step.and_then(|at| client.course.as_ref()?.steps.get(at))
        && !step.aim.is_empty()
    {
        piece(From::Step, Question::Clarify, step.aim.clone());
    }
    if let Some(last) = last_word(past) {
        piece(From::Last, Question::Bring, say("material-last", last));
    }
    for unseen in unseen(past) {
        piece(From::Unseen, Question::Astonish, words.say(unseen, &[]));
    }
    for name in unmet.iter().take(EACH) {
        piece(From::Unmet, Question::Clarify, say("material-unmet", name));
    }
    // The gate's own last reason: what is to come furthest off, then what is past.
    let last =
        coming.iter().rev().chain(past).find(|one| {
            one.touchpoint.state != State::Cancelled && !one.touchpoint.reason.is_empty()
        });
    found.retain(|one| {
        let reason = reason_of(one);
        reason
            .weakness(last.map(|last| &last.touchpoint.reason))
            .is_none()
    });
    found
}

/// How a market stands, since when, and what it changes, or else why.
fn news(house: &House, market: &Market) -> String {
    let words = house.words();
    let today = house.now_wall().date();
    let mut text = words.say(
        "material-market",
        &[
            ("name", Arg::from(market.name.as_str())),
            ("state", Arg::from(markets::word(market.state))),
        ],
    );
    if let Some(since) = market.since {
        let id = if since > today {
            "material-market-from"
        } else {
            "material-market-since"
        };
        let day = words.date(since, today);
        text = words.say(id, &[("text", Arg::from(text)), ("day", Arg::from(day))]);
    }
    let detail = [&market.changes, &market.cause].into_iter();
    match detail.into_iter().find(|detail| !detail.is_empty()) {
        Some(detail) => words.say(
            "material-market-detail",
            &[
                ("text", Arg::from(text)),
                ("detail", Arg::from(detail.as_str())),
            ],
        ),
        None => text,
    }
}

/// A reason made of one piece.
fn reason_of(one: &Material) -> domain::Reason {
    let text = one.text.clone();
    let mut reason = domain::Reason::default();
    match one.question {
        Question::Bring => reason.bring = text,
        Question::Astonish => reason.astonish = text,
        Question::Clarify => reason.clarify = text,
    }
    reason
}

/// The outcome of the last touchpoint that had one; `past` has the latest first.
fn last_word(past: &[Seen]) -> Option<&str> {
    past.iter()
        .filter(|one| one.touchpoint.state == State::Held)
        .find_map(|one| {
            one.touchpoint
                .outcome
                .lines()
                .find(|line| !line.trim().is_empty())
        })
}

/// What nobody has seen there, by the message that says it; nothing once all of it was.
fn unseen(past: &[Seen]) -> Vec<&'static str> {
    let visits = || {
        past.iter().filter(|one| {
            one.touchpoint.kind == Kind::InPerson && one.touchpoint.state == State::Held
        })
    };
    [
        (
            "material-workshop",
            visits().any(|one| one.touchpoint.sights.workshop),
        ),
        (
            "material-premises",
            visits().any(|one| one.touchpoint.sights.premises),
        ),
    ]
    .into_iter()
    .filter(|(_, seen)| !seen)
    .map(|(id, _)| id)
    .take(1)
    .collect()
}

/// The living contacts of a client who may be contacted, by name.
pub(super) fn people(house: &House, id: ClientId) -> Result<Vec<Contact>, Fault> {
    let mut people = Vec::new();
    for key in contacts::keys_of(house, Some(id))?
        .into_iter()
        .take(PEOPLE_MOST)
    {
        people.extend(house.store.get::<Contact>(key)?);
    }
    people.retain(|one| one.archived_at.is_none() && one.objection.is_none());
    Ok(people)
}

/// Names of those among a client's people nobody has met in any way.
pub(super) fn unmet(house: &House, path: &Walked, mut people: Vec<Contact>) -> Vec<String> {
    let Walked { past, .. } = path;
    people.retain(|one| !one.name.is_empty());
    let seen_there = |name: &str| {
        past.iter().any(|one| {
            let colleagues = &one.touchpoint.sights.colleagues;
            colleagues
                .iter()
                .any(|seen| domain::folded_name(seen) == domain::folded_name(name))
        })
    };
    people
        .into_iter()
        .filter(|one| one.met.is_empty() && !met::any(house, one, past) && !seen_there(&one.name))
        .map(|one| one.name)
        .collect()
}
