//! Everything held about one person, in one file (GDPR art. 15 and 20): `person.json` for programs, `person.html` for the
//! person, their cards as they came, their picture and their files. What belongs to others is left out: other people are
//! `…` where they took part, and in free texts, where the book knows their name, address or number.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

use domain::{
    Client, Contact, ContactId, Departure, Mailbox, Merge, Merged, Participant, SourceFile,
    Touchpoint, folded_name,
};
use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, System, ZipWriter};

use super::named::Named;
use super::{merges_of, named_alone, page, texts};
use crate::export::whole;
use crate::fault::Fault;
use crate::house::House;
use crate::{contacts, history};

/// What stands where another person was named.
pub(super) const OTHER: &str = "…";

/// What an export wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// How many touchpoints they took part in.
    pub touchpoints: usize,
    /// How many pictures, cards and files.
    pub files: usize,
}

/// The person named by an id or by an e-mail address of theirs.
///
/// # Errors
/// A sentence when nobody, or more than one, has that address.
pub fn whose(house: &House, text: &str) -> Result<ContactId, Fault> {
    if let Ok(id) = text.parse::<ContactId>() {
        return Ok(contacts::contact(house, id)?.id);
    }
    let address = text.trim().to_lowercase();
    let mut found = Vec::new();
    for contact in house.store.stream::<Contact>() {
        let contact = contact?;
        if contact.emails.iter().any(|email| email.folded() == address) {
            found.push(contact.id);
        }
    }
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(Fault::invalid("error-person-nobody").with("given", text)),
        many => Err(Fault::invalid("error-person-many")
            .with("given", text)
            .with("count", many.len())),
    }
}

/// The name a file about somebody is offered; it does not say who.
pub fn file_name(house: &House) -> String {
    let name = house.words().say("dialog-person-name", &[]);
    format!("{name}-{}.zip", house.now_wall().date())
}

/// Writes everything held about somebody to a file. One that was there is replaced whole or stays.
pub fn to(house: &House, id: ContactId, path: &Path) -> Result<Written, Fault> {
    let dossier = Dossier::of(house, id)?;
    let mut files = 0;
    whole(path, |out, failed| {
        let mut zip = ZipWriter::new(out);
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .system(System::Unix)
            .unix_permissions(0o644);
        let mut put = |name: &str, bytes: &[u8]| -> io::Result<()> {
            zip.start_file(name, options)?;
            zip.write_all(bytes)
        };
        let text =
            serde_json::to_vec_pretty(&dossier.json).map_err(|error| failed(error.into()))?;
        put("person.json", &text).map_err(failed)?;
        put("person.html", page::of(house, &dossier).as_bytes()).map_err(failed)?;
        for (name, bytes) in &dossier.files {
            put(name, bytes).map_err(failed)?;
        }
        files = dossier.files.len();
        Ok((zip.finish().map_err(|error| failed(error.into()))?, files))
    })?;
    Ok(Written {
        touchpoints: dossier.touchpoints.len(),
        files,
    })
}

/// What is held about somebody.
pub(super) struct Dossier {
    /// Their record, without others.
    pub(super) contact: Contact,
    pub(super) client: Option<Client>,
    /// Those they took part in, the latest first, without others.
    pub(super) touchpoints: Vec<Touchpoint>,
    /// The files it came in.
    pub(super) sources: Vec<SourceFile>,
    /// What is in the file beside the two pages, by name.
    pub(super) files: Vec<(String, Vec<u8>)>,
    /// Names of what should be there and is lost.
    pub(super) lost: Vec<String>,
    json: Value,
}

impl Dossier {
    fn of(house: &House, id: ContactId) -> Result<Self, Fault> {
        let contact = contacts::contact(house, id)?;
        let (merges, _) = merges_of(house, id)?;
        let sides = merges.iter().flat_map(sides).chain([&contact]);
        let named = Named::of(sides.clone());
        let alone = named_alone(house, sides)?;
        let client: Option<Client> = match contact.client {
            Some(id) => house.store.get(id.to_bytes())?,
            None => None,
        };
        let mut touchpoints = Vec::new();
        for one in house.store.stream::<Touchpoint>() {
            let one = one?;
            let there = |who: &Participant| alone.is(who) || contact.takes_part_as(who);
            let seen = |name: &String| folded_name(name) == contact.folded_name();
            let told = texts::of_touchpoint(&mut one.clone())
                .iter()
                .any(|(_, text)| !alone.places(text).is_empty());
            if one.participants.iter().any(there) || one.sights.colleagues.iter().any(seen) || told
            {
                touchpoints.push(one);
            }
        }
        touchpoints.sort_by_key(|one| std::cmp::Reverse(one.slot.map(|slot| slot.start_wall())));
        let others = Others::of(house, &named, &contact, &touchpoints)?;
        touchpoints
            .iter_mut()
            .for_each(|one| others.cover(&contact, &alone, one));
        let departures = departures(house, &contact, &alone, &others)?;
        let mut dossier = Self {
            touchpoints,
            client,
            sources: Vec::new(),
            files: Vec::new(),
            lost: Vec::new(),
            json: Value::Null,
            contact,
        };
        let cards = dossier.gather(house)?;
        cover(&others, texts::of_contact(&mut dossier.contact));
        let promises = dossier.promises(&others);
        let history = history(house, id)?;
        let merges: Vec<Value> = merges.iter().map(|merge| told(merge, &others)).collect();
        dossier.json = json!({
            "format": "sentier-person",
            "version": 1,
            "made_at": house.clock.now(),
            "masked": "Other people are written as … wherever the book knows them; files are given as they are.",
            "contact": dossier.contact,
            "client": dossier.client.as_ref().map(|client| json!({ "id": client.id, "name": client.name, "objection": client.objection })),
            "origins": cards,
            "merges": merges,
            "touchpoints": dossier.touchpoints,
            "promises_and_needs": promises,
            "departures": departures,
            "history": history,
            "missing_files": dossier.lost,
        });
        Ok(dossier)
    }

    /// The bytes that are theirs: cards as they came, picture, files; gives what is said of the cards.
    fn gather(&mut self, house: &House) -> Result<Vec<Value>, Fault> {
        let mut cards = Vec::new();
        let attic = house.store.attic();
        for (nth, source) in self.contact.sources.iter().enumerate() {
            let file: Option<SourceFile> = house.store.get(source.file.to_bytes())?;
            let Some(file) = file else { continue };
            let length = usize::try_from(source.length).unwrap_or_default();
            let ending = match source.form {
                domain::CardForm::Card => "vcf",
                domain::CardForm::Row => "csv",
                domain::CardForm::Participant => "ics",
            };
            let name = format!("cards/{}.{ending}", nth + 1);
            match attic.read_part(&file.blob, source.offset, length) {
                Ok(bytes) => self.files.push((name.clone(), bytes)),
                Err(_) => self.lost.push(name.clone()),
            }
            cards.push(json!({
                "file": file.name, "brought_at": file.brought_at, "form": source.form, "bytes": name,
            }));
            if !self.sources.iter().any(|known| known.id == file.id) {
                self.sources.push(file);
            }
        }
        if !self.contact.photo.is_empty() {
            match attic.read(&self.contact.photo) {
                Ok(bytes) => {
                    let ending = exchange::ReadPhoto::of(bytes.clone())
                        .and_then(|photo| photo.media.strip_prefix("image/"))
                        .unwrap_or("bin");
                    self.files.push((format!("photo.{ending}"), bytes));
                }
                Err(_) => self.lost.push("photo".to_owned()),
            }
        }
        for (nth, file) in self.contact.attachments.iter().enumerate() {
            match attic.read(&file.blob) {
                Ok(bytes) => {
                    let name = format!("files/{}-{}", nth + 1, safe(&file.name));
                    self.files.push((name, bytes));
                }
                Err(_) => self.lost.push(file.name.clone()),
            }
        }
        Ok(cards)
    }

    /// What was voiced and promised in touchpoints of theirs.
    fn promises(&self, others: &Others) -> Vec<Value> {
        let theirs = |at: Option<domain::TouchpointId>| {
            at.is_some_and(|at| self.touchpoints.iter().any(|one| one.id == at))
        };
        let Some(client) = &self.client else {
            return Vec::new();
        };
        let mut client = client.clone();
        client.needs.retain(|need| theirs(need.touchpoint));
        client.promises.retain(|promise| theirs(promise.touchpoint));
        cover(others, texts::of_client(&mut client));
        let needs = client.needs.iter().map(|need| json!(need));
        needs
            .chain(client.promises.iter().map(|promise| json!(promise)))
            .collect()
    }
}

fn sides(merge: &Merge) -> Vec<&Contact> {
    match &merge.of {
        Merged::Contacts { kept, gone, made } => vec![kept, gone, made],
        Merged::Clients { .. } => Vec::new(),
    }
}

/// A merge as it is told: both sides are the same person, as somebody said.
fn told(merge: &Merge, others: &Others) -> Value {
    let sides: Vec<Contact> = sides(merge)
        .into_iter()
        .cloned()
        .map(|mut side| {
            cover(others, texts::of_contact(&mut side));
            side
        })
        .collect();
    json!({ "at": merge.at, "quiet": merge.quiet, "kept": sides.first(), "gone": sides.get(1) })
}

fn departures(
    house: &House,
    contact: &Contact,
    alone: &Named,
    others: &Others,
) -> Result<Vec<Departure>, Fault> {
    let mut found = Vec::new();
    for departure in house.store.stream::<Departure>() {
        let mut one = departure?;
        let is = |to: &Mailbox| {
            let who = Participant {
                name: to.name.clone(),
                email: to.email.clone(),
                ..Participant::default()
            };
            alone.is(&who) || contact.takes_part_as(&who)
        };
        if one.to.iter().any(is) {
            one.to.retain(is);
            cover(others, texts::of_departure(&mut one));
            found.push(one);
        }
    }
    Ok(found)
}

/// When what was done to their record.
fn history(house: &House, id: ContactId) -> Result<Vec<Value>, Fault> {
    const MOST: usize = 1_000;
    let entries = house.store.history_of(&[id.to_bytes()].into(), MOST)?;
    Ok(entries
        .into_iter()
        .map(|entry| json!({ "at": entry.note.at, "what": history::tell(house, &entry.note) }))
        .collect())
}

/// Everybody else the book knows who may be named beside them.
struct Others(Vec<Named>);

impl Others {
    /// The people of their client, and whoever took part in what they took part in.
    fn of(
        house: &House,
        named: &Named,
        contact: &Contact,
        touchpoints: &[Touchpoint],
    ) -> Result<Self, Fault> {
        let mut others: BTreeMap<ContactId, Contact> = BTreeMap::new();
        let mut add = |one: Option<Contact>| {
            if let Some(one) = one.filter(|one| one.id != contact.id) {
                others.insert(one.id, one);
            }
        };
        if contact.client.is_some() {
            for key in contacts::keys_of(house, contact.client)? {
                add(house.store.get(key)?);
            }
        }
        let mut all: Vec<Named> = others.values().map(|one| Named::of([one])).collect();
        for one in touchpoints.iter().flat_map(|one| &one.participants) {
            let id = ContactId::from_bytes([0; 16]);
            let mut who = Contact::new(id, one.name.clone(), house.clock.now());
            who.emails.push(domain::Email {
                address: one.email.clone(),
                ..domain::Email::default()
            });
            all.push(Named::of([&who]));
        }
        for one in &mut all {
            one.share_with(named);
        }
        all.retain(|one| !one.is_empty());
        Ok(Self(all))
    }

    fn cover(&self, contact: &Contact, alone: &Named, one: &mut Touchpoint) {
        for who in &mut one.participants {
            if !alone.is(who) && !contact.takes_part_as(who) {
                who.name = OTHER.to_owned();
                who.email.clear();
            }
        }
        for name in &mut one.sights.colleagues {
            if folded_name(name) != contact.folded_name() {
                *name = OTHER.to_owned();
            }
        }
        cover(self, texts::of_touchpoint(one));
    }
}

fn cover(others: &Others, texts: Vec<texts::Text<'_>>) {
    for (_, text) in texts {
        for other in &others.0 {
            if let Some(masked) = other.masked(text, OTHER) {
                *text = masked;
            }
        }
    }
}

/// A file's name as a name within the archive.
fn safe(name: &str) -> String {
    let keep = |c: char| {
        if c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') {
            c
        } else {
            '_'
        }
    };
    name.chars()
        .map(keep)
        .collect::<String>()
        .trim_matches('.')
        .to_owned()
}
