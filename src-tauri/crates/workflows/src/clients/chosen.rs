//! The client of a draft or an edit, made when it is new.

use domain::{Client, ClientId, clean_line, fold, folded_company};
use store::{Index, text_key};

use crate::fault::Fault;
use crate::house::House;
use crate::touchpoints::ClientChoice;

/// The client of a draft or an edit.
pub(crate) enum Chosen {
    Nobody,
    Existing(ClientId),
    New(Box<Client>),
}

impl Chosen {
    pub(crate) fn id(&self) -> Option<ClientId> {
        match self {
            Self::Nobody => None,
            Self::Existing(id) => Some(*id),
            Self::New(client) => Some(client.id),
        }
    }

    pub(crate) fn client(&self) -> Option<&Client> {
        match self {
            Self::New(client) => Some(client),
            Self::Nobody | Self::Existing(_) => None,
        }
    }

    pub(crate) fn into_client(self) -> Option<Client> {
        match self {
            Self::New(client) => Some(*client),
            Self::Nobody | Self::Existing(_) => None,
        }
    }
}

/// A new name that is a client's already means that client.
pub(crate) fn chosen(house: &House, choice: &ClientChoice) -> Result<Chosen, Fault> {
    match choice {
        ClientChoice::Nobody => Ok(Chosen::Nobody),
        ClientChoice::Existing(id) => {
            super::client(house, *id).map(|client| Chosen::Existing(client.id))
        }
        ClientChoice::New(name) => {
            let name = clean_name(name)?;
            Ok(match of_name(house, &name)? {
                Some(client) => Chosen::Existing(client.id),
                None => Chosen::New(Box::new(Client::new(
                    house.clock.new_id(),
                    name,
                    house.clock.now(),
                ))),
            })
        }
    }
}

/// The client of this name, accents and case aside; none in the trash.
fn of_name(house: &House, name: &str) -> Result<Option<Client>, Fault> {
    let wanted = fold(name);
    let near = house
        .store
        .starting_with(Index::CompanyName, &text_key(&folded_company(name)))?;
    for key in near {
        let found: Option<Client> = house.store.get(key)?;
        if let Some(client) = found.filter(|client| fold(&client.name) == wanted) {
            return Ok(Some(client));
        }
    }
    Ok(None)
}

/// A name on one line, not empty.
pub(crate) fn clean_name(name: &str) -> Result<String, Fault> {
    let name = clean_line(name, Client::NAME_MOST);
    if name.is_empty() {
        Err(Fault::invalid("error-client-name"))
    } else {
        Ok(name)
    }
}
