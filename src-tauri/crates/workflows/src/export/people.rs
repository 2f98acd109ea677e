//! People, as cards: untouched ones byte for byte as they came, edited ones with the lines that changed, the others made.

use std::collections::HashMap;
use std::io::Write;
use std::path::Path;

use domain::{CardForm, CardSource, Client, ClientId, Contact, SourceFile, SourceId};
use exchange::{CardVersion, ReadPhoto, compose_card, convert_card, patch_card};
use store::Index;

use super::{Out, PeopleFormat, table, whole};
use crate::fault::Fault;
use crate::house::House;
use crate::reads;

/// Writes everybody who is not in the trash to a file, and gives how many.
pub fn people_to(house: &House, format: PeopleFormat, path: &Path) -> Result<usize, Fault> {
    match format {
        PeopleFormat::Csv => table::people_to(house, path),
        PeopleFormat::AsTheyCame => cards_to(house, path, None),
        PeopleFormat::Vcard3 => cards_to(house, path, Some(CardVersion::V3)),
        PeopleFormat::Vcard4 => cards_to(house, path, Some(CardVersion::V4)),
    }
}

fn cards_to(house: &House, path: &Path, version: Option<CardVersion>) -> Result<usize, Fault> {
    whole(path, |out, failed| {
        let mut cards = Cards {
            house,
            version,
            names: HashMap::new(),
            out,
            count: 0,
        };
        let mut sources: Vec<SourceFile> = reads::sources(house)?;
        sources.sort_by_key(|file| (file.brought_at, file.id));
        for source in sources {
            cards.of_file(&source, failed)?;
        }
        cards.others(failed)?;
        Ok((cards.out, cards.count))
    })
}

/// The card that is a contact's own: the first of those it came as.
fn own_card(contact: &Contact) -> Option<&CardSource> {
    contact
        .sources
        .iter()
        .find(|source| source.form == CardForm::Card)
}

struct Cards<'a> {
    house: &'a House,
    /// `None` is as they came.
    version: Option<CardVersion>,
    names: HashMap<ClientId, String>,
    out: Out,
    count: usize,
}

impl Cards<'_> {
    /// The cards of a file, in its order.
    fn of_file(
        &mut self,
        file: &SourceFile,
        failed: &dyn Fn(std::io::Error) -> Fault,
    ) -> Result<(), Fault> {
        let contacts = self.whose(file.id)?;
        if contacts.is_empty() {
            return Ok(());
        }
        let bytes = self.house.store.attic().read(&file.blob).map_err(failed)?;
        // Its mark belongs to the file; only at the very beginning of another does it mean anything.
        let wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
        let marked = bytes.starts_with(&[0xef, 0xbb, 0xbf]);
        if self.version.is_none() && self.count == 0 && marked {
            self.out.write_all(&bytes[..3]).map_err(failed)?;
        }
        let mut end = None;
        for (offset, id) in contacts {
            let contact: Option<Contact> = self.house.store.get(id)?;
            let Some(contact) = contact else { continue };
            let Some(source) = own_card(&contact) else {
                continue;
            };
            let length = usize::try_from(source.length).unwrap_or_default();
            let from = usize::try_from(offset).unwrap_or(usize::MAX);
            let Some(original) = bytes.get(from..from.saturating_add(length)) else {
                continue;
            };
            if let Some(between) = end.and_then(|end| bytes.get(end..from)) {
                // Empty lines between two cards are the file's.
                if self.version.is_none() && between.iter().all(u8::is_ascii_whitespace) {
                    self.out.write_all(between).map_err(failed)?;
                }
            }
            end = Some(from + length);
            self.put(&contact, original, wide, failed)?;
        }
        Ok(())
    }

    /// The contacts whose own card is in a file, by where it stands.
    fn whose(&self, file: SourceId) -> Result<Vec<(u64, store::Key)>, Fault> {
        let keys = self
            .house
            .store
            .starting_with(Index::CardOfSource, &file.to_bytes())?;
        let mut found = Vec::with_capacity(keys.len());
        for key in keys {
            let contact: Option<Contact> = self.house.store.get(key)?;
            let own = contact
                .as_ref()
                .filter(|contact| contact.trashed_at.is_none())
                .and_then(own_card)
                .filter(|source| source.file == file);
            found.extend(own.map(|source| (source.offset, key)));
        }
        found.sort_unstable();
        Ok(found)
    }

    fn put(
        &mut self,
        contact: &Contact,
        original: &[u8],
        wide: bool,
        failed: &dyn Fn(std::io::Error) -> Fault,
    ) -> Result<(), Fault> {
        let company = self.company(contact)?;
        let photo = self.photo(contact);
        let (company, photo) = (company.as_deref(), photo.as_ref());
        let card = match self.version {
            None if wide => convert_card(original, contact, company, photo, CardVersion::V4),
            None => patch_card(original, contact, company, photo),
            Some(version) => convert_card(original, contact, company, photo, version),
        };
        self.write(&card, failed)
    }

    /// Those who came as no card: made here, or in tables and meetings.
    fn others(&mut self, failed: &dyn Fn(std::io::Error) -> Fault) -> Result<(), Fault> {
        let house = self.house;
        for contact in house.store.stream::<Contact>() {
            let contact = contact?;
            if contact.trashed_at.is_some() || own_card(&contact).is_some() {
                continue;
            }
            let company = self.company(&contact)?;
            let photo = self.photo(&contact);
            let version = self.version.unwrap_or(CardVersion::V4);
            let card = compose_card(&contact, company.as_deref(), photo.as_ref(), version);
            self.write(&card, failed)?;
        }
        Ok(())
    }

    fn write(
        &mut self,
        card: &[u8],
        failed: &dyn Fn(std::io::Error) -> Fault,
    ) -> Result<(), Fault> {
        self.out.write_all(card).map_err(failed)?;
        if !card.ends_with(b"\n") && !card.ends_with(b"\r") && self.version.is_some() {
            self.out.write_all(b"\r\n").map_err(failed)?;
        }
        self.count += 1;
        Ok(())
    }

    fn company(&mut self, contact: &Contact) -> Result<Option<String>, Fault> {
        let Some(id) = contact.client else {
            return Ok(None);
        };
        if let Some(name) = self.names.get(&id) {
            return Ok(Some(name.clone()));
        }
        let client: Option<Client> = self.house.store.get(id.to_bytes())?;
        let Some(client) = client else {
            return Ok(None);
        };
        self.names.insert(id, client.name.clone());
        Ok(Some(client.name))
    }

    /// The picture of somebody, when it is there and is one.
    fn photo(&self, contact: &Contact) -> Option<ReadPhoto> {
        if contact.photo.is_empty() {
            return None;
        }
        let bytes = self.house.store.attic().read(&contact.photo).ok()?;
        ReadPhoto::of(bytes)
    }
}
