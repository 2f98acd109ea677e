//! One becomes two again, however long ago they were made one.

use domain::{Apart, Client, ClientId, Contact, Merge, MergeId, Merged};
use store::{Index, Key, Record, Tx};

use super::join::Parted;
use super::moving;
use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::note;

/// Takes a merge back: the one that went is there again as it was; of the one that stayed, what the merge made of it
/// goes back and what was edited since stays. The two are not held for one again.
///
/// # Errors
/// [`crate::FaultKind::Gone`] when it was taken back already; [`crate::FaultKind::Invalid`] while what it made has
/// itself gone into another: that merge is taken back first.
pub fn unmerge(house: &House, merge: MergeId) -> Result<Done, Fault> {
    let _gate = house.gate();
    let merge: Merge = house.store.get(merge.to_bytes())?.ok_or_else(Fault::gone)?;
    let (name, other) = match &merge.of {
        Merged::Contacts { made, gone, .. } => (made.name.clone(), gone.name.clone()),
        Merged::Clients { made, gone, .. } => (made.name.clone(), gone.name.clone()),
    };
    let args = [("title", name.clone()), ("gone", other.clone())];
    let note = note::of(house, "unmerged", &args);
    let ((), receipt) = house.store.commit(note, |tx| match &merge.of {
        Merged::Contacts { kept, gone, made } => {
            let gone = Contact {
                client: standing(house, gone.client)?,
                ..(**gone).clone()
            };
            let apart = Apart::of(kept.id, gone.id, house.clock.now());
            part(
                house,
                tx,
                &merge,
                (&**kept, &**made),
                &gone,
                kept.id.to_bytes(),
            )?;
            tx.put(&apart).map_err(Fault::from)
        }
        Merged::Clients {
            kept,
            gone,
            made,
            moved,
        } => {
            let apart = Apart::of(kept.id, gone.id, house.clock.now());
            part(
                house,
                tx,
                &merge,
                (&**kept, &**made),
                &**gone,
                kept.id.to_bytes(),
            )?;
            moving::back(tx, moved, gone.id, kept.id)?;
            tx.put(&apart).map_err(Fault::from)
        }
    })?;
    let said = Said::new("said-unmerged")
        .with("kept", name)
        .with("gone", other);
    Done::of(house, said, None, receipt.seq)
}

fn part<R: Record + Parted + Touched>(
    house: &House,
    tx: &mut Tx<'_>,
    merge: &Merge,
    (kept, made): (&R, &R),
    gone: &R,
    key: Key,
) -> Result<(), Fault> {
    let Some(mut now) = tx.get::<R>(key)? else {
        return Err(Fault::invalid("error-unmerge-later"));
    };
    let was_made = now.is_as(made);
    now.part(kept, made);
    if !was_made {
        now.touch(house.clock.now());
    }
    tx.put(&now)?;
    tx.put(gone)?;
    // Later merges into the same one must not bring back what came with this one.
    for other in house.store.starting_with(Index::MergeInto, &key)? {
        let later = tx
            .get::<Merge>(other)?
            .filter(|other| other.id != merge.id && other.at >= merge.at);
        if let Some(mut later) = later {
            R::part_merge(&mut later.of, kept, made);
            tx.put(&later)?;
        }
    }
    tx.remove::<Merge>(merge.id.to_bytes()).map_err(Fault::from)
}

/// What contacts and clients have in common here.
trait Touched: PartialEq {
    fn touch(&mut self, now: chrono::DateTime<chrono::Utc>);
    fn is_as(&self, made: &Self) -> bool {
        self == made
    }
    fn part_merge(merged: &mut Merged, kept: &Self, made: &Self);
}

impl Touched for Contact {
    fn touch(&mut self, now: chrono::DateTime<chrono::Utc>) {
        self.updated_at = now;
    }

    fn part_merge(merged: &mut Merged, before: &Self, after: &Self) {
        if let Merged::Contacts { kept, made, .. } = merged {
            kept.part(before, after);
            made.part(before, after);
        }
    }
}

impl Touched for Client {
    fn touch(&mut self, now: chrono::DateTime<chrono::Utc>) {
        self.updated_at = now;
    }

    fn part_merge(merged: &mut Merged, before: &Self, after: &Self) {
        if let Merged::Clients { kept, made, .. } = merged {
            kept.part(before, after);
            made.part(before, after);
        }
    }
}

/// The client that stands where `client` stood: itself, or whom it has gone into since.
fn standing(house: &House, client: Option<ClientId>) -> Result<Option<ClientId>, Fault> {
    const FOLLOWED: usize = 64;
    let mut client = client;
    for _ in 0..FOLLOWED {
        let Some(id) = client else { return Ok(None) };
        if house.store.get::<Client>(id.to_bytes())?.is_some() {
            return Ok(client);
        }
        let merges: Vec<Merge> = house.store.all()?;
        client = merges.into_iter().find_map(|merge| match merge.of {
            Merged::Clients { kept, gone, .. } if gone.id == id => Some(kept.id),
            _ => None,
        });
    }
    Ok(client)
}
