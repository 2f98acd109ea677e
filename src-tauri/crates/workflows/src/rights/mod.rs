//! The person's rights (GDPR): what they agreed to, that they object, that they are looked at again after three years
//! without a word, that they are given what is known of them, and that they are erased. `docs/PRIVACY.md` says it to
//! the one whose book it is.

pub(crate) mod absent;
pub mod erase;
mod erasing;
pub mod export;
pub(crate) mod files;
mod lines;
pub(crate) mod named;
pub(crate) mod nameless;
mod object;
mod page;
pub(crate) mod reach;
pub mod review;
mod swept;
pub(crate) mod texts;

use chrono::{DateTime, Utc};
use domain::{Client, Contact, ContactId, Merge, Merged, Zone};

use crate::fault::Fault;
use crate::house::House;
use named::Named;

pub use object::{Who, object};
pub(crate) use object::{consents, may_contact};

/// The days on which people were erased, as one reads them: `24 nov., 3 déc.`.
pub fn days_of(house: &House, erased: &[DateTime<Utc>]) -> String {
    let (words, today) = (house.words(), house.now_wall().date());
    let day = |at: &DateTime<Utc>| Zone::Floating.wall(*at, house.home()).date();
    let mut days: Vec<_> = erased.iter().map(day).collect();
    days.dedup();
    let days: Vec<String> = days.into_iter().map(|day| words.date(day, today)).collect();
    days.join(", ")
}

/// What finds somebody in texts and nobody else: an address or a number of the house, and a name two people have, are
/// not theirs alone.
pub(crate) fn named_alone<'a>(
    house: &House,
    sides: impl IntoIterator<Item = &'a Contact>,
) -> Result<Named, Fault> {
    let sides: Vec<&Contact> = sides.into_iter().collect();
    let mut named = Named::of(sides.iter().copied());
    for contact in house.store.stream_any::<Contact>() {
        let contact = contact?;
        if named.is_empty() {
            break;
        }
        if !sides.iter().any(|side| side.id == contact.id) {
            named.share_with(&Named::of([&contact]));
        }
    }
    for client in house.store.stream_any::<Client>() {
        share_with_house(&mut named, &client?);
    }
    Ok(named)
}

/// What a house is reached by is not somebody's alone.
fn share_with_house(named: &mut Named, client: &Client) {
    if client.emails.is_empty() && client.phones.is_empty() {
        return;
    }
    let mut reached = Contact::new(
        ContactId::from_bytes([0; 16]),
        String::new(),
        client.created_at,
    );
    reached.emails.clone_from(&client.emails);
    reached.phones.clone_from(&client.phones);
    named.share_with(&Named::of([&reached]));
}

/// The merges that have somebody on a side, and all others.
pub(crate) fn merges_of(house: &House, id: ContactId) -> Result<(Vec<Merge>, Vec<Merge>), Fault> {
    let mut merges: Vec<Merge> = house.store.all()?;
    let mut theirs = Vec::new();
    let mut known = vec![id];
    // What went into what they were made of is theirs as well.
    loop {
        let (some, others): (Vec<Merge>, Vec<Merge>) =
            merges.into_iter().partition(|merge| match &merge.of {
                Merged::Contacts { kept, gone, made } => [kept, gone, made]
                    .into_iter()
                    .any(|side| known.contains(&side.id)),
                Merged::Clients { .. } => false,
            });
        merges = others;
        if some.is_empty() {
            return Ok((theirs, merges));
        }
        for merge in &some {
            if let Merged::Contacts { kept, gone, .. } = &merge.of {
                known.extend([kept.id, gone.id]);
            }
        }
        theirs.extend(some);
    }
}
