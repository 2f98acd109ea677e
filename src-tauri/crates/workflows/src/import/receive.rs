//! People of a preview, as they are written.

use domain::{
    Apart, CardForm, Client, ClientId, Contact, ContactId, Merge, Merged, Place, SourceId,
};
use exchange::{ReadCompany, ReadPerson};
use store::{Index, Tx};

use super::companies::{Companies, as_client, detailed, fill_client, says_more};
use super::ready::{Ready, ready};
use super::report::Became;
use super::{Choice, Into, KnownAt, Match, Row, RowChoice, Side};
use crate::aspect::Aspect;
use crate::duplicates::{Fielded, Pick, Take, card_field, holds_many, join_contacts};
use crate::fault::Fault;
use crate::house::House;

/// The people of one import in the making.
pub(super) struct Received<'a> {
    house: &'a House,
    choice: &'a Choice,
    companies: Companies<'a>,
    /// Who the rows so far became.
    became: Vec<Option<ContactId>>,
    /// Clients that were made.
    pub(super) clients: usize,
}

impl<'a> Received<'a> {
    pub(super) fn of(house: &'a House, choice: &'a Choice, rows: usize) -> Self {
        Self {
            house,
            choice,
            companies: Companies::of(house),
            became: vec![None; rows],
            clients: 0,
        }
    }

    /// Writes a person as was chosen, and says what became of them.
    pub(super) fn take(
        &mut self,
        tx: &mut Tx<'_>,
        mut person: ReadPerson,
        row: &Row,
        file: SourceId,
        form: CardForm,
    ) -> Result<Became, Fault> {
        let chosen = self.choice.rows.get(&row.index);
        let into = chosen.map(|chosen| chosen.into);
        let target = self.target(tx, row)?;
        let one_with = match (row.verdict, into) {
            (Match::Invalid, _) => return Ok(Became::Invalid),
            (Match::New, _) | (_, Some(Into::Apart)) | (Match::Near, None) => false,
            (Match::Same, _) | (_, Some(Into::Known)) => true,
            (Match::Differs, None) if self.choice.take_differing => true,
            (Match::Differs, None) => return Ok(Became::LeftAsItWas),
        };
        if let Some(known) = target.as_ref().filter(|_| one_with) {
            self.note(row, known.id);
            let here = known.trashed_at.is_some() || has_uid(known, &person.contact.uid);
            if here && row.verdict == Match::Same {
                return Ok(Became::Nothing);
            }
        }
        if chosen.and_then(|chosen| chosen.fields.get(&Aspect::Client)) == Some(&Side::Here) {
            person.company = ReadCompany::default();
        }
        let read = ready(person, file, form, |_| Ok(ClientId::from_bytes([0; 16])))?;
        let mut read = read;
        if !read.company.name.is_empty() {
            read.contact.client = Some(self.client(tx, &read.company)?);
        }
        if let Some(photo) = &read.photo {
            self.house
                .store
                .attic()
                .keep(&photo.bytes)
                .map_err(store::StoreError::from)?;
        }
        match target {
            Some(known) if one_with && has_uid(&known, &read.contact.uid) => {
                self.update(tx, known, read, chosen)?;
                Ok(Became::Updated)
            }
            Some(known) if one_with => {
                let quiet = row.verdict == Match::Same;
                self.unite(tx, known, read, chosen, quiet)?;
                Ok(Became::OneWith)
            }
            target => {
                let id = self.make(tx, read, form)?;
                self.note(row, id);
                if let (Some(known), Some(Into::Apart)) = (target, into) {
                    tx.put(&Apart::of(known.id, id, self.house.clock.now()))?;
                }
                Ok(Became::Brought)
            }
        }
    }

    fn note(&mut self, row: &Row, id: ContactId) {
        if let Some(became) = self.became.get_mut(row.index) {
            *became = Some(id);
        }
    }

    /// Who a row is, or looks like, as they stand now; nobody when the row before them was left out.
    fn target(&self, tx: &Tx<'_>, row: &Row) -> Result<Option<Contact>, Fault> {
        let id = match row.known.as_ref().map(|known| known.at) {
            Some(KnownAt::Contact(id)) => Some(id),
            Some(KnownAt::Row(before)) => self.became.get(before).copied().flatten(),
            _ => None,
        };
        Ok(match id {
            Some(id) => tx.get(id.to_bytes())?,
            None => None,
        })
    }

    fn make(&mut self, tx: &mut Tx<'_>, read: Ready, form: CardForm) -> Result<ContactId, Fault> {
        let mut contact = read.contact;
        let now = self.house.clock.now();
        contact.id = self.house.clock.new_id();
        if form == CardForm::Participant {
            // `mailto:` names the address, not the person; it stays with the source.
            contact.uid = format!("{}@sentier", contact.id);
        }
        contact.created_at = now;
        if contact.updated_at == chrono::DateTime::UNIX_EPOCH {
            contact.updated_at = now;
        }
        tx.put(&contact)?;
        Ok(contact.id)
    }

    /// Makes a person of a file one with somebody known; both sides stay in the merge.
    fn unite(
        &mut self,
        tx: &mut Tx<'_>,
        kept: Contact,
        read: Ready,
        chosen: Option<&RowChoice>,
        quiet: bool,
    ) -> Result<(), Fault> {
        let now = self.house.clock.now();
        let mut gone = read.contact;
        gone.id = self.house.clock.new_id();
        (gone.created_at, gone.updated_at) = (now, now);
        let picks = self.picks(&kept, &gone, chosen, quiet);
        let made = join_contacts(&kept, &gone, &picks, now);
        tx.put(&made)?;
        tx.put(&Merge {
            id: self.house.clock.new_id(),
            at: now,
            quiet,
            of: Merged::Contacts {
                kept: Box::new(kept),
                gone: Box::new(gone),
                made: Box::new(made),
            },
        })?;
        Ok(())
    }

    /// Somebody's own card came again, and says other things: it is their card from now on.
    fn update(
        &mut self,
        tx: &mut Tx<'_>,
        known: Contact,
        read: Ready,
        chosen: Option<&RowChoice>,
    ) -> Result<(), Fault> {
        let there = read.contact;
        let picks = self.picks(&known, &there, chosen, false);
        let mut made = known;
        for pick in picks {
            match pick.take {
                Take::Kept => {}
                Take::Gone => made.take(&there, pick.field),
                Take::Both => made.unite(&there, pick.field),
            }
        }
        made.sources.retain(|source| source.uid != there.uid);
        made.sources.splice(0..0, there.sources.iter().cloned());
        made.edits.clear();
        for field in Contact::ASPECTS {
            let mut probe = there.clone();
            probe.take(&made, *field);
            if probe != there {
                made.edits.extend(card_field(*field));
            }
        }
        let now = self.house.clock.now();
        made.updated_at = made.updated_at.max(there.updated_at).max(now);
        tx.put(&made)?;
        Ok(())
    }

    /// Which side each field is taken from. Without a choice: both where both can stand; of what only one can say, the
    /// file's when entries that differ replace what is here, else what is here.
    fn picks(
        &self,
        here: &Contact,
        there: &Contact,
        chosen: Option<&RowChoice>,
        quiet: bool,
    ) -> Vec<Pick> {
        let replaces = self.choice.take_differing && !quiet;
        let pick = |field: Aspect| {
            let side = chosen.and_then(|chosen| chosen.fields.get(&field));
            let other = || !there.is_silent(field) && !here.covers(there, field);
            let take = match side {
                Some(Side::Here) => Take::Kept,
                Some(Side::There) => Take::Gone,
                None if replaces && !holds_many(field) && other() => Take::Gone,
                None => Take::Both,
            };
            Pick { field, take }
        };
        Contact::ASPECTS.iter().map(|field| pick(*field)).collect()
    }

    /// The client a company is, made when there is none; what it does not say is filled.
    fn client(&mut self, tx: &mut Tx<'_>, company: &ReadCompany) -> Result<ClientId, Fault> {
        let now = self.house.clock.now();
        if let Some(id) = self.companies.find(&company.name)? {
            if says_more(company) {
                self.fill(tx, id, &detailed(company, id, now))?;
            }
            return Ok(id);
        }
        let client = detailed(company, self.house.clock.new_id(), now);
        tx.put(&client)?;
        self.clients += 1;
        self.companies.learn(&company.name, client.id);
        Ok(client.id)
    }

    fn fill(&self, tx: &mut Tx<'_>, id: ClientId, there: &Client) -> Result<(), Fault> {
        let Some(mut here) = tx.get::<Client>(id.to_bytes())? else {
            return Ok(());
        };
        if fill_client(&mut here, there) {
            here.updated_at = self.house.clock.now();
            tx.put(&here)?;
        }
        Ok(())
    }

    /// Writes a company that was told of without anybody at it: a client, and a place where it has an address.
    pub(super) fn take_company(
        &mut self,
        tx: &mut Tx<'_>,
        person: &ReadPerson,
        row: &Row,
    ) -> Result<Became, Fault> {
        let at_client = matches!(
            row.known.as_ref().map(|known| known.at),
            Some(KnownAt::Client(_))
        );
        match row.verdict {
            Match::Invalid => return Ok(Became::Invalid),
            Match::Same if at_client => return Ok(Became::Nothing),
            Match::Differs
                if !self.choice.take_differing && !self.choice.rows.contains_key(&row.index) =>
            {
                return Ok(Became::LeftAsItWas);
            }
            _ => {}
        }
        let before = self.clients;
        let id = self.client(tx, &person.company)?;
        let now = self.house.clock.now();
        self.fill(tx, id, &as_client(person, id, now))?;
        let placed = !self
            .house
            .store
            .starting_with(Index::PlaceOfClient, &id.to_bytes())?
            .is_empty();
        for address in &person.contact.addresses {
            if !placed {
                let mut place = Place::new(self.house.clock.new_id(), id, now);
                place.address = address.clone();
                tx.put(&place)?;
            }
        }
        Ok(if self.clients > before {
            Became::Brought
        } else {
            Became::Updated
        })
    }
}

fn has_uid(contact: &Contact, uid: &str) -> bool {
    contact.uid == uid || contact.sources.iter().any(|source| source.uid == uid)
}
