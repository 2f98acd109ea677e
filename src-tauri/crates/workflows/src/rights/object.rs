//! Consent and objection (GDPR art. 7 and 21): written on whoever gave or said it, and asked by the gate before anything
//! is planned.

use domain::{
    Channel, Client, ClientId, Consent, Contact, ContactId, Objection, Participant, barred,
    clean_line,
};
use store::{Index, text_key};

use crate::done::Done;
use crate::fault::Fault;
use crate::house::House;
use crate::{clients, contacts};

/// Who objects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// A person.
    Contact(ContactId),
    /// The house as a whole.
    Client(ClientId),
}

/// Writes down that somebody does not want to be contacted, or takes that back: one step to undo.
pub fn object(house: &House, who: Who, objection: Option<Objection>) -> Result<Done, Fault> {
    let _gate = house.gate();
    let today = house.now_wall().date();
    let objection = objection.map(|one| Objection {
        source: clean_line(&one.source, Contact::LINE_MOST),
        ..one
    });
    if objection.as_ref().is_some_and(|one| one.on > today) {
        return Err(Fault::invalid("error-objection-day"));
    }
    let objects = objection.is_some();
    match who {
        Who::Contact(id) => {
            let mut contact = contacts::contact(house, id)?;
            contact.objection = objection;
            contact.mark(domain::CardField::Rights, house.clock.now());
            let (label, said) = match objects {
                true => ("objected", "said-objected"),
                false => ("objection-lifted", "said-objection-lifted"),
            };
            contacts::write(house, contact, None, label, said)
        }
        Who::Client(id) => {
            let client = Client {
                objection,
                ..clients::client(house, id)?
            };
            let (label, said) = match objects {
                true => ("client-objected", "said-client-objected"),
                false => ("client-objection-lifted", "said-client-objection-lifted"),
            };
            clients::write(house, client, label, said)
        }
    }
}

/// Consents as they are kept: one a channel, the last that is given; those that say nothing are dropped.
pub(crate) fn consents(given: Vec<Consent>) -> Vec<Consent> {
    let mut kept: Vec<Consent> = Vec::new();
    for one in given {
        let one = Consent {
            source: clean_line(&one.source, Contact::LINE_MOST),
            ..one
        };
        kept.retain(|known| known.channel != one.channel);
        let said = Consent {
            channel: Channel::default(),
            ..one.clone()
        };
        if said != Consent::default() {
            kept.push(one);
        }
    }
    kept.sort();
    kept
}

/// The gate's other half: nothing is planned with somebody who objects.
///
/// # Errors
/// A sentence that names who objects, and since when.
pub(crate) fn may_contact(
    house: &House,
    client: Option<ClientId>,
    participants: &[Participant],
) -> Result<(), Fault> {
    let at: Option<Client> = match client {
        Some(id) => house.store.get(id.to_bytes())?,
        None => None,
    };
    let mut people = Vec::new();
    if client.is_some() {
        for key in contacts::keys_of(house, client)? {
            people.extend(house.store.get::<Contact>(key)?);
        }
    }
    for one in participants {
        let address = one.email.trim().to_lowercase();
        let keys = if address.is_empty() {
            let name = domain::folded_name(&one.name);
            house
                .store
                .starting_with(Index::ContactName, &text_key(&name))?
        } else {
            house
                .store
                .starting_with(Index::ContactEmail, &text_key(&address))?
        };
        for key in keys {
            people.extend(house.store.get::<Contact>(key)?);
        }
    }
    people.retain(Contact::is_living);
    let Some(barred) = barred(at.as_ref(), &people, participants) else {
        return Ok(());
    };
    let id = match barred.whole {
        true => "error-objection-client",
        false => "error-objection-contact",
    };
    let today = house.now_wall().date();
    Err(Fault::invalid(id)
        .with("name", barred.name)
        .with("day", house.words().date(barred.on, today)))
}
