//! Tables: people, and whatever else is told line by line.

use std::collections::HashMap;
use std::path::Path;

use domain::{Client, ClientId, Contact, Language};
use exchange::{PeopleTable, TablePerson, TableWriter};
use store::Index;

use super::whole;
use crate::fault::Fault;
use crate::house::House;

/// Writes lines of cells as a table the way the person's spreadsheet opens it, and gives how many lines.
pub(crate) fn table_to(house: &House, path: &Path, lines: &[Vec<String>]) -> Result<usize, Fault> {
    let language = house.words().language();
    whole(path, |out, failed| {
        let mut table = TableWriter::new(out, language).map_err(failed)?;
        for line in lines {
            table.row(line.iter().map(String::as_str)).map_err(failed)?;
        }
        Ok((table.finish().map_err(failed)?, lines.len()))
    })
}

/// Writes everybody who is not in the trash as a table, and the clients at whom nobody is known; gives how many rows.
pub(super) fn people_to(house: &House, path: &Path) -> Result<usize, Fault> {
    let language: Language = house.words().language();
    let clients: HashMap<ClientId, Client> = house
        .store
        .stream::<Client>()
        .map(|client| client.map(|client| (client.id, client)))
        .collect::<Result<_, _>>()?;
    // How many columns there are is known only when everybody was seen.
    let mut columns = PeopleTable::new(language);
    everybody(house, &clients, &mut |person| {
        columns.widen(person);
        Ok(())
    })?;
    whole(path, |out, failed| {
        let mut table = TableWriter::new(out, language).map_err(failed)?;
        let heads = columns.heads();
        table
            .row(heads.iter().map(String::as_str))
            .map_err(failed)?;
        everybody(house, &clients, &mut |person| {
            let cells = columns.cells(person);
            table.row(cells.iter().map(String::as_str)).map_err(failed)
        })?;
        let count = table.rows().saturating_sub(1);
        Ok((table.finish().map_err(failed)?, count))
    })
}

/// Shows everybody, then the clients at whom nobody is known.
fn everybody(
    house: &House,
    clients: &HashMap<ClientId, Client>,
    show: &mut dyn FnMut(&TablePerson<'_>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    for contact in house.store.stream::<Contact>() {
        let contact = contact?;
        if contact.trashed_at.is_none() {
            show(&TablePerson {
                contact: Some(&contact),
                client: contact.client.and_then(|id| clients.get(&id)),
            })?;
        }
    }
    let mut alone: Vec<&Client> = Vec::new();
    for client in clients
        .values()
        .filter(|client| client.trashed_at.is_none())
    {
        let known = house
            .store
            .starting_with(Index::ContactOfClient, &client.id.to_bytes())?;
        if known.is_empty() {
            alone.push(client);
        }
    }
    alone.sort_by_key(|client| client.id);
    for client in alone {
        show(&TablePerson {
            contact: None,
            client: Some(client),
        })?;
    }
    Ok(())
}
