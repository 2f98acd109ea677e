//! Changing a touchpoint.

use domain::{Field, Purpose, State, Touchpoint, clean_line, clean_text};

use super::{Edit, Which, clean_participants, clean_reason, title_of};
use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::reschedule::Scope;
use crate::seen::Seen;
use crate::{
    air, clients, departures, following, grounds, note, path, placing, reads, rights, trash,
};

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
    for touchpoint in &targets {
        contactable(house, &seen.touchpoint, touchpoint)?;
    }
    let going = going(house, &seen, edit.state)?;
    let Some(shown) = targets.first().map(|first| first.id) else {
        return Err(Fault::gone());
    };
    let title = title_of(
        house,
        &targets[0],
        made.as_ref().and_then(clients::Chosen::client),
    )?;
    let mut args = vec![("title", title)];
    args.extend(note::changes(&seen.touchpoint, &targets[0]));
    let note = note::of(house, "edited", &args);
    let ((), receipt) = house.store.commit(note, |tx| {
        if let Some(clients::Chosen::New(client)) = &made {
            tx.put(&**client)?;
        }
        departures::put(house, tx, &targets)?;
        going.iter().try_for_each(|one| tx.put(one))
    })?;
    let before = seen.touchpoint.client;
    let takes_step = path::was_step(&seen)
        && (edit.state.is_some_and(|state| state != State::Planned)
            || made.as_ref().is_some_and(|made| made.id() != before));
    let seen = reads::seen(house, shown, which.occurrence)?;
    let done = Done::of(house, Said::new("said-edited"), Some(seen), receipt.seq)?;
    let done = match takes_step {
        true => done.leaving(house, before)?,
        false => done,
    };
    Ok(Done {
        client: made.and_then(clients::Chosen::into_client),
        ..done
    })
}

/// Whether a touchpoint to come may be with whom it is with now. What it was with already stays as it is.
fn contactable(house: &House, before: &Touchpoint, now: &Touchpoint) -> Result<(), Fault> {
    let to_come = now.state == State::Planned && now.purpose == Purpose::Meeting;
    let same = (before.client, &before.participants, before.state)
        == (now.client, &now.participants, now.state);
    if !to_come || same {
        return Ok(());
    }
    rights::may_contact(house, now.client, &now.participants)
}

/// What changes beside a meeting that is called off: its time becomes air, and what hung on it is for nothing.
pub(crate) fn going(
    house: &House,
    seen: &Seen,
    state: Option<State>,
) -> Result<Vec<Touchpoint>, Fault> {
    if state != Some(State::Cancelled) || seen.touchpoint.state == State::Cancelled {
        return Ok(Vec::new());
    }
    let mut going = following::left_behind(house, seen.touchpoint.id, trash::stamp(house)?)?;
    going.extend(air::freed_by_calling_off(house, seen));
    Ok(going)
}

/// The records an edit changes: one, or a series and its overrides.
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
        confidential,
    } = edit;
    let line = |text: &String| clean_line(text, Touchpoint::LINE_MOST);
    let text = |text: &String| clean_text(text, Touchpoint::TEXT_MOST);
    let link = link.as_deref().map(super::link).transpose()?;
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
    let led = set(&mut to.lead, *lead);
    if set(&mut to.confidential, *confidential) || led {
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
