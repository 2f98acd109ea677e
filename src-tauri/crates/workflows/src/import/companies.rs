//! The companies that files tell of, as clients.

use std::collections::HashMap;

use domain::{Client, ClientId, Id, Tier, folded_company};
use exchange::{ReadCompany, ReadPerson};
use store::{Index, text_key};

use super::ready::dial;
use crate::aspect::Aspect;
use crate::duplicates::Fielded;
use crate::fault::Fault;
use crate::house::House;

/// Clients by what their companies are compared by.
pub(super) struct Companies<'a> {
    house: &'a House,
    known: HashMap<String, Option<ClientId>>,
    made_by: HashMap<String, usize>,
}

impl<'a> Companies<'a> {
    pub(super) fn of(house: &'a House) -> Self {
        Self {
            house,
            known: HashMap::new(),
            made_by: HashMap::new(),
        }
    }

    /// The client of the book that a company is.
    pub(super) fn find(&mut self, name: &str) -> Result<Option<ClientId>, Fault> {
        let folded = folded_company(name);
        if let Some(known) = self.known.get(&folded) {
            return Ok(*known);
        }
        let keys = self
            .house
            .store
            .starting_with(Index::CompanyName, &text_key(&folded))?;
        let mut found = None;
        for key in keys {
            let client: Option<Client> = self.house.store.get(key)?;
            found = client
                .filter(|client| folded_company(&client.name) == folded)
                .map(|client| client.id);
            if found.is_some() {
                break;
            }
        }
        self.known.insert(folded, found);
        Ok(found)
    }

    /// From now on a company is this client.
    pub(super) fn learn(&mut self, name: &str, id: ClientId) {
        self.known.insert(folded_company(name), Some(id));
    }

    /// Remembers that a row makes a client of this name.
    pub(super) fn makes(&mut self, name: &str, row: usize) {
        self.made_by.entry(folded_company(name)).or_insert(row);
    }

    /// The first row that makes a client of this name.
    pub(super) fn named_by_row(&self, name: &str) -> Option<usize> {
        self.made_by.get(&folded_company(name)).copied()
    }
}

/// The id that stands for a company that is no client yet: the same for the same name.
pub(super) fn stand_in(name: &str) -> ClientId {
    Id::from_content(folded_company(name).as_bytes())
}

/// What a file tells of a company, as a client.
pub(super) fn as_client(
    person: &ReadPerson,
    id: ClientId,
    now: chrono::DateTime<chrono::Utc>,
) -> Client {
    let ReadPerson {
        contact, company, ..
    } = person;
    let mut client = detailed(company, id, now);
    client.website = contact.links.first().cloned().unwrap_or_default();
    client.emails.clone_from(&contact.emails);
    client.phones.clone_from(&contact.phones);
    client.phones.iter_mut().for_each(dial);
    client.tags.clone_from(&contact.tags);
    client.notes.clone_from(&contact.notes);
    client.custom.clone_from(&contact.custom);
    client
}

/// What a card or row of a person tells of the company, as a client.
pub(super) fn detailed(
    company: &ReadCompany,
    id: ClientId,
    now: chrono::DateTime<chrono::Utc>,
) -> Client {
    let mut client = Client::new(id, company.name.clone(), now);
    client.market.clone_from(&company.market);
    client.tier = company.tier;
    client.siren.clone_from(&company.siren);
    client.siret.clone_from(&company.siret);
    client
}

/// Whether a card or row says more of the company than its name.
pub(super) fn says_more(company: &ReadCompany) -> bool {
    let ReadCompany {
        name: _,
        market,
        tier,
        siren,
        siret,
    } = company;
    *tier != Tier::None || ![market, siren, siret].iter().all(|text| text.is_empty())
}

/// The fields that a row's person fills of what a client does not say.
pub(super) fn fill_client(here: &mut Client, there: &Client) -> bool {
    let mut filled = false;
    for field in Client::ASPECTS {
        let name_or_links = matches!(field, Aspect::Name | Aspect::Links | Aspect::Attachments);
        if !name_or_links && here.is_silent(*field) && !there.is_silent(*field) {
            here.take(there, *field);
            filled = true;
        }
    }
    filled
}
