//! What an event of a file is to the book.

use std::collections::HashMap;

use domain::{SourceId, Touchpoint};
use exchange::ReadEvent;

use super::{Detail, Match};
use crate::fault::Fault;
use crate::house::House;
use crate::reads;

/// An event's identity: its UID and, for one of a series, where the rule puts it (wall time of the file).
pub(super) type Identity = (String, Option<chrono::NaiveDateTime>);

pub(super) fn identity(event: &ReadEvent) -> Identity {
    (event.uid.clone(), event.recurrence_id.map(|at| at.wall()))
}

/// The touchpoint an event is, when it is here.
pub(super) fn here(house: &House, event: &ReadEvent) -> Result<Option<Touchpoint>, Fault> {
    let same_uid = reads::of_uid(house, &event.uid)?;
    if same_uid.is_empty() {
        return Ok(None);
    }
    let Some(wanted) = event.recurrence_id else {
        return Ok(same_uid.into_iter().find(|one| one.occurrence.is_none()));
    };
    // The file may name the occurrence in another zone than the series has.
    let series = same_uid
        .iter()
        .find(|one| one.occurrence.is_none())
        .and_then(|one| one.slot);
    let key = series.map_or(wanted, |slot| series::key(slot, wanted, house.home()));
    Ok(same_uid.into_iter().find(|one| {
        one.occurrence
            .as_ref()
            .is_some_and(|at| at.at.wall() == key.wall() || at.at.wall() == wanted.wall())
    }))
}

/// What an event is to the book, and what is to be said of it.
pub(super) fn verdict(
    house: &House,
    file: SourceId,
    event: &ReadEvent,
    met: &mut HashMap<Identity, u64>,
) -> Result<(Match, Detail), Fault> {
    let noticed = || Detail::Noticed(event.warnings.clone());
    if met.insert(identity(event), event.offset).is_some() {
        return Ok((Match::Same, Detail::Twice));
    }
    let Some(known) = here(house, event)? else {
        return Ok((Match::New, noticed()));
    };
    if known.source.file == Some(file) && known.source.offset == event.offset {
        return Ok((
            Match::Same,
            if known.trashed_at.is_some() {
                Detail::InTrash
            } else {
                noticed()
            },
        ));
    }
    let fields = exchange::differs(event, &known);
    Ok(if known.trashed_at.is_some() {
        (Match::Same, Detail::InTrash)
    } else if fields.is_empty() {
        (Match::Same, noticed())
    } else if event.sequence < known.sequence {
        (Match::Same, Detail::Older)
    } else {
        (Match::Differs, Detail::Differs(fields))
    })
}
