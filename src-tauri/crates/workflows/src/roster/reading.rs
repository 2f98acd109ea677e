//! What the lines of the roster are made of, read from the store.

use domain::{Client, ClientId, Contact, Place};
use store::{Index, Record};

use super::by_id::ById;
use super::line::{Line, Person, Town};
use crate::fault::Fault;
use crate::house::House;

/// Every client, in whatever order: the list has its own.
pub(super) fn read_clients(house: &House) -> Result<Vec<Client>, Fault> {
    let clients: Result<Vec<Client>, _> = house.store.stream_any().collect();
    Ok(clients?)
}

/// The people of each client.
pub(super) fn read_people(house: &House) -> Result<ById<Vec<Person>>, Fault> {
    let mut people: ById<Vec<Person>> = ById::default();
    for contact in house.store.stream_any::<Contact>() {
        let contact = contact?;
        if let Some(client) = contact.client.filter(|_| contact.trashed_at.is_none()) {
            people.entry(client).or_default().push((&contact).into());
        }
    }
    Ok(people)
}

/// The towns of each client.
pub(super) fn read_towns(house: &House) -> Result<ById<Vec<Town>>, Fault> {
    let mut towns: ById<Vec<Town>> = ById::default();
    for place in house.store.stream_any::<Place>() {
        let place = place?;
        if place.trashed_at.is_none() {
            towns.entry(place.client).or_default().push((&place).into());
        }
    }
    Ok(towns)
}

/// The line of one client; none when it is gone.
pub(super) fn read_line(house: &House, id: ClientId) -> Result<Option<Line>, Fault> {
    let client: Option<Client> = house.store.get(id.to_bytes())?;
    let Some(client) = client.filter(|client| client.trashed_at.is_none()) else {
        return Ok(None);
    };
    let people = of_client::<Contact, _>(house, Index::ContactOfClient, id, |one| one.into())?;
    let towns = of_client::<Place, _>(house, Index::PlaceOfClient, id, |one| one.into())?;
    Ok(Some(Line::of(&client, people, towns)))
}

fn of_client<R: Record, T>(
    house: &House,
    index: Index,
    id: ClientId,
    take: impl Fn(&R) -> T,
) -> Result<Vec<T>, Fault> {
    let mut taken = Vec::new();
    for key in house.store.starting_with(index, &id.to_bytes())? {
        taken.extend(house.store.get::<R>(key)?.as_ref().map(&take));
    }
    Ok(taken)
}
