//! The write: all of it, or nothing.

use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::Ordering;

use domain::{Client, ClientId, Occurrence, SourceFile, Touchpoint, fold};
use exchange::{ClientNamed, Doc, Entry, ReadEvent, Zones, entries};
use store::Tx;

use super::compare::here;
use super::{Choice, File, Match, Row, Ticket};
use crate::done::{Done, Said};
use crate::fault::{Fault, FaultKind};
use crate::house::House;
use crate::{note, placing, reads};

/// How many entries lie between two words of progress.
const STRIDE: usize = 250;

/// Brings a preview in: one step to undo. `progress` hears how many entries are done, of how many.
///
/// # Errors
/// [`FaultKind::Cancelled`] when the person stopped it; nothing of it is there then.
pub fn run(
    house: &House,
    ticket: &str,
    choice: &Choice,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Done, Fault> {
    let _gate = house.gate();
    let name = ticket;
    let ticket = house.imports.get(name)?;
    let skip: BTreeSet<usize> = choice.skip.iter().copied().collect();
    let taken = |row: &Row| {
        let wanted =
            row.verdict == Match::New || (row.verdict == Match::Differs && choice.take_differing);
        wanted && !skip.contains(&row.index)
    };
    let count = ticket.rows.iter().filter(|row| taken(row)).count();
    let files: Vec<&str> = ticket.files.iter().map(|file| file.name.as_str()).collect();
    let note = note::by(
        house,
        "imported",
        &[("title", files.join(", ")), ("count", count.to_string())],
        domain::Origin::Import,
    );
    // The bytes are durable in the attic before any record speaks of them.
    let mut sources = Vec::new();
    for file in ticket.files.iter().filter(|file| brings_something(file)) {
        sources.push(kept(house, file)?);
    }
    let ((), receipt) = house.store.commit(note, |tx| {
        let mut hand = Hand {
            house,
            tx,
            ticket: &ticket,
            clients: HashMap::new(),
            series: HashMap::new(),
            late: Vec::new(),
        };
        for source in &sources {
            if hand.tx.get::<SourceFile>(source.id.to_bytes())?.is_none() {
                hand.tx.put(source)?;
            }
        }
        hand.all(&taken, progress)
    })?;
    house.imports.drop(name);
    Done::of(
        house,
        Said::new("said-imported").with("count", count),
        None,
        receipt.seq,
    )
}

/// Whether a file has anything that is not here already. One without a single event is kept too: it may hold tasks, or
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
    clients: HashMap<String, ClientId>,
    /// Series brought in now, by UID.
    series: HashMap<String, Touchpoint>,
    /// Overrides, put once every series is known.
    late: Vec<(Touchpoint, String)>,
}

impl Hand<'_, '_> {
    fn all(
        &mut self,
        taken: &dyn Fn(&Row) -> bool,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<(), Fault> {
        let ticket = self.ticket;
        let total = ticket.rows.len();
        let mut rows = ticket.rows.iter();
        for file in ticket.files.iter().filter(|file| file.problem.is_none()) {
            let doc = Doc::new(&file.bytes);
            let zones = Zones::of(&doc, self.house.home());
            // The same reader over the same bytes gives the same entries in the same order as the preview did.
            for entry in entries(&doc, &zones) {
                let Some(row) = rows.next() else {
                    return Err(Fault::invalid("error-import-gone"));
                };
                if row.index % STRIDE == 0 {
                    self.breathe()?;
                    progress(row.index, total);
                }
                if let (Entry::Event(event), true) = (entry, taken(row)) {
                    self.take(*event, file, row.verdict)?;
                }
            }
        }
        self.breathe()?;
        self.put_late()?;
        progress(total, total);
        Ok(())
    }

    fn breathe(&self) -> Result<(), Fault> {
        if self.ticket.stopped.load(Ordering::Relaxed) {
            return Err(Fault::new(FaultKind::Cancelled, "error-cancelled"));
        }
        Ok(())
    }

    fn take(&mut self, event: ReadEvent, file: &File, verdict: Match) -> Result<(), Fault> {
        let now = self.house.clock.now();
        let known = if verdict == Match::Differs {
            here(self.house, &event)?
        } else {
            None
        };
        let client = self.client(event.client.as_ref())?;
        let (created, updated) = (event.created_at, event.updated_at);
        let id = known
            .as_ref()
            .map_or_else(|| self.house.clock.new_id(), |known| known.id);
        let mut touchpoint = event.into_touchpoint(id, file.source, now);
        touchpoint.client = client;
        touchpoint.created_at = created.unwrap_or(now);
        touchpoint.updated_at = updated.unwrap_or(now);
        if let Some(known) = known {
            keep_what_files_cannot_say(&mut touchpoint, known);
        }
        let uid = touchpoint.source.uid.clone();
        if let (Some(slot), Some(recurrence)) = (touchpoint.slot, touchpoint.recurrence.take()) {
            // A rule nobody can follow is kept as it is, and shows its first occurrence.
            let plain = recurrence.clone();
            touchpoint.recurrence =
                Some(placing::ending(self.house, slot, recurrence).unwrap_or(plain));
            self.series.insert(uid, touchpoint.clone());
            self.adopt(&touchpoint)?;
        } else if touchpoint.occurrence.is_some() {
            self.late.push((touchpoint, uid));
            return Ok(());
        }
        self.tx.put(&touchpoint)?;
        Ok(())
    }

    /// Overrides that came before their series find it.
    fn adopt(&mut self, series: &Touchpoint) -> Result<(), Fault> {
        for mut orphan in reads::of_uid(self.house, &series.source.uid)? {
            if orphan
                .occurrence
                .as_ref()
                .is_some_and(|one| one.series.is_none())
            {
                link(&mut orphan, series, self.house);
                self.tx.put(&orphan)?;
            }
        }
        Ok(())
    }

    fn put_late(&mut self) -> Result<(), Fault> {
        for (mut one, uid) in std::mem::take(&mut self.late) {
            let series = match self.series.get(&uid) {
                Some(series) => Some(series.clone()),
                None => reads::of_uid(self.house, &uid)?
                    .into_iter()
                    .find(|known| known.recurrence.is_some()),
            };
            if let Some(series) = series {
                link(&mut one, &series, self.house);
            }
            self.tx.put(&one)?;
        }
        Ok(())
    }

    /// The client an export of ours named: by its id, else by its name, else made.
    fn client(&mut self, named: Option<&ClientNamed>) -> Result<Option<ClientId>, Fault> {
        let Some(named) = named.filter(|named| !named.name.is_empty()) else {
            return Ok(None);
        };
        if let Some(id) = named.id
            && self.tx.get::<Client>(id.to_bytes())?.is_some()
        {
            return Ok(Some(id));
        }
        let folded = fold(&named.name);
        if self.clients.is_empty() {
            self.clients = reads::clients(self.house)?
                .into_iter()
                .map(|one| (fold(&one.name), one.id))
                .collect();
        }
        if let Some(id) = self.clients.get(&folded) {
            return Ok(Some(*id));
        }
        let now = self.house.clock.now();
        let id = named.id.unwrap_or_else(|| self.house.clock.new_id());
        let name = named.name.clone();
        let client = Client::new(id, name, now);
        self.tx.put(&client)?;
        self.clients.insert(folded, id);
        Ok(Some(id))
    }
}

fn link(one: &mut Touchpoint, series: &Touchpoint, house: &House) {
    if let (Some(occurrence), Some(slot)) = (&mut one.occurrence, series.slot) {
        let at = series::key(slot, occurrence.at, house.home());
        *occurrence = Occurrence {
            series: Some(series.id),
            at,
        };
    }
}

/// A file that is brought in again changes what it can say, and leaves the rest.
fn keep_what_files_cannot_say(to: &mut Touchpoint, known: Touchpoint) {
    if to.reason.is_empty() {
        to.reason = known.reason;
    }
    if to.outcome.is_empty() {
        to.outcome = known.outcome;
    }
    to.client = to.client.or(known.client);
    to.created_at = known.created_at;
    to.example = known.example;
    to.occurrence = to
        .occurrence
        .take()
        .map(|at| known.occurrence.unwrap_or(at));
    if to.kind == domain::Kind::Other {
        to.kind = known.kind;
    }
}
