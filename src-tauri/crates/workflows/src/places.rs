//! Where clients are found: offices, workshops, shops.

use domain::{Address, Client, ClientId, Place, PlaceId};
use store::Index;

use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::{clean, clients, note, trash};

/// What to say or change of a place; `None` leaves a field as it is.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// What it is called.
    pub name: Option<String>,
    /// Where.
    pub address: Option<Address>,
    /// Free text.
    pub notes: Option<String>,
}

/// The most places of one client.
const MOST: usize = 500;

/// A client's places in the order they were made, those put aside last; none in the trash.
pub(crate) fn of_client(house: &House, client: ClientId) -> Result<Vec<Place>, Fault> {
    let keys = house
        .store
        .starting_with(Index::PlaceOfClient, &client.to_bytes())?;
    let mut places: Vec<Place> = Vec::with_capacity(keys.len());
    for key in keys {
        places.extend(house.store.get::<Place>(key)?);
    }
    places.sort_by_key(|place| place.archived_at.is_some());
    Ok(places)
}

/// Makes a place of a client: a name or an address is the least.
pub fn create(house: &House, client: ClientId, edit: Edit) -> Result<(PlaceId, Done), Fault> {
    let _gate = house.gate();
    let client = clients::client(house, client)?;
    if of_client(house, client.id)?.len() >= MOST {
        return Err(Fault::invalid("error-lines-many").with("most", MOST));
    }
    let id: PlaceId = house.clock.new_id();
    let place = applied(Place::new(id, client.id, house.clock.now()), edit)?;
    let done = write(house, place, "place-created", "said-place-created")?;
    Ok((id, done))
}

/// Changes fields of a place.
pub fn edit(house: &House, id: PlaceId, edit: Edit) -> Result<Done, Fault> {
    let _gate = house.gate();
    let place = applied(place(house, id)?, edit)?;
    write(house, place, "place-edited", "said-edited")
}

/// Puts a place aside, or takes it back.
pub fn archive(house: &House, id: PlaceId, archived: bool) -> Result<Done, Fault> {
    let _gate = house.gate();
    let place = Place {
        archived_at: archived.then(|| house.clock.now()),
        ..place(house, id)?
    };
    if archived {
        write(house, place, "place-archived", "said-place-archived")
    } else {
        write(house, place, "place-unarchived", "said-place-unarchived")
    }
}

/// Puts a place in the trash.
pub fn trash(house: &House, id: PlaceId) -> Result<Done, Fault> {
    let _gate = house.gate();
    let place = Place {
        trashed_at: Some(trash::stamp(house)?),
        ..place(house, id)?
    };
    write(house, place, "place-trashed", "said-place-trashed")
}

/// Takes a place out of the trash, to the client it was at.
pub fn restore(house: &House, id: PlaceId) -> Result<Done, Fault> {
    trash::restore(house, trash::Put::Place(id))
}

/// What a place is called: its name, else its address.
pub fn title(place: &Place) -> String {
    if place.name.is_empty() {
        place.address.line()
    } else {
        place.name.clone()
    }
}

fn place(house: &House, id: PlaceId) -> Result<Place, Fault> {
    house.store.get(id.to_bytes())?.ok_or_else(Fault::gone)
}

fn applied(place: Place, edit: Edit) -> Result<Place, Fault> {
    let Edit {
        name,
        address,
        notes,
    } = edit;
    let place = Place {
        name: name.map_or(place.name, |name| clean::line(&name)),
        address: address.map_or(place.address, clean::address),
        notes: notes.map_or(place.notes, |notes| clean::text(&notes)),
        ..place
    };
    if place.name.is_empty() && place.address.is_empty() {
        return Err(Fault::invalid("error-place-empty"));
    }
    Ok(place)
}

fn write(house: &House, place: Place, label: &str, said: &'static str) -> Result<Done, Fault> {
    let place = Place {
        updated_at: house.clock.now(),
        ..place
    };
    let client: Option<Client> = house.store.get(place.client.to_bytes())?;
    let at = client.as_ref().map(|client| client.name.clone());
    let mut args = vec![("title", title(&place)), ("client", at.unwrap_or_default())];
    if let Some(before) = house.store.get::<Place>(place.id.to_bytes())? {
        args.extend(note::changes(&before, &place));
    }
    let note = note::of(house, label, &args);
    let ((), receipt) = house.store.commit(note, |tx| tx.put(&place))?;
    let said = Said::new(said).with("name", title(&place));
    let done = Done::of(house, said, None, receipt.seq)?;
    Ok(Done { client, ..done })
}
