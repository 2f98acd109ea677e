//! STATUS (RFC 5545 §3.8.1.11), and what it has no word for.

use domain::State;

use crate::write::sheet::Sheet;

/// Where it stands, beyond STATUS.
pub(super) fn said(state: State) -> Option<&'static str> {
    match state {
        State::Held => Some("HELD"),
        State::Missed => Some("MISSED"),
        State::Planned | State::Cancelled => None,
    }
}

/// Makes a sheet say where the touchpoint stands; `cancels` when its file calls everything off.
pub(super) fn patch(sheet: &mut Sheet<'_>, new: State, cancels: bool) {
    let was_cancelled = sheet.find("STATUS").and_then(|at| {
        sheet.look(at, |property| {
            property.value.trim().eq_ignore_ascii_case("CANCELLED")
        })
    });
    let anchors = ["SEQUENCE", "DTEND", "DTSTART"];
    match new {
        State::Cancelled => {
            sheet.say("STATUS", Some("CANCELLED"), &anchors);
            sheet.remove_all("X-SENTIER-STATE");
        }
        State::Planned | State::Held | State::Missed => {
            if was_cancelled == Some(true) {
                sheet.say("STATUS", Some("CONFIRMED"), &anchors);
            }
            // In a message that calls everything off, "planned" must be said too.
            let said = said(new).or(cancels.then_some("PLANNED"));
            sheet.say("X-SENTIER-STATE", said, &[]);
        }
    }
}
