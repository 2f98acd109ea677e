//! A fictional week, so that nobody meets an empty window. Invented names only; one press removes it.

use chrono::{Days, NaiveDate};
use domain::{
    Client, ClientId, Contact, Kind, Link, Origin, Place, Reason, Slot, State, Touchpoint, Zone,
};
use store::{Key, Record};

use crate::clock::dice;
use crate::days::monday_of;
use crate::done::{Done, Said};
use crate::examples_people::{self, COMPANIES};
use crate::fault::Fault;
use crate::house::House;
use crate::{examples_said, note, reads};

/// One touchpoint of the example week. Its words are `example-<name>` in `examples.ftl`.
struct Example {
    name: &'static str,
    client: usize,
    kind: Kind,
    /// Weekday from Monday, hour, minute; `None` waits in the tray.
    at: Option<(u64, u32, u32)>,
    minutes: u32,
    reason: Question,
}

#[derive(Clone, Copy)]
enum Question {
    Bring,
    Astonish,
    Clarify,
}

const fn example(
    name: &'static str,
    client: usize,
    kind: Kind,
    at: Option<(u64, u32, u32)>,
    minutes: u32,
    reason: Question,
) -> Example {
    Example {
        name,
        client,
        kind,
        at,
        minutes,
        reason,
    }
}

const WEEK: [Example; 16] = [
    example(
        "call-kerbrat",
        3,
        Kind::Phone,
        Some((0, 9, 0)),
        30,
        Question::Bring,
    ),
    example(
        "video-lac",
        0,
        Kind::Video,
        Some((0, 10, 0)),
        60,
        Question::Clarify,
    ),
    example(
        "video-fougeres-lundi",
        6,
        Kind::Video,
        Some((0, 14, 30)),
        45,
        Question::Astonish,
    ),
    example(
        "video-roch",
        1,
        Kind::Video,
        Some((1, 9, 30)),
        60,
        Question::Bring,
    ),
    example(
        "call-lefevre",
        2,
        Kind::Phone,
        Some((1, 14, 0)),
        30,
        Question::Clarify,
    ),
    example(
        "video-blanc-mardi",
        5,
        Kind::Video,
        Some((1, 16, 0)),
        45,
        Question::Bring,
    ),
    example(
        "visit-morel",
        2,
        Kind::InPerson,
        Some((2, 9, 0)),
        180,
        Question::Clarify,
    ),
    example(
        "video-port",
        3,
        Kind::Video,
        Some((2, 15, 0)),
        45,
        Question::Astonish,
    ),
    example(
        "video-brasserie",
        3,
        Kind::Video,
        Some((3, 9, 0)),
        45,
        Question::Clarify,
    ),
    example(
        "call-dubois",
        4,
        Kind::Phone,
        Some((3, 11, 0)),
        30,
        Question::Bring,
    ),
    example(
        "video-arts",
        4,
        Kind::Video,
        Some((4, 9, 0)),
        60,
        Question::Bring,
    ),
    example(
        "video-blanc",
        5,
        Kind::Video,
        Some((4, 10, 15)),
        60,
        Question::Clarify,
    ),
    example(
        "visit-faure",
        7,
        Kind::InPerson,
        Some((4, 15, 15)),
        90,
        Question::Clarify,
    ),
    example("tray-roch", 1, Kind::Video, None, 45, Question::Bring),
    example(
        "tray-morel",
        2,
        Kind::InPerson,
        None,
        120,
        Question::Clarify,
    ),
    example(
        "tray-fougeres",
        6,
        Kind::Phone,
        None,
        30,
        Question::Astonish,
    ),
];

/// What nobody said anything of yet, so that one sees where it is asked for.
const UNCLOSED: &str = "video-fougeres-lundi";

/// Puts the example week in, around today: one step to undo.
pub fn plant(house: &House) -> Result<Done, Fault> {
    let _gate = house.gate();
    let today = house.now_wall().date();
    let monday = monday_of(today);
    let companies: Vec<(Client, Place, Vec<Contact>)> = COMPANIES
        .iter()
        .enumerate()
        .map(|(order, company)| {
            let (mut client, place, people) = examples_people::made(house, order, company);
            examples_said::give(house, &mut client, monday);
            (client, place, people)
        })
        .collect();
    let ids: Vec<ClientId> = companies.iter().map(|(client, ..)| client.id).collect();
    let touchpoints: Vec<Touchpoint> = WEEK
        .iter()
        .enumerate()
        .map(|(order, one)| touchpoint(house, one, order, &ids, monday))
        .collect();
    let note = note::by(house, "examples", &[], Origin::Examples);
    let ((), receipt) = house.store.commit(note, |tx| {
        for (client, place, people) in &companies {
            tx.put(client)?;
            tx.put(place)?;
            people.iter().try_for_each(|contact| tx.put(contact))?;
        }
        touchpoints
            .iter()
            .try_for_each(|touchpoint| tx.put(touchpoint))
    })?;
    Done::of(house, Said::new("said-examples"), None, receipt.seq)
}

/// Takes the examples away, touched or not: one step to undo.
pub fn remove(house: &House) -> Result<Done, Fault> {
    let _gate = house.gate();
    let clients: Vec<Client> = reads::clients(house)?
        .into_iter()
        .filter(|client| client.example)
        .collect();
    let mut touchpoints: Vec<Touchpoint> = Vec::new();
    for client in &clients {
        touchpoints.extend(
            reads::of_client(house, client.id)?
                .into_iter()
                .filter(|one| one.example),
        );
    }
    touchpoints.extend(reads::tray(house)?.into_iter().filter(|one| one.example));
    touchpoints.extend(reads::trash(house)?.into_iter().filter(|one| one.example));
    let (contacts, places) = (
        made_up(house, |one: &Contact| one.example)?,
        made_up(house, |one: &Place| one.example)?,
    );
    let note = note::by(house, "examples-removed", &[], Origin::Examples);
    let ((), receipt) = house.store.commit(note, |tx| {
        touchpoints
            .iter()
            .try_for_each(|one| tx.remove::<Touchpoint>(one.id.to_bytes()))?;
        contacts
            .into_iter()
            .try_for_each(|key| tx.remove::<Contact>(key))?;
        places
            .into_iter()
            .try_for_each(|key| tx.remove::<Place>(key))?;
        clients
            .iter()
            .try_for_each(|one| tx.remove::<Client>(one.id.to_bytes()))
    })?;
    Done::of(house, Said::new("said-examples-removed"), None, receipt.seq)
}

/// The keys of the records that belong to the examples.
fn made_up<R: Record>(house: &House, is_example: impl Fn(&R) -> bool) -> Result<Vec<Key>, Fault> {
    let mut keys = Vec::new();
    for record in house.store.stream_any::<R>() {
        let record = record?;
        if is_example(&record) {
            keys.push(record.key());
        }
    }
    Ok(keys)
}

/// Whether any example is here.
pub fn are_here(house: &House) -> Result<bool, Fault> {
    Ok(reads::clients(house)?.iter().any(|client| client.example))
}

fn touchpoint(
    house: &House,
    one: &Example,
    order: usize,
    clients: &[ClientId],
    monday: NaiveDate,
) -> Touchpoint {
    let (words, now, home) = (house.words(), house.clock.now(), house.home());
    let mut touchpoint = Touchpoint::received(house.clock.new_id(), one.kind, now);
    // A millisecond apart, so that the tray keeps the order of the list above.
    touchpoint.created_at = now + chrono::Duration::milliseconds(order as i64);
    touchpoint.example = true;
    touchpoint.client = clients.get(one.client).copied();
    touchpoint.title = words.say(&format!("example-{}", one.name), &[]);
    let reason = words.say(&format!("example-{}-reason", one.name), &[]);
    touchpoint.reason = match one.reason {
        Question::Bring => Reason {
            bring: reason,
            ..Reason::default()
        },
        Question::Astonish => Reason {
            astonish: reason,
            ..Reason::default()
        },
        Question::Clarify => Reason {
            clarify: reason,
            ..Reason::default()
        },
    };
    touchpoint.wanted_minutes = one.minutes;
    touchpoint.link = (one.kind == Kind::Video).then(|| Link::jitsi(dice()));
    touchpoint.slot = one.at.and_then(|(weekday, hour, minute)| {
        let start = monday
            .checked_add_days(Days::new(weekday))?
            .and_hms_opt(hour, minute, 0)?;
        Some(Slot::timed(start, one.minutes, Zone::Iana(home)))
    });
    if touchpoint.span(home).is_some_and(|span| span.end <= now) && one.name != UNCLOSED {
        touchpoint.state = State::Held;
        touchpoint.outcome = words.say("example-outcome", &[]);
    }
    touchpoint
}
