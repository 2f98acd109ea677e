//! What a concluding meeting is called, why it is, and the work that usually leads to one, in the person's words.

use domain::{Client, Owner, Reason, Touchpoint, clean_line};
use words::Arg;

use super::Work;
use crate::clients;
use crate::fault::Fault;
use crate::house::House;
use crate::seen::Seen;

/// Promises a reason names.
const NAMED: usize = 3;

/// Work that usually leads to a concluding meeting.
#[derive(Debug, Clone)]
pub struct Template {
    /// What it is called.
    pub name: String,
    /// The work, in order.
    pub work: Vec<Work>,
}

/// The templates, in the person's words; the first is the usual one, the last has no work.
pub fn templates(house: &House) -> Vec<Template> {
    let words = house.words();
    let work = |id: &str, minutes: u32| Work {
        title: words.say(id, &[]),
        minutes,
    };
    let template = |id: &str, work: Vec<Work>| Template {
        name: words.say(id, &[]),
        work,
    };
    vec![
        template(
            "between-offer",
            vec![work("between-offer-1", 60), work("between-offer-2", 30)],
        ),
        template(
            "between-proof",
            vec![work("between-proof-1", 60), work("between-proof-2", 30)],
        ),
        template(
            "between-contract",
            vec![
                work("between-contract-1", 45),
                work("between-contract-2", 30),
            ],
        ),
        template("between-nothing", Vec::new()),
    ]
}

/// What it is called.
pub(super) fn title(house: &House, first: &Seen) -> String {
    let words = house.words();
    let with = first.title(&words.say("title-none", &[]));
    let said = words.say("conclude-title", &[("title", Arg::from(with))]);
    clean_line(&said, Touchpoint::LINE_MOST)
}

/// Why: what was promised in that meeting, else what we owe, else a need that is open, else what was seen together.
pub(super) fn reason(house: &House, first: &Seen) -> Result<Reason, Fault> {
    let words = house.words();
    let client = match first.touchpoint.client {
        Some(id) => Some(clients::client(house, id)?),
        None => None,
    };
    let say = |id: &str, text: String| {
        clean_line(
            &words.say(id, &[("text", Arg::from(text))]),
            Touchpoint::LINE_MOST,
        )
    };
    let mut reason = Reason::default();
    let promised = client
        .as_ref()
        .map(|client| promises(client, &first.touchpoint))
        .unwrap_or_default();
    let need = client
        .as_ref()
        .and_then(|client| client.needs.iter().rev().find(|need| need.is_open()));
    if !promised.is_empty() {
        reason.bring = say("conclude-promised", promised.join(", "));
    } else if let Some(need) = need {
        reason.bring = say("conclude-need", need.words.clone());
    } else {
        let today = house.now_wall().date();
        let day = first
            .days(house.home())
            .map(|(day, _)| words.day(day, today));
        reason.bring = say("conclude-seen", day.unwrap_or_default());
    }
    Ok(reason)
}

/// The words of our open promises: those made in the meeting, else all of them.
fn promises(client: &Client, meeting: &Touchpoint) -> Vec<String> {
    let ours = || {
        client
            .promises
            .iter()
            .filter(|one| one.is_open() && one.owner == Owner::Us)
    };
    let made_there = || ours().filter(|one| one.touchpoint == Some(meeting.id));
    let said = |promises: &mut dyn Iterator<Item = &domain::Promise>| -> Vec<String> {
        promises.map(|one| one.words.clone()).take(NAMED).collect()
    };
    if made_there().next().is_some() {
        said(&mut made_there())
    } else {
        said(&mut ours())
    }
}
