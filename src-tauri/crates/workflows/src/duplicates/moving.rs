//! What is a client's own, and changes hands when two become one.

use chrono::{DateTime, Utc};
use domain::{CardField, Client, ClientId, ClientLink, Contact, Moved, Place, Tied, Touchpoint};
use store::{Index, Key, Record, Tx};

use crate::fault::Fault;
use crate::house::House;

/// The records that name a client.
pub(super) struct Own {
    contacts: Vec<Key>,
    places: Vec<Key>,
    touchpoints: Vec<Key>,
    linked: Vec<Key>,
}

/// Everything that names `client`, what is in the trash too: it would come out of it with no client.
pub(super) fn of(house: &House, client: ClientId) -> Result<Own, Fault> {
    let own = |index| house.store.starting_with(index, &client.to_bytes());
    let mut of = Own {
        contacts: own(Index::ContactOfClient)?,
        places: own(Index::PlaceOfClient)?,
        touchpoints: own(Index::OfClient)?,
        linked: own(Index::LinkTo)?,
    };
    for key in house.store.starting_with(Index::Trash, &[])? {
        // The trash is of every noun: a key leads to one of them.
        if found::<Contact>(house, key)?.is_some_and(|one| one.client == Some(client)) {
            of.contacts.push(key);
        } else if found::<Place>(house, key)?.is_some_and(|one| one.client == client) {
            of.places.push(key);
        } else if found::<Touchpoint>(house, key)?.is_some_and(|one| one.client == Some(client)) {
            of.touchpoints.push(key);
        }
    }
    Ok(of)
}

fn found<R: Record>(house: &House, key: Key) -> Result<Option<R>, Fault> {
    Ok(house.store.get(key)?)
}

/// Gives everything that names `gone` to `kept`, and says what it was. When the two have other names (`renamed`), the
/// cards of contacts say the new one from now on.
pub(super) fn there(
    tx: &mut Tx<'_>,
    own: Own,
    gone: ClientId,
    kept: ClientId,
    renamed: bool,
    now: DateTime<Utc>,
) -> Result<Moved, Fault> {
    let mut moved = Moved::default();
    for key in own.contacts {
        if let Some(mut one) = tx.get::<Contact>(key)? {
            one.client = Some(kept);
            moved.contacts.push(one.id);
            if renamed && !one.sources.is_empty() && one.edits.insert(CardField::Client) {
                moved.marked.push(one.id);
            }
            tx.put(&one)?;
        }
    }
    for key in own.places {
        if let Some(mut one) = tx.get::<Place>(key)? {
            one.client = kept;
            moved.places.push(one.id);
            tx.put(&one)?;
        }
    }
    for key in own.touchpoints {
        if let Some(mut one) = tx.get::<Touchpoint>(key)? {
            one.client = Some(kept);
            moved.touchpoints.push(one.id);
            tx.put(&one)?;
        }
    }
    for key in own.linked {
        if let Some(mut one) = tx.get::<Client>(key)? {
            let led: Vec<ClientLink> = one
                .links
                .iter()
                .copied()
                .filter(|link| link.to == gone)
                .collect();
            for link in led {
                one.links.remove(&link);
                let new = ClientLink { to: kept, ..link };
                // The kept one's own link to what is now itself went with the merge.
                let already = one.id == kept || !one.links.insert(new);
                let tied = Tied {
                    from: one.id,
                    kind: link.kind,
                    already,
                };
                moved.linked.push(tied);
            }
            one.updated_at = now;
            tx.put(&one)?;
        }
    }
    Ok(moved)
}

/// Gives back to `gone` what still is `kept`'s.
pub(super) fn back(
    tx: &mut Tx<'_>,
    moved: &Moved,
    gone: ClientId,
    kept: ClientId,
) -> Result<(), Fault> {
    for id in &moved.contacts {
        let one: Option<Contact> = tx.get(id.to_bytes())?;
        if let Some(mut one) = one.filter(|one| one.client == Some(kept)) {
            one.client = Some(gone);
            if moved.marked.contains(id) {
                one.edits.remove(&CardField::Client);
            }
            tx.put(&one)?;
        }
    }
    for id in &moved.places {
        let one: Option<Place> = tx.get(id.to_bytes())?;
        if let Some(mut one) = one.filter(|one| one.client == kept) {
            one.client = gone;
            tx.put(&one)?;
        }
    }
    for id in &moved.touchpoints {
        let one: Option<Touchpoint> = tx.get(id.to_bytes())?;
        if let Some(mut one) = one.filter(|one| one.client == Some(kept)) {
            one.client = Some(gone);
            tx.put(&one)?;
        }
    }
    for Tied {
        from,
        kind,
        already,
    } in &moved.linked
    {
        // The kept one's own links are among the fields that are taken apart.
        let Some(mut one) = tx
            .get::<Client>(from.to_bytes())?
            .filter(|one| one.id != kept)
        else {
            continue;
        };
        let (new, old) = (
            ClientLink {
                kind: *kind,
                to: kept,
            },
            ClientLink {
                kind: *kind,
                to: gone,
            },
        );
        let stands = if *already {
            one.links.contains(&new)
        } else {
            one.links.remove(&new)
        };
        if stands {
            one.links.insert(old);
            tx.put(&one)?;
        }
    }
    Ok(())
}
