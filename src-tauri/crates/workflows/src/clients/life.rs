//! Putting a client aside or in the trash, and taking it back. What is its own stays with it either way.

use domain::{Client, ClientId};

use super::{client, write};
use crate::done::Done;
use crate::fault::Fault;
use crate::house::House;

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

/// Puts a client in the trash; its contacts, places and touchpoints stay its own.
pub fn trash(house: &House, id: ClientId) -> Result<Done, Fault> {
    let _gate = house.gate();
    let client = Client {
        trashed_at: Some(house.clock.now()),
        ..client(house, id)?
    };
    write(house, client, "client-trashed", "said-client-trashed")
}

/// Takes a client out of the trash, with everything that hung on it.
pub fn restore(house: &House, id: ClientId) -> Result<Done, Fault> {
    let _gate = house.gate();
    let client = Client {
        trashed_at: None,
        ..client(house, id)?
    };
    write(house, client, "client-restored", "said-client-restored")
}
