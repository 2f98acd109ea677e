//! Two become one.

use domain::{Apart, Client, ClientId, Contact, ContactId, Merge, Merged, Zone};
use store::{Index, Tx};

use super::{Line, Party, Pick, join, moving};
use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::note;

/// Makes two one: `gone` goes into `kept`, with all that is its own. Both are kept whole in the merge, which can be
/// taken back for life.
pub fn merge(house: &House, kept: Party, gone: Party, picks: &[Pick]) -> Result<Done, Fault> {
    let _gate = house.gate();
    match (kept, gone) {
        (Party::Contact(kept), Party::Contact(gone)) if kept != gone => {
            contacts(house, kept, gone, picks)
        }
        (Party::Client(kept), Party::Client(gone)) if kept != gone => {
            clients(house, kept, gone, picks)
        }
        _ => Err(Fault::invalid("error-merge-kinds")),
    }
}

fn contacts(
    house: &House,
    kept: ContactId,
    gone: ContactId,
    picks: &[Pick],
) -> Result<Done, Fault> {
    let (kept, gone) = (contact(house, kept)?, contact(house, gone)?);
    let now = house.clock.now();
    let made = join::contacts(&kept, &gone, picks, now);
    let (name, other) = (kept.name.clone(), gone.name.clone());
    let note = noted(house, &name, &other);
    let ((), receipt) = house
        .store
        .commit(note, |tx| put_contacts(house, tx, kept, gone, made, false))?;
    let said = Said::new("said-merged")
        .with("kept", name)
        .with("gone", other);
    Done::of(house, said, None, receipt.seq)
}

/// Writes that `gone` went into `kept` and made `made` of it.
pub(crate) fn put_contacts(
    house: &House,
    tx: &mut Tx<'_>,
    kept: Contact,
    gone: Contact,
    made: Contact,
    quiet: bool,
) -> Result<(), store::StoreError> {
    tx.put(&made)?;
    tx.remove::<Contact>(gone.id.to_bytes())?;
    tx.put(&Merge {
        id: house.clock.new_id(),
        at: house.clock.now(),
        quiet,
        of: Merged::Contacts {
            kept: Box::new(kept),
            gone: Box::new(gone),
            made: Box::new(made),
        },
    })
}

fn clients(house: &House, kept: ClientId, gone: ClientId, picks: &[Pick]) -> Result<Done, Fault> {
    let (kept, gone) = (client(house, kept)?, client(house, gone)?);
    let now = house.clock.now();
    let made = join::clients(&kept, &gone, picks, now);
    let (name, other) = (kept.name.clone(), gone.name.clone());
    let what = moving::of(house, gone.id)?;
    let renamed = made.name != gone.name;
    let note = noted(house, &name, &other);
    let ((), receipt) = house.store.commit(note, |tx| -> Result<(), Fault> {
        tx.put(&made)?;
        tx.remove::<Client>(gone.id.to_bytes())?;
        let moved = moving::there(tx, what, gone.id, kept.id, renamed, now)?;
        tx.put(&Merge {
            id: house.clock.new_id(),
            at: now,
            quiet: false,
            of: Merged::Clients {
                kept: Box::new(kept),
                gone: Box::new(gone),
                made: Box::new(made),
                moved,
            },
        })?;
        Ok(())
    })?;
    let said = Said::new("said-merged")
        .with("kept", name)
        .with("gone", other);
    Done::of(house, said, None, receipt.seq)
}

fn noted(house: &House, kept: &str, gone: &str) -> store::Note {
    let args = [("title", kept.to_owned()), ("gone", gone.to_owned())];
    note::of(house, "merged", &args)
}

/// The merges that made somebody what they are, the latest first.
pub fn merges_of(house: &House, party: Party) -> Result<Vec<Line>, Fault> {
    let key = match party {
        Party::Contact(id) => id.to_bytes(),
        Party::Client(id) => id.to_bytes(),
    };
    let (words, home, today) = (house.words(), house.home(), house.now_wall().date());
    let mut lines = Vec::new();
    for key in house.store.starting_with(Index::MergeInto, &key)? {
        let Some(merge) = house.store.get::<Merge>(key)? else {
            continue;
        };
        let gone = match merge.of {
            Merged::Contacts { gone, .. } => gone.name,
            Merged::Clients { gone, .. } => gone.name,
        };
        lines.push(Line {
            id: merge.id,
            when: words.wall(Zone::Floating.wall(merge.at, home), today),
            gone,
            quiet: merge.quiet,
        });
    }
    lines.reverse();
    Ok(lines)
}

/// That two are not the same, and are never held for one again.
pub fn apart(house: &House, one: Party, other: Party) -> Result<Done, Fault> {
    let _gate = house.gate();
    let now = house.clock.now();
    let (apart, names) = match (one, other) {
        (Party::Contact(a), Party::Contact(b)) => (
            Apart::of(a, b, now),
            [contact(house, a)?.name, contact(house, b)?.name],
        ),
        (Party::Client(a), Party::Client(b)) => (
            Apart::of(a, b, now),
            [client(house, a)?.name, client(house, b)?.name],
        ),
        _ => return Err(Fault::invalid("error-merge-kinds")),
    };
    let [name, other] = names;
    let args = [("title", name.clone()), ("other", other.clone())];
    let note = note::of(house, "apart", &args);
    let ((), receipt) = house.store.commit(note, |tx| tx.put(&apart))?;
    let said = Said::new("said-apart")
        .with("name", name)
        .with("other", other);
    Done::of(house, said, None, receipt.seq)
}

pub(super) fn contact(house: &House, id: ContactId) -> Result<Contact, Fault> {
    house.store.get(id.to_bytes())?.ok_or_else(Fault::gone)
}

pub(super) fn client(house: &House, id: ClientId) -> Result<Client, Fault> {
    house.store.get(id.to_bytes())?.ok_or_else(Fault::gone)
}
