//! The files people came in, without one of them. The bytes of their cards and rows go, so do the lines of calendars that
//! name them as a participant; elsewhere a nameless word stands in their place. What is left of a file is another file:
//! bringing the old one in again is bringing in a file the book does not know.

use std::collections::{BTreeMap, HashSet};

use domain::{Contact, ContactId, SourceFile, SourceId, Touchpoint, TouchpointId};
use exchange::{Scrubbed, Stretch, scrubbed};
use store::{Attic, Index, StoreError, Tx};

use super::nameless::Nameless;
use crate::fault::Fault;
use crate::house::House;
use crate::reads;

/// What stands in an identity that named somebody.
pub(super) const NOBODY: &str = "nobody";

/// A record that knows a file by its bytes, and where they stand now.
#[derive(Debug)]
pub(super) struct Moved<I> {
    pub(super) id: I,
    /// Which of its sources.
    pub(super) nth: usize,
    pub(super) place: Stretch,
}

/// A file as it is written anew.
#[derive(Debug)]
pub(crate) struct Rewritten {
    from: SourceFile,
    /// Nothing when nobody's bytes are left.
    now: Option<(SourceFile, Vec<u8>)>,
    pub(super) contacts: Vec<Moved<ContactId>>,
    pub(super) touchpoints: Vec<Moved<TouchpointId>>,
}

impl Rewritten {
    /// The file as it came.
    pub(super) fn from(&self) -> SourceId {
        self.from.id
    }

    /// The file as it is now, with its bytes.
    pub(super) fn now(&self) -> Option<(&SourceFile, &[u8])> {
        let now = self.now.as_ref();
        now.map(|(file, bytes)| (file, bytes.as_slice()))
    }

    /// What knows the file by its bytes knows the new one by where they stand now: `contacts` and `touchpoints` are
    /// those that are written anyhow, and get whoever else does.
    pub(crate) fn move_along(
        &self,
        house: &House,
        nameless: &Nameless<'_>,
        contacts: &mut BTreeMap<ContactId, Contact>,
        touchpoints: &mut BTreeMap<TouchpointId, Touchpoint>,
    ) -> Result<(), Fault> {
        let Some((now, _)) = &self.now else {
            return Ok(());
        };
        for moved in &self.contacts {
            let contact = match contacts.remove(&moved.id) {
                Some(contact) => Some(contact),
                None => house.store.get(moved.id.to_bytes())?,
            };
            let Some(mut contact) = contact else { continue };
            if let Some(source) = contact.sources.get_mut(moved.nth) {
                source.file = now.id;
                (source.offset, source.length) = moved.place;
                if let Some(uid) = nameless.masked_as(&source.uid, NOBODY) {
                    source.uid = uid;
                }
            }
            contacts.insert(contact.id, contact);
        }
        for moved in &self.touchpoints {
            let touchpoint = match touchpoints.remove(&moved.id) {
                Some(touchpoint) => Some(touchpoint),
                None => house.store.get(moved.id.to_bytes())?,
            };
            let Some(mut touchpoint) = touchpoint else {
                continue;
            };
            touchpoint.source.file = Some(now.id);
            (touchpoint.source.offset, touchpoint.source.length) = moved.place;
            touchpoints.insert(touchpoint.id, touchpoint);
        }
        Ok(())
    }

    pub(crate) fn keep(&self, house: &House) -> Result<(), Fault> {
        if let Some((_, bytes)) = &self.now {
            house.store.attic().keep(bytes).map_err(StoreError::from)?;
        }
        Ok(())
    }

    pub(crate) fn write(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        let (from, now) = (self.from.id, self.now.as_ref());
        if now.is_none_or(|(file, _)| file.id != from) {
            tx.remove::<SourceFile>(from.to_bytes())?;
        }
        now.map_or(Ok(()), |(file, _)| tx.put(file))
    }
}

/// Every file that has bytes of somebody's, or a name that does.
pub(super) fn rewritten(
    house: &House,
    contact: &Contact,
    nameless: &Nameless<'_>,
) -> Result<Vec<Rewritten>, Fault> {
    let mut all = Vec::new();
    for source in reads::sources(house)? {
        // A file the attic lost has no bytes of anybody's.
        let Ok(bytes) = house.store.attic().read(&source.blob) else {
            continue;
        };
        let gone = stretches(contact, source.id);
        let contacts = cards_in(house, source.id, Some(contact.id))?;
        let touchpoints = reads::of_source(house, source.id)?;
        let touchpoints = touchpoints.iter().map(moved).collect();
        all.extend(without_them(
            source,
            bytes,
            &gone,
            (contacts, touchpoints),
            nameless,
        ));
    }
    Ok(all)
}

/// The files records came in, without the bytes of those that go for good.
pub(crate) fn left_by(
    house: &House,
    contacts: &HashSet<ContactId>,
    touchpoints: &HashSet<TouchpointId>,
) -> Result<Vec<Rewritten>, Fault> {
    let mut gone: BTreeMap<SourceId, Vec<Stretch>> = BTreeMap::new();
    for id in contacts {
        let contact: Option<Contact> = house.store.get(id.to_bytes())?;
        for source in contact.into_iter().flat_map(|one| one.sources) {
            let stretch = (source.offset, source.length);
            gone.entry(source.file).or_default().push(stretch);
        }
    }
    for id in touchpoints {
        let one: Option<Touchpoint> = house.store.get(id.to_bytes())?;
        if let Some(source) = one.map(|one| one.source)
            && let Some(file) = source.file
        {
            let stretch = (source.offset, source.length);
            gone.entry(file).or_default().push(stretch);
        }
    }
    let mut all = Vec::new();
    for (file, mut gone) in gone {
        let source: Option<SourceFile> = house.store.get(file.to_bytes())?;
        let Some(source) = source else { continue };
        let Ok(bytes) = house.store.attic().read(&source.blob) else {
            continue;
        };
        let mut cards = cards_in(house, file, None)?;
        cards.retain(|one| !contacts.contains(&one.id));
        let mut others = reads::of_source(house, file)?;
        others.retain(|one| !touchpoints.contains(&one.id));
        let others = others.iter().map(moved).collect();
        gone.sort_unstable();
        gone.dedup();
        all.extend(without_them(
            source,
            bytes,
            &gone,
            (cards, others),
            &Nameless::NOBODY,
        ));
    }
    Ok(all)
}

/// Where somebody's cards and rows are in a file.
pub(super) fn stretches(contact: &Contact, file: SourceId) -> Vec<Stretch> {
    let own = contact.sources.iter().filter(|one| one.file == file);
    own.map(|one| (one.offset, one.length)).collect()
}

/// A file without what is `gone` of it and without their names; nothing when it never had any. `others` are the records
/// that stay and know it by its bytes.
pub(super) fn without_them(
    source: SourceFile,
    bytes: Vec<u8>,
    gone: &[Stretch],
    others: (Vec<Moved<ContactId>>, Vec<Moved<TouchpointId>>),
    nameless: &Nameless<'_>,
) -> Option<Rewritten> {
    let (mut contacts, mut touchpoints) = others;
    let cards = contacts.iter().map(|one| one.place);
    let stretches: Vec<Stretch> = cards
        .chain(touchpoints.iter().map(|one| one.place))
        .collect();
    let mut line = |text: &str| without(nameless, text);
    let name = nameless.masked(&source.name);
    let (bytes, places) = match scrubbed(&bytes, gone, &stretches, &mut line) {
        Some(new) => new,
        None if name.is_none() => return None,
        None => (bytes, stretches),
    };
    let mut places = places.into_iter();
    for one in &mut contacts {
        one.place = places.next().unwrap_or(one.place);
    }
    for one in &mut touchpoints {
        one.place = places.next().unwrap_or(one.place);
    }
    let nobody = contacts.is_empty() && touchpoints.is_empty();
    let now = (!nobody).then(|| {
        let file = SourceFile {
            id: SourceId::from_content(&bytes),
            name: name.unwrap_or_else(|| source.name.clone()),
            blob: Attic::address_of(&bytes),
            size: bytes.len() as u64,
            brought_at: source.brought_at,
        };
        (file, bytes)
    });
    Some(Rewritten {
        from: source,
        now,
        contacts,
        touchpoints,
    })
}

pub(super) fn moved(one: &Touchpoint) -> Moved<TouchpointId> {
    Moved {
        id: one.id,
        nth: 0,
        place: (one.source.offset, one.source.length),
    }
}

/// The cards of somebody who stays in a file.
pub(super) fn cards_of(
    contact: &Contact,
    file: SourceId,
) -> impl Iterator<Item = Moved<ContactId>> + '_ {
    let own = contact.sources.iter().enumerate();
    own.filter(move |(_, source)| source.file == file)
        .map(|(nth, source)| Moved {
            id: contact.id,
            nth,
            place: (source.offset, source.length),
        })
}

/// The cards of everybody else in a file.
fn cards_in(
    house: &House,
    file: SourceId,
    but: Option<ContactId>,
) -> Result<Vec<Moved<ContactId>>, Fault> {
    let mut cards = Vec::new();
    for key in house
        .store
        .starting_with(Index::CardOfSource, &file.to_bytes())?
    {
        let Some(contact) = house.store.get::<Contact>(key)? else {
            continue;
        };
        if Some(contact.id) == but {
            continue;
        }
        cards.extend(cards_of(&contact, file));
    }
    Ok(cards)
}

/// A line of a file without them. Escaped line ends stand apart from the words around them.
fn without(nameless: &Nameless<'_>, line: &str) -> Scrubbed {
    let apart = line
        .replace("\\n", "\u{1}\u{1}")
        .replace("\\N", "\u{1}\u{2}");
    if !nameless.is_in(&apart) {
        return Scrubbed::Stays;
    }
    let property: String = line
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    let is = |name: &str| property.eq_ignore_ascii_case(name);
    if is("ATTENDEE") || is("ORGANIZER") {
        return Scrubbed::Goes;
    }
    // An identity stays one word.
    let word = if is("UID") || is("RELATED-TO") {
        NOBODY
    } else {
        nameless.word
    };
    let masked = nameless.masked_as(&apart, word).unwrap_or(apart);
    Scrubbed::Becomes(
        masked
            .replace("\u{1}\u{1}", "\\n")
            .replace("\u{1}\u{2}", "\\N"),
    )
}
