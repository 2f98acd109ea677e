//! Clients: the list and its type-ahead, a client's page, and everything that is done to one or to many of them.

mod bulk;
mod chosen;
mod edit;
mod life;
mod list;
mod page;

pub use bulk::{BulkEdit, bulk};
pub(crate) use chosen::{Chosen, chosen, clean_name};
pub use edit::{Edit, create, edit};
pub use life::{archive, restore, trash};
pub use list::{AT_ONCE, Row, Window, ids, list, window};
pub(crate) use page::timeline;
pub use page::{Linked, Page, page};

pub use crate::roster::{Facets, Query, facets};

use domain::{Client, ClientId};

use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::note;

/// A client that is here, put aside or in the trash or not.
pub(crate) fn client(house: &House, id: ClientId) -> Result<Client, Fault> {
    house
        .store
        .get::<Client>(id.to_bytes())?
        .ok_or_else(Fault::gone)
}

/// Writes one client: one step to undo.
pub(crate) fn write(
    house: &House,
    mut client: Client,
    label: &str,
    said: &'static str,
) -> Result<Done, Fault> {
    client.updated_at = house.clock.now();
    let mut args = vec![("title", client.name.clone())];
    if let Some(before) = house.store.get::<Client>(client.id.to_bytes())? {
        args.extend(note::changes(&before, &client));
    }
    let note = note::of(house, label, &args);
    let ((), receipt) = house.store.commit(note, |tx| tx.put(&client))?;
    let said = Said::new(said).with("name", client.name.clone());
    let done = Done::of(house, said, None, receipt.seq)?;
    Ok(Done {
        client: Some(client),
        ..done
    })
}
