//! Touchpoints in the trash, and out of it.

use domain::{Field, Touchpoint, TouchpointId};

use super::Which;
use crate::done::{Done, Said};
use crate::fault::Fault;
use crate::house::House;
use crate::reschedule::Scope;
use crate::seen::Seen;
use crate::{days, departures, following, note, path, placing, reads, trash};

/// Puts a touchpoint, or part of a series, in the trash.
pub fn trash(house: &House, which: Which) -> Result<Done, Fault> {
    let _gate = house.gate();
    let now = trash::stamp(house)?;
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
    if !seen.repeats() {
        put.extend(following::left_behind(house, seen.touchpoint.id, now)?);
    }
    let args = [
        ("title", title.clone()),
        ("at", note::time(house, seen.slot())),
    ];
    let note = note::of(house, "trashed", &args);
    let ((), receipt) = house
        .store
        .commit(note, |tx| departures::put(house, tx, &put))?;
    let said = Said::new("said-trashed").with("title", title);
    let done = Done::of(house, said, None, receipt.seq)?;
    if path::was_step(&seen) {
        done.leaving(house, seen.touchpoint.client)
    } else {
        Ok(done)
    }
}

/// Takes a touchpoint out of the trash, with what went there with it: its overrides, and what hangs on it.
pub fn restore(house: &House, id: TouchpointId) -> Result<Done, Fault> {
    trash::restore(house, trash::Put::Touchpoint(id))
}

/// What is in the trash, the latest first.
pub fn trashed(house: &House) -> Result<Vec<Seen>, Fault> {
    let mut seen: Vec<Seen> = reads::trash(house)?.into_iter().map(days::single).collect();
    seen.sort_by_key(|one| std::cmp::Reverse(one.touchpoint.trashed_at));
    days::name_clients(house, &mut seen)?;
    Ok(seen)
}
