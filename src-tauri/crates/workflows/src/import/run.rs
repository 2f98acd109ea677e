//! The write: all of it, or nothing.

use std::collections::BTreeSet;
use std::iter::Peekable;
use std::slice::Iter;

use domain::{CardForm, SourceFile};
use exchange::{Doc, Entry, PersonEntry, Zones, entries};
use store::Tx;

use super::desk::Ticket;
use super::meet::Meetings;
use super::receive::Received;
use super::report::{Became, Report};
use super::tables;
use super::{Choice, File, FileKind, Into, Match, Row, What};
use crate::archive;
use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::note;

/// How many entries lie between two words of progress.
const STRIDE: usize = 250;

/// Brings a preview in: one step to undo. `progress` hears how many entries are done, of how many.
///
/// # Errors
/// [`crate::FaultKind::Cancelled`] when the person stopped it; nothing of it is there then.
pub fn run(
    house: &House,
    ticket: &str,
    choice: &Choice,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Done, Fault> {
    if archive::holds(house, ticket) {
        return archive::run(house, ticket, choice, progress);
    }
    let _gate = house.gate();
    let name = ticket;
    let ticket = house.imports.get(name)?;
    let wanted = Wanted::of(choice);
    let note = noted(house, &ticket, &wanted);
    // The bytes are durable in the attic before any record speaks of them.
    let mut sources = Vec::new();
    for file in ticket.files.iter().filter(|file| brings_something(file)) {
        ticket.stop.breathe()?;
        sources.push(kept(house, file)?);
    }
    let ((became, clients), receipt) = house.store.commit(note, |tx| {
        for source in &sources {
            if tx.get::<SourceFile>(source.id.to_bytes())?.is_none() {
                tx.put(source)?;
            }
        }
        let mut hand = Hand {
            house,
            tx,
            ticket: &ticket,
            wanted: &wanted,
            rows: ticket.rows.iter().peekable(),
            meetings: Meetings::of(house),
            people: Received::of(house, choice, ticket.rows.len()),
            became: Vec::with_capacity(ticket.rows.len()),
            progress,
        };
        hand.all()?;
        Ok::<_, Fault>((hand.became, hand.people.clients))
    })?;
    let said = said(house, &ticket, &became, clients);
    house.imports.done(name, Report::of(name, &ticket, became));
    Done::of(house, said, None, receipt.seq)
}

/// Which rows the person wants.
struct Wanted<'a> {
    choice: &'a Choice,
    skip: BTreeSet<usize>,
}

impl<'a> Wanted<'a> {
    fn of(choice: &'a Choice) -> Self {
        Self {
            choice,
            skip: choice.skip.iter().copied().collect(),
        }
    }

    /// Whether a row was left out by name.
    fn leaves(&self, row: &Row) -> bool {
        self.skip.contains(&row.index)
    }

    /// Whether a row brings something.
    fn takes(&self, row: &Row) -> bool {
        let chosen = self.choice.rows.get(&row.index).map(|row| row.into);
        let wanted = match row.verdict {
            Match::New | Match::Near => true,
            Match::Differs if row.what == What::Touchpoint => {
                chosen == Some(Into::Known) || (chosen.is_none() && self.choice.take_differing)
            }
            Match::Differs => chosen.is_some() || self.choice.take_differing,
            Match::Same | Match::Invalid => false,
        };
        wanted && !self.leaves(row)
    }
}

fn noted(house: &House, ticket: &Ticket, wanted: &Wanted<'_>) -> store::Note {
    let taken = ticket.rows.iter().filter(|row| wanted.takes(row));
    let (meetings, people): (Vec<&Row>, Vec<&Row>) =
        taken.partition(|row| row.what == What::Touchpoint);
    let label = if people.is_empty() {
        "imported"
    } else {
        "imported-people"
    };
    let count = meetings.len() + people.len();
    let files: Vec<&str> = ticket
        .files
        .iter()
        .map(|file| file.name.as_str())
        .take(5)
        .collect();
    let mut title = files.join(", ");
    if ticket.files.len() > files.len() {
        title.push('…');
    }
    let args = [("title", title), ("count", count.to_string())];
    note::by(house, label, &args, domain::Origin::Import)
}

/// `3 rendez-vous apportés`, or each sort with its count.
fn said(house: &House, ticket: &Ticket, became: &[Became], clients: usize) -> Said {
    let count = |what: What, wanted: &[Became]| {
        let rows = ticket.rows.iter().zip(became);
        rows.filter(|(row, became)| row.what == what && wanted.contains(became))
            .count()
    };
    let meetings = count(What::Touchpoint, &[Became::Brought, Became::Updated]);
    let parts = [
        ("imported-touchpoints", meetings),
        (
            "imported-contacts",
            count(What::Contact, &[Became::Brought]),
        ),
        ("imported-clients", clients),
        (
            "imported-updated",
            count(What::Contact, &[Became::Updated]) + count(What::Client, &[Became::Updated]),
        ),
        ("imported-merged", count(What::Contact, &[Became::OneWith])),
    ];
    if parts
        .iter()
        .all(|(id, count)| *id == "imported-touchpoints" || *count == 0)
    {
        return Said::new("said-imported").with("count", meetings);
    }
    let words = house.words();
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| words.say(id, &[("count", count.into())]))
        .collect();
    Said::new("said-imported-all").with("parts", parts.join(", "))
}

/// Whether a file has anything that is not here already. One without a single entry is kept too: it may hold tasks, or
/// a calendar's name, and comes back as it came.
fn brings_something(file: &File) -> bool {
    let super::Counts {
        new,
        same,
        differs,
        near,
        invalid,
    } = file.counts;
    file.problem.is_none() && (new + differs + near + invalid > 0 || same == 0)
}

fn kept(house: &House, file: &File) -> Result<SourceFile, Fault> {
    // A book that is only read keeps no file either.
    if let Some(reading) = house.store.reading() {
        return Err(store::StoreError::ReadOnly(reading).into());
    }
    let blob = house
        .store
        .attic()
        .keep(&file.bytes)
        .map_err(store::StoreError::from)?;
    Ok(SourceFile {
        id: file.source,
        name: file.name.clone(),
        blob,
        size: file.bytes.len() as u64,
        brought_at: house.clock.now(),
    })
}

/// One import in the making.
struct Hand<'a, 'b> {
    house: &'a House,
    tx: &'a mut Tx<'b>,
    ticket: &'a Ticket,
    wanted: &'a Wanted<'a>,
    rows: Peekable<Iter<'a, Row>>,
    meetings: Meetings<'a>,
    people: Received<'a>,
    became: Vec<Became>,
    progress: &'a mut dyn FnMut(usize, usize),
}

impl<'a> Hand<'a, '_> {
    fn all(&mut self) -> Result<(), Fault> {
        let ticket = self.ticket;
        for (number, file) in ticket.files.iter().enumerate() {
            if file.problem.is_some() {
                continue;
            }
            match file.kind {
                FileKind::Calendar => self.calendar(number, file)?,
                FileKind::Cards => {
                    for entry in exchange::cards(&file.bytes) {
                        self.person(entry, file, CardForm::Card)?;
                    }
                }
                FileKind::Table => {
                    let table = tables::open(&file.bytes)?;
                    for entry in table.people(&file.fields) {
                        self.person(entry, file, CardForm::Row)?;
                    }
                }
            }
        }
        ticket.stop.breathe()?;
        self.meetings.put_late(self.tx)?;
        (self.progress)(ticket.rows.len(), ticket.rows.len());
        Ok(())
    }

    /// The next row. The same reader over the same bytes gives the same entries in the same order as the preview did.
    fn row(&mut self) -> Result<&'a Row, Fault> {
        let row = self
            .rows
            .next()
            .ok_or_else(|| Fault::invalid("error-import-gone"))?;
        if row.index.is_multiple_of(STRIDE) {
            self.ticket.stop.breathe()?;
            (self.progress)(row.index, self.ticket.rows.len());
        }
        Ok(row)
    }

    fn calendar(&mut self, number: usize, file: &File) -> Result<(), Fault> {
        let doc = Doc::new(&file.bytes);
        let zones = Zones::of(&doc, self.house.home());
        self.meetings.suggest.is_own(file.own.clone());
        for entry in entries(&doc, &zones) {
            let row = self.row()?;
            let became = match entry {
                Entry::Invalid(_) => Became::Invalid,
                Entry::Event(event) if self.wanted.takes(row) => {
                    let chosen = self.wanted.choice.rows.get(&row.index);
                    self.meetings
                        .take(self.tx, *event, file.source, row.verdict, chosen)?;
                    if row.verdict == Match::Differs {
                        Became::Updated
                    } else {
                        Became::Brought
                    }
                }
                Entry::Event(_) if self.wanted.leaves(row) => Became::LeftOut,
                Entry::Event(_) if row.verdict == Match::Differs => Became::LeftAsItWas,
                Entry::Event(_) => Became::Nothing,
            };
            self.became.push(became);
        }
        while self.rows.peek().is_some_and(|row| row.file == number) {
            let row = self.row()?;
            let Some(person) = row.attendee.as_deref() else {
                return Err(Fault::invalid("error-import-gone"));
            };
            let became = if self.wanted.leaves(row) {
                Became::LeftOut
            } else {
                let address = person
                    .contact
                    .emails
                    .first()
                    .map(|one| one.address.as_str());
                let client = self
                    .meetings
                    .suggest
                    .client_at(address.unwrap_or_default())?;
                let mut person = person.clone();
                person.contact.client = client;
                self.people
                    .take(self.tx, person, row, file.source, CardForm::Participant)?
            };
            self.became.push(became);
        }
        Ok(())
    }

    fn person(&mut self, entry: PersonEntry, file: &File, form: CardForm) -> Result<(), Fault> {
        let row = self.row()?;
        let became = match entry {
            PersonEntry::Invalid(_) => Became::Invalid,
            PersonEntry::Person(_) if self.wanted.leaves(row) => Became::LeftOut,
            PersonEntry::Person(person) if person.is_company() => {
                self.people.take_company(self.tx, &person, row)?
            }
            PersonEntry::Person(person) => {
                self.people.take(self.tx, *person, row, file.source, form)?
            }
        };
        self.became.push(became);
        Ok(())
    }
}
