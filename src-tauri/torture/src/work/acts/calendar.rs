//! What is done on the calendar.

use chrono::{Datelike, Duration};
use domain::{
    Attendance, Departure, Kind, Mailbox, Owner, Participant, PromiseState, Purpose, Reason,
    Settings, Sights, State, Touchpoint,
};
use workflows::conclude::{Ask, On};
use workflows::path::{Closing, PromiseGiven};
use workflows::reschedule::{Reschedule, Subject};
use workflows::touchpoints::{ClientChoice, Draft, Edit};
use workflows::{Fault, air as airs, conclude as concluding, departures, quick, settings};
use workflows::{path, reschedule as rescheduling, touchpoints};

use super::{Hand, single};
use crate::needle::NEEDLE;
use workflows::reschedule::Scope;

fn reason(hand: &mut Hand) -> Reason {
    Reason {
        bring: format!(
            "Le devis {NEEDLE} {} avec la variante en chêne",
            hand.number()
        ),
        astonish: format!(
            "Leur fournisseur a doublé ses délais : {} jours",
            hand.number()
        ),
        ..Reason::default()
    }
}

fn draft(hand: &mut Hand) -> Result<Draft, Fault> {
    let client = match hand.client()? {
        Some(client) if client.trashed_at.is_none() => ClientChoice::Existing(client.id),
        _ => ClientChoice::New(format!("Menuiserie {NEEDLE} {}", hand.number())),
    };
    let kinds = [Kind::Phone, Kind::Video, Kind::InPerson];
    let to = hand.target();
    let number = hand.number();
    Ok(Draft {
        kind: hand.dice.pick(&kinds).copied().unwrap_or(Kind::Phone),
        title: format!("Point {NEEDLE} {number}"),
        reason: reason(hand),
        client,
        to,
        minutes: 30,
        place: format!("12 rue {NEEDLE}, Orléans"),
        link: String::new(),
        notes: format!("à préparer\n- plan {NEEDLE}\n").repeat(hand.dice.index(30)),
        participants: vec![Participant {
            name: "Zoé".to_owned(),
            email: format!("zoe{}@{NEEDLE}.test", number % 50),
            attendance: Attendance::default(),
            organizer: false,
        }],
        confidential: hand.dice.one_in(5),
        force: true,
    })
}

pub(super) fn plan(hand: &mut Hand) -> Result<(), Fault> {
    let draft = draft(hand)?;
    touchpoints::plan(&hand.house, draft).map(drop)
}

pub(super) fn reschedule(hand: &mut Hand) -> Result<(), Fault> {
    let Some(one) = hand.touchpoint()? else {
        return plan(hand);
    };
    let to = hand.target();
    let proposal = Reschedule {
        subject: Subject::Existing {
            id: one.id,
            occurrence: None,
        },
        to,
        scope: Scope::This,
        copy: hand.dice.one_in(6),
        force: true,
    };
    rescheduling::perform(&hand.house, proposal).map(drop)
}

pub(super) fn edit(hand: &mut Hand) -> Result<(), Fault> {
    let Some(one) = hand.touchpoint()? else {
        return plan(hand);
    };
    let edit = Edit {
        title: Some(format!("Revu {NEEDLE} {}", hand.number())),
        notes: Some("noté ".repeat(hand.dice.index(200))),
        ..Edit::default()
    };
    touchpoints::edit(&hand.house, single(&one), edit).map(drop)
}

pub(super) fn conclude(hand: &mut Hand) -> Result<(), Fault> {
    let Some(one) = hand.touchpoint()? else {
        return plan(hand);
    };
    let ask = Ask {
        id: one.id,
        occurrence: None,
        on: On::After(3),
        hour: None,
        work: None,
        reason: Some(reason(hand)),
    };
    concluding::run(&hand.house, &ask).map(drop)
}

pub(super) fn close(hand: &mut Hand) -> Result<(), Fault> {
    let Some(one) = hand.touchpoint()? else {
        return plan(hand);
    };
    let states = [State::Held, State::Missed, State::Cancelled];
    let number = hand.number();
    let closing = Closing {
        state: hand.dice.pick(&states).copied().unwrap_or(State::Held),
        outcome: format!("Intéressés par la variante {NEEDLE} {number}"),
        sights: Sights::default(),
        needs: vec![format!("des délais tenus {NEEDLE} ({number})")],
        answered: Vec::new(),
        promises: vec![PromiseGiven {
            id: None,
            owner: Owner::Us,
            touchpoint: None,
            words: format!("envoyer le plan {NEEDLE} {number}"),
            due: Some(hand.moment().date()),
            state: PromiseState::Open,
        }],
        kept: Vec::new(),
        look_again: Some(hand.moment().date()),
    };
    path::close(&hand.house, single(&one), closing).map(drop)
}

pub(super) fn quick_add(hand: &mut Hand) -> Result<(), Fault> {
    let Some(client) = hand.client()? else {
        return plan(hand);
    };
    let text = format!(
        "visio {} mardi à 10h j’apporte le plan {}",
        client.name,
        hand.number()
    );
    let read = quick::read(&hand.house, &text, &[])?;
    if !read.is_ready() {
        return Ok(());
    }
    let draft = Draft {
        force: true,
        ..read.draft
    };
    touchpoints::plan(&hand.house, draft).map(drop)
}

pub(super) fn air(hand: &mut Hand) -> Result<(), Fault> {
    match hand.dice.below(3) {
        0 => {
            let to = hand.target();
            airs::lay(&hand.house, to, true).map(drop)
        }
        1 => {
            let date = hand.moment().date();
            let since = i64::from(date.weekday().num_days_from_monday());
            airs::repay(&hand.house, date - Duration::days(since)).map(drop)
        }
        _ => match hand.touchpoint()? {
            Some(one) => airs::hang(&hand.house, one.id, Purpose::Preparation, 30).map(drop),
            None => plan(hand),
        },
    }
}

pub(super) fn trash(hand: &mut Hand) -> Result<(), Fault> {
    match hand.touchpoint()? {
        Some(one) => touchpoints::trash(&hand.house, single(&one)).map(drop),
        None => plan(hand),
    }
}

pub(super) fn restore(hand: &mut Hand) -> Result<(), Fault> {
    let trashed = touchpoints::trashed(&hand.house)?;
    match hand.dice.pick(&trashed) {
        Some(one) => touchpoints::restore(&hand.house, one.touchpoint.id).map(drop),
        None => Ok(()),
    }
}

/// Prepares what would leave, or notes that it left.
pub(super) fn departure(hand: &mut Hand) -> Result<(), Fault> {
    if hand.house.settings().me.email.is_empty() {
        let me = Mailbox {
            name: format!("Camille {NEEDLE}"),
            email: "camille@exemple.test".to_owned(),
        };
        let kept = hand.house.settings();
        settings::save(&hand.house, Settings { me, ..kept })?;
    }
    let waiting: Vec<Departure> = hand.house.store.all()?;
    let waiting: Vec<_> = waiting.iter().filter(|one| one.is_waiting()).collect();
    if let Some(one) = hand.dice.pick(&waiting) {
        let path = hand.files.join("départ.ics");
        return departures::inform(&hand.house, one.id, &path).map(drop);
    }
    let all: Vec<Touchpoint> = hand.house.store.all()?;
    let told: Vec<_> = all
        .iter()
        .filter(|one| !one.participants.is_empty())
        .collect();
    match hand.dice.pick(&told) {
        Some(one) => departures::prepare(&hand.house, single(one)).map(drop),
        None => plan(hand),
    }
}
