//! The press: an iTIP file where the person says, a mail draft to go with it, and the queue knows.

use std::path::Path;

use domain::{Asked, Departure, DepartureId, Mailbox, Method, Reason, Touchpoint};
use exchange::Message;

use super::draft::{Draft, draft};
use super::{asked, departure, known, list, said, subject};
use crate::done::{Done, Said};
use crate::export;
use crate::fault::Fault;
use crate::house::House;
use crate::note;

/// What a press left behind.
#[derive(Debug, Clone)]
pub struct Informed {
    /// For the toast.
    pub done: Done,
    /// The mail to be opened.
    pub draft: Draft,
}

/// A name for the file of a departure, `invitation-visio-lac.ics`, once the person said who invites.
pub fn file_name(house: &House, id: DepartureId) -> Result<String, Fault> {
    const NAME_MOST: usize = 48;
    me(house)?;
    let departure = departure(house, id)?;
    let title = said::title(house, &departure, list::seen(house, &departure).as_ref());
    let kind = match departure.what {
        Method::Request => "departure-file-request",
        Method::Cancel => "departure-file-cancel",
    };
    let words: Vec<String> = domain::fold(&title)
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let name: String = [house.words().say(kind, &[])]
        .into_iter()
        .chain(words)
        .collect::<Vec<_>>()
        .join("-")
        .chars()
        .take(NAME_MOST)
        .collect();
    Ok(format!("{}.ics", name.trim_end_matches('-')))
}

/// Writes what waits to `path` as a calendar message, notes that they are told, and gives the mail that goes with it.
/// The file is written before the note: a press that fails half-way leaves the departure waiting.
pub fn inform(house: &House, id: DepartureId, path: &Path) -> Result<Informed, Fault> {
    let _gate = house.gate();
    let me = me(house)?;
    let waiting = departure(house, id)?;
    let seen = list::seen(house, &waiting).ok_or_else(Fault::gone)?;
    let touchpoint = match waiting.what {
        Method::Request => subject(house, &seen)?,
        Method::Cancel => seen.touchpoint.clone(),
    };
    let told = as_it_stands(house, waiting, &touchpoint)?;
    let now = house.clock.now();
    let informed = told.informed(now).ok_or_else(Fault::gone)?;
    let why = why(&touchpoint.reason);
    let summary = summary(house, &informed, &touchpoint);
    let bytes = exchange::message(
        &Message {
            departure: &informed,
            uid: &touchpoint.source.uid,
            organizer: &me,
            summary: &summary,
            description: &why,
            stamp: now,
        },
        house.home(),
    );
    export::bytes_to(path, &bytes)?;
    let title = said::title(house, &informed, Some(&seen));
    let note = note::of(house, "departure-informed", &[("title", title)]);
    let ((), receipt) = house.store.commit(note, |tx| tx.put(&informed))?;
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let draft = draft(house, &informed, &summary, &why, &file);
    let said = Said::new("said-departure-informed").with("file", file.into_owned());
    Ok(Informed {
        done: Done::of(house, said, None, receipt.seq)?,
        draft,
    })
}

/// Who invites; without an address there is nobody to answer to.
fn me(house: &House) -> Result<Mailbox, Fault> {
    Some(house.rules().me.clone())
        .filter(|me| Mailbox::is_address(&me.email))
        .ok_or_else(|| Fault::invalid("error-me"))
}

/// What waits, brought to how its touchpoint stands at the press: an import or the trash of its client may have changed
/// it since without asking anybody. What would say something else by now is not said.
fn as_it_stands(
    house: &House,
    waiting: Departure,
    touchpoint: &Touchpoint,
) -> Result<Departure, Fault> {
    if waiting.what == Method::Cancel && !waiting.uninvites {
        return Ok(waiting);
    }
    let asked: Option<Asked> = asked(house, touchpoint);
    let asked = asked.ok_or_else(|| Fault::invalid("error-not-ours"))?;
    let known = known(house, waiting.about(), touchpoint)?;
    let (id, now) = (waiting.id, house.clock.now());
    let next = if waiting.uninvites {
        Departure::uninvite(&known, &asked, id, now)
    } else {
        Departure::ask(&known, asked, id, now)
    };
    match next {
        None => Ok(waiting),
        Some(next) if next.is_waiting() && next.what == waiting.what => Ok(next),
        Some(_) => Err(Fault::invalid("error-nothing-to-tell")),
    }
}

/// The reason, a line an answer. Nothing else of the touchpoint explains it to its guests.
fn why(reason: &Reason) -> String {
    [&reason.bring, &reason.astonish, &reason.clarify]
        .into_iter()
        .filter(|line| !line.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join("\n")
}

/// What its guests read as its title. Never its client's name, which is the house's own word for them: without a title
/// of its own it is called by how one meets.
fn summary(house: &House, told: &Departure, touchpoint: &Touchpoint) -> String {
    if !told.told.title.is_empty() {
        return told.told.title.clone();
    }
    let kind = match touchpoint.kind {
        domain::Kind::Phone => "departure-phone",
        domain::Kind::Video => "departure-video",
        domain::Kind::InPerson => "departure-in-person",
        domain::Kind::Other => "departure-other",
    };
    house.words().say(kind, &[])
}
