//! What will leave the machine, in order, and only after a press.
//!
//! A departure is prepared by hand from a touchpoint's sheet, or beside what plans one ([`prepared`]). From then on it
//! follows the touchpoint: whatever writes touchpoints through [`put`] keeps what waits in step, and queues anew what
//! those who were told do not know yet. Nobody is told before [`inform`].

mod draft;
mod inform;
mod list;
mod said;

use domain::{Asked, Departure, DepartureId, Mailbox, Method, State, Subject, Touchpoint};
use store::{Index, StoreError, Tx};

use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::touchpoints::Which;
use crate::{note, reads};

pub use draft::Draft;
pub use inform::{Informed, file_name, inform};
pub use list::{Change, Departures, Line, Standing, list, standing};

/// Puts the invitation to a touchpoint in the queue, as the touchpoint stands.
pub fn prepare(house: &House, which: Which) -> Result<Done, Fault> {
    let _gate = house.gate();
    let seen = reads::seen(house, which.id, which.occurrence)?;
    let touchpoint = subject(house, &seen)?;
    let asked = asked(house, &touchpoint).ok_or_else(|| Fault::invalid("error-not-ours"))?;
    if asked.what == Method::Cancel {
        return Err(Fault::invalid("error-no-invitation"));
    }
    if asked.to.is_empty() {
        return Err(Fault::invalid("error-nobody-to-tell"));
    }
    let known = about(house, asked.about)?;
    let next = words(house, &known, asked);
    let first = next
        .iter()
        .find(|one| one.is_waiting())
        .ok_or_else(|| Fault::invalid("error-nothing-to-tell"))?;
    let title = said::title(house, first, Some(&seen));
    let note = note::of(house, "departure-prepared", &[("title", title)]);
    let ((), receipt) = house
        .store
        .commit(note, |tx| next.iter().try_for_each(|one| tx.put(one)))?;
    let seen = Some(reads::seen(house, which.id, which.occurrence)?);
    let said = if first.uninvites {
        "said-departure-uninvite-prepared"
    } else {
        "said-departure-prepared"
    };
    Done::of(house, Said::new(said), seen, receipt.seq)
}

/// Takes what waits out of the queue: nobody is told.
pub fn withdraw(house: &House, id: DepartureId) -> Result<Done, Fault> {
    let _gate = house.gate();
    let departure = departure(house, id)?;
    let withdrawn = departure
        .withdrawn(house.clock.now())
        .ok_or_else(Fault::gone)?;
    let title = said::title(house, &departure, list::seen(house, &departure).as_ref());
    let note = note::of(house, "departure-withdrawn", &[("title", title)]);
    let ((), receipt) = house.store.commit(note, |tx| tx.put(&withdrawn))?;
    Done::of(
        house,
        Said::new("said-departure-withdrawn"),
        None,
        receipt.seq,
    )
}

/// The departure to put in the very commit that makes or changes a touchpoint, so that its invitation waits; nothing
/// when there is nobody to tell, or nothing they do not know.
pub(crate) fn prepared(house: &House, touchpoint: &Touchpoint) -> Result<Option<Departure>, Fault> {
    let Some(asked) = asked(house, touchpoint).filter(|asked| asked.what == Method::Request) else {
        return Ok(None);
    };
    let known = about(house, asked.about)?;
    let (id, now) = (house.clock.new_id(), house.clock.now());
    Ok(Departure::ask(&known, asked, id, now))
}

/// Puts touchpoints, and beside each what is to be told of it now: what waits follows it, and those who were told
/// before and do not know this yet wait to be told again. What nobody ever prepared stays untold.
pub(crate) fn put(
    house: &House,
    tx: &mut Tx<'_>,
    touchpoints: &[Touchpoint],
) -> Result<(), StoreError> {
    let mut series_waits = false;
    for touchpoint in touchpoints {
        for departure in follows(house, touchpoint)? {
            let invites = departure.is_waiting() && !departure.uninvites;
            series_waits |= invites && departure.told.repeats.is_some();
            tx.put(&departure)?;
        }
        tx.put(touchpoint)?;
    }
    // A series that was cut goes on as another one: its guests are invited to that too.
    for rest in touchpoints.iter().filter(|_| series_waits) {
        let key = rest.id.to_bytes();
        if rest.recurrence.is_some() && house.store.get::<Touchpoint>(key)?.is_none() {
            let known = about(house, Subject::of(rest))?;
            let invitation = asked(house, rest).and_then(|asked| {
                Departure::ask(&known, asked, house.clock.new_id(), house.clock.now())
            });
            invitation.iter().try_for_each(|one| tx.put(one))?;
        }
    }
    Ok(())
}

fn follows(house: &House, touchpoint: &Touchpoint) -> Result<Vec<Departure>, StoreError> {
    let known = known(house, Subject::of(touchpoint), touchpoint)?;
    if known.is_empty() {
        return Ok(Vec::new());
    }
    let now = house.clock.now();
    if matches!(touchpoint.state, State::Held | State::Missed) {
        // What is over is no invitation any more.
        return Ok(known.iter().filter_map(|one| one.withdrawn(now)).collect());
    }
    let before: Option<Touchpoint> = house.store.get(touchpoint.id.to_bytes())?;
    let (Some(asked_now), before) = (
        asked(house, touchpoint),
        before.and_then(|before| asked(house, &before)),
    ) else {
        return Ok(Vec::new());
    };
    // What was taken out of the queue by hand stays out until there is something new to say.
    if before.as_ref() == Some(&asked_now) {
        return Ok(Vec::new());
    }
    Ok(words(house, &known, asked_now))
}

/// What changes in the queue when this is asked: the word to those who are invited, and the one to those who no longer
/// are.
fn words(house: &House, known: &[Departure], asked: Asked) -> Vec<Departure> {
    let now = house.clock.now();
    let uninvites = Departure::uninvite(known, &asked, house.clock.new_id(), now);
    let next = Departure::ask(known, asked, house.clock.new_id(), now);
    next.into_iter().chain(uninvites).collect()
}

/// What there is to tell about a touchpoint; nothing when somebody else calls the meeting.
fn asked(house: &House, touchpoint: &Touchpoint) -> Option<Asked> {
    let settings = house.rules();
    let me = &settings.me.email;
    let is_me = |email: &str| !me.is_empty() && email.eq_ignore_ascii_case(me);
    let mut callers = touchpoint.participants.iter().filter(|one| one.organizer);
    if callers.any(|one| !me.is_empty() && !one.email.is_empty() && !is_me(&one.email)) {
        return None;
    }
    let mut asked = Asked::of(touchpoint);
    asked.to.retain(|one: &Mailbox| !is_me(&one.email));
    Some(asked)
}

/// Everything known of a subject, in the order it was prepared.
fn about(house: &House, subject: Subject) -> Result<Vec<Departure>, StoreError> {
    let keys = house
        .store
        .starting_with(Index::DepartureOf, &subject.touchpoint.to_bytes())?;
    let mut known = Vec::with_capacity(keys.len());
    for key in keys {
        known.extend(house.store.get::<Departure>(key)?);
    }
    known.retain(|one| one.occurrence == subject.occurrence);
    Ok(known)
}

/// The same; those who were told of a whole series know where its rule puts each occurrence of it.
fn known(
    house: &House,
    subject: Subject,
    touchpoint: &Touchpoint,
) -> Result<Vec<Departure>, StoreError> {
    let mut known = about(house, subject)?;
    let told = domain::last_informed(&known).is_some();
    let (Some(at), false, Some(slot)) = (subject.occurrence, told, touchpoint.slot) else {
        return Ok(known);
    };
    let series = about(
        house,
        Subject {
            occurrence: None,
            ..subject
        },
    )?;
    if let Some(last) = domain::last_informed(&series) {
        let mut of_this = last.clone();
        let was = last.told.slot.unwrap_or(slot);
        of_this.told.slot = Some(was.starting(at.wall()));
        of_this.told.repeats = None;
        if last.what == Method::Request {
            of_this.to = domain::still_invited(&series);
        }
        known.push(of_this);
    }
    Ok(known)
}

/// The record an invitation is about: one that left its series is itself, the others are their series, for those who are
/// invited to a series are invited to all of it.
fn subject(house: &House, seen: &crate::Seen) -> Result<Touchpoint, Fault> {
    match (seen.series(), &seen.touchpoint.occurrence) {
        (Some(series), None) => reads::touchpoint(house, series),
        _ => Ok(seen.touchpoint.clone()),
    }
}

fn departure(house: &House, id: DepartureId) -> Result<Departure, Fault> {
    house.store.get(id.to_bytes())?.ok_or_else(Fault::gone)
}
