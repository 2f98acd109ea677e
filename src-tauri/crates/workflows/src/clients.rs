//! Clients, plainly: their depth has its own issue.

use std::cmp::Reverse;

use domain::{Client, ClientId, Zone, clean_line, clean_text, fold};

use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::seen::Seen;
use crate::touchpoints::ClientChoice;
use crate::{days, note, reads};

/// A line of the list.
#[derive(Debug, Clone)]
pub struct Row {
    /// The client.
    pub client: Client,
    /// The last touchpoint before now.
    pub last: Option<Seen>,
    /// The next one.
    pub next: Option<Seen>,
    /// How many are its own.
    pub touchpoints: usize,
}

/// A client's page.
#[derive(Debug, Clone)]
pub struct Page {
    /// The client.
    pub client: Client,
    /// To come, the nearest first; those of the tray last.
    pub coming: Vec<Seen>,
    /// Past, the latest first.
    pub past: Vec<Seen>,
}

/// How far a series is followed on a client's page, in days.
const FOLLOWED_DAYS: u64 = 90;
/// The most lines of a list or a page.
const MOST: usize = 2_000;

/// The clients whose name holds `words` (accents and case aside), by name.
pub fn list(house: &House, words: &str) -> Result<Vec<Row>, Fault> {
    let wanted = fold(words.trim());
    let mut rows = Vec::new();
    for client in reads::clients(house)? {
        if client.trashed_at.is_none() && fold(&client.name).contains(&wanted) {
            let page = page(house, client.id)?;
            rows.push(Row {
                touchpoints: page.coming.len() + page.past.len(),
                last: page.past.into_iter().next(),
                next: page.coming.into_iter().find(|one| one.slot().is_some()),
                client,
            });
        }
        if rows.len() == MOST {
            break;
        }
    }
    Ok(rows)
}

/// A client's page.
pub fn page(house: &House, id: ClientId) -> Result<Page, Fault> {
    let client = client(house, id)?;
    let (home, now) = (house.home(), house.clock.now());
    let today = Zone::Floating.wall(now, home);
    let until = today
        .checked_add_days(chrono::Days::new(FOLLOWED_DAYS))
        .unwrap_or(today);
    let since = today
        .checked_sub_days(chrono::Days::new(FOLLOWED_DAYS))
        .unwrap_or(today);
    let mut seen = Vec::new();
    for touchpoint in reads::of_client(house, id)? {
        if touchpoint.recurrence.is_some() {
            seen.extend(days::occurrences(house, &touchpoint, since, until)?);
        } else {
            seen.push(days::single(touchpoint));
        }
    }
    days::name_clients(house, &mut seen)?;
    let start = |one: &Seen| one.span(home).map(|span| span.start);
    let (mut past, mut coming): (Vec<Seen>, Vec<Seen>) = seen
        .into_iter()
        .partition(|one| one.span(home).is_some_and(|span| span.end <= now));
    past.sort_by_key(|one| Reverse(start(one)));
    coming.sort_by_key(|one| (start(one).is_none(), start(one)));
    past.truncate(MOST);
    Ok(Page {
        client,
        coming,
        past,
    })
}

/// Makes a client.
pub fn create(house: &House, name: &str) -> Result<Done, Fault> {
    let _gate = house.gate();
    let client = new_client(house, name)?;
    write(house, client, "client-created", "said-client-created")
}

/// Changes fields of a client; `None` leaves one as it is.
pub fn edit(
    house: &House,
    id: ClientId,
    name: Option<&str>,
    notes: Option<&str>,
) -> Result<Done, Fault> {
    let _gate = house.gate();
    let mut client = client(house, id)?;
    if let Some(name) = name {
        client.name = clean_name(name)?;
    }
    if let Some(notes) = notes {
        client.notes = clean_text(notes, domain::Touchpoint::TEXT_MOST);
    }
    write(house, client, "client-edited", "said-client-edited")
}

/// Puts a client in the trash; its touchpoints stay.
pub fn trash(house: &House, id: ClientId) -> Result<Done, Fault> {
    let _gate = house.gate();
    let client = Client {
        trashed_at: Some(house.clock.now()),
        ..client(house, id)?
    };
    write(house, client, "client-trashed", "said-client-trashed")
}

/// Takes a client out of the trash.
pub fn restore(house: &House, id: ClientId) -> Result<Done, Fault> {
    let _gate = house.gate();
    let client = Client {
        trashed_at: None,
        ..client(house, id)?
    };
    write(house, client, "client-restored", "said-client-restored")
}

/// The client of a draft or an edit, made when it is new.
pub(crate) enum Chosen {
    Nobody,
    Existing(ClientId),
    New(Client),
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
            Self::New(client) => Some(client),
            Self::Nobody | Self::Existing(_) => None,
        }
    }
}

/// A new name that is a client's already means that client.
pub(crate) fn chosen(house: &House, choice: &ClientChoice) -> Result<Chosen, Fault> {
    match choice {
        ClientChoice::Nobody => Ok(Chosen::Nobody),
        ClientChoice::Existing(id) => client(house, *id).map(|client| Chosen::Existing(client.id)),
        ClientChoice::New(name) => {
            let wanted = fold(&clean_name(name)?);
            let known = reads::clients(house)?
                .into_iter()
                .find(|client| client.trashed_at.is_none() && fold(&client.name) == wanted);
            match known {
                Some(client) => Ok(Chosen::Existing(client.id)),
                None => new_client(house, name).map(Chosen::New),
            }
        }
    }
}

fn new_client(house: &House, name: &str) -> Result<Client, Fault> {
    let name = clean_name(name)?;
    Ok(Client::new(house.clock.new_id(), name, house.clock.now()))
}

fn clean_name(name: &str) -> Result<String, Fault> {
    let name = clean_line(name, Client::NAME_MOST);
    if name.is_empty() {
        Err(Fault::invalid("error-client-name"))
    } else {
        Ok(name)
    }
}

fn client(house: &House, id: ClientId) -> Result<Client, Fault> {
    house
        .store
        .get::<Client>(id.to_bytes())?
        .ok_or_else(Fault::gone)
}

fn write(house: &House, client: Client, label: &str, said: &'static str) -> Result<Done, Fault> {
    let client = Client {
        updated_at: house.clock.now(),
        ..client
    };
    let note = note::of(house, label, &[("title", client.name.clone())]);
    let ((), receipt) = house.store.commit(note, |tx| tx.put(&client))?;
    let said = Said::new(said).with("name", client.name.clone());
    let done = Done::of(house, said, None, receipt.seq)?;
    Ok(Done {
        client: Some(client),
        ..done
    })
}
