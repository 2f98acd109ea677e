//! The files people came in, without one of them. The bytes of their cards and rows go, so do the lines of calendars that
//! name them as a participant; elsewhere a nameless word stands in their place. What is left of a file is another file:
//! bringing the old one in again is bringing in a file the book does not know.

use domain::{Contact, ContactId, SourceFile, SourceId, Touchpoint, TouchpointId};
use exchange::{Scrubbed, Stretch, scrubbed};
use store::{Attic, Index, StoreError, Tx};

use super::named::Named;
use crate::fault::Fault;
use crate::house::House;
use crate::reads;

/// What stands in an identity that named somebody.
pub(super) const NOBODY: &str = "nobody";

/// A record that knows a file by its bytes, and where they stand now.
pub(super) struct Moved<I> {
    pub(super) id: I,
    /// Which of its sources.
    pub(super) nth: usize,
    pub(super) place: Stretch,
}

/// A file as it is written anew.
pub(super) struct Rewritten {
    from: SourceFile,
    /// Nothing when nobody's bytes are left.
    now: Option<(SourceFile, Vec<u8>)>,
    pub(super) contacts: Vec<Moved<ContactId>>,
    pub(super) touchpoints: Vec<Moved<TouchpointId>>,
}

impl Rewritten {
    pub(super) fn to(&self) -> Option<SourceId> {
        self.now.as_ref().map(|(file, _)| file.id)
    }

    pub(super) fn keep(&self, house: &House) -> Result<(), Fault> {
        if let Some((_, bytes)) = &self.now {
            house.store.attic().keep(bytes).map_err(StoreError::from)?;
        }
        Ok(())
    }

    pub(super) fn write(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
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
    named: &Named,
    word: &str,
) -> Result<Vec<Rewritten>, Fault> {
    let mut all = Vec::new();
    for source in reads::sources(house)? {
        // A file the attic lost has no bytes of anybody's.
        let Ok(bytes) = house.store.attic().read(&source.blob) else {
            continue;
        };
        let gone: Vec<Stretch> = contact
            .sources
            .iter()
            .filter(|one| one.file == source.id)
            .map(|one| (one.offset, one.length))
            .collect();
        let (mut contacts, mut touchpoints) = (Vec::new(), Vec::new());
        let mut stretches = Vec::new();
        for (id, nth, place) in cards_in(house, source.id, contact.id)? {
            contacts.push(Moved { id, nth, place });
            stretches.push(place);
        }
        for one in reads::of_source(house, source.id)? {
            let place = (one.source.offset, one.source.length);
            touchpoints.push(moved(&one, place));
            stretches.push(place);
        }
        let mut line = |text: &str| without(named, word, text);
        let name = named.masked(&source.name, word);
        let (bytes, places) = match scrubbed(&bytes, &gone, &stretches, &mut line) {
            Some(new) => new,
            None if name.is_none() => continue,
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
        all.push(Rewritten {
            from: source,
            now,
            contacts,
            touchpoints,
        });
    }
    Ok(all)
}

fn moved(one: &Touchpoint, place: Stretch) -> Moved<TouchpointId> {
    Moved {
        id: one.id,
        nth: 0,
        place,
    }
}

/// The cards of everybody else in a file: whose, which of theirs, and where.
fn cards_in(
    house: &House,
    file: SourceId,
    but: ContactId,
) -> Result<Vec<(ContactId, usize, Stretch)>, Fault> {
    let mut cards = Vec::new();
    for key in house
        .store
        .starting_with(Index::CardOfSource, &file.to_bytes())?
    {
        let Some(contact) = house.store.get::<Contact>(key)? else {
            continue;
        };
        if contact.id == but {
            continue;
        }
        let own = contact.sources.iter().enumerate();
        cards.extend(
            own.filter(|(_, source)| source.file == file)
                .map(|(nth, source)| (contact.id, nth, (source.offset, source.length))),
        );
    }
    Ok(cards)
}

/// A line of a file without them. Escaped line ends stand apart from the words around them.
fn without(named: &Named, word: &str, line: &str) -> Scrubbed {
    let apart = line
        .replace("\\n", "\u{1}\u{1}")
        .replace("\\N", "\u{1}\u{2}");
    if named.places(&apart).is_empty() {
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
        word
    };
    let masked = named.masked(&apart, word).unwrap_or(apart);
    Scrubbed::Becomes(
        masked
            .replace("\u{1}\u{1}", "\\n")
            .replace("\u{1}\u{2}", "\\N"),
    )
}
