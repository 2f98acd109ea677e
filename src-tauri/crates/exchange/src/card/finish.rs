//! What the lines of a card said, made a person.

use chrono::DateTime;
use domain::{Client, Contact, Id, clean_line};

use crate::card::gather::{About, Gather};
use crate::card::item::plain;
use crate::person::{PersonProblem, PersonWarning, ReadCompany, ReadPhoto};

/// A card, read.
#[derive(Debug)]
pub(super) struct Finished {
    pub(super) contact: Contact,
    pub(super) company: ReadCompany,
    pub(super) photo: Option<ReadPhoto>,
    pub(super) warnings: Vec<PersonWarning>,
}

/// The person of a card whose bytes are `card`; else why there is none, and what it would be called.
pub(super) fn finish(mut said: Gather, card: &[u8]) -> Result<Finished, (PersonProblem, String)> {
    said.settle();
    let mut name = said.shown_name();
    if said.about == Some(About::Else) {
        return Err((PersonProblem::Nobody, name));
    }
    let mut company = ReadCompany {
        name: clean_line(&said.company, Client::NAME_MOST),
        ..ReadCompany::default()
    };
    if is_company(&said, &name) {
        if company.name.is_empty() {
            company.name = clean_line(&name, Client::NAME_MOST);
        }
        name.clear();
    }
    if name.is_empty() && company.name.is_empty() {
        let address = said.emails.first().map(|email| &email.value.address);
        let number = || said.phones.first().map(|phone| &phone.value.written);
        name = match address.or_else(number) {
            Some(known) => known.clone(),
            None => return Err((PersonProblem::Empty, name)),
        };
    }
    // What the file says of when; whoever takes it in knows better.
    let at = said.revised.unwrap_or(DateTime::UNIX_EPOCH);
    let mut contact = Contact::new(Id::from_bytes([0; 16]), name, at);
    contact.uid = if said.uid.is_empty() {
        made_uid(card)
    } else {
        said.uid
    };
    [
        contact.family,
        contact.given,
        contact.additional,
        contact.prefix,
        contact.suffix,
    ] = said.names;
    contact.nickname = said.nickname;
    contact.role = if said.title.is_empty() {
        said.role
    } else {
        said.title
    };
    contact.department = said.department;
    contact.phones = plain(said.phones);
    contact.emails = plain(said.emails);
    contact.addresses = plain(said.addresses);
    contact.links = plain(said.links);
    contact.birthday = said.birthday;
    contact.notes = said.notes;
    contact.tags = plain(said.tags).into_iter().collect();
    contact.custom = plain(said.fields);
    contact.met = plain(said.met).into_iter().collect();
    contact.consents = plain(said.consents);
    contact.objection = said.objection;
    said.warnings.sort_unstable();
    Ok(Finished {
        contact,
        company,
        photo: said.photo,
        warnings: said.warnings,
    })
}

/// Whether a card tells of a company and nobody at it. Google and Outlook keep companies as cards whose name is the
/// company's.
pub(super) fn is_company(said: &Gather, name: &str) -> bool {
    match said.about {
        Some(about) => about == About::Company,
        None => {
            let nameless = said.names.iter().all(String::is_empty);
            nameless && !said.company.is_empty() && (name.is_empty() || name == said.company)
        }
    }
}

/// A UID for a card without one: the same content is the same person, however often it is brought in.
fn made_uid(card: &[u8]) -> String {
    let id = Id::<Contact>::from_content(card);
    let hex: String = id
        .to_bytes()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("{hex}@sentier")
}
