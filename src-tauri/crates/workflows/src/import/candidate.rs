//! Who of the book, or of the rows before, a person may be.

use domain::Contact;
use store::{Index, Key, text_key};

use super::KnownAt;
use crate::duplicates::{Alike, Company, alike, covers_all};
use crate::fault::Fault;
use crate::house::House;

/// More who share a key than this are a house, not one person.
const SHARED_MOST: usize = 12;

/// Contacts of the book that have something in common with somebody, those in the trash only by their UID.
pub(super) fn in_book(house: &House, there: &Contact) -> Result<Vec<Contact>, Fault> {
    let mut keys: Vec<Key> = Vec::new();
    let mut look = |index: Index, text: &str| -> Result<(), Fault> {
        let found = house.store.starting_with(index, &text_key(text))?;
        if found.len() <= SHARED_MOST {
            keys.extend(found);
        }
        Ok(())
    };
    look(Index::ContactUid, &there.uid)?;
    for email in &there.emails {
        look(Index::ContactEmail, &email.folded())?;
    }
    for phone in &there.phones {
        look(Index::ContactPhone, &phone.dialled())?;
    }
    look(Index::ContactName, &there.folded_name())?;
    keys.sort_unstable();
    keys.dedup();
    let mut found = Vec::with_capacity(keys.len());
    for key in keys {
        found.extend(house.store.get::<Contact>(key)?);
    }
    Ok(found)
}

/// Somebody a person may be.
pub(super) struct Candidate {
    pub(super) at: KnownAt,
    pub(super) here: Box<Contact>,
    pub(super) alike: Alike,
    pub(super) covered: bool,
    pub(super) by_uid: bool,
}

impl Candidate {
    /// Somebody as one a person may be; nothing when they are not alike.
    pub(super) fn of(here: &Contact, there: &Contact, at: KnownAt) -> Option<Self> {
        let company = match (here.client, there.client) {
            (Some(one), Some(other)) if one == other => Company::Same,
            (Some(_), Some(_)) => Company::Other,
            _ => Company::Unknown,
        };
        let alike = alike(here, there, company)?;
        Some(Self {
            at,
            covered: company != Company::Other && covers_all(here, there),
            by_uid: here.uid == there.uid || here.sources.iter().any(|own| own.uid == there.uid),
            alike,
            here: Box::new(here.clone()),
        })
    }

    /// The lower, the surer; the book before the files.
    pub(super) fn rank(&self) -> (bool, bool, bool, bool) {
        (
            !self.by_uid,
            !self.covered,
            !self.alike.sure,
            at_row(self.at),
        )
    }
}

/// Whether it is an earlier row.
pub(super) fn at_row(at: KnownAt) -> bool {
    matches!(at, KnownAt::Row(_))
}

/// Whether a card says when it was last changed (REV), and that is before what is here was.
pub(super) fn is_older(there: &Contact, here: &Contact) -> bool {
    there.updated_at != chrono::DateTime::UNIX_EPOCH && there.updated_at < here.updated_at
}
