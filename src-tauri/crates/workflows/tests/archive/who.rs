//! Clients, their people and places, and merges of them, with everything they can say.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{
    Address, Agreed, Aim, Attachment, Basis, CardField, CardForm, CardSource, Channel, Client,
    ClientLink, Consent, Contact, Course, CustomField, Email, Id, Interval, LinkKind, Merge,
    Merged, Met, MetHow, Moved, Need, Objection, Owner, Phone, Place, Promise, PromiseState,
    ReachKind, Stays, Step, StepKind, Tier,
};

use crate::paper::now;

pub(crate) fn attachment(text: &str, blob: String) -> Attachment {
    Attachment {
        name: "offre.pdf".to_owned(),
        blob,
        size: text.len() as u64,
        added_at: now(),
    }
}

pub(crate) fn phones(number: u64) -> Vec<Phone> {
    vec![Phone {
        kind: ReachKind::Work,
        e164: format!("+332380000{number:02}"),
        written: format!("02 38 00 00 {number:02}"),
    }]
}

pub(crate) fn emails(number: u64) -> Vec<Email> {
    vec![Email {
        kind: ReachKind::Home,
        address: format!("p{number}@exemple.test"),
    }]
}

pub(crate) fn custom(text: &str) -> Vec<CustomField> {
    vec![CustomField {
        name: "Couleur".to_owned(),
        value: text.to_owned(),
    }]
}

pub(crate) fn client(number: u64, text: &str, blob: String) -> Client {
    let mut client = Client::new(Id::from_number_for_testing(number), text.to_owned(), now());
    client.notes = text.to_owned();
    client.market = "Bois".to_owned();
    client.tier = Tier::A;
    client.tags = BTreeSet::from(["à revoir".to_owned(), text.to_owned()]);
    client.siren = "732829320".to_owned();
    client.siret = "73282932000074".to_owned();
    client.website = "https://exemple.test".to_owned();
    client.phones = phones(number);
    client.emails = emails(number);
    client.custom = custom(text);
    client.links = BTreeSet::from([ClientLink {
        kind: LinkKind::SuppliedBy,
        to: Id::from_number_for_testing(number + 1),
    }]);
    client.attachments = vec![attachment(text, blob)];
    client.objection = Some(Objection {
        on: now().date_naive(),
        source: text.to_owned(),
    });
    client.archived_at = Some(now());
    path_of(&mut client, number, text);
    client
}

/// Where it leads, what is needed and what is owed.
pub(crate) fn path_of(client: &mut Client, number: u64, text: &str) {
    let on = now().date_naive();
    client.aim = Aim::Conclude;
    client.course = Some(Course {
        since: on,
        steps: vec![Step {
            kind: StepKind::InPerson,
            aim: text.to_owned(),
            after: 7,
        }],
    });
    client.rhythm.phone = Some(Interval::new(10, 20));
    client.look_again = Some(on);
    client.needs = vec![Need {
        id: Id::from_number_for_testing(number),
        on,
        words: text.to_owned(),
        answer: "oui".to_owned(),
        answered_on: Some(on),
        touchpoint: Some(Id::from_number_for_testing(number)),
    }];
    client.promises = vec![Promise {
        id: Id::from_number_for_testing(number),
        owner: Owner::Them,
        words: text.to_owned(),
        on,
        due: Some(on),
        state: PromiseState::Kept,
        touchpoint: None,
    }];
}

pub(crate) fn contact(number: u64, text: &str, blob: String) -> Contact {
    let mut contact = Contact::new(Id::from_number_for_testing(number), text.to_owned(), now());
    contact.client = Some(Id::from_number_for_testing(number));
    contact.phones = phones(number);
    contact.emails = emails(number);
    contact.addresses = vec![address()];
    contact.links = vec!["https://exemple.test/h".to_owned()];
    contact.birthday = NaiveDate::from_ymd_opt(1980, 2, 29);
    contact.tags = BTreeSet::from(["salon".to_owned()]);
    contact.custom = custom(text);
    contact.met = BTreeSet::from([Met {
        by: "Paul".to_owned(),
        how: MetHow::InPerson,
        on: NaiveDate::from_ymd_opt(2026, 5, 4),
    }]);
    contact.consents = vec![Consent {
        channel: Channel::Email,
        agreed: Agreed::Withdrawn,
        on: NaiveDate::from_ymd_opt(2026, 3, 1),
        basis: Basis::LegitimateInterest,
        source: text.to_owned(),
    }];
    contact.objection = (number.is_multiple_of(3)).then(|| Objection {
        on: now().date_naive(),
        source: text.to_owned(),
    });
    contact.stays = Some(Stays {
        on: now().date_naive(),
        until: now().date_naive(),
        why: text.to_owned(),
    });
    contact.photo = blob.clone();
    contact.attachments = vec![attachment(text, blob)];
    contact.sources = vec![CardSource {
        file: Id::from_content(text.as_bytes()),
        form: CardForm::Row,
        offset: 12,
        length: 34,
        uid: "u-1".to_owned(),
    }];
    contact.edits.insert(CardField::Phones);
    contact.trashed_at = (number % 5 == 1).then(now);
    contact
}

pub(crate) fn address() -> Address {
    Address {
        kind: ReachKind::Work,
        street: "12, rue de l’Œuvre\nBâtiment B".to_owned(),
        postcode: "01000".to_owned(),
        city: "Bourg-en-Bresse".to_owned(),
        region: "Ain".to_owned(),
        country: "France".to_owned(),
    }
}

pub(crate) fn place(number: u64, text: &str) -> Place {
    let mut place = Place::new(
        Id::from_number_for_testing(number),
        Id::from_number_for_testing(number + 2),
        now(),
    );
    place.name = text.to_owned();
    place.address = address();
    place
}

pub(crate) fn merge(number: u64, text: &str, blob: String) -> Merge {
    let side = |n| Box::new(client(n, text, blob.clone()));
    Merge {
        id: Id::from_number_for_testing(number),
        at: now(),
        quiet: false,
        of: if number % 2 == 1 {
            Merged::Clients {
                kept: side(1),
                gone: side(2),
                made: side(1),
                moved: Moved {
                    contacts: vec![Id::from_number_for_testing(3)],
                    ..Moved::default()
                },
            }
        } else {
            let side = |n| Box::new(contact(n, text, blob.clone()));
            Merged::Contacts {
                kept: side(1),
                gone: side(2),
                made: side(1),
            }
        },
    }
}
