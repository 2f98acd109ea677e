//! Whether an event of a file says what a touchpoint has.

use std::collections::HashSet;

use domain::{Field, Moment, Recurrence, Touchpoint};

use crate::ReadEvent;

/// The fields in which an event differs from the touchpoint it would become: none means the same thing.
///
/// What only a house can know is not compared: the client, and the kind, reason and outcome unless the file says them.
pub fn differs(event: &ReadEvent, touchpoint: &Touchpoint) -> Vec<Field> {
    let unsaid = event.reason.is_empty();
    [
        (Field::Slot, event.slot != touchpoint.slot),
        (Field::Title, event.title != touchpoint.title),
        (Field::Place, event.place != touchpoint.place),
        (Field::Link, event.link != touchpoint.link),
        (Field::Notes, event.notes != touchpoint.notes),
        (Field::State, event.state != touchpoint.state),
        (
            Field::Recurrence,
            !same_series(event.recurrence.as_ref(), touchpoint.recurrence.as_ref()),
        ),
        (
            Field::Participants,
            event.participants != touchpoint.participants,
        ),
        (
            Field::Transparency,
            event.transparent != touchpoint.transparent,
        ),
        (
            Field::Kind,
            event.kind_is_said && event.kind != touchpoint.kind,
        ),
        (Field::Reason, !unsaid && event.reason != touchpoint.reason),
        (
            Field::Outcome,
            !event.outcome.is_empty() && event.outcome != touchpoint.outcome,
        ),
    ]
    .into_iter()
    .filter_map(|(field, differs)| differs.then_some(field))
    .collect()
}

/// Lists of dates have no order, and a date twice is a date.
fn same_series(a: Option<&Recurrence>, b: Option<&Recurrence>) -> bool {
    let set = |moments: &[Moment]| moments.iter().copied().collect::<HashSet<_>>();
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => {
            a.rules == b.rules && set(&a.dates) == set(&b.dates) && set(&a.except) == set(&b.except)
        }
        _ => false,
    }
}
