//! Making, changing, trashing and reading touchpoints.

use domain::{
    Client, ClientId, Field, Kind, Lead, Link, Moment, Participant, Reason, State, Touchpoint,
    TouchpointId, clean_line, clean_text,
};
use planner::Level;

use crate::done::{Done, Outcome, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::placing;
use crate::reschedule::{self, Reschedule, Scope, Subject, Target};
use crate::seen::Seen;
use crate::{clients, days, grounds, note, reads};

/// Which touchpoint, and how much of a series.
#[derive(Debug, Clone, Copy)]
pub struct Which {
    /// The touchpoint, or the series.
    pub id: TouchpointId,
    /// Where the rule of its series puts it.
    pub occurrence: Option<Moment>,
    /// How much of a series.
    pub scope: Scope,
}

/// The client of a draft or an edit.
#[derive(Debug, Clone)]
pub enum ClientChoice {
    /// None.
    Nobody,
    /// One that is here.
    Existing(ClientId),
    /// One to be made in the same gesture.
    New(String),
}

/// A touchpoint to be made.
#[derive(Debug, Clone)]
pub struct Draft {
    /// How one meets.
    pub kind: Kind,
    /// One line.
    pub title: String,
    /// Why.
    pub reason: Reason,
    /// With whom one sells.
    pub client: ClientChoice,
    /// When, or the tray.
    pub to: Target,
    /// The length wanted in the tray, in minutes.
    pub minutes: u32,
    /// Where.
    pub place: String,
    /// How to join; empty for none.
    pub link: String,
    /// Free text.
    pub notes: String,
    /// With whom.
    pub participants: Vec<Participant>,
    /// The explicit press.
    pub force: bool,
}

/// What to change; `None` leaves a field as it is.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// How one meets.
    pub kind: Option<Kind>,
    /// Where it stands.
    pub state: Option<State>,
    /// One line.
    pub title: Option<String>,
    /// Why.
    pub reason: Option<Reason>,
    /// With whom one sells.
    pub client: Option<ClientChoice>,
    /// Where.
    pub place: Option<String>,
    /// How to join; empty removes it.
    pub link: Option<String>,
    /// Free text.
    pub notes: Option<String>,
    /// What came of it.
    pub outcome: Option<String>,
    /// With whom.
    pub participants: Option<Vec<Participant>>,
    /// How long before one is reminded of it.
    pub lead: Option<Lead>,
}

/// A touchpoint whole.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// As it is seen.
    pub seen: Seen,
    /// The series it belongs to, or is.
    pub series: Option<Touchpoint>,
    /// The name of the file it came in.
    pub source_name: Option<String>,
}

/// A touchpoint whole.
pub fn sheet(house: &House, id: TouchpointId, occurrence: Option<Moment>) -> Result<Sheet, Fault> {
    let mut seen = reads::seen(house, id, occurrence)?;
    days::name_clients(house, std::slice::from_mut(&mut seen))?;
    let series = seen
        .series()
        .map(|id| reads::touchpoint(house, id))
        .transpose()?;
    let source_name = match seen.touchpoint.source.file {
        Some(file) => house
            .store
            .get::<domain::SourceFile>(file.to_bytes())?
            .map(|file| file.name),
        None => None,
    };
    Ok(Sheet {
        seen,
        series,
        source_name,
    })
}

/// Makes a touchpoint, and its client when it is new: one step to undo.
pub fn plan(house: &House, draft: Draft) -> Result<Outcome, Fault> {
    let proposal = Reschedule {
        subject: Subject::New,
        to: draft.to,
        scope: Scope::This,
        copy: false,
        force: draft.force,
    };
    let answer = reschedule::judge(house, proposal)?;
    if answer.verdict.level == Level::Refused && !draft.force {
        return Ok(Outcome::Refused(answer));
    }
    let _gate = house.gate();
    let now = house.clock.now();
    let made = clients::chosen(house, &draft.client)?;
    let grounds = grounds::of(house, clean_reason(&draft.reason), made.id(), None)?;
    let mut touchpoint = Touchpoint::plan(house.clock.new_id(), draft.kind, grounds, now);
    touchpoint.client = made.id();
    touchpoint.slot = answer.slot;
    touchpoint.wanted_minutes = draft.minutes.clamp(5, 24 * 60);
    touchpoint.title = clean_line(&draft.title, Touchpoint::LINE_MOST);
    touchpoint.place = clean_line(&draft.place, Touchpoint::LINE_MOST);
    touchpoint.link = link(&draft.link)?;
    touchpoint.notes = clean_text(&draft.notes, Touchpoint::TEXT_MOST);
    touchpoint.participants = clean_participants(draft.participants);
    let title = title_of(house, &touchpoint, made.client())?;
    let note = note::of(house, "planned", &[("title", title)]);
    let ((), receipt) = house.store.commit(note, |tx| {
        if let clients::Chosen::New(client) = &made {
            tx.put(&**client)?;
        }
        tx.put(&touchpoint)
    })?;
    let said = match answer.slot {
        Some(slot) => {
            let start = reschedule::home_start(house, slot);
            let (words, today) = (house.words(), house.now_wall().date());
            let when = if slot.is_all_day() {
                words.day(start.date(), today)
            } else {
                words.wall(start, today)
            };
            Said::new("said-planned").with("when", when)
        }
        None => Said::new("said-planned-tray"),
    };
    let done = Done::of(house, said, Some(days::single(touchpoint)), receipt.seq)?;
    Ok(Outcome::Done(Box::new(Done {
        client: made.into_client(),
        ..done
    })))
}

/// Changes fields of a touchpoint. One occurrence of a series becomes an override.
pub fn edit(house: &House, which: Which, edit: Edit) -> Result<Done, Fault> {
    let _gate = house.gate();
    let seen = reads::seen(house, which.id, which.occurrence)?;
    let made = edit
        .client
        .as_ref()
        .map(|choice| clients::chosen(house, choice))
        .transpose()?;
    let mut targets = edited_records(house, &seen, which.scope)?;
    if let Some(reason) = &edit.reason {
        grounds::may_become(house, &seen.touchpoint, clean_reason(reason))?;
    }
    for touchpoint in &mut targets {
        apply(house, touchpoint, &edit, made.as_ref())?;
    }
    let Some(shown) = targets.first().map(|first| first.id) else {
        return Err(Fault::gone());
    };
    let title = title_of(
        house,
        &targets[0],
        made.as_ref().and_then(clients::Chosen::client),
    )?;
    let note = note::of(house, "edited", &[("title", title)]);
    let ((), receipt) = house.store.commit(note, |tx| {
        if let Some(clients::Chosen::New(client)) = &made {
            tx.put(&**client)?;
        }
        targets.iter().try_for_each(|touchpoint| tx.put(touchpoint))
    })?;
    let seen = reads::seen(house, shown, which.occurrence)?;
    let done = Done::of(house, Said::new("said-edited"), Some(seen), receipt.seq)?;
    Ok(Done {
        client: made.and_then(clients::Chosen::into_client),
        ..done
    })
}

/// Puts a touchpoint, or part of a series, in the trash.
pub fn trash(house: &House, which: Which) -> Result<Done, Fault> {
    let _gate = house.gate();
    let now = house.clock.now();
    let mut seen = reads::seen(house, which.id, which.occurrence)?;
    days::name_clients(house, std::slice::from_mut(&mut seen))?;
    let title = seen.title(&house.words().say("title-none", &[]));
    let mut put = Vec::new();
    match (seen.series(), seen.occurrence, which.scope) {
        (Some(series), _, Scope::All) => {
            put.push(reads::touchpoint(house, series)?);
            put.extend(reads::overrides_of(house, series)?);
            put.iter_mut().for_each(|one| one.trashed_at = Some(now));
        }
        (Some(series), Some(key), Scope::Following) => {
            let mut series = reads::touchpoint(house, series)?;
            let (Some(slot), Some(recurrence)) = (series.slot, series.recurrence.clone()) else {
                return Err(Fault::gone());
            };
            match series::split_before(slot, &recurrence, key, house.home()) {
                Ok(cut) => {
                    series.recurrence = Some(cut.head);
                    series.sequence = series.sequence.saturating_add(1);
                    series.mark(Field::Recurrence, now);
                }
                Err(series::SeriesError::NothingBefore) => series.trashed_at = Some(now),
                Err(error) => return Err(error.into()),
            }
            put.extend(
                reads::overrides_of(house, series.id)?
                    .into_iter()
                    .filter(|one| {
                        one.occurrence
                            .as_ref()
                            .is_some_and(|occurrence| occurrence.at.wall() >= key.wall())
                    }),
            );
            put.iter_mut().for_each(|one| one.trashed_at = Some(now));
            put.push(series);
        }
        (Some(series), Some(key), Scope::This) => {
            let mut series = reads::touchpoint(house, series)?;
            placing::except(house, &mut series, key)?;
            put.push(series);
            if seen.touchpoint.recurrence.is_none() {
                put.push(Touchpoint {
                    trashed_at: Some(now),
                    ..seen.touchpoint.clone()
                });
            }
        }
        _ => put.push(Touchpoint {
            trashed_at: Some(now),
            ..seen.touchpoint.clone()
        }),
    }
    let note = note::of(house, "trashed", &[("title", title.clone())]);
    let ((), receipt) = house
        .store
        .commit(note, |tx| put.iter().try_for_each(|one| tx.put(one)))?;
    Done::of(
        house,
        Said::new("said-trashed").with("title", title),
        None,
        receipt.seq,
    )
}

/// Takes a touchpoint out of the trash, and the overrides that went there with it.
pub fn restore(house: &House, id: TouchpointId) -> Result<Done, Fault> {
    let _gate = house.gate();
    let mut touchpoint = reads::touchpoint(house, id)?;
    let Some(trashed) = touchpoint.trashed_at.take() else {
        return Err(Fault::gone());
    };
    let mut put = vec![touchpoint.clone()];
    put.extend(reads::trash(house)?.into_iter().filter_map(|mut one| {
        let with_it = one
            .occurrence
            .as_ref()
            .and_then(|occurrence| occurrence.series)
            == Some(id);
        (with_it && one.trashed_at.take() == Some(trashed)).then_some(one)
    }));
    let title = title_of(house, &touchpoint, None)?;
    let note = note::of(house, "restored", &[("title", title.clone())]);
    let ((), receipt) = house
        .store
        .commit(note, |tx| put.iter().try_for_each(|one| tx.put(one)))?;
    let seen = days::single(touchpoint);
    Done::of(
        house,
        Said::new("said-restored").with("title", title),
        Some(seen),
        receipt.seq,
    )
}

/// What is in the trash, the latest first.
pub fn trashed(house: &House) -> Result<Vec<Seen>, Fault> {
    let mut seen: Vec<Seen> = reads::trash(house)?.into_iter().map(days::single).collect();
    seen.sort_by_key(|one| std::cmp::Reverse(one.touchpoint.trashed_at));
    days::name_clients(house, &mut seen)?;
    Ok(seen)
}

/// What waits without a slot, the oldest first.
pub fn tray(house: &House) -> Result<Vec<Seen>, Fault> {
    let mut seen: Vec<Seen> = reads::tray(house)?.into_iter().map(days::single).collect();
    days::name_clients(house, &mut seen)?;
    Ok(seen)
}

/// A video room nobody can guess, made offline.
pub fn new_video_link() -> Link {
    Link::jitsi(crate::clock::dice())
}

/// The address that joins a touchpoint.
pub fn joining(house: &House, id: TouchpointId, occurrence: Option<Moment>) -> Result<Link, Fault> {
    let seen = reads::seen(house, id, occurrence)?;
    seen.touchpoint
        .link
        .ok_or_else(|| Fault::invalid("error-no-link"))
}

pub(crate) fn edited_records(
    house: &House,
    seen: &Seen,
    scope: Scope,
) -> Result<Vec<Touchpoint>, Fault> {
    match (seen.series(), seen.occurrence, scope) {
        (Some(series), _, Scope::All | Scope::Following) => {
            let mut records = vec![reads::touchpoint(house, series)?];
            records.extend(reads::overrides_of(house, series)?);
            Ok(records)
        }
        (Some(series), Some(key), Scope::This) if seen.touchpoint.recurrence.is_some() => {
            let series = reads::touchpoint(house, series)?;
            let Some(slot) = seen.slot() else {
                return Err(Fault::gone());
            };
            Ok(vec![placing::one_of(house, &series, seen, key, slot)])
        }
        _ => Ok(vec![seen.touchpoint.clone()]),
    }
}

fn apply(
    house: &House,
    to: &mut Touchpoint,
    edit: &Edit,
    client: Option<&clients::Chosen>,
) -> Result<(), Fault> {
    let Edit {
        kind,
        state,
        title,
        reason,
        client: _,
        place,
        link,
        notes,
        outcome,
        participants,
        lead,
    } = edit;
    let line = |text: &String| clean_line(text, Touchpoint::LINE_MOST);
    let text = |text: &String| clean_text(text, Touchpoint::TEXT_MOST);
    let link = link.as_deref().map(self::link).transpose()?;
    let edited = [
        (Field::Kind, set(&mut to.kind, *kind)),
        (Field::State, set(&mut to.state, *state)),
        (Field::Title, set(&mut to.title, title.as_ref().map(line))),
        (
            Field::Reason,
            set(&mut to.reason, reason.as_ref().map(clean_reason)),
        ),
        (
            Field::Client,
            set(&mut to.client, client.map(clients::Chosen::id)),
        ),
        (Field::Place, set(&mut to.place, place.as_ref().map(line))),
        (Field::Link, set(&mut to.link, link)),
        (Field::Notes, set(&mut to.notes, notes.as_ref().map(text))),
        (
            Field::Outcome,
            set(&mut to.outcome, outcome.as_ref().map(text)),
        ),
        (
            Field::Participants,
            set(
                &mut to.participants,
                participants.clone().map(clean_participants),
            ),
        ),
    ];
    for (field, _) in edited.into_iter().filter(|(_, edited)| *edited) {
        to.mark(field, house.clock.now());
    }
    // No file says it, so that none is to be written anew for it.
    if set(&mut to.lead, *lead) {
        to.updated_at = house.clock.now();
    }
    Ok(())
}

/// Sets a field when there is a value for it; whether that changed it.
fn set<T: PartialEq>(field: &mut T, value: Option<T>) -> bool {
    let Some(value) = value else { return false };
    let changed = *field != value;
    *field = value;
    changed
}

fn clean_reason(reason: &Reason) -> Reason {
    let line = |text: &str| clean_line(text, Touchpoint::LINE_MOST);
    Reason {
        bring: line(&reason.bring),
        astonish: line(&reason.astonish),
        clarify: line(&reason.clarify),
        urgent: reason.urgent,
    }
}

fn clean_participants(participants: Vec<Participant>) -> Vec<Participant> {
    let clean = |one: Participant| Participant {
        name: clean_line(&one.name, Client::NAME_MOST),
        email: clean_line(&one.email, 320),
        ..one
    };
    participants
        .into_iter()
        .take(500)
        .map(clean)
        .filter(|one| !(one.name.is_empty() && one.email.is_empty()))
        .collect()
}

fn link(text: &str) -> Result<Option<Link>, Fault> {
    match text.trim() {
        "" => Ok(None),
        address => Link::parse(address)
            .map(Some)
            .ok_or_else(|| Fault::invalid("error-link")),
    }
}

fn title_of(
    house: &House,
    touchpoint: &Touchpoint,
    made: Option<&Client>,
) -> Result<String, Fault> {
    let mut seen = days::single(touchpoint.clone());
    days::name_clients(house, std::slice::from_mut(&mut seen))?;
    if let Some(client) = made {
        seen.client = Some((client.id, client.name.clone()));
    }
    Ok(seen.title(&house.words().say("title-none", &[])))
}
