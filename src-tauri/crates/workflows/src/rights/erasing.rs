//! An erasure in the making: everything of the book that is somebody's or names them, and what it becomes.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use domain::{
    Apart, Client, Contact, ContactId, Departure, Erasure, Market, Merge, Merged, Place,
    Touchpoint, TouchpointId, Unnamed,
};
use store::Tx;

use super::erase::{Choice, Look, Mention, Where};
use super::files::{self, Rewritten};
use super::lines;
use super::named::Named;
use super::nameless::Nameless;
use crate::contacts;
use crate::fault::Fault;
use crate::house::House;

/// What an erasure would write.
pub(super) struct Erasing {
    pub(super) look: Look,
    contact: Contact,
    named: Named,
    word: String,
    keep: BTreeSet<String>,
    touchpoints: BTreeMap<TouchpointId, Touchpoint>,
    clients: Vec<Client>,
    contacts: BTreeMap<ContactId, Contact>,
    places: Vec<Place>,
    markets: Vec<Market>,
    departures: Vec<Departure>,
    merges: Vec<Merge>,
    merges_gone: Vec<Merge>,
    aparts_gone: Vec<Apart>,
    files: Vec<Rewritten>,
    pub(super) lines: Vec<Unnamed>,
}

impl Erasing {
    /// Everything that would be written, up to the write.
    pub(super) fn prepared(house: &House, id: ContactId, choice: &Choice) -> Result<Self, Fault> {
        let contact = contacts::contact(house, id)?;
        let mut erasing = Self {
            look: Look {
                name: contact.name.clone(),
                files: contact.attachments.len() + usize::from(!contact.photo.is_empty()),
                cards: contact.sources.len(),
                due: Some(Erasure::due_from(house.now_wall().date())),
                ..Look::default()
            },
            named: Named::default(),
            word: house.words().say("erased-nobody", &[]),
            keep: choice.keep.clone(),
            contact,
            touchpoints: BTreeMap::new(),
            clients: Vec::new(),
            contacts: BTreeMap::new(),
            places: Vec::new(),
            markets: Vec::new(),
            departures: Vec::new(),
            merges: Vec::new(),
            merges_gone: Vec::new(),
            aparts_gone: Vec::new(),
            files: Vec::new(),
            lines: Vec::new(),
        };
        erasing.find_merges(house)?;
        erasing.named = super::named_alone(house, erasing.sides())?;
        erasing.find_texts(house)?;
        erasing.find_copies(house)?;
        erasing.find_lines(house)?;
        erasing.find_files(house)?;
        Ok(erasing)
    }

    /// Every record that is the person's: theirs, and the sides of the merges that made it.
    fn sides(&self) -> Vec<&Contact> {
        let sides = self.merges_gone.iter().filter_map(|merge| match &merge.of {
            Merged::Contacts { kept, gone, made } => Some([&**kept, &**gone, &**made]),
            Merged::Clients { .. } => None,
        });
        let mut all = vec![&self.contact];
        all.extend(sides.flatten());
        all
    }

    /// What tells their records from others' in a copy that was made before.
    pub(super) fn marks(&self, erasure: &Erasure) -> Vec<String> {
        let keys: BTreeSet<_> = self.sides().iter().map(|side| side.id.to_bytes()).collect();
        keys.into_iter().map(|key| erasure.mark(key)).collect()
    }

    fn find_merges(&mut self, house: &House) -> Result<(), Fault> {
        let (gone, others) = super::merges_of(house, self.contact.id)?;
        self.look.merges = gone.len();
        self.merges_gone = gone;
        self.merges = others;
        let key = self.contact.id.to_bytes();
        self.aparts_gone = house.store.all()?;
        self.aparts_gone.retain(|apart| apart.pair.contains(&key));
        Ok(())
    }

    /// Touchpoints, clients, other people, places and markets: who took part, and what names them.
    fn find_texts(&mut self, house: &House) -> Result<(), Fault> {
        let nameless = Nameless {
            people: std::slice::from_ref(&self.named),
            word: &self.word,
        };
        let (look, keep) = (&mut self.look, &self.keep);
        for touchpoint in house.store.stream::<Touchpoint>() {
            let (before, mut one) = twice(touchpoint?);
            let at = (Where::Touchpoint(before.id), before.title.as_str());
            let stays = &mut asked(&mut look.mentions, keep, nameless, &before.id, at);
            let found = nameless.touchpoint(&mut one, stays);
            if found.took_part || found.named {
                look.touchpoints += 1;
                let planned = one.state == domain::State::Planned && one.trashed_at.is_none();
                look.coming += usize::from(found.took_part && planned);
            }
            if one != before {
                self.touchpoints.insert(one.id, one);
            }
        }
        for client in house.store.stream::<Client>() {
            let (before, mut one) = twice(client?);
            let at = (Where::Client(before.id), before.name.as_str());
            let stays = &mut asked(&mut look.mentions, keep, nameless, &before.id, at);
            nameless.client(&mut one, stays);
            if one != before {
                self.clients.push(one);
            }
        }
        for contact in house.store.stream::<Contact>() {
            let (before, mut one) = twice(contact?);
            if before.id == self.contact.id {
                continue;
            }
            let at = (Where::Contact(before.id), before.name.as_str());
            let stays = &mut asked(&mut look.mentions, keep, nameless, &before.id, at);
            nameless.contact(&mut one, stays);
            if one != before {
                self.contacts.insert(one.id, one);
            }
        }
        for place in house.store.stream::<Place>() {
            let (before, mut one) = twice(place?);
            let at = (Where::Elsewhere, before.name.as_str());
            let stays = &mut asked(&mut look.mentions, keep, nameless, &before.id, at);
            nameless.place(&mut one, stays);
            if one != before {
                self.places.push(one);
            }
        }
        for market in house.store.stream::<Market>() {
            let (before, mut one) = twice(market?);
            let at = (Where::Elsewhere, before.name.as_str());
            let stays = &mut asked(&mut look.mentions, keep, nameless, &before.id, at);
            nameless.market(&mut one, stays);
            if one != before {
                self.markets.push(one);
            }
        }
        Ok(())
    }

    /// What was told to whom, and what others were before a merge: copies nobody edits.
    fn find_copies(&mut self, house: &House) -> Result<(), Fault> {
        let nameless = Nameless {
            people: std::slice::from_ref(&self.named),
            word: &self.word,
        };
        for departure in house.store.stream::<Departure>() {
            let (before, mut one) = twice(departure?);
            self.look.departures += usize::from(nameless.departure(&mut one));
            if one != before {
                self.departures.push(one);
            }
        }
        self.merges.retain_mut(|merge| {
            let before = merge.clone();
            nameless.merge(merge);
            *merge != before
        });
        Ok(())
    }

    /// Lines of the history that name them, or tell what their record said, and what they will say.
    fn find_lines(&mut self, house: &House) -> Result<(), Fault> {
        self.lines = lines::unnamed(house, &self.sides(), &self.named, &self.word)?;
        self.look.lines = self.lines.len();
        Ok(())
    }

    fn find_files(&mut self, house: &House) -> Result<(), Fault> {
        let nameless = Nameless {
            people: std::slice::from_ref(&self.named),
            word: &self.word,
        };
        let files = files::rewritten(house, &self.contact, &nameless)?;
        for file in &files {
            file.move_along(house, &nameless, &mut self.contacts, &mut self.touchpoints)?;
        }
        self.files = files;
        Ok(())
    }

    /// The new files are durable before any record speaks of them.
    pub(super) fn keep_files(&self, house: &House) -> Result<(), Fault> {
        for file in &self.files {
            file.keep(house)?;
        }
        Ok(())
    }

    pub(super) fn write(&self, tx: &mut Tx<'_>) -> Result<(), store::StoreError> {
        tx.remove::<Contact>(self.contact.id.to_bytes())?;
        for merge in &self.merges_gone {
            tx.remove::<Merge>(merge.id.to_bytes())?;
        }
        for apart in &self.aparts_gone {
            tx.remove::<Apart>(apart.id.to_bytes())?;
        }
        for file in &self.files {
            file.write(tx)?;
        }
        self.touchpoints.values().try_for_each(|one| tx.put(one))?;
        self.contacts.values().try_for_each(|one| tx.put(one))?;
        self.clients.iter().try_for_each(|one| tx.put(one))?;
        self.places.iter().try_for_each(|one| tx.put(one))?;
        self.markets.iter().try_for_each(|one| tx.put(one))?;
        self.departures.iter().try_for_each(|one| tx.put(one))?;
        self.merges.iter().try_for_each(|one| tx.put(one))
    }
}

fn twice<T: Clone>(one: T) -> (T, T) {
    (one.clone(), one)
}

/// Shows each field of a record that names them once, and says what stays by choice.
fn asked<'a>(
    mentions: &'a mut Vec<Mention>,
    keep: &'a BTreeSet<String>,
    nameless: Nameless<'a>,
    id: &impl std::fmt::Display,
    (at, title): (Where, &'a str),
) -> impl FnMut(&'static str, &str, Range<usize>) -> bool + 'a {
    let id = id.to_string();
    move |field, text, place| {
        let key = format!("{id}/{field}");
        let own = mentions
            .iter()
            .rev()
            .take_while(|known| known.key.starts_with(&id));
        if !own.map(|known| &known.key).any(|known| *known == key) {
            mentions.push(Mention {
                key: key.clone(),
                at,
                title: nameless.masked(title).unwrap_or_else(|| title.to_owned()),
                field,
                excerpt: excerpt(text, place),
            });
        }
        keep.contains(&key)
    }
}

/// What stands around a place in a text, on one line.
fn excerpt(text: &str, place: std::ops::Range<usize>) -> [String; 3] {
    const AROUND: usize = 40;
    let line = |text: &str| text.replace(['\n', '\t'], " ");
    let before: Vec<char> = text[..place.start].chars().rev().take(AROUND).collect();
    let after: String = text[place.end..].chars().take(AROUND).collect();
    [
        line(&before.into_iter().rev().collect::<String>()),
        line(&text[place.clone()]),
        line(&after),
    ]
}
