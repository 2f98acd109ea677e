//! A look in the making: each entry of each file, and what it is to the book.

use std::collections::HashMap;
use std::sync::Arc;

use domain::{CardForm, Id, SourceId, TableField};
use exchange::{Doc, Entry, InvalidPerson, PersonEntry, ReadEvent, ReadPerson, Zones, entries};

use super::attendees::{Attendees, who_has};
use super::compare::{Identity, verdict};
use super::desk::{Stop, Ticket};
use super::judged::{Asks, judged};
use super::people::People;
use super::ready::subtitle;
use super::tables;
use super::{Counts, Detail, File, FileKind, Match, Preview, Row, Sheet, What};
use crate::fault::Fault;
use crate::house::House;

/// How many rows a preview carries with it.
const FIRST_ROWS: usize = 200;
/// How many entries lie between two words of progress.
const STRIDE: usize = 500;

/// Hears how far a reading is: the ticket it will have, the bytes read, and the bytes in all.
pub(super) type Progress<'a> = &'a mut dyn FnMut(&str, u64, u64);

/// A file as it was found.
pub(super) struct Bytes {
    pub(super) name: String,
    pub(super) read: Result<(Arc<[u8]>, FileKind), Fault>,
    /// What the columns of a table mean, when that was chosen.
    pub(super) fields: Option<Vec<TableField>>,
}

/// A look in the making.
pub(super) struct Look<'a, 'p> {
    house: &'a House,
    ticket: &'a str,
    stop: &'a Stop,
    progress: Progress<'p>,
    /// Bytes of the files before.
    passed: u64,
    total: u64,
    files: Vec<File>,
    sheets: Vec<Sheet>,
    rows: Vec<Row>,
    events: HashMap<Identity, u64>,
    people: People<'a>,
}

impl<'a, 'p> Look<'a, 'p> {
    pub(super) fn new(
        house: &'a House,
        ticket: &'a str,
        stop: &'a Stop,
        progress: Progress<'p>,
        total: u64,
    ) -> Result<Self, Fault> {
        Ok(Self {
            house,
            ticket,
            stop,
            progress,
            passed: 0,
            total,
            files: Vec::new(),
            sheets: Vec::new(),
            rows: Vec::new(),
            events: HashMap::new(),
            people: People::of(house)?,
        })
    }

    pub(super) fn all(&mut self, files: Vec<Bytes>) -> Result<(), Fault> {
        for Bytes { name, read, fields } in files {
            let file = match read {
                Ok((bytes, kind)) => self.file(name, bytes, kind, fields)?,
                Err(problem) => unread(name, problem),
            };
            self.passed += file.bytes.len() as u64;
            self.files.push(file);
        }
        self.breathe(0)
    }

    fn file(
        &mut self,
        name: String,
        bytes: Arc<[u8]>,
        kind: FileKind,
        fields: Option<Vec<TableField>>,
    ) -> Result<File, Fault> {
        let source: SourceId = Id::from_content(&bytes);
        let first = self.rows.len();
        let read = match kind {
            FileKind::Calendar => self.calendar(&bytes, source)?.map(|own| (Vec::new(), own)),
            FileKind::Cards => {
                for entry in exchange::cards(&bytes) {
                    self.person(entry, source, CardForm::Card)?;
                }
                if first == self.rows.len() && !bytes.is_empty() {
                    Err(Fault::invalid("error-file-kind"))
                } else {
                    Ok((Vec::new(), None))
                }
            }
            FileKind::Table => {
                let read = self.table(&bytes, source, fields)?;
                read.map(|fields| (fields, None))
            }
        };
        let (fields, own) = match read {
            Ok(read) => read,
            Err(problem) => return Ok(unread(name.clone(), problem.with("name", name))),
        };
        let mut counts = Counts::default();
        for row in &self.rows[first..] {
            counts.add(row.verdict);
        }
        Ok(File {
            name,
            problem: None,
            counts,
            source,
            kind,
            bytes,
            fields,
            own,
        })
    }

    /// Looks at a calendar, and gives one's own address in it, when it can be told.
    fn calendar(
        &mut self,
        bytes: &[u8],
        source: SourceId,
    ) -> Result<Result<Option<String>, Fault>, Fault> {
        let doc = Doc::new(bytes);
        if doc.problem().is_some() {
            return Ok(Err(Fault::invalid("error-file-kind")));
        }
        let zones = Zones::of(&doc, self.house.home());
        let mut attendees = Attendees::of(doc.method(), doc.name());
        for entry in entries(&doc, &zones) {
            match entry {
                Entry::Event(event) => {
                    self.stride(event.offset)?;
                    attendees.take(&event);
                    self.event(&event, source)?;
                }
                Entry::Invalid(invalid) => {
                    let title = invalid.title.unwrap_or_default();
                    let detail = Detail::Unreadable(invalid.reason, invalid.line);
                    self.push(What::Touchpoint, Match::Invalid, title, detail);
                }
            }
        }
        for person in attendees.people() {
            let address = person.contact.uid.clone();
            let address = address.strip_prefix("mailto:").unwrap_or(&address);
            if who_has(self.house, address)?.is_empty() {
                let kept = Arc::new(person.clone());
                self.person(
                    PersonEntry::Person(Box::new(person)),
                    source,
                    CardForm::Participant,
                )?;
                if let Some(row) = self.rows.last_mut() {
                    row.attendee = Some(kept);
                }
            }
        }
        Ok(Ok(attendees.own()))
    }

    fn event(&mut self, event: &ReadEvent, source: SourceId) -> Result<(), Fault> {
        let weighed = verdict(self.house, source, event, &mut self.events)?;
        let row = self.push(
            What::Touchpoint,
            weighed.verdict,
            event.title.clone(),
            weighed.detail,
        );
        row.slot = event.slot;
        row.asks = Asks::of(event);
        row.differing = weighed.differing;
        row.known = weighed.known;
        Ok(())
    }

    fn table(
        &mut self,
        bytes: &[u8],
        source: SourceId,
        fields: Option<Vec<TableField>>,
    ) -> Result<Result<Vec<TableField>, Fault>, Fault> {
        let table = match tables::open(bytes) {
            Ok(table) => table,
            Err(problem) => return Ok(Err(problem)),
        };
        let (fields, remembered) = tables::meaning(self.house, &table, fields)?;
        let look = tables::look(&table, self.files.len(), &fields, remembered);
        self.sheets.push(look);
        for entry in table.people(&fields) {
            self.person(entry, source, CardForm::Row)?;
        }
        Ok(Ok(fields))
    }

    fn person(
        &mut self,
        entry: PersonEntry,
        source: SourceId,
        form: CardForm,
    ) -> Result<(), Fault> {
        let person = match entry {
            PersonEntry::Person(person) => *person,
            PersonEntry::Invalid(InvalidPerson { line, title, why }) => {
                self.push(
                    What::Contact,
                    Match::Invalid,
                    title,
                    Detail::NoPerson(why, line),
                );
                return Ok(());
            }
        };
        self.stride(person.offset)?;
        if person.is_company() {
            return self.company(&person);
        }
        let (title, under, number) = (
            person.contact.name.clone(),
            subtitle(&person),
            self.rows.len(),
        );
        if !person.company.name.is_empty() {
            self.people.makes_company(&person.company.name, number);
        }
        let ready = self.people.ready(person, source, form)?;
        let look = self.people.look(ready, number)?;
        let row = self.push(What::Contact, look.verdict, title, look.detail);
        row.subtitle = under;
        row.differing = look.differing;
        row.known = look.known;
        Ok(())
    }

    fn company(&mut self, person: &ReadPerson) -> Result<(), Fault> {
        let look = self.people.look_company(person)?;
        let number = self.rows.len();
        self.people.makes_company(&person.company.name, number);
        let under = person.contact.emails.first().map(|one| one.address.clone());
        let row = self.push(
            What::Client,
            look.verdict,
            person.company.name.clone(),
            look.detail,
        );
        row.subtitle = under.unwrap_or_default();
        row.differing = look.differing;
        row.known = look.known;
        Ok(())
    }

    fn push(&mut self, what: What, verdict: Match, title: String, detail: Detail) -> &mut Row {
        let row = Row {
            index: self.rows.len(),
            file: self.files.len(),
            what,
            verdict,
            title,
            subtitle: String::new(),
            slot: None,
            detail,
            differing: Vec::new(),
            known: None,
            asks: None,
            answer: None,
            barred: None,
            attendee: None,
        };
        self.rows.push(row);
        let last = self.rows.len() - 1;
        &mut self.rows[last]
    }

    fn stride(&mut self, offset: u64) -> Result<(), Fault> {
        if self.rows.len().is_multiple_of(STRIDE) {
            self.breathe(offset)?;
        }
        Ok(())
    }

    fn breathe(&mut self, offset: u64) -> Result<(), Fault> {
        self.stop.breathe()?;
        (self.progress)(self.ticket, self.passed + offset, self.total);
        Ok(())
    }

    /// Lays it on the desk.
    pub(super) fn finish(self) -> Result<Preview, Fault> {
        let mut counts = Counts::default();
        self.rows.iter().for_each(|row| counts.add(row.verdict));
        let first = self.rows.iter().take(FIRST_ROWS).cloned().collect();
        let first = judged(self.house, &self.files, first)?;
        let kept = Ticket {
            files: self.files.clone(),
            sheets: self.sheets.clone(),
            rows: self.rows,
            stop: self.stop.clone(),
        };
        self.house.imports.put(self.ticket, kept);
        Ok(Preview {
            ticket: self.ticket.to_owned(),
            files: self.files,
            counts,
            sheets: self.sheets,
            erased: Vec::new(),
            rows: first,
        })
    }
}

fn unread(name: String, problem: Fault) -> File {
    File {
        name,
        problem: Some(problem),
        counts: Counts::default(),
        source: Id::from_bytes([0; 16]),
        kind: FileKind::Calendar,
        bytes: Arc::from([]),
        fields: Vec::new(),
        own: None,
    }
}
