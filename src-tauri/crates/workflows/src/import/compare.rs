//! What an event of a file is to the book.

use std::collections::HashMap;

use domain::{Field, SourceId, Touchpoint};
use exchange::ReadEvent;

use super::{Detail, Difference, Known, KnownAt, Match};
use crate::aspect::Aspect;
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
pub(super) struct Weighed {
    pub(super) verdict: Match,
    pub(super) detail: Detail,
    pub(super) differing: Vec<Difference>,
    pub(super) known: Option<Known>,
}

impl Weighed {
    fn plain(verdict: Match, detail: Detail) -> Self {
        Self {
            verdict,
            detail,
            differing: Vec::new(),
            known: None,
        }
    }
}

/// What an event is to the book.
pub(super) fn verdict(
    house: &House,
    file: SourceId,
    event: &ReadEvent,
    met: &mut HashMap<Identity, u64>,
) -> Result<Weighed, Fault> {
    let noticed = || Detail::Noticed(event.warnings.clone());
    if met.insert(identity(event), event.offset).is_some() {
        return Ok(Weighed::plain(Match::Same, Detail::Twice));
    }
    let Some(known) = here(house, event)? else {
        return Ok(Weighed::plain(Match::New, noticed()));
    };
    let trashed = known.trashed_at.is_some();
    let fields = exchange::differs(event, &known);
    let same_piece = known.source.file == Some(file) && known.source.offset == event.offset;
    let (verdict, detail) = if trashed {
        (Match::Same, Detail::InTrash)
    } else if same_piece || fields.is_empty() {
        (Match::Same, noticed())
    } else if event.sequence < known.sequence {
        (Match::Same, Detail::Older)
    } else {
        (Match::Differs, Detail::Differs(fields.clone()))
    };
    let differing = if verdict == Match::Differs {
        differing(house, event, &known, &fields)
    } else {
        Vec::new()
    };
    Ok(Weighed {
        verdict,
        detail,
        differing,
        known: Some(Known {
            at: KnownAt::Touchpoint(known.id),
            name: known.title,
        }),
    })
}

/// What is here and what the file says, field by field.
fn differing(
    house: &House,
    event: &ReadEvent,
    known: &Touchpoint,
    fields: &[Field],
) -> Vec<Difference> {
    let there =
        event
            .clone()
            .into_touchpoint(known.id, SourceId::from_bytes([0; 16]), known.updated_at);
    fields
        .iter()
        .filter_map(|field| {
            Some(Difference {
                field: Aspect::of_touchpoint(*field)?,
                here: said(house, known, *field),
                there: said(house, &there, *field),
            })
        })
        .collect()
}

/// What a touchpoint says of a field, cut.
fn said(house: &House, one: &Touchpoint, field: Field) -> String {
    const MOST: usize = 160;
    let words = house.words();
    let text = match field {
        Field::Slot => one.slot.map_or_else(String::new, |slot| {
            let today = house.now_wall().date();
            if slot.is_all_day() {
                words.day(slot.start_wall().date(), today)
            } else {
                words.range(slot.start_wall(), slot.end_wall(), today)
            }
        }),
        Field::Title => one.title.clone(),
        Field::Place => one.place.clone(),
        Field::Link => one
            .link
            .as_ref()
            .map_or_else(String::new, |link| link.url.clone()),
        Field::Notes => one.notes.clone(),
        Field::Outcome => one.outcome.clone(),
        Field::Reason => {
            let parts = [&one.reason.bring, &one.reason.astonish, &one.reason.clarify];
            let parts = parts.map(String::as_str);
            parts
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" · ")
        }
        Field::Participants => {
            let name = |one: &domain::Participant| {
                if one.name.is_empty() {
                    one.email.clone()
                } else {
                    one.name.clone()
                }
            };
            one.participants
                .iter()
                .map(name)
                .collect::<Vec<_>>()
                .join(", ")
        }
        Field::Recurrence => one
            .recurrence
            .as_ref()
            .map_or_else(String::new, |rule| crate::describe(house, one, rule)),
        // What is left is one of a few; their words are the window's.
        Field::State | Field::Kind | Field::Transparency | Field::Client | Field::Unknown => {
            String::new()
        }
    };
    text.chars().take(MOST).collect()
}
