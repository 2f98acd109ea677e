//! Making a client, and changing its fields.

use std::collections::BTreeSet;

use domain::{Client, ClientId, ClientLink, CustomField, Email, Phone, Tier};

use super::{clean_name, client, write};
use crate::clean;
use crate::done::Done;
use crate::fault::Fault;
use crate::house::House;
use crate::markets;

/// What to change of a client; `None` leaves a field as it is.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// One line, not empty.
    pub name: Option<String>,
    /// Free text, in Markdown.
    pub notes: Option<String>,
    /// Its market; empty for none.
    pub market: Option<String>,
    /// How much it weighs.
    pub tier: Option<Tier>,
    /// All its tags.
    pub tags: Option<Vec<String>>,
    /// Nine digits, spaces allowed; empty for none.
    pub siren: Option<String>,
    /// Fourteen digits, spaces allowed; empty for none.
    pub siret: Option<String>,
    /// Its site; empty for none.
    pub website: Option<String>,
    /// All its numbers, as written.
    pub phones: Option<Vec<Phone>>,
    /// All its addresses.
    pub emails: Option<Vec<Email>>,
    /// All its own fields.
    pub custom: Option<Vec<CustomField>>,
    /// All its links to other clients.
    pub links: Option<Vec<ClientLink>>,
}

/// The most links one client has to others.
const LINKS_MOST: usize = 100;

/// Makes a client.
pub fn create(house: &House, name: &str) -> Result<Done, Fault> {
    let _gate = house.gate();
    let client = Client::new(house.clock.new_id(), clean_name(name)?, house.clock.now());
    write(house, client, "client-created", "said-client-created")
}

/// Changes fields of a client. When one of them can't be, none is changed and the fault says which.
pub fn edit(house: &House, id: ClientId, edit: Edit) -> Result<Done, Fault> {
    let _gate = house.gate();
    let before = client(house, id)?;
    let Edit {
        name,
        notes,
        market,
        tier,
        tags,
        siren,
        siret,
        website,
        phones,
        emails,
        custom,
        links,
    } = edit;
    let links = links
        .map(|links| checked_links(house, &before, links))
        .transpose()?;
    let numbers = siren.is_some() || siret.is_some();
    let or = |given: Option<String>, otherwise: &String| given.unwrap_or_else(|| otherwise.clone());
    let mut client = Client {
        name: or(name.as_deref().map(clean_name).transpose()?, &before.name),
        notes: or(notes.as_deref().map(clean::text), &before.notes),
        market: or(
            market
                .as_deref()
                .map(|name| markets::clean_name(house, name))
                .transpose()?,
            &before.market,
        ),
        tier: tier.unwrap_or(before.tier),
        siren: or(
            siren.as_deref().map(clean::siren).transpose()?,
            &before.siren,
        ),
        siret: or(
            siret.as_deref().map(clean::siret).transpose()?,
            &before.siret,
        ),
        website: or(
            website.as_deref().map(clean::website).transpose()?,
            &before.website,
        ),
        ..before
    };
    if let Some(tags) = tags {
        client.tags = clean::tags(&tags)?;
    }
    if let Some(phones) = phones {
        client.phones = clean::phones(phones, &client.phones)?;
    }
    if let Some(emails) = emails {
        client.emails = clean::emails(emails, &client.emails)?;
    }
    if let Some(custom) = custom {
        client.custom = clean::custom(custom)?;
    }
    if let Some(links) = links {
        client.links = links;
    }
    match (client.siren.as_str(), client.siret.get(..9)) {
        ("", Some(siren)) => client.siren = siren.to_owned(),
        // What came so in a file stays editable in every other field.
        (siren, Some(of_siret)) if numbers && siren != of_siret => {
            return Err(Fault::invalid("error-siret-siren"));
        }
        _ => {}
    }
    write(house, client, "client-edited", "said-client-edited")
}

/// Links lead to clients that are here, once each, and never back to the one that has them. One that stands already may
/// lead to the trash.
fn checked_links(
    house: &House,
    client: &Client,
    links: Vec<ClientLink>,
) -> Result<BTreeSet<ClientLink>, Fault> {
    let links: BTreeSet<ClientLink> = links.into_iter().collect();
    if links.len() > LINKS_MOST {
        return Err(Fault::invalid("error-links-many").with("most", LINKS_MOST));
    }
    for link in &links {
        if link.to == client.id {
            return Err(Fault::invalid("error-link-self"));
        }
        let stands = client.links.iter().any(|known| known.to == link.to);
        let other: Option<Client> = house.store.get(link.to.to_bytes())?;
        if !stands && other.is_none_or(|other| other.trashed_at.is_some()) {
            return Err(Fault::invalid("error-link-gone"));
        }
    }
    Ok(links)
}
