//! Closing a touchpoint: what came of it, in one write. Its clock turns in that write, for it is read from it.

use chrono::NaiveDate;
use domain::{
    Client, Field, NeedId, PromiseId, PromiseState, Sights, State, Touchpoint, clean_line,
    clean_text,
};

use super::owed::{NeedGiven, PromiseGiven, put_need, put_promise};
use super::{Trail, walked};
use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::reschedule::Scope;
use crate::touchpoints::{Which, edited_records, going};
use crate::{clients, departures, note, reads};

/// What came of a touchpoint.
#[derive(Debug, Clone)]
pub struct Closing {
    /// Held, missed or cancelled; planned takes it back.
    pub state: State,
    /// One line.
    pub outcome: String,
    /// What was seen, in person.
    pub sights: Sights,
    /// Needs that were voiced, in their words.
    pub needs: Vec<String>,
    /// Needs that were answered by it.
    pub answered: Vec<NeedId>,
    /// Promises that were made.
    pub promises: Vec<PromiseGiven>,
    /// Promises that are kept by it.
    pub kept: Vec<PromiseId>,
    /// The day to look again.
    pub look_again: Option<NaiveDate>,
}

/// A touchpoint that is closed.
#[derive(Debug)]
pub struct Closed {
    /// What was done.
    pub done: Done,
    /// What the client's path asks for now; `None` without a client.
    pub trail: Option<Trail>,
}

/// Says what came of a touchpoint: one step to undo, whatever is said.
pub fn close(house: &House, which: Which, closing: Closing) -> Result<Closed, Fault> {
    let _gate = house.gate();
    let now = house.clock.now();
    let seen = reads::seen(house, which.id, which.occurrence)?;
    let mut targets = edited_records(house, &seen, Scope::This)?;
    let Some(touchpoint) = targets.first_mut() else {
        return Err(Fault::gone());
    };
    finish(touchpoint, &closing, now);
    let shown = touchpoint.id;
    let client = match touchpoint.client {
        Some(id) => Some(with_words(
            house,
            clients::client(house, id)?,
            &closing,
            shown,
        )?),
        None => None,
    };
    let going = going(house, &seen, Some(closing.state))?;
    let title = seen.title(&house.words().say("title-none", &[]));
    let args = [
        ("title", title),
        ("at", note::time(house, seen.slot())),
        ("what", state_name(closing.state)),
    ];
    let note = note::of(house, "closed", &args);
    let ((), receipt) = house.store.commit(note, |tx| {
        if let Some(client) = &client {
            tx.put(client)?;
        }
        departures::put(house, tx, &targets)?;
        going.iter().try_for_each(|one| tx.put(one))
    })?;
    let said = match closing.state {
        State::Held => "said-closed-held",
        State::Missed => "said-closed-missed",
        State::Cancelled => "said-closed-cancelled",
        State::Planned => "said-closed-again",
    };
    let seen = reads::seen(house, shown, which.occurrence)?;
    let client = client.map(|client| client.id);
    let done = Done::of(house, Said::new(said), Some(seen), receipt.seq)?;
    Ok(Closed {
        done: match closing.state {
            State::Planned => done,
            State::Held | State::Missed | State::Cancelled => done.leaving(house, client)?,
        },
        trail: match client {
            Some(client) => Some(walked(house, client)?.trail),
            None => None,
        },
    })
}

fn finish(touchpoint: &mut Touchpoint, closing: &Closing, now: chrono::DateTime<chrono::Utc>) {
    let outcome = clean_text(&closing.outcome, Touchpoint::TEXT_MOST);
    if touchpoint.state != closing.state {
        touchpoint.state = closing.state;
        touchpoint.mark(Field::State, now);
    }
    if touchpoint.outcome != outcome {
        touchpoint.outcome = outcome;
        touchpoint.mark(Field::Outcome, now);
    }
    let line = |text: &str| clean_line(text, Touchpoint::LINE_MOST);
    let names = closing.sights.colleagues.iter().map(|name| line(name));
    touchpoint.sights = Sights {
        colleagues: names
            .filter(|name| !name.is_empty())
            .take(Sights::COLLEAGUES_MOST)
            .collect(),
        mood: line(&closing.sights.mood),
        ..closing.sights.clone()
    };
    touchpoint.updated_at = now;
}

fn with_words(
    house: &House,
    mut client: Client,
    closing: &Closing,
    touchpoint: domain::TouchpointId,
) -> Result<Client, Fault> {
    for words in closing
        .needs
        .iter()
        .filter(|words| !words.trim().is_empty())
    {
        let given = NeedGiven {
            id: None,
            words: words.clone(),
            answer: String::new(),
            touchpoint: Some(touchpoint),
        };
        put_need(house, &mut client, given)?;
    }
    for given in closing
        .promises
        .iter()
        .filter(|one| !one.words.trim().is_empty())
    {
        let given = PromiseGiven {
            touchpoint: Some(touchpoint),
            ..given.clone()
        };
        put_promise(house, &mut client, given)?;
    }
    let today = house.now_wall().date();
    for need in &mut client.needs {
        if need.is_open() && closing.answered.contains(&need.id) {
            need.answered_on = Some(today);
            need.answer = clean_line(&closing.outcome, Touchpoint::LINE_MOST);
        }
    }
    for promise in &mut client.promises {
        if closing.kept.contains(&promise.id) {
            promise.state = PromiseState::Kept;
        }
    }
    if let Some(day) = closing.look_again {
        client.look_again = Some(day.max(today));
    }
    client.updated_at = house.clock.now();
    Ok(client)
}

/// A state as the history notes it.
fn state_name(state: State) -> String {
    let name = match state {
        State::Held => "held",
        State::Missed => "missed",
        State::Cancelled => "cancelled",
        State::Planned => "planned",
    };
    name.to_owned()
}
