//! Meetings of a preview, as they are written.

use std::collections::HashMap;

use domain::{ClientId, Field, Occurrence, SourceId, Touchpoint, fold};
use exchange::{ClientNamed, ReadEvent};
use store::Tx;

use super::attendees::Suggest;
use super::compare::here;
use super::{Match, RowChoice, Side};
use crate::aspect::Aspect;
use crate::fault::Fault;
use crate::house::House;
use crate::{placing, reads};

/// The meetings of one import in the making.
pub(super) struct Meetings<'a> {
    house: &'a House,
    clients: HashMap<String, ClientId>,
    /// Series brought in now, by UID.
    series: HashMap<String, Touchpoint>,
    /// Overrides, put once every series is known.
    late: Vec<(Touchpoint, String)>,
    pub(super) suggest: Suggest<'a>,
}

impl<'a> Meetings<'a> {
    pub(super) fn of(house: &'a House) -> Self {
        Self {
            house,
            clients: HashMap::new(),
            series: HashMap::new(),
            late: Vec::new(),
            suggest: Suggest::of(house),
        }
    }

    /// Writes a meeting that was chosen.
    pub(super) fn take(
        &mut self,
        tx: &mut Tx<'_>,
        event: ReadEvent,
        file: SourceId,
        verdict: Match,
        chosen: Option<&RowChoice>,
    ) -> Result<(), Fault> {
        let now = self.house.clock.now();
        let known = if verdict == Match::Differs {
            here(self.house, &event)?
        } else {
            None
        };
        let client = self.client(tx, event.client.as_ref())?;
        let (created, updated) = (event.created_at, event.updated_at);
        let id = known
            .as_ref()
            .map_or_else(|| self.house.clock.new_id(), |known| known.id);
        let mut touchpoint = event.into_touchpoint(id, file, now);
        touchpoint.client = client;
        touchpoint.created_at = created.unwrap_or(now);
        touchpoint.updated_at = updated.unwrap_or(now);
        if let Some(known) = known {
            if let Some(chosen) = chosen {
                keep_here(&mut touchpoint, &known, chosen);
            }
            keep_what_files_cannot_say(&mut touchpoint, known);
        }
        if touchpoint.client.is_none() {
            touchpoint.client = self.suggest.client_of(&touchpoint.participants)?;
        }
        let uid = touchpoint.source.uid.clone();
        if let (Some(slot), Some(recurrence)) = (touchpoint.slot, touchpoint.recurrence.take()) {
            // A rule nobody can follow is kept as it is, and shows its first occurrence.
            let plain = recurrence.clone();
            touchpoint.recurrence =
                Some(placing::ending(self.house, slot, recurrence).unwrap_or(plain));
            self.series.insert(uid, touchpoint.clone());
            self.adopt(tx, &touchpoint)?;
        } else if touchpoint.occurrence.is_some() {
            self.late.push((touchpoint, uid));
            return Ok(());
        }
        tx.put(&touchpoint)?;
        Ok(())
    }

    /// Overrides that came before their series find it.
    fn adopt(&mut self, tx: &mut Tx<'_>, series: &Touchpoint) -> Result<(), Fault> {
        for mut orphan in reads::of_uid(self.house, &series.source.uid)? {
            if orphan
                .occurrence
                .as_ref()
                .is_some_and(|one| one.series.is_none())
            {
                link(&mut orphan, series, self.house);
                tx.put(&orphan)?;
            }
        }
        Ok(())
    }

    /// Writes the overrides, once every series of every file is known.
    pub(super) fn put_late(&mut self, tx: &mut Tx<'_>) -> Result<(), Fault> {
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
            tx.put(&one)?;
        }
        Ok(())
    }

    /// The client an export of ours named: by its id, else by its name, else made.
    fn client(
        &mut self,
        tx: &mut Tx<'_>,
        named: Option<&ClientNamed>,
    ) -> Result<Option<ClientId>, Fault> {
        let Some(named) = named.filter(|named| !named.name.is_empty()) else {
            return Ok(None);
        };
        if let Some(id) = named.id
            && tx.get::<domain::Client>(id.to_bytes())?.is_some()
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
        let client = domain::Client::new(id, name, now);
        tx.put(&client)?;
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

/// Fields of which the person chose what is here: they stay, and are written anew when it leaves.
fn keep_here(to: &mut Touchpoint, known: &Touchpoint, chosen: &RowChoice) {
    for (aspect, side) in &chosen.fields {
        if *side == Side::There {
            continue;
        }
        let field = match aspect {
            Aspect::Slot => {
                to.slot = known.slot;
                Field::Slot
            }
            Aspect::Title => {
                to.title.clone_from(&known.title);
                Field::Title
            }
            Aspect::Place => {
                to.place.clone_from(&known.place);
                Field::Place
            }
            Aspect::Link => {
                to.link.clone_from(&known.link);
                Field::Link
            }
            Aspect::Notes => {
                to.notes.clone_from(&known.notes);
                Field::Notes
            }
            Aspect::State => {
                to.state = known.state;
                Field::State
            }
            Aspect::Recurrence => {
                to.recurrence.clone_from(&known.recurrence);
                Field::Recurrence
            }
            Aspect::Participants => {
                to.participants.clone_from(&known.participants);
                Field::Participants
            }
            Aspect::Transparency => {
                to.transparent = known.transparent;
                Field::Transparency
            }
            Aspect::Kind => {
                to.kind = known.kind;
                Field::Kind
            }
            Aspect::Reason => {
                to.reason.clone_from(&known.reason);
                Field::Reason
            }
            Aspect::Outcome => {
                to.outcome.clone_from(&known.outcome);
                Field::Outcome
            }
            _ => continue,
        };
        to.source.edits.insert(field);
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
    to.lead = known.lead;
    to.confidential = known.confidential;
    to.occurrence = to
        .occurrence
        .take()
        .map(|at| known.occurrence.unwrap_or(at));
    if to.kind == domain::Kind::Other {
        to.kind = known.kind;
    }
}
