//! The gate: what is planned stands on a reason.

use domain::{ClientId, Grounds, Question, Reason, State, Touchpoint, TouchpointId, Weak};
use store::Index;

use crate::fault::{Fault, FaultKind};
use crate::house::House;

/// The grounds a reason gives for a touchpoint with `client`, `but` it left out of what was said before. A refusal says
/// what is missing and what to write instead.
pub(crate) fn of(
    house: &House,
    reason: Reason,
    client: Option<ClientId>,
    but: Option<TouchpointId>,
) -> Result<Grounds, Fault> {
    let last = match client {
        Some(client) => last_reason(house, client, but)?,
        None => None,
    };
    reason.grounds(last.as_ref()).map_err(refusal)
}

/// Whether the reason of a touchpoint may become this one. A planned one keeps one that says something; what came
/// without, and what is over, may be written as one likes.
pub(crate) fn may_become(
    house: &House,
    touchpoint: &Touchpoint,
    reason: Reason,
) -> Result<(), Fault> {
    let bound = touchpoint.state == State::Planned && !touchpoint.wants_reason();
    if reason == touchpoint.reason || (reason.is_empty() && !bound) {
        return Ok(());
    }
    if touchpoint.state != State::Planned {
        return Ok(());
    }
    of(house, reason, touchpoint.client, Some(touchpoint.id)).map(|_| ())
}

/// The reason of the client's last touchpoint that has one, by the time it starts; those of the tray come last.
fn last_reason(
    house: &House,
    client: ClientId,
    but: Option<TouchpointId>,
) -> Result<Option<Reason>, Fault> {
    let keys = house
        .store
        .starting_with(Index::OfClient, &client.to_bytes())?;
    for key in keys.into_iter().rev() {
        let Some(one) = house.store.get::<Touchpoint>(key)? else {
            continue;
        };
        if Some(one.id) != but && one.state != State::Cancelled && !one.reason.is_empty() {
            return Ok(Some(one.reason));
        }
    }
    Ok(None)
}

fn refusal(weak: Weak) -> Fault {
    let id = match weak {
        Weak::Missing => "error-reason-missing",
        Weak::Hollow(Question::Bring) => "error-reason-hollow-bring",
        Weak::Hollow(Question::Astonish) => "error-reason-hollow-astonish",
        Weak::Hollow(Question::Clarify) => "error-reason-hollow-clarify",
        Weak::Repeats(_) => "error-reason-repeats",
    };
    Fault::new(FaultKind::Reason, id)
}
