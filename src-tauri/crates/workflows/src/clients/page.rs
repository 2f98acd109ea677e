//! A client's page: everything that hangs on it.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use domain::{Client, ClientId, Contact, LinkKind, Market, Place, Zone};
use store::{Index, Record};

use super::client;
use crate::contacts::{self, Card};
use crate::fault::Fault;
use crate::house::House;
use crate::path::Trail;
use crate::seen::Seen;
use crate::{days, markets, places, reads, sides};

/// A client's page.
#[derive(Debug, Clone)]
pub struct Page {
    /// The client.
    pub client: Client,
    /// The market it is in; open when nothing was said of it.
    pub market: Option<Market>,
    /// Links to others and from them, by the other one's name.
    pub links: Vec<Linked>,
    /// Its contacts by name, those put aside last; at most [`contacts::AT_ONCE`].
    pub contacts: Vec<Card>,
    /// How many contacts there are.
    pub contact_count: usize,
    /// Its places in the order they were made, those put aside last.
    pub places: Vec<Place>,
    /// The merges it came from, the latest first.
    pub merges: Vec<domain::Merge>,
    /// To come, the nearest first; those of the tray last.
    pub coming: Vec<Seen>,
    /// Past, the latest first.
    pub past: Vec<Seen>,
    /// What the path shows beside them.
    pub trail: Trail,
}

/// A link between this client and another.
#[derive(Debug, Clone)]
pub struct Linked {
    /// How they hang together, seen from the one that has the link.
    pub kind: LinkKind,
    /// The other one.
    pub other: Client,
    /// Whether the other one has the link.
    pub inward: bool,
}

/// How far a series is followed on a client's page, in days.
const FOLLOWED_DAYS: u64 = 90;
/// The most lines of a page.
const MOST: usize = 2_000;

/// A client's page.
pub fn page(house: &House, id: ClientId) -> Result<Page, Fault> {
    let client = client(house, id)?;
    let (coming, past) = timeline(house, id)?;
    let keys = contacts::keys_of(house, Some(id))?;
    let mut people: Vec<Contact> = Vec::new();
    for key in keys.iter().take(contacts::AT_ONCE) {
        people.extend(house.store.get::<Contact>(*key)?);
    }
    people.sort_by_key(|contact| contact.archived_at.is_some());
    Ok(Page {
        market: markets::of_client(house, &client)?,
        links: links(house, &client)?,
        contacts: contacts::cards(house, people)?,
        contact_count: keys.len(),
        places: places::of_client(house, id)?,
        merges: sides::merges_into(house, client.key())?,
        trail: Trail::of(house, &client, coming.iter().chain(&past)),
        coming,
        past,
        client,
    })
}

/// What is to come with a client, and what is past.
pub(crate) fn timeline(house: &House, id: ClientId) -> Result<(Vec<Seen>, Vec<Seen>), Fault> {
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
    // A start takes a look at the zone: once for each, not at each comparison.
    past.sort_by_cached_key(|one| Reverse(start(one)));
    coming.sort_by_cached_key(|one| (start(one).is_none(), start(one)));
    past.truncate(MOST);
    coming.truncate(MOST);
    Ok((coming, past))
}

/// Links both ways; one to a record that is no longer here is not shown, and comes back with it.
fn links(house: &House, client: &Client) -> Result<Vec<Linked>, Fault> {
    let mut linked = Vec::new();
    let get = |key| house.store.get::<Client>(key);
    for link in &client.links {
        linked.extend(get(link.to.to_bytes())?.map(|other| Linked {
            kind: link.kind,
            other,
            inward: false,
        }));
    }
    let inward: BTreeSet<_> = house
        .store
        .starting_with(Index::LinkTo, &client.key())?
        .into_iter()
        .collect();
    for key in inward {
        let Some(other) = get(key)? else { continue };
        let kinds: Vec<LinkKind> = other
            .links
            .iter()
            .filter(|link| link.to == client.id)
            .map(|link| link.kind)
            .collect();
        linked.extend(kinds.into_iter().map(|kind| Linked {
            kind,
            other: other.clone(),
            inward: true,
        }));
    }
    linked.sort_by_key(|one| (one.inward, domain::fold(&one.other.name)));
    Ok(linked)
}
