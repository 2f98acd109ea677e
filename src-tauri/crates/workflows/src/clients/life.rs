//! Putting a client aside or in the trash, and taking it back. What is its own stays with it either way.

use domain::{Client, ClientId};

use super::{client, write};
use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::{note, trash};

/// Puts a client aside, or takes it back.
pub fn archive(house: &House, id: ClientId, archived: bool) -> Result<Done, Fault> {
    let _gate = house.gate();
    let client = Client {
        archived_at: archived.then(|| house.clock.now()),
        ..client(house, id)?
    };
    if archived {
        write(house, client, "client-archived", "said-client-archived")
    } else {
        write(house, client, "client-unarchived", "said-client-unarchived")
    }
}

/// Puts a client in the trash, with its contacts, places and touchpoints and what hangs on those.
pub fn trash(house: &House, id: ClientId) -> Result<Done, Fault> {
    let _gate = house.gate();
    let going = trash::clients(house, &[id])?;
    let Some(client) = going.clients.first().cloned() else {
        return Err(Fault::gone());
    };
    let counts = trash::Counts {
        clients: 0,
        ..going.counts()
    };
    let what = trash::say(&house.words(), counts);
    let args = [
        ("title", client.name.clone()),
        ("contacts", counts.contacts.to_string()),
        ("places", counts.places.to_string()),
        ("touchpoints", counts.touchpoints.to_string()),
    ];
    let note = note::of(house, "client-trashed", &args);
    let ((), receipt) = house.store.commit(note, |tx| going.put(house, tx))?;
    let said = if what.is_empty() {
        Said::new("said-client-trashed")
    } else {
        Said::new("said-client-trashed-with").with("what", what)
    };
    let done = Done::of(
        house,
        said.with("name", client.name.clone()),
        None,
        receipt.seq,
    )?;
    Ok(Done {
        client: Some(client),
        ..done
    })
}

/// Takes a client out of the trash, with exactly what went there with it.
pub fn restore(house: &House, id: ClientId) -> Result<Done, Fault> {
    trash::restore(house, trash::Put::Client(id))
}
