//! Erasing a person (GDPR art. 17): their record, their cards in the files they came in, what they were merged of, their
//! place among participants and recipients, and, where one agrees, their name in free texts. Touchpoints stay, counted
//! and nameless. The look is the erasure up to the write.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::{
    Apart, Client, ClientId, Contact, ContactId, Departing, Departure, Erasure, Market, Merge,
    Merged, Place, Touchpoint, TouchpointId, Unnamed,
};
use store::Tx;

use super::files::{self, Rewritten};
use super::lines;
use super::named::Named;
use super::texts::{self, Text};
use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::{contacts, note};

/// What one agrees to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// The mentions that stay as they are, by [`Mention::key`].
    pub keep: BTreeSet<String>,
    /// Whether snapshots and journals follow at the next start, instead of after [`Erasure::DAYS_MOST`] days.
    pub soon: bool,
}

/// Where a mention stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// In a touchpoint.
    Touchpoint(TouchpointId),
    /// In a client.
    Client(ClientId),
    /// In another contact.
    Contact(ContactId),
    /// In a place of a client, or a market.
    Elsewhere,
}

/// A free text that names the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What it is chosen by.
    pub key: String,
    /// Where it stands.
    pub at: Where,
    /// What that is called; empty when it has no name.
    pub title: String,
    /// The message that names the field.
    pub field: &'static str,
    /// Up to some words before, what names them, and some after.
    pub excerpt: [String; 3],
}

/// What would be done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// What the person is called.
    pub name: String,
    /// Touchpoints that stay without them.
    pub touchpoints: usize,
    /// Those of them that are to come.
    pub coming: usize,
    /// Cards, rows and participants in files they came in.
    pub cards: usize,
    /// Invitations and annulments that lose them.
    pub departures: usize,
    /// Files and pictures that go.
    pub files: usize,
    /// Merges that go.
    pub merges: usize,
    /// Free texts that name them.
    pub mentions: Vec<Mention>,
    /// Lines of the history that name them.
    pub lines: usize,
    /// The day snapshots and journals follow at the latest.
    pub due: Option<NaiveDate>,
}

/// What an erasure would write.
struct Erasing {
    look: Look,
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
    lines: Vec<Unnamed>,
}

/// What erasing somebody would do; nothing is written.
pub fn look(house: &House, id: ContactId) -> Result<Look, Fault> {
    let choice = Choice::default();
    Ok(prepared(house, id, &choice)?.look)
}

/// Erases somebody, and gives what was done: one step, that can be undone until it reaches snapshots and journals.
pub fn run(house: &House, id: ContactId, choice: &Choice) -> Result<(Look, Done), Fault> {
    let _gate = house.gate();
    let mut erasing = prepared(house, id, choice)?;
    erasing.keep_files(house)?;
    let today = house.now_wall().date();
    let due = match choice.soon {
        true => today,
        false => Erasure::due_from(today),
    };
    erasing.look.due = Some(due);
    let look = erasing.look.clone();
    let small = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let erasure = Erasure {
        id: house.clock.new_id(),
        at: house.clock.now(),
        due,
        reached_at: None,
        touchpoints: small(look.touchpoints),
        texts: small(
            look.mentions
                .iter()
                .filter(|one| !choice.keep.contains(&one.key))
                .count(),
        ),
        lines: std::mem::take(&mut erasing.lines),
    };
    let args = [
        ("count", look.touchpoints.to_string()),
        ("id", erasure.id.to_string()),
    ];
    let note = note::of(house, "erased", &args);
    let ((), receipt) = house.store.commit(note, |tx| {
        erasing.write(tx)?;
        tx.put(&erasure)
    })?;
    let said = Said::new("said-erased")
        .with("count", look.touchpoints)
        .with("day", house.words().date(due, today));
    let done = Done::of(house, said, None, receipt.seq)?;
    Ok((look, done))
}

/// What was erased so far, the oldest first; nothing of whom.
pub fn remembered(house: &House) -> Result<Vec<Erasure>, Fault> {
    Ok(house.store.all()?)
}

fn prepared(house: &House, id: ContactId, choice: &Choice) -> Result<Erasing, Fault> {
    let contact = contacts::contact(house, id)?;
    let mut erasing = Erasing {
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

impl Erasing {
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
        for touchpoint in house.store.stream::<Touchpoint>() {
            let before = touchpoint?;
            let mut one = before.clone();
            one.participants.retain(|who| !self.named.is(who));
            one.sights.colleagues.retain(|who| !self.named.is_name(who));
            let took_part = one.participants.len() != before.participants.len()
                || one.sights.colleagues.len() != before.sights.colleagues.len();
            if let Some(uid) = self.named.masked(&one.source.uid, files::NOBODY) {
                one.source.uid = uid;
            }
            let named = self.mask(
                &before.id.to_string(),
                (Where::Touchpoint(before.id), &before.title),
                texts::of_touchpoint(&mut one),
            );
            for field in named
                .iter()
                .filter_map(|field| texts::calendar_field(field))
            {
                if one.source.file.is_some() {
                    one.source.edits.insert(field);
                }
            }
            if took_part || !named.is_empty() {
                self.look.touchpoints += 1;
                let planned = one.state == domain::State::Planned && one.trashed_at.is_none();
                self.look.coming += usize::from(took_part && planned);
            }
            if one != before {
                self.touchpoints.insert(one.id, one);
            }
        }
        for client in house.store.stream::<Client>() {
            let (before, mut one) = twice(client?);
            let at = (Where::Client(before.id), before.name.as_str());
            self.mask(&before.id.to_string(), at, texts::of_client(&mut one));
            if one != before {
                if one.name.trim().is_empty() {
                    one.name.clone_from(&self.word);
                }
                self.clients.push(one);
            }
        }
        for contact in house.store.stream::<Contact>() {
            let (before, mut one) = twice(contact?);
            if before.id == self.contact.id {
                continue;
            }
            let at = (Where::Contact(before.id), before.name.as_str());
            let named = self.mask(&before.id.to_string(), at, texts::of_contact(&mut one));
            one.edits
                .extend(named.iter().filter_map(|field| texts::card_field(field)));
            if one != before {
                self.contacts.insert(one.id, one);
            }
        }
        for place in house.store.stream::<Place>() {
            let (before, mut one) = twice(place?);
            let at = (Where::Elsewhere, before.name.as_str());
            self.mask(&before.id.to_string(), at, texts::of_place(&mut one));
            if one != before {
                self.places.push(one);
            }
        }
        for market in house.store.stream::<Market>() {
            let (before, mut one) = twice(market?);
            let at = (Where::Elsewhere, before.name.as_str());
            self.mask(&before.id.to_string(), at, texts::of_market(&mut one));
            if one != before {
                self.markets.push(one);
            }
        }
        Ok(())
    }

    /// Replaces what names them in the texts of a record, but for what stays by choice; gives the fields that name them.
    fn mask(&mut self, id: &str, at: (Where, &str), texts: Vec<Text<'_>>) -> Vec<&'static str> {
        let mut named = Vec::new();
        for (field, text) in texts {
            let Some(place) = self.named.places(text).into_iter().next() else {
                continue;
            };
            let key = format!("{id}/{field}");
            if !named.contains(&field) {
                named.push(field);
                let title = self.named.masked(at.1, &self.word);
                self.look.mentions.push(Mention {
                    key: key.clone(),
                    at: at.0,
                    title: title.unwrap_or_else(|| at.1.to_owned()),
                    field,
                    excerpt: excerpt(text, place),
                });
            }
            if !self.keep.contains(&key)
                && let Some(masked) = self.named.masked(text, &self.word)
            {
                *text = masked;
            }
        }
        named
    }

    /// What was told to whom, and what others were before a merge: copies nobody edits.
    fn find_copies(&mut self, house: &House) -> Result<(), Fault> {
        for departure in house.store.stream::<Departure>() {
            let (before, mut one) = twice(departure?);
            let is = |to: &domain::Mailbox| {
                self.named.is(&domain::Participant {
                    name: to.name.clone(),
                    email: to.email.clone(),
                    ..domain::Participant::default()
                })
            };
            one.to.retain(|to| !is(to));
            if one.to.len() != before.to.len() {
                self.look.departures += 1;
                if one.to.is_empty() && one.state == Departing::Waiting {
                    one.state = Departing::Withdrawn;
                }
            }
            cover(&self.named, &self.word, texts::of_departure(&mut one));
            if one != before {
                self.departures.push(one);
            }
        }
        let mut merges = std::mem::take(&mut self.merges);
        merges.retain_mut(|merge| {
            let before = merge.clone();
            match &mut merge.of {
                Merged::Contacts { kept, gone, made } => {
                    for side in [kept, gone, made] {
                        cover(&self.named, &self.word, texts::of_contact(side));
                    }
                }
                Merged::Clients {
                    kept, gone, made, ..
                } => {
                    for side in [kept, gone, made] {
                        cover(&self.named, &self.word, texts::of_client(side));
                    }
                }
            }
            *merge != before
        });
        self.merges = merges;
        Ok(())
    }

    /// Lines of the history that name them, or tell what their record said, and what they will say.
    fn find_lines(&mut self, house: &House) -> Result<(), Fault> {
        self.lines = lines::unnamed(house, &self.sides(), &self.named, &self.word)?;
        self.look.lines = self.lines.len();
        Ok(())
    }

    fn find_files(&mut self, house: &House) -> Result<(), Fault> {
        self.files = files::rewritten(house, &self.contact, &self.named, &self.word)?;
        let files = std::mem::take(&mut self.files);
        for file in &files {
            self.move_along(house, file)?;
        }
        self.files = files;
        Ok(())
    }

    /// What knows a file by its bytes knows the new one by where they stand now.
    fn move_along(&mut self, house: &House, file: &Rewritten) -> Result<(), Fault> {
        let Some(to) = file.to() else { return Ok(()) };
        for moved in &file.contacts {
            let contact = match self.contacts.remove(&moved.id) {
                Some(contact) => Some(contact),
                None => house.store.get(moved.id.to_bytes())?,
            };
            let Some(mut contact) = contact else { continue };
            if let Some(source) = contact.sources.get_mut(moved.nth) {
                source.file = to;
                (source.offset, source.length) = moved.place;
                if let Some(uid) = self.named.masked(&source.uid, files::NOBODY) {
                    source.uid = uid;
                }
            }
            self.contacts.insert(contact.id, contact);
        }
        for moved in &file.touchpoints {
            let touchpoint = match self.touchpoints.remove(&moved.id) {
                Some(touchpoint) => Some(touchpoint),
                None => house.store.get(moved.id.to_bytes())?,
            };
            let Some(mut touchpoint) = touchpoint else {
                continue;
            };
            touchpoint.source.file = Some(to);
            (touchpoint.source.offset, touchpoint.source.length) = moved.place;
            self.touchpoints.insert(touchpoint.id, touchpoint);
        }
        Ok(())
    }

    /// The new files are durable before any record speaks of them.
    fn keep_files(&self, house: &House) -> Result<(), Fault> {
        for file in &self.files {
            file.keep(house)?;
        }
        Ok(())
    }

    fn write(&self, tx: &mut Tx<'_>) -> Result<(), store::StoreError> {
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

fn cover(named: &Named, word: &str, texts: Vec<Text<'_>>) {
    for (_, text) in texts {
        if let Some(masked) = named.masked(text, word) {
            *text = masked;
        }
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
